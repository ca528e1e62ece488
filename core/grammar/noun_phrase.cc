#include "core/grammar/noun_phrase.h"

namespace cifra {
namespace {

constexpr uint32_t kLongestPhrase = 9;  // tokens
constexpr uint32_t kLongestUnit = 3;    // … of a unit after its number

// Adjective or participle endings of the plural, and the invariable ones in -e of both numbers.
bool has_adjective_ending(std::string_view word) {
  if (word.size() < 4) return false;
  // … and foreign words, which end in a consonant: "data center"
  return word.back() != 'u' && word.back() != '\'';
}

bool continues(const Tokens& tokens, uint32_t at) {
  return at < tokens.size() && !tokens[at].starts_sentence && !tokens[at].blank_line_before;
}

// Endings in -e of the singular alone: "occasione", "settore", "ospedale", "studente".
bool ends_as_singular(std::string_view word) {
  if (word.size() < 6) return false;
  for (const std::string_view ending :
       {"ione", "tore", "sore", "ente", "nale", "dale", "iale", "tale", "rale", "bile", "udine"}) {
    if (word.ends_with(ending)) return true;
  }
  return false;
}

// The unit's word beside a figure: "18 |anni|", "|MQ|. 300".
bool is_unit(const Stretch& stretch, uint32_t at) {
  const auto holds = [&](uint32_t owned) {
    const TokenRange unit = stretch.findings[stretch.owner[owned]].unit;
    return unit.first <= at && at < unit.last;
  };
  for (uint32_t back = 1; back <= kLongestUnit && back <= at; ++back) {
    if (stretch.owner[at - back] != kNoFinding) return holds(at - back);
  }
  for (uint32_t next = at + 1; next < at + kLongestUnit && next < stretch.owner.size(); ++next) {
    if (stretch.owner[next] != kNoFinding) return holds(next);
  }
  return false;
}

bool is_owned(const Stretch& stretch, uint32_t at) { return stretch.owner[at] != kNoFinding; }

// "bandito", "avviata"; irregular ones ("letto") are as often nouns.
bool ends_as_one_participle(std::string_view word) {
  if (word.size() < 6) return false;
  for (const std::string_view ending : {"ato", "ito", "uto", "ata", "ita", "uta"}) {
    if (word.ends_with(ending)) return true;
  }
  return false;
}

bool is_free(const Stretch& stretch, uint32_t at) {
  return !is_owned(stretch, at) && !is_unit(stretch, at);
}

// "le |terze dosi|": past the ordinal before a noun.
uint32_t past_ordinal(const Stretch& stretch, uint32_t at) {
  if (at >= stretch.owner.size() || !is_owned(stretch, at)) return at;
  const Finding& ordinal = stretch.findings[stretch.owner[at]];
  const bool one = ordinal.figure.kind == Kind::kOrdinal && ordinal.tokens.size() == 1;
  return one && continues(stretch.tokens, at + 1) ? at + 1 : at;
}

}  // namespace

// "14 sale", but "da 300 sale a 400": a verb's form that is a noun after a number.
bool is_noun_after_number(const Tokens& tokens, uint32_t at) {
  return tokens.is(at, "sale") && at > 0 && tokens[at - 1].is_numeral() &&
         (classes_at(tokens, at + 1) & (kTo | kOf)) == 0;
}

bool is_noun(const Tokens& tokens, uint32_t at) {
  if (!is_word_at(tokens, at)) return false;
  const Token& token = tokens[at];
  if (is_noun_after_number(tokens, at)) return true;
  if (token.folded.ends_with('\'')) return false;
  const WordClasses classes = classes_at(tokens, at);
  if (classes & kNominal) return true;
  if (token.is("stati") && token.capital && !token.starts_sentence) return true;
  if (classes != kNoClass) return false;
  if (token.folded.size() < 2) return false;
  if (token.folded.ends_with("mente") && token.folded.size() > 7) return false;
  return !has_trait(token, kLooksLikeVerb);
}

bool is_plural_noun(const Tokens& tokens, uint32_t at) {
  if (!is_noun(tokens, at)) return false;
  const std::string_view word = tokens[at].folded;
  if (classes_at(tokens, at) & kNominal) return true;
  if (tokens[at].all_capitals || is_noun_after_number(tokens, at)) return true;
  if (has_trait(tokens[at], kLooksLikeParticiple)) return false;
  // "città", "unità": an accent at the end leaves the plural as it is
  const char written = tokens.source(at).back();
  if (static_cast<unsigned char>(written) >= 0x80 || written == '\'') return true;
  const char last = word.back();
  if (last == 'e') return !ends_as_singular(word);
  if (last == 'i') return true;
  if (last == 'o') return is_plural_in_o(word);
  if (last == 'a') return is_plural_in_a(word);
  return true;
}

bool is_modifier(const Tokens& tokens, uint32_t at) {
  if (!is_word_at(tokens, at)) return false;
  const Token& token = tokens[at];
  const WordClasses classes = classes_at(tokens, at);
  if (token.is("totali") || token.is("complessivi") || token.is("complessive")) return true;
  if (classes & (kEndsPhrase | kOf | kNotCounted)) return false;
  if (classes & (kAdverb | kQuantifier)) return (classes & kAdjective) != 0;
  if (token.folded.ends_with("mente")) return false;
  if (has_trait(token, kLooksLikeVerb)) return false;
  return has_adjective_ending(token.folded) || token.capital;
}

bool is_singular_determiner(const Tokens& tokens, uint32_t at) {
  const WordClasses classes = classes_at(tokens, at);
  if ((classes & (kArticle | kWithArticle)) == 0) return false;
  const char last = tokens[at].folded.back();
  return last != 'i' && last != 'e';
}

namespace {

// "macro-fasi", "e-bike": a word that a hyphen joins to the next.
bool joins_next(const Tokens& tokens, uint32_t at) {
  return is_word_at(tokens, at) && tokens.is(at + 1, "-") && is_glued(tokens, at + 1) &&
         is_glued(tokens, at + 2) && is_word_at(tokens, at + 2);
}

}  // namespace

TokenRange noun_phrase_at(const Stretch& stretch, uint32_t at, bool plural) {
  const Tokens& tokens = stretch.tokens;
  at = past_ordinal(stretch, at);
  // "i |non| idonei"
  if (tokens.is(at, "non") && continues(tokens, at + 1) && is_plural_noun(tokens, at + 1)) ++at;
  // "gli |attualmente| positivi"
  if (is_word_at(tokens, at) && tokens[at].folded.size() > 8 &&
      tokens[at].folded.ends_with("mente") && continues(tokens, at + 1)) {
    ++at;
  }
  // "640 senza dimora"
  if (tokens.is(at, "senza") && continues(tokens, at + 1) && is_free(stretch, at + 1) &&
      is_noun(tokens, at + 1)) {
    return {at, at + 2};
  }
  uint32_t head = at;
  // Adjectives and quantifiers that stand before the noun.
  while (head < tokens.size() && (head == at || continues(tokens, head)) && head < at + 3 &&
         (classes_at(tokens, head) & (kQuantifier | kAdjective)) != 0 &&
         (classes_at(tokens, head) & (kPreposition | kPronoun)) == 0 && is_free(stretch, head)) {
    ++head;
  }
  const auto may_head = [&](uint32_t word) {
    if (word >= tokens.size() || (word > at && !continues(tokens, word))) return false;
    return (plural ? is_plural_noun(tokens, word) : is_noun(tokens, word)) &&
           is_free(stretch, word);
  };
  // "3 macro-fasi", "20 e-bike": the second part is the noun
  const uint32_t compound = head > at && joins_next(tokens, head - 1) ? head - 1 : head;
  if (joins_next(tokens, compound) && is_plural_noun(tokens, compound + 2) == plural &&
      is_free(stretch, compound) && is_noun(tokens, compound + 2)) {
    return {at, compound + 3};
  }
  // "2 minori", "300 giovani": an adjective that is the noun
  for (uint32_t noun = head; !may_head(head) && noun > at; --noun) {
    if ((classes_at(tokens, noun - 1) & kNominal) != 0) head = noun - 1;
  }
  if (!may_head(head) || (classes_at(tokens, head) & kNotCounted)) return {};
  uint32_t first = at;
  while (first < head && !(classes_at(tokens, first) & kAdjective))
    ++first;  // quantifiers stay out
  uint32_t last = head + 1;
  while (last < first + kLongestPhrase && continues(tokens, last)) {
    // "verifiche di agibilità": a plain "di" and its noun.
    const bool of = tokens.is(last, "di") || tokens.is(last, "d'");
    uint32_t more = 0;
    if (is_modifier(tokens, last)) {
      // "il concorso per 310 posti |bandito|": of the noun before
      if (plural && ends_as_one_participle(tokens[last].folded)) break;
      more = 1;
    } else if (of && continues(tokens, last + 1) && is_noun(tokens, last + 1) &&
               is_free(stretch, last + 1)) {
      more = 2;
    }
    if (more == 0 || !is_free(stretch, last)) break;
    last += more;
  }
  return {first, last};
}

TokenRange noun_phrase_before(const Stretch& stretch, uint32_t end, uint32_t not_before) {
  const Tokens& tokens = stretch.tokens;
  uint32_t first = end;
  uint32_t head = end;
  while (first > not_before && end - first < kLongestPhrase) {
    const uint32_t word = first - 1;
    if (!is_word_at(tokens, word) || !is_free(stretch, word)) break;
    const WordClasses classes = classes_at(tokens, word);
    const bool of = (classes & kOf) != 0;
    if (!of && !is_noun(tokens, word) && !is_modifier(tokens, word)) break;
    if (!of && (classes & kNotCounted)) break;
    first = word;
    if (!of) head = word;
    if (tokens[word].starts_sentence || tokens[word].blank_line_before) break;
  }
  return head < end ? TokenRange{head, end} : TokenRange{};
}

}  // namespace cifra
