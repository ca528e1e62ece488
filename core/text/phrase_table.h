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
  // Whether the token is in some phrase.
  bool holds(const Tokens& tokens, uint32_t index) const { return find(tokens, index) != nullptr; }

 private:
  void add_one(std::string_view phrase, uint32_t id);

  struct Word {
    uint32_t id = 0;
    uint32_t begins = 0;  // the node after it at a phrase's begin; 0 for none
  };
  struct Step {
    uint32_t word = 0;
    bool glued = false;
    uint32_t node = 0;  // after it
  };
  struct Node {
    uint32_t id = 0;  // of the phrase that ends here
    bool ends = false;
    std::vector<Step> steps;  // few
  };

  std::string_view spelling(const Tokens& tokens, uint32_t index) const;
  // What is known of the token.
  const Word* find(const Tokens& tokens, uint32_t index) const;
  static const Step* step(const Node& node, uint32_t word, bool glued);

  Spelling spelling_;
  std::deque<std::string> kept_;
  WordMap<Word> words_;
  std::vector<Node> nodes_{1};
};

}  // namespace cifra
