// A fact's quantity as an Italian would write it: "oltre 16,4 milioni", "13%", "−0,3 punti".

#pragma once

#include <string>
#include <string_view>

#include "core/query/agreement.h"
#include "core/store/reader.h"

namespace cifra {

// Hedge, sign of a change, value or range, unit.
std::string italian_value(const FactRow& fact);
std::string italian_value(const Quantity& quantity);

// "1234567.5" is "1.234.567,5"; round millions and more by their scale: "16,4 milioni". A fraction
// stays one.
std::string italian_number(std::string_view value);

}  // namespace cifra
