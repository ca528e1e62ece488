#include "core/layout/list_marker.h"

#include <gtest/gtest.h>

namespace cifra {
namespace {

struct Case {
  std::string_view line;
  MarkerKind kind;
  uint32_t ordinal;
  uint32_t size;
};

TEST(ListMarker, ReadsWhatOpensAnItem) {
  const Case cases[] = {
      {"● Spid", MarkerKind::kBullet, 0, 4},
      {"○  Sono", MarkerKind::kBullet, 0, 5},
      {"\xEF\x82\xB7 Word", MarkerKind::kBullet, 0, 4},
      {"•senza spazio", MarkerKind::kBullet, 0, 3},
      {"- Difesa", MarkerKind::kBullet, 0, 2},
      {"– Difesa", MarkerKind::kBullet, 0, 4},
      {"-", MarkerKind::kBullet, 0, 1},
      {"o   Word in un testo", MarkerKind::kBullet, 0, 4},
      {"1. Versamenti", MarkerKind::kNumber, 1, 3},
      {"12) Versamenti", MarkerKind::kNumber, 12, 4},
      {"(3) Versamenti", MarkerKind::kNumber, 3, 4},
      {"1.- Versamenti", MarkerKind::kNumber, 1, 4},
      {"1°) Versamenti", MarkerKind::kNumber, 1, 5},
      {"a) Giovani", MarkerKind::kLetter, 1, 3},
      {"c. Giovani", MarkerKind::kLetter, 3, 3},
      {"B) Adulti", MarkerKind::kLetter, 2, 3},
      {"iii) terzo", MarkerKind::kRoman, 3, 5},
      {"XIV. Terzo", MarkerKind::kRoman, 14, 5},
      {"2.1 Per quota", MarkerKind::kSection, 0, 4},
      {"2.1.3. Per quota", MarkerKind::kSection, 0, 7},
  };
  for (const Case& c : cases) {
    const auto marker = list_marker(c.line);
    ASSERT_TRUE(marker) << c.line;
    EXPECT_EQ(marker->kind, c.kind) << c.line;
    EXPECT_EQ(marker->ordinal, c.ordinal) << c.line;
    EXPECT_EQ(marker->size, c.size) << c.line;
  }
}

TEST(ListMarker, LeavesNumbersAndWordsAlone) {
  for (std::string_view line :
       {"-3,5% sul mese", "o anche due", "2021. Un anno", "7.195 Comuni", "8.000 Comuni italiani",
        "1,5 milioni", "3.5 milioni", "A. Rossi", "art. 5", "3 mila", "al 12) dicembre",
        "(2020) nota", "a1) no", "mm) no", "*corsivo*", ""}) {
    EXPECT_FALSE(list_marker(line)) << line;
  }
}

TEST(RomanValue, CountsToThirtyNine) {
  EXPECT_EQ(roman_value("iv"), 4U);
  EXPECT_EQ(roman_value("XXXIX"), 39U);
  EXPECT_EQ(roman_value("iiii"), 0U);
  EXPECT_EQ(roman_value("Iv"), 0U);
  EXPECT_EQ(roman_value("mil"), 0U);
  EXPECT_EQ(roman_value(""), 0U);
}

}  // namespace
}  // namespace cifra
