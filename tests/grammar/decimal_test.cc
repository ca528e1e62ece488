#include "core/grammar/decimal.h"

#include <gtest/gtest.h>

#include <random>

namespace cifra {
namespace {

Decimal decimal(std::string_view text) {
  const auto value = Decimal::parse(text);
  EXPECT_TRUE(value) << text;
  return value.value_or(Decimal());
}

TEST(Decimal, ReadsAndWrites) {
  const std::pair<const char*, const char*> cases[] = {
      {"0", "0"},
      {"000", "0"},
      {"16400000", "16400000"},
      {"-12.50", "-12.5"},
      {"0.05", "0.05"},
      {"+3", "3"},
      {"1000.000", "1000"},
      {"007.10", "7.1"},
      {"100000000000000000000", "100000000000000000000"},
      {"-0", "0"},
      {"123456789012345678901234567890.1234567", "123456789012345678901234567890.1234567"}};
  for (const auto& [in, out] : cases) EXPECT_EQ(decimal(in).to_string(), out);
}

TEST(Decimal, RefusesWhatItCannotHold) {
  for (const char* text : {"", "-", ".", "1.", "1,5", "1e5", "1.2.3", " 1",
                           "12345678901234567890123456789012345678"}) {
    EXPECT_FALSE(Decimal::parse(text)) << text;
  }
  EXPECT_FALSE(decimal("9999999999999999999").times(decimal("9999999999999999999")));
}

TEST(Decimal, Computes) {
  EXPECT_EQ(decimal("16000000").plus(decimal("400000"))->to_string(), "16400000");
  EXPECT_EQ(decimal("0.1").plus(decimal("0.2"))->to_string(), "0.3");
  EXPECT_EQ(decimal("2.5").times(decimal("1000000"))->to_string(), "2500000");
  EXPECT_EQ(decimal("1").minus(decimal("1.5"))->to_string(), "-0.5");
  EXPECT_EQ(decimal("4.3").scaled(9)->to_string(), "4300000000");
}

TEST(Decimal, OrdersExactly) {
  EXPECT_LT(decimal("-2"), decimal("-1.9999999999999999999999999999"));
  EXPECT_GT(decimal("1000000000000000000000000"), decimal("0.000000000000000000000001"));
  EXPECT_EQ(decimal("10.0"), decimal("10"));
  EXPECT_LT(*Value::parse("1/3"), *Value::parse("0.33333333333333333333333333333334"));
  EXPECT_EQ(*Value::parse("2/4"), *Value::parse("0.5"));
}

TEST(Decimal, AgreesWithIntegerArithmetic) {
  std::mt19937_64 random(7);
  for (int i = 0; i < 20000; ++i) {
    const auto a = static_cast<int64_t>(random() % 2000000000) - 1000000000;
    const auto b = static_cast<int64_t>(random() % 2000000000) - 1000000000;
    EXPECT_EQ(Decimal(a).plus(Decimal(b))->to_string(), std::to_string(a + b));
    EXPECT_EQ(Decimal(a).times(Decimal(b))->to_string(), std::to_string(a * b));
    EXPECT_EQ(Decimal(a) < Decimal(b), a < b);
  }
}

}  // namespace
}  // namespace cifra
