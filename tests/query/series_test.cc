#include "core/query/series.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/query/small_store.h"

namespace cifra {
namespace {

const std::vector<SmallText> kTexts = {
    {"2020.txt", "Il verde urbano nel 2020", "2021-02-01",
     "Nel 2020 gli alberi piantati nei parchi sono stati 12.500.\n\n"
     "Le panchine nuove sono 340.\n"},
    {"2021.txt", "Il verde urbano nel 2021", "2022-02-01",
     "Nel 2021 gli alberi piantati nei parchi sono stati 18mila.\n\n"
     "Gli alberi piantati sono aumentati del 44%.\n"},
    {"2021-nuovo.txt", "Il verde urbano nel 2021: dati rivisti", "2022-09-01",
     "Nel 2021 gli alberi piantati nei parchi sono stati 21.400.\n"},
    {"2020-altri.txt", "Alberi e parchi", "2021-05-01",
     "Nel 2020 gli alberi piantati nei parchi sono stati circa 12mila.\n"},
};

// "VALUE@TIME mark", a line each.
std::string lines_of(const Series& series) {
  std::string lines;
  for (const SeriesPoint& point : series.points) {
    lines += point.fact.value + '@' + point.fact.time;
    if (point.mark != SeriesMark::kNone) lines.append(1, ' ').append(name_of(point.mark));
    lines += '\n';
  }
  return lines;
}

Series ask(const SmallStore& store, std::string_view metric, const SearchFilter& filter = {}) {
  SearchFilter generous = filter;
  generous.limit = 0;
  return series_of(store.database, store.stemmer, metric, generous);
}

TEST(Series, GathersOneMetricInOrderOfTime) {
  const SmallStore store(kTexts);
  const Series series = ask(store, "alberi piantati");
  // Another source's other number contradicts; a round one does not.
  EXPECT_EQ(lines_of(series), "12500@2020\n12000@2020\n18000@2021 conflict\n21400@2021 conflict\n");
  EXPECT_FALSE(series.change);
  ASSERT_EQ(series.points.size(), 4u);
  ASSERT_EQ(series.points[2].against.size(), 1u);
  EXPECT_EQ(series.points[2].against[0], series.points[3].fact.id);
}

TEST(Series, ANamedColumnIsOneMetric) {
  const SmallStore store({{"2021.txt", "Parchi nel 2021", "2022-02-01",
                           "Parchi nel 2021\n\n"
                           "Zona    Alberi piantati   Alberi abbattuti   Totale alberi\n"
                           "Nord                120                 35            2100\n"
                           "Sud                  80                 12            1900\n"}});
  const Series series = ask(store, "alberi piantati");
  ASSERT_FALSE(series.points.empty());
  for (const SeriesPoint& point : series.points) {
    EXPECT_EQ(point.fact.column, "Alberi piantati") << point.fact.value;
  }
}

TEST(Series, OfAColumnsRowsTheTotalIsTheMetric) {
  const SmallStore store({{"2021.txt", "Vivai nel 2021", "2022-02-01",
                           "Vivai nel 2021\n\n"
                           "Zona      Piante vendute\n"
                           "Nord                 120\n"
                           "Centro                90\n"
                           "Sud                   80\n"
                           "Totale               290\n"}});
  const Series series = ask(store, "piante vendute");
  ASSERT_EQ(series.points.size(), 1U);
  EXPECT_EQ(series.points[0].fact.value, "290");
}

TEST(Series, AMeanIsNoTotal) {
  const SmallStore store({{"2021.txt", "Parchi nel 2021", "2022-02-01",
                           "Nel 2021 gli alberi piantati nei parchi sono stati 18mila.\n\n"
                           "Nel 2020 gli alberi piantati in media nei parchi sono stati 40.\n"}});
  EXPECT_EQ(lines_of(ask(store, "alberi piantati")), "18000@2021\n");
}

TEST(Series, TheSameIssuersLaterWordIsARevision) {
  SmallStore store(kTexts);
  store.database.prepare("UPDATE documents SET issuer = 'Comune di prova'").run();
  EXPECT_EQ(lines_of(ask(store, "alberi piantati")),
            "12500@2020\n12000@2020\n18000@2021\n21400@2021 revision\n");
}

TEST(Series, CopiesAreOneSource) {
  SmallStore store(kTexts);
  store.database.prepare("UPDATE documents SET copy_group = 1").run();
  const Series series = ask(store, "alberi piantati");
  for (const SeriesPoint& point : series.points) EXPECT_EQ(point.mark, SeriesMark::kNone);
}

TEST(Series, ChangesAreAnotherSeries) {
  const SmallStore store(kTexts);
  const Series series = ask(store, "di quanto sono aumentati gli alberi piantati");
  EXPECT_TRUE(series.change);
  ASSERT_EQ(series.points.size(), 1u);
  EXPECT_EQ(series.points[0].fact.value, "44");
  EXPECT_EQ(series.unit, "%");
}

TEST(Series, FiltersCut) {
  const SmallStore store(kTexts);
  SearchFilter filter;
  filter.to = "2020-12-31";
  EXPECT_EQ(lines_of(ask(store, "alberi piantati", filter)), "12500@2020\n12000@2020\n");
}

TEST(Series, WhatTheStoreDoesNotKnowIsEmpty) {
  const SmallStore store(kTexts);
  EXPECT_TRUE(ask(store, "prezzo del gasolio").points.empty());
}

TEST(Series, JsonAddsToTheFact) {
  const SmallStore store(kTexts);
  const Series series = ask(store, "alberi piantati");
  ASSERT_FALSE(series.points.empty());
  const std::string json = json_of(series.points.back(), series);
  EXPECT_NE(json.find("\"series_value\":\"21400\""), std::string::npos) << json;
  EXPECT_NE(json.find("\"mark\":\"conflict\""), std::string::npos) << json;
}

}  // namespace
}  // namespace cifra
