#include "core/pipeline/recognition.h"

#include <algorithm>
#include <utility>

#include "core/grammar/recogniser.h"
#include "core/layout/contents.h"
#include "core/layout/row_captions.h"
#include "core/layout/section_numbers.h"
#include "core/pipeline/list_figures.h"
#include "core/text/sentences.h"

namespace cifra {
namespace {

constexpr uint32_t kLongestLead = 2000;  // bytes looked at for the sentence that leads a list
constexpr uint32_t kShortLead = 40;  // bytes of a sentence that says no more than "Ecco i dati:"
constexpr int kMostLeads = 4;        // items above items, up to the paragraph above them all

// The last sentence of the block that leads the list this item stands in.
std::string_view lead_of(const Document& document, const Block& item) {
  uint32_t lead = item.lead;
  for (int steps = 0; lead != kNoIndex && steps < kMostLeads; ++steps) {
    const Block& block = document.blocks[lead];
    if (block.role != BlockRole::kListItem || block.lead == kNoIndex || block.level < item.level) {
      break;
    }
    lead = block.lead;
  }
  if (lead == kNoIndex) return {};
  std::string_view text = document.of(document.blocks[lead].span);
  if (text.size() > kLongestLead) text.remove_prefix(text.size() - kLongestLead);
  const std::vector<Span> found = sentences(text);
  if (found.empty()) return text;
  // "Valgono per il 2020. I risultati:" says its time before its last few words.
  const bool short_last = found.size() > 1 && found.back().size() < kShortLead;
  if (short_last) text.remove_prefix(found[found.size() - 2].begin);
  return short_last ? text : found.back().of(text);
}

// Remembers what millions mean here, for blocks that do not say it.
void note_big_number(const Figure& figure, RecogniserOptions& options) {
  if (figure.value < Value{Decimal(1000000)}) return;
  if (figure.kind == Kind::kMoney) options.big_numbers = BigNumbers::kMoney;
  if (figure.kind == Kind::kCount) options.big_numbers = BigNumbers::kCounts;
}

void shift(Span& span, uint32_t by) {
  if (span.empty()) return;
  span.begin += by;
  span.end += by;
}

}  // namespace

std::vector<CellFigure> recognise_document(const Document& document,
                                           const RecognitionOptions& options) {
  std::vector<CellFigure> found;
  RecogniserOptions grammar;
  grammar.document_date =
      options.document_date.empty() ? document.metadata.published_on : options.document_date;
  grammar.with_steps = options.with_steps;
  Recogniser recogniser;
  const std::vector<bool> contents = contents_lines(document);
  const std::vector<Span> captions = row_captions(document);
  const std::vector<uint32_t> section_numbers = section_number_sizes(document);
  ListFigures lists(document);
  for (size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (block.role == BlockRole::kPageHeader || block.role == BlockRole::kPageFooter) continue;
    if (contents[i]) continue;
    if (block.role == BlockRole::kTable && block.table != kNoIndex) {
      auto cells = cell_figures(document, block.table, grammar.document_date);
      std::move(cells.begin(), cells.end(), std::back_inserter(found));
      continue;
    }
    grammar.lead = captions[i].empty() ? lead_of(document, block) : document.of(captions[i]);
    const auto lead_begin = static_cast<uint32_t>(
        grammar.lead.empty() ? 0 : grammar.lead.data() - document.text.data());
    const Span words{block.span.begin + section_numbers[i], block.span.end};
    lists.tell(block, grammar);
    std::vector<Figure> figures = recogniser.recognise(document.of(words), grammar);
    for (Figure& figure : figures) {
      note_big_number(figure, grammar);
      shift(figure.span, words.begin);
      shift(figure.unit_span, words.begin);
      shift(figure.counted, figure.counted_in_lead ? lead_begin : words.begin);
      shift(figure.time_span, words.begin);
      for (Step& step : figure.steps) shift(step.span, words.begin);
    }
    lists.note(static_cast<uint32_t>(i), figures);
    for (Figure& figure : figures) {
      found.push_back({std::move(figure), kNoIndex, kNoIndex, {}, {}});
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const CellFigure& a, const CellFigure& b) {
    return a.figure.span.begin < b.figure.span.begin;
  });
  return found;
}

}  // namespace cifra
