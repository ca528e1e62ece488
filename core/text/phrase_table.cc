#include "core/text/phrase_table.h"

#include <algorithm>

#include "core/text/tokeniser.h"

namespace cifra {
namespace {

constexpr size_t kMostTokens = 16;  // of a phrase

uint64_t step(uint32_t node, uint32_t word, bool glued) {
  return (uint64_t{node} << 32U) | (uint64_t{word} << 1U) | (glued ? 1U : 0U);
}

}  // namespace

std::string_view PhraseTable::key(const Tokens& tokens, uint32_t index) const {
  return spelling_ == Spelling::kFolded ? tokens[index].folded : tokens.source(index);
}

void PhraseTable::add(std::string_view phrases, uint32_t id) {
  while (!phrases.empty()) {
    const size_t bar = std::min(phrases.find('|'), phrases.size());
    add_one(phrases.substr(0, bar), id);
    phrases.remove_prefix(std::min(bar + 1, phrases.size()));
  }
}

void PhraseTable::add_one(std::string_view phrase, uint32_t id) {
  Tokens tokens;
  tokenise(phrase, 0, kMostTokens, tokens);
  uint32_t node = 0;
  for (uint32_t i = 0; i < tokens.size(); ++i) {
    const std::string_view word = key(tokens, i);
    auto known = words_.find(word);
    if (known == words_.end()) {
      kept_.emplace_back(word);
      known = words_.emplace(kept_.back(), static_cast<uint32_t>(words_.size())).first;
    }
    const bool glued = i > 0 && !tokens[i].space_before;
    const auto [next, is_new] = steps_.try_emplace(step(node, known->second, glued), nodes_ + 1);
    if (is_new) ++nodes_;
    node = next->second;
  }
  ids_.try_emplace(node, id);
}

std::optional<PhraseTable::Match> PhraseTable::longest(const Tokens& tokens, uint32_t first) const {
  std::optional<Match> best;
  uint32_t node = 0;
  for (uint32_t i = first; i < tokens.size() && i < first + kMostTokens; ++i) {
    if (i > first && tokens[i].blank_line_before) break;
    const auto word = words_.find(key(tokens, i));
    if (word == words_.end()) break;
    const bool glued = i > first && !tokens[i].space_before;
    const auto next = steps_.find(step(node, word->second, glued));
    if (next == steps_.end()) break;
    node = next->second;
    if (const auto id = ids_.find(node); id != ids_.end()) best = {id->second, i + 1 - first};
  }
  return best;
}

}  // namespace cifra
