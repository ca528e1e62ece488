// Running heads, running feet and page numbers: lines in a page's outer strips that come back on
// other pages at the same height, their digits apart.
//
// Cannot do: know a head of a document of one page, or one that never comes back.

#pragma once

#include <vector>

#include "core/layout/page_lines.h"

namespace cifra {

// Sets LayoutLine::role of such lines to kPageHeader or kPageFooter.
void mark_running_text(std::vector<PageLines>& pages);

}  // namespace cifra
