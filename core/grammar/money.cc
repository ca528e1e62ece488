// Money without a currency word: "una spesa di 3 miliardi", "risorse per 20 milioni" are euro.
// A big number that counts nothing takes after the sentence's words of money, else after the last
// big number before it whose nature was said.

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

bool is_big(const Finding& finding) {
  return finding.power >= 6 || finding.figure.value >= Value{Decimal(1000000)};
}

void make_money(const Stretch& stretch, Figure& figure) {
  figure.kind = Kind::kMoney;
  figure.unit = "EUR";
  if (stretch.options.with_steps) {
    figure.steps.push_back({"money.understood", figure.span, "EUR"});
  }
}

}  // namespace

void understand_money(Stretch& stretch) {
  BigNumbers last = stretch.options.big_numbers;
  for (Finding& finding : stretch.findings) {
    Figure& figure = finding.figure;
    if (!figure.is_fact() || !is_big(finding)) continue;
    if (figure.kind == Kind::kMoney) last = BigNumbers::kMoney;
    if (figure.kind == Kind::kCount) last = BigNumbers::kCounts;
    if (figure.kind != Kind::kNumber || finding.plain || !figure.unit.empty()) continue;
    const bool billions = finding.power >= 9 && last != BigNumbers::kCounts;
    const bool as_before = last == BigNumbers::kMoney && figure.change == Change::kNone;
    if (billions || as_before || speaks_of_money(stretch, stretch.sentence(finding.tokens.first))) {
      make_money(stretch, figure);
      last = BigNumbers::kMoney;
    }
  }
}

}  // namespace cifra
