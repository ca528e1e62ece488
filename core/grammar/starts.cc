// Where a finding may begin: numerals, words that some table begins with, signs. Most words begin
// none, and a text with no such place is done here.

#include <string_view>

#include "core/grammar/no_fact.h"
#include "core/grammar/number.h"
#include "core/grammar/passes.h"

namespace cifra {
namespace {

constexpr size_t kUsualStarts = 32;

// A decade's or a year's "'", "\u00A7 3", "#12", "+39", "[4]", "(1)"; "\u00BD".
bool is_start(const Token& symbol) {
  if (symbol.folded.size() > 1) return symbol.is("\u00A7") || may_begin_number(symbol);
  return symbol.is("'") || symbol.is("#") || symbol.is("+") || symbol.is("[") || symbol.is("(");
}

}  // namespace

void find_starts(Stretch& stretch) {
  const Tokens& tokens = stretch.tokens;
  stretch.starts.reserve(kUsualStarts);
  const WordShapes& shapes = telling_shapes();
  for (uint32_t at = 0; at < tokens.size(); ++at) {
    const Token& token = tokens[at];
    bool start = token.is_numeral();
    if (token.is_word()) {
      const uint32_t traits = shapes.has(token.folded, token.key) ? facts_of(token).traits : 0;
      if ((traits & kAnchorsTime) != 0) stretch.anchors.push_back(at);
      start = (traits & (kBeginsNumber | kBeginsNoFact)) != 0 || token.all_capitals ||
              (at + 1 < tokens.size() && !tokens[at + 1].space_before && may_begin_run(tokens, at));
    } else if (token.type == TokenClass::kSymbol) {
      start = is_start(token);
    }
    if (start) stretch.starts.push_back(at);
  }
}

}  // namespace cifra
