#include "core/grammar/decimal.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <vector>

namespace cifra {
namespace {

__extension__ using Int128 = __int128;

constexpr int kMostDigits = 37;
constexpr int kLargestExponent = 100;  // beyond it a value is a mistake of reading, not a figure

Int128 power_of_ten(int power) {
  Int128 result = 1;
  for (int i = 0; i < power; ++i) result *= 10;
  return result;
}

const Int128 kLimit = power_of_ten(kMostDigits);

bool fits(Int128 coefficient) { return coefficient > -kLimit && coefficient < kLimit; }

bool is_narrow(Int128 coefficient) { return coefficient >= INT64_MIN && coefficient <= INT64_MAX; }

int count_digits(Int128 coefficient) {
  int digits = 0;
  for (; !is_narrow(coefficient); coefficient /= 10) ++digits;
  for (auto rest = static_cast<int64_t>(coefficient); rest != 0; rest /= 10) ++digits;
  return digits;
}

std::string digits_of(Int128 coefficient) {
  if (coefficient == 0) return "0";
  std::string digits;
  for (; coefficient != 0; coefficient /= 10) {
    digits.push_back(static_cast<char>('0' + std::abs(static_cast<int>(coefficient % 10))));
  }
  std::reverse(digits.begin(), digits.end());
  return digits;
}

// The digits of |value| before and after the point, as big as they come.
struct Digits {
  std::string digits;
  int exponent = 0;
};

Digits product(const Decimal& left, const Decimal& right) {
  const auto split = [](const Decimal& value) {
    std::string text = value.to_string();
    if (text.front() == '-') text.erase(0, 1);
    const size_t point = text.find('.');
    const int exponent =
        point == std::string::npos ? 0 : -static_cast<int>(text.size() - point - 1);
    if (point != std::string::npos) text.erase(point, 1);
    return Digits{text, exponent};
  };
  const Digits a = split(left);
  const Digits b = split(right);
  std::vector<int> sums(a.digits.size() + b.digits.size(), 0);
  for (size_t i = a.digits.size(); i-- > 0;) {
    for (size_t j = b.digits.size(); j-- > 0;) {
      sums[i + j + 1] += (a.digits[i] - '0') * (b.digits[j] - '0');
    }
  }
  for (size_t i = sums.size(); i-- > 1;) {
    sums[i - 1] += sums[i] / 10;
    sums[i] %= 10;
  }
  Digits result;
  for (const int sum : sums) result.digits.push_back(static_cast<char>('0' + sum));
  result.exponent = a.exponent + b.exponent;
  return result;
}

std::strong_ordering compare_sizes(Digits a, Digits b) {
  const int exponent = std::min(a.exponent, b.exponent);
  a.digits.append(static_cast<size_t>(a.exponent - exponent), '0');
  b.digits.append(static_cast<size_t>(b.exponent - exponent), '0');
  const size_t size = std::max(a.digits.size(), b.digits.size());
  a.digits.insert(0, size - a.digits.size(), '0');
  b.digits.insert(0, size - b.digits.size(), '0');
  return a.digits.compare(b.digits) <=> 0;
}

int sign_of(const Decimal& value) { return value.is_zero() ? 0 : value.is_negative() ? -1 : 1; }

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
  bool negative = false;
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
    negative = text.front() == '-';
    text.remove_prefix(1);
  }
  Decimal result;
  int zeros = 0;  // zeros read but not yet part of the coefficient
  int decimals = 0;
  bool point = false;
  bool any = false;
  for (const char c : text) {
    if (c == '.' && !point) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    any = true;
    if (point) ++decimals;
    if (c == '0') {
      if (result.coefficient_ != 0) ++zeros;
      if (zeros > 2 * kLargestExponent || decimals > 2 * kLargestExponent) return std::nullopt;
      continue;
    }
    if (zeros > kMostDigits) return std::nullopt;
    for (; zeros > 0; --zeros) {
      result.coefficient_ *= 10;
      if (!fits(result.coefficient_)) return std::nullopt;
    }
    if (!fits(result.coefficient_ * 10)) return std::nullopt;
    result.coefficient_ = result.coefficient_ * 10 + (c - '0');
    if (!fits(result.coefficient_)) return std::nullopt;
  }
  if (!any || text.back() == '.') return std::nullopt;
  if (result.coefficient_ == 0) return Decimal();
  result.exponent_ = zeros - decimals;
  if (std::abs(result.exponent_) > kLargestExponent) return std::nullopt;
  return negative ? result.negated() : result;
}

