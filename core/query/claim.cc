#include "core/query/claim.h"

#include <utility>

#include "core/document/document.h"
#include "core/grammar/recogniser.h"
#include "core/link/linker.h"

namespace cifra {
namespace {

Asked asked_for(Kind kind) {
  switch (kind) {
    case Kind::kCount:
      return Asked::kCount;
    case Kind::kMoney:
      return Asked::kMoney;
    case Kind::kPercent:
    case Kind::kShare:
      return Asked::kShare;
    case Kind::kDuration:
      return Asked::kDuration;
    case Kind::kMeasure:
      return Asked::kMeasure;
    case Kind::kMultiple:
      return Asked::kMultiple;
    default:
      return Asked::kAnything;
  }
}

// A claim is a document of one paragraph to the linker.
Document document_of(std::string_view claim, std::string_view date) {
  Document document;
  document.text = claim;
  Block paragraph;
  paragraph.span = {0, static_cast<uint32_t>(claim.size())};
  document.blocks.push_back(paragraph);
  document.metadata.published_on = date;
  return document;
}

Quantity quantity_of(const Figure& figure, std::string_view claim) {
  Quantity quantity;
  quantity.kind = figure.kind;
  quantity.value = figure.value;
  quantity.high = figure.high;
  quantity.unit = figure.unit;
  quantity.approximation = figure.approximation;
  quantity.change = figure.change;
  quantity.whole = figure.whole;
  quantity.surface = figure.span.of(claim);
  return quantity;
}

// The claim with its numbers blanked out, so that only words are looked for.
std::string without_numbers(std::string_view claim, const std::vector<Fact>& facts) {
  std::string words(claim);
  for (const Fact& fact : facts) {
    for (uint32_t i = fact.figure.span.begin; i < fact.figure.span.end; ++i) words[i] = ' ';
  }
  return words;
}

}  // namespace

std::vector<ClaimFigure> figures_of_claim(std::string_view claim, std::string_view date,
                                          const Stemmer& stemmer) {
  const Document document = document_of(claim, date);
  std::vector<Fact> facts;
  RecogniserOptions options;
  options.document_date = date;
  for (Figure& figure : recognise(document.text, options)) {
    if (!figure.is_fact()) continue;
    Fact fact;
    fact.figure = std::move(figure);
    fact.block = 0;
    fact.counted = fact.figure.counted.of(document.text);
    facts.push_back(std::move(fact));
  }
  link_facts(document, facts);

  const Question words = parse_question(without_numbers(claim, facts), stemmer);
  std::vector<ClaimFigure> figures;
  for (Fact& fact : facts) {
    ClaimFigure figure;
    figure.quantity = quantity_of(fact.figure, document.text);
    figure.question = words;
    figure.question.asked = asked_for(fact.figure.kind);
    figure.question.asked_surely = true;
    figure.question.unit.clear();  // units are converted when values are compared
    figure.question.change = fact.figure.change != Change::kNone;
    const std::string counted = stemmer.stems(fact.counted);
    for (QuestionTerm& term : figure.question.terms) {
      term.asked_noun = !counted.empty() && counted.substr(0, counted.find(' ')) == term.stem;
    }
    figure.fact = std::move(fact);
    figures.push_back(std::move(figure));
  }
  return figures;
}

}  // namespace cifra
