#include "core/query/check.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/query/small_store.h"

namespace cifra {
namespace {

const std::vector<SmallText> kTexts = {
    {"biblioteche.txt", "Le biblioteche nel 2022", "2023-02-10",
     "Le biblioteche aperte al pubblico sono 7.420. Nel 2022 hanno prestato 41,3 milioni di libri, "
     "il 6% in più dell'anno prima.\n\n"
     "La spesa per nuovi acquisti è stata di 38 milioni di euro.\n\n"
     "In Piemonte le biblioteche sono 612, in Calabria 388.\n\n"
     "Nel 2022 le denunce contro ignoti sono state 1.915. I lettori che nel 2022 hanno scelto il "
     "digitale sono 88.120.\n\n"
     "Le biblioteche scolastiche sono salite da 470 a 640.\n"},
    {"musei.txt", "Musei: i visitatori del 2022", "2023-03-15",
     "I visitatori dei musei statali sono stati 47 milioni. Il biglietto medio costa 8 euro.\n\n"
     "Gli ingressi gratuiti coprono il 42% dei visitatori.\n"},
    {"comuni.txt", "Fondo per la lettura", "2023-05-20",
     "I Comuni con meno di 5.000 abitanti ricevono 1.200 euro per ogni biblioteca, quelli con più "
     "di 25.000 abitanti 3.400 euro.\n"},
};

// The worst verdict of a claim's figures, as someone who reads the rows takes them.
Verdict verdict_of(const std::vector<CheckResult>& results) {
  const auto says = [&](Verdict verdict) {
    return std::ranges::any_of(
        results, [verdict](const CheckResult& result) { return result.verdict == verdict; });
  };
  if (says(Verdict::kRefuted)) return Verdict::kRefuted;
  return says(Verdict::kSupported) ? Verdict::kSupported : Verdict::kUnknown;
}

TEST(Check, DecidesByTheFactsOnTheSameThing) {
  const SmallStore store(kTexts);
  struct Case {
    const char* claim;
    Verdict verdict;
  };
  constexpr Case kCases[] = {
      {"Le biblioteche aperte al pubblico sono 7.420.", Verdict::kSupported},
      {"Le biblioteche aperte al pubblico sono oltre 7mila.", Verdict::kSupported},
      {"Le biblioteche aperte al pubblico sono 9.100.", Verdict::kRefuted},
      {"Nel 2022 le biblioteche hanno prestato 41 milioni di libri.", Verdict::kSupported},
      {"Il biglietto medio dei musei statali costa 12 euro.", Verdict::kRefuted},
      {"I visitatori dei musei statali sono stati quasi 50 milioni.", Verdict::kSupported},
      // What is denied, and bounds that the number itself breaks.
      {"Le biblioteche aperte al pubblico non sono 7.420.", Verdict::kRefuted},
      {"Le biblioteche aperte al pubblico non sono 9.100.", Verdict::kSupported},
      {"In Calabria le biblioteche sono meno di 388.", Verdict::kRefuted},
      // A denied bound is turned once.
      {"Le biblioteche aperte al pubblico non superano le 10.000.", Verdict::kSupported},
      {"Le biblioteche aperte al pubblico non superano le 5.000.", Verdict::kRefuted},
      {"Le biblioteche aperte al pubblico non sono più di 5.000.", Verdict::kRefuted},
      {"Le biblioteche aperte al pubblico non sono meno di 5.000.", Verdict::kSupported},
      {"Le biblioteche aperte al pubblico non sono oltre 5.000.", Verdict::kRefuted},
      {"Le biblioteche aperte al pubblico non arrivano a 5.000.", Verdict::kRefuted},
      {"Le biblioteche aperte al pubblico non hanno raggiunto le 9.000.", Verdict::kSupported},
      {"Non è vero che le biblioteche aperte al pubblico sono 7.420.", Verdict::kRefuted},
      {"È falso che le biblioteche aperte al pubblico siano più di 9.000.", Verdict::kSupported},
      {"Sono 612.", Verdict::kUnknown},
      // "contro" and "che" compare only with a figure, or after a comparative.
      {"Le denunce contro ignoti nel 2020 sono state 1.915.", Verdict::kUnknown},
      {"Le denunce contro ignoti nel 2022 sono state 1.915.", Verdict::kSupported},
      {"I lettori che nel 2020 hanno scelto il digitale sono 88.120.", Verdict::kUnknown},
      {"I lettori che nel 2022 hanno scelto il digitale sono 88.120.", Verdict::kSupported},
      // Another year, another place: nobody knows.
      {"Nel 2019 le biblioteche hanno prestato 60 milioni di libri.", Verdict::kUnknown},
      {"In Puglia le biblioteche sono 900.", Verdict::kUnknown},
      // What was published in 2023 does not tell of 2025.
      {"Nel 2025 il biglietto medio dei musei statali costa 12 euro.", Verdict::kUnknown},
      {"Gli scontrini dei musei per mostre temporanee all'estero sono 90 milioni.",
       Verdict::kUnknown},
      {"In Calabria le biblioteche sono 900.", Verdict::kRefuted},
      // Which ones are meant is not what is claimed.
      {"I visitatori sotto i 25 anni dei musei statali sono 90 milioni.", Verdict::kUnknown},
      // Conditions are met as numbers, in words too, and not as a part of others.
      {"I Comuni con meno di cinquemila abitanti ricevono 1.200 euro per ogni biblioteca.",
       Verdict::kSupported},
      {"I Comuni con meno di 500 abitanti ricevono 1.200 euro per ogni biblioteca.",
       Verdict::kUnknown},
      // Of the same sort of thing, another one.
      {"La spesa per nuovi teatri è stata di 38 milioni di euro.", Verdict::kUnknown},
      {"Le videoteche aperte al pubblico sono 7.420.", Verdict::kUnknown},
      // Of bounds what is most alike decides, and only of the place that is named.
      {"In Piemonte le biblioteche sono meno di 500.", Verdict::kRefuted},
      {"In Molise le biblioteche sono meno di 500.", Verdict::kUnknown},
      {"In Puglia le biblioteche sono 612.", Verdict::kUnknown},
      // A difference nobody states, between two levels of a sentence.
      {"Le biblioteche scolastiche sono raddoppiate.", Verdict::kRefuted},
      {"Le biblioteche scolastiche sono cresciute di oltre un terzo.", Verdict::kSupported},
      // Near, and about something else
      {"I custodi dei musei hanno scioperato per 15 giorni.", Verdict::kUnknown},
      {"I teatri d'opera hanno venduto 2 milioni di biglietti.", Verdict::kUnknown},
  };
  for (const Case& test : kCases) {
    const std::vector<CheckResult> results =
        check_claim(store.database, store.stemmer, test.claim, "");
    EXPECT_EQ(name_of(verdict_of(results)), name_of(test.verdict)) << test.claim;
    for (const CheckResult& result : results) {
      EXPECT_FALSE(result.why.empty()) << test.claim;
      if (result.verdict != Verdict::kUnknown) {
        EXPECT_FALSE(result.evidence.empty()) << test.claim;
      }
    }
  }
}

TEST(Check, AClaimWithoutFigureIsOneUnknown) {
  const SmallStore store(kTexts);
  const std::vector<CheckResult> results =
      check_claim(store.database, store.stemmer, "Le biblioteche sono belle.", "");
  ASSERT_EQ(results.size(), 1u);
  EXPECT_FALSE(results[0].figure.has_value());
  EXPECT_EQ(results[0].verdict, Verdict::kUnknown);
  EXPECT_NE(json_of(results[0]).find("\"figure\":null"), std::string::npos);
}

}  // namespace
}  // namespace cifra
