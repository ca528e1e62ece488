#include "core/grammar/context.h"

#include <algorithm>

#include "core/lexicon/units.h"
#include "core/lexicon/word_list.h"

namespace cifra {

namespace {

constexpr uint32_t kLongestTag = 16;  // tokens

bool is_markup(const Token& token) { return token.is("*") || token.is("_") || token.is("\""); }

}  // namespace

uint32_t past_markup_left(const Tokens& tokens, uint32_t at) {
  while (at > 0 && goes_on_at(tokens, at)) {
    const uint32_t last = at - 1;
    if (is_markup(tokens[last])) {
      at = last;
      continue;
    }
    if (!tokens.is(last, ">") || !is_glued(tokens, last)) break;
    uint32_t open = last;
    while (open > 0 && last - open < kLongestTag && !tokens.is(open, "<")) --open;
    if (!tokens.is(open, "<")) break;
    at = open;
  }
  return at;
}

uint32_t past_markup_right(const Tokens& tokens, uint32_t at) {
  while (goes_on_at(tokens, at)) {
    if (is_markup(tokens[at])) {
      ++at;
      continue;
    }
    if (!tokens.is(at, "<") || !is_glued(tokens, at + 1)) break;
    uint32_t close = at;
    while (close < tokens.size() && close < at + kLongestTag && !tokens.is(close, ">")) ++close;
    if (!tokens.is(close, ">")) break;
    at = close + 1;
  }
  return at;
}

uint32_t left_edge(const Stretch& stretch, const Finding& finding) {
  const Tokens& tokens = stretch.tokens;
  uint32_t first = extent(finding).first;
  if (!finding.hedge.empty() && finding.hedge.first < first) first = finding.hedge.first;
  first = past_markup_left(tokens, first);
  while (first > 0 && goes_on_at(tokens, first) &&
         (classes_at(tokens, first - 1) & kArticle) != 0) {
    --first;
  }
  return first;
}

bool ends_clause(const Token& token) {
  if (token.type != TokenClass::kSymbol) return false;
  return token.is(";") || token.is(":") || token.is(".") || token.is("!") || token.is("?") ||
         token.is("(") || token.is(")") || token.is("[") || token.is("]") || token.is("\u2022");
}

void find_depths(Stretch& stretch) {
  const Tokens& tokens = stretch.tokens;
  std::vector<uint8_t>& depths = stretch.depths;
  depths.assign(tokens.size(), 0);
  // An open bracket may begin a finding.
  const auto open = std::find_if(stretch.starts.begin(), stretch.starts.end(),
                                 [&](uint32_t start) { return tokens[start].is("("); });
  uint8_t depth = 0;
  for (uint32_t at = open == stretch.starts.end() ? UINT32_MAX : *open; at < tokens.size(); ++at) {
    const Token& token = tokens[at];
    if (token.starts_sentence) depth = 0;
    const bool symbol = token.type == TokenClass::kSymbol;
    if (symbol && token.is("(") && depth < UINT8_MAX) ++depth;
    depths[at] = depth;
    if (symbol && depth > 0 && token.is(")")) --depth;
  }
}

bool stands_for_things(const Tokens& tokens, uint32_t at) {
  return tokens.is(at, "questi") || tokens.is(at, "queste") || tokens.is(at, "quali") ||
         tokens.is(at, "essi") || tokens.is(at, "esse");
}

bool is_round(const Finding& finding) {
  for (const int64_t base : {100, 1000, 10000, 100000, 1000000}) {
    if (finding.figure.value == Value{Decimal(base)}) return true;
  }
  return false;
}

bool is_money_word(std::string_view folded) {
  static const WordMap<bool> words = [] {
    WordMap<bool> made;
    for (const std::string_view word : money_words()) made.emplace(word, true);
    return made;
  }();
  return words.contains(folded);
}

}  // namespace cifra
