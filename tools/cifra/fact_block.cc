#include "tools/cifra/fact_block.h"

#include "core/query/italian_value.h"
#include "core/text/folding.h"
#include "tools/cifra/fact_cells.h"
#include "tools/cifra/output.h"

namespace cifra::command {
namespace {

constexpr size_t kLongest = 150;  // columns of a subject or of heads; a table's can fill a page

struct Phrase {
  std::string_view code, words;
};
constexpr Phrase kPer[] = {
    {"a", " all’anno"}, {"mo", " al mese"},    {"wk", " alla settimana"}, {"d", " al giorno"},
    {"h", " all’ora"},  {"min", " al minuto"}, {"s", " al secondo"},
};
constexpr Phrase kTimeSources[] = {
    {"heading", " (from its heading)"},
    {"title", " (from the title)"},
    {"document_date", " (date of the document)"},
};

std::string words_for(std::string_view code, std::span<const Phrase> phrases) {
  for (const Phrase& phrase : phrases) {
    if (phrase.code == code) return std::string(phrase.words);
  }
  return {};
}

// The scale words after which a noun takes "di": "16,4 milioni di cittadini".
bool takes_di(std::string_view value) {
  for (const std::string_view scale : {"milione", "milioni", "miliardo", "miliardi"}) {
    if (value.ends_with(scale)) return true;
  }
  return false;
}

// Row and column heads of a table cell.
std::string heads_of(const FactRow& fact) {
  std::string heads = on_one_line(fact.row);
  if (!fact.row.empty() && !fact.column.empty()) heads += " · ";
  return heads + on_one_line(fact.column);
}

}  // namespace

std::string quantity_words(const FactRow& fact) {
  std::string words = italian_value(fact);
  if (!fact.counted.empty()) words += (takes_di(words) ? " di " : " ") + on_one_line(fact.counted);
  if (!fact.whole.empty()) words += " su " + italian_number(fact.whole);
  if (fact.per.empty()) return words;
  const std::string per = words_for(fact.per, kPer);
  return words + (per.empty() ? " per " + on_one_line(fact.per) : per);
}

std::string time_phrase(const FactRow& fact) {
  return fact.time.empty() ? "" : fact.time + words_for(fact.time_source, kTimeSources);
}

Block block_of(const FactRow& fact, std::string_view head) {
  const size_t indent = display_width(head);
  const std::string time = time_phrase(fact);
  Block block;
  block.push_back({0, std::string(head) + quantity_words(fact) + (time.empty() ? "" : " · " + time),
                   Weight::kBold});
  const std::string subject = on_one_line(fact.subject), heads = heads_of(fact);
  if (!subject.empty() && fold(subject) != fold(fact.counted)) {
    block.push_back({indent, shortened(subject, kLongest)});
  }
  const bool told = subject.find(on_one_line(fact.row)) != std::string::npos &&
                    subject.find(on_one_line(fact.column)) != std::string::npos;
  if (!heads.empty() && !told) block.push_back({indent, shortened(heads, kLongest)});
  block.push_back({indent, marked_quote(fact)});
  std::string source = document_of(fact);
  if (!fact.document.published_on.empty()) source += ", of " + fact.document.published_on;
  block.push_back({indent, source + " · fact\u00A0" + fact.id.substr(0, 8), Weight::kDim});
  return block;
}

}  // namespace cifra::command
