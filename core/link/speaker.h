// Who says a figure: the person or office named as its source, or that a quotation is given to.
//
// Cannot do: a quotation that runs over several blocks, who "il documento" is.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/link/words.h"

namespace cifra {

// The person or office the text around word `at` names as its source ("sottosegretario Butti",
// "Istat"): in its sentence, for words of a quotation in the block, or in a sentence after it that
// says so ("Lo ha detto il ministro …"). Empty for none.
std::string find_speaker(std::string_view text, const std::vector<LinkWord>& words, uint32_t at);

// Who a block that only tells who said what came before it names: "Lo scrive l'Istat …". Empty for
// none.
std::string speaker_told_after(std::string_view text, Span block);

// A bare office with the name it bears elsewhere in the text: "ministro" is "ministro Bianchi".
std::string full_name(std::string_view text, const std::string& speaker);

}  // namespace cifra
