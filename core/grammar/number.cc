#include "core/grammar/number.h"

#include <utility>

#include "core/grammar/cardinal.h"
#include "core/grammar/magnitude.h"
#include "core/grammar/number_lexicon.h"
#include "core/grammar/number_word.h"
#include "core/grammar/proportion.h"

namespace cifra {

std::optional<Number> read_number(const Stretch& stretch, uint32_t token, bool joins_and) {
  std::optional<Number> best;
  const auto consider = [&best](std::optional<Number> found) {
    if (found && (!best || found->tokens.last > best->tokens.last)) best = std::move(found);
  };
  if (token >= stretch.tokens.size() || stretch.owner[token] != kNoFinding) return std::nullopt;
  consider(read_cardinal(stretch, token, joins_and));
  consider(read_collective(stretch, token));
  consider(read_magnitude(stretch, token));
  consider(read_proportion(stretch, token));
  return best;
}

bool may_begin_number(const Token& token) {
  if (token.is_numeral()) return true;
  if (token.is_word()) {
    return may_begin_number_word(token.folded) || begins_number_phrase(token.folded);
  }
  return token.type == TokenClass::kSymbol && fraction_sign(token.folded) != nullptr;
}

bool begins_number(std::string_view folded) {
  const bool may_compose = may_begin_number_word(folded);
  if (!may_compose && !begins_number_phrase(folded)) return false;
  return opens_number_phrase(folded) || (may_compose && compose_number_word(folded).has_value());
}

}  // namespace cifra
