// What the bytes of a PDF say before Poppler opens it: that they are cut short (Poppler would mend
// the file and read half of it), how much of it is pictures (a scan under a stamp), and what in
// them costs time and gives no text.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cifra::pdf {

// Why the file cannot be read at all, in plain words; empty where nothing speaks against it.
std::string refusal_of(std::string_view bytes);

// Pixels of all pictures in the file. Their dictionaries are never packed or encrypted, so the
// bytes tell; a picture used on many pages counts once.
uint64_t picture_pixels(std::string_view bytes);

// A copy without the file's output intent, or nothing where it names none. Poppler builds that
// colour profile's tables anew for every page, which takes longer than to read its words.
std::optional<std::string> without_output_intent(std::string_view bytes);

}  // namespace cifra::pdf
