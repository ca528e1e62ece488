// Figures of a table: every numeric cell with its heads, unit and scale from cell, column head, row
// head, caption or unit line.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/document/document.h"
#include "core/grammar/figure.h"

namespace cifra {

struct CellFigure {
  Figure figure;              // spans into the document's text
  uint32_t table = kNoIndex;  // into Document::tables
  uint32_t cell = kNoIndex;   // into Table::cells
  std::string row;            // header texts, outer first, joined by " / "
  std::string column;
  float confidence = 1;  // of the table's reading: alignment, heads found, sums that hold
};

// In cell order. `document_date` as in RecogniserOptions.
std::vector<CellFigure> cell_figures(const Document& document, uint32_t table,
                                     std::string_view document_date);

}  // namespace cifra
