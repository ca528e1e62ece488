// The forms of Italian verbs that reports use, made from a stem: "aument" (-are) gives aumenta,
// aumentano, aumentava … aumentati, aumentando. Third persons, first plural, infinitive with its
// clitic, gerund and participles. No accents: forms are folded.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cifra {

enum class Conjugation : uint8_t {
  kAre,    // aument-are
  kEre,    // perd-ere, participle -uto
  kIre,    // diminu-ire: diminuisce
  kUrre,   // rid-urre: riduce, ridusse, ridotto
  kForms,  // not a stem: the word itself
};

// All forms, folded..
std::vector<std::string> forms_of(std::string_view stem, Conjugation conjugation);

}  // namespace cifra
