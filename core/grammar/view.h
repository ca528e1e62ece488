// How rules look at the tokens around a place: what is there, still free, and in the same sentence.

#pragma once

#include <initializer_list>
#include <span>
#include <string_view>

#include "core/grammar/stretch.h"

namespace cifra {

class View {
 public:
  explicit View(const Stretch& stretch) : stretch_(stretch), tokens_(stretch.tokens) {}

  // A token that no finding owns.
  bool is_there(uint32_t i) const { return i < tokens_.size() && stretch_.owner[i] == kNoFinding; }
  // … and that carries on the sentence of the token before it.
  bool goes_on(uint32_t i) const { return is_there(i) && !tokens_[i].starts_sentence; }
  bool is_word(uint32_t i, WordLiteral word) const { return goes_on(i) && tokens_[i].is(word); }
  bool is_any(uint32_t i, std::span<const WordLiteral> words) const {
    return goes_on(i) && is_one_of(tokens_[i], words);
  }
  bool is_any(uint32_t i, std::initializer_list<WordLiteral> words) const {
    return goes_on(i) && is_one_of(tokens_[i], {words.begin(), words.size()});
  }
  // Whether the token before `i`, whoever owns it, is one of the words and in the same sentence.
  bool follows_any(uint32_t i, std::initializer_list<WordLiteral> words) const {
    if (i == 0 || tokens_[i].starts_sentence) return false;
    return is_one_of(tokens_[i - 1], {words.begin(), words.size()});
  }
  bool is_and(uint32_t i) const { return is_any(i, {"e", "ed"}); }
  bool is_di(uint32_t i) const { return is_any(i, {"di", "d'"}); }
  bool is_un(uint32_t i) const {
    return is_there(i) && (tokens_[i].is("un") || tokens_[i].is("uno") || tokens_[i].is("una") ||
                           tokens_[i].is("un'"));
  }

  Step step(std::string_view rule, TokenRange range, const Value& value) const {
    return {rule, tokens_.span(range), value.to_string()};
  }

 protected:
  const Stretch& stretch_;
  const Tokens& tokens_;
};

}  // namespace cifra
