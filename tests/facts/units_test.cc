#include "core/facts/units.h"

#include <gtest/gtest.h>

namespace cifra {
namespace {

struct Case {
  const char *value, *unit, *same_value, *same_unit;
};

TEST(Units, SameAmountInOtherUnits) {
  for (const Case& c : {
           Case{"1.5", "km", "1500", "m"},
           Case{"1", "km2", "100", "ha"},
           Case{"2", "a", "24", "mo"},
           Case{"90", "min", "1.5", "h"},
           Case{"2.5", "GW.h", "2500", "MW.h"},
           Case{"3.6", "MJ", "1", "kW.h"},
           Case{"1000", "Mbit/s", "1", "Gbit/s"},
           Case{"20", "%", "200", "‰"},
           Case{"50", "bp", "0.5", "pp"},
           Case{"7", "EUR", "7", "EUR"},
       }) {
    const auto left = in_base_units(*Value::parse(c.value), c.unit);
    const auto right = in_base_units(*Value::parse(c.same_value), c.same_unit);
    ASSERT_TRUE(left && right) << c.unit;
    EXPECT_EQ(*left, *right) << c.value << ' ' << c.unit;
    EXPECT_EQ(scale_of(c.unit).dimension, scale_of(c.same_unit).dimension);
  }
}

TEST(Units, WhatDoesNotCompareHasAnotherDimension) {
  EXPECT_NE(scale_of("%").dimension, scale_of("pp").dimension);
  EXPECT_NE(scale_of("EUR").dimension, scale_of("USD").dimension);
  EXPECT_NE(scale_of("mo").dimension, scale_of("d").dimension);
  EXPECT_NE(scale_of("").dimension, scale_of("EUR").dimension);
}

TEST(Units, TooManyDigitsAreRefused) {
  const auto long_value = Value::parse("9999999999999999999999999999999999999");
  ASSERT_TRUE(long_value);
  EXPECT_EQ(in_base_units(*long_value, "[mi_i]"), std::nullopt);
}

}  // namespace
}  // namespace cifra
