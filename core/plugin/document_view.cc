#include "core/plugin/document_view.h"

#include <algorithm>
#include <utility>

#include "core/plugin/plugin_text.h"
#include "core/text/sentences.h"

namespace cifra {
namespace {

cifra_span raw(Span span) { return {span.begin, span.end}; }

// Sentences and table rows around figures; remembers the last block and table, for figures come in
// text order.
class Surroundings {
 public:
  explicit Surroundings(const Document& document) : document_(document) {}

  // The index of the block a place stands in, or kNoIndex.
  uint32_t block_of(uint32_t place) const {
    const auto after = std::upper_bound(
        document_.blocks.begin(), document_.blocks.end(), place,
        [](uint32_t offset, const Block& block) { return offset < block.span.begin; });
    return after == document_.blocks.begin()
               ? kNoIndex
               : static_cast<uint32_t>(after - document_.blocks.begin() - 1);
  }

  Span sentence_of(const CellFigure& figure, uint32_t block) {
    if (figure.table < document_.tables.size()) return row_of(figure);
    if (block == kNoIndex) return figure.figure.span;
    if (std::exchange(block_, block) != block) {
      const Span whole = document_.blocks[block].span;
      sentences_ = sentences(document_.of(whole));
      for (Span& sentence : sentences_) {
        sentence = {sentence.begin + whole.begin, sentence.end + whole.begin};
      }
    }
    Span around = figure.figure.span;
    auto sentence = std::partition_point(sentences_.begin(), sentences_.end(), [&](Span one) {
      return one.end <= figure.figure.span.begin;
    });
    for (; sentence != sentences_.end() && sentence->overlaps(figure.figure.span); ++sentence) {
      around = {std::min(around.begin, sentence->begin), std::max(around.end, sentence->end)};
    }
    return around;
  }

 private:
  Span row_of(const CellFigure& figure) {
    const Table& table = document_.tables[figure.table];
    if (figure.cell >= table.cells.size()) return figure.figure.span;
    if (std::exchange(table_, figure.table) != figure.table) {
      rows_.assign(table.rows, Span{});
      for (const Cell& cell : table.cells) {
        if (cell.span.empty() || cell.row >= rows_.size()) continue;
        Span& row = rows_[cell.row];
        row = row.empty()
                  ? cell.span
                  : Span{std::min(row.begin, cell.span.begin), std::max(row.end, cell.span.end)};
      }
    }
    const uint16_t row = table.cells[figure.cell].row;
    return row < rows_.size() && rows_[row].contains(figure.figure.span) ? rows_[row]
                                                                         : figure.figure.span;
  }

  const Document& document_;
  uint32_t block_ = kNoIndex, table_ = kNoIndex;
  std::vector<Span> sentences_, rows_;
};

}  // namespace

DocumentView::DocumentView(const Document& document, const std::vector<CellFigure>& figures)
    : document_(document), given_(figures) {
  for (const Block& block : document.blocks) {
    blocks_.push_back({static_cast<uint32_t>(block.role), block.level, raw(block.span), block.page,
                       block.heading, block.lead});
  }
  Surroundings surroundings(document);
  for (uint32_t i = 0; i < figures.size(); ++i) {
    if (!figures[i].figure.is_fact()) continue;
    cifra_figure figure = shown(figures[i]);
    figure.block = surroundings.block_of(figure.span.begin);
    figure.sentence = raw(surroundings.sentence_of(figures[i], figure.block));
    figures_.push_back(figure);
    positions_.push_back(i);
  }
  view_.size = sizeof view_;
  view_.text = pass(document.text);
  view_.blocks = blocks_.data();
  view_.block_count = blocks_.size();
  view_.figures = figures_.data();
  view_.figure_count = figures_.size();
  view_.title = pass(document.metadata.title);
  view_.issuer = pass(document.metadata.issuer);
  view_.published_on = pass(document.metadata.published_on);
}

cifra_string DocumentView::kept(std::string text) {
  return pass(strings_.emplace_back(std::move(text)));
}

cifra_figure DocumentView::shown(const CellFigure& given) {
  const Figure& figure = given.figure;
  std::string counted(document_.of(figure.counted));
  std::replace(counted.begin(), counted.end(), '\n', ' ');
  cifra_figure out{};
  out.span = raw(figure.span);
  out.kind = pass(name_of(figure.kind));
  out.value = kept(figure.value.to_string());
  if (figure.high) out.high = kept(figure.high->to_string());
  out.unit = pass(figure.unit);
  out.approximation = pass(name_of(figure.approximation));
  out.change = pass(name_of(figure.change));
  out.counted = kept(std::move(counted));
  if (figure.whole) out.whole = kept(figure.whole->to_string());
  out.per = pass(figure.per);
  out.time = pass(figure.time);
  out.row = pass(given.row);
  out.column = pass(given.column);
  return out;
}

}  // namespace cifra
