// What a question asks for, by its words: money, a share, a time …

#pragma once

#include <cstdint>
#include <string_view>

namespace cifra {

enum class Asked : uint8_t {
  kAnything,
  kCount,
  kMoney,
  kShare,  // percent, share
  kDuration,
  kMeasure,
  kMultiple,
};

// The word asks for that wherever it stands in a question ("percentuale", "costa", "età").
// kAnything for other words. `word` is folded: lower case, no accents.
Asked asked_by_noun(std::string_view word);
Asked asked_by_verb(std::string_view word);

// "aumentato", "cresce", "calo": a difference is asked for.
bool is_change_word(std::string_view word);

// "nuovi", "aggiunti": what is asked for may be told as a difference.
bool is_more_word(std::string_view word);

// "totale", "complessivamente": the whole is asked for, no part of it. Texts say it with the same.
bool is_total_word(std::string_view word);

// "media", "mediamente": the mean is asked for.
bool is_mean_word(std::string_view word);

// "oggi", "attualmente": the latest word on it is asked for.
bool is_now_word(std::string_view word);

// "quanti", "quale", "che": what makes words a question.
bool is_interrogative(std::string_view word);

// Words of a question that name nothing: "quanti", "sono", "secondo", "esattamente".
bool is_question_stop_word(std::string_view word);

}  // namespace cifra
