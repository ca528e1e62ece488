#include "core/link/place.h"

#include <algorithm>

#include "core/lexicon/phrase_role.h"
#include "core/lexicon/places.h"
#include "core/lexicon/word_list.h"

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

// "Roma, 5 marzo 2020", "ROMA, 5/3/2020" at a block's begin or after a mark; "Lazio (372 su 378)"
// is none.
bool is_dateline(const std::vector<LinkWord>& words, uint32_t begin, uint32_t end) {
  if (end + 1 >= words.size() || (begin != 0 && !words[begin - 1].punctuation)) return false;
  if (begin == 0 && (words[end].folded == "-" || words[end].folded == "–")) return true;
  if (words[end].folded != "," && words[end].folded != "(") return false;
  constexpr uint32_t kFar = 6;  // "Roma, Sala Verde, 18 marzo 2022"
  for (uint32_t i = end + 1; i < words.size() && i - end < kFar; ++i) {
    if (has(words[i], phrase::kFiniteVerb)) return false;
    const bool month = i + 1 < words.size() && has(words[i + 1], phrase::kMonth);
    if (words[i].digits) return month || words[i].folded.find('/') != std::string::npos;
  }
  return false;
}

// Nouns of the state that stand before a place: "Comune di Roma", "Regione Lombardia".
bool is_territory(std::string_view word) {
  return has_word(
      "comune comuni città provincia province regione regioni stato stati repubblica area "
      "aree distretto zona capoluogo territorio isola asl asp prefettura questura popolazione",
      word);
}

// What is named after a place or has one in its name: "Banca di Roma", "via Milano".
bool opens_name(std::string_view word) {
  return has_word(
      "banca università politecnico ospedale tribunale corte istituto cassa fondazione "
      "aeroporto teatro museo festival fiera ateneo procura giornale corriere gazzetta "
      "trattato convenzione protocollo dichiarazione carta patto agenda processo accordo "
      "via viale piazza piazzale largo corso strada san santa sant' santo monte castel "
      "poste radio centro nord sud lo la",
      word);
}

bool is_all_capitals(std::string_view text, const LinkWord& word) {
  const std::string_view written = word.span.of(text);
  return written.size() > 1 &&
         std::ranges::none_of(written, [](char c) { return c >= 'a' && c <= 'z'; });
}

// Whether the place's words are a part of a longer name or of an address: "Banca di Roma", "via
// Milano", "00185 Roma", "Italia domani", "Mario Roma".
bool in_longer_name(std::string_view text, const std::vector<LinkWord>& words, uint32_t begin,
                    uint32_t end) {
  const bool shouted = is_all_capitals(text, words[begin]);
  if (end < words.size() && !words[end].punctuation) {
    const LinkWord& after = words[end];
    if (words[begin].folded == "italia" && has_word("domani digitale viva", after.folded))
      return true;
    const bool goes_on =
        after.capital && !after.sentence_start && !shouted &&
        !has_word("capitale est ovest nord sud centro comune regione", after.folded);
    if (goes_on && !place_named(after.folded) &&
        !has(after, phrase::kArticle | phrase::kPreposition)) {
      return true;
    }
  }
  if (begin == 0 || words[begin].sentence_start) return false;
  const LinkWord& before = words[begin - 1];
  if (before.digits) return before.folded.size() == 5;  // a postcode
  if (before.punctuation) return false;
  if (!has(before, phrase::kOf)) {
    if (opens_name(before.folded) && !has(before, phrase::kArticle)) return true;
    return before.capital && !before.sentence_start && !shouted && !is_territory(before.folded) &&
           before.roles == 0 && !place_named(before.folded);
  }
  if (begin == 1) return false;
  const LinkWord& head = words[begin - 2];
  if (opens_name(head.folded)) return true;
  return head.capital && !head.sentence_start && !shouted && head.roles == 0 &&
         !is_territory(head.folded) && !place_named(head.folded);
}

// Whether an adjective says of what place its noun is: "porti italiani", "livello nazionale"; not
// "in italiano", "Fondo sanitario nazionale".
bool says_where(const std::vector<LinkWord>& words, uint32_t at) {
  if (at == 0) return false;
  const LinkWord& before = words[at - 1];
  if (words[at].folded.starts_with("nazional")) {
    return has_word(
        "livello territorio scala base ambito media popolazione suolo totale dato quella "
        "quello quelli quelle produzione domanda consumo consumi economia",
        before.folded);
  }
  if (before.folded == "in" || before.folded == "non" || before.punctuation) return false;
  return !has_word("lingua cittadinanza nazionalità origine traduzione versione", before.folded);
}

