// The first number of a sentence that names nothing of its own takes scale and unit of a sentence
// before it: "Oltre 74mila ettari. Solo in Sicilia sono 25.071".
//
// Cannot do: whole numbers below a thousand, which may count what was said before, but where "ne"
// takes up a measure.

#include "core/grammar/between.h"
#include "core/grammar/context.h"
#include "core/grammar/likeness.h"
#include "core/grammar/share.h"

namespace cifra {
namespace {

constexpr uint32_t kFarthest = 60;  // tokens
constexpr int kMostSentences = 3;   // looked back over

// What the sentence says of the number itself.
enum class Own : uint8_t { kNoun, kRate, kLevel };

Own own_of(const Finding& taker, const NumberLead& lead, const Between& own) {
  if (own.index || own.governed || own.own_plural) return Own::kNoun;
  const bool article = lead.article == LeadArticle::kSingular;
  if (article) return is_decimal(taker) || own.rate ? Own::kRate : Own::kNoun;
  if (own.taken_up) return Own::kLevel;
  if (own.own_singular || own.rate || !own.verb) return Own::kNoun;
  const bool small = taker.figure.value < Value{Decimal(1000)};
  return small && !is_decimal(taker) ? Own::kNoun : Own::kLevel;
}

bool is_stepped_over(const Stretch& stretch, const Finding& finding) {
  const Kind kind = finding.figure.kind;
  return !finding.figure.is_fact() || kind == Kind::kShare || kind == Kind::kMultiple ||
         kind == Kind::kDuration || stretch.depths[finding.tokens.first] > 0;
}

// "%", "‰", not points.
bool is_level_unit(std::string_view unit) { return unit == "%" || unit == "\u2030"; }

std::optional<Shared> level_of(const Finding& giver, const Finding& taker, const Between& own) {
  const Kind kind = giver.figure.kind;
  if (own.money && kind != Kind::kMoney && !giver.figure.unit.empty()) return std::nullopt;
  const Decimal& value = taker.figure.value.numerator;
  const Decimal& whole = giver.figure.value.numerator;
  if (taker.power > 0) {
    const bool like = own.taken_up && kind == Kind::kMeasure && taker.power >= 6;
    return like && within(value, whole, 2) ? std::optional(Shared::kUnit) : std::nullopt;
  }
  const bool small = !is_decimal(taker) && value < Decimal(1000);
  if (small && kind != Kind::kMeasure) return std::nullopt;
  const auto what = fitting(giver, taker, own, false);
  if (what != Shared::kScaleAndUnit) return what;
  const auto written = whole.scaled(-giver.power);
  return written && within(value, *written, 1) ? what : std::nullopt;
}

}  // namespace

void share_over_sentence(Stretch& stretch, size_t index, const NumberLead& lead, size_t before,
                         uint32_t begin) {
  const Tokens& tokens = stretch.tokens;
  const Finding& taker = stretch.findings[index];
  const Between own = between(stretch, begin, lead);
  const Own said = own_of(taker, lead, own);
  if (said == Own::kNoun) return;
  int sentences = 1;
  uint32_t cursor = begin;
  for (size_t i = before + 1; i-- > 0;) {
    const Finding& giver = stretch.findings[i];
    if (taker.tokens.first - giver.tokens.last > kFarthest) return;
    for (; cursor > giver.tokens.last; --cursor) {
      if (tokens[cursor - 1].starts_sentence && ++sentences > kMostSentences) return;
      if (tokens[cursor].blank_line_before) return;
    }
    const bool rate = giver.figure.kind == Kind::kPercent;
    if (is_stepped_over(stretch, giver) || rate != (said == Own::kRate)) continue;
    if (!says_unit(giver) || (rate && !is_level_unit(giver.figure.unit))) return;
    const auto what = rate ? std::optional(Shared::kUnit) : level_of(giver, taker, own);
    if (what) return share(stretch, i, index, *what, "ellipsis.sentence");
    // "502 kg per abitante. Il Nord ne genera 14,2 milioni": of the tonnes said before them
    if (taker.power == 0) return;
  }
}

}  // namespace cifra
