#include "core/link/clause.h"

#include <algorithm>

#include "core/lexicon/phrase_role.h"
#include "core/lexicon/verbs.h"
#include "core/link/adverbial.h"
#include "core/link/noun_phrase.h"
#include "core/link/verb.h"

namespace cifra {
namespace {

constexpr uint32_t kLongestSaid = 9;  // words

// "comparto, che |sul 2022| guadagna": the relative before the verb at `verb`, complements of time
// and place stepped over, or kNoIndex.
uint32_t relative_before(const std::vector<LinkWord>& words, WordRange sentence, uint32_t verb) {
  constexpr uint32_t kFar = 7;
  for (uint32_t i = verb; i > sentence.begin && verb - i < kFar;) {
    --i;
    if (has(words[i], phrase::kRelative) && words[i].folded == "che") {
      return skip_adverbials(words, i + 1, verb) == verb ? i : kNoIndex;
    }
    if (words[i].fact != kNoIndex) break;
  }
  return kNoIndex;
}

// The first word before the verb at `verb` that is no clitic, adverb, auxiliary or relative of it.
uint32_t before_verb(const std::vector<LinkWord>& words, WordRange sentence, uint32_t verb) {
  uint32_t end = verb;
  if (const uint32_t relative = relative_before(words, sentence, verb); relative != kNoIndex) {
    end = relative;
    if (end > sentence.begin && words[end - 1].folded == ",") --end;
  }
  while (end > sentence.begin && !words[end - 1].punctuation &&
         has(words[end - 1],
             phrase::kPronoun | phrase::kAdverb | phrase::kRelative | phrase::kAuxiliary)) {
    --end;
  }
  // "non |la| usa": an article right before a verb is its object.
  if (end == verb && end > sentence.begin && has(words[end - 1], phrase::kArticle)) --end;
  return before_light_complement(words, end, sentence.begin);
}

// The verb that opens the clause of the figure, with its clitics: nothing but complements of time
// and place stands before it, and no other verb between it and the figure. kNoIndex for none.
uint32_t opening_verb(const std::vector<LinkWord>& words, WordRange sentence, uint32_t figure) {
  uint32_t open = figure;
  while (open > sentence.begin && figure - open < 40 && words[open - 1].folded != ":" &&
         words[open - 1].folded != ";" && words[open - 1].folded != "«" &&
         words[open - 1].folded != "“" && !has(words[open - 1], phrase::kConnective)) {
    --open;
  }
  open = skip_adverbials(words, open, figure);
  while (open < figure && (words[open].folded == "," || has(words[open], phrase::kAdverb))) ++open;
  uint32_t verb = open;
  while (verb < figure && verb - open < 3 && !is_verb_at(words, verb) &&
         has(words[verb], phrase::kPronoun | phrase::kArticle) &&
         !has(words[verb], phrase::kAnaphor)) {
    ++verb;
  }
  if (verb >= figure || figure - open > kLongestSaid || !is_verb_at(words, verb)) return kNoIndex;
  for (uint32_t i = verb + 1; i < figure; ++i) {
    if (words[i].fact != kNoIndex) return kNoIndex;
    if (is_verb_at(words, i) && !has(words[i], phrase::kAuxiliary)) return kNoIndex;
  }
  return open;
}

// The verb's own words from `verb` to `last`, as they stand after "che".
std::string verb_text(const Clause& clause, uint32_t verb, uint32_t last) {
  const std::vector<LinkWord>& words = clause.words;
  const WordRange said = trimmed_end(words, {verb, last});
  if (said.empty()) return {};
  // "|Hanno| aderito": the capital of a sentence's begin does not come along.
  const WordRange rest{said.begin + 1, said.end};
  if (!words[said.begin].sentence_start) return words_text(clause.text, words, said);
  return words[said.begin].folded +
         (rest.empty() ? "" : ' ' + words_text(clause.text, words, rest));
}

}  // namespace

WordRange trimmed_end(const std::vector<LinkWord>& words, WordRange phrase) {
  constexpr uint32_t kOpen = phrase::kPreposition | phrase::kArticle | phrase::kConjunction |
                             phrase::kHedge | phrase::kConnective;
  while (phrase.end > phrase.begin + 1 &&
         (has(words[phrase.end - 1], kOpen) || words[phrase.end - 1].folded == ",")) {
    --phrase.end;
  }
  return phrase;
}

WordRange verb_subject(const Clause& clause, const Left& left) {
  if (left.governor != Governor::kVerb) return {};
  const std::vector<LinkWord>& words = clause.words;
  const WordRange sentence = clause.sentence;
  uint32_t end = before_verb(words, sentence, left.at);
  // An aside between commas stands between subject and verb.
  if (end > sentence.begin && words[end - 1].folded == ",") {
    uint32_t open = end - 1;
    while (open > sentence.begin && words[open - 1].folded != ",") --open;
    if (open > sentence.begin + 1) {
      const WordRange outer = phrase_before(words, open - 1, sentence.begin);
      if (!outer.empty() && has_content(words, outer) && !is_time_or_place(words, outer)) {
        return outer;
      }
    }
    end -= 1;
  }
  if (end > sentence.begin && words[end - 1].folded == ")") {
    while (end > sentence.begin && words[end].folded != "(") --end;
  }
  const WordRange phrase = subject_before(words, end, sentence.begin);
  return has_content(words, phrase) ? phrase : WordRange{};
}

WordRange clause_subject(const Clause& clause, uint32_t before) {
  const std::vector<LinkWord>& words = clause.words;
  for (uint32_t i = before; i > clause.sentence.begin;) {
    --i;
    if (words[i].folded == ";" || words[i].folded == ":") break;
    if (!is_verb_at(words, i)) continue;
    Left left;
    left.governor = Governor::kVerb;
    left.at = i;
    return verb_subject(clause, left);
  }
  return {};
}

WordRange following_subject(const Clause& clause, uint32_t from) {
  constexpr uint32_t kFar = 20;
  const std::vector<LinkWord>& words = clause.words;
  for (uint32_t i = from; i < clause.sentence.end && i - from < kFar; ++i) {
    if (words[i].fact != kNoIndex || words[i].folded == ";") break;
    if (has(words[i], phrase::kConjunction) && i <= from + 1) break;  // another clause
    if (!is_verb_at(words, i) || i == from) continue;
    const WordRange phrase =
        subject_before(words, before_verb(words, {from, clause.sentence.end}, i), from);
    return has_noun(words, phrase) && !is_time_or_place(words, phrase) ? phrase : WordRange{};
  }
  return {};
}

std::string passive_said(const Clause& clause, const Left& left, uint32_t figure) {
  const std::vector<LinkWord>& words = clause.words;
  uint32_t participle = left.participle;
  if (participle == kNoIndex && left.governor == Governor::kNoun) {
    for (uint32_t i = figure; i > clause.sentence.begin && figure - i < 10;) {
      --i;
      if (words[i].fact != kNoIndex ||
          (words[i].punctuation && words[i].folded != "“" && words[i].folded != "”")) {
        break;
      }
      if (has(words[i], phrase::kParticiple) &&
          auxiliary_before(words, clause.sentence, i) != kNoIndex) {
        participle = i;
        break;
      }
    }
  }
  if (participle == kNoIndex) return {};
  const uint32_t verb = auxiliary_before(words, clause.sentence, participle);
  const bool passive = verb != kNoIndex && has(words[verb], phrase::kCopula);
  const bool singular =
      !words[participle].folded.ends_with("i") && !words[participle].folded.ends_with("e");
  if (!passive || singular) return {};
  return phrase_text(clause.text, words, phrase_from(words, participle, figure));
}

std::string said_before(const Clause& clause, const Left& left, uint32_t figure) {
  const std::vector<LinkWord>& words = clause.words;
  uint32_t begin = opening_verb(words, clause.sentence, figure);
  if (begin == kNoIndex) return {};
  uint32_t verb = begin;
  while (!is_verb_at(words, verb)) ++verb;
  uint32_t last = verb;
  uint32_t participle = verb;
  while (last < figure && !words[last].punctuation) ++last;
  while (participle + 1 < last && has(words[participle], phrase::kAuxiliary | phrase::kAdverb)) {
    ++participle;
  }
  const bool perfect = participle > verb && has(words[participle], phrase::kParticiple);
  if (has(words[verb], phrase::kCopula) || (has(words[verb], phrase::kAuxiliary) && !perfect)) {
    return {};
  }
  // "hanno superato |la prova| 310 candidati": the object is said, and so the figure is none.
  const bool object = participle + 1 < last && has(words[participle + 1], phrase::kArticle) &&
                      words[participle + 1].fact == kNoIndex &&
                      words[participle + 2].fact == kNoIndex && !words[participle + 2].capital;
  if (verb + 1 < last && words[verb + 1].folded == "che") return {};  // "emerge che 7 …"
  const bool clitic = begin < verb;  // "|la| consultano 3 milioni di persone"
  const bool intransitive = is_intransitive(words[participle].folded);
  if (!intransitive && left.governor != Governor::kVerb && !object) return {};
  if (!intransitive && !object && !clitic) return {};
  // A plural, or it may have a subject that is not said: "(la rete) interessa 300 Comuni".
  if (!intransitive && !words[verb].folded.ends_with("no")) return {};
  std::string said = verb_text(clause, begin, last);
  // "in Italia |risiedono| 58 milioni": where comes after the verb in a relative clause.
  for (uint32_t i = clause.sentence.begin; i + 1 < begin; ++i) {
    if (!has(words[i], phrase::kPreposition) || !words[i + 1].place) continue;
    uint32_t end = i + 1;
    while (end < begin && words[end].place) ++end;
    said += ' ' + words[i].folded + (words[i].folded.ends_with('\'') ? "" : " ");
    return said + words_text(clause.text, words, {i + 1, end});
  }
  return said;
}

std::string with_plural_verb(std::string said) {
  size_t end = said.find(' ');
  if (end == std::string::npos) end = said.size();
  const std::string verb = said.substr(0, end);
  std::string plural = verb == "ha" ? "hanno" : verb == "è" ? "sono" : "";
  if (plural.empty() && verb.size() > 2) {
    const std::string stem = verb.substr(0, verb.size() - 1);
    plural = stem + (verb.ends_with('a') ? "ano" : "ono");
    const bool third_person = verb.ends_with('a') || verb.ends_with('e');
    if (!third_person || !is_finite_verb(plural)) return said;
  }
  return plural.empty() ? said : plural + said.substr(end);
}

std::string said_from(const Clause& clause, uint32_t at, bool with_figures) {
  const std::vector<LinkWord>& words = clause.words;
  uint32_t verb = at;
  while (verb < clause.sentence.end && verb - at < 3 && !is_verb_at(words, verb) &&
         has(words[verb], phrase::kPronoun | phrase::kAdverb)) {
    ++verb;
  }
  if (verb >= clause.sentence.end || !is_verb_at(words, verb)) return {};
  uint32_t last = verb + 1;
  bool figure = false;
  while (last < clause.sentence.end && last - at < kLongestSaid && !words[last].punctuation &&
         !has(words[last], phrase::kRelative) &&
         (!has(words[last], phrase::kConnective) || has(words[last], phrase::kAdverb))) {
    figure = figure || words[last].fact != kNoIndex;
    if (figure && !with_figures) return {};
    ++last;
  }
  if (!figure && !has_content(words, {at, last})) return {};
  return verb_text(clause, at, last);
}

}  // namespace cifra
