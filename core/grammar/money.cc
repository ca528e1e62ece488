// Money without a currency word: "una spesa di 3 miliardi", "risorse per 20 milioni" are euro.
// A big number with no noun of its own takes after the sentence's words of money, else after the
// last big number before it whose nature was said; billions are money unless those were counts.
//
// Runs before annotate_counted, which would take "risorse" for what is counted.

#include "core/grammar/money.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/grammar/context.h"
#include "core/grammar/counted_noun.h"
#include "core/grammar/noun_phrase.h"
#include "core/grammar/passes.h"
#include "core/grammar/pronoun.h"
#include "core/lexicon/units.h"

namespace cifra {

bool has_money_word(const Stretch& stretch, TokenRange range) {
  for (uint32_t i = range.first; i < range.last; ++i) {
    if (has_trait(stretch.tokens[i], kMoneyWord)) return true;
  }
  return false;
}

namespace {

constexpr uint32_t kReachOfVerb = 6;  // tokens from a verb of earning or being to the number
constexpr uint32_t kReachOfSum = 12;  // tokens from a sum to the next of its row
constexpr uint32_t kReachOfHead = 5;  // tokens from a noun of money to a small sum: "pari a ben"

// Whether the number's sentence speaks of money: a word of it, or a sum with its currency.
bool speaks_of_money(const Stretch& stretch, TokenRange sentence) {
  if (has_money_word(stretch, sentence)) return true;
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    const uint32_t owner = stretch.owner[i];
    if (owner != kNoFinding && stretch.findings[owner].figure.kind == Kind::kMoney) return true;
  }
  return false;
}

// speaks_of_money() for one sentence after the other: a long one is gone over once, however many
// figures it has.
class MoneySentence {
 public:
  explicit MoneySentence(const Stretch& stretch) : stretch_(stretch) {}

  bool speaks_at(uint32_t token) {
    if (!holds(token)) {
      sentence_ = stretch_.sentence(token);
      speaks_ = speaks_of_money(stretch_, sentence_);
    }
    return speaks_;
  }
  // The figure at the token has become money.
  void has_money_at(uint32_t token) { speaks_ = speaks_ || holds(token); }

 private:
  bool holds(uint32_t token) const { return token >= sentence_.first && token < sentence_.last; }

