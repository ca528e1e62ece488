// Cuts a noun phrase out of a sentence: a noun with its adjectives, complements, participles and a
// relative clause ("cittadini che risultano dotati di Spid").
//
// Cannot do: syntax. It walks from a word until something of a closed class ends the phrase.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/link/words.h"

namespace cifra {

// The phrase that begins at or after `start`, not beyond `limit`. Leading articles, determiners and
// adverbs are left out. Ends before a finite verb, a figure, a mark, a connective.
WordRange phrase_from(const std::vector<LinkWord>& words, uint32_t start, uint32_t limit);

// The phrase that ends right before `end`, not beginning before `limit`; leading prepositions,
// articles and adverbs and an opening adverbial ("Nel 2020 …") are left out.
WordRange phrase_before(const std::vector<LinkWord>& words, uint32_t end, uint32_t limit);

// The same where it can be the subject of the verb at `end`; nothing for a complement ("Al momento
// della firma erano …").
WordRange subject_before(const std::vector<LinkWord>& words, uint32_t end, uint32_t limit);

// The phrase as one line, short: "che risultano attualmente dotati" becomes "dotati".
std::string phrase_text(std::string_view text, const std::vector<LinkWord>& words,
                        WordRange phrase);

// Whether the phrase says something: it has a word of no closed class.
bool has_content(const std::vector<LinkWord>& words, WordRange phrase);

// Whether a word of it can be a noun: not all are participles, gerunds and what is said of
// something ("fermo", "seguite da"). After an article any word can.
bool has_noun(const std::vector<LinkWord>& words, WordRange phrase);

// Whether it is only a time: "nel 2020", "a fine marzo".
bool is_time_only(const std::vector<LinkWord>& words, WordRange phrase);

}  // namespace cifra
