// Ranges: "tra 10 e 15 milioni", "da 12 a 18 mesi", "10-15%", "due o tre anni", "8/10 posti".

#pragma once

#include <optional>

#include "core/grammar/number.h"
#include "core/grammar/stretch.h"
#include "core/grammar/unit.h"

namespace cifra {

// A number with the unit beside it.
struct UnitNumber {
  Number number;
  std::optional<Unit> unit;
  bool unit_before = false;
  std::optional<Number> high;  // the other end of a range
  uint32_t last = 0;           // the token after number, unit and high

  uint32_t end_of_number() const { return high ? high->tokens.last : number.tokens.last; }
};

enum class RangeOpener : uint8_t { kNone, kBetween, kFrom, kFromTheMany };

// What stands before a number at `token`: "tra i", "da", "dai".
RangeOpener range_opener(const Stretch& stretch, uint32_t token);

// The number at `token` with the unit beside it.
std::optional<UnitNumber> read_single(const Stretch& stretch, uint32_t token, bool joins_and);

// Makes a range of `low` where a second end follows; leaves it as it is otherwise.
void extend_to_range(const Stretch& stretch, UnitNumber& low, RangeOpener opener);

}  // namespace cifra
