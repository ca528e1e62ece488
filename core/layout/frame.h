// Turning a page: boxes of text that runs up, down or upside down, as if it read left to right.

#pragma once

#include <algorithm>
#include <cstdint>

#include "core/document/document.h"

namespace cifra {

// `box` on a page of width × height, the page turned back by `turn` degrees (0, 90, 180, 270).
inline Box turned(Box box, uint16_t turn, float width, float height) {
  switch (turn) {
    case 90:
      return {box.y0, width - box.x1, box.y1, width - box.x0};
    case 180:
      return {width - box.x1, height - box.y1, width - box.x0, height - box.y0};
    case 270:
      return {height - box.y1, box.x0, height - box.y0, box.x1};
    default:
      return box;
  }
}

inline float height_of(const Box& box) { return box.y1 - box.y0; }
inline float width_of(const Box& box) { return box.x1 - box.x0; }
inline float middle_of(const Box& box) { return (box.y0 + box.y1) / 2; }

inline void extend(Box& box, const Box& other) {
  box.x0 = std::min(box.x0, other.x0);
  box.y0 = std::min(box.y0, other.y0);
  box.x1 = std::max(box.x1, other.x1);
  box.y1 = std::max(box.y1, other.y1);
}

// Height both boxes share, as a part of the lower one's height.
inline float shared_height(const Box& a, const Box& b) {
  const float shared = std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
  const float lower = std::min(height_of(a), height_of(b));
  return lower > 0 ? shared / lower : 0;
}

}  // namespace cifra
