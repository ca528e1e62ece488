// Where a finding may begin: numerals, words that some table begins with, signs. Most words begin
// none, and a text with no such place is done here.

#include "core/grammar/no_fact.h"
#include "core/grammar/number.h"
#include "core/grammar/passes.h"

namespace cifra {
namespace {

// A decade's or a year's "'", "\u00A7 3", "#12", "+39", "[4]", "(1)"; "\u00BD".
bool is_start(const Token& symbol) {
  return symbol.is("'") || symbol.is("\u00A7") || symbol.is("#") || symbol.is("+") ||
         symbol.is("[") || symbol.is("(") || may_begin_number(symbol);
}

bool is_start(const Tokens& tokens, uint32_t at) {
  const Token& token = tokens[at];
  if (token.is_numeral()) return true;
  if (!token.is_word()) return token.type == TokenClass::kSymbol && is_start(token);
  return begins_finding(token) || token.all_capitals || may_begin_run(tokens, at);
}

}  // namespace

void find_starts(Stretch& stretch) {
  const auto size = static_cast<uint32_t>(stretch.tokens.size());
  for (uint32_t at = 0; at < size; ++at) {
    if (is_start(stretch.tokens, at)) stretch.starts.push_back(at);
  }
}

}  // namespace cifra
