// Finds tables in a plain text: rows whose cells are parted by two spaces or more, by tabs or by
// bars, one below the other.
//
// Cannot do: cells that wrap onto a second line; rows parted by single spaces.

#pragma once

#include <string_view>
#include <vector>

#include "core/document/document.h"
#include "core/layout/text_lines.h"

namespace cifra {

struct TextTable {
  uint32_t first_line = 0, line_count = 0;
  Table table;  // spans into the text; caption and notes are left open
};

// In text order, never touching each other.
std::vector<TextTable> find_text_tables(std::string_view text, const std::vector<TextLine>& lines);

}  // namespace cifra
