#include "core/tables/number_style.h"

#include <cstddef>

#include "core/tables/cell_number.h"
#include "core/text/ascii_letters.h"

namespace cifra {
namespace {

constexpr size_t kMostText = 60000;  // bytes; enough to know a document by

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

// Numbers with two kinds of marks or several of one kind, and decimals that are not three.
int votes_of_numbers(std::string_view text) {
  int votes = 0;
  for (size_t at = 0; at < text.size();) {
    if (!is_ascii_digit(text[at])) {
      ++at;
      continue;
    }
    size_t end = at, marks = 0;
    while (end < text.size() && (is_ascii_digit(text[end]) ||
                                 ((text[end] == '.' || text[end] == ',') && end + 1 < text.size() &&
                                  is_ascii_digit(text[end + 1])))) {
      marks += is_ascii_digit(text[end]) ? 0U : 1U;
      ++end;
    }
    const std::string_view digits = text.substr(at, end - at);
    // "12.3.2020" is a date, "1.2" may be a section: one point proves little.
    const size_t comma = digits.find(',');
    if (marks > 1 || (marks == 1 && comma != std::string_view::npos)) {
      const DecimalMark mark = mark_of(digits);
      votes += mark == DecimalMark::kPoint ? 1 : mark == DecimalMark::kComma ? -1 : 0;
    }
    at = end;
  }
  return votes;
}

// Most Italian words end in a vowel, most English ones do not.
bool is_english(std::string_view text) {
  size_t words = 0, vowels = 0;
  for (size_t at = 0; at < text.size();) {
    if (!is_letter(text[at])) {
      ++at;
      continue;
    }
    size_t end = at;
    while (end < text.size() && is_letter(text[end])) ++end;
    if (end - at >= 2) {
      ++words;
      const char last = static_cast<char>(text[end - 1] | 0x20);
      const bool vowel = last == 'a' || last == 'e' || last == 'i' || last == 'o' ||
                         static_cast<unsigned char>(text[end - 1]) >= 0x80;
      vowels += vowel ? 1U : 0U;
    }
    at = end;
  }
  return words > 0 && 10 * vowels < 6 * words;
}

}  // namespace

bool has_decimal_point(std::string_view text) {
  text = text.substr(0, kMostText);
  const bool english = is_english(text);
  const int votes = votes_of_numbers(text);
  // Where the numbers are mixed the language decides.
  return votes > 2 || votes < -2 ? votes > 0 : english;
}

}  // namespace cifra
