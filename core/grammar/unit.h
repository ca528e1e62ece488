// Units beside a number: after it ("18 miliardi di euro", "5 km"), before it ("€ 1,5 mln",
// "MQ. 2.100").

#pragma once

#include <optional>
#include <string_view>

#include "core/grammar/number.h"
#include "core/grammar/stretch.h"
#include "core/lexicon/units.h"

namespace cifra {

struct Unit {
  TokenRange tokens;  // of the unit's words
  UnitKind kind = UnitKind::kMeasure;
  std::string_view code;
  std::string_view factor;  // a multiple written into it; empty for 1
};

// The unit whose words stand after the number, where there is one.
std::optional<Unit> read_unit_after(const Stretch& stretch, const Number& number);

// The unit whose words begin at the token, whatever stands around.
std::optional<Unit> read_unit_at(const Stretch& stretch, uint32_t token);

// The unit whose words stand right before token `first`.
std::optional<Unit> read_unit_before(const Stretch& stretch, uint32_t first);

Kind kind_of(UnitKind kind);

}  // namespace cifra
