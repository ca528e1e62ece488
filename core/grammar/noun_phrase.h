// Noun phrases around a number, told from what surrounds them by the closed classes of Italian and
// by endings: no dictionary.

#pragma once

#include <optional>

#include "core/grammar/no_fact.h"
#include "core/grammar/stretch.h"

namespace cifra {

// A word that may head what a number counts: plural by its ending or without one ("teu", "città"),
// of no closed class, no verb, no participle.
bool is_plural_noun(const Tokens& tokens, uint32_t at);
// The same without asking for the plural: "infermiere", "pagamento".
bool is_noun(const Tokens& tokens, uint32_t at);
// A word that can follow its noun as an adjective or participle: "scolastici", "formate".
bool is_modifier(const Tokens& tokens, uint32_t at);

// "il", "una", "della", "nell'": what follows is no plural.
bool is_singular_determiner(const Tokens& tokens, uint32_t at);

// The noun phrase that begins at `at`: adjectives, noun, modifiers, "di" and its noun. Empty when
// there is none. `plural` asks for a plural head.
TokenRange noun_phrase_at(const Stretch& stretch, uint32_t at, bool plural);
// The noun phrase that ends before `end`, from its head on.
TokenRange noun_phrase_before(const Stretch& stretch, uint32_t end, uint32_t not_before);

}  // namespace cifra
