#include "core/link/nature.h"

#include <algorithm>

#include "core/lexicon/attribution.h"
#include "core/lexicon/phrase_role.h"
#include "core/lexicon/verbs.h"
#include "core/link/verb.h"

namespace cifra {
namespace {

constexpr std::string_view kMeasured = "what is measured";
constexpr std::string_view kVerb = "its verb";
constexpr std::string_view kTense = "the tense of its verb";

// The part of the sentence around the figure that no mark sets apart.
WordRange segment_of(const std::vector<LinkWord>& words, uint32_t first, uint32_t end) {
  static constexpr std::string_view kMarks[] = {";", ":", "–", "—", "«", "»",
                                                "“", "”", "(", ")", "\""};
  const WordRange sentence = sentence_of(words, first);
  const auto parts = [&](uint32_t i) {
    return words[i].fact == kNoIndex &&
           std::ranges::find(kMarks, words[i].folded) != std::end(kMarks);
  };
  WordRange segment{first, end};
  while (segment.begin > sentence.begin && !parts(segment.begin - 1)) --segment.begin;
  while (segment.end < sentence.end && !parts(segment.end)) ++segment.end;
  return segment;
}

// The verb before the figure, nearest first, else the next one after it; kNoIndex for none.
uint32_t verb_of(const std::vector<LinkWord>& words, WordRange segment, uint32_t first,
                 uint32_t end) {
  constexpr uint32_t kFar = 12;
  for (uint32_t i = first; i > segment.begin;) {
    --i;
    if (!is_verb_at(words, i)) continue;
    while (i > segment.begin && has(words[i - 1], phrase::kAuxiliary) && is_verb_at(words, i - 1)) {
      --i;
    }
    return i;
  }
  for (uint32_t i = end; i < segment.end && i - end < kFar; ++i) {
    if (words[i].fact != kNoIndex) break;
    if (is_verb_at(words, i)) return i;
  }
  return kNoIndex;
}

// "sono stati |registrati|", "ha |speso|": the participle of the verb at `verb`, or kNoIndex.
uint32_t participle_of(const std::vector<LinkWord>& words, WordRange segment, uint32_t verb) {
  for (uint32_t i = verb + 1; i < segment.end && i - verb < 5; ++i) {
    if (has(words[i], phrase::kAuxiliary | phrase::kAdverb)) continue;
    return has(words[i], phrase::kParticiple) ? i : kNoIndex;
  }
  return kNoIndex;
}

// "ha |speso|", "sono |stati| registrati", "furono accolte"; "è punito" and "sono previsti" are
// not.
bool is_past(const std::vector<LinkWord>& words, uint32_t verb, uint32_t participle) {
  const std::string& form = words[verb].folded;
  if (form == "ha" || form == "hanno" || form == "aveva" || form == "avevano" || form == "era" ||
      form == "erano" || form == "furono" || form == "fu" || form.starts_with("venn")) {
    return true;
  }
  if (is_intransitive(words[participle].folded)) return true;
  for (uint32_t i = verb + 1; i < participle; ++i) {
    if (words[i].folded.starts_with("stat")) return true;
  }
  return false;
}

bool ends_as_future(std::string_view word) {
  return word.ends_with("rà") || word.ends_with("ranno");
}

bool ends_as_conditional(std::string_view word) {
  return word.ends_with("rebbe") || word.ends_with("rebbero");
}

bool ends_as_past(std::string_view word) {
  return word.size() > 4 && (word.ends_with("ò") || word.ends_with("arono") ||
                             word.ends_with("irono") || word.ends_with("ettero"));
}

bool is_target(const std::vector<LinkWord>& words, WordRange segment, uint32_t verb) {
  for (uint32_t i = segment.begin; i < segment.end; ++i) {
    // "Target 2022", and not "il target 5-11 anni"
    if (words[i].folded == "target") {
      const bool year = i + 1 < segment.end && words[i + 1].folded.starts_with("20") &&
                        words[i + 1].folded.size() == 4;
      if (year) return true;
    } else if (is_target_cue(words[i].folded)) {
      return true;
    }
  }
  // "si deve", "si intende" owe and mean
  const bool reflexive = verb != kNoIndex && verb > segment.begin && words[verb - 1].folded == "si";
  return verb != kNoIndex && !reflexive && is_target_verb(words[verb].folded);
}

bool is_forecast(const std::vector<LinkWord>& words, WordRange segment, uint32_t verb) {
  for (uint32_t i = segment.begin; i < segment.end; ++i) {
    if (!is_forecast_cue(words[i].folded)) continue;
    // "pena |prevista dall'|articolo 3", "la norma |prevede|": what a law lays down
    const bool by = i + 1 < segment.end && has(words[i + 1], phrase::kPreposition) &&
                    words[i + 1].folded != "per" && words[i + 1].folded != "entro" &&
                    words[i + 1].folded != "in";
    const bool lays_down = words[i].folded.starts_with("preved") &&
                           (i == segment.begin || words[i - 1].folded != "si");
    if (!by && !lays_down) return true;
  }
  if (verb == kNoIndex) return false;
  return ends_as_future(words[verb].folded) || ends_as_conditional(words[verb].folded);
}

}  // namespace

Nature nature_of_subject(std::string_view subject) {
  constexpr size_t kHead = 3;  // words in which the head of the phrase stands
  size_t at = 0;
  for (size_t word = 0; word < kHead && at < subject.size(); ++word) {
    const size_t end = std::min(subject.find_first_of(" ,", at), subject.size());
    const std::string folded = fold_word(subject.substr(at, end - at));
    if (is_flow_noun(folded)) return Nature::kFlow;
    if (is_level_noun(folded)) return Nature::kLevel;
    at = end + 1;
  }
  return Nature::kUnknown;
}

NatureFound find_nature(const std::vector<LinkWord>& words, uint32_t first, uint32_t end,
                        const Figure& figure, std::string_view subject) {
  if (figure.change != Change::kNone) return {Nature::kChange, "the figure, which is a change"};
  if (figure.per == "a" || figure.per == "mo" || figure.per == "d")
    return {Nature::kFlow, "the time it is counted by"};
  const WordRange segment = segment_of(words, first, end);
  const uint32_t verb = verb_of(words, segment, first, end);
  if (is_target(words, segment, verb)) return {Nature::kTarget, "a word of aim in its clause"};
  if (is_forecast(words, segment, verb))
    return {Nature::kForecast, "a word of expectation or the future of its verb"};
  if (figure.kind == Kind::kDuration) return {};
  const Nature measured = nature_of_subject(subject);
  if (measured == Nature::kFlow) return {measured, kMeasured};
  if (verb == kNoIndex) {
    if (measured != Nature::kUnknown) return {measured, kMeasured};
    for (uint32_t i = segment.begin; i < segment.end; ++i) {
      if (is_flow_cue(words[i].folded)) return {Nature::kFlow, "a word of its clause"};
      if (is_level_cue(words[i].folded)) return {Nature::kLevel, "a word of its clause"};
    }
    return {};
  }
  if (words[verb].folded.starts_with("risult")) return {Nature::kLevel, kVerb};
  const uint32_t participle = participle_of(words, segment, verb);
  if (has(words[verb], phrase::kAuxiliary) && participle != kNoIndex) {
    if (is_stative_participle(words[participle].folded)) return {Nature::kLevel, kVerb};
    if (is_past(words, verb, participle)) return {Nature::kFlow, kTense};
    return {measured, kMeasured};  // "è punito": what a law lays down, or a state
  }
  if (ends_as_past(words[verb].folded)) return {Nature::kFlow, kTense};
  if (has(words[verb], phrase::kCopula) || is_level_cue(words[verb].folded))
    return {Nature::kLevel, kVerb};
  return {measured, kMeasured};
}

}  // namespace cifra
