// How find_subject() goes about it: one figure, the words around it, and what each place they offer
// would say it measures. Internal to core/link.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/link/clause.h"
#include "core/link/governor.h"
#include "core/link/subject.h"

namespace cifra {

class SubjectFinder {
 public:
  SubjectFinder(const BlockText& block, uint32_t fact)
      : block_(block), words_(block.words), figure_(block.facts[fact].figure), fact_(fact) {}

  Subject find();

 private:
  bool place_figure();
  Clause clause() const { return {block_.text, words_, sentence_}; }
  std::string text_of(WordRange phrase) const;
  bool is_generic(WordRange phrase) const;

  // subject_counted.cc: from the counted noun.
  Subject from_counted(const Left& left) const;
  bool is_taken_up(WordRange counted) const;
  std::string taken_up(WordRange counted) const;
  Subject instead_of_generic(const Left& left, const std::string& text) const;
  std::string said_of_counted(const Left& left, WordRange counted) const;

  // subject.cc: from what stands on either side.
  Subject from_sides(const Left& left);
  WordRange noun_before(uint32_t at) const;
  WordRange without_participle(WordRange phrase) const;
  WordRange last_noun(WordRange phrase) const;
  WordRange label_before(uint32_t mark) const;
  bool has_verb_before(uint32_t at) const;
  bool is_complement(WordRange phrase) const;
  WordRange right_phrase() const;
  bool is_rate_end(uint32_t at) const;
  bool right_is_taken_up() const;
  bool right_phrase_has_own_noun() const;
  Subject of_complement(const Left& left, WordRange right) const;
  std::string said_after(const Left& left, uint32_t end) const;
  std::string agreeing(WordRange noun, std::string said) const;
  Subject with_predicate(const Left& left, std::string text, std::string_view from) const;
  std::string of_words(WordRange right) const;
  Subject from_bracket(uint32_t bracket) const;

  // subject_earlier.cc: from what earlier figures of the block measure.
  Subject join_antecedent(const std::string& text, std::string_view from) const;
  Subject of_those() const;
  Subject of_fact(uint32_t other) const;
  uint32_t beside(uint32_t first) const;
  uint32_t parallel_share(const Left& left) const;
  Subject beside_fact(uint32_t other) const;
  Subject antecedent() const;
  Subject topic_before() const;
  std::optional<std::string> earlier_subject_of(Span counted) const;

  const BlockText& block_;
  const std::vector<LinkWord>& words_;
  const Figure& figure_;
  uint32_t fact_;
  uint32_t begin_ = 0, end_ = 0;  // the figure's words
  WordRange sentence_;
};

}  // namespace cifra
