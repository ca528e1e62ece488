// The value of a numeral: digits with separators, as the tokeniser cuts them.
//
// "1.234.567,89", "1,234,567.89", "3.5", "1'234", "37.206.00". Italian comes first: "1.234" is
// 1234 and "1,234" is 1.234. Cannot do: dates and section numbers ("3.1.2"), which it refuses.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/grammar/decimal.h"

namespace cifra {

enum class NumeralStyle : uint8_t {
  kPlain,    // digits alone
  kGrouped,  // "1.234"
  kDecimal,  // "3,5", "3.5"
  kBoth,     // "1.234,5"
};

struct Numeral {
  Decimal value;
  NumeralStyle style = NumeralStyle::kPlain;
  uint8_t decimals = 0;  // digits printed after the decimal mark
  bool point = false;    // the decimal mark is a point
};

// `spelling` holds digits and separators only. Nothing where it is no number or has more than 37
// significant digits. Linear.
std::optional<Numeral> read_numeral(std::string_view spelling);

}  // namespace cifra
