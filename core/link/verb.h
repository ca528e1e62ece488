// Which words of a sentence are verbs: forms that are nouns as well are told by their neighbours.

#pragma once

#include <vector>

#include "core/link/words.h"

namespace cifra {

// A finite verb, and not a noun of the same form ("la stima", "i conti").
bool is_verb_at(const std::vector<LinkWord>& words, uint32_t at);

// By its ending: "superare".
bool is_infinitive(const LinkWord& word);

}  // namespace cifra
