// Tables that run on over pages, joined into one. Private to core/layout/table_*.

#pragma once

#include <span>
#include <vector>

#include "core/layout/table_parts.h"

namespace cifra {

// A table on one page, before it is joined with those it goes on from.
struct PageTable {
  TableRegion region;
  std::vector<Strip> strips;
  Box box;
  uint32_t page = 0;  // into the pages given
};

// `tables` by page, then from the top. A table goes on where it is the last of its page and the
// next page's first has its columns, and its heads or none.
std::vector<TableRegion> join_tables(std::span<const PageLines> pages,
                                     std::vector<PageTable> tables);

}  // namespace cifra
