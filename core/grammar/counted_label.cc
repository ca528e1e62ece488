// Nouns that stand before their number without a verb: "casi accertati: 863", "le domande (863)",
// "Padova (335)" where a number of things is told of names, "il maggior numero di domande, 18.740",
// "pedoni 534, ciclisti 253".
//
// Cannot do: heads of tables, which core/tables reads.

#include <string>
#include <utility>

#include "core/grammar/context.h"
#include "core/grammar/counted_noun.h"
#include "core/grammar/noun_phrase.h"
#include "core/lexicon/change_word.h"
#include "core/lexicon/places.h"
#include "core/lexicon/word_list.h"

namespace cifra {
namespace {

constexpr uint32_t kReachOfLabel = 12;  // tokens
constexpr uint32_t kReachOfName = 40;   // from a name's bracket to what is told of names
constexpr uint32_t kReachOfNoun = 8;
constexpr uint32_t kLongestPlace = 6;
constexpr int kMostHops = 3;  // over prepositions between a noun and its bracket

// "dove è alto il numero di furti sono la Liguria (30)", "la diminuzione di furti: Liguria (-30)":
// what the numbers of names in brackets are of.
Counted named_bracket(const Stretch& stretch, const Finding& finding, uint32_t end) {
  const Tokens& tokens = stretch.tokens;
  for (uint32_t at = end; at > 1 && end - at < kReachOfName && goes_on_at(tokens, at); --at) {
    const Finding* fact = fact_at(stretch, at - 1);
    // its noun is carried; but "aumenta in due province: Lecco (+20)"
    const bool differs = fact != nullptr && fact->figure.change != finding.figure.change;
    if (fact != nullptr && may_count(*fact) && !differs) return {};
    if ((classes_at(tokens, at) & kOf) == 0 || !tokens[at - 1].is_word()) continue;
    if (!tokens.is(at - 1, "numero") && !is_change_noun(tokens[at - 1].folded)) continue;
    const TokenRange phrase = noun_phrase_at(stretch, at + 1, true);
    if (phrase.empty()) continue;
    return {phrase, "counted.named_bracket"};
  }
  const TokenRange topic = topic_before(stretch, end);
  return topic.empty() ? Counted{} : Counted{topic, "counted.named_bracket"};
}

// "LAZIO (372)": in capitals a name is told by its ending.
bool ends_as_singular(const Token& token) {
  const char last = token.folded.back();
  return last != 'i' && last != 'e';
}

// Whether a noun stands at `at`, and no adjective of the noun before it: "urgenza nazionale".
bool heads(const Tokens& tokens, TokenRange phrase, uint32_t at) {
  if (at == phrase.first) return true;
  return (classes_at(tokens, at - 1) & (kOf | kAdjective | kQuantifier)) != 0 ||
         !is_noun(tokens, at - 1);
}

// "un aumento dei casi mortali al Sud: 10": what grows or shrinks.
TokenRange told_to_change(const Stretch& stretch, uint32_t noun, uint32_t end) {
  if ((classes_at(stretch.tokens, noun + 1) & kOf) == 0) return {};
  const TokenRange phrase = noun_phrase_at(stretch, noun + 2, true);
  return phrase.last < end ? phrase : TokenRange{};
}

// Over a date and its preposition: "gli iscritti al 30 giugno (4.120)".
uint32_t before_date(const Stretch& stretch, uint32_t end) {
  const uint32_t owner = stretch.owner[end - 1];
  if (owner == kNoFinding || stretch.findings[owner].figure.kind != Kind::kDate) return end;
  uint32_t at = stretch.findings[owner].tokens.first;
  if (at > 0 && (classes_at(stretch.tokens, at - 1) & kPreposition) != 0) --at;
  return at;
}

// "gli stranieri sono un terzo del totale (18.985)": the share that the bracket says in numbers.
const Finding* share_before(const Stretch& stretch, uint32_t open) {
  const Tokens& tokens = stretch.tokens;
  uint32_t end = open;
  if (end > 2 && tokens.is(end - 1, "totale") && tokens.is(end - 2, "del")) end -= 2;
  for (uint32_t at = end; at > 0 && end - at < 3; --at) {  // over its unit: "per cento"
    const Finding* share = fact_at(stretch, at - 1);
    if (share == nullptr) continue;
    const Kind kind = share->figure.kind;
    const bool ends = extent(*share).last == end;
    return ends && (kind == Kind::kShare || kind == Kind::kPercent) ? share : nullptr;
  }
  return nullptr;
}

// "per il 57% da autonomi iscritti alle gestioni speciali (2,3 milioni)": whom the share is made
// of.
TokenRange members_of_share(const Stretch& stretch, uint32_t open) {
  const Tokens& tokens = stretch.tokens;
  for (uint32_t at = open; at > 0 && open - at < kReachOfLabel; --at) {
    if (!goes_on_at(tokens, at) || tokens.is(at - 1, ",")) return {};
    const Finding* share = fact_at(stretch, at - 1);
    if (share == nullptr) continue;
    const uint32_t from = extent(*share).last;
    if (share->figure.kind != Kind::kPercent || !tokens.is(from, "da")) return {};
    return noun_phrase_at(stretch, from + 1, true);
  }
  return {};
}

// Names of areas that no table of places has.
bool is_area(std::string_view word) {
  static const WordSet words(
      "nord sud centro est ovest isole mezzogiorno nordest nordovest italia estero totale "
      "complesso altro altri altre provincia regione comune citta autonoma metropolitana di");
  return words.has(word);
}

// "nel 2020," at `at`.
bool closes_after_date(const Stretch& stretch, uint32_t at) {
  if ((classes_at(stretch.tokens, at) & kIn) == 0 || at + 1 >= stretch.owner.size()) return false;
  const uint32_t owner = stretch.owner[at + 1];
  if (owner == kNoFinding || stretch.findings[owner].figure.kind != Kind::kDate) return false;
  return stretch.tokens.is(stretch.findings[owner].tokens.last, ",");
}

// The plural that opens the clause before `end`, over more than its adjectives: "Le liti definite
// in primo grado|, 149.000", with its article; "Furti in abitazione| 195.825", without.
TokenRange opening_plural(const Stretch& stretch, uint32_t end, bool articled) {
  const Tokens& tokens = stretch.tokens;
  const uint32_t reach = articled ? kReachOfLabel : kReachOfNoun;
  for (uint32_t at = end; at > 0 && end - at < reach; --at) {
    const uint32_t word = at - 1;
    if (!tokens[word].is_word() || fact_at(stretch, word) != nullptr) return {};
    if ((classes_at(tokens, word) & (kFiniteVerb | kRelative)) != 0) return {};
    const bool opens = word == 0 || !goes_on_at(tokens, word) || tokens[word].line_break_before ||
                       tokens.is(word - 1, ";") || tokens.is(word - 1, ":") ||
                       (!articled && tokens.is(word - 1, ","));
    if (!opens) continue;
    if (articled && !is_plural_article(tokens[word])) return {};
    const TokenRange phrase = noun_phrase_at(stretch, articled ? at : word, true);
    return phrase.last < end || articled ? phrase : TokenRange{};
  }
  return {};
}

}  // namespace

// "Lazio", "Emilia-Romagna", "Provincia autonoma di Trento", "Nord".
bool is_place(const Tokens& tokens, TokenRange range) {
  if (range.empty() || range.size() > kLongestPlace) return false;
  std::string name;
  bool areas = true;
  for (uint32_t at = range.first; at < range.last; ++at) {
    const bool mark = tokens.is(at, "-") || tokens.is(at, "'");
    if (!tokens[at].is_word() && !mark) return false;
    if (!mark && is_area(tokens[at].folded)) continue;
    areas = areas && mark;
    if (!name.empty() && !mark && !name.ends_with('-') && !name.ends_with('\'')) name += ' ';
    name.append(tokens[at].folded);
  }
  return areas || place_named(name).has_value();
}

bool is_row_of_place(const Stretch& stretch, const Finding& finding, uint32_t left) {
  const Tokens& tokens = stretch.tokens;
  const uint32_t end = extent(finding).last;
  const bool closes = end >= tokens.size() || !goes_on_at(tokens, end) ||
                      tokens[end].line_break_before || !tokens[end].is_word() ||
                      (classes_at(tokens, end) & (kPreposition | kConjunction)) != 0;
  if (!closes) return false;
  uint32_t name_end = left;
  if (name_end > 0 && (tokens.is(name_end - 1, ":") || tokens.is(name_end - 1, "("))) --name_end;
  uint32_t first = name_end;
  while (first > 0 && name_end - first <= kLongestPlace && !tokens[first].line_break_before &&
         stretch.owner[first - 1] == kNoFinding &&
         (tokens[first - 1].is_word() || tokens.is(first - 1, "-")) &&
         !tokens.is(first - 1, "\u2022")) {
    --first;
  }
  while (first < name_end && tokens.is(first, "-")) ++first;  // a list's dash
  const bool opens = first == 0 || tokens[first].line_break_before ||
                     stretch.owner[first - 1] != kNoFinding || !tokens[first - 1].is_word();
  if (first == name_end) return left == 0 && end >= tokens.size();
  return opens && is_place(tokens, {first, name_end});
}

uint32_t bracket_before(const Tokens& tokens, uint32_t left) {
  uint32_t at = left;
  if (at > 1 && tokens.is(at - 1, "da")) --at;
  if (at > 1 && (tokens.is(at - 1, "-") || tokens.is(at - 1, "+"))) --at;
  return at > 0 && tokens.is(at - 1, "(") ? at - 1 : kNoFinding;
}

Counted counted_label(const Stretch& stretch, const Finding& finding, uint32_t left) {
  const Tokens& tokens = stretch.tokens;
  const bool mark = left > 1 && (tokens.is(left - 1, ":") || tokens.is(left - 1, "="));
  if (!mark || !goes_on_at(tokens, left)) return {};
  if (is_row_of_place(stretch, finding, left)) return {};
  uint32_t first = left - 1;
  while (first > 0 && left - first < kReachOfLabel && goes_on_at(tokens, first) &&
         !tokens[first].line_break_before && !ends_clause(tokens[first - 1]) &&
         fact_at(stretch, first - 1) == nullptr) {
    --first;
  }
  // "1.842 corsisti di 74 nazionalità:" is no label
  if (first > 0 && fact_at(stretch, first - 1) != nullptr) return {};
  bool at_begin = true;  // nothing but articles so far
  for (uint32_t at = first; at + 1 < left; ++at) {
    const WordClasses classes = classes_at(tokens, at);
    const bool empty_word = (classes & (kArticle | kOf)) != 0 || tokens.is(at, "numero") ||
                            tokens.is(at, "totale") || tokens.is(at, "n");
    if (tokens.is(at, "anno") || tokens.is(at + 1, "anno") || tokens.is(at, "mese")) return {};
    if (empty_word) continue;
    const bool begins = std::exchange(at_begin, false);
    TokenRange phrase = noun_phrase_at(stretch, at, false);
    if (!phrase.empty() && is_change_noun(tokens[phrase.first].folded)) {
      phrase = told_to_change(stretch, phrase.first, left);
      if (phrase.empty()) return {};
    }
    // "Si nota un aumento": a singular is a label only where the line begins
    const bool label = begins || (!phrase.empty() && is_plural_noun(tokens, phrase.first));
    // "con il bando l'Istituto intende selezionare: 63.275": a sentence, no label
    for (uint32_t word = phrase.last; !phrase.empty() && word < left; ++word) {
      if ((classes_at(tokens, word) & kFiniteVerb) != 0) return {};
    }
    if (!phrase.empty() && label) {
      return names_money(stretch, finding, phrase) ? Counted{} : Counted{phrase, "counted.label"};
    }
    if (classes & kPreposition) return {};
  }
  return {};
}

Counted counted_bracket(const Stretch& stretch, const Finding& finding, uint32_t left) {
  const Tokens& tokens = stretch.tokens;
  const uint32_t open = bracket_before(tokens, left);
  if (open == kNoFinding || open == 0) return {};
  if (const Finding* share = share_before(stretch, open)) {
    return counted_subject(stretch, *share, {});
  }
  if (const TokenRange members = members_of_share(stretch, open); !members.empty()) {
    return {members, "counted.bracket"};
  }
  // "livelli alti (1,32)" counts nothing; "feriti (25,6 ogni ora)" does
  const uint32_t after = extent(finding).last;
  const bool rate = tokens.is(after, "ogni") || tokens.is(after, "per") ||
                    (tokens.is(after, "al") && tokens.is(after + 1, "giorno"));
  if (!finding.figure.value.numerator.is_integer() && !rate) return {};
  uint32_t end = before_date(stretch, open);
  if (end == 0) return {};
  // "Padova (335)": a name is not what is counted
  if (tokens[end - 1].capital && !tokens[end - 1].starts_sentence) {
    return named_bracket(stretch, finding, end);
  }
  const uint32_t begin = end > kReachOfName ? end - kReachOfName : 0;
  for (int hop = 0; hop < kMostHops; ++hop) {
    const TokenRange phrase = noun_phrase_before(stretch, end, begin);
    // "tra gli iscritti, quelli dei corsi serali (310)"
    if (phrase.empty() && hop > 0 && end > begin &&
        (tokens.is(end - 1, "quelli") || tokens.is(end - 1, "quelle"))) {
      const TokenRange topic = topic_before(stretch, end);
      return topic.empty() ? Counted{} : Counted{topic, "counted.topic"};
    }
    if (phrase.empty()) return {};
    // "in lista per il rene (-271)"
    const bool one = phrase.first > begin && is_singular_determiner(tokens, phrase.first - 1);
    // "52 sono stati fatti in emergenza (30 di notte)"
    if (phrase.first > begin && (classes_at(tokens, phrase.first - 1) & kCopula) != 0) return {};
    // "in occasione di feste (-4)": when, not what
    const bool when = phrase.first > begin && (classes_at(tokens, phrase.first - 1) & kIn) != 0 &&
                      !is_plural_noun(tokens, phrase.first);
    const uint32_t from = when ? phrase.last : one ? phrase.first + 1 : phrase.first;
    for (uint32_t at = from; at < phrase.last; ++at) {
      const bool names_data = (tokens.is(at, "dati") || tokens.is(at, "numeri")) &&
                              (classes_at(tokens, at + 1) & kOf) != 0;
      if (names_data) continue;
      // "nell'Industria e servizi (12)": part of a name
      const bool of_name = at > 1 && (tokens.is(at - 1, "e") || tokens.is(at - 1, "ed")) &&
                           tokens[at - 2].capital && !tokens[at - 2].starts_sentence;
      if (of_name) return {};
      if (is_plural_noun(tokens, at) && heads(tokens, phrase, at) &&
          !(tokens[at].all_capitals && ends_as_singular(tokens[at])) &&
          (!tokens[at].capital || tokens[at].starts_sentence || tokens[at].all_capitals)) {
        const TokenRange noun{at, phrase.last};
        return names_money(stretch, finding, noun) ? Counted{} : Counted{noun, "counted.bracket"};
      }
    }
    end = phrase.first;
    if (end > begin && (classes_at(tokens, end - 1) & kArticle) != 0) {
      if (!one) return {};
      --end;
    }
    // "i nati con almeno un genitore straniero (96)"
    if (end > begin && (classes_at(tokens, end - 1) & kAdverb) != 0) --end;
    if (end > begin && (classes_at(tokens, end - 1) & kPreposition) != 0) --end;
    if (end == phrase.first) return {};
  }
  return {};
}

Counted counted_of_change(const Stretch& stretch, uint32_t open) {
  const Tokens& tokens = stretch.tokens;
  const uint32_t begin = open > kReachOfNoun ? open - kReachOfNoun : 0;
  const TokenRange phrase = noun_phrase_before(stretch, open, begin);
  for (uint32_t at = phrase.first; at < phrase.last; ++at) {
    const bool of = at > 1 && (classes_at(tokens, at - 1) & kOf) != 0;
    if (of && is_plural_noun(tokens, at) && has_trait(tokens[at - 2], kChangeNoun)) {
      return {{at, phrase.last}, "counted.of_change"};
    }
  }
  return {};
}

// "posti letto tra 501 e 1.000", "il maggior numero di domande, 18.740": the noun right before.
Counted counted_apposition(const Stretch& stretch, const Finding& finding, uint32_t left) {
  const Tokens& tokens = stretch.tokens;
  if (left < 2 || !goes_on_at(tokens, left)) return {};
  uint32_t end = extent(finding).last;
  if (end < tokens.size() && tokens[end].type == TokenClass::kSuperscript) ++end;  // a note's mark
  const bool between =
      finding.figure.high && (tokens.is(left, "tra") || tokens.is(left, "fra") ||
                              tokens.is(left - 1, "tra") || tokens.is(left - 1, "fra"));
  const bool more =
      tokens.is(end, "in") && (tokens.is(end + 1, "piu") || tokens.is(end + 1, "meno"));
  // "I parchi, 25 in tutto, coprono", "I nati, 843 nel 2020, sono"
  const bool in_all =
      (tokens.is(end, "in") && (tokens.is(end + 1, "tutto") || tokens.is(end + 1, "totale"))) ||
      tokens.is(end, "come") || closes_after_date(stretch, end);
  const bool closes = end >= tokens.size() || !goes_on_at(tokens, end) || tokens.is(end, ",") ||
                      tokens.is(end, ".") || tokens.is(end, ";") || more || in_all;
  const bool dash =
      tokens.is(left - 1, "-") && tokens[left].space_before && tokens[left - 1].space_before;
  // "i controlli di persone, da 9 a 15mila"
  const bool levels = left > 2 && tokens.is(left - 1, "da") && tokens.is(left - 2, ",");
  const bool apposition = (tokens.is(left - 1, ",") && closes) || dash || levels;
  // "portare i posti letto da 40mila a 100mila"
  const bool moves = !levels && left > 2 && tokens.is(left - 1, "da");
  if (!between && !apposition && !moves) return {};
  const uint32_t before_mark = levels ? left - 2 : left - 1;
  const uint32_t stop = tokens.is(left, "tra") || tokens.is(left, "fra") ? left : before_mark;
  const TokenRange phrase =
      noun_phrase_before(stretch, stop, stop > kReachOfNoun ? stop - kReachOfNoun : 0);
  for (uint32_t at = phrase.first; at < phrase.last; ++at) {
    if (!is_plural_noun(tokens, at)) continue;
    const WordClasses before = at == 0 ? WordClasses{} : classes_at(tokens, at - 1);
    // "I DDoS, 319, sono"
    const bool name = tokens[at].capital && (before & (kDefiniteArticle | kWithArticle)) == 0;
    if (name) continue;
    const TokenRange noun{at, phrase.last};
    if (names_money(stretch, finding, noun)) return {};
    if (moves && (at == 0 || !is_plural_article(tokens[at - 1]))) return {};
    // "il maggior numero di domande, 18.740", "sui primi figli, 204.883"
    const bool definite = (before & (kOf | kWithArticle | kQuantifier | kDefiniteArticle)) != 0;
    if (apposition && !definite) break;
    return {noun, "counted.apposition"};
  }
  const TokenRange opening =
      apposition && !dash && !levels ? opening_plural(stretch, stop, true) : TokenRange{};
  if (opening.empty() || names_money(stretch, finding, opening)) return {};
  return {opening, "counted.apposition"};
}

// A noun between the marks of a row and its number, and nothing after it: "pedoni 534 (-12,7%),
// ciclisti 253".
Counted counted_row(const Stretch& stretch, const Finding& finding, uint32_t left) {
  const Tokens& tokens = stretch.tokens;
  if (left == 0 || !goes_on_at(tokens, left)) return {};
  const uint32_t end = extent(finding).last;
  const bool closes = end >= tokens.size() || !goes_on_at(tokens, end) ||
                      tokens[end].line_break_before || tokens.is(end, ",") || tokens.is(end, ";") ||
                      tokens.is(end, ".") || tokens.is(end, "(") || tokens.is(end, ")") ||
                      tokens.is(end, "e") || tokens.is(end, "ed");
  if (!closes) return {};
  const TokenRange phrase =
      noun_phrase_before(stretch, left, left > kReachOfNoun ? left - kReachOfNoun : 0);
  if (phrase.empty() || !is_plural_noun(tokens, phrase.first)) {
    if ((classes_at(tokens, left - 1) & kPreposition) != 0) return {};  // "sequestri per 25 mln"
    const TokenRange opening = opening_plural(stretch, left, false);
    if (opening.empty() || names_money(stretch, finding, opening)) return {};
    return {opening, "counted.row"};
  }
  const uint32_t first = phrase.first;
  const Token& noun = tokens[first];
  const bool opens_line = first == 0 || !goes_on_at(tokens, first) || noun.line_break_before;
  const bool marked = first > 0 && (tokens.is(first - 1, ",") || tokens.is(first - 1, ":") ||
                                    tokens.is(first - 1, ";") || tokens.is(first - 1, "-") ||
                                    tokens.is(first - 1, "\u2022") || tokens.is(first - 1, "e") ||
                                    tokens.is(first - 1, "ed"));
  if (!opens_line && (!marked || noun.capital)) return {};
  if (noun.capital && is_place(tokens, phrase)) return {};
  if (names_money(stretch, finding, phrase)) return {};
  return {phrase, "counted.row"};
}

}  // namespace cifra
