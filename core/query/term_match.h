// How strongly words of a text say the terms of a question: by the stem itself, a synonym, an
// acronym or a derived word. Stems are separated by spaces.

#pragma once

#include <string_view>
#include <vector>

#include "core/query/question.h"

namespace cifra {

// Same stem 1, a derived word ("farmac", "farmaceut") less, 0 for another.
double likeness(std::string_view asked, std::string_view said);

// 0 … 1.
double strength_in(const QuestionTerm& term, std::string_view stems);

// Of each term of the question.
std::vector<double> term_strengths(const Question& question, std::string_view stems);

// Of "nuov amministr local" "amministr": the noun of a counted phrase, past adjectives that stand
// before theirs.
std::string_view head_of(std::string_view stems);

// "unità", "persone": counted and yet said of anything.
bool is_generic_noun(std::string_view stems);

// How much of these stems the question names: 0 … 1.
double share_asked(const Question& question, std::string_view stems);

}  // namespace cifra
