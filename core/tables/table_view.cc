#include "core/tables/table_view.h"

#include <algorithm>
#include <cmath>

#include "core/lexicon/table_words.h"
#include "core/text/ascii_letters.h"
#include "core/text/folding.h"

namespace cifra {
namespace {

constexpr float kIndent = 3;  // points: less is no indent
constexpr float kCentred = 12;
constexpr float kApart = 18;  // points: between two tables side by side

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

// A name without the row of dots that leads the eye to its number.
std::string without_leader(std::string text) {
  size_t end = text.size();
  size_t dots = 0;
  while (end > 0 && (text[end - 1] == '.' || text[end - 1] == ' ' || text[end - 1] == '_')) {
    dots += text[end - 1] == ' ' ? 0U : 1U;
    --end;
  }
  if (dots >= 3) text.resize(end);
  return text;
}

// A head without the raised mark of a note behind it; "km²" keeps its own.
std::string without_mark(std::string text) {
  size_t end = text.size();
  for (;;) {
    if (end >= 2 && text[end - 2] == '\xC2' &&
        (text[end - 1] == '\xB9' || text[end - 1] == '\xB2' || text[end - 1] == '\xB3')) {
      end -= 2;
    } else if (end >= 3 && text[end - 3] == '\xE2' && text[end - 2] == '\x81' &&
               text[end - 1] >= '\xB0' && text[end - 1] <= '\xBE') {
      end -= 3;
    } else {
      break;
    }
  }
  if (end == 0 || end == text.size()) return text;
  const size_t word = text.find_last_of(" (/", end - 1) + 1;
  static constexpr std::string_view kPowered[] = {"m", "km", "dm", "cm", "mm", "hm", "s"};
  if (std::find(std::begin(kPowered), std::end(kPowered),
                std::string_view(text).substr(word, end - word)) == std::end(kPowered)) {
    text.resize(end);
  }
  return text;
}

float spread(const std::vector<float>& places) {
  if (places.empty()) return 0;
  const auto [least, most] = std::minmax_element(places.begin(), places.end());
  return *most - *least;
}

}  // namespace

std::string tidy_cell(std::string_view text) {
  std::string out;
  bool space = false;
  for (const char c : text) {
    if (c == ' ' || c == '\n' || c == '\t') {
      space = !out.empty();
      continue;
    }
    if (space) out.push_back(' ');
    space = false;
    out.push_back(c);
  }
  return out;
}

std::string fold_cell(std::string_view text) { return fold(tidy_cell(text)); }

bool begins_with_word(std::string_view folded, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return folded.starts_with(word) &&
           (folded.size() == word.size() || !is_word_byte(word.back()) ||
            !is_word_byte(folded[word.size()]));
  });
}

bool has_word(std::string_view folded, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    for (size_t at = folded.find(word); at != std::string_view::npos;
         at = folded.find(word, at + 1)) {
      const size_t end = at + word.size();
      const bool begins = at == 0 || !is_word_byte(folded[at - 1]);
      const bool ends =
          end == folded.size() || !is_word_byte(word.back()) || !is_word_byte(folded[end]);
      if (begins && ends) return true;
    }
    return false;
  });
}

TableView::TableView(const Document& document, uint32_t table)
    : document_(document), table_(document.tables[table]) {
  lay_grid();
  judge_columns();
  find_names();
  judge_rows();
  find_parts();
  find_indents();
}

void TableView::lay_grid() {
  grid_.assign(size_t{table_.rows} * table_.columns, kNoIndex);
  for (uint32_t i = 0; i < table_.cells.size(); ++i) {
    const Cell& cell = table_.cells[i];
    for (uint32_t r = cell.row; r < std::min<uint32_t>(cell.row + cell.row_span, table_.rows);
         ++r) {
      for (uint32_t c = cell.column;
           c < std::min<uint32_t>(cell.column + cell.column_span, table_.columns); ++c) {
        uint32_t& place = grid_[r * table_.columns + c];
        if (place == kNoIndex) place = i;
      }
    }
  }
}

