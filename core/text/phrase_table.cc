#include "core/text/phrase_table.h"

#include <algorithm>

#include "core/text/tokeniser.h"

namespace cifra {
namespace {

constexpr size_t kMostTokens = 16;  // of a phrase

}  // namespace

std::string_view PhraseTable::spelling(const Tokens& tokens, uint32_t index) const {
  return spelling_ == Spelling::kFolded ? tokens[index].folded : tokens.source(index);
}

const PhraseTable::Word* PhraseTable::find(const Tokens& tokens, uint32_t index) const {
  const Token& token = tokens[index];
  const std::string_view source = tokens.source(index);
  const bool folded = spelling_ == Spelling::kFolded || (token.folded.data() == source.data() &&
                                                         token.folded.size() == source.size());
  const auto* found = folded ? words_.find(token.folded, token.key) : words_.find(source);
  return found == words_.end() ? nullptr : &found->second;
}

const PhraseTable::Step* PhraseTable::step(const Node& node, uint32_t word, bool glued) {
  const auto found = std::find_if(node.steps.begin(), node.steps.end(), [&](const Step& each) {
    return each.word == word && each.glued == glued;
  });
  return found == node.steps.end() ? nullptr : &*found;
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
    const std::string_view word = spelling(tokens, i);
    if (!words_.contains(word)) {
      words_.emplace(kept_.emplace_back(word), {static_cast<uint32_t>(kept_.size()), 0});
    }
    Word& known = words_[word];
    const bool glued = i > 0 && !tokens[i].space_before;
    if (const Step* known_step = step(nodes_[node], known.id, glued)) {
      node = known_step->node;
    } else {
      const auto made = static_cast<uint32_t>(nodes_.size());
      nodes_[node].steps.push_back({known.id, glued, made});
      nodes_.emplace_back();
      node = made;
    }
    if (i == 0) known.begins = node;
  }
  if (nodes_[node].ends) return;
  nodes_[node].id = id;
  nodes_[node].ends = true;
}

std::optional<PhraseTable::Match> PhraseTable::longest(const Tokens& tokens, uint32_t first) const {
  const Word* const head = find(tokens, first);
  if (head == nullptr || head->begins == 0) return std::nullopt;
  std::optional<Match> best;
  const Node* node = &nodes_[head->begins];
  for (uint32_t i = first + 1;; ++i) {
    if (node->ends) best = {node->id, i - first};
    if (node->steps.empty() || i >= tokens.size() || tokens[i].blank_line_before) break;
    const Word* const word = find(tokens, i);
    if (word == nullptr) break;
    const Step* const next = step(*node, word->id, !tokens[i].space_before);
    if (next == nullptr) break;
    node = &nodes_[next->node];
  }
  return best;
}

}  // namespace cifra
