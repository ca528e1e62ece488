// A token: a word, a numeral, or one symbol, with its folded form. What every rule of the grammar
// looks at.

#pragma once

#include <array>
#include <concepts>
#include <cstdint>
#include <memory_resource>
#include <span>
#include <string_view>
#include <vector>

#include "core/text/span.h"
#include "core/text/word_key.h"

namespace cifra {

struct WordFacts;  // core/grammar/word_facts.h

enum class TokenClass : uint8_t {
  kWord,         // letters; an elided word keeps its apostrophe ("dell'", "cent'")
  kNumeral,      // digits with separators between them: "1.234,5", "3.1.2"; no sign
  kSuperscript,  // "²", "³" …: folded to plain digits
  kSymbol,       // anything else, one code point
};

struct Token {
  Span span;
  std::string_view folded;  // lower case, no accents, one dash, one apostrophe (folding.h)
  uint64_t key = 0;         // word_key() of it
  TokenClass type = TokenClass::kSymbol;
  bool space_before = false;       // white space or the text's begin before it
  bool line_break_before = false;  // … with a line end among it
  bool blank_line_before = false;  // … with an empty line among it
  bool capital = false;            // a word that begins with a capital
  bool all_capitals = false;       // … of two letters or more, all of them capital
  bool starts_sentence = false;
  int32_t integer = -1;  // of a numeral of nine digits at most and nothing else
  // What the lexicon says of a word, looked up when first asked for; see facts_of().
  mutable const WordFacts* facts = nullptr;

  bool is(WordLiteral word) const { return word.is(folded, key); }
  template <std::same_as<std::string_view> Word>  // no literal, which has a key
  bool is(Word word) const {
    return folded == word;
  }
  bool is_word() const { return type == TokenClass::kWord; }
  bool is_numeral() const { return type == TokenClass::kNumeral; }
};

inline bool is_one_of(const Token& token, std::span<const WordLiteral> words) {
  for (const WordLiteral& word : words) {
    if (token.is(word)) return true;
  }
  return false;
}

// Half-open range of tokens.
struct TokenRange {
  uint32_t first = 0;
  uint32_t last = 0;

  bool empty() const { return first >= last; }
  uint32_t size() const { return last - first; }
  bool overlaps(TokenRange other) const { return first < other.last && other.first < last; }
};

// The tokens of a stretch of text. Views into `text`, which must outlive them; spans are into it.
struct Tokens {
  std::string_view text;
  std::vector<Token> list;
  bool has_blank_lines = false;  // before some token

  size_t size() const { return list.size(); }
  const Token& operator[](size_t index) const { return list[index]; }
  // The words as written.
  std::string_view source(size_t index) const { return list[index].span.of(text); }
  // Whether the token is there and folds to `word`.
  template <std::same_as<std::string_view> Word>
  bool is(size_t index, Word word) const {
    return index < list.size() && list[index].is(word);
  }
  bool is(size_t index, WordLiteral word) const {
    return index < list.size() && list[index].is(word);
  }
  // The bytes from the first token's begin to the last one's end.
  Span span(TokenRange range) const {
    if (range.empty()) return {};
    return {list[range.first].span.begin, list[range.last - 1].span.end};
  }

  void clear() {
    list.clear();
    has_blank_lines = false;
    folded_store.release();
  }

  Tokens() = default;
  Tokens(const Tokens&) = delete;
  Tokens& operator=(const Tokens&) = delete;

  std::array<char, 1024> first_room;
  // Folded forms that differ from the source.
  std::pmr::monotonic_buffer_resource folded_store{first_room.data(), first_room.size()};
};

}  // namespace cifra
