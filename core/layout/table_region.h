// What table finding hands to paragraph making: which words of which pages are cells, captions and
// notes of a table. The words named here are taken out of the prose around them.

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/layout/page_lines.h"

namespace cifra {

// Words of one page, as indices into its PageLines::words, in reading order.
struct PageWords {
  uint32_t page = 0;  // into the pages given
  std::vector<uint32_t> words;
};

struct TableRegionCell {
  uint16_t row = 0, column = 0, row_span = 1, column_span = 1;
  bool head = false;
  PageWords content;  // empty for an empty cell
};

struct TableRegion {
  std::vector<TableRegionCell> cells;  // by row, then column; may run over several pages
  PageWords caption;
  std::vector<PageWords> notes;
  std::vector<PageWords> repeated;  // heads repeated on later pages: dropped from the text's flow
  uint16_t rows = 0, columns = 0;
  uint16_t head_rows = 0, head_columns = 0;
  float confidence = 1;
};

// All tables of a document, in page order, those that run on over pages joined into one. No word
// is in two of them.
std::vector<TableRegion> find_tables(std::span<const PageLines> pages);

}  // namespace cifra