  const Stretch& stretch_;
  TokenRange sentence_;
  bool speaks_ = false;
};

bool is_amount(const Stretch& stretch, TokenRange range) {
  const auto nouns = amount_nouns();
  for (uint32_t i = range.first; i < range.last && i < stretch.tokens.size(); ++i) {
    if (std::find(nouns.begin(), nouns.end(), stretch.tokens[i].folded) != nouns.end()) return true;
  }
  return false;
}

enum class OwnNoun : uint8_t { kNone, kMoney, kOther };

// What stands right after the number: "20 milioni di contributi", "3 miliardi i pagamenti".
OwnNoun own_noun(const Stretch& stretch, const Finding& finding) {
  const Tokens& tokens = stretch.tokens;
  uint32_t at = extent(finding).last;
  if (!goes_on_at(tokens, at)) return OwnNoun::kNone;
  if (tokens.is(at, "circa") || tokens.is(at, "ca") || tokens.is(at, "scarsi")) ++at;
  if (!goes_on_at(tokens, at)) return OwnNoun::kNone;
  const bool of = tokens.is(at, "di") || tokens.is(at, "d'");
  const bool subject = tokens.is(at, "i") || tokens.is(at, "gli") || tokens.is(at, "le");
  if (of || subject) ++at;
  const TokenRange phrase = noun_phrase_at(stretch, at, !of);
  if (phrase.empty()) {
    // "di export": a singular that the money words know.
    return of && is_amount(stretch, {at, at + 1}) ? OwnNoun::kMoney
           : of                                   ? OwnNoun::kOther
                                                  : OwnNoun::kNone;
  }
  // "20 milioni stanziati", "i 30 miliardi assegnati alle Regioni"
  const bool given = !of && !subject && has_trait(tokens[phrase.first], kMoneyWord);
  return given || is_amount(stretch, phrase) ? OwnNoun::kMoney : OwnNoun::kOther;
}

bool is_big_number(const Finding& finding) {
  return finding.power >= 6 || finding.figure.value >= Value{Decimal(1000000)};
}

// "21.144.508.224,72": printed to the cent.
bool has_cents(const Stretch& stretch, const Finding& finding) {
  const std::string_view printed = finding.figure.span.of(stretch.text);
  return printed.size() > 5 && printed[printed.size() - 3] == ',' &&
         printed.find('.') != std::string_view::npos;
}

// "un contributo di 300mila": a noun of money right before a sum that is not big.
bool has_money_head(const Stretch& stretch, const Finding& finding) {
  if (finding.power < 3 && !has_cents(stretch, finding)) return false;
  const uint32_t first = finding.tokens.first;
  const TokenRange sentence = stretch.sentence(first);
  const uint32_t from =
      first > sentence.first + kReachOfHead ? first - kReachOfHead : sentence.first;
  return has_money_word(stretch, {from, first});
}

// "chi ne guadagna più di 30mila", "costa 40mila": verbs whose object is money.
bool has_money_verb(const Stretch& stretch, const Finding& finding) {
  if (finding.power < 3) return false;
  const uint32_t first = finding.tokens.first;
  for (uint32_t at = first; at > 0 && first - at < kReachOfVerb; --at) {
    if (!goes_on_at(stretch.tokens, at)) return false;
    const Token& token = stretch.tokens[at - 1];
    if (!token.is_word() || stretch.owner[at - 1] != kNoFinding) return false;
    if (is_noun(stretch.tokens, at - 1) && is_plural_noun(stretch.tokens, at - 1)) return false;
    for (const std::string_view stem : {"guadagn", "cost", "spend", "spes", "incass"}) {
      if (!token.folded.starts_with(stem)) continue;
      // "l'Italia ne ha guadagnati 12 milioni": things, with which the participle agrees
      const bool agrees = token.folded.ends_with("ti") || token.folded.ends_with("te");
      return !agrees || !follows_pronoun(stretch.tokens, at);
    }
  }
  return false;
}

// "I libri prestati sono stati due milioni": the number of a plural subject.
// Gives the finding that the subject is told of: the first of two levels; nullptr for none.
const Finding* told_of_subject(const Stretch& stretch, const Finding& finding) {
  const Tokens& tokens = stretch.tokens;
  const uint32_t first = finding.tokens.first;
  const Finding* told = &finding;
  for (uint32_t at = first; at > 0 && first - at < kReachOfVerb && goes_on_at(tokens, at); --at) {
    const Token& token = tokens[at - 1];
    if (token.is("sono") || token.is("erano") || token.is("furono") || token.is("saranno")) {
      return told;
    }
    // "gli abbonati sono saliti da 16,4 a 22,2 milioni"
    if (const Finding* level = fact_at(stretch, at - 1)) {
      told = level;
      continue;
    }
    // billions are sums: "le sofferenze si sono attestate a 16 miliardi"
    const bool moved = finding.power < 9 && has_trait(token, kLooksLikeParticiple);
    const bool passes = moved || token.is("stati") || token.is("state") ||
                        (classes_at(tokens, at - 1) & (kAdverb | kArticle | kFrom | kTo)) != 0;
    if (!passes) return nullptr;
  }
  return nullptr;
}

// "80 mila euro per il 2023 e di 200 mila per il 2024": one more of the sum before it.
bool continues_sum(const Stretch& stretch, const Finding& finding, const Finding* previous) {
  const Tokens& tokens = stretch.tokens;
  if (previous == nullptr || previous->figure.kind != Kind::kMoney ||
      previous->power != finding.power || finding.power < 3) {
    return false;
  }
  uint32_t before = finding.tokens.first;
  while (before > previous->tokens.last && finding.tokens.first - before < kReachOfVerb &&
         (classes_at(tokens, before - 1) & (kPreposition | kArticle)) != 0) {
    --before;
  }
  if (before == 0 || finding.tokens.first - previous->tokens.last > kReachOfSum) return false;
  for (uint32_t at = previous->tokens.last; at <= finding.tokens.first; ++at) {
    if (!goes_on_at(tokens, at)) return false;
  }
  const Token& joint = tokens[before - 1];
  return joint.is(",") || joint.is(";") ||
         ((joint.is("e") || joint.is("ed")) && (classes_at(tokens, before - 1) & kFiniteVerb) == 0);
}

// "di queste, 300", "tra questi 300".
bool follows_these(const Tokens& tokens, uint32_t first) {
  const uint32_t these = first > 1 && tokens.is(first - 1, ",") ? first - 2 : first - 1;
  if (first < 2 || these == 0) return false;
  return stands_for_things(tokens, these) &&
         (classes_at(tokens, these - 1) & (kOf | kBetween)) != 0;
}

struct LastBig {
  BigNumbers meaning;
  int power_of_counts = 0;  // of the biggest count since the last sum
};

bool is_money(const Stretch& stretch, MoneySentence& sentence, const Finding& finding, OwnNoun noun,
              const LastBig& last) {
  if (noun == OwnNoun::kMoney) return true;
  // "Accolte 1.387.231 domande per 113 miliardi. Di queste, 1.079.422": things, in digits
  if (finding.power == 0 && follows_these(stretch.tokens, finding.tokens.first)) return false;
  if (has_money_verb(stretch, finding)) return true;
  if (!is_big_number(finding)) return has_money_head(stretch, finding);
  // "gli ingressi sono stati 1,2 milioni e gli incassi 18 milioni di euro"
  const Finding* told = told_of_subject(stretch, finding);
  if (told != nullptr && !counted_subject(stretch, *told, {}).tokens.empty()) return false;
  if (sentence.speaks_at(finding.tokens.first)) return true;
  if (told != nullptr) return false;
  if (finding.power >= 9) {
    return last.meaning != BigNumbers::kCounts ||
           (last.power_of_counts > 0 && last.power_of_counts < 9);
  }
  // "Giocattoli (4,9 milioni)": things, in a sentence without money
  if (!counted_bracket(stretch, finding, finding.tokens.first).tokens.empty()) {
    return false;
  }
  return last.meaning == BigNumbers::kMoney;
}

}  // namespace

