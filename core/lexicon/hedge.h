// Hedges: the phrases that say how near the truth a figure is, "circa", "oltre", "al massimo".
//
// A phrase is written in reduced words (reduced_word): folded, a preposition without its article
// ("dei" is "di", "dagli" is "da"), and no article between it and the number. So "intorno a" reads
// "intorno ai 30", "più di" reads "più del doppio".

#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/lexicon/word_class.h"

namespace cifra {

enum class HedgeMeaning : uint8_t { kAbout, kOver, kAtLeast, kUnder, kAtMost, kNearly, kNothing };

struct Hedge {
  std::string_view phrase;
  HedgeMeaning meaning;
  std::string_view yes;  // an example; the figure in brackets
};

// Phrases that stand before the figure, those after it and its noun.
std::span<const Hedge> hedges_before();
std::span<const Hedge> hedges_after();

// Most words of any phrase.
inline constexpr int kLongestHedge = 5;

// The meaning of a phrase of reduced words; nullptr when it is none.
const Hedge* hedge_before(std::string_view phrase);
const Hedge* hedge_after(std::string_view phrase);
// Whether some phrase before a figure ends with the reduced word, and all such words.
bool ends_hedge(std::string_view reduced);
std::vector<std::string_view> words_that_end_hedges();
// Whether some phrase after a figure begins with it, and all such words.
bool begins_hedge_after(std::string_view reduced);
std::vector<std::string_view> words_that_begin_hedges_after();

// "dei" → "di", "agli" → "a", "sull'" → "su"; articles → ""; others stay as they are.
std::string_view reduced_word(std::string_view folded);
std::string_view reduced_word(std::string_view folded, WordClasses classes);

}  // namespace cifra
