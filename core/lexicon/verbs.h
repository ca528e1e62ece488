// Finite forms of the verbs official Italian uses with figures, and past participles.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cifra {

// Third persons of the verbs in the table, in every tense ("coinvolge", "coinvolgeranno",
// "coinvolse"). Forms that are nouns as well ("stima", "spesa") count only where the table says.
bool is_finite_verb(std::string_view lower_case_word);

// Those in -e, which look like plural nouns: "risponde", "accoglie".
std::vector<std::string> finite_verbs_in_e();

// "transitati", "spesa", "emesse": by ending, less the nouns and adjectives that end alike.
bool is_participle(std::string_view lower_case_word);

}  // namespace cifra
