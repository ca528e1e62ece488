// Word tables are written as rows of words between spaces; these two read them.

#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace cifra {

// A hash for short words: their length, first and last eight bytes. Words are looked up at every
// token, so it has to be cheap; the tables are ours, so it need not withstand an enemy.
struct WordHash {
  size_t operator()(std::string_view word) const {
    uint64_t first = 0;
    uint64_t last = 0;
    const size_t size = word.size() < 8 ? word.size() : 8;
    std::memcpy(&first, word.data(), size);
    std::memcpy(&last, word.data() + word.size() - size, size);
    uint64_t hash = (first ^ (word.size() << 56)) * 0x9E3779B97F4A7C15ULL;
    hash = (hash ^ (hash >> 29) ^ last) * 0xBF58476D1CE4E5B9ULL;
    return static_cast<size_t>(hash ^ (hash >> 32));
  }
};

template <typename Value>
using WordMap = std::unordered_map<std::string_view, Value, WordHash>;

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
    if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' ')) return true;
  }
  return false;
}

// The words of a list as a set: `static const WordSet words("uno due tre"); words.has(word)`.
class WordSet {
 public:
  explicit WordSet(std::string_view words) {
    for_each_word(words, [this](std::string_view word) { words_.insert(word); });
  }
  bool has(std::string_view word) const { return words_.contains(word); }

 private:
  std::unordered_set<std::string_view, WordHash> words_;
};

}  // namespace cifra
