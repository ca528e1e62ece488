// Word tables are written as rows of words between spaces; these read them.

#pragma once

#include <string_view>
#include <vector>

#include "core/text/word_map.h"

namespace cifra {

// Calls `action` with each space-separated word of `words`.
template <typename Action>
void for_each_word(std::string_view words, Action action) {
  size_t at = 0;
  while (at < words.size()) {
    const size_t start = words.find_first_not_of(' ', at);
    if (start == std::string_view::npos) return;
    const size_t stop = words.find(' ', start);
    const size_t end = stop == std::string_view::npos ? words.size() : stop;
    action(words.substr(start, end - start));
    at = end;
  }
}

// Whether `word` is one of the space-separated `words`.
inline bool has_word(std::string_view words, std::string_view word) {
  if (word.empty()) return false;
  for (size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1)) {
    const size_t end = at + word.size();
    if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' '))
      return true;
  }
  return false;
}

// The words of a list as a set: `static const WordSet words("uno due tre"); words.has(word)`.
class WordSet {
 public:
  explicit WordSet(std::string_view words) {
    for_each_word(words, [this](std::string_view word) { words_.emplace(word, true); });
  }
  bool has(std::string_view word) const { return words_.contains(word); }
  std::vector<std::string_view> words() const { return words_.words(); }

 private:
  WordMap<bool> words_;
};

}  // namespace cifra
