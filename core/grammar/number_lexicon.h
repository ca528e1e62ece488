// Look-ups in the tables of core/lexicon/number_words.h, by folded word.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/lexicon/number_words.h"
#include "core/text/phrase_table.h"

namespace cifra {

const PhraseTable& scale_phrases();                    // ids are indices into scale_words()
const ScaleWord* bare_scale(std::string_view folded);  // one that stands alone: "milioni"
const CollectiveWord* collective(std::string_view folded);
const FractionWord* fraction(std::string_view folded);
const FractionSign* fraction_sign(std::string_view folded);
const MultipleStem* multiple_verb(std::string_view folded);  // "raddoppiato"
const MultipleStem* multiple_noun(std::string_view folded);  // "doppio"
bool is_vague_quantifier(std::string_view folded);

// Whether some word that may begin a number expression, other than a number word, begins with the
// same two letters.
bool begins_number_phrase(std::string_view folded);
// Whether the word is one of them.
bool opens_number_phrase(std::string_view folded);
// They and the denominators.
std::vector<std::string> number_phrase_words();

}  // namespace cifra
