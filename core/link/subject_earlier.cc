// What a figure measures, from what earlier figures of its block do: ellipsis, parallels, lists.

#include "core/lexicon/phrase_role.h"
#include "core/link/noun_phrase.h"
#include "core/link/subject_finder.h"
#include "core/link/verb.h"

namespace cifra {
namespace {

constexpr uint32_t kFarthestFact = 40;  // facts of the block looked back over

}  // namespace

// `text` alone does not say what is measured: what an earlier figure measured goes before it.
Subject SubjectFinder::join_antecedent(const std::string& text, std::string_view from) const {
  const Subject earlier = antecedent();
  if (earlier.text.empty() || earlier.text.find(text) != std::string::npos) return {text, from};
  const std::string base = earlier.text.substr(0, earlier.text.find(", "));
  return {base + ", " + text, from};
}

Subject SubjectFinder::of_fact(uint32_t other) const {
  if (other >= fact_ || other < block_.first_fact) return {};
  return {block_.facts[other].subject, "what the figure before it measures"};
}

// "Una trentina |quelle| senza certificato": what an earlier figure counted.
Subject SubjectFinder::of_those() const {
  if (end_ + 1 >= sentence_.end) return {};
  const std::string& word = words_[end_].folded;
  if (word != "quelli" && word != "quelle") return {};
  const WordRange own = phrase_from(words_, end_ + 1, sentence_.end);
  for (uint32_t i = fact_; !own.empty() && i > block_.first_fact && fact_ - i < kFarthestFact;) {
    --i;
    const Fact& earlier = block_.facts[i];
    const std::string& noun = earlier.counted.empty() ? earlier.subject : earlier.counted;
    if (noun.empty() || earlier.figure.kind == Kind::kDuration) continue;
    return {noun + ' ' + words_text(block_.text, words_, {end_ + 1, own.end}),
            "what an earlier figure counts, and what tells these"};
  }
  return {};
}

// "formati 300 docenti della scuola, |200| presidi": the first word of the figure that the one at
// `first` is listed with, or kNoIndex.
uint32_t SubjectFinder::beside(uint32_t first) const {
  constexpr uint32_t kFar = 10;
  uint32_t mark = first;
  while (mark > sentence_.begin && !words_[mark - 1].punctuation &&
         has(words_[mark - 1], phrase::kHedge | phrase::kArticle | phrase::kAdverb)) {
    --mark;
  }
  if (mark == sentence_.begin) return kNoIndex;
  const LinkWord& link = words_[mark - 1];
  if (link.folded != "," && !has(link, phrase::kConjunction)) return kNoIndex;
  for (uint32_t i = mark - 1; i > sentence_.begin && mark - i < kFar;) {
    --i;
    if (is_verb_at(words_, i) || words_[i].folded == ";" || words_[i].folded == ":") break;
    if (words_[i].fact == kNoIndex) continue;
    while (i > sentence_.begin && words_[i - 1].fact == words_[i].fact) --i;
    return i;
  }
  return kNoIndex;
}

// "il 34% dei treni è in ritardo e il |12%| in avaria": the share before, of the same whole.
uint32_t SubjectFinder::parallel_share(const Left& left) const {
  const bool share = figure_.kind == Kind::kPercent || figure_.kind == Kind::kShare;
  if (!share || left.governor != Governor::kNothing || begin_ == sentence_.begin) return kNoIndex;
  if (end_ >= sentence_.end || has(words_[end_], phrase::kOf)) return kNoIndex;
  if (!has(words_[left.at], phrase::kConjunction)) return kNoIndex;
  for (uint32_t i = fact_; i > block_.first_fact;) {
    --i;
    const Figure& earlier = block_.facts[i].figure;
    if (earlier.span.begin < words_[sentence_.begin].span.begin) break;
    if (earlier.kind == figure_.kind && earlier.unit == figure_.unit) return i;
  }
  return kNoIndex;
}

// What the figure before it measures, and what tells this one from it: "il 34% in sovrappeso e il
// 12% |obeso|".
Subject SubjectFinder::beside_fact(uint32_t other) const {
  constexpr uint32_t kLongestOwn = 5;  // words
  Subject shared = of_fact(other);
  if (shared.text.empty()) return shared;
  uint32_t last = end_;
  while (last < sentence_.end && !words_[last].punctuation && words_[last].fact == kNoIndex &&
         !has(words_[last], phrase::kConnective | phrase::kConjunction | phrase::kRelative) &&
         !is_verb_at(words_, last)) {
    ++last;
  }
  const WordRange own = trimmed_end(words_, {end_, last});
  if (own.empty() || own.end - own.begin > kLongestOwn || !has_content(words_, own) ||
      (is_generic(own) && !has(words_[own.begin], phrase::kPredicative))) {
    return shared;
  }
  shared.text =
      shared.text.substr(0, shared.text.find(", ")) + ", " + words_text(block_.text, words_, own);
  return shared;
}

Subject SubjectFinder::antecedent() const {
  if (Subject topic = topic_before(); !topic.text.empty()) return topic;
  for (uint32_t i = fact_; i > block_.first_fact && fact_ - i < kFarthestFact;) {
    --i;
    const Fact& earlier = block_.facts[i];
    if (earlier.subject.empty() || earlier.figure.kind == Kind::kDuration) continue;
    return {earlier.subject, "what an earlier figure of the paragraph measures"};
  }
  return {};
}

// The subject of the sentence before, where it has no figure: "I download crescono. Oggi sono …".
Subject SubjectFinder::topic_before() const {
  if (sentence_.begin == 0) return {};
  const WordRange before = sentence_of(words_, sentence_.begin - 1);
  for (uint32_t i = before.begin; i < before.end; ++i) {
    if (words_[i].fact != kNoIndex) return {};
  }
  for (uint32_t i = before.begin; i < before.end; ++i) {
    if (!is_verb_at(words_, i)) continue;
    const WordRange subject = subject_before(words_, i, before.begin);
    if (!has_content(words_, subject) || is_generic(subject)) return {};
    return {text_of(subject), "the subject of the sentence before"};
  }
  return {};
}

// What an earlier figure of the block with the same counted noun measures.
std::optional<std::string> SubjectFinder::earlier_subject_of(Span counted) const {
  for (uint32_t i = fact_; i > block_.first_fact && fact_ - i < kFarthestFact;) {
    --i;
    const Fact& earlier = block_.facts[i];
    if (earlier.figure.counted == counted && !earlier.subject.empty()) return earlier.subject;
  }
  return std::nullopt;
}

}  // namespace cifra
