// A word as one number, so that words are compared and looked up without reading their letters:
// tokens are asked a hundred times what they are.
//
// Up to eight bytes the key is the word itself; longer words may share one, if hardly ever, and
// have their letters compared once the keys agree. The first three bytes of a word are those of its
// key.

#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace cifra {

inline constexpr size_t kWholeKey = 8;  // bytes of the longest word that its key holds whole

namespace word_key_detail {

constexpr uint64_t load(const char* from, size_t size) {
  uint64_t bytes = 0;
  if (std::is_constant_evaluated() || std::endian::native == std::endian::big) {
    for (size_t i = 0; i < size; ++i) {
      bytes |= static_cast<uint64_t>(static_cast<unsigned char>(from[i])) << (8 * i);
    }
  } else if (size == 8) {
    std::memcpy(&bytes, from, 8);
  } else {
    uint32_t half = 0;
    std::memcpy(&half, from, 4);
    bytes = half;
  }
  return bytes;
}

}  // namespace word_key_detail

constexpr uint64_t word_key(std::string_view word) {
  using word_key_detail::load;
  const size_t size = word.size();
  const char* const data = word.data();
  if (size > kWholeKey) {
    const uint64_t ends = (load(data, 8) ^ uint64_t{size}) * 0x9E3779B97F4A7C15U +
                          load(data + size - 8, 8) * 0xBF58476D1CE4E5B9U;
    // Its first letters, a hash of the rest, and a byte that no text has.
    return (load(data, 4) & 0xFFFFFFU) | ends >> 32U << 24U | uint64_t{0xFF} << 56U;
  }
  if (size == 0) return 0;
  if (size >= 4) return load(data, 4) | load(data + size - 4, 4) << (8 * (size - 4));
  const auto byte = [data](size_t i) {
    return static_cast<uint64_t>(static_cast<unsigned char>(data[i])) << (8 * i);
  };
  return byte(0) | byte(size / 2) | byte(size - 1);
}

// A word of the source, its key made by the compiler: what Token::is() takes.
class WordLiteral {
 public:
  template <size_t kSize>
  consteval WordLiteral(const char (&word)[kSize])
      : word_(word), key_(word_key(std::string_view(word, kSize - 1))) {}

  constexpr bool is(std::string_view word, uint64_t key) const {
    return key == key_ && (word.size() <= kWholeKey || word == word_);
  }

 private:
  const char* word_;
  uint64_t key_;
};

}  // namespace cifra