std::string_view TableView::text_at(uint32_t row, uint32_t column) const {
  const uint32_t cell = at(row, column);
  return cell == kNoIndex ? std::string_view() : text(cell);
}

std::optional<CellNumber> TableView::number_at(uint32_t row, uint32_t column) const {
  const uint32_t cell = at(row, column);
  if (cell == kNoIndex || row < table_.head_rows || groups_.empty() || year_rows_[row]) return {};
  if (columns_[column].kind != ColumnKind::kNumbers) return {};
  const Cell& place = table_.cells[cell];
  if (place.row != row || place.column != column) return {};
  return read_cell_number(text(cell));
}

void TableView::judge_columns() {
  columns_.resize(table_.columns);
  for (uint32_t c = 0; c < table_.columns; ++c) judge_column(c);
}

// Columns at the left up to the first of values name the rows, whatever the markup says.
void TableView::find_names() {
  name_columns_ = table_.head_columns;
  uint32_t first = 0;
  while (first < table_.columns && columns_[first].kind != ColumnKind::kNumbers) ++first;
  if (first < table_.columns) name_columns_ = std::max(name_columns_, first);
}

void TableView::judge_rows() {
  groups_.assign(table_.rows, false);
  year_rows_.assign(table_.rows, false);
  total_rows_.assign(table_.rows, false);
  for (uint32_t r = table_.head_rows; r < table_.rows; ++r) {
    size_t numbers = 0, years = 0, words = 0, blanks = 0;
    std::string label;
    for (uint32_t c = 0; c < table_.columns; ++c) {
      const uint32_t cell = at(r, c);
      if (cell == kNoIndex || (c > 0 && at(r, c - 1) == cell)) continue;
      const std::string_view raw = text(cell);
      if (raw.empty()) continue;
      if (columns_[c].kind == ColumnKind::kNumbers) {
        if (table_.cells[cell].row != r) continue;
        if (is_blank_cell(raw)) {
          ++blanks;
        } else if (is_year_cell(raw)) {
          ++years;
        } else if (read_cell_number(raw)) {
          ++numbers;
        } else {
          ++words;
        }
      } else if (label.empty() && has_letters(raw)) {
        label = fold_cell(raw);
      }
    }
    // A repeated row of years is a head inside the body; a lone number that looks like one is not.
    year_rows_[r] = years >= 2 && numbers == 0 && words == 0;
    groups_[r] = numbers == 0 && years == 0 && blanks == 0;
    total_rows_[r] = begins_with_word(label, total_words());
  }
}

bool TableView::is_total_column(uint32_t column) const {
  const std::vector<std::string> heads = column_heads(column);
  return !heads.empty() && begins_with_word(fold(heads.back()), total_words());
}

// The column whose words name a row: the innermost filled one.
uint32_t TableView::label_column(uint32_t row, uint32_t from, uint32_t to) const {
  for (uint32_t c = to; c-- > from;) {
    if (columns_[c].kind == ColumnKind::kWords && !text_at(row, c).empty()) return c;
  }
  return kNoIndex;
}

// Two tables side by side under one row of heads: where the heads of columns begin again, so do the
// heads of rows.
void TableView::find_parts() {
  part_begin_.assign(table_.columns, 0);
  if (table_.head_rows == 0) return;
  const auto head = [&](uint32_t c) { return fold_cell(text_at(table_.head_rows - 1U, c)); };
  uint32_t begin = 0;
  for (uint32_t c = 1; c < table_.columns; ++c) {
    const bool names = columns_[c].kind == ColumnKind::kWords ||
                       columns_[c].kind == ColumnKind::kYears ||
                       columns_[c].kind == ColumnKind::kCodes;
    bool numbers_before = false;
    for (uint32_t k = begin; k < c; ++k) {
      numbers_before = numbers_before || columns_[k].kind == ColumnKind::kNumbers;
    }
    if (names && numbers_before &&
        ((!head(c).empty() && head(c) == head(begin)) || stands_apart(begin, c))) {
      begin = c;
    }
    part_begin_[c] = begin;
  }
}

