// Whether a word is one of a few, as a sentence reads: is_any(word, {"con", "fino"}).

#pragma once

#include <algorithm>
#include <initializer_list>
#include <span>
#include <string_view>

namespace cifra {

inline bool is_any(std::string_view word, std::span<const std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

inline bool is_any(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

}  // namespace cifra
