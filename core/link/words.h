// The words of one block with what the linker needs of each: folded form, roles, the fact it is
// part of, and the sentences they make.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/facts/fact.h"
#include "core/text/span.h"

namespace cifra {

struct LinkWord {
  Span span;                 // into the document's text
  std::string folded;        // lower case, straight apostrophes; a punctuation mark as it is
  uint32_t roles = 0;        // core/lexicon/phrase_role.h
  uint32_t fact = kNoIndex;  // index into the facts when the word is part of a figure or its unit
  bool inner = false;        // of those: an age or a time, which may stand inside a phrase
  bool punctuation = false;  // one mark, a bullet, a bracket
  bool capital = false;      // begins with a capital letter
  bool digits = false;       // begins with a digit
  bool sentence_start = false;
  bool place = false;  // of a place's name: core/link/place.h marks it
};

// Whether the word has one of the roles.
inline bool has(const LinkWord& word, uint32_t roles) { return (word.roles & roles) != 0; }

// Half-open range of word indexes.
struct WordRange {
  uint32_t begin = 0, end = 0;
  bool empty() const { return begin >= end; }
};

// Lower case for the Latin letters of Italian (accents kept), ’ and ‘ as '.
std::string fold_word(std::string_view word);

// The words of `block` of `text`; facts[first, last) are those of the block, in text order.
std::vector<LinkWord> split_words(std::string_view text, Span block, const std::vector<Fact>& facts,
                                  uint32_t first, uint32_t last);

// The words of fact `fact`; empty where none is.
WordRange words_of_fact(const std::vector<LinkWord>& words, uint32_t fact);

// The words of a span, in order; empty for none.
WordRange words_in(const std::vector<LinkWord>& words, Span span);

// The first word after a list mark the words begin with: "• |Spicca| …", "16. |Per| …", "a) |Le|
// …".
uint32_t after_list_mark(const std::vector<LinkWord>& words);

// The sentence around word `at`; at most some hundred words of it on either side, so that a table
// read as one sentence costs no more than its length.
WordRange sentence_of(const std::vector<LinkWord>& words, uint32_t at);

// The words of the range as one line of text: white space and line breaks single spaces.
std::string words_text(std::string_view text, const std::vector<LinkWord>& words, WordRange range);

}  // namespace cifra
