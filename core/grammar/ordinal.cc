// Ordinals: "42°", "1ª", "122^", "secondo", "quattordicesimo", "XIX".
//
// A fraction is none ("un terzo dei comuni", "tre quarti"), nor are degrees ("25 °C") or "secondo
// l'Istat".

#include "core/grammar/no_fact.h"
#include "core/grammar/noun_phrase.h"
#include "core/lexicon/calendar.h"
#include "core/lexicon/reference_cue.h"
#include "core/lexicon/word_list.h"

namespace cifra {
namespace {

// The value of a Roman numeral of up to 39, or with L and C when it is longer; 0 when it is none.
int roman(std::string_view folded) {
  int total = 0;
  int highest = 1000;
  std::string_view rest = folded;
  struct Digit {
    std::string_view letters;
    int value;
  };
  static constexpr Digit kDigits[] = {{"c", 100}, {"xc", 90}, {"l", 50}, {"xl", 40}, {"x", 10},
                                      {"ix", 9},  {"v", 5},   {"iv", 4}, {"i", 1}};
  int repeats = 0;
  while (!rest.empty()) {
    const Digit* found = nullptr;
    for (const Digit& digit : kDigits) {
      if (rest.starts_with(digit.letters)) {
        found = &digit;
        break;
      }
    }
    if (found == nullptr || found->value > highest) return 0;
    repeats = found->value == highest ? repeats + 1 : 1;
    const bool repeatable = found->letters.size() == 1 && found->value != 5 && found->value != 50;
    if (repeats > (repeatable ? 3 : 1)) return 0;
    if (found->letters.size() == 2 && highest < found->value * 10 / 9 && highest != 1000) return 0;
    highest = found->value;
    total += found->value;
    rest.remove_prefix(found->letters.size());
  }
  return total;
}

struct OrdinalRow {
  std::string_view stem;
  int value;
};
constexpr OrdinalRow kStems[] = {{"prim", 1},  {"second", 2}, {"terz", 3},   {"quart", 4},
                                 {"quint", 5}, {"sest", 6},   {"settim", 7}, {"ottav", 8},
                                 {"non", 9},   {"decim", 10}};
// What stands before "-esimo" without its last vowel.
constexpr OrdinalRow kHigherStems[] = {
    {"undic", 11},   {"dodic", 12},      {"tredic", 13},    {"quattordic", 14},  {"quindic", 15},
    {"sedic", 16},   {"diciassett", 17}, {"diciott", 18},   {"diciannov", 19},   {"vent", 20},
    {"ventun", 21},  {"ventidu", 22},    {"ventitre", 23},  {"ventiquattr", 24}, {"venticinqu", 25},
    {"ventise", 26}, {"ventisei", 26},   {"ventisett", 27}, {"ventott", 28},     {"ventinov", 29},
    {"trent", 30},   {"trentun", 31},    {"quarant", 40},   {"cinquant", 50},    {"sessant", 60},
    {"settant", 70}, {"ottant", 80},     {"novant", 90},    {"cent", 100},       {"millesim", 1000},
    {"mill", 1000}};

int ordinal_word(std::string_view folded) {
  static const WordMap<int> words = [] {
    WordMap<int> made;
    for (const OrdinalRow& row : kStems) made.emplace(row.stem, row.value);
    return made;
  }();
  if (folded.size() < 4) return 0;
  const char last = folded.back();
  if (last != 'o' && last != 'a' && last != 'i' && last != 'e') return 0;
  std::string_view stem = folded.substr(0, folded.size() - 1);
  if (!stem.ends_with("esim")) {
    const auto found = words.find(stem);
    return found == words.end() ? 0 : found->second;
  }
  stem.remove_suffix(4);
  for (const OrdinalRow& row : kHigherStems) {
    if (stem == row.stem) return row.value;
  }
  return 0;
}

NoFact ordinal_found(uint32_t last, int value, std::string_view rule) {
  return {last, Kind::kOrdinal, Decimal(value), "", rule};
}

// "42°", "1ª", "122^", "3 º"; not degrees.
std::optional<NoFact> by_sign(const Tokens& tokens, uint32_t at) {
  const std::string_view digits = tokens[at].folded;
  const bool grouped = digits.find(',') == std::string_view::npos;
  if (!grouped || !is_glued(tokens, at + 1)) return std::nullopt;
  const Token& sign = tokens[at + 1];
  const bool marked = sign.is("\u00B0") || sign.is("\u00AA") || sign.is("^");
  const bool suffix = sign.is("esimo") || sign.is("esima") || sign.is("mo") || sign.is("ma");
  if (!marked && !suffix) return std::nullopt;
  const uint32_t after = at + 2;
  if (sign.is("\u00B0")) {
    if (tokens.is(after, "c") || tokens.is(after, "f") || tokens.is(after, "k"))
      return std::nullopt;
    if (is_numeral_at(tokens, after) || tokens.is(after, "'")) return std::nullopt;
    // "a 360°", "temperature fino a 40°"
    if (at > 0 && tokens.is(at - 1, "a") && tokens.is(at, "360")) return std::nullopt;
    for (uint32_t back = 1; back <= 12 && back <= at; ++back) {
      if (tokens[at - back].folded.starts_with("temperatur") || tokens.is(at - back, "febbre") ||
          tokens.is(at - back, "latitudine") || tokens.is(at - back, "longitudine")) {
        return std::nullopt;
      }
    }
  }
  const auto value = integer_at(tokens, at);
  return ordinal_found(after, value.value_or(0), "ordinal.sign");
}

bool before_is_number(const Tokens& tokens, uint32_t at) {
  if (at == 0) return false;
  const Token& before = tokens[at - 1];
  return before.is_numeral() || (has_trait(before, kSmallNumberWord) && !before.is("una"));
}

// "il secondo trimestre", "quattordicesimo giorno"; "un terzo bando" but not "un terzo dei bandi".
std::optional<NoFact> in_words(const Tokens& tokens, uint32_t at) {
  if (!has_trait(tokens[at], kOrdinalWord)) return std::nullopt;
  const int value = ordinal_word(tokens[at].folded);
  const std::string_view word = tokens[at].folded;
  const uint32_t after = at + 1;
  const bool noun_after =
      is_word_at(tokens, after) && !tokens[after].starts_sentence && is_noun(tokens, after);
  const bool fraction_stem = value >= 3;
  const bool single = at > 0 && (tokens.is(at - 1, "un") || tokens.is(at - 1, "mezzo"));
  if (fraction_stem && single && !noun_after) return std::nullopt;
  if (fraction_stem && before_is_number(tokens, at) && !single) return std::nullopt;
  if (fraction_stem && at > 1 && tokens.is(at - 1, "e") && word.ends_with('o') && !noun_after) {
    return std::nullopt;  // "due milioni e un quarto", "tre e un terzo"
  }
  if (value == 2) {
    // seconds, "secondo l'Istat", "al secondo"
    if (word == "secondi" || word == "secondo") {
      const bool determined =
          at > 0 && (classes_at(tokens, at - 1) & (kArticle | kWithArticle | kPronoun)) != 0;
      if (!determined || !noun_after) return std::nullopt;
    }
  }
  if (word == "prima" || word == "primi" || word == "prime" || word == "nona" || word == "none" ||
      word == "noni" || word == "nono" || word == "quarti" || word == "terzi") {
    if (!noun_after) return std::nullopt;
  }
  return ordinal_found(after, value, "ordinal.word");
}

}  // namespace

int roman_ordinal(std::string_view folded) {
  if (folded.size() < 2 || folded.size() > 7) return 0;
  const int value = roman(folded);
  // "VI", "LI", "CI", "XL" in a line of capitals are words
  const bool trusted = value < 40 && folded != "vi";
  return trusted || (folded.size() > 2 && folded != "vili") ? value : 0;
}

bool is_ordinal_word(std::string_view folded) { return ordinal_word(folded) != 0; }

std::vector<std::string> ordinal_words() {
  std::vector<std::string> words;
  for (const char last : {'o', 'a', 'i', 'e'}) {
    for (const OrdinalRow& row : kStems) words.push_back(std::string(row.stem) + last);
    for (const OrdinalRow& row : kHigherStems) {
      words.push_back(std::string(row.stem) + "esim" + last);
    }
  }
  return words;
}

std::optional<NoFact> match_ordinal(const Stretch& stretch, uint32_t at) {
  const Tokens& tokens = stretch.tokens;
  const Token& token = tokens[at];
  if (token.is_numeral()) return by_sign(tokens, at);
  if (!token.is_word()) return std::nullopt;
  if (token.all_capitals) {
    const int value = roman_ordinal(token.folded);
    if (value > 0) return ordinal_found(at + 1, value, "ordinal.roman");
  }
  return in_words(tokens, at);
}

}  // namespace cifra
