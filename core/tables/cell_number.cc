#include "core/tables/cell_number.h"

#include <algorithm>
#include <string>

#include "core/grammar/numeral.h"
#include "core/text/utf8.h"

namespace cifra {
namespace {

bool is_space(char32_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) ||
         c == 0x202F || c == 0x3000;
}
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_dash(char32_t c) {
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE63;
}
bool is_note(char32_t c) {
  return c == '*' || c == 0x2020 || c == 0x2021 || c == 0xB9 || c == 0xB2 || c == 0xB3 ||
         (c >= 0x2070 && c <= 0x2079) || c == '#' || c == 0xAA || c == 0xBA || c == '"';
}

// A currency as it stands before an amount: a sign, a code, its word.
bool is_currency(std::string_view text) {
  static constexpr std::string_view kWords[] = {"euro", "eur", "usd", "us$",
                                                "gbp",  "chf", "ca.", "n."};
  std::string small;
  bool letters = false;
  for (const char c : text) {
    small.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    letters = letters || (small.back() >= 'a' && small.back() <= 'z');
  }
  return (!letters && text.size() <= 4) ||
         std::find(std::begin(kWords), std::end(kWords), small) != std::end(kWords);
}

// Walks a cell from left to right.
class CellReader {
 public:
  explicit CellReader(std::string_view cell) : cell_(cell) {}

  std::optional<CellNumber> read() {
    if (!read_front() || !read_digits() || !read_back()) return std::nullopt;
    return number_;
  }

 private:
  char32_t here() const { return at_ < cell_.size() ? decode_utf8(cell_, at_).value : 0; }
  void step() { at_ += decode_utf8(cell_, at_).size; }
  void skip_spaces() {
    while (at_ < cell_.size() && is_space(here())) step();
  }

  bool read_front() {
    while (at_ < cell_.size() && !is_digit(here())) {
      const char32_t c = here();
      const auto begin = static_cast<uint32_t>(at_);
      if (is_dash(c)) {
        if (number_.minus) return false;
        number_.minus = true;
      } else if (c == '+') {
        number_.plus = true;
      } else if (c == '(') {
        if (number_.bracketed) return false;
        number_.bracketed = true;
      } else if (c == '<') {
        number_.approximation = Approximation::kUnder;
      } else if (c == '>') {
        number_.approximation = Approximation::kOver;
      } else if (c == 0x2264) {
        number_.approximation = Approximation::kAtMost;
      } else if (c == 0x2265) {
        number_.approximation = Approximation::kAtLeast;
      } else if (c == '~' || c == 0x2248) {
        number_.approximation = Approximation::kAbout;
      } else if (c == '.' || c == ',') {
        // ",5" begins with its decimal mark.
        if (at_ + 1 >= cell_.size() || !is_digit(static_cast<unsigned char>(cell_[at_ + 1]))) {
          return false;
        }
        return true;
      } else if (!is_space(c)) {
        // A unit before the number: a currency or its word.
        if (!number_.unit.empty()) return false;
        while (at_ < cell_.size() && !is_space(here()) && !is_digit(here()) && !is_dash(here()) &&
               here() != '(') {
          step();
        }
        number_.unit = {begin, static_cast<uint32_t>(at_)};
        if (!is_currency(number_.unit.of(cell_))) return false;
        continue;
      }
      step();
    }
    return at_ < cell_.size();
  }

  // Digits with marks, and with spaces that part groups of three.
  bool read_digits() {
    const auto begin = static_cast<uint32_t>(at_);
    size_t end = at_;
    while (at_ < cell_.size()) {
      const char32_t c = here();
      if (is_digit(c)) {
        step();
        end = at_;
      } else if (c == '.' || c == ',' || c == '\'' || c == 0x2019) {
        step();
      } else if (is_space(c)) {
        const size_t before = at_;
        skip_spaces();
        const bool after_mark =
            before > 0 && (cell_[before - 1] == ',' || cell_[before - 1] == '.');
        const bool at_mark = here() == ',' || here() == '.';
        if (!groups_on() && !(after_mark && is_digit(here())) &&
            !(at_mark && at_ + 1 < cell_.size() &&
              is_digit(static_cast<unsigned char>(cell_[at_ + 1])))) {
          at_ = before;
          break;
        }
      } else {
        break;
      }
    }
    at_ = end;
    number_.digits = {begin, static_cast<uint32_t>(end)};
    return end > begin;
  }

