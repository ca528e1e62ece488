// A table element as a grid: which cell stands where once rows and columns are spanned.

#pragma once

#include <libxml/tree.h>

#include <cifra_plugin.hpp>
#include <vector>

namespace cifra::html {

struct TableCell {
  const xmlNode* node = nullptr;
  plugin::Cell place;
};

// In row order; hidden rows and cells left out. Empty where the table has no cell.
std::vector<TableCell> cells_of(const xmlNode* table);

// Whether the table only arranges the page: it says so, holds other tables or headings, or has a
// single row or column of long texts.
bool is_layout_table(const xmlNode* table, const std::vector<TableCell>& cells);

}  // namespace cifra::html
