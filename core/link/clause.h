// The clause a figure stands in: the subject of its verb, and what the verb says of a counted noun.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/link/governor.h"
#include "core/link/words.h"

namespace cifra {

struct Clause {
  std::string_view text;  // of the document
  const std::vector<LinkWord>& words;
  WordRange sentence;
};

// The noun phrase before the verb that governs; before its "che" when it has one. Empty for none,
// and for a complement of time or place.
WordRange verb_subject(const Clause& clause, const Left& left);

// The subject of the last verb before word `before`: "|le crociere| mostrano una perdita del 30%".
WordRange clause_subject(const Clause& clause, uint32_t before);

// The subject of the first verb after word `from`: "In tre anni |la piattaforma| è cresciuta".
WordRange following_subject(const Clause& clause, uint32_t from);

// "risultano |entrati all'interno di ANPR| 7.195 Comuni": what a passive says of the counted noun
// of the figure whose first word is `figure`.
std::string passive_said(const Clause& clause, const Left& left, uint32_t figure);

// "|risiedono in Italia| 58 milioni di persone": what a verb without a subject before it says of
// the noun after the figure. Empty for a copula.
std::string said_before(const Clause& clause, const Left& left, uint32_t figure);

// "310 sindaci |hanno firmato l'appello|": the verb that begins at word `at` with what follows it.
// With another figure in it only `with_figures`.
std::string said_from(const Clause& clause, uint32_t at, bool with_figures = false);

// "abita altrove" as "abitano altrove", where the plural is a form of the tables.
std::string with_plural_verb(std::string said);

// Without prepositions, articles and conjunctions at its end.
WordRange trimmed_end(const std::vector<LinkWord>& words, WordRange phrase);

}  // namespace cifra
