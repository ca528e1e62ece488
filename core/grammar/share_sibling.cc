// The number of a list item takes scale and unit of the items before it, or of the sum that the
// list's lead divides: "- Veneto: 12.400 ettari", "- Friuli: 9.300"; "623 milioni di euro così
// ripartiti:", "- sanità 400".
//
// Cannot do: items that say more than a label and its number.

#include "core/grammar/between.h"
#include "core/grammar/context.h"
#include "core/grammar/likeness.h"
#include "core/grammar/noun_phrase.h"
#include "core/grammar/share.h"

namespace cifra {
namespace {

constexpr uint32_t kLongestLabel = 12;  // tokens

// Nothing but a bracket or a mark stands after the number.
bool closes(const Tokens& tokens, uint32_t end) {
  if (!goes_on_at(tokens, end)) return true;
  const Token& after = tokens[end];
  return after.is("(") || after.is(";") || after.is(",") || after.is(".");
}

enum class Label : uint8_t { kNone, kName, kPlural };  // kPlural: may be what the number counts

Label label_before(const Stretch& stretch, const Finding& finding) {
  const Tokens& tokens = stretch.tokens;
  const uint32_t last = extent(finding).first;
  if (last > kLongestLabel) return Label::kNone;
  Label label = Label::kNone;
  for (uint32_t at = 0; at < last; ++at) {
    if (stretch.owner[at] != kNoFinding) {
      if (fact_at(stretch, at) != nullptr) return Label::kNone;
      continue;
    }
    if (!tokens[at].is_word()) continue;
    const WordClasses classes = classes_at(tokens, at);
    if ((classes & (kFiniteVerb | kRelative | kPronoun)) != 0) return Label::kNone;
    const bool first = label == Label::kNone;
    if (!first || (classes & (kArticle | kPreposition)) != 0) continue;
    // a mark of the list: "c)"
    if (tokens[at].folded.size() == 1 && tokens.is(at + 1, ")")) continue;
    const bool plural =
        is_plural_noun(tokens, at) && !tokens[at].capital && !has_trait(tokens[at], kMoneyWord);
    label = plural ? Label::kPlural : Label::kName;
  }
  return label;
}

// Whether the value says by its size that it is written as the other is.
bool is_alike(const Figure& sibling, const Figure& figure, Label label, bool of_lead) {
  const Decimal& value = figure.value.numerator;
  const bool decimal = !value.is_integer();
  if (sibling.kind == Kind::kPercent) {
    return !of_lead && !(Decimal(100) < value) && (decimal || label == Label::kName);
  }
  if (label == Label::kPlural && !decimal && !of_lead) return false;
  const auto written = sibling.value.numerator.scaled(-sibling.power);
  if (!written || !within(value, *written, sibling.power >= 6 ? 2 : 3)) return false;
  if (of_lead && *written < value) return false;
  return sibling.power >= 6 ? value < Decimal(1000) : sibling.power == 0;
}

}  // namespace

void share_sibling(Stretch& stretch) {
  const Figure* sibling = stretch.options.sibling;
  if (sibling == nullptr) return;
  for (Finding& finding : stretch.findings) {
    if (!finding.figure.is_fact()) continue;
    const uint32_t end = extent(finding).last;
    if (!is_bare(finding) || finding.in_words || is_year_like(stretch, finding)) return;
    if (!closes(stretch.tokens, end) || crosses_sentence(stretch.tokens, 1, end - 1)) return;
    const Label label = label_before(stretch, finding);
    if (label == Label::kNone) return;
    if (!is_alike(*sibling, finding.figure, label, stretch.options.sibling_is_sum)) return;
    take(stretch, {sibling->power, sibling->kind, sibling->unit, {}}, finding, "ellipsis.sibling");
    return;
  }
}

}  // namespace cifra
