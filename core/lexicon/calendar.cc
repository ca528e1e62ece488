#include "core/lexicon/calendar.h"

#include "core/lexicon/word_list.h"

namespace cifra {
namespace {

struct NumberedWords {
  int number;
  std::string_view words;
};

constexpr NumberedWords kMonths[] = {
    {1, "gennaio gen genn"},   {2, "febbraio feb febb"}, {3, "marzo mar"},     {4, "aprile apr"},
    {5, "maggio mag magg"},    {6, "giugno giu giugn"},  {7, "luglio lug"},    {8, "agosto ago ag"},
    {9, "settembre set sett"}, {10, "ottobre ott"},      {11, "novembre nov"}, {12, "dicembre dic"},
};

constexpr std::string_view kDays =
    "primo due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici "
    "quindici sedici diciassette diciotto diciannove venti ventuno ventidue ventitre ventiquattro "
    "venticinque ventisei ventisette ventotto ventinove trenta trentuno";

constexpr NumberedWords kWeekdays[] = {
    {1,
     "lunedi martedi mercoledi giovedi venerdi sabato domenica lun mart merc mer gio giov ven sab "
     "dom"}};

constexpr NumberedWords kSeasons[] = {
    {3, "primavera"}, {6, "estate"}, {9, "autunno"}, {12, "inverno"}};

constexpr NumberedWords kPartsOfYear[] = {
    {2, "bimestre"}, {3, "trimestre"}, {4, "quadrimestre"}, {6, "semestre"}, {9, "novimestre"}};

constexpr NumberedWords kPeriods[] = {
    {2, "biennio"},    {3, "triennio"},  {4, "quadriennio"}, {5, "quinquennio lustro"},
    {6, "sessennio"},  {7, "settennio"}, {10, "decennio"},   {20, "ventennio"},
    {30, "trentennio"}};

constexpr NumberedWords kOrdinals[] = {{1, "primo prima primi prime i 1° 1º 1ª"},
                                       {2, "secondo seconda secondi seconde ii 2° 2º 2ª"},
                                       {3, "terzo terza terzi terze iii 3° 3º 3ª"},
                                       {4, "quarto quarta quarti quarte iv 4° 4º 4ª"},
                                       {5, "quinto quinta v 5° 5º 5ª"},
                                       {6, "sesto sesta vi 6° 6º 6ª"},
                                       {-1, "ultimo ultima ultimi ultime"}};

template <size_t kSize>
WordMap<int> map_of(const NumberedWords (&rows)[kSize]) {
  WordMap<int> result;
  for (const NumberedWords& row : rows) {
    for_each_word(row.words, [&](std::string_view word) { result[word] = row.number; });
  }
  return result;
}

std::optional<int> find(const WordMap<int>& map, std::string_view word) {
  const auto found = map.find(word);
  if (found == map.end()) return std::nullopt;
  return found->second;
}

const WordMap<int>& months() {
  static const WordMap<int> map = map_of(kMonths);
  return map;
}

const WordMap<int>& days() {
  static const WordMap<int> map = [] {
    WordMap<int> made;
    int day = 0;
    for_each_word(kDays, [&](std::string_view word) { made.emplace(word, ++day); });
    return made;
  }();
  return map;
}

const WordMap<int>& weekdays() {
  static const WordMap<int> map = map_of(kWeekdays);
  return map;
}

const WordMap<int>& seasons() {
  static const WordMap<int> map = map_of(kSeasons);
  return map;
}

const WordMap<int>& parts_of_year() {
  static const WordMap<int> map = map_of(kPartsOfYear);
  return map;
}

const WordMap<int>& periods() {
  static const WordMap<int> map = map_of(kPeriods);
  return map;
}

const WordMap<int>& ordinals() {
  static const WordMap<int> map = map_of(kOrdinals);
  return map;
}

}  // namespace

std::optional<int> month_named(std::string_view folded) { return find(months(), folded); }

bool is_short_month(std::string_view folded) {
  return folded.size() < 5 && month_named(folded).has_value();
}

std::optional<int> day_named(std::string_view folded) { return find(days(), folded); }

bool is_weekday(std::string_view folded) { return weekdays().contains(folded); }

std::optional<int> season_start(std::string_view folded) { return find(seasons(), folded); }

std::optional<int> part_of_year(std::string_view folded) { return find(parts_of_year(), folded); }

std::optional<int> years_of_period(std::string_view folded) { return find(periods(), folded); }

std::optional<int> small_ordinal(std::string_view folded) { return find(ordinals(), folded); }

std::vector<std::string_view> calendar_words() {
  std::vector<std::string_view> words;
  for (const auto* map :
       {&months(), &days(), &weekdays(), &seasons(), &parts_of_year(), &periods(), &ordinals()}) {
    for (const std::string_view word : map->words()) words.push_back(word);
  }
  return words;
}

int days_in_month(int year, int month) {
  constexpr int kLengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kLengths[month - 1];
}

}  // namespace cifra
