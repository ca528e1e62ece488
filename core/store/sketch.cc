#include "core/store/sketch.h"

#include <algorithm>
#include <optional>

namespace cifra {
namespace {

constexpr size_t kRowsOfBand = 4;
constexpr double kCopyLikeness = 0.7;

uint64_t mixed(uint64_t x) {  // splitmix64's finaliser
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
  return x ^ (x >> 31);
}

uint64_t hash_of(std::string_view text, uint64_t seed) {  // FNV-1a
  uint64_t hash = 0xcbf29ce484222325u ^ seed;
  for (unsigned char c : text) hash = (hash ^ c) * 0x100000001b3u;
  return mixed(hash);
}

void add_hash(Sketch& sketch, uint64_t hash) {
  for (size_t i = 0; i < Sketch::kSize; ++i) {
    const auto value = static_cast<uint32_t>(mixed(hash + (i + 1) * 0x9e3779b97f4a7c15u) >> 32);
    sketch.minima[i] = std::min(sketch.minima[i], value);
  }
}

}  // namespace

void Sketch::add(std::string_view element) { add_hash(*this, hash_of(element, 0)); }

std::string Sketch::bytes() const {
  std::string result;
  for (uint32_t value : minima) {
    for (int shift = 0; shift < 32; shift += 8) result += static_cast<char>(value >> shift & 0xff);
  }
  return result;
}

Sketch Sketch::from_bytes(std::string_view bytes) {
  Sketch sketch;
  for (size_t i = 0; i < kSize && 4 * i + 3 < bytes.size(); ++i) {
    uint32_t value = 0;
    for (size_t j = 4; j-- > 0;) {
      value = value << 8 | static_cast<unsigned char>(bytes[4 * i + j]);
    }
    sketch.minima[i] = value;
  }
  return sketch;
}

Sketch sketch_of_triples(const std::vector<std::string_view>& stretches) {
  Sketch sketch;
  std::array<uint64_t, 3> last{};
  size_t words = 0;
  for (std::string_view stretch : stretches) {
    while (!stretch.empty()) {
      const size_t space = std::min(stretch.find(' '), stretch.size());
      const std::string_view word = stretch.substr(0, space);
      stretch.remove_prefix(std::min(space + 1, stretch.size()));
      if (word.empty()) continue;
      last = {last[1], last[2], hash_of(word, 0)};
      if (++words >= last.size()) add_hash(sketch, mixed(last[0] * 3 + last[1] * 5 + last[2] * 7));
    }
  }
  return sketch;
}

double likeness(const Sketch& a, const Sketch& b) {
  size_t equal = 0;
  for (size_t i = 0; i < Sketch::kSize; ++i) equal += a.minima[i] == b.minima[i];
  return static_cast<double>(equal) / Sketch::kSize;
}

std::vector<SketchBand> bands_of(const Sketch& text) {
  std::vector<SketchBand> bands;
  if (text == Sketch()) return bands;  // too short to say anything
  for (size_t i = 0; i < Sketch::kSize; i += kRowsOfBand) {
    uint64_t hash = i;
    for (size_t j = i; j < i + kRowsOfBand; ++j) hash = mixed(hash ^ text.minima[j]);
    bands.push_back({static_cast<int64_t>(i / kRowsOfBand), static_cast<int64_t>(hash >> 1)});
  }
  return bands;
}

bool are_copies(const Sketch& text_a, const Sketch& figures_a, const Sketch& text_b,
                const Sketch& figures_b) {
  return likeness(text_a, text_b) >= kCopyLikeness &&
         likeness(figures_a, figures_b) >= kCopyLikeness;
}

}  // namespace cifra
