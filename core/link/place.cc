#include "core/link/place.h"

#include <algorithm>

#include "core/lexicon/phrase_role.h"
#include "core/lexicon/places.h"

namespace cifra {
namespace {

std::string joined(const std::vector<LinkWord>& words, uint32_t begin, uint32_t end) {
  std::string name;
  for (uint32_t i = begin; i < end; ++i) {
    const bool glued = !name.empty() && name.ends_with('\'');
    if (i > begin && !glued) name += ' ';
    name += words[i].folded;
  }
  return name;
}

// "Roma, 5 marzo 2020", "ROMA, 5/3/2020" at a block's begin; "Lazio (372 su 378)" is none.
bool is_dateline(const std::vector<LinkWord>& words, uint32_t begin, uint32_t end) {
  if (begin != 0 || end + 1 >= words.size()) return false;
  if (words[end].folded != "," && words[end].folded != "(") return false;
  const LinkWord& day = words[end + 1];
  const bool month = end + 2 < words.size() && has(words[end + 2], phrase::kMonth);
  return day.digits && (month || day.folded.find('/') != std::string::npos);
}

}  // namespace

std::vector<NamedPlace> find_places(std::string_view text, const std::vector<LinkWord>& words) {
  std::vector<NamedPlace> places;
  const uint32_t size = static_cast<uint32_t>(words.size());
  for (uint32_t i = 0; i < size; ++i) {
    const LinkWord& word = words[i];
    if (word.punctuation || word.digits) continue;
    NamedPlace found;
    if (word.capital) {
      for (uint32_t end = std::min(size, i + kPlaceWords); end > i && found.code.empty(); --end) {
        const std::string name = joined(words, i, end);
        std::optional<CodedPlace> place;
        const bool province = i >= 2 && words[i - 2].folded.starts_with("provinc");
        if (province) place = province_named(name);
        if (!place) place = place_named(name);
        if (!place) continue;
        const bool whole_text = i == 0 && end == size;  // a table's head, a label
        if (is_also_common_word(name) && !whole_text &&
            (word.sentence_start || (i > 0 && words[i - 1].punctuation && word.roles != 0))) {
          continue;
        }
        found = {place->code, words_text(text, words, {i, end}), i, end};
      }
    }
    // "nel Modenese", "gli sfollati modenesi", but not Mario Francese.
    const bool territory = i > 0 && has(words[i - 1], phrase::kPreposition);
    if (found.code.empty() && (!word.capital || territory)) {
      if (auto place = place_of_adjective(word.folded)) {
        found = {place->code, std::string(word.span.of(text)), i, i + 1};
      }
    }
    if (found.code.empty() || is_dateline(words, found.begin, found.end)) continue;
    i = found.end - 1;
    places.push_back(std::move(found));
  }
  return places;
}

NamedPlace place_of_figure(const std::vector<LinkWord>& words,
                           const std::vector<NamedPlace>& places, uint32_t first, uint32_t end) {
  constexpr uint32_t kMarkCost = 6, kFigureCost = 8, kCountryCost = 4;
  const WordRange sentence = sentence_of(words, first);
  const NamedPlace* best = nullptr;
  uint32_t best_cost = UINT32_MAX;
  for (const NamedPlace& place : places) {
    if (place.begin < sentence.begin || place.begin >= sentence.end) continue;
    const bool before = place.end <= first;
    const uint32_t from = before ? place.end : end;
    const uint32_t to = before ? first : place.begin;
    uint32_t cost = to > from ? to - from : 0;
    bool only_bracket = before && to == from + 1 && words[from].folded == "(";
    for (uint32_t i = from; i < to; ++i) {
      if (words[i].punctuation) cost += kMarkCost;
      if (words[i].fact != kNoIndex) cost += kFigureCost;
      if (has(words[i], phrase::kFiniteVerb)) cost += 1;
    }
    if (place.code == "IT") cost += kCountryCost;
    if (only_bracket) cost = 0;
    if (cost < best_cost) {
      best_cost = cost;
      best = &place;
    }
  }
  return best == nullptr ? NamedPlace{} : *best;
}

NamedPlace place_in(std::string_view text) {
  const Span all{0, static_cast<uint32_t>(text.size())};
  const std::vector<LinkWord> words = split_words(text, all, {}, 0, 0);
  std::vector<NamedPlace> places = find_places(text, words);
  const auto local =
      std::ranges::find_if(places, [](const NamedPlace& p) { return p.code != "IT"; });
  if (local != places.end()) return *local;
  return places.empty() ? NamedPlace{} : places.front();
}

}  // namespace cifra
