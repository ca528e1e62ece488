// Folding: lower case without accents, and one spelling for dashes, apostrophes and quotes, so that
// tables hold each word once ("PIÙ", "più" and "piu" are "piu").
//
// Cannot do: full case folding (ß stays ß); Italian needs none.

#pragma once

#include <string>
#include <string_view>

namespace cifra {

// "Città" → U+0063 U+0069 …; every dash is '-', every apostrophe '\'', every double quote '"',
// a superscript digit its digit. One code point in, one out.
char32_t fold_code_point(char32_t code_point);

std::string fold(std::string_view text);

bool is_letter(char32_t code_point);
bool is_upper(char32_t code_point);
bool is_space(char32_t code_point);  // every Unicode white space, no-break and thin ones too
bool is_superscript_digit(char32_t code_point);

}  // namespace cifra
