#include "core/query/question.h"

#include <gtest/gtest.h>

namespace cifra {
namespace {

struct QuestionCase {
  const char* text;
  Asked asked;
  const char* unit;
  const char* stems;  // of the terms, in order
};

constexpr QuestionCase kCases[] = {
    {"Quanti Comuni hanno aderito?", Asked::kCount, "", "comun ader"},
    {"Quanti ettari di bosco sono bruciati?", Asked::kMeasure, "ha", "ettar bosc bruc"},
    {"Quanti soldi vanno alle scuole?", Asked::kMoney, "", "sold scuol"},
    {"Quanto costa il ponte?", Asked::kMoney, "", "pont"},
    {"Che percentuale di famiglie ha internet?", Asked::kShare, "", "famigl internet"},
    {"Qual è la quota di donne?", Asked::kShare, "", "donn"},
    {"Quanta parte dei fondi è spesa?", Asked::kShare, "", "fond spes"},
    {"Quanto dura il mandato?", Asked::kDuration, "", "dur mand"},
    {"Di quanti mesi slitta la scadenza?", Asked::kDuration, "mo", "mes slitt scadenz"},
    {"spesa per farmaci", Asked::kMoney, "", "spes farmac"},
    {"identità digitali", Asked::kAnything, "", "ident digital"},
    {"", Asked::kAnything, "", ""},
};

TEST(Question, KnowsWhatIsAskedFor) {
  const Stemmer stemmer;
  for (const QuestionCase& test : kCases) {
    const Question question = parse_question(test.text, stemmer);
    EXPECT_EQ(question.asked, test.asked) << test.text;
    EXPECT_EQ(question.unit, test.unit) << test.text;
    std::string stems;
    for (const QuestionTerm& term : question.terms) {
      stems.append(stems.empty() ? "" : " ").append(term.stem);
    }
    EXPECT_EQ(stems, test.stems) << test.text;
  }
}

TEST(Question, KnowsWhenAndWhere) {
  const Stemmer stemmer;
  const Question day = parse_question("Quante scuole in Veneto al 20 gennaio 2021?", stemmer);
  ASSERT_EQ(day.periods.size(), 1U);
  EXPECT_EQ(day.periods[0], (Period{"2021-01-20", "2021-01-20"}));
  ASSERT_EQ(day.places.size(), 1U);
  EXPECT_EQ(day.places[0], "05");
  const Question span =
      parse_question("Quanti incendi tra giugno 2020 e settembre 2021 in Italia?", stemmer);
  ASSERT_EQ(span.periods.size(), 1U);
  EXPECT_EQ(span.periods[0], (Period{"2020-06-01", "2021-09-30"}));
  EXPECT_TRUE(span.places.empty());
}

TEST(Question, KnowsADifferenceIsAskedFor) {
  const Stemmer stemmer;
  EXPECT_TRUE(parse_question("Di quanto sono aumentati gli iscritti?", stemmer).change);
  EXPECT_TRUE(parse_question("Quanto è calata la produzione?", stemmer).change);
  EXPECT_FALSE(parse_question("Quanti fondi per la riduzione dei rifiuti?", stemmer).change);
}

TEST(Question, KnowsWhichStatisticIsAskedFor) {
  const Stemmer stemmer;
  EXPECT_TRUE(parse_question("Quanto costa in tutto?", stemmer).total);
  EXPECT_TRUE(parse_question("Quanti sono complessivamente gli iscritti?", stemmer).total);
  EXPECT_FALSE(parse_question("Quanti sono gli iscritti?", stemmer).total);
  EXPECT_TRUE(parse_question("Qual è l'importo medio?", stemmer).mean);
  EXPECT_TRUE(parse_question("Quanti sono oggi gli iscritti?", stemmer).now);
  EXPECT_TRUE(parse_question("Quanti iscritti in più?", stemmer).more_or_less);
}

TEST(Question, AsksForTheNounPastItsAdjectives) {
  const Stemmer stemmer;
  const Question question = parse_question("Quante nuove scuole?", stemmer);
  ASSERT_EQ(question.terms.size(), 2U);
  EXPECT_FALSE(question.terms[0].asked_noun);
  EXPECT_TRUE(question.terms[1].asked_noun);
}

TEST(Question, TakesSynonymsAsWeakerWords) {
  const Stemmer stemmer;
  const Question question = parse_question("Quanti alunni?", stemmer);
  ASSERT_EQ(question.terms.size(), 1U);
  ASSERT_GT(question.terms[0].variants.size(), 1U);
  EXPECT_EQ(question.terms[0].variants[0].strength, 1);
  EXPECT_LT(question.terms[0].variants[1].strength, 1);
}

}  // namespace
}  // namespace cifra
