// The gathered records against the tables themselves: a table whose words are not gathered shows.

#include "core/grammar/word_facts.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "core/text/tokeniser.h"

namespace cifra {
namespace {

// Words of every table, forms made from stems, and words of none.
constexpr std::string_view kWords =
    "il dello sull' entro mentre quale risultano complessivamente nuovi denunciati previsti parte "
    "aumento cresceranno diminuiti superiore guadagna perdono gennaio genn lunedi trentuno "
    "ventitre "
    "articolo tabella tel iban n euro mld km volte uno novanta cento risorse fabbisogno primo "
    "quattordicesima centesimi ore alle superbonus carta quota ampiamente superano oltrepassa "
    "circa "
    "abbondanti scarsi decina centinaia mila milione miliardi qualche doppio raddoppiato "
    "quadruplicheranno dimezzano meta mezzo terzo quinti zero venti vent cinquecentomila "
    "ventiduemilatrecento anno oggi novimestre autunno ultimo scorsa stagione rispetto durante che "
    "riguardano aumenteranno accordandosi certificate finanziati vaccinate promuove territorio "
    "girasole quantita treno seicento centrale unita dueville milano zerbino a e i d' un un'";

TEST(WordFacts, AgreeWithTheTables) {
  Tokens tokens;
  tokenise(kWords, 0, 1000, tokens);
  for (const Token& token : tokens.list) {
    if (!token.is_word()) continue;
    const WordFacts expected = look_up_word_facts(token.folded);
    const WordFacts& facts = facts_of(token);
    EXPECT_EQ(facts.classes, expected.classes) << token.folded;
    EXPECT_EQ(facts.change, expected.change) << token.folded;
    EXPECT_EQ(facts.cue, expected.cue) << token.folded;
    EXPECT_EQ(facts.month, expected.month) << token.folded;
    EXPECT_EQ(facts.day, expected.day) << token.folded;
    for (uint32_t trait = 1; trait < kUnknown; trait <<= 1U) {
      EXPECT_EQ(has_trait(token, static_cast<WordTrait>(trait)), (expected.traits & trait) != 0)
          << token.folded << " trait " << trait;
    }
    constexpr uint32_t kTelling = kBeginsNumber | kBeginsNoFact | kAnchorsTime;
    if ((expected.traits & kTelling) != 0) {
      EXPECT_TRUE(telling_shapes().has(token.folded)) << token.folded;
    }
  }
}

TEST(WordFacts, TellTheVerbFromTheConjunction) {
  for (const std::string_view text : {"\u00E8", "\u00C8", "e'"}) {
    Tokens tokens;
    tokenise(text, 0, 1, tokens);
    EXPECT_NE(facts_of(tokens[0]).classes & kCopula, 0U) << text;
  }
  Tokens tokens;
  tokenise("e", 0, 1, tokens);
  EXPECT_NE(facts_of(tokens[0]).classes & kConjunction, 0U);
}

}  // namespace
}  // namespace cifra
