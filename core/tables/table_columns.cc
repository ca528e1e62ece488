// What a column of a table holds: words, numbers, years or codes.

#include <algorithm>

#include "core/lexicon/table_words.h"
#include "core/tables/table_view.h"
#include "core/text/ascii_letters.h"

namespace cifra {
namespace {

bool whole_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// What a column's numbers alone say about codes.
struct CodeSigns {
  size_t whole = 0, rising = 0, longs = 0, zeros = 0, one_length = 0;
  size_t parted = 0;    // "01.02", "1.1.3"
  bool ordered = true;  // each after the one before, as sections are: 1, 1.1, 1.2, 2
  std::vector<long> last;
};

// The whole numbers between the dots of "1.1.3"; empty where there is anything else.
std::vector<long> sections_of(std::string_view digits) {
  std::vector<long> sections(1);
  size_t length = 0;
  for (const char c : digits) {
    if (c == '.' && length > 0) {
      sections.push_back(0);
      length = 0;
    } else if (c >= '0' && c <= '9' && ++length <= 2) {
      sections.back() = sections.back() * 10 + (c - '0');
    } else {
      return {};
    }
  }
  return length > 0 ? sections : std::vector<long>();
}

void count_sections(CodeSigns& codes, std::string_view digits) {
  std::vector<long> sections = sections_of(digits);
  codes.ordered = codes.ordered && !sections.empty() &&
                  (codes.last.empty() ? sections[0] <= 1 : codes.last < sections);
  if (sections.size() > 1) {
    ++codes.parted;
    codes.zeros += digits[0] == '0' && digits[1] != '.' ? 1U : 0U;
  }
  codes.last = std::move(sections);
}

}  // namespace

void TableView::judge_column(uint32_t c) {
  TableColumn& column = columns_[c];
  size_t filled = 0, numbers = 0, years = 0;
  CodeSigns codes;
  int votes = 0;
  size_t length = 0;
  long last = -1;
  for (uint32_t r = table_.head_rows; r < table_.rows; ++r) {
    const uint32_t cell = at(r, c);
    if (cell == kNoIndex || table_.cells[cell].row != r || table_.cells[cell].column != c) continue;
    const std::string_view raw = text(cell);
    if (is_blank_cell(raw)) continue;
    ++filled;
    if (is_year_cell(raw)) ++years;
    const std::optional<CellNumber> number = read_cell_number(raw);
    if (!number) continue;
    ++numbers;
    column.signs = column.signs || number->plus;
    column.dashes = column.dashes || number->minus;
    column.brackets = column.brackets || number->bracketed;
    const std::string_view digits = number->digits.of(raw);
    const DecimalMark mark = mark_of(digits);
    votes += mark == DecimalMark::kComma ? 1 : mark == DecimalMark::kPoint ? -1 : 0;
    count_sections(codes, digits);
    if (whole_digits(digits) && number->unit.empty() && !number->plus && !number->minus) {
      ++codes.whole;
      codes.longs += digits.size() >= 5 ? 1U : 0U;
      codes.zeros += digits.size() > 1 && digits[0] == '0' ? 1U : 0U;
      if (length == 0) length = digits.size();
      codes.one_length += digits.size() == length ? 1U : 0U;
      const long value = digits.size() < 10 ? std::stol(std::string(digits)) : -1;
      codes.rising += value == last + 1 || last < 0 ? 1U : 0U;
      last = value;
    }
  }
  if (filled == 0) return;
  column.kind = 2 * numbers >= filled ? ColumnKind::kNumbers : ColumnKind::kWords;
  column.mark = votes > 0   ? DecimalMark::kComma
                : votes < 0 ? DecimalMark::kPoint
                            : DecimalMark::kUnknown;
  if (column.kind != ColumnKind::kNumbers) return;
  std::string head;
  for (uint32_t r = 0; r < table_.head_rows; ++r) {
    const std::string_view above = text_at(r, c);
    if (!above.empty()) head = fold_cell(above);
  }
  if (years == filled && (filled >= 2 || begins_with_word(head, year_head_words()))) {
    column.kind = ColumnKind::kYears;
    return;
  }
  // A stray word among thousands of codes does not make them quantities.
  const bool all_whole = 50 * codes.whole >= 49 * filled;
  bool words_after = false;
  for (uint32_t later = c + 1; later < table_.columns && later < c + 5U; ++later) {
    for (uint32_t r = table_.head_rows; r < table_.rows && !words_after; ++r) {
      words_after = has_letters(text_at(r, later)) && !is_blank_cell(text_at(r, later)) &&
                    !read_cell_number(text_at(r, later));
    }
  }
  const bool named = has_word(head, code_head_words());
  const bool counter = all_whole && filled >= 3 && 10 * codes.rising >= 9 * filled &&
                       (c == 0 || words_after) && table_.columns > 1;
  const bool fixed = all_whole && filled >= 3 && 50 * codes.longs >= 49 * filled &&
                     50 * codes.one_length >= 49 * filled && (words_after || length >= 9);
  const bool sections = codes.whole + codes.parted == filled && codes.parted > 0;
  const bool numbered = sections && c == 0 && codes.ordered && filled >= 3 && words_after;
  if ((named && (all_whole || sections)) || counter || fixed || numbered ||
      ((all_whole || sections) && 2 * codes.zeros > filled)) {
    column.kind = ColumnKind::kCodes;
  }
}

}  // namespace cifra
