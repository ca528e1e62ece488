// How a document writes its numbers, for those that can be read in two ways: "1,234", "1.234".

#pragma once

#include <string_view>

namespace cifra {

// Whether a point parts decimals, as in English: said by the numbers of the text that can be read
// in one way only, else by its language.
bool has_decimal_point(std::string_view text);

}  // namespace cifra
