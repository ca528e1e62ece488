#include "core/grammar/figure.h"

#include <array>

namespace cifra {
namespace {

constexpr std::array<std::string_view, 11> kKindNames = {"count",    "money", "percent",  "measure",
                                                         "duration", "share", "multiple", "number",
                                                         "ordinal",  "date",  "reference"};
constexpr std::array<std::string_view, 8> kApproximationNames = {
    "", "about", "over", "at_least", "under", "at_most", "nearly", "magnitude"};
constexpr std::array<std::string_view, 3> kChangeNames = {"", "increase", "decrease"};

template <typename Enum, size_t kSize>
std::optional<Enum> named(const std::array<std::string_view, kSize>& names, std::string_view name) {
  for (size_t i = 0; i < kSize; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view name_of(Kind kind) { return kKindNames[static_cast<size_t>(kind)]; }
std::string_view name_of(Approximation approximation) {
  return kApproximationNames[static_cast<size_t>(approximation)];
}
std::string_view name_of(Change change) { return kChangeNames[static_cast<size_t>(change)]; }

std::optional<Kind> kind_named(std::string_view name) { return named<Kind>(kKindNames, name); }
std::optional<Approximation> approximation_named(std::string_view name) {
  return named<Approximation>(kApproximationNames, name);
}
std::optional<Change> change_named(std::string_view name) {
  return named<Change>(kChangeNames, name);
}

}  // namespace cifra
