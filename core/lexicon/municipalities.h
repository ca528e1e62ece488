// The rows of the larger municipalities for core/lexicon/places.h: those of 50,000 inhabitants or
// more at the census of 2011, and the capitals of the provinces.

#pragma once

#include <span>
#include <string_view>

namespace cifra {

struct PlaceRow {
  std::string_view code;
  std::string_view names;       // parted by '|', the usual one first
  std::string_view adjectives;  // stems parted by '|': "lombard" for lombardo, lombarde
};

std::span<const PlaceRow> municipality_rows();

}  // namespace cifra
