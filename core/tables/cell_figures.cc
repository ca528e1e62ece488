#include "core/tables/cell_figures.h"

#include <algorithm>

#include "core/grammar/recogniser.h"
#include "core/lexicon/calendar.h"
#include "core/lexicon/table_words.h"
#include "core/tables/head_time.h"
#include "core/tables/head_unit.h"
#include "core/tables/table_values.h"
#include "core/text/folding.h"

namespace cifra {
namespace {

constexpr size_t kYearDigits = 4;
constexpr size_t kShortHead = 48;          // bytes: a name, not a sentence
constexpr size_t kLeastDescription = 140;  // longer heads of rows hold figures of their own

std::string join(const std::vector<std::string>& heads) {
  std::string text;
  for (const std::string& head : heads) {
    if (!text.empty()) text += " / ";
    text += head;
  }
  return text;
}

// What a list of heads says, inner heads first: the nearest unit, the nearest scale.
HeadUnit heads_unit(const std::vector<std::string>& heads, bool of_row, bool& closed) {
  HeadUnit found;
  for (size_t i = heads.size(); i-- > 0;) {
    const HeadUnit one = read_head_unit(heads[i], false);
    if (one.has_unit && !found.has_unit) {
      found.has_unit = true;
      found.kind = one.kind, found.unit = one.unit, found.factor = one.factor;
    }
    if (one.has_scale && !found.has_scale) found.has_scale = true, found.power = one.power;
    found.money = found.money || one.money;
    found.change = found.change || one.change;
    // "Imprese" over a column counts them; at a row it only says whose number it is.
    const bool counts = of_row ? begins_with_word(fold(heads[i]), number_of_words()) : one.counts;
    if (counts && !found.has_unit) {
      found.counts = closed = true;
      break;
    }
  }
  if (found.has_unit) closed = true;
  return found;
}

class FigureMaker {
 public:
  FigureMaker(const Document& document, uint32_t table, std::string_view document_date)
      : document_(document),
        index_(table),
        table_(document.tables[table]),
        date_(document_date),
        view_(document, table),
        values_(read_values(view_)) {}

  std::vector<CellFigure> make() {
    read_caption();
    read_columns();
    for (uint32_t i = 0; i < table_.cells.size(); ++i) make_cell(i);
    return std::move(figures_);
  }

 private:
  // The caption, or the short block straight before the table, and its notes.
  void read_caption() {
    const auto take = [&](uint32_t block) {
      if (block >= document_.blocks.size()) return;
      const std::string_view text = document_.of(document_.blocks[block].span);
      take_unit_line(text);
      if (caption_time_.empty() && text.size() < 400) caption_time_ = time_of_head(text, date_);
    };
    take(table_.caption);
    take_corner();
    for (const uint32_t note : table_.notes) take(note);
    uint32_t before = kNoIndex, after = kNoIndex;
    for (uint32_t b = 0; b < document_.blocks.size(); ++b) {
      const Block& block = document_.blocks[b];
      if (block.role != BlockRole::kTable || block.table != index_) continue;
      if (before == kNoIndex && b > 0) before = b - 1;
      after = b + 1;
    }
    for (int steps = 0; steps < 2 && before != kNoIndex; ++steps) {
      const Block& block = document_.blocks[before];
      const bool title = block.role == BlockRole::kCaption || block.role == BlockRole::kHeading ||
                         (block.role == BlockRole::kParagraph && block.span.size() < 160);
      if (!title) break;
      take(before);
      if (before == 0) break;
      --before;
    }
    if (after != kNoIndex && after < document_.blocks.size() &&
        document_.blocks[after].role == BlockRole::kCaption) {
      take(after);
    }
  }

  void take_unit_line(std::string_view text) {
    const HeadUnit one = read_head_unit(text, true);
    if (one.has_unit && !caption_.has_unit) {
      caption_.has_unit = true;
      caption_.kind = one.kind, caption_.unit = one.unit, caption_.factor = one.factor;
      caption_.points = one.points;
    }
    if (one.has_scale && !caption_.has_scale) {
      caption_.has_scale = true;
      caption_.power = one.power;
    }
  }

  // "(in thousands of dollars)" may stand over the names of the rows, for want of another place.
  void take_corner() {
    for (const Cell& cell : table_.cells) {
      if (cell.row < table_.head_rows && cell.column + cell.column_span <= view_.name_columns()) {
        take_unit_line(document_.of(cell.span));
      }
    }
  }

  struct Column {
    HeadUnit unit, first;   // of its heads; of its first amount
    bool closed = false;    // no unit from further out
    bool decimals = false;  // some number prints decimals
    std::string heads, time;
  };

