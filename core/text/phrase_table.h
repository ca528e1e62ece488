// Phrases of tokens with a number for each, and the longest of them at a token. One look-up a
// token, however many phrases there are.
//
// Glue counts: "p.c." matches no "p. c."; a line end counts as a space.

#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/text/token.h"

namespace cifra {

class PhraseTable {
 public:
  enum class Spelling : uint8_t { kFolded, kAsWritten };

  explicit PhraseTable(Spelling spelling) : spelling_(spelling) {}

  // Adds each of the phrases parted by '|'. Of equal phrases the first one stays.
  void add(std::string_view phrases, uint32_t id);

  struct Match {
    uint32_t id = 0;
    uint32_t tokens = 0;
  };
  std::optional<Match> longest(const Tokens& tokens, uint32_t first) const;

 private:
  void add_one(std::string_view phrase, uint32_t id);
  std::string_view key(const Tokens& tokens, uint32_t index) const;

  Spelling spelling_;
  std::deque<std::string> kept_;
  std::unordered_map<std::string_view, uint32_t> words_;
  std::unordered_map<uint64_t, uint32_t> steps_;  // (node, word, glued) → node
  std::unordered_map<uint32_t, uint32_t> ids_;    // node → id
  uint32_t nodes_ = 0;
};

}  // namespace cifra
