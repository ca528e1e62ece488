// Units that no word beside the number says and its sentence understands: "0,1 punti" are
// percentage points where it speaks of rates, "la fascia d'età 0-19", "gli over 65" years of age.

#include "core/grammar/context.h"
#include "core/grammar/passes.h"
#include "core/grammar/share.h"
#include "core/grammar/view.h"

namespace cifra {
namespace {

constexpr uint32_t kReach = 18;         // tokens from a rate to the points said of it
constexpr uint32_t kReachOfRates = 60;  // … to words of rates on either side
constexpr uint32_t kReachOfAge = 12;    // tokens from "età" to the last of its bands
constexpr int kOldest = 121;

constexpr WordLiteral kNoRates[] = {"indice", "indici", "spread", "classifica"};
constexpr WordLiteral kRates[] = {"%",           "tasso", "tassi", "percentuale",
                                  "percentuali", "quota", "pp",    "inflazione",
                                  "incidenza",   "pil",   "cento", "aliquota"};
constexpr WordLiteral kAgeLinks[] = {"e", ",", "o", "(", "compresa", "compreso"};
constexpr WordLiteral kOverUnder[] = {"over", "under"};

// Whether the number's sentence names a rate, and no index, near it.
bool speaks_of_rates(const Stretch& stretch, uint32_t number, bool rate) {
  const Tokens& tokens = stretch.tokens;
  uint32_t first = number;
  while (first > 0 && number - first < kReachOfRates && !tokens[first].starts_sentence) --first;
  for (uint32_t i = first; i < tokens.size() && i < number + kReachOfRates; ++i) {
    const Token& token = tokens[i];
    if (i > number && token.starts_sentence) break;
    if (is_one_of(token, kNoRates)) return false;
    rate = rate || is_one_of(token, kRates);
  }
  return rate;
}

// "un punto", "0,1 punti".
void read_points(Stretch& stretch, size_t index) {
  Finding& finding = stretch.findings[index];
  const uint32_t at = finding.tokens.last;
  if (!View(stretch).is_any(at, {"punti", "punto"})) return;
  // "L'affluenza era del 75%. Il calo è di 2 punti": the rate was said right before
  const bool rate = index > 0 && stretch.findings[index - 1].figure.kind == Kind::kPercent &&
                    finding.tokens.first - stretch.findings[index - 1].tokens.last < kReach;
  if (!speaks_of_rates(stretch, finding.tokens.first, rate)) return;
  finding.figure.kind = Kind::kPercent;
  finding.figure.unit = "pp";
  finding.unit = {at, at + 1};
  finding.figure.unit_span = stretch.span(finding.unit);
  finding.plain = false;
  if (stretch.options.with_steps) {
    finding.figure.steps.push_back({"unit", finding.figure.unit_span, "pp"});
  }
}

// Whether "età" stands before the number, over nothing but small words and other ages.
bool follows_age(const Stretch& stretch, uint32_t first) {
  const Tokens& tokens = stretch.tokens;
  for (uint32_t at = first; at > 0 && first - at < kReachOfAge; --at) {
    if (tokens[at].starts_sentence) return false;
    if (tokens[at - 1].is("eta")) return true;
    const Finding* other = fact_at(stretch, at - 1);
    const bool band = other != nullptr && other->figure.unit == "a";
    const bool links = (classes_at(tokens, at - 1) & (kArticle | kPreposition)) != 0 ||
                       is_one_of(tokens[at - 1], kAgeLinks);
    if (!band && !links) return false;
  }
  return false;
}

// "la fascia d'età 0-19", "gli over 65".
void read_age(Stretch& stretch, size_t index) {
  Finding& finding = stretch.findings[index];
  const Tokens& tokens = stretch.tokens;
  const uint32_t first = finding.tokens.first;
  if (finding.in_words || first == 0) return;
  const Value& most = finding.figure.high ? *finding.figure.high : finding.figure.value;
  if (most >= Value{Decimal(kOldest)} || !most.numerator.is_integer()) return;
  const uint32_t after = finding.tokens.last;
  const WordClasses closed =
      kArticle | kFiniteVerb | kPreposition | kRelative | kPronoun | kConjunction | kAdverb;
  if (is_word_at(tokens, after) && goes_on_at(tokens, after) &&
      (classes_at(tokens, after) & closed) == 0) {
    return;
  }
  if (!is_one_of(tokens[first - 1], kOverUnder) && !follows_age(stretch, first)) return;
  finding.figure.kind = Kind::kDuration;
  finding.figure.unit.assign(1, 'a');
  finding.plain = false;
  if (stretch.options.with_steps) {
    finding.figure.steps.push_back(
        {"unit.age", finding.figure.span, finding.figure.value.to_string()});
  }
}

}  // namespace

void understand_units(Stretch& stretch) {
  for (size_t i = 0; i < stretch.findings.size(); ++i) {
    if (is_bare(stretch.findings[i])) read_points(stretch, i);
    if (is_bare(stretch.findings[i])) read_age(stretch, i);
  }
}

}  // namespace cifra
