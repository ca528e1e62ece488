#include "core/grammar/numeral.h"

#include <algorithm>
#include <string>

#include "core/text/utf8.h"

namespace cifra {
namespace {

constexpr size_t kShort = 18;     // digits that fit an integer
constexpr size_t kLongest = 120;  // digits and separators of the longest value kept exactly

// Groups of digits and the separators between them; every space and apostrophe is '\''.
struct Parts {
  std::string digits;      // of all groups
  std::string separators;  // one for each gap
  std::string sizes;       // of each group, as chars
};

std::optional<Parts> split(std::string_view spelling) {
  if (spelling.empty() || spelling.size() > kLongest) return std::nullopt;
  Parts parts;
  uint32_t size = 0;
  for (size_t at = 0; at < spelling.size();) {
    if (spelling[at] >= '0' && spelling[at] <= '9') {
      parts.digits.push_back(spelling[at++]);
      ++size;
    } else {
      const CodePoint point = decode_utf8(spelling, at);
      if (size == 0) return std::nullopt;
      parts.sizes.push_back(static_cast<char>(size));
      const bool mark = point.value == '.' || point.value == ',';
      parts.separators.push_back(mark ? static_cast<char>(point.value) : '\'');
      size = 0;
      at += point.size;
    }
  }
  if (size == 0) return std::nullopt;
  parts.sizes.push_back(static_cast<char>(size));
  return parts;
}

// Whether the first `count` groups are a grouped integer: up to three digits, then threes.
bool groups_of_three(const Parts& parts, size_t count) {
  if (parts.sizes[0] > 3) return false;
  if (count > 1 && parts.digits[0] == '0') return false;
  return std::all_of(parts.sizes.begin() + 1, parts.sizes.begin() + static_cast<long>(count),
                     [](char size) { return size == 3; });
}

// Whether the first `count` separators are all the same.
bool uniform(const Parts& parts, size_t count) {
  return std::all_of(parts.separators.begin(), parts.separators.begin() + static_cast<long>(count),
                     [&](char c) { return c == parts.separators[0]; });
}

std::optional<Numeral> make(const Parts& parts, NumeralStyle style, bool with_decimals,
                            bool point) {
  std::string text = parts.digits;
  const auto decimals = static_cast<size_t>(with_decimals ? parts.sizes.back() : 0);
  if (with_decimals) text.insert(text.size() - decimals, 1, '.');
  const auto value = Decimal::parse(text);
  if (!value) return std::nullopt;
  return Numeral{*value, style, static_cast<uint8_t>(decimals), point};
}

// Most numerals are a few digits and nothing else.
std::optional<int64_t> short_integer(std::string_view spelling) {
  if (spelling.empty() || spelling.size() > kShort) return std::nullopt;
  int64_t number = 0;
  for (const char digit : spelling) {
    if (digit < '0' || digit > '9') return std::nullopt;
    number = number * 10 + (digit - '0');
  }
  return number;
}

}  // namespace

std::optional<Numeral> read_numeral(std::string_view spelling) {
  if (const auto number = short_integer(spelling)) {
    return Numeral{Decimal(*number), NumeralStyle::kPlain, 0, false};
  }
  const auto parts = split(spelling);
  if (!parts) return std::nullopt;
  const size_t gaps = parts->separators.size();
  if (gaps == 0) return make(*parts, NumeralStyle::kPlain, false, false);
  const char last = parts->separators.back();
  if (gaps == 1) {
    const bool group = groups_of_three(*parts, 2);
    if (last == ',' || (last == '.' && !group)) {
      return make(*parts, NumeralStyle::kDecimal, true, last == '.');
    }
    if (group) return make(*parts, NumeralStyle::kGrouped, false, false);
    return std::nullopt;
  }
  // "1.234.567", "1,234,567", "1'234'567".
  if (uniform(*parts, gaps) && groups_of_three(*parts, gaps + 1)) {
    return make(*parts, NumeralStyle::kGrouped, false, false);
  }
  // One decimal mark after a grouped integer: "1.234,5", "1,234.5", "1'234.5".
  const bool grouped = uniform(*parts, gaps - 1) && groups_of_three(*parts, gaps);
  if (grouped && last != '\'' && last != parts->separators[0]) {
    return make(*parts, NumeralStyle::kBoth, true, last == '.');
  }
  // "37.206.00": the same mark for both, told by the two last digits.
  if (grouped && last == '.' && parts->sizes.back() == 2) {
    return make(*parts, NumeralStyle::kBoth, true, true);
  }
  return std::nullopt;
}

}  // namespace cifra
