// Rows as a table of text: columns as wide as what they hold, the flexible ones wrapped to fit the
// terminal, or below the others where it is too narrow for words; and records as blocks of lines.

#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "tools/cifra/output.h"

namespace cifra::command {

enum class Weight { kPlain, kBold, kDim };

struct BlockLine {
  size_t indent = 0;  // columns; what is wrapped stands under it
  std::string text;   // with marks
  Weight weight = Weight::kPlain;
};
void print_block(const Block& block, std::ostream& out, const Terminal& terminal);

// A head line, then the rows; a row shorter than the head ends in empty cells.
void print_table(const std::vector<Column>& columns,
                 const std::vector<std::vector<std::string>>& rows, std::ostream& out,
                 const Terminal& terminal);

// The text with other signs in the place of its marks.
std::string marked_as(std::string_view text, std::string_view begin, std::string_view end);

}  // namespace cifra::command