// "in provincia di Padova", "Province autonome di Trento e di Bolzano"
bool after_province(const std::vector<LinkWord>& words, uint32_t at) {
  constexpr uint32_t kFar = 6;
  for (uint32_t i = at; i > 0 && at - i < kFar;) {
    --i;
    if (words[i].folded.starts_with("provinc")) return true;
    const bool link = has(words[i], phrase::kOf | phrase::kConjunction) || words[i].folded == "," ||
                      words[i].folded.starts_with("autonom") || place_named(words[i].folded);
    if (!link) return false;
  }
  return false;
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
        if (after_province(words, i)) place = province_named(name);
        if (!place) place = place_named(name);
        if (!place) continue;
        const bool whole_text = i == 0 && end == size;  // a table's head, a label
        if (is_also_common_word(name) && !whole_text &&
            (word.sentence_start || (i > 0 && words[i - 1].punctuation && word.roles != 0))) {
          continue;
        }
        if (name == "paese" && i > 0 &&
            has_word("altro nessun ogni un quale", words[i - 1].folded)) {
          continue;
        }
        if (in_longer_name(text, words, i, end)) {
          i = end - 1;  // nor is a part of it a place
          break;
        }
        found = {place->code, words_text(text, words, {i, end}), false, i, end};
      }
    }
    // "nel Modenese", "gli sfollati modenesi", but not Mario Francese.
    const bool territory = i > 0 && has(words[i - 1], phrase::kPreposition);
    if (found.code.empty() && (!word.capital || territory) && says_where(words, i)) {
      if (auto place = place_of_adjective(word.folded)) {
        std::string name = name_of_place(place->code);
        if (name.empty()) name = word.span.of(text);
        found = {place->code, std::move(name), true, i, i + 1};
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
  constexpr uint32_t kFarthest = 200;  // words; a list may be one sentence
  WordRange sentence = sentence_of(words, first);
  if (first > sentence.begin + kFarthest) sentence.begin = first - kFarthest;
  sentence.end = std::min(sentence.end, end + kFarthest);
  const NamedPlace* best = nullptr;
  uint32_t best_cost = UINT32_MAX;
  const auto first_of_sentence =
      std::ranges::lower_bound(places, sentence.begin, {}, &NamedPlace::begin);
  for (const NamedPlace& place : std::ranges::subrange(first_of_sentence, places.end())) {
    if (place.begin >= sentence.end) break;
    const bool before = place.end <= first;
    const uint32_t from = before ? place.end : end;
    const uint32_t to = before ? first : place.begin;
    uint32_t cost = to > from ? to - from : 0;
    // "Padova (335)", "Campania (N=30.566)"
    const bool only_bracket = before && to > from && to <= from + 4 && words[from].folded == "(";
    for (uint32_t i = from; i < to; ++i) {
      if (words[i].punctuation) cost += kMarkCost;
      if (words[i].fact != kNoIndex) cost += kFigureCost;
      if (has(words[i], phrase::kFiniteVerb)) cost += 1;
    }
    if (place.code == "IT" || place.adjective) cost += kCountryCost;
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
  std::erase_if(places, [](const NamedPlace& place) { return place.adjective; });
  const auto local =
      std::ranges::find_if(places, [](const NamedPlace& p) { return p.code != "IT"; });
  if (local != places.end()) return *local;
  return places.empty() ? NamedPlace{} : places.front();
}

NamedPlace place_in_head(std::string_view head) {
  constexpr std::string_view kParts = " / ";
  bool inner_seen = false;
  while (!head.empty()) {
    const size_t part = head.rfind(kParts);
    const size_t begin = part == std::string_view::npos ? 0 : part + kParts.size();
    NamedPlace place = place_in(head.substr(begin));
    if (!place.code.empty()) {
      const auto province = inner_seen ? province_named(fold_word(place.name)) : std::nullopt;
      if (province) place.code = province->code;
      return place;
    }
    inner_seen = true;
    head = head.substr(0, part == std::string_view::npos ? 0 : part);
  }
  return {};
}

}  // namespace cifra
