// Near-copies: the same release as PDF and as web page, or on two sites. Two documents are copies
// when both their word triples and their figures are mostly the same; by figures two bulletins of
// one template, a month apart, stay two sources.
//
// Cannot do: find a release inside a longer report.

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cifra {

// MinHash: equal places in two sketches estimate how much of two sets is common.
struct Sketch {
  static constexpr size_t kSize = 64;
  std::array<uint32_t, kSize> minima;

  Sketch() { minima.fill(UINT32_MAX); }
  void add(std::string_view element);
  bool operator==(const Sketch&) const = default;

  std::string bytes() const;  // little endian
  static Sketch from_bytes(std::string_view bytes);
};

// Of the word triples of a text given as words separated by spaces.
Sketch sketch_of_triples(const std::vector<std::string_view>& stretches);

// Estimated common part, 0…1.
double likeness(const Sketch& a, const Sketch& b);

// Documents that share a (band, hash) are worth comparing.
struct SketchBand {
  int64_t band, hash;
};
std::vector<SketchBand> bands_of(const Sketch& text);

bool are_copies(const Sketch& text_a, const Sketch& figures_a, const Sketch& text_b,
                const Sketch& figures_b);

}  // namespace cifra
