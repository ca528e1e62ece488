#include "core/query/conflicts.h"

#include <gtest/gtest.h>

#include "tests/query/small_store.h"

namespace cifra {
namespace {

// "sum: 40 + 70 = 110, and not 120", a line a conflict.
std::string told(const std::vector<SmallText>& texts) {
  const SmallStore store(texts);
  std::string lines;
  find_conflicts(store.database, {}, [&](const Conflict& conflict) {
    if (!lines.empty()) lines += '\n';
    lines += std::string(name_of(conflict.kind)) + ": " + conflict.why;
    EXPECT_GE(conflict.facts.size(), 2U) << lines;
  });
  return lines;
}

struct Case {
  const char* text;
  const char* conflicts;
};

void expect_all(std::initializer_list<Case> cases) {
  for (const Case& test : cases) {
    EXPECT_EQ(told({{"nota.txt", "Nota", "2023-05-02", test.text}}), test.conflicts) << test.text;
  }
}

TEST(Conflicts, WhatIsCountedSinceADayGrowsFromBulletinToBulletin) {
  constexpr const char* kJune = "Dal 1° marzo 2022 le domande di rimborso presentate sono 28.726.";
  constexpr const char* kJuly = "Dal 1° marzo 2022 le domande di rimborso presentate sono 34.319.";
  EXPECT_EQ(told({{"giugno.txt", "Bollettino", "2022-06-15", kJune},
                  {"luglio.txt", "Bollettino", "2022-07-15", kJuly}}),
            "");
  EXPECT_EQ(told({{"uno.txt", "Bollettino", "2022-06-15", kJune},
                  {"altro.txt", "Nota", "2022-06-15", kJuly}}),
            "values: 28726 and 34319 of one thing at one time");
}

TEST(Conflicts, OfAShareAndItsPercentage) {
  expect_all({
      {"Hanno risposto 45 scuole su 60 (80%).", "share: 45 of 60 is 75%, and not 80%"},
      {"Hanno risposto 45 scuole su 60, pari al 75%.", ""},
      {"Hanno risposto 41 scuole su 60 (68%).", ""},  // 68,33 rounded
      {"Hanno risposto 41 scuole su 60 (68,3%).", ""},
      {"Hanno risposto 41 scuole su 60 (69%).", "share: 41 of 60 is 68.33%, and not 69%"},
      // Another share
      {"Hanno risposto 45 scuole su 60 e il 90% è soddisfatto.", ""},
  });
}

TEST(Conflicts, OfAChangeAndItsLevels) {
  expect_all({
      {"Gli addetti sono passati da 100 a 130 in un anno (+20%).",
       "change: from 100 to 130 is +30%, and not +20%"},
      {"Gli addetti sono passati da 100 a 130 in un anno (+30%).", ""},
      {"Gli addetti sono scesi da 200 a 150, con un calo del 25 per cento.", ""},
      {"Gli addetti sono scesi da 200 a 150, con un calo del 35 per cento.",
       "change: from 200 to 150 is -25%, and not -35%"},
      {"La quota è cresciuta dal 40% al 45%, con un aumento di 5 punti percentuali.", ""},
      {"La quota è cresciuta dal 40% al 45%, con un aumento di 8 punti percentuali.",
       "change: 45 - 40 = 5, and not +8"},
      {"Le presenze sono state 436 milioni, l'8,3% in più rispetto ai 403 milioni del 2021.", ""},
      {"Le presenze sono state 436 milioni, il 18% in più rispetto ai 403 milioni del 2021.",
       "change: from 403000000 to 436000000 is +8.19%, and not +18%"},
  });
}

TEST(Conflicts, OfPartsAndTheirWhole) {
  expect_all({
      {"Gli occupati sono 1.000, di cui 600 uomini e 500 donne.",
       "sum: 600 + 500 = 1100, more than the whole 1000"},
      {"Gli occupati sono 1.000, di cui 600 uomini e 400 donne.", ""},
      {"Gli occupati sono 1.000, di cui 600 uomini.", ""},
      {"Sono arrivate 320 domande da imprese e 250 domande da enti, per un totale di 590 domande.",
       "sum: 320 + 250 = 570, and not 590"},
      {"Sono arrivate 320 domande da imprese e 250 domande da enti, per un totale di 570 domande.",
       ""},
      {"I fondi ammontano a 90 milioni di euro, così ripartiti:\n"
       "- 40 milioni di euro alle scuole;\n- 70 milioni di euro agli ospedali.\n",
       "sum: 40000000 + 70000000 = 110000000, and not 90000000"},
      {"I fondi ammontano a 110 milioni di euro, così ripartiti:\n"
       "- 40 milioni di euro alle scuole;\n- 70 milioni di euro agli ospedali.\n",
       ""},
      // What stands under a lead need not be its parts.
      {"I fondi ammontano a 90 milioni di euro e servono a tre scopi:\n"
       "- 40 milioni di euro alle scuole;\n- 70 milioni di euro agli ospedali.\n",
       ""},
  });
}

TEST(Conflicts, OfLevelsAndTheChangeBetweenThem) {
  expect_all({
      {"Ad oggi sono 9 milioni e 200mila gli utenti iscritti al portale. Nel marzo 2020 erano "
       "circa 2 milioni. Adesso sono 5 milioni in più.\n",
       "levels: 2000000 + 5000000 = 7000000, and not 9200000"},
      {"Ad oggi sono 7 milioni e 200mila gli utenti iscritti al portale. Nel marzo 2020 erano "
       "circa 2 milioni. Adesso sono 5 milioni in più.\n",
       ""},
  });
}

TEST(Conflicts, OfTablesWhoseTotalsDoNotHold) {
  const char* const kFaulty =
      "Domande per regione\n\n"
      "Regione      Imprese   Enti   Scuole\n"
      "Umbria           120     35       18\n"
      "Molise            40     12        9\n"
      "Marche           210     61       27\n"
      "Totale           370    118       54\n";
  EXPECT_EQ(told({{"tavola.txt", "Domande", "2023-05-02", kFaulty}}),
            "sum: 35 + 12 + 61 = 108, and not 118");
}

TEST(Conflicts, OfARowThatIsOffByOneOfItsParts) {
  // The other rows are made of all three columns, so this one is wrong.
  const char* const kFaulty =
      "Domande per regione\n\n"
      "Regione      Imprese   Enti   Scuole   Totale\n"
      "Umbria           120     35       18      173\n"
      "Molise            40     12        9       61\n"
      "Marche           210     61       27      271\n";
  EXPECT_EQ(told({{"tavola.txt", "Domande", "2023-05-02", kFaulty}}),
            "sum: 210 + 61 + 27 = 298, and not 271");
}

TEST(Conflicts, NotOfMeans) {
  const char* const kMeans =
      "Durata dei contratti\n\n"
      "Ente         Contratti   Durata media\n"
      "Umbria             120             35\n"
      "Molise              40             12\n"
      "Marche             210             61\n"
      "Totale             370             40\n";
  EXPECT_EQ(told({{"tavola.txt", "Contratti", "2023-05-02", kMeans}}), "");
}

// "medie" that are schools or firms are counted like others.
TEST(Conflicts, OfWhatOnlySoundsLikeAMean) {
  const auto table = [](const char* head) {
    return std::string(head) +
           "\nUmbria           120                  35\n"
           "Molise            40                  12\n"
           "Marche           210                  61\n"
           "Totale           370                 118\n";
  };
  const struct {
    const char* head;
    bool mean;
  } kCases[] = {
      {"Regione      Imprese       Scuole medie", false},
      {"Regione      Imprese     Licenza media ", false},
      {"Regione      Imprese      Medie imprese", false},
      {"Regione      Imprese     Social media  ", false},
      {"Regione      Imprese     Rimediati      ", false},
      {"Regione      Imprese     Durata media  ", true},
      {"Regione      Imprese      Valori medi  ", true},
      {"Regione      Imprese     Per 100 ettari", true},
  };
  for (const auto& test : kCases) {
    const std::string text = table(test.head);
    EXPECT_EQ(told({{"tavola.txt", "Domande", "2023-05-02", text.c_str()}}),
              test.mean ? "" : "sum: 35 + 12 + 61 = 108, and not 118")
        << test.head;
  }
}

// A mean lies between its parts; a total below all of them is a misprint.
TEST(Conflicts, OfATotalBelowItsParts) {
  const char* const kMisprinted =
      "Regione      Imprese   Enti   Scuole\n"
      "Umbria           120     35       18\n"
      "Molise            40     12       19\n"
      "Marche           210     61       27\n"
      "Totale           370     10       64\n";
  EXPECT_EQ(told({{"tavola.txt", "Domande", "2023-05-02", kMisprinted}}),
            "sum: 35 + 12 + 61 = 108, and not 10");
}

TEST(Conflicts, DamagedTextCostsOneDocument) {
  const SmallStore store(
      {{"a.txt", "Le scuole", "2023-05-02",
        "Regione      Imprese   Enti\nUmbria  120  35\nMolise  40  12\n"
        "Marche  210  61\nTotale  370  108\n"},
       {"b.txt", "Le scuole", "2023-05-02", "Hanno risposto 45 scuole su 60 (80%).\n"}});
  store.database.execute("UPDATE archives SET bytes = x'00'");
  size_t found = 0;
  const std::vector<std::string> unread =
      find_conflicts(store.database, {}, [&](const Conflict&) { ++found; });
  EXPECT_EQ(found, 1U);
  ASSERT_EQ(unread.size(), 1U);
  EXPECT_NE(unread[0].find("a.txt"), std::string::npos) << unread[0];
}

TEST(Conflicts, NotOfColumnsThatAreNoParts) {
  // "Nuovi" are among the imprese: without them each row adds up.
  const char* const kOfWhich =
      "Domande per regione\n\n"
      "Regione      Imprese   Nuovi   Enti   Totale\n"
      "Umbria           120       0     35      155\n"
      "Molise            40       2     12       52\n"
      "Marche           210       0     61      271\n";
  EXPECT_EQ(told({{"tavola.txt", "Domande", "2023-05-02", kOfWhich}}), "");
}

TEST(Conflicts, BetweenDocuments) {
  const char* const kFirst =
      "Nel 2022 le biblioteche comunali hanno prestato 41,3 milioni di libri.\n";
  const auto with = [&](const char* second) {
    return told({{"a.txt", "Le biblioteche", "2023-02-10", kFirst},
                 {"b.txt", "La lettura in Italia", "2023-06-20", second}});
  };
  EXPECT_EQ(with("Nel 2022 le biblioteche comunali hanno prestato 58 milioni di libri.\n"),
            "values: 41300000 and 58000000 of one thing at one time");
  // The same, rounded
  EXPECT_EQ(with("Nel 2022 le biblioteche comunali hanno prestato 41 milioni di libri.\n"), "");
  // The title's year is as good as one said beside the figure.
  EXPECT_EQ(told({{"a.txt", "Le biblioteche nel 2022", "2023-02-10",
                   "Le biblioteche comunali hanno prestato 41,3 milioni di libri.\n"},
                  {"b.txt", "La lettura nel 2022", "2023-06-20",
                   "Le biblioteche comunali hanno prestato 58 milioni di libri.\n"}}),
            "values: 41300000 and 58000000 of one thing at one time");
  // Of another year, another place, of another thing
  EXPECT_EQ(with("Nel 2021 le biblioteche comunali hanno prestato 58 milioni di libri.\n"), "");
  EXPECT_EQ(with("Nel 2022 in Umbria le biblioteche comunali hanno prestato 2 milioni di libri.\n"),
            "");
  EXPECT_EQ(with("Nel 2022 le librerie delle stazioni hanno venduto 3 milioni di libri.\n"), "");
  EXPECT_EQ(with("Nel 2022 le biblioteche comunali hanno speso 58 milioni di euro.\n"), "");
}

// One finding a thing, however many sources contradict each other.
TEST(Conflicts, OfManySources) {
  const auto text = [](const char* number) {
    return "Nel 2022 le biblioteche comunali hanno prestato " + std::string(number) +
           " milioni di libri.\n";
  };
  const std::string first = text("41,3"), second = text("58"), third = text("63"),
                    rounded = text("41");
  EXPECT_EQ(told({{"a.txt", "Le biblioteche", "2023-02-10", first.c_str()},
                  {"b.txt", "La lettura in Italia", "2023-06-20", second.c_str()},
                  {"c.txt", "I libri", "2023-07-01", third.c_str()},
                  {"d.txt", "Il prestito", "2023-07-09", rounded.c_str()}}),
            "values: 41300000, 58000000, 63000000 and 41000000 of one thing at one time");
}

// What differs between two tables is an exception among what agrees, or they are of two things.
TEST(Conflicts, BetweenTables) {
  const auto table = [](int differing) {
    std::string text = "Provincia          2020      2021\n";
    static constexpr const char* kNames[] = {"Ancona",  "Arezzo", "Asti",  "Bari",
                                             "Belluno", "Como",   "Enna",  "Lecce",
                                             "Matera",  "Nuoro",  "Pavia", "Rieti"};
    int number = 1000;
    for (const char* name : kNames) {
      text += name + std::string(16 - std::string_view(name).size(), ' ');
      for (int column = 0; column < 2; ++column) {
        number += 137;
        text += "   " + std::to_string(differing-- > 0 ? number + 2000 : number);
      }
      text += '\n';
    }
    return text;
  };
  const auto conflicts = [&](int differing) {
    const std::string left = table(0), right = table(differing);
    const SmallStore store({{"a.txt", "Gli iscritti", "2023-02-10", left.c_str()},
                            {"b.txt", "Le scuole", "2023-06-20", right.c_str()}});
    store.database.execute("UPDATE documents SET copy_group = id");  // and not copies
    int found = 0;
    find_conflicts(store.database, {}, [&](const Conflict&) { ++found; });
    return found;
  };
  EXPECT_EQ(conflicts(0), 0);
  EXPECT_EQ(conflicts(2), 2);
  EXPECT_EQ(conflicts(4), 4);
  EXPECT_EQ(conflicts(9), 0);
}

}  // namespace
}  // namespace cifra
