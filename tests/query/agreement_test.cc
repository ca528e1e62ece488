#include "core/query/agreement.h"

#include <gtest/gtest.h>

namespace cifra {
namespace {

Quantity quantity(const char* value, const char* surface, Kind kind = Kind::kCount,
                  const char* unit = "", Approximation approximation = Approximation::kNone,
                  Change change = Change::kNone) {
  Quantity result;
  result.kind = kind;
  result.value = *Value::parse(value);
  result.unit = unit;
  result.approximation = approximation;
  result.change = change;
  result.surface = surface;
  return result;
}

TEST(Agreement, StepOfTheLastPrintedDigit) {
  struct Case {
    const char *value, *surface, *step;
  };
  for (const Case& c : {
           Case{"16400000", "16,4 milioni", "100000"},
           Case{"16400000", "16 milioni e 400mila", "1000"},
           Case{"16000000", "16 milioni", "1000000"},
           Case{"70000", "70 mila", "1000"},
           Case{"7195", "7.195", "1"},
           Case{"100", "100", "1"},
           Case{"0.3", "0,3", "1/10"},
           Case{"58.4", "58,40", "1/100"},
           Case{"20000", "ventimila", "1000"},
           Case{"200", "duecento", "1"},
           Case{"1/3", "un terzo", "0"},
       }) {
    EXPECT_EQ(printed_step(*Value::parse(c.value), c.surface), *Value::parse(c.step)) << c.surface;
  }
}

TEST(Agreement, OfClaimAndFact) {
  constexpr auto kCount = Kind::kCount;
  constexpr auto kPercent = Kind::kPercent;
  constexpr auto kAbout = Approximation::kAbout;
  constexpr auto kOver = Approximation::kOver;
  constexpr auto kUnder = Approximation::kUnder;
  constexpr auto kNearly = Approximation::kNearly;
  constexpr auto kExact = Approximation::kNone;
  struct Case {
    Quantity claim, fact;
    Agreement agreement;
  };
  const Quantity exact = quantity("16400000", "16 milioni e 400mila");
  for (const Case& c : {
           // Rounding read off the digits
           Case{quantity("16000000", "16 milioni"), exact, Agreement::kAgrees},
           Case{quantity("16400000", "16,4 milioni"), exact, Agreement::kAgrees},
           Case{quantity("16300000", "16,3 milioni"), exact, Agreement::kDiffers},
           Case{quantity("17000000", "17 milioni"), exact, Agreement::kDiffers},
           // Hedges of the claim
           Case{quantity("16000000", "16 milioni", kCount, "", kOver), exact, Agreement::kAgrees},
           Case{quantity("12000000", "12 milioni", kCount, "", kUnder), exact, Agreement::kDiffers},
           Case{quantity("17000000", "17 milioni", kCount, "", kUnder), exact, Agreement::kAgrees},
           Case{quantity("16500000", "16,5 milioni", kCount, "", kNearly), exact,
                Agreement::kAgrees},
           Case{quantity("16000000", "16 milioni", kCount, "", kAbout), exact, Agreement::kAgrees},
           Case{quantity("12000000", "12 milioni", kCount, "", kAbout), exact, Agreement::kDiffers},
           // Hedges of the fact
           Case{quantity("55000000", "55 milioni"),
                quantity("55000000", "55 milioni", kCount, "", kOver), Agreement::kAgrees},
           Case{quantity("55000000", "55 milioni", kCount, "", kOver),
                quantity("55000000", "55 milioni", kCount, "", kOver), Agreement::kAgrees},
           Case{quantity("60000000", "60 milioni"),
                quantity("55000000", "55 milioni", kCount, "", kOver), Agreement::kUnclear},
           Case{quantity("50000000", "50 milioni"),
                quantity("55000000", "55 milioni", kCount, "", kOver), Agreement::kDiffers},
           // A bound is rounded to nothing, and one of many digits is near
           Case{quantity("1000", "mille", kCount, "", kOver), quantity("718", "718"),
                Agreement::kDiffers},
           Case{quantity("20000000", "20 milioni"),
                quantity("11300000", "11,3 milioni", kCount, "", kOver), Agreement::kDiffers},
           Case{quantity("14000000", "14 milioni", kCount, "", kUnder),
                quantity("14200000", "14,2 milioni", kCount, "", kOver), Agreement::kDiffers},
           // Limits are rules: they hold or not as numbers
           Case{quantity("30", "30", kPercent, "%", Approximation::kAtLeast),
                quantity("15", "15", kPercent, "%", Approximation::kAtLeast), Agreement::kDiffers},
           Case{quantity("700", "700", kCount, "", Approximation::kAtMost),
                quantity("700", "700", kCount, "", Approximation::kAtMost), Agreement::kAgrees},
           // A currency understood
           Case{quantity("8900000000", "8,9 miliardi", Kind::kNumber),
                quantity("8900000000", "8,9 miliardi", Kind::kMoney, "EUR"), Agreement::kAgrees},
           // Shares, percents, parts of a whole
           Case{quantity("1/3", "un terzo", Kind::kShare, "", kOver),
                quantity("37.5", "37,5", kPercent, "%"), Agreement::kAgrees},
           Case{quantity("1/2", "la metà", Kind::kShare, "", kAbout),
                quantity("28", "28", kPercent, "%"), Agreement::kDiffers},
           Case{quantity("1/5", "un quinto", Kind::kShare), quantity("20.5", "20,5", kPercent, "%"),
                Agreement::kAgrees},
           // Changes: sign and kind
           Case{quantity("4.2", "4,2", kPercent, "%", kExact, Change::kDecrease),
                quantity("4.2", "4,2", kPercent, "%", kExact, Change::kIncrease),
                Agreement::kDiffers},
           Case{quantity("2", "raddoppiati", Kind::kMultiple),
                quantity("35", "35", kPercent, "%", kExact, Change::kIncrease),
                Agreement::kDiffers},
           Case{quantity("2", "raddoppiati", Kind::kMultiple),
                quantity("100", "100", kPercent, "%", kExact, Change::kIncrease),
                Agreement::kAgrees},
           Case{quantity("4.2", "4,2", kPercent, "%"),
                quantity("4.2", "4,2", kPercent, "%", kExact, Change::kIncrease),
                Agreement::kIncomparable},
           // Units
           Case{quantity("88", "88", Kind::kMeasure, "km"),
                quantity("88000", "88.000", Kind::kMeasure, "m"), Agreement::kAgrees},
           Case{quantity("1", "un", Kind::kDuration, "a"),
                quantity("6", "6", Kind::kDuration, "mo"), Agreement::kDiffers},
           Case{quantity("88", "88", Kind::kMeasure, "km"),
                quantity("88", "88", Kind::kMoney, "EUR"), Agreement::kIncomparable},
           Case{quantity("5", "5", kPercent, "%"), quantity("5", "5", kPercent, "pp"),
                Agreement::kIncomparable},
       }) {
    const Comparison result = compare(c.claim, c.fact);
    EXPECT_EQ(result.agreement, c.agreement)
        << c.claim.surface << " against " << c.fact.surface << ": " << result.why;
    EXPECT_FALSE(result.why.empty());
  }
}

TEST(Agreement, RangesAgreeWithWhatLiesInside) {
  Quantity range = quantity("10", "tra 10 e 15", Kind::kCount);
  range.high = Value{Decimal(15)};
  EXPECT_EQ(compare(range, quantity("12", "12")).agreement, Agreement::kAgrees);
  EXPECT_EQ(compare(range, quantity("20", "20")).agreement, Agreement::kDiffers);
}

TEST(Agreement, APartOfAWholeIsAProportion) {
  Quantity part = quantity("7", "7");
  part.whole = Value{Decimal(10)};
  EXPECT_EQ(compare(quantity("70", "70", Kind::kPercent, "%"), part).agreement, Agreement::kAgrees);
  EXPECT_EQ(compare(quantity("35", "35", Kind::kPercent, "%"), part).agreement,
            Agreement::kDiffers);
}

}  // namespace
}  // namespace cifra
