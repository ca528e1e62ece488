// What a fact inherits where its own sentence is silent: from the headings above its block, a
// table's caption, and the document.

#pragma once

#include <string>
#include <vector>

#include "core/document/document.h"
#include "core/facts/fact.h"
#include "core/link/place.h"

namespace cifra {

struct Surroundings {
  std::vector<std::string> headings;  // a caption first, then headings, nearest first
  NamedPlace place;
  std::string time;
  TimeSource time_source = TimeSource::kNone;
};

// Of `block`; `caption` is the block of its table's caption, or kNoIndex.
Surroundings surroundings_of(const Document& document, uint32_t block, uint32_t caption = kNoIndex);

}  // namespace cifra
