// Who says so, and whether a figure is a level, a flow, a change, a target or a forecast.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/link/words.h"

namespace cifra {

// The person or office the sentence around word `at` names as its source ("sottosegretario Butti",
// "Istat"); for words inside a quotation, who the quotation is given to, up to the block's end.
// Empty for none.
std::string find_speaker(std::string_view text, const std::vector<LinkWord>& words, uint32_t at);

// `first` and `end` are the figure's words.
Nature find_nature(const std::vector<LinkWord>& words, uint32_t first, uint32_t end,
                   const Figure& figure);

}  // namespace cifra
