// Captions of rows that stand in paragraphs of their own, where no table was found: "Incassi per
// anno (valori in milioni)", below it "2019 16,4" and "2020 17,6"; or names and numbers in turns.
//
// Cannot do: documents with pages, whose tables are found by where their words stand; a second
// caption in a run of rows.

#pragma once

#include <vector>

#include "core/document/document.h"

namespace cifra {

// Of each block the caption above its run of rows; empty for a block that is in none.
std::vector<Span> row_captions(const Document& document);

}  // namespace cifra
