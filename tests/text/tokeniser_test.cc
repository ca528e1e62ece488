#include "core/text/tokeniser.h"

#include <gtest/gtest.h>

#include <string>

#include "core/text/sentences.h"

namespace cifra {
namespace {

// The folded tokens of `text`, parted by "|".
std::string cut(std::string_view text) {
  Tokens tokens;
  tokenise(text, 0, 1000, tokens);
  std::string out;
  for (const Token& token : tokens.list) {
    if (!out.empty()) out += '|';
    out += token.folded;
  }
  return out;
}

TEST(Tokeniser, CutsWordsNumeralsAndSymbols) {
  EXPECT_EQ(cut("L’80% di più"), "l'|80|%|di|piu");
  EXPECT_EQ(cut("1.234.567,89 euro."), "1.234.567,89|euro|.");
  EXPECT_EQ(cut("16 milioni e 400mila"), "16|milioni|e|400|mila");
  EXPECT_EQ(cut("cent'anni, dell'8"), "cent'|anni|,|dell'|8");
  EXPECT_EQ(cut("quantita' e piu' e 'casa'"), "quantita|e|piu|e|'|casa|'");
  EXPECT_EQ(cut("12.5.2020, 3/4"), "12.5.2020|,|3|/|4");
  EXPECT_EQ(cut("−1,2 – 3‑4"), "-|1,2|-|3|-|4");
  EXPECT_EQ(cut("m² 1.234³ ½"), "m|2|1.234|3|½");
  EXPECT_EQ(cut("M1C1 5G"), "m|1|c|1|5|g");
}

TEST(Tokeniser, JoinsWordsOverLineEndsButNotDigits) {
  EXPECT_EQ(cut("cento-\nventimila"), "centoventimila");
  EXPECT_EQ(cut("mi\u00ADlioni"), "milioni");
  EXPECT_EQ(cut("2021-\n2027"), "2021|-|2027");
  EXPECT_EQ(cut("Emilia-\nRomagna"), "emilia|-|romagna");
  EXPECT_EQ(cut("fine-\n\nnuova"), "fine|-|nuova");
}

TEST(Tokeniser, GroupsByNoBreakSpaceOnlyInThrees) {
  EXPECT_EQ(cut("1\u00A0234\u202F567"), "1\u00A0234\u202F567");
  EXPECT_EQ(cut("nel 2020\u00A0350 casi"), "nel|2020|350|casi");
  EXPECT_EQ(cut("1'234 e 5'67"), "1'234|e|5|'|67");
}

TEST(Tokeniser, SpansStayInsideMalformedText) {
  const std::string text = "caf\xC3 \xFF 12\xE2\x82";
  Tokens tokens;
  EXPECT_EQ(tokenise(text, 0, 1000, tokens), text.size());
  for (const Token& token : tokens.list) EXPECT_LE(token.span.end, text.size());
}

TEST(Sentences, EndAtFullStopsButNotAfterAbbreviations) {
  const auto count = [](std::string_view text) { return sentences(text).size(); };
  EXPECT_EQ(count("Sono dieci. Erano nove! Quanti? Sette."), 4U);
  EXPECT_EQ(count("L'art. 5 del D.L. n. 34 vale 3 mln. di euro."), 1U);
  EXPECT_EQ(count("Il dott. G. Rossi ha parlato."), 1U);
  EXPECT_EQ(count("Costa 3.500 euro. 12 Comuni pagano."), 2U);
  EXPECT_EQ(count("Titolo\n\nTesto"), 2U);
  EXPECT_EQ(count("1. Le risorse sono 5."), 1U);
}

}  // namespace
}  // namespace cifra
