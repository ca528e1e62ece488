#include "plugins/reader-html/table.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "plugins/reader-html/dom.h"
#include "plugins/reader-html/main_text.h"

namespace cifra::html {
namespace {

// The HTML standard's limits.
constexpr uint32_t kMostColumns = 1000;
constexpr uint32_t kMostRows = 65000;
constexpr size_t kMostCells = 1'000'000;

uint32_t span_of(const xmlNode* cell, const char* name, uint32_t most, uint32_t when_zero) {
  const std::string text = trimmed(attribute(cell, name));
  uint32_t span = 1;
  std::from_chars(text.data(), text.data() + text.size(), span);
  if (span == 0) span = when_zero;
  return std::clamp<uint32_t>(span, 1, most);
}

struct Row {
  const xmlNode* node;
  uint32_t group_end = 0;  // the row after its row group's last
  bool in_head = false;
};

void add_rows(const xmlNode* group, bool in_head, std::vector<Row>& rows) {
  const size_t first = rows.size();
  for (const xmlNode* child = group->children; child != nullptr; child = child->next) {
    if (is(child, "tr") && !is_never_text(child) && rows.size() < kMostRows) {
      rows.push_back({child, 0, in_head});
    }
  }
  for (size_t i = first; i < rows.size(); ++i) {
    rows[i].group_end = static_cast<uint32_t>(rows.size());
  }
}

// As they are shown: heads, bodies, feet.
std::vector<Row> rows_of(const xmlNode* table) {
  std::vector<Row> rows;
  for (const std::string_view part : {"thead", "body", "tfoot"}) {
    for (const xmlNode* child = table->children; child != nullptr; child = child->next) {
      if (is_never_text(child)) continue;
      if (is(child, part) || (part == "body" && is(child, "tbody"))) {
        add_rows(child, part == "thead", rows);
      } else if (part == "body" && is(child, "tr") && rows.size() < kMostRows) {
        rows.push_back({child, static_cast<uint32_t>(rows.size() + 1), false});
      }
    }
  }
  return rows;
}

}  // namespace

std::vector<TableCell> cells_of(const xmlNode* table) {
  const std::vector<Row> rows = rows_of(table);
  std::vector<TableCell> cells;
  std::vector<uint32_t> taken_until;  // by column: the first row that is free
  for (uint32_t row = 0; row < rows.size(); ++row) {
    uint32_t column = 0;
    for (const xmlNode* node = rows[row].node->children; node != nullptr; node = node->next) {
      if ((!is(node, "td") && !is(node, "th")) || is_never_text(node)) continue;
      while (column < taken_until.size() && taken_until[column] > row) ++column;
      if (column >= kMostColumns || cells.size() >= kMostCells) break;
      const auto below = static_cast<uint32_t>(rows.size()) - row;
      TableCell cell{node, {}};
      cell.place.row = row;
      cell.place.column = column;
      cell.place.row_span =
          span_of(node, "rowspan", below, std::max(rows[row].group_end, row + 1) - row);
      cell.place.column_span = span_of(node, "colspan", kMostColumns - column, 1);
      const std::string role = attribute(node, "role");
      cell.place.head = rows[row].in_head || is(node, "th") || role == "columnheader" ||
                        role == "rowheader" || has_attribute(node, "scope");
      const uint32_t end = column + cell.place.column_span;
      if (taken_until.size() < end) taken_until.resize(end, 0);
      for (; column < end; ++column) taken_until[column] = row + cell.place.row_span;
      cells.push_back(cell);
    }
  }
  return cells;
}

bool is_layout_table(const xmlNode* table, const std::vector<TableCell>& cells) {
  constexpr size_t kLongText = 200;
  const std::string role = attribute(table, "role");
  if (role == "presentation" || role == "none") return true;
  uint32_t rows = 0, columns = 0;
  bool heads = false;
  size_t longest = 0;
  for (const TableCell& cell : cells) {
    rows = std::max(rows, cell.place.row + cell.place.row_span);
    columns = std::max(columns, cell.place.column + cell.place.column_span);
    heads = heads || cell.place.head;
    longest = std::max(longest, words_of(cell.node).size());
  }
  for (const xmlNode* node = table; node != nullptr; node = next_node(node, table, false)) {
    if (node != table && (is(node, "table") || is(node, "h1") || is(node, "h2"))) return true;
    if (is(node, "caption")) heads = true;
  }
  if (heads) return false;
  return columns < 2 || (rows < 2 && longest > kLongText);
}

}  // namespace cifra::html
