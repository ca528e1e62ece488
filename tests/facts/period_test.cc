#include "core/facts/period.h"

#include <gtest/gtest.h>

namespace cifra {
namespace {

TEST(Period, OfTimes) {
  const struct {
    std::string_view time, from, to;
  } kCases[] = {
      {"2020", "2020-01-01", "2020-12-31"},
      {"2020-02", "2020-02-01", "2020-02-29"},
      {"2021-01-20", "2021-01-20", "2021-01-20"},
      {"2015/2019", "2015-01-01", "2019-12-31"},
      {"2022-03/2022-09", "2022-03-01", "2022-09-30"},
      {"2021-04-01/2021-06-30", "2021-04-01", "2021-06-30"},
      {"2021/..", "2021-01-01", ""},
      {"../2021-06", "", "2021-06-30"},
  };
  for (const auto& one : kCases) {
    EXPECT_EQ(period_of(one.time), (Period{std::string(one.from), std::string(one.to)}))
        << one.time;
  }
}

TEST(Period, NothingForOtherTexts) {
  for (std::string_view text : {"", "20", "2021-", "2021-13", "2021-02-30", "2021-1-1", "ieri",
                                "../..", "2021/ieri", "2021-01-20T10:00"}) {
    EXPECT_EQ(period_of(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace cifra
