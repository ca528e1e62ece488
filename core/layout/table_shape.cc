// What a run of a page looks like: a number, something that stands for no value, or words. Looks
// only; what a number's value is, the grammar says.

#include <algorithm>

#include "core/layout/table_parts.h"
#include "core/text/utf8.h"

namespace cifra {
namespace {

bool is_space(char32_t c) {
  return c == ' ' || c == '\t' || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F ||
         c == 0x3000;
}
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_dash(char32_t c) {
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xAD || c == 0xFE63;
}
bool is_currency(char32_t c) {
  return c == '$' || c == 0xA3 || c == 0xA5 || (c >= 0x20A0 && c <= 0x20BF) || c == 0x80;
}
bool is_group_mark(char32_t c) { return c == '.' || c == ',' || c == '\'' || c == 0x2019; }
bool is_note_mark(char32_t c) {
  return c == '*' || c == 0x2020 || c == 0x2021 || c == 0xB9 || c == 0xB2 || c == 0xB3 ||
         (c >= 0x2070 && c <= 0x2079) || c == 0xB0 || c == '#' || c == 0xAA || c == 0xBA ||
         (c >= 0x25A0 && c <= 0x25FF);
}
bool is_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= 0xC0 && c != 0xD7 && c != 0xF7 && c < 0x2000);
}

std::u32string compact(std::string_view text) {
  std::u32string out;
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    at += point.size;
    if (!is_space(point.value)) out.push_back(point.value);
  }
  return out;
}

std::u32string lower(std::u32string text) {
  for (char32_t& c : text) {
    if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
  }
  return text;
}

// Words that stand in a cell for a value that is not there. Letters only decide with few of them.
bool stands_for_nothing(const std::u32string& text) {
  if (std::all_of(text.begin(), text.end(), [](char32_t c) {
        return is_dash(c) || c == '.' || c == 0x2026 || c == '/' || c == ':' || c == '*' ||
               c == '_' || c == '=' || c == 0xB7;
      })) {
    return true;
  }
  static constexpr std::u32string_view kNothing[] = {
      U"n.d.", U"n.d",  U"nd", U"n.a.", U"n.a", U"na",   U"n/a",  U"n/d", U"n.p.", U"np",  U"n.c.",
      U"nc",   U"n.r.", U"nr", U"n.s.", U"x",   U"n.e.", U"n.v.", U"(x)", U"(-)",  U"(..)"};
  const std::u32string small = lower(text);
  return std::any_of(std::begin(kNothing), std::end(kNothing),
                     [&](std::u32string_view word) { return small == word; });
}

// Units that may follow a number inside its cell.
bool is_unit(const std::u32string& text) {
  static constexpr std::u32string_view kUnits[] = {
      U"%",    U"\u2030", U"pp",  U"p.p.", U"eur",  U"euro", U"usd",     U"gbp",
      U"mln",  U"mld",    U"mio", U"km",   U"km2",  U"kmq",  U"m",       U"m2",
      U"m3",   U"mq",     U"mc",  U"mmc",  U"ha",   U"t",    U"kg",      U"g",
      U"l",    U"kw",     U"kwh", U"mw",   U"mwh",  U"gwh",  U"twh",     U"tep",
      U"ktep", U"h",      U"ore", U"gg",   U"anni", U"mesi", U"giorni",  U"min",
      U"sec",  U"s",      U"bn",  U"m€",   U"€",    U"$",    U"k€",      U"pts",
      U"a",    U"c",      U"p",   U"e",    U"r",    U"b",    U"million", U"billion"};
  const std::u32string small = lower(text);
  return std::any_of(std::begin(kUnits), std::end(kUnits),
                     [&](std::u32string_view word) { return small == word; });
}

// A note in brackets after a number: "(1)", "(a)", "(*)", "[2]".
size_t skip_note(const std::u32string& text, size_t at) {
  if (at < text.size() && (text[at] == '(' || text[at] == '[')) {
    size_t end = at + 1;
    while (end < text.size() && end - at <= 3 && text[end] != ')' && text[end] != ']') ++end;
    if (end < text.size() && (text[end] == ')' || text[end] == ']')) return end + 1;
  }
  return at;
}

bool is_plain_year(const std::u32string& text) {
  if (text.size() != 4 || !std::all_of(text.begin(), text.end(), is_digit)) return false;
  const int century = static_cast<int>((text[0] - '0') * 10 + (text[1] - '0'));
  return century == 19 || century == 20;
}

}  // namespace

Shape shape_of(std::string_view spaced) {
  const std::u32string text = compact(spaced);
  if (text.empty()) return Shape::kText;
  if (is_plain_year(text)) return Shape::kYear;
  if (std::all_of(text.begin(), text.end(), [](char32_t c) {
        return is_currency(c) || c == '+' || c == '(' || c == '<' || c == '>';
      })) {
    return Shape::kMark;
  }
  if (stands_for_nothing(text)) return Shape::kBlank;
  size_t at = 0;
  bool bracket = false;
  while (at < text.size() && !is_digit(text[at])) {
    const char32_t c = text[at];
    if (c == '(' && !bracket) {
      bracket = true;
    } else if (!is_dash(c) && c != '+' && c != 0xB1 && !is_currency(c) && c != '<' && c != '>' &&
               c != '=' && c != '~' && c != 0x2248 && c != 0x2264 && c != 0x2265 &&
               !(c == '.' || c == ',')) {
      // A currency written as a word before the number.
      const std::u32string rest = lower(text.substr(at));
      const size_t skip = rest.starts_with(U"euro") ? 4
                          : rest.starts_with(U"eur") || rest.starts_with(U"usd") ||
                                  rest.starts_with(U"us$") || rest.starts_with(U"gbp")
                              ? 3
                              : 0;
      if (skip == 0 || at != 0) return Shape::kText;
      at += skip - 1;
    }
    ++at;
  }
  if (at >= text.size()) return Shape::kText;
  const size_t digits_begin = at;
  if (at > 0 && is_dash(text[at - 1]) && is_dash(text.back())) return Shape::kText;  // "-6-"
  while (at < text.size() && (is_digit(text[at]) || is_group_mark(text[at]))) ++at;
  size_t end = at;
  if (end == text.size() && text[end - 1] == '.' && end - digits_begin <= 4) {
    return Shape::kText;  // "1." numbers an item
  }
  if (bracket && end < text.size() && text[end] == ')' && end + 1 == text.size() &&
      end - digits_begin <= 2 && digits_begin == 1) {
    return Shape::kMark;  // "(1)"
  }
  if (!bracket && end < text.size() && text[end] == ')' && end - digits_begin <= 3) {
    return Shape::kText;  // "1)"
  }
  std::u32string tail;
  while (at < text.size()) {
    if (const size_t past = skip_note(text, at); past != at) {
      const std::u32string inside = text.substr(at + 1, past - at - 2);
      if (std::any_of(inside.begin(), inside.end(), is_letter) && inside.size() > 2) {
        return Shape::kText;
      }
      at = past;
      continue;
    }
    if (text[at] == '%' || text[at] == 0x2030 || text[at] == ')' || text[at] == ']' ||
        is_note_mark(text[at]) || is_currency(text[at]) ||
        (is_dash(text[at]) && at + 1 == text.size())) {
      ++at;
      continue;
    }
    tail.push_back(text[at++]);
  }
  if (tail.empty()) {
    if (bracket && is_plain_year(text.substr(digits_begin, end - digits_begin)))
      return Shape::kMark;
    return Shape::kNumber;
  }
  return is_unit(tail) ? Shape::kNumber : Shape::kText;
}

}  // namespace cifra
