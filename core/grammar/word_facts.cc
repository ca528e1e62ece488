#include "core/grammar/word_facts.h"

#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "core/grammar/context.h"
#include "core/grammar/gate.h"
#include "core/grammar/no_fact.h"
#include "core/grammar/number.h"
#include "core/grammar/number_lexicon.h"
#include "core/grammar/number_word.h"
#include "core/grammar/time_core.h"
#include "core/grammar/time_expression.h"
#include "core/lexicon/calendar.h"
#include "core/lexicon/hedge.h"
#include "core/lexicon/units.h"
#include "core/lexicon/word_list.h"

namespace cifra {
namespace {

// Whether a word of no table begins a number: "ventitremila".
bool begins_number_by_letters(std::string_view folded) {
  return may_begin_number_word(folded) && compose_number_word(folded).has_value();
}

// The records of all words that some table holds.
class Lexicon {
 public:
  Lexicon() {
    const auto add = [this](const auto& words) {
      for (const std::string_view word : words) {
        if (!records_.contains(word)) {
          const WordFacts facts = look_up_word_facts(word);
          records_.emplace(kept_.emplace_back(word), facts);
          constexpr uint32_t kTelling = kBeginsNumber | kBeginsNoFact | kAnchorsTime;
          if ((facts.traits & kTelling) != 0) shapes_.mark(word);
        }
      }
    };
    add(classed_words());
    add(change_words());
    add(calendar_words());
    add(cue_words());
    add(money_words());
    add(ordinal_words());
    add(words_that_begin_no_facts());
    add(words_that_end_hedges());
    add(words_that_begin_hedges_after());
    add(number_phrase_words());
    add(words_that_bear_numbers());
    add(std::array<std::string_view, 1>{"zero"});
    for (const NumberAtom& atom : number_atoms()) {
      add(std::array{atom.form});
      shapes_.mark_beginning(atom.form);
    }
    add(time_core_words());
    add(time_expression_words());
    unknown_.traits = kUnknown;
    unknown_number_.traits = kUnknown | kBeginsNumber | kBearsNumber;
    is_ = look_up_word_facts("e");
    is_.classes = kFiniteVerb | kCopula;
  }

  const WordFacts& of(std::string_view folded, uint64_t key) const {
    const auto found = records_.find(folded, key);
    if (found != records_.end()) return found->second;
    return begins_number_by_letters(folded) ? unknown_number_ : unknown_;
  }
  const WordFacts& of_verb_is() const { return is_; }
  const WordFacts& of_no_word() const { return no_word_; }
  const WordShapes& shapes() const { return shapes_; }

 private:
  std::deque<std::string> kept_;
  WordMap<WordFacts> records_;
  WordShapes shapes_;
  WordFacts unknown_, unknown_number_, no_word_, is_;
};

const Lexicon& lexicon() {
  static const Lexicon all;
  return all;
}

}  // namespace

WordFacts look_up_word_facts(std::string_view folded) {
  WordFacts facts;
  facts.classes = word_classes(folded);
  facts.change = change_word(folded);
  facts.cue = reference_cue(folded);
  facts.month = static_cast<int8_t>(month_named(folded).value_or(0));
  facts.day = static_cast<int8_t>(day_named(folded).value_or(0));
  const auto number = compose_number_word(folded);
  if (number && *number <= INT32_MAX) facts.number = static_cast<int32_t>(*number);
  const auto set = [&facts](WordTrait trait, bool has) { facts.traits |= has ? trait : 0U; };
  set(kLooksLikeVerb, looks_like_verb(folded));
  set(kLooksLikeParticiple, looks_like_participle(folded));
  set(kChangeNoun, is_change_noun(folded));
  set(kMoneyWord, is_money_word(folded));
  set(kQuantityWord, is_quantity_word(folded));
  set(kSmallNumberWord, is_small_number_word(folded));
  set(kOrdinalWord, is_ordinal_word(folded));
  set(kCollectiveWord, collective(folded) != nullptr);
  set(kFractionWord, fraction(folded) != nullptr);
  set(kBeginsNumber, begins_number(folded));
  set(kBeginsNoFact, begins_no_fact(folded));
  set(kEndsHedge, ends_hedge(reduced_word(folded)));
  set(kBeginsHedgeAfter, begins_hedge_after(reduced_word(folded)));
  set(kBearsNumber, bears_number(folded));
  set(kAnchorsTime, anchors_time(folded));
  set(kOpensTime, opens_time(folded));
  set(kBeginsTimeCore, begins_time_core(folded));
  return facts;
}

const WordFacts& word_facts(std::string_view folded) {
  return lexicon().of(folded, word_key(folded));
}

const WordFacts& find_facts(const Token& token) {
  if (!token.is_word()) return lexicon().of_no_word();
  // "è", "È", "e'" fold to "e" and are longer than it.
  const bool verb = token.is("e") && token.span.size() > 1;
  return verb ? lexicon().of_verb_is() : lexicon().of(token.folded, token.key);
}

const WordShapes& telling_shapes() { return lexicon().shapes(); }

std::optional<int64_t> number_of(const Token& word) {
  const WordFacts& facts = facts_of(word);
  if (facts.number >= 0) return facts.number;
  return (facts.traits & kBeginsNumber) != 0 ? compose_number_word(word.folded) : std::nullopt;
}

}  // namespace cifra
