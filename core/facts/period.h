// The days a fact's time covers: "2021-04/2021-06" is 2021-04-01 to 2021-06-30.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cifra {

// First and last day as YYYY-MM-DD, which order as text; an open side is empty.
struct Period {
  std::string from, to;

  bool operator==(const Period&) const = default;
};

// Reads YYYY, YYYY-MM, YYYY-MM-DD and intervals of them, "2021/.." and "../2021" too. Nothing for
// anything else, as for a month 13.
std::optional<Period> period_of(std::string_view iso_time);

}  // namespace cifra
