// Exact decimal numbers: what a figure's value is made of. A coefficient of up to 37 digits and a
// power of ten; no float ever touches it.
//
// Cannot do: numbers of more than 37 significant digits. They are refused, never rounded.

#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cifra {

class Decimal {
 public:
  constexpr Decimal() = default;
  constexpr explicit Decimal(int64_t integer) {
    while (integer != 0 && integer % 10 == 0) {
      integer /= 10;
      ++exponent_;
    }
    coefficient_ = integer;
  }

  // "-12.50" → −12.50; digits with at most one '.', an optional sign, no exponent, no grouping.
  // Nothing for anything else or when it has too many digits.
  static std::optional<Decimal> parse(std::string_view text);

  // Nothing when the exact result has too many digits.
  std::optional<Decimal> plus(const Decimal& other) const;
  std::optional<Decimal> minus(const Decimal& other) const;
  std::optional<Decimal> times(const Decimal& other) const;
  // This times 10^power.
  std::optional<Decimal> scaled(int power) const;
  Decimal negated() const;

  bool is_negative() const { return coefficient_ < 0; }
  bool is_zero() const { return coefficient_ == 0; }
  bool is_integer() const;

  // Plain notation without grouping or exponent: "16400000", "2.5", "-0.3"; no trailing zeros
  // after the point.
  std::string to_string() const;
  // The nearest double: for ordering and range search only, never for a value.
  double approximate() const;

  std::strong_ordering operator<=>(const Decimal& other) const;
  bool operator==(const Decimal& other) const {
    return coefficient_ == other.coefficient_ && (exponent_ == other.exponent_ || is_zero());
  }

 private:
  __extension__ using Int128 = __int128;
  Decimal(Int128 coefficient, int exponent) : coefficient_(coefficient), exponent_(exponent) {}

  Int128 coefficient_ = 0;  // normalised: no trailing zero unless it is 0
  int exponent_ = 0;        // value = coefficient · 10^exponent
};

// A figure's value: a decimal, or a fraction kept as one ("un terzo" is 1/3).
struct Value {
  Decimal numerator;
  Decimal denominator{1};

  static std::optional<Value> parse(std::string_view text);  // "1234.5" or "1/3"
  std::string to_string() const;
  double approximate() const;
  std::strong_ordering operator<=>(const Value& other) const;  // exact, by cross multiplication
  bool operator==(const Value& other) const {
    return denominator == other.denominator ? numerator == other.numerator : (*this <=> other) == 0;
  }
};

}  // namespace cifra
