#include "core/layout/text_tables.h"

#include <algorithm>
#include <optional>
#include <ranges>

#include "core/layout/cell_heads.h"
#include "core/text/folding.h"
#include "core/text/utf8.h"

namespace cifra {
namespace {

constexpr size_t kFewestRows = 3;  // head included
constexpr uint32_t kTabStop = 8;
constexpr uint16_t kMostColumns = 64;
constexpr size_t kMostRows = 20000;  // of one table; longer ones are cut

// One cell's words on one line, and the columns of the page they take.
struct Field {
  Span span;
  uint32_t from = 0, to = 0;
  uint32_t bar = 0;  // number of tabs or bars before it
};

struct Row {
  uint32_t line = 0;
  std::vector<Field> fields;
  bool rule = false;  // "-----  ----", "+---+---+"
};

// "+---+---+", "|===|", "-----   -----": signs and no letter or digit.
bool is_rule(std::string_view line) {
  return line.size() >= 3 && line.find_first_not_of("-=_+|. ") == std::string_view::npos &&
         line.find_first_of("-=_") != std::string_view::npos;
}

Row row_of(std::string_view text, const TextLine& line, uint32_t index) {
  Row row;
  row.line = index;
  const std::string_view content = line.span.of(text);
  row.rule = is_rule(content);
  uint32_t column = line.indent, bars = 0, gap = 0;
  bool open = false;
  for (uint32_t i = 0; i < content.size();) {
    const CodePoint point = decode_utf8(content, i);
    const uint32_t at = line.span.begin + i;
    i += point.size;
    if (point.value == '\t' || point.value == '|') {
      open = false;
      ++bars;
      column = point.value == '\t' ? (column / kTabStop + 1) * kTabStop : column + 1;
      continue;
    }
    if (is_space(point.value)) {
      if (++gap >= 2) open = false;
      ++column;
      continue;
    }
    if (!open) row.fields.push_back({{at, at}, column, column, bars});
    open = true;
    gap = 0;
    row.fields.back().span.end = at + point.size;
    row.fields.back().to = ++column;
  }
  return row;
}

// A stretch of the page that one column of the table takes.
struct Column {
  uint32_t from = 0, to = 0;
};

class Grid {
 public:
  Grid(std::string_view text, std::vector<Row> rows) : text_(text), rows_(std::move(rows)) {}

  std::optional<Table> table() {
    const bool barred = std::ranges::all_of(rows_, [](const Row& row) {
      return row.rule || (!row.fields.empty() && row.fields.back().bar > 0);
    });
    if (barred) {
      place_by_bars();
    } else {
      place_by_columns();
    }
    if (columns_ < 2 || columns_ > kMostColumns || !has_numbers()) return std::nullopt;
    return made();
  }

 private:
  // A row of numbers: one beside the first field that is no year.
  bool is_body(const Row& row) const {
    return std::ranges::any_of(row.fields.begin() + (row.fields.empty() ? 0 : 1), row.fields.end(),
                               [&](const Field& field) {
                                 const std::string_view words = field.span.of(text_);
                                 return looks_numeric(words) && !looks_like_year(words);
                               });
  }

  void place_by_bars() {
    // Every row may begin with a bar: then nothing stands before it.
    uint32_t first = UINT32_MAX;
    for (const Row& row : rows_) {
      if (!row.rule && !row.fields.empty()) first = std::min(first, row.fields.front().bar);
    }
    for (const Row& row : rows_) {
      for (const Field& field : row.fields) {
        if (row.rule) break;
        const uint32_t column = field.bar - first;
        add_cell(row, field, column, column);
        columns_ = std::max(columns_, column + 1);
      }
    }
  }

  // Where all rows of numbers leave a gap, a column ends.
  void place_by_columns() {
    std::vector<Column> taken;
    for (const Row& row : rows_) {
      if (row.rule || !is_body(row)) continue;
      for (const Field& field : row.fields) taken.push_back({field.from, field.to});
    }
    std::ranges::sort(taken, {}, &Column::from);
    std::vector<Column> columns;
    for (const Column& field : taken) {
      if (!columns.empty() && field.from <= columns.back().to) {
        columns.back().to = std::max(columns.back().to, field.to);
      } else {
        columns.push_back(field);
      }
    }
    columns_ = static_cast<uint32_t>(columns.size());
    if (columns.empty() || columns.size() > kMostColumns) return;
    widen_by_heads(columns);
    for (const Row& row : rows_) {
      if (row.rule) continue;
      for (const Field& field : row.fields) {
        const auto [first, last] = span_of(columns, field);
        add_cell(row, field, first, last);
      }
    }
  }

