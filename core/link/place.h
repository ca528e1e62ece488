// The place a figure is about: the nearest place its sentence names.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/link/words.h"

namespace cifra {

struct NamedPlace {
  std::string code;             // core/lexicon/places.h; empty for none
  std::string name;             // as written; of an adjective the place's own ("nazionale": Italia)
  bool adjective = false;       // "modenese", "italiani"
  uint32_t begin = 0, end = 0;  // words
};

// Every place the words name, in order. None are a dateline ("Roma, 5 marzo"), an address, and what
// is a part of a longer name ("Banca di Roma", "San Giovanni di Sicilia").
std::vector<NamedPlace> find_places(std::string_view text, const std::vector<LinkWord>& words);

// Of `places`, the one for the figure of the words [first, end): in its bracket's label, else the
// nearest in its clause, else in its sentence. Nothing when the sentence names none.
NamedPlace place_of_figure(const std::vector<LinkWord>& words,
                           const std::vector<NamedPlace>& places, uint32_t first, uint32_t end);

// The first place of a heading, a table head, a title; "cittadini italiani" is none.
NamedPlace place_in(std::string_view text);

// Of a table's head, outer first ("Palermo / Bolognetta"): the innermost place it names; an outer
// name of province and municipality is the province.
NamedPlace place_in_head(std::string_view head);

}  // namespace cifra
