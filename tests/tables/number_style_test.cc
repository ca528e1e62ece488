// What decides how a document's numbers are read where one alone can be read in two ways.

#include "core/tables/number_style.h"

#include <gtest/gtest.h>

namespace cifra {
namespace {

struct Case {
  const char* text;
  bool point;
};

class NumberStyle : public testing::TestWithParam<Case> {};

TEST_P(NumberStyle, IsKnown) {
  EXPECT_EQ(has_decimal_point(GetParam().text), GetParam().point) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Texts, NumberStyle,
    testing::Values(
        // The language, where the numbers leave it open.
        Case{"Grants by country, in thousands. Cyprus 3,956 Finland 11,067 Malta 3,090", true},
        Case{"Contributi per regione, in migliaia. Molise 3,956 Umbria 11,067", false},
        Case{"Outlays Transfers Request Germany 70,357 Latvia 65,729 Total 210,119", true},
        // Numbers that leave nothing open decide against the language.
        Case{"Spese per missione: 1,234,567.80 2,345,678.90 3,456,789.10", true},
        Case{"Outlays by agency: 1.234.567,80 2.345.678,90 3.456.789,10", false},
        // Dates and sections say nothing of decimals.
        Case{"Dati del 12.03.2020, 13.03.2020 e 14.03.2020: Molise 3,956", false}));

}  // namespace
}  // namespace cifra
