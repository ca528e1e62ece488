// Segments: runs of words on one baseline with no more than a word space between them. What
// columns are made of, before it is known which gaps part columns and which are wide spaces.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/layout/page_lines.h"

namespace cifra {

struct Segment {
  std::vector<uint32_t> words;  // into the words given, left to right
  Box box;
  float baseline = 0;
  float font_size = 0;  // of its largest word
};

// Segments of upright words, by their top. Words printed twice on one spot (a shadow, a bold made
// by overprinting) are left out.
std::vector<Segment> find_segments(const std::vector<LayoutWord>& words, const Reading& reading);

// Joins segments that stand on one baseline into lines, top to bottom, words left to right.
std::vector<Segment> join_rows(std::vector<Segment> segments, const std::vector<LayoutWord>& words);

}  // namespace cifra
