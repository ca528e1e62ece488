// Digits, and letters without accent, as most Italian words are made of.

#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace cifra {

inline bool is_ascii_letter(char c) {
  const char small = static_cast<char>(c | 0x20);
  return small >= 'a' && small <= 'z';
}

inline bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

// Whether some byte is a letter, or belongs to one with an accent; "°", "²" and "«" do not count.
inline bool has_letters(std::string_view text) {
  return std::ranges::any_of(
      text, [](char c) { return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0xC3; });
}

struct Letters {
  uint32_t count = 0;
  bool capital = false;  // there is a capital one among them
  bool small = false;    // … a small one
};

// Eight bytes, looked at together: the number of letters is hard to foresee, and a loop over them
// would guess wrong at each word's end.
struct EightBytes {
  uint32_t count = 0;       // of the letters they begin with
  uint64_t key = 0;         // those in small ones; as word_key()
  uint64_t small_bits = 0;  // bit 5 of each small letter
  uint64_t all_bits = 0;    // … of each letter

  explicit EightBytes(const char* from) {
    constexpr uint64_t kOnes = 0x0101010101010101U;
    constexpr uint64_t kHighBits = 0x80 * kOnes;
    uint64_t bytes = 0;
    std::memcpy(&bytes, from, 8);
    if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap64(bytes);
    const uint64_t small = bytes | 0x20 * kOnes;
    const uint64_t low = small & ~kHighBits;
    // The high bit of each byte: at or after 'a', not after 'z', no byte of a longer code point.
    const uint64_t in_range = (low + (0x80 - 'a') * kOnes) & ~(low + (0x7F - 'z') * kOnes);
    const uint64_t no_letter = ~(in_range & ~small) & kHighBits;
    count = static_cast<uint32_t>(std::countr_zero(no_letter)) / 8;
    const uint64_t counted = count == 8 ? ~uint64_t{0} : (uint64_t{1} << (8 * count)) - 1;
    key = small & counted;
    all_bits = 0x20 * kOnes & counted;
    small_bits = bytes & all_bits;
  }
};

// Those that `text` begins with.
inline Letters letters_at(std::string_view text) {
  Letters letters;
  while (text.size() - letters.count >= 8) {
    const EightBytes eight(text.data() + letters.count);
    letters.small = letters.small || eight.small_bits != 0;
    letters.capital = letters.capital || eight.small_bits != eight.all_bits;
    letters.count += eight.count;
    if (eight.count < 8) return letters;
  }
  for (; letters.count < text.size() && is_ascii_letter(text[letters.count]); ++letters.count) {
    (text[letters.count] < 'a' ? letters.capital : letters.small) = true;
  }
  return letters;
}

}  // namespace cifra
