// A map from words to what a table says of them: filled once, asked at every token.

#pragma once

#include <bitset>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text/word_key.h"

namespace cifra {

// A map from words to what a table says of them, filled once and then asked at every token. Most
// words are in no table, and one look at a nearly empty array of keys tells. The words are not
// copied.
template <typename Value>
class WordMap {
 public:
  using Entry = std::pair<std::string_view, Value>;

  const Entry* find(std::string_view word) const { return find(word, word_key(word)); }
  // `key` is the word's.
  const Entry* find(std::string_view word, uint64_t key) const {
    const uint64_t hash = hash_of(key);
    if ((marks_[mark_place(hash)] & mark_bit(hash)) == 0) return end();
    for (size_t at = hash & mask_;; at = (at + 1) & mask_) {
      const Slot slot = slots_[at];
      if (slot.entry == 0) return end();
      if (slot.tag != tag_of(hash) || keys_[slot.entry - 1] != key) continue;
      const Entry& entry = entries_[slot.entry - 1];
      if (word.size() <= kWholeKey || entry.first == word) return &entry;
    }
  }
  const Entry* end() const { return nullptr; }
  bool contains(std::string_view word) const { return find(word) != end(); }
  std::vector<std::string_view> words() const {
    std::vector<std::string_view> made;
    for (const Entry& entry : entries_) made.push_back(entry.first);
    return made;
  }

  // Of equal words the first one stays.
  void emplace(std::string_view word, Value value) {
    if (!contains(word)) add(word, std::move(value));
  }
  Value& operator[](std::string_view word) {
    if (!contains(word)) add(word, Value{});
    return const_cast<Entry*>(find(word))->second;
  }
  void erase(std::string_view word) {
    std::erase_if(entries_, [&](const Entry& entry) { return entry.first == word; });
    keys_.clear();
    for (const Entry& entry : entries_) keys_.push_back(word_key(entry.first));
    index(slots_.size());
  }

 private:
  struct Slot {
    uint32_t tag = 0;    // of the hash, what its place does not tell
    uint32_t entry = 0;  // one more than its index; 0 for none
  };
  static constexpr size_t kSparse = 4;  // slots for each entry

  // The tables are ours, so it need not withstand an enemy.
  static uint64_t hash_of(uint64_t key) {
    const uint64_t hash = key * 0x9E3779B97F4A7C15U;
    return hash ^ hash >> 32U;
  }
  // Two bits a slot say that some word with such a hash is there: a table small enough to be at
  // hand, where the slots of a big one are not.
  size_t mark_place(uint64_t hash) const { return (hash >> 38U) & (marks_.size() - 1); }
  static uint64_t mark_bit(uint64_t hash) { return uint64_t{1} << (hash >> 32U & 63U); }
  static uint32_t tag_of(uint64_t hash) { return static_cast<uint32_t>(hash >> 32U); }
  void add(std::string_view word, Value value) {
    entries_.emplace_back(word, std::move(value));
    keys_.push_back(word_key(word));
    if (entries_.size() * kSparse > slots_.size()) {
      index(slots_.size() * 2);
    } else {
      place(entries_.size());
    }
  }
  void index(size_t size) {
    slots_.assign(size, Slot{});
    marks_.assign(size > 32 ? size / 32 : 1, 0);
    mask_ = size - 1;
    for (size_t entry = 1; entry <= entries_.size(); ++entry) place(entry);
  }
  void place(size_t entry) {
    const uint64_t hash = hash_of(keys_[entry - 1]);
    size_t at = hash & mask_;
    while (slots_[at].entry != 0) at = (at + 1) & mask_;
    slots_[at] = {tag_of(hash), static_cast<uint32_t>(entry)};
    marks_[mark_place(hash)] |= mark_bit(hash);
  }

  std::vector<Entry> entries_;
  std::vector<uint64_t> keys_;  // of the entries' words
  std::vector<Slot> slots_ = std::vector<Slot>(16);
  std::vector<uint64_t> marks_ = std::vector<uint64_t>(1);
  size_t mask_ = 15;
};

// How words begin and end, told at a glance: a quick no before a dearer look, as LetterPairs.
class WordShapes {
 public:
  // Words by their first three letters, their last one and their length.
  void mark(std::string_view word) {
    triples_[triple(word)] = true;
    ends_[end(word)] = true;
  }
  // All words that begin with a form of two letters or more.
  void mark_beginning(std::string_view form) {
    for (char third = 0; third < 32; ++third) {
      const char last = form.size() > 2 ? form[2] : third;
      beginnings_[key(form[0], form[1], last)] = true;
    }
  }
  bool has(std::string_view word) const { return has(word, word_key(word)); }
  // `first` is the word's key.
  bool has(std::string_view word, uint64_t first) const {
    const size_t beginning = key(static_cast<char>(first), static_cast<char>(first >> 8U),
                                 static_cast<char>(first >> 16U));
    return beginnings_[beginning] || (triples_[beginning] && ends_[end(word)]);
  }

 private:
  static size_t key(char first, char second, char third) {
    return (static_cast<size_t>(first & 31) << 10U) | (static_cast<size_t>(second & 31) << 5U) |
           static_cast<size_t>(third & 31);
  }
  static size_t triple(std::string_view word) {
    if (word.size() > 2) return key(word[0], word[1], word[2]);
    return key(word[0], word.size() > 1 ? word[1] : '\0', '\0');
  }
  static size_t end(std::string_view word) {
    return key(word[0], word.back(), static_cast<char>(word.size()));
  }

  std::bitset<32768> triples_, ends_, beginnings_;
};

// First or last two letters of words, told at a glance: a quick no before a dearer look. Letters
// without accent and signs may be taken for each other.
class LetterPairs {
 public:
  void mark(char first, char second) { marked_[key(first, second)] = true; }
  bool has(char first, char second) const { return marked_[key(first, second)]; }

 private:
  static size_t key(char first, char second) {
    return (static_cast<size_t>(first & 31) << 5U) | static_cast<size_t>(second & 31);
  }
  std::bitset<1024> marked_;
};

}  // namespace cifra
