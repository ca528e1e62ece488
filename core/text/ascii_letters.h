// Letters without accent, as most Italian words are made of.

#pragma once

#include <cstdint>
#include <string_view>

namespace cifra {

inline bool is_ascii_letter(char c) {
  const char small = static_cast<char>(c | 0x20);
  return small >= 'a' && small <= 'z';
}

struct Letters {
  uint32_t count = 0;
  bool capital = false;  // there is a capital one among them
  bool small = false;    // … a small one
};

// Those that `text` begins with.
Letters letters_at(std::string_view text);

}  // namespace cifra
