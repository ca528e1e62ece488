#include "core/tables/table_values.h"

#include <algorithm>

#include "core/lexicon/table_words.h"
#include "core/tables/number_style.h"

namespace cifra {
namespace {

// The decimal mark of a column whose numbers leave it open.
DecimalMark guess_mark(const TableView& view, uint32_t column, bool english) {
  bool points = false, commas = false, small_whole = false;
  for (uint32_t r = view.first_row(); r < view.table().rows; ++r) {
    const std::optional<CellNumber> number = view.number_at(r, column);
    if (!number) continue;
    const std::string_view digits = number->digits.of(view.text_at(r, column));
    points = points || digits.find('.') != std::string_view::npos;
    commas = commas || digits.find(',') != std::string_view::npos;
    small_whole = small_whole || digits.find_first_of(".,") == std::string_view::npos;
  }
  if (points) return english ? DecimalMark::kPoint : DecimalMark::kComma;
  if (!commas) return DecimalMark::kUnknown;
  // "1,234" beside "398" parts thousands; alone it is what the rest of the table does.
  if (small_whole) return DecimalMark::kPoint;
  int votes = 0;
  for (const TableColumn& other : view.columns()) {
    if (other.kind != ColumnKind::kNumbers) continue;
    votes += other.mark == DecimalMark::kPoint ? 1 : other.mark == DecimalMark::kComma ? -1 : 0;
  }
  if (votes != 0) return votes > 0 ? DecimalMark::kPoint : DecimalMark::kComma;
  return english ? DecimalMark::kPoint : DecimalMark::kComma;
}

// "Durata media", "Incidenza per 100.000": what no sum is made of.
bool names_a_mean(const std::vector<std::string>& heads) {
  return std::ranges::any_of(heads, [](const std::string& head) {
    std::string folded = fold_cell(head);
    for (const std::string_view name : no_mean_words()) {
      for (size_t at = folded.find(name); at != std::string::npos; at = folded.find(name, at)) {
        folded.erase(at, name.size());
      }
    }
    return has_word(folded, mean_words());
  });
}

using CellList = std::vector<uint32_t>;

constexpr size_t kMostLookedAt = 1'000'000;  // rows, by all totals of a table

// One way of making totals: the parts of each, over the columns (or rows) of the table.
struct Candidate {
  std::vector<SumCheck> checks;
  size_t holding = 0;
};

class SumFinder {
 public:
  SumFinder(const TableView& view, const std::vector<std::optional<CellValue>>& cells)
      : view_(view), table_(view.table()), cells_(cells) {
    for (uint32_t c = 0; c < table_.columns; ++c) {
      const bool numbers = view.columns()[c].kind == ColumnKind::kNumbers;
      mean_columns_.push_back(numbers && names_a_mean(view.column_heads(c)));
    }
    for (uint32_t r = 0; r < table_.rows; ++r) {
      const bool body = r >= view.first_row() && view.name_columns() < table_.columns;
      mean_rows_.push_back(body && names_a_mean(view.row_heads(r, view.name_columns())));
    }
  }

  std::vector<SumCheck> find() {
    size_t totals = 0;
    for (uint32_t r = view_.first_row(); r < table_.rows; ++r) totals += view_.is_total_row(r);
    only_near_ = totals * table_.rows > kMostLookedAt;
    for (uint32_t r = view_.first_row(); r < table_.rows; ++r) {
      if (view_.is_total_row(r)) keep_best(row_candidates(r));
    }
    for (uint32_t c = 0; c < table_.columns; ++c) {
      if (view_.columns()[c].kind == ColumnKind::kNumbers && view_.is_total_column(c)) {
        keep_best(column_candidates(c));
      }
    }
    return std::move(sums_);
  }

 private:
  const CellValue* value(uint32_t row, uint32_t column) const {
    const uint32_t cell = view_.at(row, column);
    if (cell == kNoIndex || table_.cells[cell].row != row || table_.cells[cell].column != column) {
      return nullptr;
    }
    return cells_[cell] ? &*cells_[cell] : nullptr;
  }

  bool is_mean(uint32_t cell) const {
    return mean_columns_[table_.cells[cell].column] || mean_rows_[table_.cells[cell].row];
  }

  void add(Candidate& candidate, uint32_t total, const CellList& parts) const {
    if (parts.size() < 2 || is_mean(total) || is_mean(parts.front())) return;
    SumCheck check;
    check.total = total;
    check.parts = parts;
    std::ranges::sort(check.parts);  // as on the page
    check.stated = cells_[total]->value;
    int decimals = cells_[total]->decimals;
    for (const uint32_t part : parts) {
      const std::optional<Decimal> sum = check.sum.plus(cells_[part]->value);
      if (!sum) return;
      check.sum = *sum;
      decimals = std::max(decimals, cells_[part]->decimals);
    }
    const std::optional<Decimal> off = check.sum.minus(check.stated);
    if (!off) return;
    const Decimal size = off->is_negative() ? off->negated() : *off;
    // Printed roundings may add up to half a digit each.
    const std::optional<Decimal> room =
        Decimal(static_cast<int64_t>(parts.size() + 1) * 5).scaled(-decimals - 1);
    check.holds = size.is_zero() || (decimals > 0 && room && size <= *room);
    candidate.holding += check.holds ? 1U : 0U;
    candidate.checks.push_back(std::move(check));
  }

