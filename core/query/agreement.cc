#include "core/query/agreement.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/facts/units.h"
#include "core/query/interval.h"
#include "core/query/italian_value.h"
#include "core/text/ascii_letters.h"

namespace cifra {
namespace {

// A quantity made comparable: signed, in base units, in the dimension it is measured in.
struct Measured {
  std::string dimension;
  Value value;
  std::optional<Value> high;
  Value half_step;  // rounding on either side
};

// How far from its number a hedged quantity may lie, in percent of the number. Inside `agrees` the
// hedge is honest; beyond `differs` it is false; between the two nobody can say.
struct HedgeRow {
  Approximation approximation;
  std::optional<int> agrees_from, agrees_to;  // nullopt: no end on that side
  std::optional<int> differs_below, differs_above;
};

constexpr auto kHedges = std::to_array<HedgeRow>({
    {Approximation::kNone, 100, 100, 100, 100},
    {Approximation::kAbout, 95, 105, 85, 115},
    // "oltre 16" is true of 40 and still not said of it: far off, nobody can say.
    {Approximation::kOver, 100, 200, 99, std::nullopt},
    {Approximation::kAtLeast, 100, 200, 99, std::nullopt},
    {Approximation::kUnder, 50, 100, std::nullopt, 101},
    {Approximation::kAtMost, 50, 100, std::nullopt, 101},
    {Approximation::kNearly, 90, 100, 80, 102},
    {Approximation::kMagnitude, 100, 1000, 80, 1200},
});

const HedgeRow& row_of(Approximation approximation) {
  return *std::find_if(kHedges.begin(), kHedges.end(), [approximation](const HedgeRow& row) {
    return row.approximation == approximation;
  });
}

Value percent(int hundredths) { return {Decimal(hundredths), Decimal(100)}; }
Value absolute(const Value& value) {
  return value.numerator.is_negative() ? negated(value) : value;
}

std::string without_leading_zeros(std::string digits) {
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
  return digits;
}

Value power_of_ten(int power) {
  return power >= 0 ? Value{*Decimal(1).scaled(power)}
                    : Value{Decimal(1), *Decimal(1).scaled(-power)};
}

Value half_step_of(const Quantity& quantity) {
  // Shares in words are rough: "un quinto" is said of 18 as of 22 %.
  if (quantity.kind == Kind::kShare) return percent(2);
  const Value step = printed_step(quantity.value, quantity.surface);
  return {step.numerator, *step.denominator.times(Decimal(2))};
}

// Shares and proportions of a whole are one dimension: "un quinto", "20 %", "7 su 10".
std::optional<Measured> measured(const Quantity& quantity) {
  Measured result;
  result.value = quantity.value;
  result.high = quantity.high;
  result.half_step = half_step_of(quantity);
  if (quantity.kind == Kind::kShare) {
    result.dimension = "proportion";
  } else if (quantity.kind == Kind::kMultiple) {
    result.dimension = "multiple";
  } else {
    result.dimension = scale_of(quantity.unit).dimension;
    const auto value = in_base_units(quantity.value, quantity.unit);
    const auto half_step = in_base_units(result.half_step, quantity.unit);
    if (!value || !half_step) return std::nullopt;
    result.value = *value;
    result.half_step = *half_step;
    if (quantity.high) result.high = in_base_units(*quantity.high, quantity.unit);
  }
  if (quantity.change == Change::kDecrease && !result.value.numerator.is_negative()) {
    result.value = negated(result.value);
    if (result.high) {
      result.high = negated(*result.high);
      std::swap(result.value, *result.high);
    }
  }
  return result;
}

// "raddoppiati" is a change of +100 %: times two less one.
std::optional<Measured> multiple_as_change(const Quantity& quantity) {
  const auto change = sum(quantity.value, Value{Decimal(-1)});
  if (!change) return std::nullopt;
  return Measured{"proportion", *change, std::nullopt, half_step_of(quantity)};
}

// "7 su 10" as a proportion.
std::optional<Measured> part_of_whole(const Quantity& quantity) {
  if (!quantity.whole || quantity.whole->numerator.is_zero()) return std::nullopt;
  const Value one_of_whole{quantity.whole->denominator, quantity.whole->numerator};
  const auto share = product(quantity.value, one_of_whole);
  const auto half_step = product(half_step_of(quantity), one_of_whole);
  if (!share || !half_step) return std::nullopt;
  return Measured{"proportion", *share, std::nullopt, *half_step};
}

bool is_change(const Quantity& quantity) {
  return quantity.change != Change::kNone || quantity.kind == Kind::kMultiple;
}

size_t significant_digits(std::string_view surface) {
  std::string digits;
  for (const char c : surface) {
    if (is_ascii_digit(c)) digits.push_back(c);
  }
  while (!digits.empty() && digits.back() == '0') digits.pop_back();
  return without_leading_zeros(digits).size();
}

bool is_limit(const Quantity& quantity) {
  return quantity.approximation == Approximation::kAtLeast ||
         quantity.approximation == Approximation::kAtMost;
}

// "8,9 miliardi di assegno unico": the currency may be understood, so the two can agree, but no
// number of people contradicts an amount of money.
bool money_unsaid(const Quantity& unsaid, const Quantity& said) {
  return said.kind == Kind::kMoney && unsaid.unit.empty() &&
         (unsaid.kind == Kind::kNumber || unsaid.kind == Kind::kCount);
}

// Brings both to one dimension where the language allows it. False where it does not.
bool made_comparable(const Quantity& claim, const Quantity& fact, std::optional<Measured>& claimed,
                     std::optional<Measured>& known) {
  if (claimed->dimension == known->dimension) return is_change(claim) == is_change(fact);
  if (money_unsaid(claim, fact) || money_unsaid(fact, claim)) {
    return is_change(claim) == is_change(fact);
  }
  if (claim.kind == Kind::kMultiple && is_change(fact) && known->dimension == "proportion") {
    claimed = multiple_as_change(claim);
  } else if (fact.kind == Kind::kMultiple && is_change(claim) &&
             claimed->dimension == "proportion") {
    known = multiple_as_change(fact);
  } else if (claimed->dimension == "proportion" && !is_change(claim) && fact.whole) {
    known = part_of_whole(fact);
  } else if (known->dimension == "proportion" && !is_change(fact) && claim.whole) {
    claimed = part_of_whole(claim);
  } else {
    return false;
  }
  return claimed && known;
}

struct Interval {
  std::optional<Value> low, high;  // nullopt: no end on that side

