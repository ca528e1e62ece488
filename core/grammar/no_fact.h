// What the rules for dates, references, codes, ordinals and names give back, and the small readings
// of tokens they share.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/grammar/stretch.h"
#include "core/grammar/word_facts.h"

namespace cifra {

struct NoFact {
  uint32_t last = 0;  // one past the last token
  Kind kind = Kind::kReference;
  std::optional<Decimal> value;  // of an ordinal, or the year of a date
  std::string time;       // of a date: ISO 8601 date or interval; empty when no year is known
  std::string_view rule;  // static name
};

// One rule each: what begins at token `at`, longest reading, or nothing.
std::optional<NoFact> match_date(const Stretch& stretch, uint32_t at);
std::optional<NoFact> match_clock(const Stretch& stretch, uint32_t at);
std::optional<NoFact> match_reference(const Stretch& stretch, uint32_t at);
std::optional<NoFact> match_code(const Stretch& stretch, uint32_t at);
std::optional<NoFact> match_ordinal(const Stretch& stretch, uint32_t at);
std::optional<NoFact> match_name(const Stretch& stretch, uint32_t at);
std::optional<NoFact> match_list_mark(const Stretch& stretch, uint32_t at);

// Whether a code of several tokens without a space may begin with the word at `at`.
bool may_begin_run(const Tokens& tokens, uint32_t at);
// "secondo", "quattordicesima".
bool is_ordinal_word(std::string_view folded);
std::vector<std::string> ordinal_words();
// The value of a Roman numeral that is an ordinal, in capitals: "XIX"; 0 for other words.
int roman_ordinal(std::string_view folded);
// Whether some rule begins with the word, and those words no table of the lexicon holds.
bool begins_no_fact(std::string_view folded);
std::vector<std::string_view> words_that_begin_no_facts();
std::vector<std::string_view> words_that_begin_names();  // of match_name()'s phrases

inline bool is_numeral_at(const Tokens& tokens, uint32_t at) {
  return at < tokens.size() && tokens[at].is_numeral();
}
inline bool is_word_at(const Tokens& tokens, uint32_t at) {
  return at < tokens.size() && tokens[at].is_word();
}
// The classes of the word at `at`; none for another token or past the end. Knows "è" from "e".
inline WordClasses classes_at(const Tokens& tokens, uint32_t at) {
  return is_word_at(tokens, at) ? facts_of(tokens[at]).classes : WordClasses{kNoClass};
}
// The token stands against the one before it: "5G", "Covid-19".
inline bool is_glued(const Tokens& tokens, uint32_t at) {
  return at > 0 && at < tokens.size() && !tokens[at].space_before &&
         tokens[at - 1].span.end == tokens[at].span.begin;
}
// Digits alone, at most nine: "2020" but not "1.234".
inline std::optional<int> integer_at(const Tokens& tokens, uint32_t at) {
  if (at >= tokens.size() || tokens[at].integer < 0) return std::nullopt;
  return tokens[at].integer;
}
// Four digits alone from 1800 to 2100.
inline std::optional<int> year_at(const Tokens& tokens, uint32_t at) {
  if (at >= tokens.size() || tokens[at].folded.size() != 4) return std::nullopt;
  const int year = tokens[at].integer;
  return year >= 1800 && year <= 2100 ? std::optional(year) : std::nullopt;
}
// Four digits alone that stand where a year does: "nel 2020", no "2020 domande".
bool stands_as_year(const Tokens& tokens, uint32_t at);
// A lower-case word of no closed class that may be a plural noun: what a number would count.
bool may_be_counted(const Tokens& tokens, uint32_t at);

}  // namespace cifra
