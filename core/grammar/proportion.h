// Shares and multiples: "un terzo", "metà", "½", "uno su quattro", "il doppio", "raddoppiato".

#pragma once

#include <optional>

#include "core/grammar/number.h"

namespace cifra {

std::optional<Number> read_proportion(const Stretch& stretch, uint32_t token);

}  // namespace cifra
