// Where sentences begin: after ".", "!", "?" or an empty line, but not after an abbreviation, an
// initial, or inside a number.

#pragma once

#include <string_view>
#include <vector>

#include "core/text/token.h"

namespace cifra {

// Sets Token::starts_sentence of every token; clears blank_line_before where a sentence goes on
// over an empty line.
void mark_sentences(Tokens& tokens);

// The sentences of a text, without the white space between them.
std::vector<Span> sentences(std::string_view text);

}  // namespace cifra