// Whether a column of names begins a table of its own: wider apart from what stands before it than
// any columns on either side are, and no name twice.
bool TableView::stands_apart(uint32_t begin, uint32_t column) const {
  if (columns_[column].kind != ColumnKind::kWords || column + 1 >= table_.columns) return false;
  std::vector<Box> reach(table_.columns, Box{1e6F, 0, -1e6F, 0});
  std::vector<std::string_view> names;
  for (uint32_t i = 0; i < table_.cells.size(); ++i) {
    const Cell& cell = table_.cells[i];
    if (cell.column_span != 1 || cell.box.x1 <= cell.box.x0) continue;
    reach[cell.column].x0 = std::min(reach[cell.column].x0, cell.box.x0);
    reach[cell.column].x1 = std::max(reach[cell.column].x1, cell.box.x1);
    if (cell.column == column && cell.row >= table_.head_rows) names.push_back(text(i));
  }
  std::sort(names.begin(), names.end());
  if (names.size() < 3 || std::adjacent_find(names.begin(), names.end()) != names.end())
    return false;
  const auto gap = [&](uint32_t c) { return reach[c].x0 - reach[c - 1].x1; };
  float widest = 0;
  for (uint32_t c = begin + 1; c < table_.columns; ++c) {
    if (c != column) widest = std::max(widest, gap(c));
  }
  return gap(column) > kApart && gap(column) > 1.4F * widest;
}

float TableView::middle_of_cells() const {
  float x0 = 1e6F, x1 = -1e6F;
  for (const Cell& cell : table_.cells) {
    if (cell.box.x1 <= cell.box.x0) continue;
    x0 = std::min(x0, cell.box.x0), x1 = std::max(x1, cell.box.x1);
  }
  return (x0 + x1) / 2;
}

// Groups: rows without numbers head the rows below them; so do rows further left than those below,
// where the names stand at a few clear indents.
void TableView::find_indents() {
  groups_above_.resize(table_.rows);
  struct Open {
    float x = 0;
    bool group = false;
    std::string text;
  };
  std::vector<float> lefts, middles;
  Box names{1e6F, 0, -1e6F, 0};
  for (uint32_t r = table_.head_rows; r < table_.rows; ++r) {
    const uint32_t c = label_column(r, 0, table_.columns);
    if (c == kNoIndex || c > name_columns_ || total_rows_[r] || groups_[r]) continue;
    const Box& box = table_.cells[at(r, c)].box;
    names.x0 = std::min(names.x0, box.x0), names.x1 = std::max(names.x1, box.x1);
    middles.push_back((box.x0 + box.x1) / 2);
    lefts.push_back(box.x0);
  }
  const float middle = names.x0 < names.x1 ? middle_of_cells() : 0;
  const auto left_of = [&](uint32_t r, uint32_t c) {
    const Box& box = table_.cells[at(r, c)].box;
    // A head of a group may be set in the middle of the table: it stands at no indent.
    const bool in_middle =
        groups_[r] && box.x0 > names.x0 + kIndent &&
        (box.x0 >= names.x1 || std::abs((box.x0 + box.x1) / 2 - middle) < kCentred);
    return in_middle ? names.x0 : box.x0;
  };
  for (uint32_t r = table_.head_rows; r < table_.rows; ++r) {
    const uint32_t c = label_column(r, 0, table_.columns);
    if (c == kNoIndex || c > name_columns_ || !groups_[r]) continue;
    lefts.push_back(left_of(r, c));
  }
  std::sort(lefts.begin(), lefts.end());
  size_t levels = lefts.empty() ? 0 : 1, alone = 0, run = 1;
  for (size_t i = 1; i < lefts.size(); ++i) {
    if (lefts[i] - lefts[i - 1] > kIndent) {
      ++levels;
      alone += run == 1 ? 1U : 0U;
      run = 0;
    }
    ++run;
  }
  const bool indented = levels >= 2 && levels <= 5 && 4 * alone <= lefts.size() &&
                        lefts.back() > 0 && spread(lefts) < spread(middles) + kIndent;
  std::vector<Open> open;
  bool after_total = false;
  for (uint32_t r = table_.head_rows; r < table_.rows; ++r) {
    const uint32_t c =
        label_column(r, 0, groups_[r] ? table_.columns : std::max<uint32_t>(name_columns_, 1));
    if (c == kNoIndex) continue;
    const float x = left_of(r, c);
    std::string label = without_mark(without_leader(tidy_cell(text_at(r, c))));
    if (groups_[r]) {
      // Heads of groups one straight after the other nest; others take each other's place.
      const bool nests = r > table_.head_rows && groups_[r - 1] && !open.empty() &&
                         (!indented || x > open.back().x + kIndent);
      while (!nests && !open.empty() && (!indented || open.back().x > x - kIndent)) {
        open.pop_back();
      }
      open.push_back({x, true, std::move(label)});
      after_total = false;
      continue;
    }
    if (indented) {
      while (!open.empty() && !open.back().group && open.back().x > x - kIndent) open.pop_back();
      while (!open.empty() && open.back().group && open.back().x > x + kIndent) open.pop_back();
    }
    // The total of all stands under no group.
    if (total_rows_[r] && after_total) open.clear();
    after_total = total_rows_[r];
    for (const Open& one : open) {
      // A total may be set further in; it is no part of the row above.
      if (one.group || !total_rows_[r]) groups_above_[r].push_back(one.text);
    }
    if (indented && !total_rows_[r]) open.push_back({x, false, std::move(label)});
  }
}

