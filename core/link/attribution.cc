#include "core/link/attribution.h"

#include <algorithm>

#include "core/lexicon/attribution.h"
#include "core/lexicon/phrase_role.h"
#include "core/link/noun_phrase.h"
#include "core/link/verb.h"

namespace cifra {
namespace {

constexpr uint32_t kLongestName = 9;  // words of "presidente della Conferenza delle Regioni …"

bool is_name_like(const std::vector<LinkWord>& words, WordRange phrase) {
  for (uint32_t i = phrase.begin; i < phrase.end; ++i) {
    if (words[i].capital && !words[i].sentence_start && !has(words[i], phrase::kArticle))
      return true;
    if (is_title(words[i].folded)) return true;
  }
  return false;
}

// A name that begins at `start`: titles, capitals and what links them ("ministra per il Sud
// Rossi").
WordRange name_from(const std::vector<LinkWord>& words, uint32_t start, uint32_t limit) {
  uint32_t begin = start;
  while (begin < limit && has(words[begin], phrase::kArticle)) ++begin;
  uint32_t end = begin, i = begin;
  bool title = false;
  for (; i < limit && i - begin < kLongestName; ++i) {
    const LinkWord& word = words[i];
    if (word.fact != kNoIndex || word.digits) break;
    // "il presidente, Mario Rossi, …": the name after the office.
    if (word.folded == "," && title && i + 1 < limit && words[i + 1].capital && i == end) continue;
    if (word.punctuation) break;
    const bool named = word.capital || is_title(word.folded);
    if (named) {
      title = title || is_title(word.folded);
      end = i + 1;
      continue;
    }
    const bool link = has(word, phrase::kPreposition | phrase::kArticle | phrase::kConjunction);
    if (!link && !(title && i == end && !is_verb_at(words, i))) break;
    if (!link) end = i + 1;  // "direttore generale"
  }
  return {begin, end};
}

std::string name_text(std::string_view text, const std::vector<LinkWord>& words, WordRange name) {
  if (name.empty() || !is_name_like(words, name)) return {};
  return words_text(text, words, name);
}

// "secondo l'Istat", "stando alla Corte dei conti", "Fonte: Terna".
std::string named_source(std::string_view text, const std::vector<LinkWord>& words,
                         WordRange sentence) {
  for (uint32_t i = sentence.begin; i + 1 < sentence.end; ++i) {
    uint32_t start = kNoIndex;
    if (words[i].folded == "secondo") start = i + 1;
    if (words[i].folded == "stando" ||
        (words[i].folded == "detta" && i > 0 && words[i - 1].folded == "a")) {
      start = i + 2;
    }
    if ((words[i].folded == "fonte" || words[i].folded == "fonti") && words[i + 1].folded == ":") {
      start = i + 2;
    }
    if (start == kNoIndex || start >= sentence.end) continue;
    static constexpr std::string_view kVia[] = {
        "i",        "gli",   "le",           "la",     "il",    "dati", "stime", "dato",
        "del",      "dell'", "della",        "degli",  "delle", "di",   "dello", "quanto",
        "rapporto", "stima", "elaborazioni", "report", "nota",  "l'"};
    while (start < sentence.end && !words[start].capital &&
           std::ranges::find(kVia, words[start].folded) != std::end(kVia)) {
      ++start;
    }
    const WordRange name = name_from(words, start, sentence.end);
    if (std::string said = name_text(text, words, name); !said.empty()) return said;
  }
  return {};
}

// "ha detto il ministro Rossi", "il ministro Rossi ha detto".
std::string sayer(std::string_view text, const std::vector<LinkWord>& words, WordRange range) {
  for (uint32_t i = range.begin; i < range.end; ++i) {
    if (!is_saying_verb(words[i].folded)) continue;
    const bool participle =
        has(words[i], phrase::kParticiple) && !has(words[i], phrase::kFiniteVerb);
    const bool after_article =
        i > range.begin && has(words[i - 1], phrase::kArticle | phrase::kPreposition);
    if (after_article) continue;
    uint32_t verb = i;
    if (participle) {
      if (i == range.begin) continue;
      const std::string& auxiliary = words[i - 1].folded;
      if (auxiliary != "ha" && auxiliary != "hanno" && auxiliary != "aveva") continue;
      verb = i - 1;
    }
    if (i + 1 < range.end) {
      const WordRange name = name_from(words, i + 1, range.end);
      const bool close = name.begin <= i + 2;
      if (close) {
        if (std::string said = name_text(text, words, name); !said.empty()) return said;
      }
    }
    uint32_t end = verb;
    while (end > range.begin && (has(words[end - 1], phrase::kPronoun | phrase::kAdverb) ||
                                 words[end - 1].folded == ",")) {
      --end;
    }
    const WordRange before = subject_before(words, end, range.begin);
    if (before.empty() || before.end - before.begin > kLongestName) continue;
    const bool name = words[before.begin].capital || is_title(words[before.begin].folded);
    if (name) return words_text(text, words, before);
  }
  return {};
}

// The words between « and » around `at`; empty when it stands in no quotation.
WordRange quotation_around(const std::vector<LinkWord>& words, uint32_t at) {
  uint32_t begin = at;
  while (begin > 0 && words[begin].folded != "«" && words[begin].folded != "“") {
    if (words[begin].folded == "»" || words[begin].folded == "”") return {};
    --begin;
  }
  if (words[begin].folded != "«" && words[begin].folded != "“") return {};
  uint32_t end = at;
  while (end < words.size() && words[end].folded != "»" && words[end].folded != "”") ++end;
  return {begin, std::min(end + 1, static_cast<uint32_t>(words.size()))};
}

// "PRESIDENTE. Buonasera", "MINISTRA: …": the turn of an interview or a debate.
std::string turn_label(std::string_view text, const std::vector<LinkWord>& words) {
  for (uint32_t i = 0; i < words.size() && i < 5; ++i) {
    const bool mark = words[i].folded == "." || words[i].folded == ":";
    if (mark && i > 0) {  // an office, and not any line in capitals
      return is_title(words[0].folded) ? words_text(text, words, {0, i}) : std::string();
    }
    const std::string_view word = words[i].span.of(text);
    if (!words[i].capital || words[i].folded == word) return {};
    for (char c : word) {
      if (c >= 'a' && c <= 'z') return {};
    }
  }
  return {};
}

}  // namespace

std::string find_speaker(std::string_view text, const std::vector<LinkWord>& words, uint32_t at) {
  const WordRange sentence = sentence_of(words, at);
  if (std::string source = named_source(text, words, sentence); !source.empty()) return source;
  const WordRange quotation = quotation_around(words, at);
  if (!quotation.empty()) {
    const WordRange rest{quotation.end, static_cast<uint32_t>(words.size())};
    if (std::string said = sayer(text, words, rest); !said.empty()) return said;
    if (std::string said = sayer(text, words, {0, quotation.begin}); !said.empty()) return said;
  } else if (std::string said = sayer(text, words, sentence); !said.empty()) {
    return said;
  }
  return turn_label(text, words);
}

Nature find_nature(const std::vector<LinkWord>& words, uint32_t first, uint32_t end,
                   const Figure& figure) {
  if (figure.change != Change::kNone) return Nature::kChange;
  if (figure.per == "a" || figure.per == "mo" || figure.per == "d") return Nature::kFlow;
  const WordRange sentence = sentence_of(words, first);
  // The clause: up to a full stop of its own (";", ":") on either side.
  WordRange clause{first, end};
  const auto parts = [&](uint32_t i) { return words[i].folded == ";" || words[i].folded == ":"; };
  while (clause.begin > sentence.begin && !parts(clause.begin - 1)) --clause.begin;
  while (clause.end < sentence.end && !parts(clause.end)) ++clause.end;
  const auto any = [&](bool (*cue)(std::string_view)) {
    for (uint32_t i = clause.begin; i < clause.end; ++i) {
      if (cue(words[i].folded)) return true;
    }
    return false;
  };
  bool future = false;
  for (uint32_t i = clause.begin; i < clause.end; ++i) {
    const std::string& word = words[i].folded;
    future = future || (is_verb_at(words, i) && (word.ends_with("rà") || word.ends_with("ranno")));
  }
  if (any(is_target_cue)) return Nature::kTarget;
  if (any(is_forecast_cue) || future) return Nature::kForecast;
  if (any(is_flow_cue)) return Nature::kFlow;
  if (any(is_level_cue)) return Nature::kLevel;
  return Nature::kUnknown;
}

}  // namespace cifra
