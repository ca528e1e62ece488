#include "core/grammar/time_clause.h"

#include "core/grammar/context.h"
#include "core/lexicon/verbs.h"

namespace cifra {
namespace {

constexpr uint32_t kReachOfVerb = 20;        // tokens
constexpr uint32_t kReachOfApposition = 12;  // … back to the comma that opens it

}  // namespace

bool tells_on(const Tokens& tokens, const TimeExpression& expression) {
  uint32_t next = expression.tokens.last;
  if (tokens.is(next, ",")) ++next;
  return tokens.is(next, "quando") || (tokens.is(next, "anno") && tokens.is(next + 1, "in"));
}

bool verb_between(const Tokens& tokens, uint32_t from, uint32_t to) {
  for (uint32_t at = from; at < to && at < from + kReachOfVerb; ++at) {
    if (tokens.is(at, ";")) return false;
    if ((classes_at(tokens, at) & kFiniteVerb) != 0) return true;
  }
  return false;
}

bool of_an_act(const Stretch& stretch, const TimeExpression& expression) {
  for (uint32_t back = 1; back < 4 && back <= expression.tokens.first; ++back) {
    const uint32_t at = expression.tokens.first - back;
    if (facts_of(stretch.tokens[at]).cue == Cue::kStrong) {
      return true;
    }
    const uint32_t owner = stretch.owner[at];
    if (owner != kNoFinding && stretch.findings[owner].figure.kind == Kind::kReference) return true;
  }
  return false;
}

bool is_closed_clause(const Tokens& tokens, const TimeExpression& expression, uint32_t figure) {
  const uint32_t first = expression.tokens.first;
  bool opens =
      first > 1 && tokens.is(first - 2, ",") && (classes_at(tokens, first - 1) & kRelative) != 0;
  // "lo screening, avviato nel 2017, ha raggiunto"
  for (uint32_t at = first; !opens && at > 1 && first - at < 3; --at) {
    opens = tokens.is(at - 2, ",") && is_word_at(tokens, at - 1) &&
            is_participle(tokens[at - 1].folded);
  }
  if (!opens) return false;
  for (uint32_t at = expression.tokens.last; at + 1 < figure; ++at) {
    if (!tokens.is(at, ",")) continue;
    const uint32_t verb =
        (classes_at(tokens, at + 1) & kPronoun) != 0 || tokens.is(at + 1, "non") ? at + 2 : at + 1;
    if ((classes_at(tokens, verb) & kFiniteVerb) != 0) return true;
  }
  return false;
}

bool ends_apposition(const Stretch& stretch, const TimeExpression& expression) {
  const Tokens& tokens = stretch.tokens;
  const uint32_t after = expression.tokens.last;
  if (!tokens.is(after, ",") || (classes_at(tokens, after + 1) & kFiniteVerb) == 0) return false;
  bool has_fact = false;
  const uint32_t first = expression.tokens.first;
  for (uint32_t at = first; at > 0 && first - at < kReachOfApposition && goes_on_at(tokens, at);
       --at) {
    if (tokens.is(at - 1, ",")) return has_fact;
    has_fact = has_fact || fact_at(stretch, at - 1) != nullptr;
  }
  return false;
}

bool ends_between(const Tokens& tokens, uint32_t from, uint32_t to) {
  for (uint32_t at = from; at < to; ++at) {
    if (tokens.is(at, ";") || tokens.is(at, "mentre")) return true;
  }
  return false;
}

bool turns_between(const Tokens& tokens, uint32_t from, uint32_t to) {
  for (uint32_t at = from; at < to; ++at) {
    if (tokens.is(at, "ma") || tokens.is(at, "mentre") || tokens.is(at, "invece")) return true;
  }
  return false;
}

}  // namespace cifra
