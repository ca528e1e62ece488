#include "core/text/stems.h"

#include <gtest/gtest.h>

namespace cifra {
namespace {

TEST(Stems, OfTexts) {
  const struct {
    std::string_view text, stems;
  } kCases[] = {
      {"", ""},
      {"I pagamenti dell'app IO", "pag app io"},
      {"i pagamenti dell’app Io", "pag app io"},
      {"identità digitali", "ident digital"},
      {"IDENTITA DIGITALE", "ident digital"},
      {"Comuni, comune; COMUNI", "comun comun comun"},
      {"nel 2021: 16,4 milioni", "2021 16 4 milion"},
      {"di e la", ""},
  };
  const Stemmer stemmer;
  for (const auto& one : kCases) EXPECT_EQ(stemmer.stems(one.text), one.stems) << one.text;
}

TEST(Stems, TermsPointIntoTheText) {
  const std::string_view text = "L'identità è unica";
  const std::vector<Term> terms = Stemmer().terms(text);
  ASSERT_EQ(terms.size(), 4u);
  EXPECT_EQ(text.substr(terms[1].begin, terms[1].end - terms[1].begin), "identità");
  EXPECT_EQ(terms[1].word, "identita");
  EXPECT_TRUE(terms[0].function_word);
}

TEST(Stems, BrokenBytesPartWords) {
  const std::vector<Term> terms = Stemmer().terms(
      "spid\xFF"
      "cie");
  ASSERT_EQ(terms.size(), 2u);
  EXPECT_EQ(terms[0].word, "spid");
  EXPECT_EQ(terms[1].word, "cie");
}

}  // namespace
}  // namespace cifra
