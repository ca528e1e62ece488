// One page of a geometric reading after lines and columns are known: what table finding and
// paragraph making both start from.
//
// Everything is upright: where most of a page's text runs up or down the page, its boxes are turned
// so that it reads left to right, and `turn` says by how much. Points, from the top left.

#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/document/reading.h"

namespace cifra {

struct LayoutWord {
  uint32_t source = 0;  // into Reading::words
  Box box;              // upright
  float baseline = 0;   // y the glyphs stand on, from the box where the reader gave none
  float font_size = 0;
  uint16_t rotation = 0;  // degrees clockwise left over after the turn: rotated heads, stamps
  bool bold = false, italic = false;
  bool raised = false;      // superscript: a footnote mark or a power
  bool space_after = true;  // a space stands before the next word of its line
};

// Words on one baseline inside one region, left to right. A row of a table is one line, its cells
// parted by wide gaps; two columns of prose are two regions.
struct LayoutLine {
  uint32_t first_word = 0, word_count = 0;  // into PageLines::words
  uint32_t region = 0;                      // into PageLines::regions
  Box box;
  float baseline = 0;
  float font_size = 0;                     // of most of its glyphs
  bool bold = false;                       // most of its glyphs
  BlockRole role = BlockRole::kParagraph;  // kPageHeader, kPageFooter where it is running text
};

// A part of the page read from top to bottom: a column, or what stands across all columns.
struct LayoutRegion {
  Box box;
  uint32_t first_line = 0, line_count = 0;  // into PageLines::lines
  bool column = false;                      // one of several side by side
};

struct PageLines {
  const Reading* reading = nullptr;
  uint32_t page = 0;
  float width = 0, height = 0;        // upright
  uint16_t turn = 0;                  // degrees the page was turned back
  std::vector<LayoutWord> words;      // grouped by line
  std::vector<LayoutLine> lines;      // in reading order, grouped by region
  std::vector<LayoutRegion> regions;  // in reading order

  std::string_view text_of(const LayoutWord& word) const {
    return reading->words[word.source].text.of(reading->text);
  }
  std::span<const LayoutWord> words_of(const LayoutLine& line) const {
    return std::span(words).subspan(line.first_word, line.word_count);
  }
  std::span<const LayoutLine> lines_of(const LayoutRegion& region) const {
    return std::span(lines).subspan(region.first_line, region.line_count);
  }
};

// A page each, in order; running text not yet marked. `reading` must outlive them.
std::vector<PageLines> make_page_lines(const Reading& reading);

// Sets style, marks and spaces of a line whose words stand in `page`, from their boxes.
void finish_line(PageLines& page, LayoutLine& line);

}  // namespace cifra
