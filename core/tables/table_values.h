// The values of a table's cells, with what the table as a whole decides: decimal marks, the sign of
// brackets, sums that hold or do not.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/tables/table_view.h"

namespace cifra {

struct CellValue {
  CellNumber number;
  Decimal value;     // signed
  int decimals = 0;  // printed
};

// A total and the cells it should be the sum of.
struct SumCheck {
  uint32_t total = kNoIndex;    // into Table::cells
  std::vector<uint32_t> parts;  // into Table::cells, ascending
  Decimal stated, sum;
  bool holds = false;
};

struct TableValues {
  std::vector<std::optional<CellValue>> cells;  // one for each of Table::cells
  std::vector<SumCheck> sums;  // only where most sums of their kind hold; none of means and rates
  float confidence = 1;        // 0…1: looks of the table, sums that hold or fail
};

TableValues read_values(const TableView& view);

// One plain sentence for each sum that does not hold, naming row and column.
std::vector<std::string> sum_faults(const TableView& view, const TableValues& values);

}  // namespace cifra