  // The rows a total may add up: those since the last total or head of a group, all rows, or the
  // totals before it.
  std::vector<Candidate> row_candidates(uint32_t total_row) const {
    std::vector<Candidate> candidates;
    for (int way = 0; way < 4; ++way) {
      if (only_near_ && (way == 1 || way == 2)) continue;
      Candidate candidate;
      for (uint32_t c = 0; c < table_.columns; ++c) {
        if (view_.columns()[c].kind != ColumnKind::kNumbers || value(total_row, c) == nullptr)
          continue;
        CellList parts;
        if (way == 3) {
          // A total above its parts.
          for (uint32_t r = total_row + 1; r < table_.rows && !view_.is_total_row(r); ++r) {
            if (value(r, c) != nullptr) parts.push_back(view_.at(r, c));
          }
        } else {
          for (uint32_t r = total_row; r-- > view_.first_row();) {
            const bool total = view_.is_total_row(r);
            if (way == 0 && (total || view_.is_group_row(r))) break;
            if ((way == 2) == total && value(r, c) != nullptr) parts.push_back(view_.at(r, c));
          }
        }
        add(candidate, view_.at(total_row, c), parts);
      }
      candidates.push_back(std::move(candidate));
    }
    return candidates;
  }

  std::vector<Candidate> column_candidates(uint32_t total_column) const {
    std::vector<Candidate> candidates;
    for (uint32_t begin = 0; begin < total_column; ++begin) {
      if (view_.columns()[begin].kind != ColumnKind::kNumbers) continue;
      Candidate candidate;
      for (uint32_t r = view_.first_row(); r < table_.rows; ++r) {
        if (value(r, total_column) == nullptr) continue;
        CellList parts;
        for (uint32_t c = begin; c < total_column; ++c) {
          if (value(r, c) != nullptr) parts.push_back(view_.at(r, c));
        }
        add(candidate, view_.at(r, total_column), parts);
      }
      candidates.push_back(std::move(candidate));
    }
    return candidates;
  }

  // A way of adding up counts where most of its sums hold; then the others are faults.
  void keep_best(std::vector<Candidate> candidates) {
    Candidate* best = nullptr;
    for (Candidate& candidate : candidates) {
      if (best == nullptr || candidate.holding > best->holding) best = &candidate;
    }
    if (best == nullptr || best->holding == 0 || 2 * best->holding < best->checks.size()) return;
    for (SumCheck& check : best->checks) sums_.push_back(std::move(check));
  }

  const TableView& view_;
  const Table& table_;
  const std::vector<std::optional<CellValue>>& cells_;
  std::vector<bool> mean_columns_, mean_rows_;
  bool only_near_ = false;  // too many totals for each to look at all rows above it
  std::vector<SumCheck> sums_;
};

size_t holding(const std::vector<SumCheck>& sums) {
  return static_cast<size_t>(
      std::count_if(sums.begin(), sums.end(), [](const SumCheck& check) { return check.holds; }));
}

// Brackets are negative where more sums hold that way.
void settle_brackets(const TableView& view, TableValues& values) {
  const auto bracketed = [](const std::optional<CellValue>& cell) {
    return cell && cell->number.bracketed;
  };
  values.sums = SumFinder(view, values.cells).find();
  if (std::none_of(values.cells.begin(), values.cells.end(), bracketed)) return;
  std::vector<std::optional<CellValue>> negative = values.cells;
  for (std::optional<CellValue>& cell : negative) {
    if (bracketed(cell)) cell->value = cell->value.negated();
  }
  std::vector<SumCheck> sums = SumFinder(view, negative).find();
  if (holding(sums) > holding(values.sums)) {
    values.cells = std::move(negative);
    values.sums = std::move(sums);
  }
}

}  // namespace

TableValues read_values(const TableView& view) {
  TableValues values;
  const Table& table = view.table();
  values.cells.resize(table.cells.size());
  std::optional<bool> english;
  for (uint32_t c = 0; c < table.columns; ++c) {
    const TableColumn& column = view.columns()[c];
    if (column.kind != ColumnKind::kNumbers) continue;
    DecimalMark mark = column.mark;
    for (uint32_t r = view.first_row(); r < table.rows; ++r) {
      const std::optional<CellNumber> number = view.number_at(r, c);
      if (!number) continue;
      const std::string_view digits = number->digits.of(view.text_at(r, c));
      if (mark == DecimalMark::kUnknown && is_ambiguous(digits)) {
        if (!english) english = has_decimal_point(view.document().text);
        mark = guess_mark(view, c, *english);
      }
      const std::optional<Decimal> value = value_of(digits, mark);
      if (!value) continue;
      const Decimal sized = number->minus ? value->negated() : *value;
      values.cells[view.at(r, c)] = CellValue{*number, sized, decimals_of(digits, mark)};
    }
  }
  settle_brackets(view, values);
  values.confidence = table.confidence;
  if (!values.sums.empty()) {
    const float share =
        static_cast<float>(holding(values.sums)) / static_cast<float>(values.sums.size());
    values.confidence = 0.6F * table.confidence + 0.4F * share;
  }
  return values;
}

std::vector<std::string> sum_faults(const TableView& view, const TableValues& values) {
  std::vector<std::string> faults;
  for (const SumCheck& check : values.sums) {
    if (check.holds) continue;
    const Cell& total = view.table().cells[check.total];
    const auto join = [](const std::vector<std::string>& heads) {
      std::string text;
      for (const std::string& head : heads) text += text.empty() ? head : " / " + head;
      return text;
    };
    faults.push_back(join(view.row_heads(total.row, total.column)) + ", " +
                     join(view.column_heads(total.column)) + ": " + check.stated.to_string() +
                     " is stated, its " + std::to_string(check.parts.size()) + " parts add up to " +
                     check.sum.to_string());
  }
  return faults;
}

}  // namespace cifra
