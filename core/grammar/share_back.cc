// Scale and unit said after the last number of a list: "5, 7 e 9 milioni", "il 10 e il 15 per
// cento", "da 20,4 a meno di quattro anni".

#include "core/grammar/between.h"
#include "core/grammar/context.h"
#include "core/grammar/number_lexicon.h"
#include "core/grammar/share.h"

namespace cifra {
namespace {

constexpr WordLiteral kSingular[] = {"il", "l'", "lo"};
constexpr uint32_t kReach = 5;  // tokens between the two numbers

// "il 10", "del 5", "di 8".
bool has_article(const Stretch& stretch, const Finding& finding) {
  const NumberLead lead = lead_of(stretch, finding);
  return lead.article == LeadArticle::kSingular || (lead.preposition & kOf) != 0;
}

// "da 9 a 15 milioni e mezzo": the scale of the first word of a number put together.
int leading_power(const Tokens& tokens, const Finding& finding) {
  if (finding.power > 0) return finding.power;
  for (uint32_t at = finding.tokens.first; at < finding.tokens.last; ++at) {
    if (const ScaleWord* scale = bare_scale(tokens[at].folded)) return scale->power;
  }
  return 0;
}

// "9 a 15 milioni e mezzo": a number put together says its scale as well as its unit.
bool says_scale(const Tokens& tokens, const Finding& finding) {
  return finding.figure.kind == Kind::kNumber && leading_power(tokens, finding) >= 6;
}

}  // namespace

// Between the numbers stands nothing but commas, conjunctions, articles and prepositions.
void share_back(Stretch& stretch, size_t index) {
  const Tokens& tokens = stretch.tokens;
  const Finding& low = stretch.findings[index];
  const Finding& high = stretch.findings[index + 1];
  if (!is_bare(low) || is_year_like(stretch, low)) return;
  if (!says_unit(high) && !says_scale(tokens, high)) return;
  // "7 dei 9 milioni": a part of what is said at once
  const uint32_t of = low.tokens.last;
  if (high.power >= 6 && high.tokens.first == of + 1 && goes_on_at(tokens, of) &&
      (classes_at(tokens, of) & kOf) != 0 && (classes_at(tokens, of) & kWithArticle) != 0) {
    const auto least = high.figure.value.numerator.scaled(-high.power);
    if (!least || *least < low.figure.value.numerator) return;
    return share(stretch, index + 1, index, Shared::kScaleAndUnit, "ellipsis.backward");
  }
  // "da 142 a 157, +11%": levels beside their change
  if (high.sign != 0 && low.sign == 0 && high.figure.kind == Kind::kPercent) return;
  const uint32_t first = low.tokens.last;
  const uint32_t last = high.tokens.first;
  if (last <= first || crosses_sentence(tokens, first, last)) return;
  const uint32_t hedged = high.hedge.empty() ? 0 : high.hedge.size();
  if (last - first > kReach + hedged) return;
  // "i casi sono 45, il 9% in più": a count beside its rate has no article of its own
  const bool own_article =
      is_one_of(tokens[last - 1], kSingular) && high.figure.kind == Kind::kPercent;
  if (own_article && !has_article(stretch, low)) return;
  bool coordinated = false;
  for (uint32_t i = first; i < last; ++i) {
    static constexpr WordLiteral kJoints[] = {",",  "e",    "ed",     "o",  "a", "al", "all'",
                                              "ai", "alle", "contro", "ad", "+", "vs"};
    static constexpr WordLiteral kBetween[] = {"il",    "l'",    "lo",    "i",      "le",    "di",
                                               "del",   "dell'", "dal",   "circa",  "quasi", "nel",
                                               "nello", "nell'", "oltre", "fino",   "poi",   "-",
                                               "+",     "da",    "dei",   "infine", "dello", "per"};
    const bool joint = is_one_of(tokens[i], kJoints);
    const bool hedge = i >= high.hedge.first && i < high.hedge.last;
    if (!joint && !hedge && !is_one_of(tokens[i], kBetween)) return;
    coordinated = coordinated || joint;
  }
  // "i biglietti sono 105.385, il 6% in più": a count beside its rate
  // … or "8.924, oltre 3mila in più": beside its change in thousands
  const bool own_number =
      low.figure.value >= Value{Decimal(1000)} &&
      (high.figure.kind == Kind::kPercent || (high.power > 0 && high.power < 6));
  // "i progetti sono 333, per 0,6 miliardi": a count beside its sum
  if (last == first + 2 && tokens[first].is(",") && tokens[first + 1].is("per")) return;
  if (!coordinated || own_number) return;
  const Given given{leading_power(tokens, high), high.figure.kind, high.figure.unit,
                    high.figure.span};
  take(stretch, given, stretch.findings[index], "ellipsis.backward");
}

}  // namespace cifra
