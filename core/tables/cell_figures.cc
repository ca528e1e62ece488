#include "core/tables/cell_figures.h"

#include <utility>

#include "core/grammar/recogniser.h"

namespace cifra {
namespace {

// The texts of the head cells that cover the cell's row (or column), outer first.
std::string heads(const Document& document, const Table& table, const Cell& cell, bool of_row) {
  std::string joined;
  for (const Cell& head : table.cells) {
    if (!head.head || head.span.empty()) continue;
    const bool covers = of_row ? head.row <= cell.row && cell.row < head.row + head.row_span &&
                                     head.column < cell.column
                               : head.column <= cell.column &&
                                     cell.column < head.column + head.column_span &&
                                     head.row < cell.row;
    if (!covers) continue;
    if (!joined.empty()) joined += " / ";
    joined += document.of(head.span);
  }
  return joined;
}

}  // namespace

std::vector<CellFigure> cell_figures(const Document& document, uint32_t index,
                                     std::string_view document_date) {
  const Table& table = document.tables[index];
  std::vector<CellFigure> found;
  for (uint32_t i = 0; i < table.cells.size(); ++i) {
    const Cell& cell = table.cells[i];
    if (cell.head || cell.span.empty()) continue;
    RecogniserOptions options;
    options.document_date = document_date;
    for (Figure& figure : recognise(document.of(cell.span), options)) {
      const auto shift = [&cell](Span& span) {
        if (span.empty()) return;
        span.begin += cell.span.begin;
        span.end += cell.span.begin;
      };
      shift(figure.span);
      shift(figure.unit_span);
      shift(figure.counted);
      shift(figure.time_span);
      found.push_back({std::move(figure), index, i, heads(document, table, cell, true),
                       heads(document, table, cell, false)});
    }
  }
  return found;
}

}  // namespace cifra
