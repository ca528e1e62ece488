// What a quantity may stand for, as an interval of exact values, and sums and ratios of such: the
// arithmetic by which figures that should add up are compared.

#pragma once

#include <optional>
#include <string>

#include "core/query/agreement.h"

namespace cifra {

// As allowed(), but a number counted to the last unit ("41 scuole") is exact, not rounded.
std::optional<Allowed> counted_or_allowed(const Quantity& quantity);

Allowed sum(const Allowed& left, const Allowed& right);
Allowed times(const Allowed& allowed, const Value& factor);
Allowed difference(const Allowed& left, const Allowed& right);
// Of amounts above zero; the dimension is "proportion".
Allowed ratio(const Allowed& part, const Allowed& whole);

bool disjoint(const Allowed& left, const Allowed& right);
// Whether all of `left` lies above all of `right`.
bool above(const Allowed& left, const Allowed& right);

// Exact; nothing when digits run out.
std::optional<Value> sum(const Value& left, const Value& right);
std::optional<Value> quotient(const Value& left, const Value& right);
Value negated(const Value& value);
bool is_positive(const Value& value);

// As decimal digits; where they do not end, rounded to two places.
std::string shown(const Value& value);
// Of how much of `whole` is `part`, in percent, and by how much `to` is more than `from`, signed.
std::string percent_shown(const Value& part, const Value& whole);
std::string change_shown(const Value& from, const Value& to);

}  // namespace cifra
