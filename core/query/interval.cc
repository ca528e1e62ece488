#include "core/query/interval.h"

#include "core/facts/units.h"

namespace cifra {
namespace {

// Denominators that are a power of ten, or twice one, become part of the digits, so that long sums
// do not run out of them.
Value simplified(Value value) {
  const std::string denominator = value.denominator.to_string();
  if (denominator == "1" || denominator.find_first_not_of('0', 1) != std::string::npos)
    return value;
  if (denominator[0] != '1' && denominator[0] != '2') return value;
  auto numerator = value.numerator.scaled(1 - static_cast<int>(denominator.size()));
  if (numerator && denominator[0] == '2') numerator = numerator->times(*Decimal::parse("0.5"));
  return numerator ? Value{*numerator} : value;
}

using MaybeValue = std::optional<Value>;

MaybeValue sum_of(const MaybeValue& left, const MaybeValue& right) {
  return left && right ? sum(*left, *right) : std::nullopt;
}
MaybeValue quotient_of(const MaybeValue& left, const MaybeValue& right) {
  return left && right && is_positive(*right) ? quotient(*left, *right) : std::nullopt;
}
MaybeValue negated_of(const MaybeValue& value) {
  return value ? MaybeValue(negated(*value)) : std::nullopt;
}

}  // namespace

std::optional<Allowed> counted_or_allowed(const Quantity& quantity) {
  const bool exact = counted_exactly(quantity) && !quantity.high &&
                     quantity.approximation == Approximation::kNone &&
                     quantity.change == Change::kNone;
  if (exact) return Allowed{quantity.unit, quantity.value, quantity.value};
  return allowed(quantity);
}

Allowed sum(const Allowed& left, const Allowed& right) {
  return {left.dimension, sum_of(left.low, right.low), sum_of(left.high, right.high)};
}

Allowed times(const Allowed& allowed, const Value& factor) {
  const auto scaled = [&](const MaybeValue& value) {
    return value ? product(*value, factor) : std::nullopt;
  };
  return {allowed.dimension, scaled(allowed.low), scaled(allowed.high)};
}

Allowed difference(const Allowed& left, const Allowed& right) {
  return sum(left, {right.dimension, negated_of(right.high), negated_of(right.low)});
}

Allowed ratio(const Allowed& part, const Allowed& whole) {
  const auto negative = [](const MaybeValue& value) {
    return value && value->numerator.is_negative();
  };
  return {"proportion", quotient_of(part.low, negative(part.low) ? whole.low : whole.high),
          quotient_of(part.high, negative(part.high) ? whole.high : whole.low)};
}

bool above(const Allowed& left, const Allowed& right) {
  return left.low && right.high && *left.low > *right.high;
}

bool disjoint(const Allowed& left, const Allowed& right) {
  return above(left, right) || above(right, left);
}

std::optional<Value> sum(const Value& left, const Value& right) {
  const Value a = simplified(left), b = simplified(right);
  const auto one = a.numerator.times(b.denominator);
  const auto other = b.numerator.times(a.denominator);
  const auto denominator = a.denominator.times(b.denominator);
  if (!one || !other || !denominator) return std::nullopt;
  const auto numerator = one->plus(*other);
  if (!numerator) return std::nullopt;
  return simplified({*numerator, *denominator});
}

std::optional<Value> quotient(const Value& left, const Value& right) {
  const Value a = simplified(left), b = simplified(right);
  const auto numerator = a.numerator.times(b.denominator);
  const auto denominator = a.denominator.times(b.numerator);
  if (!numerator || !denominator || denominator->is_zero()) return std::nullopt;
  return simplified({*numerator, *denominator});
}

std::string shown(const Value& value) {
  const Value simple = simplified(value);
  if (simple.denominator == Decimal(1)) return simple.numerator.to_string();
  if (simple.denominator.is_negative() || simple.denominator.is_zero()) return simple.to_string();
  constexpr int kPlaces = 2, kHighest = 18;
  const bool negative = simple.numerator.is_negative();
  Decimal rest = negative ? simple.numerator.negated() : simple.numerator;
  Decimal result;
  // Long division, digit by digit: exact until the last place is rounded.
  const auto take = [&](int power) {
    const auto unit = Decimal(1).scaled(power), step = simple.denominator.scaled(power);
    while (step && unit && rest >= *step) {
      const auto left = rest.minus(*step), more = result.plus(*unit);
      if (!left || !more) return;
      rest = *left;
      result = *more;
    }
  };
  for (int power = kHighest; power >= -kPlaces; --power) take(power);
  const auto half = simple.denominator.times(*Decimal(5).scaled(-kPlaces - 1));
  if (half && rest >= *half) result = result.plus(*Decimal(1).scaled(-kPlaces)).value_or(result);
  return (negative ? result.negated() : result).to_string();
}

std::string percent_shown(const Value& part, const Value& whole) {
  const auto share = quotient(part, whole);
  const auto percent = share ? product(*share, Value{Decimal(100)}) : share;
  return percent ? shown(*percent) : "?";
}

std::string change_shown(const Value& from, const Value& to) {
  const auto moved = sum(to, negated(from));
  if (!moved) return "?";
  std::string words = moved->numerator.is_negative() ? std::string() : std::string("+");
  words.append(percent_shown(*moved, from));
  return words;
}

Value negated(const Value& value) { return {value.numerator.negated(), value.denominator}; }

bool is_positive(const Value& value) {
  return !value.numerator.is_zero() && !value.numerator.is_negative();
}

}  // namespace cifra
