// A difference that no fact states, counted from two levels of one sentence: "i donatori sono
// saliti da 47 a 64" tells of a claim that they grew by a third.

#pragma once

#include <optional>

#include "core/query/agreement.h"

namespace cifra {

// Whether a claim of this quantity is of a difference, in percent, as a share or a multiple, or in
// the unit of the levels.
bool claims_change(const Quantity& claim);

// From `before` to `after`, as the claim counts it. Nothing where they are no levels of one unit.
std::optional<Quantity> change_between(const Quantity& before, const Quantity& after,
                                       const Quantity& claim);

}  // namespace cifra
