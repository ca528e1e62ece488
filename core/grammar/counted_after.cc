// The noun right after the number: "16 milioni di cittadini", "14 delle 30 sedi", "2 milioni di
// registrati", "tra 10 e 15 comuni"; and what the ways to a noun share.

#include "core/grammar/context.h"
#include "core/grammar/counted_noun.h"
#include "core/grammar/noun_phrase.h"
#include "core/grammar/pronoun.h"

namespace cifra {

bool may_count(const Finding& finding) {
  return finding.figure.kind == Kind::kNumber || finding.figure.kind == Kind::kCount;
}

bool is_big(const Finding& finding) {
  if (finding.power >= 6) return true;
  return finding.tokens.size() > 1 && finding.figure.value >= Value{Decimal(1000000)};
}

bool names_money(const Stretch& stretch, const Finding& finding, TokenRange phrase) {
  if (!is_big(finding) && finding.power < 3) return false;
  for (uint32_t at = phrase.first; at < phrase.last && at < phrase.first + 2; ++at) {
    if (has_trait(stretch.tokens[at], kMoneyWord)) return true;
  }
  return false;
}

bool is_plural_article(const Token& token) {
  return token.is("i") || token.is("gli") || token.is("le");
}

bool is_one(const Figure& figure) { return !figure.high && figure.value == Value{Decimal(1)}; }

namespace {

constexpr uint32_t kReachOfIndex = 16;  // tokens from an index to its points

// Over "di", "dei", "tra", "o più", "circa" between a number and its noun.
uint32_t past_links(const Stretch& stretch, const Finding& finding) {
  const Tokens& tokens = stretch.tokens;
  uint32_t at = past_markup_right(tokens, extent(finding).last);
  if (at < tokens.size() && tokens[at].type == TokenClass::kSuperscript) ++at;  // a note's mark
  if (tokens.is(at, "circa") || tokens.is(at, "ca")) ++at;
  if ((tokens.is(at, "o") || tokens.is(at, "e") || tokens.is(at, "ed")) &&
      (tokens.is(at + 1, "piu") || tokens.is(at + 1, "oltre") || tokens.is(at + 1, "passa") ||
       tokens.is(at + 1, "meno"))) {
    at += 2;
  }
  // "16 milioni di", "una decina di"; "115 dei servizi", but "i 41 della rilevazione"
  const bool takes_of = finding.scaled || finding.power > 0 || finding.in_words ||
                        finding.figure.approximation == Approximation::kMagnitude;
  const bool of = (tokens.is(at, "di") || tokens.is(at, "d'")) && takes_of;
  if (of || tokens.is(at, "dei") || tokens.is(at, "degli") || tokens.is(at, "delle") ||
      tokens.is(at, "tra") || tokens.is(at, "fra")) {
    const bool between = (classes_at(tokens, at) & kBetween) != 0;
    ++at;
    // "115 dei nostri", "due dei tre progetti"
    if (const Finding* inner = fact_at(stretch, at); inner != nullptr && may_count(*inner)) {
      if (between && inner->figure.high) return at;  // "70mila tra 5.000 e 10.000 abitanti"
      at = inner->tokens.last;
      if (tokens.is(at, "di")) ++at;
    }
  }
  at = past_markup_right(tokens, at);
  return at;
}

// "lo spread sale oltre 300 punti", but "sono stati decurtati 300 punti".
bool tells_of_index(const Stretch& stretch, uint32_t at) {
  const uint32_t begin = at > kReachOfIndex ? at - kReachOfIndex : 0;
  for (; at > begin && goes_on_at(stretch.tokens, at); --at) {
    const Token& token = stretch.tokens[at - 1];
    if (token.is("spread") || token.is("indice") || token.is("differenziale") ||
        token.is("borsa") || token.is("tasso") || token.is("posto") || token.is("classifica") ||
        token.is("graduatoria") || token.is("punteggio")) {
      return true;
    }
  }
  return false;
}

// "2 milioni di registrati": written as a participle, and a noun here.
bool names_people(const Stretch& stretch, uint32_t at) {
  const Tokens& tokens = stretch.tokens;
  if (!is_word_at(tokens, at) || stretch.owner[at] != kNoFinding) return false;
  return has_trait(tokens[at], kLooksLikeParticiple) && at > 0 && tokens.is(at - 1, "di");
}

}  // namespace

Counted counted_after(const Stretch& stretch, const Finding& finding) {
  const Tokens& tokens = stretch.tokens;
  const uint32_t at = past_links(stretch, finding);
  if (!goes_on_at(tokens, at)) return {};
  // "degli infermieri ne mancano 35 tra positivi e isolati"
  if (at > 0 && (classes_at(tokens, at - 1) & kBetween) != 0 &&
      follows_pronoun(tokens, left_edge(stretch, finding))) {
    return {};
  }
  TokenRange phrase = noun_phrase_at(stretch, at, !is_one(finding.figure));
  if (phrase.empty() && names_people(stretch, at)) phrase = {at, at + 1};
  if (phrase.empty() || names_money(stretch, finding, phrase)) return {};
  // "170 VENETO": a row of a map
  if (tokens[phrase.first].all_capitals && is_place(tokens, phrase)) return {};
  // "lo spread oltre 300 punti": a scale's points, not things
  if (phrase.size() == 1 && tokens.is(phrase.first, "punti") && tells_of_index(stretch, at)) {
    return {};
  }
  return {phrase, "counted.after"};
}

// "rilasciati 12.480 visti": a participle where nothing else is counted.
Counted counted_participle(const Stretch& stretch, const Finding& finding) {
  const Tokens& tokens = stretch.tokens;
  const uint32_t at = past_links(stretch, finding);
  const bool participle = goes_on_at(tokens, at) && is_word_at(tokens, at) &&
                          stretch.owner[at] == kNoFinding && !is_one(finding.figure) &&
                          has_trait(tokens[at], kLooksLikeParticiple);
  if (!participle) return {};
  const bool closes = at + 1 >= tokens.size() || !goes_on_at(tokens, at + 1) ||
                      !tokens[at + 1].is_word() || (classes_at(tokens, at + 1) & kConjunction) != 0;
  // "dei 1.023 deportati tornarono 15"
  const uint32_t first = finding.tokens.first;
  const bool articled = first > 0 && !is_singular_determiner(tokens, first - 1) &&
                        (classes_at(tokens, first - 1) & (kDefiniteArticle | kWithArticle)) != 0;
  return closes || articled ? Counted{{at, at + 1}, "counted.participle"} : Counted{};
}

// "tra 10 e 15 Comuni" read as two: the noun of the number that follows at once.
bool joins_next_number(const Stretch& stretch, const Finding& finding) {
  const Tokens& tokens = stretch.tokens;
  const uint32_t at = extent(finding).last;
  const bool joins = tokens.is(at, "e") || tokens.is(at, "o") || tokens.is(at, "ed") ||
                     tokens.is(at, "-") || tokens.is(at, "/") ||
                     (classes_at(tokens, at) & kTo) != 0;
  if (!joins) return false;
  uint32_t next = at + 1;
  while (next < at + 4 && next < tokens.size() &&
         ((classes_at(tokens, next) & kArticle) != 0 || tokens.is(next, "oltre") ||
          tokens.is(next, "circa") || tokens.is(next, "quasi") || tokens.is(next, "max") ||
          tokens.is(next, "min") || tokens.is(next, "massimo") || tokens.is(next, ".") ||
          tokens.is(next, "ai") || tokens.is(next, "alle"))) {
    ++next;
  }
  const Finding* following = fact_at(stretch, next);
  if (following == nullptr || (tokens.is(at, "/") && is_round(*following))) return false;
  return may_count(*following) && is_big(*following) == is_big(finding);
}

}  // namespace cifra
