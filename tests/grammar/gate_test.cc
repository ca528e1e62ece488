// A no of the gate is kept: what it holds back has no finding when it is read in full.

#include "core/grammar/gate.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "core/grammar/no_fact.h"
#include "core/grammar/number_lexicon.h"
#include "core/grammar/number_word.h"
#include "core/grammar/recogniser.h"
#include "core/grammar/rule.h"
#include "core/lexicon/calendar.h"
#include "core/lexicon/reference_cue.h"
#include "core/lexicon/units.h"
#include "core/text/utf8.h"
#include "tests/paths.h"

namespace cifra {
namespace {

void expect_kept(std::string_view text) {
  if (may_hold_finding(text)) return;
  EXPECT_TRUE(recognise_ungated(text).empty()) << '"' << text << '"';
}

TEST(Gate, HoldsBackWhatBearsNoNumber) {
  for (const std::string_view text :
       {"Le amministrazioni curano l'attuazione degli interventi.", "una rete di sportelli",
        "un’altra", "L’articolo e il comma; la città è più bella", "alcuni, molti, diversi", "",
        "\u00C8 così: perché no? «Già»", "IL MINISTERO", "tra-\nsforma",
        "un progetto, tut\u00ADta"}) {
    EXPECT_FALSE(may_hold_finding(text)) << text;
  }
}

TEST(Gate, LetsThroughWhatDoes) {
  for (const std::string_view text : {"nel 2020",
                                      "due",
                                      "DUE",
                                      "\u00BD",
                                      "un %",
                                      "un punto percentuale",
                                      "la met\u00E0",
                                      "Luigi XIV",
                                      "ven-\nti",
                                      "du\u00ADe",
                                      "tre\u0301",
                                      "d\u00F9e",
                                      "cent'anni",
                                      "mezz\u2019ora",
                                      "raddoppia",
                                      "centinaia",
                                      "agid.gov.it",
                                      "scrivi a nome@ente",
                                      "un miliardo",
                                      "al terzo",
                                      "\xC3"
                                      "due"}) {
    EXPECT_TRUE(may_hold_finding(text)) << text;
  }
}

TEST(Gate, KeepsItsNoOnExamplesAndSentences) {
  for (const auto& rules : {number_rules(), proportion_rules(), unit_rules(), range_rules(),
                            ellipsis_rules(), no_fact_rules(), context_rules()}) {
    for (const Rule& rule : rules) {
      for (const Example& example : rule.yes) EXPECT_TRUE(may_hold_finding(example.text));
      for (const std::string_view text : rule.no) expect_kept(text);
    }
  }
  size_t lines = 0;
  for (const auto& file :
       std::filesystem::directory_iterator(source_folder() / "corpora" / "grammar")) {
    std::ifstream in(file.path());
    for (std::string line; std::getline(in, line); ++lines) {
      expect_kept(line);
      // Its clauses, so that many have no number.
      for (size_t at = 0; at < line.size();) {
        const size_t end = std::min(line.find_first_of(",;:.(", at), line.size());
        expect_kept(std::string_view(line).substr(at, end - at));
        at = end + 1;
      }
    }
  }
  EXPECT_GT(lines, 1000U);
}

// Words that tables hold, and number words put together.
std::vector<std::string> table_words() {
  std::vector<std::string> words;
  const auto add = [&words](const auto& more) {
    for (const auto& word : more) words.emplace_back(word);
  };
  add(number_phrase_words());
  add(ordinal_words());
  add(cue_words());
  add(calendar_words());
  add(words_that_begin_no_facts());
  add(words_that_bear_numbers());
  for (const NumberAtom& first : number_atoms()) {
    words.emplace_back(first.form);
    for (const NumberAtom& second : number_atoms()) {
      const std::string both = std::string(first.form).append(second.form);
      if (compose_number_word(both)) words.push_back(both);
    }
  }
  for (const std::span<const UnitWord> units : {unit_words(), unit_symbols()}) {
    for (const UnitWord& unit : units) {
      words.emplace_back(unit.forms.substr(0, unit.forms.find('|')));
    }
  }
  for (const FractionSign& sign : fraction_signs()) words.emplace_back(sign.form);
  return words;
}

// What stands between words that tables hold, or makes a figure of them.
constexpr std::string_view kOthers[] = {
    "un", "una",    "uno",    "un'",    "un\u2019", "e",       "o",    "a",    "di",
    "su", "per",    "il",     "la",     "ogni",     "tra",     "da",   "N.",   "\u00A7",
    "(",  ")",      "[",      "]",      "'",        "+",       "-",    "/",    ".",
    ":",  "@",      "=",      "&",      "it",       "com",     "x",    "I",    "IV",
    "%",  "\u2030", "\u00B2", "\uFF12", "cosa",     "persone", "Anni", "anni", "e'"};

// One way in which texts spell a word that their reader takes for the same.
std::string respelled(const std::string& word, std::mt19937& random) {
  static constexpr std::pair<char, std::string_view> kAccents[] = {
      {'a', "\u00E0"}, {'e', "\u00E9"}, {'i', "\u00EC"}, {'o', "\u00F3"}, {'u', "\u01D4"},
      {'t', "\u1E6D"}, {'d', "\u010F"}, {'n', "\u00F1"}, {'c', "\u0107"}};
  static constexpr std::string_view kInside[] = {"\u00AD",   "\u0301", "\u200B", "\u00A0", "-\n",
                                                 "\u2010\n", "\u2060", "- ",     "\n",     "-\n\n"};
  std::string made = word;
  const size_t at = random() % made.size();
  switch (random() % 8) {
    case 0:
      for (char& c : made) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 0x20 : c);
      return made;
    case 1:
      if (made[0] >= 'a' && made[0] <= 'z') made[0] = static_cast<char>(made[0] - 0x20);
      return made;
    case 2:
      for (const auto& [plain, accented] : kAccents) {
        if (made[at] == plain) return made.replace(at, 1, accented);
      }
      return made;
    case 3:
      if (!is_valid_utf8(std::string_view(made).substr(0, at))) return made;
      return made.insert(at, kInside[random() % std::size(kInside)]);
    default:
      return made;
  }
}

TEST(Gate, KeepsItsNoOnWordsPutTogether) {
  const std::vector<std::string> words = table_words();
  std::mt19937 random(20260101);
  int held_back = 0;
  for (int i = 0; i < 60000; ++i) {
    std::string text;
    for (size_t count = 1 + random() % 4; count > 0; --count) {
      const bool other = random() % 2 == 0;
      const std::string word(other ? kOthers[random() % std::size(kOthers)]
                                   : words[random() % words.size()]);
      text += respelled(word, random);
      if (random() % 8 != 0) text += ' ';
    }
    held_back += may_hold_finding(text) ? 0 : 1;
    expect_kept(text);
  }
  EXPECT_GT(held_back, 3000);
}

TEST(Gate, KeepsItsNoWhereverAWordLies) {
  // Over the borders of what is looked at in one go, up to the text's end.
  for (const std::string_view word : {"due", "\u00BD", "ven-\nti", "7", "met\u00E0", "XIV"}) {
    for (size_t before = 0; before < 140; ++before) {
      for (const std::string_view left : {"", "x ", "xyz "}) {
        for (const std::string_view right : {"", " ", " zzzz"}) {
          std::string text(left);
          text.append(before, ' ').append(word).append(right);
          EXPECT_TRUE(may_hold_finding(text)) << before << word;
        }
      }
    }
  }
}

}  // namespace
}  // namespace cifra
