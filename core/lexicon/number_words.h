// The words Italian numbers are made of. Tables only; core/grammar puts them together.
// All forms are folded: lower case, no accents ("ventitré" is "ventitre").

#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace cifra {

enum class AtomRank : uint8_t { kUnit, kTeen, kTens, kHundred, kThousand };

// One part of a number word: "trecento|venti|due|mila".
struct NumberAtom {
  std::string_view form;
  AtomRank rank;
  int32_t value;
  bool elided;  // has lost its vowel: only before a vowel or an apostrophe ("vent|otto",
                // "cent'anni")
};
std::span<const NumberAtom> number_atoms();

// "milioni" is 10^6. `alone` says that the plural without a number is a magnitude ("milioni di
// persone"); `needs_digits`, that only digits go before it ("3 mln").
struct ScaleWord {
  std::string_view form;  // a phrase as the tokeniser cuts it: "mil.ni"
  int32_t power;
  bool alone;
  bool needs_digits;
  std::string_view currency;  // "M€" says EUR as well
};
std::span<const ScaleWord> scale_words();

// "una trentina", "due dozzine", "centinaia".
struct CollectiveWord {
  std::string_view form;
  int32_t value;
  bool plural;  // stands without a number: "decine di casi"
};
std::span<const CollectiveWord> collective_words();

// Denominators: "un terzo", "due terzi".
struct FractionWord {
  std::string_view form;
  int32_t denominator;
  bool plural;
};
std::span<const FractionWord> fraction_words();

// "½" and its like.
struct FractionSign {
  std::string_view form;
  int32_t numerator, denominator;
};
std::span<const FractionSign> fraction_signs();

// "raddoppiato" is 2, "dimezzare" 1/2: stems with the endings of verbs and participles.
struct MultipleStem {
  std::string_view stem;
  int32_t numerator, denominator;
};
std::span<const MultipleStem> multiple_stems();
std::span<const std::string_view> multiple_endings();
// Nouns of the same: "il doppio", "il triplo".
std::span<const MultipleStem> multiple_nouns();

// Quantifiers that make a magnitude of a singular: "qualche migliaio", "alcune decine".
std::span<const std::string_view> vague_quantifiers();

}  // namespace cifra