std::vector<std::string> TableView::column_heads(uint32_t column) const {
  std::vector<std::string> heads;
  uint32_t last = kNoIndex;
  for (uint32_t r = 0; r < table_.head_rows; ++r) {
    const uint32_t cell = at(r, column);
    if (cell == kNoIndex || cell == last) continue;
    last = cell;
    std::string words = without_mark(tidy_cell(text(cell)));
    if (!words.empty()) heads.push_back(std::move(words));
  }
  return heads;
}

uint32_t TableView::part_of(uint32_t row, uint32_t column) const {
  const uint32_t begin = part_begin_[column];
  // Without words before it, a number is named by those after it: each column for itself.
  const bool named =
      begin == 0 && label_column(row, 0, std::min(name_columns_, column)) != kNoIndex;
  return named && column >= name_columns_ ? 0 : column + 1;
}

std::vector<std::string> TableView::row_heads(uint32_t row, uint32_t column) const {
  std::vector<std::string> heads;
  const uint32_t begin = part_begin_[column];
  const uint32_t end = begin == 0 ? std::min(std::max<uint32_t>(name_columns_, 1), column) : column;
  bool own = false;
  for (uint32_t c = begin; c < end; ++c) {
    const ColumnKind kind = columns_[c].kind;
    if (kind == ColumnKind::kCodes || (kind == ColumnKind::kNumbers && c >= table_.head_columns))
      continue;
    uint32_t r = row;
    // An outer head stands for the rows below it until the next.
    if (text_at(r, c).empty() && c + 1 < end && label_column(row, c + 1, end) != kNoIndex) {
      while (r > table_.head_rows && text_at(r, c).empty() && !total_rows_[r]) --r;
      if (total_rows_[r] && r != row) continue;
    }
    std::string words = without_mark(without_leader(tidy_cell(text_at(r, c))));
    if (words.empty() || (!has_letters(words) && is_blank_cell(words)) || groups_[r]) continue;
    own = own || r == row;
    heads.push_back(std::move(words));
  }
  if (begin == 0) {
    heads.insert(heads.begin(), groups_above_[row].begin(), groups_above_[row].end());
  }
  if (own) return heads;
  // No words before the number: those after it name the row.
  for (uint32_t c = column + 1; c < table_.columns && heads.empty(); ++c) {
    if (columns_[c].kind != ColumnKind::kWords) continue;
    std::string words = tidy_cell(text_at(row, c));
    if (!words.empty() && !is_blank_cell(words)) heads.push_back(std::move(words));
  }
  return heads;
}

}  // namespace cifra
