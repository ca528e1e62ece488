// The flow of a page: what is left for paragraphs when running text and tables are taken out, in
// areas read one after the other, with the tables at their places.

#pragma once

#include <span>
#include <vector>

#include "core/layout/page_lines.h"
#include "core/layout/table_region.h"

namespace cifra {

struct FlowArea {
  uint32_t page = 0;                        // into the pages
  uint32_t first_line = 0, line_count = 0;  // into Flow::pages[page].lines
  uint32_t table = kNoIndex;                // a table stands here and nothing else
  bool running = false;                     // running text; its lines carry the role
  // A whole column or page of running text, which may go on in the next; not a box beside others.
  bool whole = false;
};

struct Flow {
  std::vector<PageLines> pages;  // regrouped: only lines of the flow, each area a region
  std::vector<FlowArea> areas;   // in reading order
};

// Takes the pages apart: those without words of a table are left empty, so that a long document is
// not held twice.
Flow make_flow(std::span<PageLines> pages, std::span<const TableRegion> tables);

}  // namespace cifra
