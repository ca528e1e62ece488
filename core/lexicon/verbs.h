// Finite forms of the verbs official Italian uses with figures, and past participles.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cifra {

// Third persons of the verbs in the table, in every tense ("coinvolge", "coinvolgeranno",
// "coinvolse"), but those that are nouns as well ("stima").
bool is_finite_verb(std::string_view lower_case_word);

// A third person that is a noun as well: "stima", "registra", "punta".
bool is_noun_or_verb(std::string_view lower_case_word);

// "arrivi", "superino", "preveda": many are nouns too, and stand as verbs in a clause of
// "affinché", "purché", "che" only.
bool is_subjunctive(std::string_view lower_case_word);

// Those in -e, which look like plural nouns: "risponde", "accoglie".
std::vector<std::string> finite_verbs_in_e();

// "superare", "ridurre"; not "militare".
bool is_known_infinitive(std::string_view lower_case_word);

// A form, of a verb at hand, that takes no object: "risiedono", "hanno |aderito|".
bool is_intransitive(std::string_view lower_case_word);

// "transitati", "spesa", "emesse": by ending, less the nouns and adjectives that end alike.
bool is_participle(std::string_view lower_case_word);

}  // namespace cifra
