// Scale and unit said once for several numbers: after the last of them (share_back.cc), before
// them (parallel.cc), or with a sum that is named again without its scale.

#include <optional>

#include "core/grammar/context.h"
#include "core/grammar/passes.h"
#include "core/grammar/share.h"

namespace cifra {
namespace {

constexpr uint32_t kReachOfAgain = 72;  // tokens from a sum to where it is named again
constexpr uint32_t kReachOfBand = 36;   // tokens from one band of ages to the next

// "462,769 milioni … 52 su 462": a sum named again without its scale, and the part of it.
void share_again(Stretch& stretch, size_t index) {
  const Finding& part = stretch.findings[index];
  const Finding& whole = stretch.findings[index + 1];
  if (!is_bare(part) || !is_bare(whole) || part.in_words) return;
  if (whole.tokens.first != part.tokens.last + 1 || !stretch.tokens[part.tokens.last].is("su")) {
    return;
  }
  for (size_t back = index; back-- > 0;) {
    const Finding& giver = stretch.findings[back];
    if (part.tokens.first - giver.tokens.last > kReachOfAgain) return;
    if (giver.power < 6) continue;
    const auto rest =
        giver.figure.value.numerator.scaled(-giver.power)->minus(whole.figure.value.numerator);
    if (!rest || rest->is_negative() || *rest >= Decimal(1)) continue;
    share(stretch, back, index, Shared::kScaleAndUnit, "ellipsis.again");
    share(stretch, back, index + 1, Shared::kScaleAndUnit, "ellipsis.again");
    return;
  }
}

// "tra i 25 e i 34", with no noun of its own.
bool is_band(const Stretch& stretch, const Finding& taker) {
  const Tokens& tokens = stretch.tokens;
  const uint32_t first = taker.tokens.first;
  const bool article = first > 1 && (tokens.is(first - 1, "i") || tokens.is(first - 1, "gli") ||
                                     tokens.is(first - 1, "le"));
  const uint32_t before = article ? 2 : 1;
  if (first < before) return false;
  const Token& opener = tokens[first - before];
  if (!opener.is("tra") && !opener.is("fra") && !opener.is("trai") && !opener.is("frai")) {
    return false;
  }
  const uint32_t after = taker.tokens.last;
  if (after >= tokens.size() || tokens[after].starts_sentence) return true;
  return !tokens[after].is_word() ||
         (classes_at(tokens, after) & (kPreposition | kConjunction | kFiniteVerb)) != 0;
}

// "tra i 15 e i 24 anni …, tra i 25 e i 34": ages by bands, whatever is said of them between.
void share_band(Stretch& stretch, size_t index) {
  const Finding& taker = stretch.findings[index];
  if (!taker.figure.high || !is_bare(taker) || !is_band(stretch, taker)) return;
  for (size_t back = index; back-- > 0;) {
    const Finding& giver = stretch.findings[back];
    if (taker.tokens.first - giver.tokens.last > kReachOfBand) return;
    if (crosses_sentence(stretch.tokens, giver.tokens.last, taker.tokens.first)) return;
    if (giver.figure.kind != Kind::kDuration || !giver.figure.high) continue;
    share(stretch, back, index, Shared::kScaleAndUnit, "ellipsis.band");
    return;
  }
}

}  // namespace

bool is_bare(const Finding& finding) {
  return finding.figure.kind == Kind::kNumber && finding.figure.unit.empty() &&
         finding.power == 0 && !finding.scaled &&
         finding.figure.approximation != Approximation::kMagnitude;
}

bool is_year_like(const Stretch& stretch, const Finding& finding) {
  return finding.plain && !finding.in_words && finding.figure.value >= Value{Decimal(1900)} &&
         finding.figure.value < Value{Decimal(2100)} &&
         stretch.tokens[finding.tokens.first].integer >= 0;
}

bool says_unit(const Finding& finding) {
  const Kind kind = finding.figure.kind;
  return finding.figure.is_fact() && kind != Kind::kShare && kind != Kind::kMultiple &&
         (finding.power >= 3 || !finding.figure.unit.empty());
}

bool crosses_sentence(const Tokens& tokens, uint32_t first, uint32_t last) {
  for (uint32_t i = first; i <= last && i < tokens.size(); ++i) {
    if (tokens[i].starts_sentence) return true;
  }
  return false;
}

void take(const Stretch& stretch, const Given& given, Finding& taker, std::string_view rule) {
  Figure& figure = taker.figure;
  if (given.power > 0) {
    const auto value = figure.value.numerator.scaled(given.power);
    if (!value) return;
    figure.value.numerator = *value;
    if (figure.high) {
      const auto high = figure.high->numerator.scaled(given.power);
      if (high) figure.high->numerator = *high;
    }
    taker.power = given.power;
  }
  figure.unit = given.unit;
  if (!figure.unit.empty()) figure.kind = given.kind;
  taker.plain = false;
  if (stretch.options.with_steps) {
    figure.steps.push_back({rule, given.span, figure.value.to_string()});
  }
}

void share(Stretch& stretch, size_t giver, size_t index, Shared what, std::string_view rule) {
  const Finding& from = stretch.findings[giver];
  Finding& taker = stretch.findings[index];
  if (giver < index) taker.like = static_cast<uint32_t>(giver);
  const int power = what == Shared::kScaleAndUnit ? from.power : 0;
  take(stretch, {power, from.figure.kind, from.figure.unit, from.figure.span}, taker, rule);
}

namespace {

// "780 km su 803", "2,3 km² su 3,8": the total is in the unit of its part.
void share_total(Stretch& stretch, size_t index) {
  const Finding& part = stretch.findings[index - 1];
  const Finding& total = stretch.findings[index];
  if (!is_bare(total) || part.unit.empty() || part.power > 0 || part.figure.unit == "%") return;
  const uint32_t on = std::max(part.tokens.last, part.unit.last);
  const bool joined = on + 1 == total.tokens.first && stretch.tokens.is(on, "su");
  if (joined && part.figure.is_fact() && !(total.figure.value < part.figure.value)) {
    share(stretch, index - 1, index, Shared::kUnit, "ellipsis.total");
  }
}

}  // namespace

void share_units(Stretch& stretch) {
  const size_t count = stretch.findings.size();
  share_sibling(stretch);
  for (size_t i = 1; i < count; ++i) share_total(stretch, i);
  for (size_t i = 1; i + 1 < count; ++i) share_again(stretch, i);
  for (size_t i = count; i-- > 1;) share_back(stretch, i - 1);
  for (size_t i = 0; i < count; ++i) {
    share_band(stretch, i);
    share_parallel(stretch, i);
  }
}

}  // namespace cifra
