#include "core/link/adverbial.h"

#include <algorithm>

#include "core/lexicon/phrase_role.h"

namespace cifra {
namespace {

bool is_time_word(const LinkWord& word) {
  return word.fact == kNoIndex && (word.digits || has(word, phrase::kMonth | phrase::kTimeNoun) ||
                                   word.folded == "°" || word.folded == "º" || word.folded == "ª");
}

// What may stand between the words of a date or a period: "|del| 2023", "mesi |scorsi|".
bool joins_times(const LinkWord& word) {
  static constexpr std::string_view kWords[] = {"scorso", "scorsa",   "scorsi", "scorse",
                                                "corso",  "corrente", "quarto", "secondo",
                                                "terzo",  "solo",     "sola",   "intero"};
  return has(word, phrase::kOf | phrase::kDeterminer | phrase::kArticle) ||
         std::ranges::find(kWords, word.folded) != std::end(kWords);
}

// The end of a complement of time or place whose preposition is at `at`, or `at`.
uint32_t complement_end(const std::vector<LinkWord>& words, uint32_t at, uint32_t end) {
  uint32_t i = at + 1;
  while (i < end && has(words[i], phrase::kArticle | phrase::kDeterminer | phrase::kPreposition) &&
         !is_time_word(words[i]) && !words[i].place) {
    ++i;
  }
  uint32_t last = i;
  if (i < end && words[i].place) {
    while (last < end && words[last].place) ++last;
    return last;
  }
  for (; i < end; ++i) {
    // "tra marzo |e| settembre", "fra il 2014 |e| il 2021"
    const bool coordinated =
        has(words[i], phrase::kConjunction) &&
        ((i + 1 < end && is_time_word(words[i + 1])) ||
         (i + 2 < end && has(words[i + 1], phrase::kArticle) && is_time_word(words[i + 2])));
    if (!is_time_word(words[i]) && !joins_times(words[i]) && !coordinated) break;
    if (is_time_word(words[i])) last = i + 1;
  }
  if (last > at + 1 && is_time_word(words[last - 1])) {
    // "alla data |di| entrata in vigore"
    const bool complement = last < end && has(words[last], phrase::kOf) && !words[last - 1].digits;
    return complement ? at : last;
  }
  const bool light = last < end && has(words[last], phrase::kLightNoun) &&
                     (last + 1 == end || words[last + 1].punctuation ||
                      has(words[last + 1], phrase::kArticle | phrase::kPreposition));
  return light && (last + 1 == end || !has(words[last + 1], phrase::kOf)) ? last + 1 : at;
}

}  // namespace

uint32_t skip_adverbials(const std::vector<LinkWord>& words, uint32_t begin, uint32_t end) {
  while (begin < end) {
    const LinkWord& word = words[begin];
    const bool between = word.folded == "," || has(word, phrase::kAdverb | phrase::kConjunction);
    if (has(word, phrase::kPreposition) && !has(word, phrase::kOf)) {
      const uint32_t after = complement_end(words, begin, end);
      if (after == begin) break;
      begin = after;
    } else if (between && begin + 1 < end && has(words[begin + 1], phrase::kPreposition) &&
               !has(words[begin + 1], phrase::kOf) &&
               complement_end(words, begin + 1, end) > begin + 1) {
      begin = complement_end(words, begin + 1, end);
    } else {
      break;
    }
  }
  return begin;
}

bool is_time_or_place(const std::vector<LinkWord>& words, WordRange phrase) {
  constexpr uint32_t kLight = phrase::kPreposition | phrase::kArticle | phrase::kDeterminer |
                              phrase::kConjunction | phrase::kAdverb;
  bool said = false;
  for (uint32_t i = phrase.begin; i < phrase.end; ++i) {
    const bool when_or_where = is_time_word(words[i]) || words[i].place;
    if (!when_or_where && !has(words[i], kLight) && !words[i].punctuation) return false;
    said = said || when_or_where;
  }
  return said;
}

uint32_t before_light_complement(const std::vector<LinkWord>& words, uint32_t end, uint32_t limit) {
  if (end <= limit + 1 || !has(words[end - 1], phrase::kLightNoun)) return end;
  uint32_t i = end - 1;
  while (i > limit && has(words[i - 1], phrase::kArticle | phrase::kDeterminer)) --i;
  const bool opens =
      i > limit && has(words[i - 1], phrase::kPreposition) && !has(words[i - 1], phrase::kOf);
  return opens ? i - 1 : end;
}

}  // namespace cifra