void understand_money(Stretch& stretch) {
  LastBig last{stretch.options.big_numbers};
  MoneySentence sentence(stretch);
  const Finding* previous = nullptr;  // the fact before
  const Finding* current = nullptr;
  for (Finding& finding : stretch.findings) {
    Figure& figure = finding.figure;
    if (!figure.is_fact()) continue;
    previous = std::exchange(current, &finding);
    if (figure.kind == Kind::kMoney && is_big_number(finding)) last = {BigNumbers::kMoney};
    if (figure.kind != Kind::kNumber || finding.plain || !figure.unit.empty()) continue;
    if (!is_big_number(finding) && finding.power < 3 && !has_cents(stretch, finding)) continue;
    const bool alike = finding.like != kNoFinding;  // of a kind with what gave it its scale
    if (alike && stretch.findings[finding.like].figure.kind != Kind::kMoney) continue;
    const OwnNoun noun = alike ? OwnNoun::kMoney : own_noun(stretch, finding);
    if (noun == OwnNoun::kOther) {
      if (is_big_number(finding)) {
        last = {BigNumbers::kCounts, std::max(last.power_of_counts, finding.power)};
      }
      continue;
    }
    const bool row = noun == OwnNoun::kNone && continues_sum(stretch, finding, previous);
    if (!row && !is_money(stretch, sentence, finding, noun, last)) continue;
    figure.kind = Kind::kMoney;
    figure.unit = "EUR";
    sentence.has_money_at(finding.tokens.first);
    last = {BigNumbers::kMoney};
    if (stretch.options.with_steps) {
      figure.steps.push_back({"money.understood", figure.span, "EUR"});
    }
  }
}

}  // namespace cifra
