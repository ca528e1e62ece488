#include "core/store/record.h"

#include <algorithm>
#include <unordered_set>

#include "core/document/citation.h"
#include "core/store/digest.h"
#include "core/text/folding.h"
#include "core/text/sentences.h"
#include "core/text/utf8.h"

namespace cifra {
namespace {

constexpr int kDeepestHeading = 12;

std::string_view passage_role(BlockRole role) {
  switch (role) {
    case BlockRole::kHeading:
      return "heading";
    case BlockRole::kListItem:
      return "list_item";
    case BlockRole::kCaption:
      return "caption";
    case BlockRole::kNote:
      return "note";
    case BlockRole::kTable:
      return "table_row";
    default:
      return "sentence";
  }
}

std::string heading_path(const Document& document, uint32_t heading) {
  std::string path;
  for (int depth = 0; heading < document.blocks.size() && depth < kDeepestHeading; ++depth) {
    const Block& block = document.blocks[heading];
    const std::string words = single_spaced(document.of(block.span));
    path = path.empty() ? words : words + " / " + path;
    heading = block.heading;
  }
  return path;
}

Span trimmed(std::string_view text, Span span) {
  const auto is_blank = [&](uint32_t at) { return text[at] == ' ' || text[at] == '\n'; };
  while (!span.empty() && is_blank(span.begin)) ++span.begin;
  while (!span.empty() && is_blank(span.end - 1)) --span.end;
  return span;
}

struct Piece {
  Span span;
  uint32_t page;
};

void add_table_rows(const Document& document, const Block& block, std::vector<Piece>& pieces) {
  const Table& table = document.tables[block.table];
  std::vector<Piece> rows(table.rows, Piece{{UINT32_MAX, 0}, kNoIndex});
  for (const Cell& cell : table.cells) {
    if (cell.span.empty() || cell.row >= rows.size()) continue;
    Piece& row = rows[cell.row];
    row.span.begin = std::min(row.span.begin, cell.span.begin);
    row.span.end = std::max(row.span.end, cell.span.end);
    if (row.page == kNoIndex) row.page = cell.page == kNoIndex ? block.page : cell.page;
  }
  for (const Piece& row : rows) {
    if (!row.span.empty()) pieces.push_back(row);
  }
}

uint32_t page_at(const Document& document, uint32_t at, uint32_t otherwise) {
  const auto after =
      std::upper_bound(document.pages.begin(), document.pages.end(), at,
                       [](uint32_t value, const Page& page) { return value < page.span.begin; });
  if (after == document.pages.begin()) return otherwise;
  return static_cast<uint32_t>(after - document.pages.begin()) - 1;
}

std::vector<Piece> pieces_of(const Document& document, const Block& block) {
  std::vector<Piece> pieces;
  if (block.role == BlockRole::kTable && block.table < document.tables.size()) {
    add_table_rows(document, block, pieces);
    if (!pieces.empty()) return pieces;
  }
  if (block.role == BlockRole::kHeading) {
    pieces.push_back({trimmed(document.text, block.span), block.page});
    return pieces;
  }
  for (Span sentence : sentences(document.of(block.span))) {
    const Span span = trimmed(document.text,
                              {sentence.begin + block.span.begin, sentence.end + block.span.begin});
    if (!span.empty()) pieces.push_back({span, page_at(document, span.begin, block.page)});
  }
  return pieces;
}

// Bytes to code points for spans that come in roughly ascending order.
class Ranges {
 public:
  explicit Ranges(std::string_view text) : counter_(text) {}
  Range of(Span span) {
    const uint32_t begin = counter_.at(span.begin);
    return {begin, counter_.at(span.end)};
  }

