// A question in Italian, or bare words, as what the store is searched with: stems with their
// synonyms, what kind of figure is asked for, which noun, when and where.
//
// "Quanti Comuni erano entrati in ANPR al 20 gennaio 2021?" asks for a count of Comuni, with the
// stems "comun", "entrat", "anpr", and prefers 2021-01-20.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/facts/period.h"
#include "core/lexicon/question_words.h"
#include "core/store/database.h"
#include "core/text/stems.h"

namespace cifra {

// Another way to say a term: all of its stems have to be there.
struct TermVariant {
  std::vector<std::string> stems;
  double strength = 1;  // 1 the word itself, less a synonym
};

struct QuestionTerm {
  std::string word, stem;
  std::vector<TermVariant> variants;  // the term itself first
  double weight = 1;                  // less for years and months, which dates say better
  bool asked_noun = false;            // "quanti |Comuni|"
  bool proper = false;                // a name: "Spid", "Lombardia"
};

// A number said in the question, and how its words would stand in a text.
struct SoughtNumber {
  std::string value, unit;
  std::vector<std::string> phrases;  // of stems
};

struct Question {
  std::vector<QuestionTerm> terms;
  Asked asked = Asked::kAnything;
  bool asked_surely = false;  // said by the question word, not guessed from a verb
  std::string unit;           // ISO 4217 or UCUM; empty for none
  bool change = false;        // "di quanto è aumentato"
  bool more_or_less = false;  // "quanti nuovi", "quanti in più": a level or a difference
  bool amount = false;        // "quanto": whatever it is, no number of things
  bool total = false;         // "in tutto", "complessivamente"
  bool mean = false;          // "in media", "medio"
  bool now = false;           // "oggi", "attualmente"
  bool target = false;        // "obiettivo", "dovrà"
  bool bare = true;           // words without a question word: numbers among them are sought
  std::vector<SoughtNumber> numbers;
  std::vector<Period> periods;
  std::vector<std::string> places;  // core/lexicon/places.h
};

// Pure.
Question parse_question(std::string_view text, const Stemmer& stemmer);

// Adds the acronyms the store's documents introduce: "ANPR" finds its long form, and the other way.
void add_acronyms(const Database& database, Question& question);

}  // namespace cifra
