// What stands between a figure and a number after it that has no noun of its own: what parts the
// two, and whether the number's clause has a noun that the number would rather be of.

#pragma once

#include "core/grammar/stretch.h"

namespace cifra {

enum class LeadArticle : uint8_t { kNone, kSingular, kPlural, kFemininePlural };

// The small words right before a number: hedges, adverbs, a preposition with its article.
struct NumberLead {
  uint32_t first = 0;  // the first of them; the number's own when there are none
  LeadArticle article = LeadArticle::kNone;
  uint32_t preposition = 0;  // its WordClasses
};
NumberLead lead_of(const Stretch& stretch, const Finding& finding);

struct Between {
  bool parted = false;      // by a mark, a conjunction, or "da … a"
  uint32_t marks = 0;       // how many of them
  bool part = false;        // ":", "di cui", "di questi"
  bool equal = false;       // "cioè", "ossia", "pari a"
  bool compared = false;    // "contro", "rispetto a", "dal … del"
  bool taken_up = false;    // "ne" before its verb
  bool verb = false;        // the number's clause has a verb of its own
  bool own_plural = false;  // … a plural noun as its subject
  bool own_singular = false;
  bool governed_definite = false;  // … of a place or time: "per il nido di 30"
  bool governed = false;           // a noun and "di" right before the number: "una platea di 30"
  bool money = false;              // one of these nouns is of money
  bool index = false;              // … of an index: no rate, no scale
  bool rate = false;               // … of a rate: no count, no money
  bool bare = true;                // nothing but prepositions, dates and names stands there
  uint32_t clause = 0;             // the first token of the number's clause
};
// Whether a verb that is no "essere" governs the figure: "vale 626 miliardi".
bool has_full_verb(const Stretch& stretch, const NumberLead& lead);
Between between(const Stretch& stretch, uint32_t from, const NumberLead& lead);

// "1,3 dei quali", "25 di questi" after the number.
bool is_of_them(const Stretch& stretch, const Finding& finding);
// Whether no noun follows that the number counts: "21,4 derivano da", "53 in istruzione", "9,1,".
bool stands_without_noun(const Stretch& stretch, const Finding& finding, const NumberLead& lead);

}  // namespace cifra
