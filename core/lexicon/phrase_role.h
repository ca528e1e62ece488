// What an Italian word is, as far as a table can tell: article, preposition, finite verb …
// The linker cuts noun phrases out of sentences with these roles.
//
// Cannot do: part-of-speech tagging. A form that is both noun and verb ("stima", "conto") carries
// kFiniteVerb and the caller looks at its neighbours.

#pragma once

#include <cstdint>
#include <string_view>

namespace cifra::phrase {

enum Role : uint32_t {
  kArticle = 1U << 0,      // il, un', gli
  kPreposition = 1U << 1,  // di, dei, sull', entro
  kOf = 1U << 2,           // of those: di, del, dei …
  kConjunction = 1U << 3,  // e, ed, o, oppure
  kConnective = 1U << 4,   // ends a phrase: mentre, ma, cioè, rispetto, pari
  kRelative = 1U << 5,     // che, cui, quali
  kFiniteVerb = 1U << 6,   // ammontano, risulta, ha
  kCopula = 1U << 7,       // of those: essere and its like, whose subject is what is measured
  kAuxiliary = 1U << 8,    // of those: forms of essere, avere, venire
  kParticiple = 1U << 9,   // transitati, speso
  kPronoun = 1U << 10,     // ne, si, questi, essi
  kAnaphor = 1U << 11,     // of those: stands for something said before (questi, essi, stessi)
  kAdverb = 1U << 12,      // attualmente, già, oltre
  kHedge = 1U << 13,       // of those: circa, oltre, almeno …
  kDeterminer = 1U << 14,  // tutti, altri, questo, ogni, numeri
  kMonth = 1U << 15,
  kTimeNoun = 1U << 16,     // anno, mese, trimestre, fine
  kLightNoun = 1U << 18,    // after a preposition says nothing: in media, per un importo di
  kGenericNoun = 1U << 17,  // names no thing of its own: unità, persone, casi, euro, totale, valore
  kPredicative = 1U << 19,  // says how something is, and names nothing: fermo, stabile, maggiori
  kNounOrVerb = 1U << 20,   // stima, registra
  kSubjunctive = 1U << 21,  // arrivi, superino: most are nouns too
  kInfinitive = 1U << 23,   // superare; no noun that ends alike
  kLocution = 1U << 22,     // of "con |riferimento| a", "nell'|ambito| di": names nothing measured
};

// Classes of a lower-case word; elided forms end in ' ("dell'"). 0 for a word of no table: most
// often a noun or an adjective.
uint32_t roles_of(std::string_view word);

}  // namespace cifra::phrase
