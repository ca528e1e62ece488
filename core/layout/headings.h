// Headings of a geometric reading: short paragraphs larger, bolder or in capitals where the running
// text is not, or numbered by section; and their levels from size and numbering.

#pragma once

#include <span>

#include "core/layout/paragraphs.h"

namespace cifra {

// Sets role and level of the paragraphs that are headings; joins the lines of none.
void mark_headings(const Flow& flow, std::span<Paragraph> paragraphs, const Typography& typography);

}  // namespace cifra
