#include "core/grammar/context.h"

#include <algorithm>

namespace cifra {

TokenRange extent(const Finding& finding) {
  if (finding.unit.empty()) return finding.tokens;
  return {std::min(finding.tokens.first, finding.unit.first),
          std::max(finding.tokens.last, finding.unit.last)};
}

const Finding* fact_at(const Stretch& stretch, uint32_t token) {
  if (token >= stretch.owner.size() || stretch.owner[token] == kNoFinding) return nullptr;
  const Finding& finding = stretch.findings[stretch.owner[token]];
  return finding.figure.is_fact() ? &finding : nullptr;
}

uint32_t left_edge(const Stretch& stretch, const Finding& finding) {
  const Tokens& tokens = stretch.tokens;
  uint32_t first = extent(finding).first;
  if (!finding.hedge.empty() && finding.hedge.first < first) first = finding.hedge.first;
  while (first > 0 && goes_on_at(tokens, first) &&
         (classes_at(tokens, first - 1) & kArticle) != 0) {
    --first;
  }
  return first;
}

bool goes_on_at(const Tokens& tokens, uint32_t at) {
  return at > 0 && at < tokens.size() && !tokens[at].starts_sentence &&
         !tokens[at].blank_line_before;
}

bool ends_clause(const Token& token) {
  if (token.type != TokenClass::kSymbol) return false;
  return token.is(";") || token.is(":") || token.is(".") || token.is("!") || token.is("?") ||
         token.is("(") || token.is(")") || token.is("[") || token.is("]") || token.is("\u2022");
}

}  // namespace cifra
