// A document as text, Markdown, JSON or HTML: what `cifra read` prints.

#pragma once

#include <ostream>

#include "core/document/document.h"

namespace cifra::command {

void write_text(const Document& document, std::ostream& out);
void write_markdown(const Document& document, std::ostream& out);
void write_html(const Document& document, std::ostream& out);

// One object: metadata, pages, blocks with their lines and words, tables with their cells. Offsets
// are code points of `text`, boxes [x0, y0, x1, y1] in points from the page's top left.
void write_json(const Document& document, std::ostream& out);

}  // namespace cifra::command
