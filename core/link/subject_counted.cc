// What a figure measures, from its counted noun and what is said of it.

#include <algorithm>

#include "core/lexicon/phrase_role.h"
#include "core/link/clause.h"
#include "core/link/governor.h"
#include "core/link/noun_phrase.h"
#include "core/link/subject_finder.h"
#include "core/link/verb.h"

namespace cifra {
namespace {

// "3 milioni di |seconde| dosi", "10 |nuove| amministrazioni": tells which.
bool is_ordinal(const LinkWord& word) {
  static constexpr std::string_view kWords[] = {"prime", "primi",  "seconde", "secondi", "terze",
                                                "terzi", "quarte", "quarti",  "nuove",   "nuovi"};
  return std::ranges::find(kWords, word.folded) != std::end(kWords);
}

}  // namespace

Subject SubjectFinder::from_counted(const Left& left) const {
  const WordRange counted = words_in(words_, figure_.counted);
  if (counted.empty()) return {};
  uint32_t limit = static_cast<uint32_t>(words_.size());
  if (counted.begin < begin_ && counted.end <= begin_) limit = begin_;
  WordRange phrase = phrase_from(words_, counted.begin, limit);
  if (phrase.empty() || phrase.end < counted.end) phrase = counted;
  while (phrase.begin > end_ && is_ordinal(words_[phrase.begin - 1])) --phrase.begin;
  std::string text = text_of(phrase);
  const bool elsewhere = counted.end + 6 < begin_ || is_taken_up(counted) ||
                         words_[counted.begin].span.end < words_[sentence_.begin].span.begin;
  if (counted.end <= begin_ && elsewhere) {
    return {taken_up(counted), "the counted noun taken up, and what is said of it"};
  }
  const bool bare = phrase.end <= counted.end && counted.begin >= end_;
  const bool said_of_other =
      left.governor == Governor::kVerb && left.preposition && has(words_[left.at], phrase::kCopula);
  if (bare && (said_of_other || left.comparative)) {
    const WordRange other =
        left.governor == Governor::kVerb
            ? verb_subject(clause(), left)
            : without_participle(phrase_before(words_, left.at + 1, sentence_.begin));
    if (!other.empty() && is_generic(other))
      return join_antecedent(text_of(other), "the subject of the verb");
    if (!other.empty()) return {text_of(other), "the subject of the verb"};
  }
  // "55 mila |unità nel confronto con| ottobre": whatever is said of units
  const bool units = words_[counted.begin].folded == "unità" && counted.end < sentence_.end &&
                     !has(words_[counted.end], phrase::kOf);
  if (is_generic(phrase) || units) {
    if (Subject subject = instead_of_generic(left, text); !subject.text.empty()) return subject;
  }
  if (bare) {
    if (std::string said = said_of_counted(left, phrase); !said.empty()) {
      return {text + said, "the counted noun and what is said of it"};
    }
  }
  return {text, "the counted noun with its modifiers"};
}

// "280 frane: |di queste| 120", "le frane; |ne| …": another clause, or a pronoun stands for it.
bool SubjectFinder::is_taken_up(WordRange counted) const {
  constexpr uint32_t kLight = phrase::kHedge | phrase::kArticle | phrase::kAdverb;
  bool clause = false;
  for (uint32_t i = counted.end; i < begin_; ++i) {
    if (has(words_[i], phrase::kAnaphor) || words_[i].folded == "cui") return true;
    if (clause && !words_[i].punctuation && !has(words_[i], kLight)) return true;
    clause = clause || words_[i].folded == ":" || words_[i].folded == ";";
  }
  return false;
}

// "280 frane, di cui 120 |giudicate gravi|", "dosi a medici 900 e |a docenti| 300", "di questi
// due milioni |hanno un solo figlio|".
std::string SubjectFinder::taken_up(WordRange counted) const {
  const WordRange own = phrase_from(words_, end_, sentence_.end);
  const bool adjective = !own.empty() && own.begin == end_;
  // "dosi, di cui 300 |seconde dosi|"
  const bool itself = std::ranges::any_of(
      words_.begin() + own.begin, words_.begin() + own.end,
      [&](const LinkWord& word) { return word.folded == words_[counted.begin].folded; });
  if (adjective && itself) return words_text(block_.text, words_, {end_, own.end});
  if (adjective) return text_of(counted) + ' ' + text_of(own);
  if (std::string said = said_from(clause(), end_, true); !said.empty()) {
    return text_of(counted) + " che " + said;
  }
  if (!own.empty() && has(words_[end_], phrase::kPreposition) && !is_time_only(words_, own)) {
    return text_of(counted) + ' ' + words_text(block_.text, words_, {end_, own.end});
  }
  return earlier_subject_of(figure_.counted).value_or(text_of(counted));
}

// "gli iscritti sono 300 |unità|": what the counted noun says nothing of.
Subject SubjectFinder::instead_of_generic(const Left& left, const std::string& text) const {
  const WordRange subject = verb_subject(clause(), left);
  if (!subject.empty() && !is_generic(subject)) {
    return {text_of(subject), "the subject of the verb"};
  }
  if (!subject.empty()) return join_antecedent(text_of(subject), "the subject of the verb");
  if (left.governor == Governor::kLabel) {
    const WordRange label = phrase_before(words_, left.at, sentence_.begin);
    if (has_noun(words_, label) && !is_generic(label) &&
        (label.begin == sentence_.begin || !is_verb_at(words_, label.begin - 1))) {
      return {text_of(label) + ", " + text, "the label before it and the counted noun"};
    }
  }
  if (left.governor == Governor::kFigure) return of_fact(words_[left.at].fact);
  if (left.preposition) {  // "per 300 persone |il soggiorno| dura"
    if (const WordRange topic = following_subject(clause(), end_); !topic.empty()) {
      return {text_of(topic), "the subject of the clause"};
    }
  }
  return {};
}

// With its blank: " registrati nel porto", " che risiedono in Italia"; of the first figure where
// several stand beside each other.
std::string SubjectFinder::said_of_counted(const Left& left, WordRange counted) const {
  if (std::string said = passive_said(clause(), left, begin_); !said.empty()) return ' ' + said;
  if (std::string said = said_after(left, counted.end); !said.empty()) return " che " + said;
  // "|Chiuse| 400 agenzie", "…, |arrestate| 257 persone"
  if (left.governor == Governor::kNothing || left.governor == Governor::kNoun) {
    const LinkWord& opening = words_[left.at];
    const bool opens = opening.sentence_start || words_[left.at - 1].punctuation ||
                       has(words_[left.at - 1], phrase::kConjunction);
    if (has(opening, phrase::kParticiple) && opens && !left.preposition &&
        (opening.folded.ends_with('i') || opening.folded.ends_with('e'))) {
      return ' ' + opening.folded;
    }
  }
  if (std::string said = said_before(clause(), left, begin_); !said.empty()) {
    return " che " + said;
  }
  constexpr int kLongestList = 8;
  uint32_t first = begin_;
  for (int i = 0; i < kLongestList; ++i) {
    const uint32_t before = beside(first);
    if (before == kNoIndex) break;
    first = before;
    const Left left_of_first = look_left(words_, sentence_, first, words_[first].fact);
    std::string said = passive_said(clause(), left_of_first, first);
    const char ending = words_[counted.begin].folded.back();
    if (!said.empty() && said.find(' ') == std::string::npos && said.back() == ending) {
      return ' ' + said;
    }
  }
  return {};
}

}  // namespace cifra
