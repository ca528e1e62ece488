#include "core/query/search.h"

#include <gtest/gtest.h>

#include "core/store/reader.h"
#include "tests/query/small_store.h"

namespace cifra {
namespace {

const std::vector<SmallText> kTexts = {
    {"biblioteche.txt", "Le biblioteche nel 2022", "2023-02-10",
     "Le biblioteche aperte al pubblico sono 7.420. Nel 2022 hanno prestato 41 milioni di libri, "
     "il 6% in più dell'anno prima.\n\n"
     "La spesa per nuovi acquisti è stata di 38 milioni di euro; per il personale si sono spesi "
     "310 milioni.\n\n"
     "In Piemonte le biblioteche sono 612, in Calabria 388.\n"},
    {"musei.txt", "Musei: i visitatori del 2022", "2023-03-15",
     "I visitatori dei musei statali sono passati da 24 milioni a 47 milioni. Il biglietto medio "
     "costa 8 euro.\n\n"
     "Il Sistema Museale Nazionale (SMN) collega 480 musei.\n"},
    {"treni.txt", "Trasporto regionale", "2023-04-01",
     "Circolano ogni giorno 5.300 treni regionali. L'età media del materiale è di 15 anni e "
     "i nuovi convogli sono 230.\n"},
};

std::string answer(const SmallStore& store, const char* text, SearchFilter filter = {}) {
  Question question = parse_question(text, store.stemmer);
  add_acronyms(store.database, question);
  const std::vector<SearchHit> hits = search(store.database, question, store.stemmer, filter);
  if (hits.empty()) return "";
  const int64_t fact = hits[0].fact;
  return fact_rows(store.database, std::span(&fact, 1)).at(0).value;
}

TEST(Search, AnswersQuestions) {
  const SmallStore store(kTexts);
  struct Case {
    const char* question;
    const char* value;
  };
  constexpr Case kCases[] = {
      {"Quante biblioteche sono aperte al pubblico?", "7420"},
      {"Quanti libri hanno prestato le biblioteche nel 2022?", "41000000"},
      {"Quanto hanno speso le biblioteche per acquisti?", "38000000"},
      {"Quanto si spende per il personale delle biblioteche?", "310000000"},
      {"Quante biblioteche ci sono in Calabria?", "388"},
      {"Quanti visitatori hanno avuto i musei statali?", "47000000"},
      {"Quanto costa il biglietto dei musei?", "8"},
      {"Quanti musei collega il SMN?", "480"},
      {"musei del sistema museale nazionale", "480"},
      {"Qual è l'età media dei treni?", "15"},
      {"Quanti treni circolano ogni giorno?", "5300"},
      {"TRENI REGIONALI", "5300"},
      {"Di quanto sono cresciuti i prestiti di libri?", "6"},
  };
  for (const Case& test : kCases) {
    EXPECT_EQ(answer(store, test.question), test.value) << test.question;
  }
}

// The strings are built outside: GCC 12 mistakes assigned literals for overlapping copies.
SearchFilter filter_by(std::string SearchFilter::*field, std::string_view value) {
  SearchFilter filter;
  filter.*field = std::string(value);
  return filter;
}

TEST(Search, FiltersCut) {
  const SmallStore store(kTexts);
  EXPECT_EQ(answer(store, "visitatori dei musei", filter_by(&SearchFilter::kind, "money")), "8");
  EXPECT_EQ(answer(store, "biblioteche", filter_by(&SearchFilter::document, "treni")), "");
  EXPECT_EQ(answer(store, "libri", filter_by(&SearchFilter::to, "2021-12-31")), "");
  // Words no single sentence holds together: found one by one, the filter still there.
  EXPECT_EQ(answer(store, "prezzo del biglietto, Calabria, convogli",
                   filter_by(&SearchFilter::kind, "money")),
            "8");
  SearchFilter large;
  large.minimum = 100000000;
  EXPECT_EQ(answer(store, "biblioteche", large), "310000000");
  SearchFilter small = filter_by(&SearchFilter::unit, "%");
  small.maximum = 10;
  EXPECT_EQ(answer(store, "", small), "6");
}

TEST(Search, ANumberAmongBareWordsIsSought) {
  const SmallStore store(kTexts);
  EXPECT_EQ(answer(store, "41 milioni"), "41000000");
  EXPECT_EQ(answer(store, "480 musei"), "480");
  EXPECT_EQ(answer(store, "8 euro"), "8");
  EXPECT_EQ(answer(store, "5.300"), "5300");
}

TEST(Search, TheBulletinOfTheMonthAnswers) {
  const SmallStore store({
      {"marzo.txt", "Bollettino", "2022-04-04", "Gli alberi malati del parco sono 310.\n"},
      {"agosto.txt", "Bollettino", "2022-09-05", "Gli alberi malati del parco sono 520.\n"},
      {"dicembre.txt", "Bollettino", "2023-01-09", "Gli alberi malati del parco sono 700.\n"},
  });
  EXPECT_EQ(answer(store, "Quanti alberi malati c'erano nel parco a marzo 2022?"), "310");
  EXPECT_EQ(answer(store, "Quanti alberi malati c'erano nel parco ad agosto 2022?"), "520");
  EXPECT_EQ(answer(store, "Quanti alberi malati c'erano nel parco a dicembre 2022?"), "700");
}

TEST(Search, AnswersWithTheFigureMeant) {
  const SmallStore store({
      {"bonus.txt", "Il bonus per gli abbonamenti", "2023-05-02",
       "Le famiglie con un reddito non superiore a 20.000 euro ricevono un bonus di 60 euro, "
       "quelle "
       "con un reddito non superiore a 50.000 euro un bonus di 25 euro.\n\n"
       "Le spese per il bonus superano i 100 milioni di euro (in dettaglio 100.382.114 euro).\n\n"
       "Le 14 linee di autobus hanno 230 fermate; le corse notturne sono 41.\n"},
      {"corse.txt", "Le corse degli autobus", "2023-06-10",
       "Nel 2022 le corse in media sono state 310 al giorno, in totale 113.150.\n\n"
       "Agli autobus si sono aggiunti 120 nuovi mezzi elettrici.\n"},
  });
  struct Case {
    const char* question;
    const char* value;
  };
  constexpr Case kCases[] = {
      // Of an amount and what it is printed more exactly as, the exact one.
      {"Quanto si è speso per il bonus?", "100382114"},
      // What says which ones are meant is no answer, but tells which answer is meant.
      {"Quanto ricevono le famiglie con un reddito fino a 50.000 euro?", "25"},
      {"Quanto ricevono le famiglie con un reddito fino a 20.000 euro?", "60"},
      {"Quante corse degli autobus ci sono state in totale?", "113150"},
      {"Quante corse degli autobus ci sono in media?", "310"},
      // "linee di autobus" counts no buses, and new ones may be told as a difference.
      {"Quanti nuovi mezzi elettrici hanno gli autobus?", "120"},
  };
  for (const Case& test : kCases) {
    EXPECT_EQ(answer(store, test.question), test.value) << test.question;
  }
}

TEST(Search, HostileWordsAreOnlyWords) {
  const SmallStore store(kTexts);
  EXPECT_EQ(answer(store, "treni\" OR subject:* NEAR(\"x\" - ( AND NOT"), "5300");
  EXPECT_EQ(answer(store, "'; DROP TABLE facts; --"), "");
  EXPECT_EQ(answer(store, "qwertyuiop"), "");
}

}  // namespace
}  // namespace cifra
