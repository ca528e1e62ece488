// Columns: finds the empty strips between columns of prose and gives the parts of a page in the
// order they are read.

#pragma once

#include <cstdint>
#include <vector>

#include "core/layout/segments.h"

namespace cifra {

enum class ColumnSearch : uint8_t {
  kProse,  // only between columns of running text; tables and forms stay whole
  kAll,    // also between boxes, labels and cells that stand side by side
};

struct SegmentGroup {
  std::vector<uint32_t> segments;  // into the segments given
  bool column = false;             // one of several side by side
};

// `words` and `reading` are those the segments were found in.
std::vector<SegmentGroup> find_columns(const std::vector<Segment>& segments,
                                       const std::vector<LayoutWord>& words, const Reading& reading,
                                       ColumnSearch search);

}  // namespace cifra
