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
#include <vector>

#include "core/text/token.h"
#include "core/text/word_map.h"

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

  struct Word {
    uint32_t id = 0;
    uint32_t begins = 0;  // the node after it at a phrase's begin; 0 for none
  };
  struct Node {
    uint32_t id = 0;  // of the phrase that ends here
    bool ends = false;
    bool goes_on = false;
  };

  Spelling spelling_;
  std::deque<std::string> kept_;
  WordMap<Word> words_;
  std::unordered_map<uint64_t, uint32_t> steps_;  // (node, word, glued) → node
  std::vector<Node> nodes_{1};
};

}  // namespace cifra
