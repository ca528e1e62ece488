// The mark a list item or a numbered paragraph opens with: "●", "-", "a)", "1.", "iii)", "2.1".
//
// Cannot do: decide between "1." of a list and "1." of a heading; whoever sees the neighbours does.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace cifra {

enum class MarkerKind : uint8_t {
  kBullet,   // ● - * ▪
  kNumber,   // 1. 1) (1)
  kLetter,   // a) a. (a) A)
  kRoman,    // i) ii) IV)
  kSection,  // 2.1 2.1.3
};

struct ListMarker {
  MarkerKind kind = MarkerKind::kBullet;
  uint32_t shape = 0;    // equal for markers that look alike: same bullet, same closing sign
  uint32_t ordinal = 0;  // 3 for "3.", "c)", "iii)"; 0 for a bullet
  uint8_t depth = 1;     // parts of a section number
  uint32_t size = 0;     // bytes, with the spaces after it
};

// The marker at the beginning of `line` (no spaces before it), if it has one. A bullet may stand
// alone on its line; a minus sign before a digit without a space is no bullet.
std::optional<ListMarker> list_marker(std::string_view line);

// "iv" and "IV" → 4; 0 when it is no Roman numeral up to 39.
uint32_t roman_value(std::string_view letters);

}  // namespace cifra
