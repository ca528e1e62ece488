// The numbers before headings that have no dot: "3 Chi non cerca". They count sections where the
// headings of the document count up; elsewhere ("15 Comuni premiati") they are figures.

#pragma once

#include <cstdint>
#include <vector>

#include "core/document/document.h"

namespace cifra {

// Of each block, the bytes of its section number with the space after it; 0 for none.
std::vector<uint32_t> section_number_sizes(const Document& document);

}  // namespace cifra
