// What governs a figure: the verb, noun, bracket, label or other figure to its left, once hedges,
// articles and prepositions are stepped over.

#pragma once

#include <vector>

#include "core/link/words.h"

namespace cifra {

enum class Governor { kNothing, kVerb, kNoun, kBracket, kLabel, kFigure };

struct Left {
  Governor governor = Governor::kNothing;
  uint32_t at = 0;                 // the verb, the noun, the bracket, the colon, the other figure
  uint32_t participle = kNoIndex;  // kVerb: "sono stati |registrati|"
  bool comparative = false;        // "inferiore a", "superiori a"
  bool preposition = false;        // "è |di|", "sale |a|"
};

// For the figure whose first word is `figure` and which is fact `fact`.
Left look_left(const std::vector<LinkWord>& words, WordRange sentence, uint32_t figure,
               uint32_t fact);

// "sono stati finora |registrati|": the first auxiliary of a participle's chain, or kNoIndex.
uint32_t auxiliary_before(const std::vector<LinkWord>& words, WordRange sentence,
                          uint32_t participle);

// The last word of another figure at most three words before `at`, no verb between, or kNoIndex.
uint32_t figure_before(const std::vector<LinkWord>& words, WordRange sentence, uint32_t fact,
                       uint32_t at);

}  // namespace cifra
