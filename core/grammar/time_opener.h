// The words that open an expression of time and say what it is to its figures: "nel", "entro", "a
// partire dal", "rispetto al".

#pragma once

#include <string_view>
#include <vector>

#include "core/grammar/time_expression.h"
#include "core/lexicon/word_class.h"
#include "core/lexicon/word_list.h"

namespace cifra {

// An opener taken apart: its words, each as written or a class of prepositions.
struct OpenerWord {
  std::string_view word;
  WordClasses classes = kNoClass;
};
struct ParsedOpener {
  std::vector<OpenerWord> words;
  TimeRole role;
  bool relative = false;  // "che"
};

// The openers that begin with a word, in the tables' order: those of "since" first.
const WordMap<std::vector<const ParsedOpener*>>& openers_by_word();

}  // namespace cifra