  bool holds(const Measured& measured) const {
    return holds(measured.value) && (!measured.high || holds(*measured.high));
  }
  bool holds(const Value& value) const {
    return (!low || *low <= value) && (!high || value <= *high);
  }
};

// `step` is the rounding on either side, in base units.
Interval around(const Measured& measured, std::optional<int> from, std::optional<int> to,
                const Value& step) {
  Interval result;
  const Value& top = measured.high ? *measured.high : measured.value;
  // Factors stretch away from zero, so a negative number's ends change places.
  if (top.numerator.is_negative()) std::swap(from, to);
  if (from) {
    const auto scaled = product(measured.value, percent(*from));
    if (scaled) result.low = sum(*scaled, negated(step));
  }
  if (to) {
    const auto scaled = product(top, percent(*to));
    if (scaled) result.high = sum(*scaled, step);
  }
  return result;
}

struct Intervals {
  Interval agrees, differs_outside;
};

// One printed digit rounds coarsely ("2 milioni"): what it may stand for is believed only so far.
Value at_most_share(const Value& half_step, const Value& value, int hundredths) {
  const auto share = product(absolute(value), percent(hundredths));
  return share && *share < half_step ? *share : half_step;
}

Intervals intervals_of(const Quantity& quantity, const Measured& measured) {
  const HedgeRow& row = row_of(quantity.approximation);
  // "oltre mille" is rounded to nothing: where a bound lies is meant.
  const int most = is_bound(quantity) ? 0 : 33;
  return {around(measured, row.agrees_from, row.agrees_to,
                 at_most_share(measured.half_step, measured.value, std::min(most, 10))),
          around(measured, row.differs_below, row.differs_above,
                 at_most_share(measured.half_step, measured.value, most))};
}

// A source that says "oltre 11,3 milioni" would not of 20: the more digits, the nearer. Of a
// claim's own bound nobody can say.
Intervals intervals_of_source(const Quantity& quantity, const Measured& measured) {
  constexpr int kAgrees = 104, kDiffers = 112;
  constexpr size_t kManyDigits = 3;
  Intervals intervals = intervals_of(quantity, measured);
  if (quantity.approximation != Approximation::kOver) return intervals;
  const bool precise = quantity.kind == Kind::kShare ||  // "oltre un terzo" is no half
                       significant_digits(quantity.surface) >= kManyDigits;
  if (!precise) return intervals;
  const Value none{Decimal(0)};
  intervals.differs_outside.low = around(measured, 100, {}, none).low;
  intervals.agrees.high = around(measured, {}, kAgrees, none).high;
  intervals.differs_outside.high = around(measured, {}, kDiffers, none).high;
  return intervals;
}

bool is_strict(const Quantity& quantity) {
  return quantity.approximation == Approximation::kOver ||
         quantity.approximation == Approximation::kUnder;
}

bool disjoint(const Interval& left, const Interval& right) {
  return (left.high && right.low && *left.high < *right.low) ||
         (right.high && left.low && *right.high < *left.low);
}

// Why a comparison comes out as it does.
enum class Ground : uint8_t {
  kTooLong,
  kChangeAndLevel,
  kOtherUnits,
  kSaysOther,
  kSaysTheSame,
  kComesToTheSame,
  kAllowsIt,
  kLeavesItOpen,
};

struct Outcome {
  Agreement agreement;
  Ground ground;
};

std::string words_for(Ground ground, const Quantity& claim, const Quantity& fact) {
  const std::string source = "the source says " + italian_value(fact);
  switch (ground) {
    case Ground::kTooLong:
      return "the numbers are too long to compare";
    case Ground::kChangeAndLevel:
      return "one is a change and the other a level";
    case Ground::kOtherUnits:
      return "measured in other units";
    case Ground::kSaysOther:
      return source + ", the claim " + italian_value(claim);
    case Ground::kSaysTheSame:
      return "the source says the same";
    case Ground::kComesToTheSame:
      return source + ", and that is " + italian_value(claim);
    case Ground::kAllowsIt:
      return source + ", which allows for " + italian_value(claim);
    case Ground::kLeavesItOpen:
      return source + ", which leaves " + italian_value(claim) + " open";
  }
  return source;
}

Outcome outcome_of(const Quantity& claim, const Quantity& fact) {
  std::optional<Measured> claimed = measured(claim);
  std::optional<Measured> known = measured(fact);
  if (!claimed || !known) return {Agreement::kUnclear, Ground::kTooLong};
  if (!made_comparable(claim, fact, claimed, known)) {
    return {Agreement::kIncomparable,
            is_change(claim) != is_change(fact) ? Ground::kChangeAndLevel : Ground::kOtherUnits};
  }
  if (!is_change(claim) &&
      claimed->value.numerator.is_negative() != known->value.numerator.is_negative()) {
    // "un disavanzo di 80" and "un saldo di −80" are one level.
    claimed->value = absolute(claimed->value);
    known->value = absolute(known->value);
  }

  if (is_limit(claim) && claim.approximation == fact.approximation) {
    // Two limits of one side are rules: "almeno il 15 %" is not "almeno il 30 %", though 40 % meets
    // both.
    Quantity claimed_limit = claim, known_limit = fact;
    claimed_limit.approximation = known_limit.approximation = Approximation::kNone;
    return outcome_of(claimed_limit, known_limit);
  }
  if (is_strict(claim) && fact.approximation == Approximation::kNone && !fact.high &&
      claimed->value == known->value) {
    // "meno di 345" is not true of 345; of a rounded number nobody can say.
    return {counted_exactly(fact) ? Agreement::kDiffers : Agreement::kUnclear, Ground::kSaysOther};
  }
  const Intervals of_claim = intervals_of(claim, *claimed);
  const Intervals of_fact = intervals_of_source(fact, *known);
  if (disjoint(of_claim.differs_outside, of_fact.differs_outside)) {
    if (money_unsaid(claim, fact) || money_unsaid(fact, claim)) {
      return {Agreement::kIncomparable, Ground::kOtherUnits};
    }
    return {Agreement::kDiffers, Ground::kSaysOther};
  }
  // Hedges that point apart ("meno di 12" against "oltre 12") meet in the number alone.
  if (of_claim.agrees.holds(*known) && !disjoint(of_claim.agrees, of_fact.agrees)) {
    const bool same = claim.surface == fact.surface;
    return {Agreement::kAgrees, same ? Ground::kSaysTheSame : Ground::kComesToTheSame};
  }
  const bool fact_is_open = !of_fact.differs_outside.low || !of_fact.differs_outside.high;
  if (of_fact.agrees.holds(*claimed) && !fact_is_open) {
    return {Agreement::kAgrees, Ground::kAllowsIt};
  }
  return {Agreement::kUnclear, Ground::kLeavesItOpen};
}

}  // namespace

Quantity quantity_of(const QuantityWords& words) {
  Quantity quantity;
  quantity.kind = kind_named(words.kind).value_or(Kind::kNumber);
  quantity.value = Value::parse(words.value).value_or(Value{});
  if (!words.high.empty()) quantity.high = Value::parse(words.high);
  quantity.unit = words.unit;
  quantity.approximation = approximation_named(words.approximation).value_or(Approximation::kNone);
  quantity.change = change_named(words.change).value_or(Change::kNone);
  if (!words.whole.empty()) quantity.whole = Value::parse(words.whole);
  quantity.surface = words.surface;
  return quantity;
}

Quantity quantity_of(const FactRow& row) {
  return quantity_of(QuantityWords{row.kind, row.value, row.high, row.unit, row.approximation,
                                   row.change, row.whole, row.surface});
}

bool is_bound(const Quantity& quantity) {
  switch (quantity.approximation) {
    case Approximation::kOver:
    case Approximation::kUnder:
    case Approximation::kAtLeast:
    case Approximation::kAtMost:
      return true;
    default:
      return false;
  }
}

Value printed_step(const Value& value, std::string_view surface) {
  if (value.denominator != Decimal(1)) return {Decimal(0)};
  std::string number = value.numerator.to_string();
  std::erase(number, '-');
  int exponent = 0;
  if (const size_t point = number.find('.'); point != std::string::npos) {
    exponent = -static_cast<int>(number.size() - point - 1);
    number.erase(point, 1);
  }
  number = without_leading_zeros(number);
  while (number.size() > 1 && number.back() == '0') {
    number.pop_back();
    ++exponent;
  }
  std::string printed;
  for (const char c : surface) {
    if (is_ascii_digit(c)) printed.push_back(c);
  }
  printed = without_leading_zeros(printed);
  if (printed.empty()) {  // in words: to the scale word, thousands, millions …
    return power_of_ten(std::max(0, exponent - exponent % 3));
  }
  // What was printed is the number's digits with zeros more or less.
  if (!printed.starts_with(number) && !number.starts_with(printed)) return {Decimal(0)};
  return power_of_ten(exponent + static_cast<int>(number.size()) -
                      static_cast<int>(printed.size()));
}

bool counted_exactly(const Quantity& quantity) {
  const bool counts = quantity.kind == Kind::kCount || quantity.kind == Kind::kNumber;
  return counts && printed_step(quantity.value, quantity.surface) == Value{Decimal(1)};
}

std::optional<Allowed> allowed(const Quantity& quantity) {
  const std::optional<Measured> known = measured(quantity);
  if (!known) return std::nullopt;
  const Interval interval = intervals_of(quantity, *known).differs_outside;
  return Allowed{known->dimension, interval.low, interval.high};
}

Comparison compare(const Quantity& claim, const Quantity& fact) {
  const Outcome outcome = outcome_of(claim, fact);
  return {outcome.agreement, words_for(outcome.ground, claim, fact)};
}

bool contradict(const Quantity& left, const Quantity& right) {
  return outcome_of(left, right).agreement == Agreement::kDiffers &&
         outcome_of(right, left).agreement == Agreement::kDiffers;
}

}  // namespace cifra
