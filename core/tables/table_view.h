// A table as a grid: which cell stands at a row and column, what the columns hold, and the words
// that head a row or a column.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/document.h"
#include "core/tables/cell_number.h"

namespace cifra {

enum class ColumnKind : uint8_t {
  kEmpty,
  kWords,  // names of rows, notes, dates
  kNumbers,
  kYears,
  kCodes,  // counters of rows, postcodes, identifiers
};

struct TableColumn {
  ColumnKind kind = ColumnKind::kEmpty;
  DecimalMark mark = DecimalMark::kUnknown;
  int decimals = 0;       // the most printed
  bool signs = false;     // some number has a plus before it
  bool dashes = false;    // some number has a minus
  bool brackets = false;  // some number is in brackets
};

class TableView {
 public:
  TableView(const Document& document, uint32_t table);

  const Document& document() const { return document_; }
  const Table& table() const { return table_; }
  const std::vector<TableColumn>& columns() const { return columns_; }

  // Index into Table::cells of the cell over a place, spans counted; kNoIndex for none.
  uint32_t at(uint32_t row, uint32_t column) const { return grid_[row * table_.columns + column]; }
  std::string_view text(uint32_t cell) const { return document_.of(table_.cells[cell].span); }
  std::string_view text_at(uint32_t row, uint32_t column) const;
  // The number of a cell of a column of numbers, if it is one and nothing more.
  std::optional<CellNumber> number_at(uint32_t row, uint32_t column) const;

  // Columns at the left that name rows.
  uint32_t name_columns() const { return name_columns_; }
  uint32_t first_row() const { return table_.head_rows; }  // of the body
  // Rows without any number: the head of a group, or a note.
  bool is_group_row(uint32_t row) const { return groups_[row]; }
  // Rows of years or of nothing but heads inside the body.
  bool is_year_row(uint32_t row) const { return year_rows_[row]; }
  bool is_total_row(uint32_t row) const { return total_rows_[row]; }
  bool is_total_column(uint32_t column) const;

  // Head texts of a column, outer first.
  std::vector<std::string> column_heads(uint32_t column) const;
  // Cells of a row with one part have the same row heads.
  uint32_t part_of(uint32_t row, uint32_t column) const;
  // Head texts of a row for a cell in `column`, outer first.
  std::vector<std::string> row_heads(uint32_t row, uint32_t column) const;

 private:
  void lay_grid();
  void judge_columns();
  void judge_column(uint32_t column);
  void find_names();
  void judge_rows();
  void find_indents();
  void find_parts();
  float middle_of_cells() const;
  bool stands_apart(uint32_t begin, uint32_t column) const;
  uint32_t label_column(uint32_t row, uint32_t from, uint32_t to) const;

  const Document& document_;
  const Table& table_;
  std::vector<uint32_t> grid_;
  uint32_t name_columns_ = 0;  // columns at the left that name rows
  std::vector<TableColumn> columns_;
  std::vector<bool> groups_, year_rows_, total_rows_;
  std::vector<std::vector<std::string>> groups_above_;  // heads of groups a row stands under
  std::vector<uint32_t> part_begin_;                    // column → first column of its part
};

// White space made single spaces, ends trimmed; note marks left.
std::string tidy_cell(std::string_view text);
// tidy, lower case, accents off.
std::string fold_cell(std::string_view text);
// Whether a folded head begins with one of the words, as whole words.
bool begins_with_word(std::string_view folded, std::span<const std::string_view> words);
// … or holds one.
bool has_word(std::string_view folded, std::span<const std::string_view> words);

}  // namespace cifra
