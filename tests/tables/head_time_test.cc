#include "core/tables/head_time.h"

#include <gtest/gtest.h>

namespace cifra {
namespace {

TEST(HeadTime, IsWhatTheHeadNames) {
  static constexpr struct {
    const char* head;
    const char* time;
  } kCases[] = {
      {"2021", "2021"},
      {"Consuntivo 2021", "2021"},
      {"2021 (milioni di euro)", "2021"},
      {"2018/2019", "2018/2019"},
      {"a.s. 2018/19", "2018/2019"},
      {"Var. % 2018-2019", "2018/2019"},
      {"N. 2018/2019", "2018/2019"},
      {"Numero 2021", "2021"},
      {"31 dicembre 2020", "2020-12-31"},
      // Several, or none
      {"2018 vs 2019", ""},
      {"Decreto 2018/2019", ""},
      {"Legge 584/1994", ""},
      {"Art. 2018/2019", ""},
      {"Codice 120211", ""},
      {"N.", ""},
      {"Totale", ""},
  };
  for (const auto& test : kCases) EXPECT_EQ(time_of_head(test.head, ""), test.time) << test.head;
}

TEST(HeadTime, OfAMonthInItsYear) {
  EXPECT_EQ(month_of_head("Gennaio"), 1);
  EXPECT_EQ(month_of_head("Gennaio 2021"), std::nullopt);
  EXPECT_EQ(month_in_year("2021", 3), "2021-03");
  EXPECT_EQ(month_in_year("2021", 11), "2021-11");
}

}  // namespace
}  // namespace cifra
