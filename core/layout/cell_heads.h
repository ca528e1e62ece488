// Which rows and columns of a table name the others, where the reader knows its cells but not its
// page: from the marks of the format, else from where the numbers begin.

#pragma once

#include <string_view>

#include "core/document/document.h"

namespace cifra {

// Sets Table::head_rows, Table::head_columns and Cell::head. `text` is the document's.
void set_heads(std::string_view text, Table& table);

// A number with its signs, a dash or "n.d.": what stands in a column of numbers.
bool looks_numeric(std::string_view words);
// "2019" to "2020": as likely the name of a column as a number in it.
bool looks_like_year(std::string_view words);

}  // namespace cifra
