// Cuts text into tokens, one pass, and marks where sentences begin.
//
// "L'80% (1.234,5 mln)" → L' 80 % ( 1.234,5 mln ). A word broken over a line end
// ("cento-⏎ventimila") is one token; digits never join over a hyphen. A footnote mark glued to a
// number is a token of its own.

#pragma once

#include <string_view>

#include "core/text/token.h"

namespace cifra {

// Appends the tokens of `text` from byte `from` until its end or `limit` tokens; returns the byte
// where it stopped. Sets tokens.text.
uint32_t tokenise(std::string_view text, uint32_t from, size_t limit, Tokens& tokens);

}  // namespace cifra
