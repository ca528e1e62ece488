// The closed classes of Italian, so that a pass can tell a noun phrase from what ends it without a
// dictionary: what is in no class here and looks like a noun is taken for one.
//
// Words are folded: lower case, no accents, apostrophe kept ("dell'"); only the verb "è" keeps its
// accent, for "e" is another word.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace cifra {

enum WordClass : uint32_t {
  kNoClass = 0,
  kDefiniteArticle = 1u << 0,    // il, la, l'
  kIndefiniteArticle = 1u << 1,  // un, una
  kOf = 1u << 2,                 // di, del, dell' … the preposition in all its forms
  kTo = 1u << 3,                 // a, al …
  kFrom = 1u << 4,               // da, dal …
  kIn = 1u << 5,                 // in, nel …
  kOn = 1u << 6,                 // su, sul …
  kWith = 1u << 7,               // con, col …
  kFor = 1u << 8,                // per
  kBetween = 1u << 9,            // tra, fra
  kWithArticle = 1u << 10,       // the preposition holds a definite article: del, al …
  kOtherPreposition = 1u << 11,  // entro, dopo, presso …
  kConjunction = 1u << 12,       // e, o, ma …
  kRelative = 1u << 13,          // che, cui, quale
  kPronoun = 1u << 14,           // si, ne, questi, loro …
  kQuantifier = 1u << 15,        // altri, ulteriori, tutti: stand between number and noun
  kFiniteVerb = 1u << 16,        // sono, hanno, risultano …: forms that no noun shares
  kCopula = 1u << 17,            // the verb says what the number is of: sono, erano, risultano
  kAdverb = 1u << 18,            // già, soltanto, complessivamente
  kAdjective = 1u << 19,         // stands before its noun: nuovi, grandi
  kNominal = 1u << 20,     // looks like a participle, adverb or verb and is a noun: denunciati
  kNotCounted = 1u << 21,  // nouns that are never what a number counts: parte
  kIrregularParticiple = 1u << 22,  // previsti, svolte
};
using WordClasses = uint32_t;

constexpr WordClasses kPreposition =
    kOf | kTo | kFrom | kIn | kOn | kWith | kFor | kBetween | kOtherPreposition;
constexpr WordClasses kArticle = kDefiniteArticle | kIndefiniteArticle;
// Ends a noun phrase wherever it stands.
constexpr WordClasses kEndsPhrase = kConjunction | kRelative | kPronoun | kFiniteVerb |
                                    kOtherPreposition | kTo | kFrom | kIn | kOn | kWith | kFor |
                                    kBetween | kArticle;

// The classes of a folded word; kNoClass for a word of no closed class.
WordClasses word_classes(std::string_view folded);

// All words that have a class.
std::vector<std::string_view> classed_words();

// Plural past participle by its ending or from the list of irregular ones, and no noun of that
// form: "registrati", "avviate", "previsti".
bool looks_like_participle(std::string_view folded);
// Third person plural or another form by its ending: "riguardano", "aumenteranno".
bool looks_like_verb(std::string_view folded);
// The same of words of no class.
bool ends_like_participle(std::string_view folded);
bool ends_like_verb(std::string_view folded);

// Plurals in -o and -a: "euro", "auto"; "uova", "paia", "centinaia". Other words in -o and -a are
// no plurals.
bool is_plural_in_o(std::string_view folded);
bool is_plural_in_a(std::string_view folded);

}  // namespace cifra
