// The noun of the count before in the clause, for a number that has none of its own: "863 casi nel
// 2019 e 912 nel 2020", "7.195 Comuni su 7.903", "1.842 corsisti: 960 ai primi corsi".
//
// Cannot do: counts of another clause.

#include "core/grammar/context.h"
#include "core/grammar/counted_noun.h"

namespace cifra {
namespace {

constexpr uint32_t kReachOfCarry = 30;  // tokens

// "895mila, contro 1,05 milioni": too near to be a sum of money.
bool is_near(const Finding& previous, const Finding& finding) {
  const auto scaled = previous.figure.value.numerator.times(Decimal(10));
  return scaled && finding.figure.value < Value{*scaled};
}

}  // namespace

// "89.303.818" as well as "89 milioni".
bool has_millions(const Finding& finding) {
  return is_big(finding) || finding.figure.value >= Value{Decimal(1000000)};
}

// The count before this one in the same clause.
Counted counted_carried(const Stretch& stretch, const Finding& finding, const Finding* previous,
                        TokenRange previous_noun) {
  const Tokens& tokens = stretch.tokens;
  if (previous == nullptr || previous_noun.empty()) return {};
  // "7 soci su 10": a round total is the scale of the part; "7.195 Comuni su 7.903" counts
  const uint32_t first = extent(finding).first;
  if (!finding.scaled && finding.power == 0 && (classes_at(tokens, first - 1) & kOn) != 0 &&
      (!(Value{Decimal(10)} < finding.figure.value) ||
       finding.figure.value == Value{Decimal(100)} ||
       finding.figure.value == Value{Decimal(1000)} || finding.in_words)) {
    return {};
  }
  if (is_big(finding) && !has_millions(*previous) && !is_near(*previous, finding)) return {};
  const bool whole = finding.figure.value.numerator.is_integer();
  if (!whole && previous->figure.value.numerator.is_integer()) return {};
  const uint32_t from = extent(*previous).last;
  const uint32_t to = extent(finding).first;
  if (to < from || to - from > kReachOfCarry) return {};
  for (uint32_t at = from; at <= to; ++at) {
    if (!goes_on_at(tokens, at)) return {};
    // "…; a Padova (335)": the bracket explains a name, which is of the same kind as before
    const bool bracket = bracket_before(tokens, to) != kNoFinding;
    if (at < to && ((tokens[at].is(";") && !bracket) || tokens[at].is("?"))) return {};
    const bool changed = finding.figure.change != Change::kNone;  // "…: 530 in meno"
    // "…: 960 ai primi corsi, 512 ai secondi": its parts
    const uint32_t after = extent(finding).last;
    const bool part = finding.figure.value < previous->figure.value && after < tokens.size() &&
                      (classes_at(tokens, after) & (kTo | kIn | kFor | kFrom | kOf)) != 0;
    if (at < to && tokens[at].is(":") && !tokens.is(at + 1, "di") && !bracket && !changed &&
        !part) {
      return {};
    }
  }
  return {previous_noun, "counted.carried"};
}

}  // namespace cifra