  // A head over one column is often wider than its numbers; what stands above both is seen better
  // with it. From the lowest head up.
  void widen_by_heads(std::vector<Column>& columns) const {
    for (const Row& row : std::views::reverse(rows_)) {
      if (row.rule || is_body(row)) continue;
      for (const Field& field : row.fields) {
        const auto [first, last] = span_of(columns, field);
        if (first != last) continue;
        const uint32_t left = first == 0 ? 0 : columns[first - 1].to + 1;
        const uint32_t right =
            first + 1 < columns.size() ? columns[first + 1].from - 1 : UINT32_MAX;
        columns[first].from = std::min(columns[first].from, std::max(left, field.from));
        columns[first].to = std::max(columns[first].to, std::min(right, field.to));
      }
    }
  }

  // The columns a field lies over, or the nearest one.
  static std::pair<uint32_t, uint32_t> span_of(const std::vector<Column>& columns,
                                               const Field& field) {
    uint32_t first = UINT32_MAX, last = 0, nearest = 0, distance = UINT32_MAX;
    for (uint32_t i = 0; i < columns.size(); ++i) {
      if (field.from < columns[i].to && columns[i].from < field.to) {
        first = std::min(first, i);
        last = i;
      }
      const uint32_t away = field.to <= columns[i].from
                                ? columns[i].from - field.to
                                : field.from - std::min(field.from, columns[i].to);
      if (away < distance) {
        distance = away;
        nearest = i;
      }
    }
    return first == UINT32_MAX ? std::pair(nearest, nearest) : std::pair(first, last);
  }

  void add_cell(const Row& row, const Field& field, uint32_t first, uint32_t last) {
    const auto row_number = static_cast<uint16_t>(&row - rows_.data());
    if (!cells_.empty() && cells_.back().row == row_number && cells_.back().column >= first) {
      cells_.back().span.end = field.span.end;  // two words of one cell, set wide
      return;
    }
    Cell cell;
    cell.row = row_number;
    cell.column = static_cast<uint16_t>(first);
    cell.column_span = static_cast<uint16_t>(last - first + 1);
    cell.span = field.span;
    cells_.push_back(cell);
  }

  // At least one column beside the first is mostly numbers.
  bool has_numbers() const {
    std::vector<uint32_t> numeric(columns_), all(columns_);
    for (const Cell& cell : cells_) {
      if (looks_like_year(cell.span.of(text_))) continue;
      ++all[cell.column];
      if (looks_numeric(cell.span.of(text_))) ++numeric[cell.column];
    }
    for (uint32_t i = 1; i < columns_; ++i) {
      if (numeric[i] >= 2 && numeric[i] * 5 >= all[i] * 3) return true;
    }
    return false;
  }

  Table made() {
    Table table;
    table.columns = static_cast<uint16_t>(columns_);
    // Rules are no rows: the rows below move up.
    std::vector<uint16_t> number(rows_.size());
    for (size_t i = 0; i < rows_.size(); ++i) {
      number[i] = table.rows;
      if (!rows_[i].rule) ++table.rows;
    }
    for (Cell& cell : cells_) cell.row = number[cell.row];
    table.cells = std::move(cells_);
    set_heads(text_, table);
    return table;
  }

  std::string_view text_;
  std::vector<Row> rows_;
  std::vector<Cell> cells_;
  uint32_t columns_ = 0;
};

// Whether a line can stand in a table: parted into fields, a rule, or (inside) a single field.
bool is_parted(const Row& row) {
  return row.rule || (row.fields.size() >= 2 && row.fields.size() <= kMostColumns);
}

}  // namespace

std::vector<TextTable> find_text_tables(std::string_view text, const std::vector<TextLine>& lines) {
  std::vector<TextTable> tables;
  std::vector<Row> rows;
  const auto finish = [&] {
    while (!rows.empty() && !is_parted(rows.back())) rows.pop_back();
    const auto count =
        static_cast<size_t>(std::ranges::count_if(rows, [](const Row& row) { return !row.rule; }));
    if (count >= kFewestRows) {
      const uint32_t first = rows.front().line;
      const auto line_count = static_cast<uint32_t>(rows.size());
      if (auto table = Grid(text, std::move(rows)).table()) {
        table->span = {lines[first].span.begin, lines[first + line_count - 1].span.end};
        tables.push_back({first, line_count, std::move(*table)});
      }
    }
    rows.clear();
  };
  for (uint32_t i = 0; i < lines.size(); ++i) {
    Row row = row_of(text, lines[i], i);
    const bool goes_on = !rows.empty() && rows.size() < kMostRows && lines[i].blank_above <= 1 &&
                         !lines[i].page_above;
    if (!goes_on) finish();
    const bool parted = is_parted(row) && !lines[i].marker;
    // A title of some rows stands alone on its line, between rows.
    const bool between = goes_on && row.fields.size() == 1 && lines[i].columns <= 40 &&
                         lines[i].blank_above == 0 && lines[i].end == LineEnd::kOpen &&
                         is_parted(rows.back());
    if (parted || between) {
      if (rows.empty() && (row.rule || !parted)) continue;
      rows.push_back(std::move(row));
    } else {
      finish();
    }
  }
  finish();
  return tables;
}

}  // namespace cifra