  void read_columns() {
    columns_.resize(table_.columns);
    for (uint32_t c = 0; c < table_.columns; ++c) {
      const std::vector<std::string> heads = view_.column_heads(c);
      columns_[c].heads = join(heads);
      columns_[c].unit = heads_unit(heads, false, columns_[c].closed);
      for (size_t i = heads.size(); i-- > 0 && columns_[c].time.empty();) {
        columns_[c].time = time_of_head(heads[i], date_);
      }
    }
    std::vector<bool> begun(table_.columns, false);
    for (uint32_t i = 0; i < table_.cells.size(); ++i) {
      if (!values_.cells[i]) continue;
      // A currency printed at the first amount alone holds for the column.
      const uint32_t c = table_.cells[i].column;
      if (!begun[c] && !columns_[c].unit.has_unit && !columns_[c].unit.counts) {
        const HeadUnit own = read_cell_unit(values_.cells[i]->number.unit.of(view_.text(i)));
        if (own.has_unit && own.kind == Kind::kMoney) columns_[c].first = own;
      }
      begun[c] = true;
      prints_cents_ = prints_cents_ || values_.cells[i]->decimals == 2;
      if (values_.cells[i]->decimals > 0) columns_[table_.cells[i].column].decimals = true;
    }
  }

  struct Row {
    uint32_t row = kNoIndex, part = 0;
    HeadUnit unit;
    bool closed = false;
    std::string heads, time;
    std::optional<int> month;
  };

  // Cells come row by row, so the last row's heads serve most of them.
  const Row& row_of(const Cell& cell) {
    const uint32_t part = view_.part_of(cell.row, cell.column);
    if (row_.row == cell.row && row_.part == part) return row_;
    row_ = Row{cell.row, part, {}, false, {}, {}, {}};
    const std::vector<std::string> heads = view_.row_heads(cell.row, cell.column);
    row_.heads = join(heads);
    row_.unit = heads_unit(heads, true, row_.closed);
    for (size_t r = heads.size(); r-- > 0 && row_.time.empty();) {
      if (heads[r].size() < kShortHead) row_.time = time_of_head(heads[r], date_);
      if (!row_.month && heads[r].size() < kShortHead) row_.month = month_of_head(heads[r]);
    }
    for (uint32_t c = 0; c < table_.columns && row_.time.empty(); ++c) {
      if (view_.columns()[c].kind == ColumnKind::kYears) {
        row_.time = time_of_head(view_.text_at(cell.row, c), date_);
      }
    }
    return row_;
  }

  void make_cell(uint32_t i) {
    const Cell& cell = table_.cells[i];
    if (cell.row < table_.head_rows || cell.span.empty()) return;
    if (values_.cells[i]) {
      make_number(i);
      return;
    }
    const ColumnKind kind = view_.columns()[cell.column].kind;
    if (kind == ColumnKind::kCodes || kind == ColumnKind::kYears || view_.is_year_row(cell.row))
      return;
    const std::string_view text = view_.text(i);
    if (is_blank_cell(text) || is_year_cell(text)) return;
    const bool names =
        cell.head || cell.column < view_.name_columns() || view_.is_group_row(cell.row);
    if (names && text.size() < kLeastDescription) return;
    make_words(i);
  }

  // A cell of words: its figures are those of prose.
  void make_words(uint32_t i) {
    const Cell& cell = table_.cells[i];
    RecogniserOptions options;
    options.document_date = date_;
    for (Figure& figure : recognise(view_.text(i), options)) {
      shift(figure, cell.span.begin);
      CellFigure out;
      out.figure = std::move(figure);
      if (out.figure.is_fact() && out.figure.kind == Kind::kNumber) {
        HeadUnit unit = columns_[cell.column].unit;
        if (unit.has_unit && cell.column >= view_.name_columns()) set_unit(out.figure, unit);
      }
      finish(out, i);
    }
  }

  static void shift(Figure& figure, uint32_t by) {
    const auto move = [by](Span& span) {
      if (span.empty()) return;
      span.begin += by, span.end += by;
    };
    move(figure.span), move(figure.unit_span), move(figure.counted), move(figure.time_span);
    for (Step& step : figure.steps) move(step.span);
  }

  static void set_unit(Figure& figure, const HeadUnit& unit) {
    figure.kind = unit.kind;
    figure.unit = unit.unit;
  }