 private:
  CodePointCounter counter_;
};

// What introduces a list names the matter of its items as a heading does: the last sentence of its
// lead, and of an inner list the outer item's too.
std::string lead_words(const Document& document, const Block& item) {
  std::string words;
  uint32_t lead = item.lead;
  for (int depth = 0; lead < document.blocks.size() && depth < 3; ++depth) {
    const Block& block = document.blocks[lead];
    const std::string_view text = document.of(block.span);
    const std::vector<Span> told = sentences(text);
    if (!told.empty()) words.append(1, ' ').append(told.back().of(text));
    if (block.lead >= lead) break;  // a lead stands before its item
    lead = block.lead;
  }
  return words;
}

void add_passages(const Document& document, const Stemmer& stemmer, DocumentRecord& record,
                  std::vector<Span>& spans) {
  uint32_t heading = kNoIndex;
  std::string path, path_stems;
  for (const Block& block : document.blocks) {
    if (block.role == BlockRole::kPageHeader || block.role == BlockRole::kPageFooter) continue;
    if (block.heading != heading) {
      heading = block.heading;
      path = heading_path(document, heading);
      path_stems = stemmer.stems(path);
    }
    std::string above_stems = path_stems;
    if (block.lead < document.blocks.size()) {
      above_stems += ' ' + stemmer.stems(lead_words(document, block));
    }
    for (const Piece& piece : pieces_of(document, block)) {
      PassageRecord passage;
      passage.role = passage_role(block.role);
      passage.page = piece.page;
      passage.text = document.of(piece.span);
      passage.headings = path;
      passage.stems = stemmer.stems(passage.text);
      passage.heading_stems = above_stems;
      record.passages.push_back(std::move(passage));
      spans.push_back(piece.span);
    }
  }
}

// The last passage that begins at or before the span and reaches its end.
uint32_t passage_around(const std::vector<Span>& spans, Span span) {
  const auto after = std::upper_bound(spans.begin(), spans.end(), span.begin,
                                      [](uint32_t at, Span one) { return at < one.begin; });
  for (auto at = after; at != spans.begin() && after - at < 8;) {
    --at;
    if (at->contains(span)) return static_cast<uint32_t>(at - spans.begin());
  }
  return kNoIndex;
}

std::string heads_of(const DocumentRecord& record, const Fact& fact) {
  std::string heads = fact.row + " " + fact.column;
  if (fact.table < record.tables.size()) heads += " " + record.tables[fact.table].caption;
  return heads;
}

FactRecord fact_record(const Document& document, const DocumentRecord& record, Fact fact,
                       const std::vector<Span>& passages, Ranges& ranges, const Stemmer& stemmer) {
  FactRecord result;
  result.range = ranges.of(fact.figure.span);
  result.id = fact_id(record.hash, result.range, fact.figure);
  result.surface = document.of(fact.figure.span);
  if (fact.figure.whole) result.whole = fact.figure.whole->to_string();
  result.passage = passage_around(passages, fact.figure.span);
  Citation citation = locate(document, fact.figure.span);
  result.page = citation.page;
  result.boxes = std::move(citation.boxes);
  result.subject_stems = stemmer.stems(fact.subject);
  result.counted_stems = stemmer.stems(fact.counted);
  result.head_stems = stemmer.stems(heads_of(record, fact));
  result.fact = std::move(fact);
  return result;
}

void add_tables(const Document& document, DocumentRecord& record, Ranges& ranges) {
  for (const Table& table : document.tables) {
    TableRecord row;
    row.page = page_at(document, table.span.begin, kNoIndex);
    row.range = ranges.of(table.span);
    if (table.caption < document.blocks.size()) {
      row.caption = single_spaced(document.of(document.blocks[table.caption].span));
    }
    row.rows = table.rows;
    row.columns = table.columns;
    row.head_rows = table.head_rows;
    row.head_columns = table.head_columns;
    row.confidence = table.confidence;
    record.tables.push_back(std::move(row));
  }
}

void add_sketches(DocumentRecord& record) {
  std::vector<std::string_view> stretches;
  for (const PassageRecord& passage : record.passages) stretches.push_back(passage.stems);
  record.text_sketch = sketch_of_triples(stretches);
  for (const FactRecord& fact : record.facts) {
    record.figure_sketch.add(fact.fact.figure.value.to_string() + " " + fact.fact.figure.unit);
  }
}

}  // namespace

DocumentRecord make_record(std::string hash, const Document& document, std::vector<Fact> facts,
                           const Stemmer& stemmer) {
  DocumentRecord record;
  record.hash = std::move(hash);
  record.metadata = document.metadata;
  record.warnings = document.warnings;
  record.characters = static_cast<uint32_t>(count_code_points(document.text));
  record.title_stems = stemmer.stems(document.metadata.title);

  Ranges ranges(document.text);
  for (const Page& page : document.pages) {
    record.pages.push_back({page.width, page.height, ranges.of(page.span)});
  }
  add_tables(document, record, ranges);
  std::vector<Span> spans;
  add_passages(document, stemmer, record, spans);
  for (size_t i = 0; i < spans.size(); ++i) record.passages[i].range = ranges.of(spans[i]);

  std::unordered_set<std::string> ids;
  for (Fact& fact : facts) {
    FactRecord row = fact_record(document, record, std::move(fact), spans, ranges, stemmer);
    if (ids.insert(row.id).second) record.facts.push_back(std::move(row));
  }
  add_sketches(record);
  return record;
}

std::string fact_id(std::string_view document_hash, Range range, const Figure& figure) {
  std::string words(document_hash);
  words += '\n' + std::to_string(range.begin) + '\n' + std::to_string(range.end) + '\n';
  words += name_of(figure.kind);
  words += '\n' + figure.value.to_string();
  return sha256(words).substr(0, 16);
}

std::string single_spaced(std::string_view text) {
  std::string result;
  bool space = false;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    if (is_space(c.value)) {
      space = true;
    } else {
      if (space && !result.empty()) result += ' ';
      space = false;
      result += text.substr(at, c.size);
    }
    at += c.size;
  }
  return result;
}

}  // namespace cifra
