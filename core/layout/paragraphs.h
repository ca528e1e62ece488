// Paragraphs: which lines of an area belong together, and which of them open list items.

#pragma once

#include <string>
#include <vector>

#include "core/layout/flow.h"
#include "core/layout/typography.h"

namespace cifra {

struct LineRef {
  uint32_t page = 0;  // into Flow::pages
  uint32_t line = 0;
};

struct Paragraph {
  BlockRole role = BlockRole::kParagraph;
  uint8_t level = 0;
  uint32_t table = kNoIndex;  // stands for this table
  uint32_t area = 0;          // into Flow::areas, of its first line
  uint32_t last_area = 0;     // … of its last line
  bool row = false;           // one line of parts standing apart, as in a form
  std::vector<LineRef> lines;
};

// The words of a line as one string, parted by single spaces.
std::string text_of(const PageLines& page, const LayoutLine& line);

// Whether a sentence may end with this line: after . ! ? : ; and closing quotes and brackets.
bool ends_sentence(const PageLines& page, const LayoutLine& line);

// Whether the line is a row of a form or of labels: a leader parts its words, or one gap is much
// wider than its others.
bool is_row(const PageLines& page, const LayoutLine& line);

// How many digits at the line's begin are the mark of a footnote; 0 for none. A mark is raised, or
// in small print the number of a mark that stands on the page: "1 Cfr.", "1Cfr.".
size_t note_mark(const PageLines& page, const LayoutLine& line, const Typography& typography);

std::vector<Paragraph> find_paragraphs(const Flow& flow, uint32_t area,
                                       const Typography& typography);

}  // namespace cifra
