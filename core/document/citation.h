// The citation of a span: page, boxes, quote. Derived, never stored beside the text.

#pragma once

#include <string>
#include <vector>

#include "core/document/document.h"

namespace cifra {

struct Citation {
  uint32_t page = kNoIndex;  // of the span's first word
  std::vector<Box> boxes;    // one a line, on `page`; empty for documents without geometry
  Span quote;                // the sentence (or the row of the table) around the span
};

Citation cite(const Document& document, Span span);

// Page and boxes alone, the quote left empty: for those who know the sentence already.
Citation locate(const Document& document, Span span);

}  // namespace cifra