  // Whether exactly three digits stand here, and no more.
  bool groups_on() const {
    size_t count = 0;
    while (at_ + count < cell_.size() && is_digit(static_cast<unsigned char>(cell_[at_ + count]))) {
      ++count;
    }
    return count == 3;
  }

  bool read_back() {
    while (at_ < cell_.size()) {
      const char32_t c = here();
      const auto begin = static_cast<uint32_t>(at_);
      if (is_space(c) || is_note(c) || c == '.' || c == ';') {
        step();
      } else if (c == ')') {
        if (!number_.bracketed || closed_) return false;
        closed_ = true;
        step();
      } else if (c == '(' || c == '[') {
        if (!read_note()) return false;
      } else if (is_dash(c)) {
        if (number_.minus) return false;
        number_.minus = true;
        step();
        skip_spaces();
        if (at_ != cell_.size()) return false;
      } else if (is_digit(c)) {
        return false;
      } else {
        while (at_ < cell_.size() && !is_space(here()) && here() != '(' && here() != ')' &&
               here() != '*' && here() != '[') {
          step();
        }
        if (!number_.unit.empty() && number_.unit.begin > number_.digits.begin) {
          // A unit of two words: "mln euro".
          number_.unit.end = static_cast<uint32_t>(at_);
        } else {
          number_.unit = {begin, static_cast<uint32_t>(at_)};
        }
        if (number_.unit.size() > 16 || !looks_like_unit(number_.unit.of(cell_))) return false;
      }
    }
    // "(1)" alone is a note, not a number.
    return !number_.bracketed || closed_;
  }

  // Letters and signs; digits only as powers: "km2", not "/4/2020".
  static bool looks_like_unit(std::string_view unit) {
    if (unit.front() == '/' || unit.front() == ':' || unit.front() == ',') return false;
    for (size_t i = 0; i < unit.size(); ++i) {
      if (!is_digit(static_cast<unsigned char>(unit[i]))) continue;
      const bool power = i > 0 && (unit[i] == '2' || unit[i] == '3') &&
                         ((unit[i - 1] >= 'a' && unit[i - 1] <= 'z') ||
                          (unit[i - 1] >= 'A' && unit[i - 1] <= 'Z'));
      if (!power) return false;
    }
    return true;
  }

  // "(1)", "(a)", "[2]", "(2019)", "(Dic. 2025)".
  bool read_note() {
    const auto begin = static_cast<uint32_t>(at_ + 1);
    size_t end = at_ + 1;
    while (end < cell_.size() && cell_[end] != ')' && cell_[end] != ']') ++end;
    if (end >= cell_.size() || end - begin > 16) return false;
    const Span inside{begin, static_cast<uint32_t>(end)};
    const std::string_view note = inside.of(cell_);
    if (is_year_cell(note) || (note.size() >= 4 && is_year_cell(note.substr(note.size() - 4)))) {
      number_.year = inside;
    } else if (note.size() > 3) {
      return false;
    }
    at_ = end + 1;
    return true;
  }

  std::string_view cell_;
  size_t at_ = 0;
  bool closed_ = false;
  CellNumber number_;
};

struct Marks {
  int points = 0, commas = 0, others = 0;
  size_t last = std::string_view::npos;
  size_t after_last = 0;    // digits after the last mark
  size_t before_first = 0;  // digits before the first mark
  bool threes = true;       // groups between marks are of three
};

Marks marks_of(std::string_view digits) {
  Marks marks;
  size_t group = 0;
  bool first = true;
  for (size_t i = 0; i < digits.size(); ++i) {
    const char c = digits[i];
    if (c >= '0' && c <= '9') {
      ++group;
      continue;
    }
    if (c == '.' || c == ',') {
      ++(c == '.' ? marks.points : marks.commas);
      marks.last = i;
    } else {
      ++marks.others;
      if ((static_cast<unsigned char>(c) & 0xC0U) == 0x80) continue;
    }
    if (first) {
      marks.before_first = group;
      first = false;
    } else if (group != 3) {
      marks.threes = false;
    }
    group = 0;
  }
  marks.after_last = group;
  if (first) marks.before_first = group;
  return marks;
}

}  // namespace

std::optional<CellNumber> read_cell_number(std::string_view cell) {
  return CellReader(cell).read();
}

