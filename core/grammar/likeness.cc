#include "core/grammar/likeness.h"

#include <algorithm>

#include "core/grammar/context.h"

namespace cifra {
namespace {

constexpr uint32_t kReachOfTime = 10;  // tokens to a duration: the nearest

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
  // "è di 187.436 milioni e cala di 4.153"
  const auto written = whole.scaled(-giver.power);
  const bool big = giver.power >= 6 && thousands && written && !(*written < Decimal(1000)) &&
                   within(value, *written, 2) && !(gap.part && *written < value);
  if (big) return Shared::kScaleAndUnit;
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

bool closes_hundred(const Stretch& stretch, size_t first, const Finding& taker, size_t most) {
  Decimal sum(0);
  const size_t last = std::min(stretch.findings.size(), first + most);
  for (size_t i = first; i < last; ++i) {
    const Finding& each = stretch.findings[i];
    const bool after = each.tokens.first > taker.tokens.first;
    if (after && (!is_bare(each) || !stands_without_noun(stretch, each, {}))) break;
    if (!each.figure.is_fact() || each.power > 0) return false;
    const auto more = sum.plus(each.figure.value.numerator);
    if (!more) return false;
    sum = *more;
  }
  return !(sum < Decimal(99)) && !(Decimal(101) < sum);
}

Verdict judge_duration(const Stretch& stretch, const Finding& giver, const Finding& taker,
                       const NumberLead& lead, const Between& gap) {
  const Tokens& tokens = stretch.tokens;
  const uint32_t distance = taker.tokens.first - giver.tokens.last;
  if (distance > kReachOfTime) return Verdict::kLater;
  const bool inside = stretch.depths[giver.tokens.first] < stretch.depths[taker.tokens.first];
  const bool apart = gap.parted && !inside;
  const WordClasses after = classes_at(tokens, taker.tokens.last);
  // "8 ore in treno, 5 in auto"
  const bool complement =
      (classes_at(tokens, extent(giver).last) & after & (kIn | kTo | kFor | kWith)) != 0;
  const bool next = lead.first == extent(giver).last + 1 || giver.like != kNoFinding || complement;
  const bool less = taker.figure.value < giver.figure.value;
  // "di 45 giorni per la visita e di 90 per l'esame", "con 5 minuti, l'autobus con 20"
  const bool same = lead.preposition != 0 && gap.marks == 1 && !gap.verb &&
                    lead_of(stretch, giver).preposition == lead.preposition;
  const bool said = gap.compared || gap.equal || gap.taken_up || same || (gap.part && less);
  const bool becomes = gap.verb && gap.marks == 1 && !gap.own_plural && !gap.own_singular;
  const bool decimal = is_decimal(taker) && apart && (gap.bare || (is_decimal(giver) && !gap.verb));
  // "26 giorni, 32 per chi è qui da più tempo"
  const bool whole = apart && gap.bare && next && (less || (after & kFor) != 0);
  if (!said && !becomes && !decimal && !whole) return Verdict::kLater;
  if (is_adjunct(stretch, giver) && !same && !(gap.compared && gap.bare)) {
    return gap.compared ? Verdict::kNo : Verdict::kLater;
  }
  const bool own_plural = gap.own_plural && (gap.verb || !is_decimal(taker));
  if (taker.power > 0 || gap.governed || own_plural || gap.index) return Verdict::kLater;
  const bool near = within(taker.figure.value.numerator, giver.figure.value.numerator, 1);
  return near ? Verdict::kYes : Verdict::kLater;
}

}  // namespace cifra
