// Units as exact multiples of their dimension's base unit, so that facts in kilometres and claims
// in metres compare without a float.
//
// Cannot do: units with an offset (degrees Celsius against kelvin), exchange rates between
// currencies.

#pragma once

#include <optional>
#include <string_view>

#include "core/grammar/decimal.h"

namespace cifra {

struct UnitScale {
  std::string_view dimension;  // "length"; the unit itself where no table row knows it
  Value factor;                // one unit is this many base units
};

// Any UCUM code, ISO 4217 code or "%", "‰", "pp", "bp"; the empty unit is a dimension of its own.
// The dimension of an unknown unit points into `unit`.
UnitScale scale_of(std::string_view unit);

// Exact products; nothing when the result has too many digits.
std::optional<Value> product(const Value& left, const Value& right);

// A value in base units of its dimension; nothing when it has too many digits.
std::optional<Value> in_base_units(const Value& value, std::string_view unit);

}  // namespace cifra
