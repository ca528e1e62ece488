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
    if (!words_.contains(word)) {
      words_.emplace(kept_.emplace_back(word), {static_cast<uint32_t>(kept_.size()), 0});
    }
    Word& known = words_[word];
    const bool glued = i > 0 && !tokens[i].space_before;
    const auto made = static_cast<uint32_t>(nodes_.size());
    const auto [next, is_new] = steps_.try_emplace(step(node, known.id, glued), made);
    if (is_new) nodes_.emplace_back();
    if (i == 0) known.begins = next->second;
    if (i > 0) nodes_[node].goes_on = true;
    node = next->second;
  }
  if (nodes_[node].ends) return;
  nodes_[node].id = id;
  nodes_[node].ends = true;
}

std::optional<PhraseTable::Match> PhraseTable::longest(const Tokens& tokens, uint32_t first) const {
  const auto head = words_.find(key(tokens, first));
  if (head == words_.end() || head->second.begins == 0) return std::nullopt;
  std::optional<Match> best;
  uint32_t node = head->second.begins;
  for (uint32_t i = first + 1;; ++i) {
    if (nodes_[node].ends) best = {nodes_[node].id, i - first};
    if (!nodes_[node].goes_on || i >= tokens.size() || tokens[i].blank_line_before) break;
    const auto word = words_.find(key(tokens, i));
    if (word == words_.end()) break;
    const auto next = steps_.find(step(node, word->second.id, !tokens[i].space_before));
    if (next == steps_.end()) break;
    node = next->second;
  }
  return best;
}

}  // namespace cifra
