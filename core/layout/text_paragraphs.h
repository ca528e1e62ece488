// Which lines of a plain text belong together. Evidence: how a line ends, how the next begins, how
// full it is, blank lines and indents. The text's own habit is read first: whether it is wrapped,
// how wide, and how many blank lines stand inside its paragraphs.

#pragma once

#include <string_view>
#include <vector>

#include "core/document/document.h"
#include "core/layout/text_lines.h"

namespace cifra {

// Lines of one block.
struct TextParagraph {
  uint32_t first_line = 0, line_count = 1;
  BlockRole role = BlockRole::kParagraph;
  uint8_t level = 0;
};

// How a text is set.
struct WrapHabit {
  bool wrapped = false;      // its paragraphs run over several lines
  uint32_t width = 0;        // columns of a full line
  uint32_t blank_lines = 0;  // between two lines of one paragraph
};

WrapHabit wrap_habit(const std::vector<TextLine>& lines);

// Whether `next`, the line below `line`, goes on with the same block. `item`: the block at hand is
// a list item.
bool continues(std::string_view text, const TextLine& line, const TextLine& next,
               const WrapHabit& habit, bool item);

// `roles`: of each line, kPageHeader, kPageFooter and kTable where known, else kParagraph.
std::vector<TextParagraph> text_paragraphs(std::string_view text,
                                           const std::vector<TextLine>& lines,
                                           const std::vector<BlockRole>& roles);

}  // namespace cifra
