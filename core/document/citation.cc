#include "core/document/citation.h"

#include <algorithm>

#include "core/text/sentences.h"
#include "core/text/utf8.h"

namespace cifra {
namespace {

void extend(Box& box, const Box& other) {
  box.x0 = std::min(box.x0, other.x0);
  box.y0 = std::min(box.y0, other.y0);
  box.x1 = std::max(box.x1, other.x1);
  box.y1 = std::max(box.y1, other.y1);
}

// The part of a word's box that holds `span`, cut at its glyph edges.
Box cut(const Document& document, const Word& word, Span span) {
  Box box = word.box;
  const uint32_t begin = std::max(span.begin, word.span.begin);
  const uint32_t end = std::min(span.end, word.span.end);
  if (word.edge_count < 2 || (begin == word.span.begin && end == word.span.end)) return box;
  const auto before = count_code_points(document.of({word.span.begin, begin}));
  const auto inside = count_code_points(document.of({begin, end}));
  if (before + inside >= word.edge_count) return box;
  const float a = document.edges[word.first_edge + before];
  const float b = document.edges[word.first_edge + before + inside];
  const uint16_t rotation =
      word.style < document.styles.size() ? document.styles[word.style].rotation : uint16_t{0};
  if (rotation == 90 || rotation == 270) {
    box.y0 = std::min(a, b);
    box.y1 = std::max(a, b);
  } else {
    box.x0 = std::min(a, b);
    box.x1 = std::max(a, b);
  }
  return box;
}

// The last element that begins at or before `at`; end() where none does.
template <typename List>
auto last_before(const List& list, uint32_t at) {
  auto found = std::upper_bound(list.begin(), list.end(), at,
                                [](uint32_t a, const auto& one) { return a < one.span.begin; });
  return found == list.begin() ? list.end() : std::prev(found);
}

Span row_of(const Table& table, Span span) {
  const auto cell = std::find_if(table.cells.begin(), table.cells.end(), [&](const Cell& c) {
    return !c.span.empty() && c.span.overlaps(span);
  });
  if (cell == table.cells.end()) return span;
  Span row = cell->span;
  for (const Cell& other : table.cells) {
    if (other.row != cell->row || other.span.empty()) continue;
    row.begin = std::min(row.begin, other.span.begin);
    row.end = std::max(row.end, other.span.end);
  }
  return row;
}

Span quote_of(const Document& document, Span span) {
  const auto block = last_before(document.blocks, span.begin);
  if (block == document.blocks.end()) return span;
  if (block->table < document.tables.size() && block->role == BlockRole::kTable) {
    return row_of(document.tables[block->table], span);
  }
  Span quote = span;
  for (const Span sentence : sentences(document.of(block->span))) {
    const Span absolute{sentence.begin + block->span.begin, sentence.end + block->span.begin};
    if (!absolute.overlaps(span)) continue;
    quote.begin = std::min(quote.begin, absolute.begin);
    quote.end = std::max(quote.end, absolute.end);
  }
  return quote;
}

}  // namespace

Citation cite(const Document& document, Span span) {
  Citation citation = locate(document, span);
  citation.quote = quote_of(document, span);
  return citation;
}

Citation locate(const Document& document, Span span) {
  Citation citation;
  auto word = std::upper_bound(document.words.begin(), document.words.end(), span.begin,
                               [](uint32_t at, const Word& w) { return at < w.span.end; });
  uint32_t line_of_box = kNoIndex;
  for (; word != document.words.end() && word->span.begin < span.end; ++word) {
    if (word->span.empty()) continue;
    if (citation.page == kNoIndex) citation.page = word->page;
    if (word->page != citation.page) continue;
    const auto line = last_before(document.lines, word->span.begin);
    const auto index = line == document.lines.end()
                           ? kNoIndex
                           : static_cast<uint32_t>(std::distance(document.lines.begin(), line));
    const Box box = cut(document, *word, span);
    if (citation.boxes.empty() || index != line_of_box) {
      citation.boxes.push_back(box);
    } else {
      extend(citation.boxes.back(), box);
    }
    line_of_box = index;
  }
  if (citation.page == kNoIndex) {
    const auto block = last_before(document.blocks, span.begin);
    if (block != document.blocks.end()) citation.page = block->page;
  }
  return citation;
}

}  // namespace cifra
