// Money without a currency word: "una spesa di 3 miliardi", "risorse per 20 milioni" are euro.
// Cannot do: money that only another block speaks of.

#include <string_view>
#include <unordered_set>

#include "core/grammar/passes.h"
#include "core/lexicon/units.h"

namespace cifra {
namespace {

bool is_money_word(std::string_view folded) {
  static const std::unordered_set<std::string_view> words(money_words().begin(),
                                                          money_words().end());
  return words.contains(folded);
}

// Whether the number's sentence speaks of money: a word of it, or a sum with its currency.
bool speaks_of_money(const Stretch& stretch, TokenRange sentence) {
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    if (stretch.tokens[i].is_word() && is_money_word(stretch.tokens[i].folded)) return true;
    const uint32_t owner = stretch.owner[i];
    if (owner != kNoFinding && stretch.findings[owner].figure.kind == Kind::kMoney) return true;
  }
  return false;
}

}  // namespace

void understand_money(Stretch& stretch) {
  for (Finding& finding : stretch.findings) {
    Figure& figure = finding.figure;
    const bool scaled = finding.power >= 6 || figure.value >= Value{Decimal(1000000)};
    if (figure.kind != Kind::kNumber || finding.plain || !scaled || !figure.unit.empty()) continue;
    if (!speaks_of_money(stretch, stretch.sentence(finding.tokens.first))) continue;
    figure.kind = Kind::kMoney;
    figure.unit = "EUR";
    if (stretch.options.with_steps) {
      figure.steps.push_back({"money.understood", figure.span, "EUR"});
    }
  }
}

}  // namespace cifra
