// Places official documents name: Italian regions, provinces and large municipalities with their
// ISTAT codes, countries with their ISO 3166 codes.
//
// Codes: two digits a region ("03" Lombardia), three a province or metropolitan city ("015"
// Milano), six a municipality ("015146" Milano), two letters a country ("IT", "FR").
// Cannot do: municipalities below 50,000 inhabitants that are no capital of a province, places
// abroad other than countries.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cifra {

enum class PlaceLevel : uint8_t { kCountry, kRegion, kProvince, kMunicipality };

struct CodedPlace {
  std::string code;
  PlaceLevel level = PlaceLevel::kCountry;
};

// The place a name stands for: folded lower case, words parted by one space or hyphen
// ("emilia romagna", "reggio emilia", "l'aquila"). A name of municipality and province is the
// municipality.
std::optional<CodedPlace> place_named(std::string_view folded_name);

// The province of that name ("provincia di Padova" is 028, Padova alone the municipality).
std::optional<CodedPlace> province_named(std::string_view folded_name);

// The place of an adjective or a territory ("modenese" is 036, "lombardo" 03, "italiano" IT).
std::optional<CodedPlace> place_of_adjective(std::string_view folded_word);

// The usual name of a code of Italy, of its parts, or of a country of the tables: "Valle d'Aosta".
// Empty for another.
std::string name_of_place(std::string_view code);

// Whether the name is a word of common speech too ("fermo", "marche"): no place where any word
// would begin with a capital.
bool is_also_common_word(std::string_view folded_name);

// Most words a name has: how far a caller looks ahead.
inline constexpr int kPlaceWords = 4;

}  // namespace cifra
