// The place a figure is about: the nearest place its sentence names.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/link/words.h"

namespace cifra {

struct NamedPlace {
  std::string code;             // core/lexicon/places.h; empty for none
  std::string name;             // as written
  uint32_t begin = 0, end = 0;  // words
};

// Every place the words name, in order; a dateline ("Roma, 5 marzo") is none.
std::vector<NamedPlace> find_places(std::string_view text, const std::vector<LinkWord>& words);

// Of `places`, the one for the figure of the words [first, end): in its bracket's label, else the
// nearest in its clause, else in its sentence. Nothing when the sentence names none.
NamedPlace place_of_figure(const std::vector<LinkWord>& words,
                           const std::vector<NamedPlace>& places, uint32_t first, uint32_t end);

// The first place of a heading, a table head, a title.
NamedPlace place_in(std::string_view text);

}  // namespace cifra
