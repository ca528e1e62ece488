// Turns a plain text into a Document: pages at form feeds, paragraphs put together again from
// hard-wrapped lines (also where every line is followed by a blank one), headings, lists.
//
// Cannot do: columns side by side. What could be a table of spaces stays line by line.

#pragma once

#include "core/document/document.h"
#include "core/document/reading.h"

namespace cifra {

// `reading.verbatim` becomes the text: NFC and '\n' line ends, otherwise byte for byte.
Document lay_out_verbatim(Reading reading);

}  // namespace cifra