  void make_number(uint32_t i) {
    const Cell& cell = table_.cells[i];
    const CellValue& value = *values_.cells[i];
    const std::string_view text = view_.text(i);
    CellFigure out;
    Figure& figure = out.figure;
    figure.span = {cell.span.begin + value.number.digits.begin,
                   cell.span.begin + value.number.digits.end};
    figure.approximation = value.number.approximation;
    const HeadUnit own =
        value.number.unit.empty() ? HeadUnit() : read_cell_unit(value.number.unit.of(text));
    if (own.has_unit) {
      figure.unit_span = {cell.span.begin + value.number.unit.begin,
                          cell.span.begin + value.number.unit.end};
    }
    const Column& column = columns_[cell.column];
    const HeadUnit row = row_of(cell).unit;
    const bool row_closed = row_of(cell).closed;
    // The nearest word on the unit wins: cell, column, row, caption.
    HeadUnit unit = own;
    if (!unit.has_unit && column.unit.has_unit) take_unit(unit, column.unit);
    if (!unit.has_unit && !column.closed && row.has_unit) take_unit(unit, row);
    if (!unit.has_unit && column.first.has_unit && !row.counts) take_unit(unit, column.first);
    const bool from_caption = !unit.has_unit && !column.closed && !row_closed && caption_.has_unit;
    if (from_caption) take_caption_unit(unit, cell.column);
    const bool money = column.unit.money || row.money;
    if (!unit.has_unit && !column.closed && !row_closed && money && value.decimals != 1) {
      unit.has_unit = true, unit.kind = Kind::kMoney;
      unit.unit = "EUR";
    }
    int power = own.has_scale ? own.power : 0;
    const bool plain = unit.kind == Kind::kPercent || unit.kind == Kind::kDuration;
    const bool counts = column.unit.counts || row.counts;
    if (!own.has_scale && !plain) {
      if (column.unit.has_scale) {
        power = column.unit.power;
      } else if (row.has_scale) {
        power = row.power;
      } else if (caption_.has_scale && !counts &&
                 (unit.kind == caption_.kind || !caption_.has_unit) &&
                 (unit.kind == Kind::kMoney || !unit.has_unit)) {
        power = caption_.power;
      }
    }
    Decimal number = value.value;
    const Shift shifted = scale(number, unit.factor, power);
    if (!shifted.ok) return;
    number = shifted.value;
    const TableColumn& looks = view_.columns()[cell.column];
    // Signs alone do not make a change: balances have them too, per cents with a plus are changes.
    const bool change = column.unit.change || row.change ||
                        (is_percent(unit) && (value.number.plus || (looks.signs && looks.dashes)));
    if (change && !number.is_zero()) {
      figure.change = number.is_negative() ? Change::kDecrease : Change::kIncrease;
      if (number.is_negative()) number = number.negated();
    }
    figure.value.numerator = number;
    figure.kind = unit.has_unit ? unit.kind : Kind::kNumber;
    figure.unit = unit.unit;
    if (!value.number.year.empty()) {
      figure.time = time_of_head(value.number.year.of(text), date_);
      figure.time_span = {cell.span.begin + value.number.year.begin,
                          cell.span.begin + value.number.year.end};
    }
    finish(out, i);
  }

  static bool is_percent(const HeadUnit& unit) {
    return unit.has_unit && unit.kind == Kind::kPercent;
  }

  static void take_unit(HeadUnit& unit, const HeadUnit& from) {
    unit.has_unit = true;
    unit.kind = from.kind, unit.unit = from.unit, unit.factor = from.factor;
  }

  // "(valori in euro)" over a table of amounts with cents does not make its inhabitants money.
  void take_caption_unit(HeadUnit& unit, uint32_t column) const {
    if (caption_.kind == Kind::kMoney && prints_cents_ && !columns_[column].decimals) return;
    take_unit(unit, caption_);
    if (caption_.points && columns_[column].unit.change) unit.unit = "pp";
  }

  struct Shift {
    bool ok = false;
    Decimal value;
  };
  static Shift scale(const Decimal& value, std::string_view factor, int power) {
    std::optional<Decimal> scaled = value;
    if (!factor.empty()) {
      const std::optional<Decimal> times = Decimal::parse(factor);
      scaled = times ? scaled->times(*times) : std::nullopt;
    }
    if (scaled && power != 0) scaled = scaled->scaled(power);
    if (!scaled) return {};
    return {true, *scaled};
  }

  void finish(CellFigure& out, uint32_t i) {
    const Cell& cell = table_.cells[i];
    out.table = index_;
    out.cell = i;
    const Row& row = row_of(cell);
    if (cell.column >= view_.name_columns() || values_.cells[i]) {
      out.row = row.heads;
      out.column = columns_[cell.column].heads;
    }
    out.confidence = values_.confidence;
    const std::string& year = columns_[cell.column].time;
    if (out.figure.time.empty()) {
      const bool of_month = row.month && year.size() == kYearDigits;
      out.figure.time = of_month ? month_in_year(year, *row.month) : year;
    }
    if (out.figure.time.empty()) out.figure.time = row.time;
    if (out.figure.time.empty()) out.figure.time = caption_time_;
    figures_.push_back(std::move(out));
  }

  const Document& document_;
  uint32_t index_;
  const Table& table_;
  std::string_view date_;
  TableView view_;
  TableValues values_;
  HeadUnit caption_;
  std::string caption_time_;
  std::vector<Column> columns_;
  Row row_;
  bool prints_cents_ = false;
  std::vector<CellFigure> figures_;
};

}  // namespace

std::vector<CellFigure> cell_figures(const Document& document, uint32_t table,
                                     std::string_view document_date) {
  return FigureMaker(document, table, document_date).make();
}

}  // namespace cifra
