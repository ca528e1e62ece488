// The one form Cifra keeps text in: valid UTF-8, NFC, '\n' line ends, no byte order mark.

#pragma once

#include <string>
#include <string_view>

namespace cifra {

// `text` in that form, otherwise byte for byte. Bytes that are not UTF-8 become U+FFFD; so do zero
// bytes, which no later stage could print.
std::string normal_form(std::string_view text);

}  // namespace cifra
