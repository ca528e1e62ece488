#include "core/layout/cell_heads.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "core/text/ascii_letters.h"
#include "core/text/folding.h"

namespace cifra {
namespace {

constexpr size_t kMostLettersInNumber = 4;  // "mln", "ca.", "euro"

// What each row, or each column of the body, is made of.
struct Share {
  uint32_t cells = 0, marked = 0, texts = 0, numbers = 0;
};

class Heads {
 public:
  Heads(std::string_view text, Table& table) : text_(text), table_(table) {}

  void set() {
    table_.head_rows = head_rows();
    table_.head_columns = head_columns();
    for (Cell& cell : table_.cells) {
      cell.head = cell.head || cell.row < table_.head_rows || cell.column < table_.head_columns;
    }
  }

 private:
  Share& count(Share& share, const Cell& cell) const {
    const std::string_view words = cell.span.of(text_);
    if (words.empty()) return share;
    ++share.cells;
    if (cell.head) ++share.marked;
    if (looks_numeric(words) && !looks_like_year(words)) {
      ++share.numbers;
    } else if (!looks_numeric(words)) {
      ++share.texts;
    }
    return share;
  }

  // Leading rows whose cells are all marked; without marks, those above the first number that does
  // not stand in the first column.
  uint16_t head_rows() const {
    std::vector<Share> rows(table_.rows), rest(table_.rows);
    for (const Cell& cell : table_.cells) {
      if (cell.row >= table_.rows) continue;
      count(rows[cell.row], cell);
      if (cell.column > 0) count(rest[cell.row], cell);
    }
    uint16_t marked = 0;
    while (marked < table_.rows && rows[marked].cells > 0 &&
           rows[marked].marked == rows[marked].cells) {
      ++marked;
    }
    if (marked > 0 && marked < table_.rows) return marked;
    uint16_t above = 0;
    while (above < table_.rows && rest[above].numbers == 0) ++above;
    return above < table_.rows ? above : 0;
  }

  // The first columns, as far as the cells of the body are marked or are words.
  uint16_t head_columns() const {
    std::vector<Share> columns(table_.columns);
    for (const Cell& cell : table_.cells) {
      if (cell.row < table_.head_rows || cell.column >= table_.columns) continue;
      count(columns[cell.column], cell);
    }
    uint16_t marked = 0;
    while (marked + 1 < table_.columns && columns[marked].cells > 0 &&
           columns[marked].marked == columns[marked].cells) {
      ++marked;
    }
    if (marked > 0) return marked;
    // Names, or years down the side.
    const Share& first = columns.front();
    const uint32_t years = first.cells - first.texts - first.numbers;
    return table_.columns > 1 && (first.texts + years) * 2 > first.cells ? 1 : 0;
  }

  std::string_view text_;
  Table& table_;
};

}  // namespace

bool looks_numeric(std::string_view words) {
  constexpr std::array<std::string_view, 7> kNothing = {"-",  "--",   "...", "n.d.",
                                                        "nd", "n.a.", "*"};
  const std::string folded = fold(words);
  if (std::ranges::find(kNothing, folded) != kNothing.end()) return true;
  const bool digit = std::ranges::any_of(folded, is_ascii_digit);
  const auto letters = static_cast<size_t>(
      std::ranges::count_if(folded, [](char c) { return c >= 'a' && c <= 'z'; }));
  return digit && letters <= kMostLettersInNumber;
}

bool looks_like_year(std::string_view words) {
  return words.size() == 4 && std::ranges::all_of(words, is_ascii_digit) &&
         (words.starts_with("19") || words.starts_with("20"));
}

void set_heads(std::string_view text, Table& table) {
  if (table.columns > 0) Heads(text, table).set();
}

}  // namespace cifra
