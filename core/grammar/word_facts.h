// All that the lexicon says of a word, in one record: passes ask at every token, and one look-up a
// token serves them all. The tables stay where they are; here they are only gathered.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/lexicon/change_word.h"
#include "core/lexicon/reference_cue.h"
#include "core/lexicon/word_class.h"
#include "core/text/token.h"
#include "core/text/word_map.h"

namespace cifra {

enum WordTrait : uint32_t {
  kLooksLikeVerb = 1u << 0,
  kLooksLikeParticiple = 1u << 1,
  kBeginsNumber = 1u << 2,  // a number, if the right words follow it
  kUnknown = 1u << 16,      // in no table: these three are told by its letters
  kChangeNoun = 1u << 3,
  kMoneyWord = 1u << 4,
  kQuantityWord = 1u << 5,
  kSmallNumberWord = 1u << 6,
  kOrdinalWord = 1u << 7,
  kCollectiveWord = 1u << 13,    // "decina", "centinaia"
  kFractionWord = 1u << 14,      // "terzo", "quarti"
  kBeginsHedgeAfter = 1u << 15,  // the first word of a hedge after a figure
  kBeginsNoFact = 1u << 8,       // some rule for what is no fact begins with it
  kEndsHedge = 1u << 9,          // the last word of a hedge before a figure
  kAnchorsTime = 1u << 10,       // an expression of time may hold it in place of a date
  kOpensTime = 1u << 11,         // … may begin with it: "nel", "rispetto"
  kBearsNumber = 1u << 17,       // see gate.h
  kBeginsTimeCore = 1u << 12,    // … may follow what opens it: "settembre", "primo"
};

struct WordFacts {
  WordClasses classes = kNoClass;
  uint32_t traits = 0;
  ChangeWord change = ChangeWord::kNone;
  Cue cue = Cue::kNone;
  int8_t month = 0;     // 1 … 12; 0 for none
  int8_t day = 0;       // 1 … 31
  int32_t number = -1;  // of a number word: "venti", "mille"; not of those put together

  bool operator==(const WordFacts&) const = default;
};

// Of a folded word. The same as look_up_word_facts(), but with one look-up.
const WordFacts& word_facts(std::string_view folded);
// From each table in turn.
WordFacts look_up_word_facts(std::string_view folded);

// Of a token that is a word; knows "è" from "e". None of another token.
const WordFacts& find_facts(const Token& token);
inline const WordFacts& facts_of(const Token& token) {
  if (token.facts == nullptr) token.facts = &find_facts(token);
  return *token.facts;
}
inline bool has_trait(const Token& token, WordTrait trait) {
  const uint32_t traits = facts_of(token).traits;
  if ((traits & kUnknown) != 0) {
    if (trait == kLooksLikeVerb) return ends_like_verb(token.folded);
    if (trait == kLooksLikeParticiple) return ends_like_participle(token.folded);
  }
  return (traits & trait) != 0;
}
// The shapes of all words that may begin a finding or anchor an expression of time.
const WordShapes& telling_shapes();
// The number a word is by itself; nothing for most.
std::optional<int64_t> number_of(const Token& word);

// What after a number makes it a quantity: "%", "euro", "milioni".
inline bool is_quantity_word(const Token& token) {
  return token.is_word() ? has_trait(token, kQuantityWord) : is_quantity_word(token.folded);
}

}  // namespace cifra
