// Numbers against oracles: ICU writes them out and the grammar reads them back; a slow and obvious
// reader of numerals agrees with the fast one; a word list holds no false number word; and what
// does not change a number's meaning does not change its reading.

#include <gtest/gtest.h>
#include <unicode/rbnf.h>

#include <fstream>
#include <random>
#include <string>

#include "core/grammar/number_word.h"
#include "core/grammar/numeral.h"
#include "core/grammar/recogniser.h"
#include "core/text/folding.h"

namespace cifra {
namespace {

// Writes numbers out in one of ICU's Italian forms.
class Speller {
 public:
  explicit Speller(const char* form) : rules_(make()) {
    UErrorCode status = U_ZERO_ERROR;
    rules_.setDefaultRuleSet(form, status);
    EXPECT_TRUE(U_SUCCESS(status)) << form;
  }

  // UTF-8, without the soft hyphens ICU puts between the parts.
  std::string spell(int64_t number) const {
    icu::UnicodeString words;
    rules_.format(number, words);
    words.findAndReplace(icu::UnicodeString(static_cast<UChar32>(0x00AD)), icu::UnicodeString());
    std::string out;
    words.toUTF8String(out);
    return out;
  }

 private:
  static icu::RuleBasedNumberFormat make() {
    UErrorCode status = U_ZERO_ERROR;
    icu::RuleBasedNumberFormat rules(icu::URBNF_SPELLOUT, icu::Locale("it"), status);
    EXPECT_TRUE(U_SUCCESS(status));
    return rules;
  }
  icu::RuleBasedNumberFormat rules_;
};

const char* const kForms[] = {"%spellout-cardinal-masculine", "%spellout-cardinal-feminine",
                              "%spellout-numbering"};

TEST(NumberOracle, ReadsBackAllNumbersBelowAMillion) {
  for (const char* form : kForms) {
    const Speller speller(form);
    int wrong = 0;
    for (int64_t number = 1; number < 1000000 && wrong < 10; ++number) {
      const std::string words = fold(speller.spell(number));
      const auto read = compose_number_word(words);
      if (read == number) continue;
      ++wrong;
      ADD_FAILURE() << form << ": " << words << " is " << number << ", not "
                    << (read ? std::to_string(*read) : "nothing");
    }
  }
}

TEST(NumberOracle, ReadsBackBigNumbers) {
  std::mt19937_64 random(20210120);
  for (const char* form : kForms) {
    const Speller speller(form);
    for (int i = 0; i < 1500; ++i) {
      int64_t most = 1000000;
      for (int j = static_cast<int>(random() % 10); j > 0; --j) most *= 10;
      const int64_t number = 1000000 + static_cast<int64_t>(random() % static_cast<uint64_t>(most));
      if (number >= 1000000000000000) continue;
      const std::string words = speller.spell(number) + " persone";
      const std::vector<Figure> figures = recognise(words);
      ASSERT_EQ(figures.size(), 1U) << form << ": " << words;
      EXPECT_EQ(figures[0].value.to_string(), std::to_string(number)) << form << ": " << words;
    }
  }
}

TEST(NumberOracle, FindsNoFalseNumberInAWordList) {
  std::ifstream list("/usr/share/dict/italian");
  if (!list) GTEST_SKIP() << "install the package witalian";
  const Speller speller("%spellout-numbering");
  int numbers = 0;
  for (std::string word; std::getline(list, word);) {
    const std::string folded = fold(word);
    const auto read = compose_number_word(folded);
    if (!read || folded == "un'" || folded == "zero") continue;
    ++numbers;
    // What is read must be spelled so, but for its last vowel and its gender.
    const std::string spelled = fold(speller.spell(*read));
    const std::string stem = folded.substr(0, folded.size() - 1);
    EXPECT_TRUE(spelled.starts_with(stem) || folded.starts_with(spelled)) << word << " " << *read;
  }
  EXPECT_GT(numbers, 30);
}

// Every reading of a spelling, by trying: groups of three or none, one decimal mark or none.
std::string slow_reading(const std::string& spelling) {
  const auto all_digits = [](const std::string& text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
  };
  const auto grouped = [&](const std::string& text, char mark) -> std::string {
    std::string digits;
    size_t begin = 0;
    for (int group = 0;; ++group) {
      const size_t end = text.find(mark, begin);
      const std::string part = text.substr(begin, end - begin);
      if (!all_digits(part)) return "";
      if (group == 0 && (part.size() > 3 || (end != std::string::npos && part[0] == '0')))
        return "";
      if (group > 0 && part.size() != 3) return "";
      digits += part;
      if (end == std::string::npos) return group > 0 ? digits : "";
      begin = end + 1;
    }
  };
  const auto plain = [](const std::string& text) { return Decimal::parse(text)->to_string(); };
  if (all_digits(spelling)) return plain(spelling);
  // In order of preference: "1.234", "1,234,567", decimals after either.
  if (const std::string digits = grouped(spelling, '.'); !digits.empty()) return plain(digits);
  const bool one_comma = spelling.find(',') == spelling.rfind(',');
  if (!one_comma) {
    if (const std::string digits = grouped(spelling, ','); !digits.empty()) return plain(digits);
  }
  const size_t mark = spelling.find_last_of(".,");
  const std::string whole = spelling.substr(0, mark);
  const std::string decimals = spelling.substr(mark + 1);
  if (!all_digits(decimals)) return "";
  if (all_digits(whole)) return plain(whole + "." + decimals);
  const char other = spelling[mark] == ',' ? '.' : ',';
  if (const std::string digits = grouped(whole, other); !digits.empty()) {
    return plain(digits + "." + decimals);
  }
  if (spelling[mark] == '.' && decimals.size() == 2) {
    if (const std::string digits = grouped(whole, '.'); !digits.empty()) {
      return plain(digits + "." + decimals);
    }
  }
  return "";
}

TEST(NumberOracle, AgreesWithASlowReaderOfNumerals) {
  std::mt19937_64 random(31);
  for (int i = 0; i < 300000; ++i) {
    std::string spelling;
    const auto size = 1 + random() % 12;
    for (size_t j = 0; j < size; ++j) spelling += "00123456789..,"[random() % 14];
    const bool cut =
        spelling.front() < '0' || spelling.back() < '0' ||
        spelling.find("..") != std::string::npos || spelling.find(",,") != std::string::npos ||
        spelling.find(",.") != std::string::npos || spelling.find(".,") != std::string::npos;
    if (cut) continue;
    const auto fast = read_numeral(spelling);
    EXPECT_EQ(fast ? fast->value.to_string() : "", slow_reading(spelling)) << spelling;
  }
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string upper(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

TEST(NumberMetamorphic, SpellingDoesNotChangeTheValue) {
  const std::string texts[] = {"sono 16 milioni e 400mila persone",
                               "per oltre 18 miliardi di euro",
                               "circa 1.234.567 abitanti",
                               "tra 10 e 15 milioni di euro",
                               "una spesa di 2 milioni e mezzo di euro",
                               "decine di migliaia di casi",
                               "pari al 13 per cento",
                               "cresce di 0,4 punti percentuali",
                               "una ventina di milioni di euro",
                               "due terzi dei comuni",
                               "da 12 a 18 mesi",
                               "1.250,50 euro",
                               "trecentocinquantamila ettari",
                               "tre mila e duecento posti"};
  for (const std::string& text : texts) {
    const std::vector<Figure> base = recognise(text);
    ASSERT_EQ(base.size(), 1U) << text;
    const std::pair<const char*, std::string> changes[] = {
        {"line ends", replaced(text, " ", "\n")},
        {"no-break spaces", replaced(text, " ", "\u00A0")},
        {"two spaces", replaced(text, " ", "  ")},
        {"capitals", upper(text)},
        {"hyphens at line ends",
         replaced(replaced(text, "milioni", "mi-\nlioni"), "cinquanta", "cinquan-\nta")},
        {"soft hyphens", replaced(text, "milioni", "mi\u00ADlioni")},
        {"apostrophes", replaced(text, ".234.567", "'234'567")},
        {"thin spaces", replaced(text, ".234.567", "\u202F234\u202F567")},
        {"English marks", replaced(text, "1.250,50", "1,250.50")},
        {"more words", "Nel corso della giornata " + text + " secondo il ministero."}};
    for (const auto& [what, changed] : changes) {
      const std::vector<Figure> figures = recognise(changed);
      ASSERT_EQ(figures.size(), 1U) << what << ": " << changed;
      EXPECT_EQ(figures[0].value, base[0].value) << what << ": " << changed;
      EXPECT_EQ(figures[0].high.has_value(), base[0].high.has_value()) << what << ": " << changed;
      EXPECT_EQ(figures[0].unit, base[0].unit) << what << ": " << changed;
    }
  }
}

}  // namespace
}  // namespace cifra
