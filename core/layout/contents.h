// The lines of a table of contents: a title, dots or a wide gap, and the page it stands on. Their
// numbers are pages and no figures.

#pragma once

#include <vector>

#include "core/document/document.h"

namespace cifra {

// Of each block, whether it is such a line. Lines without dots must come several together, their
// pages rising and within the document's.
std::vector<bool> contents_lines(const Document& document);

}  // namespace cifra