bool is_blank_cell(std::string_view cell) {
  std::string plain;
  for (size_t at = 0; at < cell.size();) {
    const CodePoint point = decode_utf8(cell, at);
    const char32_t c = point.value;
    at += point.size;
    if (is_space(c) || is_dash(c) || c == '.' || c == 0x2026 || c == '/' || c == '*' || c == '_' ||
        c == ':' || c == '(' || c == ')' || c == 0xB7) {
      continue;
    }
    if (c >= 0x80) return false;
    plain.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : static_cast<char>(c));
  }
  static constexpr std::string_view kBlank[] = {"",   "nd", "na", "np", "nc", "nr",
                                                "ns", "nv", "ne", "x",  "nil"};
  return std::find(std::begin(kBlank), std::end(kBlank), plain) != std::end(kBlank);
}

bool is_year_cell(std::string_view cell) {
  while (!cell.empty() && cell.front() == ' ') cell.remove_prefix(1);
  while (!cell.empty() && (cell.back() == ' ' || cell.back() == '*')) cell.remove_suffix(1);
  const auto is_year = [](std::string_view text) {
    return text.size() == 4 && text.find_first_not_of("0123456789") == std::string_view::npos &&
           (text.starts_with("19") || text.starts_with("20"));
  };
  if (is_year(cell)) return true;
  if (cell.size() < 7 || !is_year(cell.substr(0, 4))) return false;
  const std::string_view rest = cell.substr(cell[4] == '-' || cell[4] == '/' ? 5 : 4);
  if (rest.size() == cell.size() - 4) return false;
  return is_year(rest) ||
         (rest.size() == 2 && rest.find_first_not_of("0123456789") == std::string_view::npos);
}

DecimalMark mark_of(std::string_view digits) {
  const Marks marks = marks_of(digits);
  if (marks.points + marks.commas == 0) return DecimalMark::kUnknown;
  const bool last_is_comma = digits[marks.last] == ',';
  const DecimalMark last = last_is_comma ? DecimalMark::kComma : DecimalMark::kPoint;
  const DecimalMark other = last_is_comma ? DecimalMark::kPoint : DecimalMark::kComma;
  if (marks.points > 0 && marks.commas > 0) return last;
  if (marks.points + marks.commas > 1) {
    return marks.threes && marks.after_last == 3 ? other : DecimalMark::kUnknown;
  }
  if (marks.others > 0) return last;  // spaces group, so the mark is decimal
  if (marks.after_last != 3 || marks.before_first > 3 || marks.before_first == 0 ||
      (digits[0] == '0' && marks.before_first == 1)) {
    return last;
  }
  return DecimalMark::kUnknown;
}

bool is_ambiguous(std::string_view digits) {
  const Marks marks = marks_of(digits);
  return marks.points + marks.commas == 1 && mark_of(digits) == DecimalMark::kUnknown;
}

std::optional<Decimal> value_of(std::string_view digits, DecimalMark mark) {
  const DecimalMark own = mark_of(digits);
  const Marks marks = marks_of(digits);
  const bool one_mark_open = marks.points + marks.commas == 1 && own == DecimalMark::kUnknown;
  if (one_mark_open && mark != DecimalMark::kUnknown) {
    const bool decimal = (digits[marks.last] == ',') == (mark == DecimalMark::kComma);
    std::string plain;
    for (const char c : digits) {
      if (c >= '0' && c <= '9') plain.push_back(c);
      if ((c == '.' || c == ',') && decimal) plain.push_back('.');
    }
    return Decimal::parse(plain);
  }
  std::string close;  // broken over two lines
  for (const char c : digits) {
    if (c != '\n') close.push_back(c);
  }
  if (marks.points + marks.commas > 0) {
    // "80.000, 00"
    std::erase(close, ' ');
  }
  if (const std::optional<Numeral> numeral = read_numeral(close)) return numeral->value;
  // "79.982,260,90": marks mixed up, yet groups of three and two decimals at the end.
  if (!marks.threes || marks.after_last > 2 || marks.points + marks.commas < 2) return std::nullopt;
  std::string plain;
  for (size_t i = 0; i < digits.size(); ++i) {
    if (digits[i] >= '0' && digits[i] <= '9') plain.push_back(digits[i]);
    if (i == marks.last) plain.push_back('.');
  }
  return Decimal::parse(plain);
}

int decimals_of(std::string_view digits, DecimalMark mark) {
  const Marks marks = marks_of(digits);
  if (marks.points + marks.commas == 0) return 0;
  DecimalMark own = mark_of(digits);
  if (own == DecimalMark::kUnknown)
    own = mark == DecimalMark::kUnknown ? DecimalMark::kComma : mark;
  const bool decimal = (digits[marks.last] == ',') == (own == DecimalMark::kComma);
  return decimal ? static_cast<int>(marks.after_last) : 0;
}

}  // namespace cifra