std::optional<Decimal> Decimal::plus(const Decimal& other) const {
  if (is_zero()) return other;
  if (other.is_zero()) return *this;
  const int exponent = std::min(exponent_, other.exponent_);
  const int shift = exponent_ - exponent;
  const int other_shift = other.exponent_ - exponent;
  if (count_digits(coefficient_) + shift > kMostDigits ||
      count_digits(other.coefficient_) + other_shift > kMostDigits) {
    return std::nullopt;
  }
  Decimal sum(coefficient_ * power_of_ten(shift) + other.coefficient_ * power_of_ten(other_shift),
              exponent);
  if (!fits(sum.coefficient_)) return std::nullopt;
  return sum.scaled(0);
}

std::optional<Decimal> Decimal::minus(const Decimal& other) const { return plus(other.negated()); }

std::optional<Decimal> Decimal::times(const Decimal& other) const {
  if (count_digits(coefficient_) + count_digits(other.coefficient_) > kMostDigits) {
    return std::nullopt;
  }
  return Decimal(coefficient_ * other.coefficient_, exponent_ + other.exponent_).scaled(0);
}

std::optional<Decimal> Decimal::scaled(int power) const {
  if (is_zero()) return Decimal();
  Decimal result(coefficient_, exponent_ + power);
  while (!is_narrow(result.coefficient_) && result.coefficient_ % 10 == 0) {
    result.coefficient_ /= 10;
    ++result.exponent_;
  }
  if (is_narrow(result.coefficient_)) {
    auto narrow = static_cast<int64_t>(result.coefficient_);
    for (; narrow % 10 == 0; narrow /= 10) ++result.exponent_;
    result.coefficient_ = narrow;
  }
  if (std::abs(result.exponent_) > kLargestExponent) return std::nullopt;
  return result;
}

Decimal Decimal::negated() const { return {-coefficient_, exponent_}; }

bool Decimal::is_integer() const { return exponent_ >= 0; }

std::string Decimal::to_string() const {
  std::string digits = digits_of(coefficient_);
  if (exponent_ >= 0) {
    if (coefficient_ != 0) digits.append(static_cast<size_t>(exponent_), '0');
  } else {
    const auto decimals = static_cast<size_t>(-exponent_);
    if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
    digits.insert(digits.size() - decimals, 1, '.');
  }
  if (is_negative()) digits.insert(digits.begin(), '-');
  return digits;
}

double Decimal::approximate() const {
  const std::string text = to_string();
  double result = 0;
  std::from_chars(text.data(), text.data() + text.size(), result);
  return result;
}

std::strong_ordering Decimal::operator<=>(const Decimal& other) const {
  const int sign = sign_of(*this);
  if (sign != sign_of(other)) return sign <=> sign_of(other);
  if (exponent_ == other.exponent_) {
    return coefficient_ < other.coefficient_   ? std::strong_ordering::less
           : coefficient_ > other.coefficient_ ? std::strong_ordering::greater
                                               : std::strong_ordering::equal;
  }
  const int shift = exponent_ - other.exponent_;
  if (is_narrow(coefficient_) && is_narrow(other.coefficient_) && std::abs(shift) <= 18) {
    const Int128 left = coefficient_ * power_of_ten(std::max(shift, 0));
    const Int128 right = other.coefficient_ * power_of_ten(std::max(-shift, 0));
    return left < right   ? std::strong_ordering::less
           : left > right ? std::strong_ordering::greater
                          : std::strong_ordering::equal;
  }
  const std::strong_ordering sizes =
      compare_sizes(product(*this, Decimal(1)), product(other, Decimal(1)));
  return sign >= 0 ? sizes : 0 <=> sizes;
}

std::optional<Value> Value::parse(std::string_view text) {
  const size_t slash = text.find('/');
  const auto numerator = Decimal::parse(text.substr(0, slash));
  if (!numerator) return std::nullopt;
  if (slash == std::string_view::npos) return Value{*numerator};
  const auto denominator = Decimal::parse(text.substr(slash + 1));
  if (!denominator || denominator->is_zero() || denominator->is_negative()) return std::nullopt;
  return Value{*numerator, *denominator};
}

std::string Value::to_string() const {
  if (denominator == Decimal(1)) return numerator.to_string();
  return numerator.to_string() + "/" + denominator.to_string();
}

double Value::approximate() const { return numerator.approximate() / denominator.approximate(); }

std::strong_ordering Value::operator<=>(const Value& other) const {
  if (denominator == other.denominator) return numerator <=> other.numerator;
  const int sign = sign_of(numerator);
  if (sign != sign_of(other.numerator)) return sign <=> sign_of(other.numerator);
  const std::strong_ordering sizes =
      compare_sizes(product(numerator, other.denominator), product(other.numerator, denominator));
  return sign >= 0 ? sizes : 0 <=> sizes;
}

}  // namespace cifra
