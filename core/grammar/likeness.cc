#include "core/grammar/likeness.h"

#include "core/grammar/context.h"

namespace cifra {
namespace {

// "-e" of "tonnellate", "ore"; nothing where the unit's word does not tell.
std::optional<bool> is_feminine(const Stretch& stretch, const Finding& giver) {
  if (giver.power >= 6 || giver.figure.unit == "EUR") return false;
  if (giver.unit.empty()) return std::nullopt;
  const Token& word = stretch.tokens[giver.unit.first];
  if (!word.is_word() || word.folded.size() < 3) return std::nullopt;
  return word.folded.back() == 'e';
}

}  // namespace

bool is_decimal(const Finding& finding) {
  return !finding.figure.value.numerator.is_integer() &&
         finding.figure.value.denominator == Decimal(1);
}

bool is_like_rate(const Finding& taker, const NumberLead& lead) {
  return lead.article == LeadArticle::kSingular || is_decimal(taker) || taker.sign != 0;
}

bool within(const Decimal& value, const Decimal& other, int powers) {
  const auto more = other.scaled(powers);
  const auto least = value.scaled(powers);
  return more && least && !(*more < value) && !(*least < other);
}

std::optional<Shared> fitting(const Finding& giver, const Finding& taker, const Between& gap,
                              bool unit_price) {
  const Decimal& value = taker.figure.value.numerator;
  const Decimal& whole = giver.figure.value.numerator;
  const bool no_unit = giver.figure.unit.empty();
  const bool thousands = !(value < Decimal(1000));
  if (unit_price && !no_unit) return Shared::kUnit;
  if (giver.power < 3 || thousands) {
    if (no_unit || !within(value, whole, thousands ? 4 : 2)) return std::nullopt;
    // "74mila ettari … 25.071": less than what it is a part of
    const bool like = giver.power == 3 && within(value, whole, 1);
    if (giver.power >= 3 && whole < value && !like) return std::nullopt;
    return Shared::kUnit;
  }
  const auto mantissa = whole.scaled(-giver.power);
  if (!mantissa || !within(value, *mantissa, 2)) return std::nullopt;
  if (gap.part && *mantissa < value) return std::nullopt;
  // "10mila turisti, circa 300 in più": "mila" is the one number's own
  if (giver.power == 3 && no_unit && !is_decimal(taker)) return std::nullopt;
  return Shared::kScaleAndUnit;
}

bool is_difference(const Tokens& tokens, const Finding& taker) {
  const uint32_t at = taker.tokens.last;
  return tokens.is(at, "in") && (tokens.is(at + 1, "piu") || tokens.is(at + 1, "meno"));
}

bool agrees(const Stretch& stretch, const Finding& giver, const NumberLead& lead) {
  const auto feminine = is_feminine(stretch, giver);
  if (!feminine) return true;
  if (lead.article == LeadArticle::kFemininePlural) return *feminine;
  return lead.article != LeadArticle::kPlural || !*feminine;
}

bool is_adjunct(const Stretch& stretch, const Finding& duration) {
  const NumberLead lead = lead_of(stretch, duration);
  if ((lead.preposition & (kIn | kFor | kBetween | kTo | kWith | kOn)) != 0) return true;
  if (lead.first == 0) return false;
  const WordClasses before = classes_at(stretch.tokens, lead.first - 1);
  return (before & (kOtherPreposition | kPreposition | kQuantifier)) != 0;
}

}  // namespace cifra
