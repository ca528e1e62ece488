// Changes that the figure before says for the next one too: "del 3% e del 4%", "un calo di 14 unità
// (3,6%)", "gli arrivi sono scesi da 140 a 43 e gli ingressi del 70%".

#include "core/grammar/change_reading.h"
#include "core/grammar/context.h"

namespace cifra {
namespace {

constexpr uint32_t kReachOfSubject = 10;  // tokens from a figure over a subject to the next

// "sul 2008", "rispetto al 2019" at `at`: what a change is measured against.
bool compares(const Tokens& tokens, uint32_t at) {
  return tokens.is(at, "sul") || tokens.is(at, "sull'") || tokens.is(at, "rispetto");
}

}  // namespace

Change change_of(ChangeWord word) {
  switch (word) {
    case ChangeWord::kIncrease:
    case ChangeWord::kGain:
    case ChangeWord::kIncreasePlace:
      return Change::kIncrease;
    case ChangeWord::kDecrease:
    case ChangeWord::kLoss:
    case ChangeWord::kDecreasePlace:
      return Change::kDecrease;
    case ChangeWord::kNone:
      break;
  }
  return Change::kNone;
}

// What joins two figures of one change: "del 3% e del 4%", ", del 5%", "dell'1,7%, pari al".
ChangeReading change_by_coordination(const Stretch& stretch, const Finding& finding, uint32_t left,
                                     const Finding* previous, std::string_view previous_rule) {
  const Tokens& tokens = stretch.tokens;
  if (previous == nullptr || previous->figure.change == Change::kNone) return {};
  const uint32_t from = extent(*previous).last;
  if (left < from || left - from > 16) return {};
  const bool with_of = left > 0 && (classes_at(tokens, left - 1) & kOf) != 0;
  const bool with_to = left > 0 && (classes_at(tokens, left - 1) & kTo) != 0;
  bool joined = false;
  bool equals = false;
  for (uint32_t at = from; at < left; ++at) {
    if (!goes_on_at(tokens, at)) return {};
    const Token& token = tokens[at];
    if (token.is("(")) {
      while (at < left && !tokens.is(at, ")")) ++at;
      continue;
    }
    // "i prestiti crescono del 3,6%; quelli alle famiglie del 4,1%"
    const bool next_clause = token.is(";") && with_of &&
                             (classes_at(tokens, left - 1) & kWithArticle) != 0 &&
                             finding.figure.unit == previous->figure.unit;
    if (next_clause) {
      joined = true;
      continue;
    }
    if (ends_clause(token)) return {};
    const WordClasses classes = classes_at(tokens, at);
    if (token.is("pari") || token.is("equivale") || token.is("equivalgono") ||
        token.is("equivalente") || token.is("equivalenti") || token.is("corrisponde") ||
        token.is("corrispondono") || token.is("corrispondente") || token.is("corrispondenti") ||
        token.is("cioe") || token.is("ossia") || token.is("ovvero")) {
      equals = true;
    } else if (token.is(",") || token.is("e") || token.is("ed") || token.is("o") ||
               token.is("ma") || token.is("poi")) {
      joined = true;
    } else if ((classes & kFiniteVerb) != 0) {
      return {};
    }
  }
  const bool same_kind =
      previous->figure.kind == finding.figure.kind || finding.figure.kind == Kind::kPercent;
  const bool same_unit =
      !finding.figure.unit.empty() && finding.figure.unit == previous->figure.unit;
  if (equals && with_to && (finding.figure.kind == Kind::kPercent || same_unit)) {
    const uint32_t after = extent(finding).last;
    if ((classes_at(tokens, after) & kOf) != 0) return {};  // a share of something else
    return {previous->figure.change, "change.coordination", {from, left}};
  }
  if (!joined || !same_kind) return {};
  if (with_of) return {previous->figure.change, "change.coordination", {from, left}};
  // "guadagna il 9% negli iscritti e il 4% nei corsi", "mancano all'appello 14mila bambini
  // sul 2022 e 20mila sul 2008"
  const bool again = left < extent(finding).first || left == from + 1 ||
                     (tokens.is(left - 1, "e") && compares(tokens, extent(finding).last));
  if (previous_rule == "change.object" && previous->figure.unit == finding.figure.unit && again) {
    return {previous->figure.change, "change.object", {from, left}};
  }
  return {};
}

// "gli spettacoli sono crollati da 140 a 43 e gli ingressi del 70%": the verb is said once, over
// the levels of another subject.
ChangeReading change_by_gapped_verb(const Stretch& stretch, const Finding& finding, uint32_t left,
                                    const Finding* previous) {
  const Tokens& tokens = stretch.tokens;
  if (previous == nullptr || previous->figure.change != Change::kNone || left < 4) return {};
  if (finding.figure.kind != Kind::kPercent || (classes_at(tokens, left - 1) & kOf) == 0 ||
      (classes_at(tokens, left - 1) & kWithArticle) == 0) {
    return {};
  }
  const uint32_t from = extent(*previous).last;
  if (left - from > kReachOfSubject) return {};
  const bool joined = tokens.is(from, "e") || tokens.is(from, ",") || tokens.is(from, "ed");
  if (!joined || (classes_at(tokens, from + 1) & kDefiniteArticle) == 0) return {};
  for (uint32_t at = from; at < left; ++at) {
    if (!goes_on_at(tokens, at) || (classes_at(tokens, at) & kFiniteVerb) != 0) return {};
  }
  for (uint32_t at = from; at > 0 && left - at < 2 * kReachBefore && goes_on_at(tokens, at); --at) {
    if (fact_at(stretch, at - 1) != nullptr) continue;
    if (ends_clause(tokens[at - 1])) return {};
    const Change change = change_of(facts_of(tokens[at - 1]).change);
    if (change != Change::kNone) return {change, "change.gapped", {at - 1, at}};
    if ((classes_at(tokens, at - 1) & kFiniteVerb) != 0) return {};
  }
  return {};
}

// "crescerà di 3mila euro l'anno (circa 230 al mese)", "un calo di 14 unità (3,6%)": a bracket that
// says a change once more.
ChangeReading change_by_bracket(const Stretch& stretch, const Finding& finding, uint32_t left,
                                const Finding* previous) {
  const Tokens& tokens = stretch.tokens;
  if (previous == nullptr || previous->figure.change == Change::kNone) return {};
  uint32_t open = left;
  while (open > 0 && left - open < 4 && !tokens.is(open - 1, "(")) --open;
  if (open == 0 || !tokens.is(open - 1, "(") || open - extent(*previous).last > 6) return {};
  const bool again = finding.figure.kind == Kind::kPercent ||
                     (finding.figure.unit == previous->figure.unit && !finding.figure.unit.empty());
  if (!again || (classes_at(tokens, extent(finding).last) & kOf) != 0) return {};
  return {previous->figure.change, "change.bracket", {open - 1, left}};
}

}  // namespace cifra
