// Turns what a reader with structure (HTML) pushed into a Document: the text is put together here,
// blocks and tables keep what the format said of them.

#pragma once

#include "core/document/document.h"
#include "core/document/reading.h"

namespace cifra {

// Blocks are parted by an empty line, list items and rows by a line end, cells by a tab. A table
// whose cells lie outside its rows or over each other is kept as far as it holds.
Document lay_out_structured(Reading reading);

}  // namespace cifra
