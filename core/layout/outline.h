// The outline of a document's blocks: which heading each stands under, which block introduces a
// list, how deep items are nested. Works on roles, levels and text alone, so every way of reading
// (words, structure, plain text) shares it.

#pragma once

#include "core/document/document.h"

namespace cifra {

// Sets Block::level of list items from their markers, where no item has a level yet: an item whose
// marker looks like an open outer list's goes back to that list, another look nests.
void set_list_levels(Document& document);

// Sets Block::heading of every block (a heading names its parent) and Block::lead of list items:
// the nearest item above of a lower level, else the block before the list when its sentence is
// still open (ends with ':' or without a stop). Notes, running heads and feet may stand between.
void set_outline(Document& document);

}  // namespace cifra
