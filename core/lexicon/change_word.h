// Verbs and nouns of growing and shrinking, in all their forms: "cresce", "ridotti", "un calo".

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace cifra {

enum class ChangeWord : uint8_t {
  kNone,
  kIncrease,  // the figure follows with "di": "cresce del 3%", "un aumento di 20 unità"
  kDecrease,
  kGain,           // the figure is its object: "guadagna il 3%"
  kLoss,           // "cede il 4,1 per mille", "perdono due punti"
  kIncreasePlace,  // adjective of a comparison: "più alto di 2 punti", "superiore del 3%"
  kDecreasePlace,
};

// Of a folded word.
ChangeWord change_word(std::string_view folded);
// Whether it is one of the nouns: an amount follows them with "pari a" as well.
bool is_change_noun(std::string_view folded);
// All of them in all their forms.
std::vector<std::string_view> change_words();

}  // namespace cifra
