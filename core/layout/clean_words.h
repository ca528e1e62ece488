// Mends the words of a geometric reading before anything looks at them: one spelling for letters
// (NFC, ligatures taken apart), no private-use or control glyphs, no word printed twice.
//
// Cannot do: letters lost in the PDF. Space characters inside a word stay what they are.

#pragma once

#include "core/document/reading.h"

namespace cifra {

// Words left empty are removed; a lone symbol-font glyph becomes "•". Glyph edges follow the text:
// one more than its code points, or none. `reading.words` must be in page order and stays so.
void clean_words(Reading& reading);

}  // namespace cifra
