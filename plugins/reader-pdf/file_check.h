// What the bytes of a PDF say before Poppler opens it: that they are cut short (Poppler would mend
// the file and read half of it) and how much of it is pictures (a scan under a stamp).

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace cifra::pdf {

// Why the file cannot be read at all, in plain words; empty where nothing speaks against it.
std::string refusal_of(std::string_view bytes);

// Pixels of all pictures in the file. Their dictionaries are never packed or encrypted, so the
// bytes tell; a picture used on many pages counts once.
uint64_t picture_pixels(std::string_view bytes);

}  // namespace cifra::pdf
