#include "core/facts/fact.h"

#include <array>

namespace cifra {

std::string_view name_of(TimeSource source) {
  static constexpr std::array<std::string_view, 5> kNames = {"", "stated", "heading", "title",
                                                             "document_date"};
  return kNames[static_cast<size_t>(source)];
}

std::string_view name_of(Nature nature) {
  static constexpr std::array<std::string_view, 6> kNames = {"",       "level",  "flow",
                                                             "change", "target", "forecast"};
  return kNames[static_cast<size_t>(nature)];
}

}  // namespace cifra
