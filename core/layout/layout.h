// Turns what a reader pushed into a Document: reading order, lines, paragraphs, headings, lists,
// tables, running heads and feet, footnotes. Geometry and typography only, no Italian.

#pragma once

#include "core/document/document.h"
#include "core/document/reading.h"

namespace cifra {

Document lay_out(Reading reading);

}  // namespace cifra
