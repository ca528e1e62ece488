// Finds out how a text file is encoded and makes UTF-8 of it. Shared by the plugins that read text.
//
// Cannot do: tell the other 8-bit code pages (DOS, Macintosh, Cyrillic) from Windows-1252.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace cifra {

struct Encoding {
  std::string name;      // as ICU knows it: "UTF-8", "UTF-16LE", "windows-1252"
  size_t mark_size = 0;  // bytes of the byte order mark
  bool certain = false;  // said by a byte order mark
};

// By byte order mark, else by the bytes themselves: UTF-16 shows by its zeros, UTF-8 by its
// sequences; the rest is Windows-1252, or ISO-8859-15 where a byte is its euro sign.
Encoding detect_encoding(std::string_view bytes);

// Whether the bytes are no text in any encoding known here.
bool looks_binary(std::string_view bytes);

struct Decoded {
  std::string text;    // UTF-8, NFC
  size_t unknown = 0;  // places where bytes stood for no character: U+FFFD in the text
};

// Throws std::runtime_error where ICU does not know the encoding.
Decoded decode(std::string_view bytes, const Encoding& encoding);

// "2 places hold bytes that stand for no character and show as U+FFFD."
std::string unknown_places(size_t count);

}  // namespace cifra
