#include "core/grammar/pronoun.h"

#include <algorithm>

#include "core/grammar/context.h"
#include "core/grammar/noun_phrase.h"

namespace cifra {
namespace {

constexpr uint32_t kReachOfPronoun = 6;  // tokens from "ne" over its verb to the number
constexpr uint32_t kReachOfNoun = 40;    // tokens back to what is taken up

}  // namespace

bool follows_pronoun(const Tokens& tokens, uint32_t left) {
  for (uint32_t at = left; at > 0 && left - at < kReachOfPronoun && goes_on_at(tokens, at); --at) {
    if (tokens.is(at - 1, "ne")) return at < left;
    // "ne andranno in pensione altri 300", "ne ha ammessi al colloquio 64"
    const WordClasses classes = classes_at(tokens, at - 1);
    const bool complement = (classes & (kIn | kTo)) != 0 && at < left;
    if (!tokens[at - 1].is_word() || (!complement && (classes & kPreposition) != 0)) return false;
  }
  return false;
}

TokenRange taken_up(const Stretch& stretch, uint32_t left, const Finding* previous,
                    TokenRange previous_noun) {
  const Tokens& tokens = stretch.tokens;
  const uint32_t begin = left > kReachOfNoun ? left - kReachOfNoun : 0;
  const uint32_t last = previous == nullptr ? begin : std::max(begin, extent(*previous).last);
  for (uint32_t at = left; at > last; --at) {
    if (!goes_on_at(tokens, at)) return {};  // the things of another sentence
    const Token& article = tokens[at - 1];
    if (!article.is("i") && !article.is("gli") && !article.is("le")) continue;
    const TokenRange phrase = noun_phrase_at(stretch, at, true);
    // "le statali ne accolgono 300": who has them, not what they are
    if (!phrase.empty() && phrase.last < left && !tokens.is(phrase.last, "ne")) return phrase;
  }
  if (previous == nullptr || last == begin) return {};
  return previous_noun;
}

}  // namespace cifra
