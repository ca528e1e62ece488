#include "core/layout/text_lines.h"

#include <algorithm>
#include <string>

#include "core/lexicon/line_words.h"
#include "core/text/ascii_letters.h"
#include "core/text/folding.h"
#include "core/text/utf8.h"

namespace cifra {
namespace {

// White space, form feeds, no-break and zero-width spaces.
bool is_blank(char32_t c) { return is_space(c) || c == 0x200B || c == 0xFEFF || c == 0x2060; }

bool is_quote_or_bracket(char32_t c) {
  return std::u32string_view(U"\"'«»“”„‘’()[]*_").find(c) != std::u32string_view::npos;
}

LineStart start_of(std::string_view line) {
  for (uint32_t i = 0; i < line.size();) {
    const CodePoint c = decode_utf8(line, i);
    if (is_upper(c.value)) return LineStart::kUpper;
    if (is_letter(c.value)) return LineStart::kLower;
    if (c.value >= '0' && c.value <= '9') return LineStart::kDigit;
    if (!is_quote_or_bracket(c.value)) return LineStart::kOther;
    i += c.size;
  }
  return LineStart::kOther;
}

// After the last space or elision: "dall'art." ends with "art.".
std::string_view last_word(std::string_view line) {
  const size_t space = line.find_last_of(" \t");
  std::string_view word = space == std::string_view::npos ? line : line.substr(space + 1);
  for (std::string_view sign : {"’", "'"}) {
    const size_t at = word.rfind(sign);
    if (at != std::string_view::npos && at + sign.size() < word.size()) {
      word = word.substr(at + sign.size());
    }
  }
  return word;
}

// "dell’", "un'", "cent’": an apostrophe after a consonant, and no quotation mark before it.
bool is_elided(std::string_view word) {
  for (std::string_view sign : {"’", "'"}) {
    if (!word.ends_with(sign) || word.size() == sign.size()) continue;
    word.remove_suffix(sign.size());
    return std::string_view("bcdfglmnprstvz").find(word.back()) != std::string_view::npos &&
           word.find('\'') == std::string_view::npos && word.find("‘") == std::string_view::npos;
  }
  return false;
}

LineEnd end_of(std::string_view line) {
  const std::string word = fold(last_word(line));
  if (std::ranges::find(lexicon::kAbbreviations, word) != lexicon::kAbbreviations.end() ||
      std::ranges::find(lexicon::kOpenWords, word) != lexicon::kOpenWords.end()) {
    return LineEnd::kComma;
  }
  constexpr std::string_view kClosing[] = {"\"", "'", ")", "]", "»", "”", "’", "*", "_"};
  std::string_view rest = line;
  for (bool cut = true; cut && !rest.empty();) {
    cut = false;
    for (std::string_view sign : kClosing) {
      if (rest.ends_with(sign)) {
        rest.remove_suffix(sign.size());
        cut = true;
      }
    }
  }
  if (rest.empty()) return LineEnd::kOpen;
  if (rest.ends_with("…")) return LineEnd::kSentence;
  switch (rest.back()) {
    case '.':
    case '!':
    case '?':
      return LineEnd::kSentence;
    case ';':
      return LineEnd::kSemicolon;
    case ':':
      return LineEnd::kColon;
    default:
      break;
  }
  for (std::string_view sign : {",", "(", "[", "«", "“", "-", "‐", "–", "—", "/", "+", "€"}) {
    if (line.ends_with(sign)) return LineEnd::kComma;
  }
  return is_elided(word) ? LineEnd::kComma : LineEnd::kOpen;
}

// Words that are numbers, signs around them included: "-2,1", "(331", "64,58", "n.d.", "%".
bool is_number(std::string_view word) {
  bool digit = false;
  for (char c : word) {
    if (is_ascii_digit(c)) {
      digit = true;
    } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      return false;
    }
  }
  return digit;
}

void see_words(std::string_view line, TextLine& result) {
  uint32_t words = 0, numbers = 0, gaps = 0, wide_gaps = 0;
  for (size_t i = 0; i < line.size();) {
    const size_t end = std::min(line.find_first_of(" \t", i), line.size());
    if (end > i) {
      ++words;
      if (is_number(line.substr(i, end - i))) ++numbers;
    }
    size_t next = end;
    while (next < line.size() && (line[next] == ' ' || line[next] == '\t')) ++next;
    const bool tab = line.substr(end, next - end).find('\t') != std::string_view::npos;
    if (next - end >= 2 || tab) ++gaps;
    if (next - end >= 3 || tab) ++wide_gaps;
    i = std::max(next, i + 1);
  }
  const auto bars = static_cast<uint32_t>(std::ranges::count(line, '|'));
  result.numeric = numbers >= 2 && numbers * 2 >= words;
  // Two spaces also stand in sloppy prose, three in justified prose: cells are few words long.
  const bool short_cells = words <= 3 * (gaps + 1);
  result.tabular = bars >= 2 || (gaps >= 2 && short_cells && (wide_gaps > 0 || numbers >= 2)) ||
                   (wide_gaps >= 1 && numbers >= 1 && words <= 4);
}

// "SALDO CUMULATO del settore": two words of two letters or more.
bool is_shouted(std::string_view line) {
  uint32_t letters = 0, words = 0;
  for (uint32_t i = 0; i < line.size();) {
    const CodePoint c = decode_utf8(line, i);
    if (is_letter(c.value)) {
      if (!is_upper(c.value)) return false;
      ++letters;
    } else if (!is_space(c.value)) {
      return false;
    } else {
      if (letters < 2) return false;
      if (++words == 2) return true;
      letters = 0;
    }
    i += c.size;
  }
  return false;
}

void see_letters(std::string_view line, TextLine& result) {
  uint32_t upper = 0, letters = 0;
  bool one_sign = true;
  const CodePoint first = decode_utf8(line, 0);
  for (uint32_t i = 0; i < line.size();) {
    const CodePoint c = decode_utf8(line, i);
    ++result.columns;
    if (is_letter(c.value)) {
      ++letters;
      if (is_upper(c.value)) ++upper;
    }
    if (c.value != first.value) one_sign = false;
    i += c.size;
  }
  result.capitals = upper >= 3 && upper == letters;
  result.rule = one_sign && result.columns >= 3 && !is_letter(first.value) &&
                (first.value < '0' || first.value > '9');
}

}  // namespace

std::vector<TextLine> text_lines(std::string_view text) {
  std::vector<TextLine> lines;
  uint32_t blank = 0;
  bool page = false;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    TextLine line;
    auto i = static_cast<uint32_t>(begin);
    bool form_feed = false;
    while (i < end) {
      const CodePoint c = decode_utf8(text, i);
      if (!is_blank(c.value)) break;
      if (c.value == '\f') {
        form_feed = true;
        line.indent = 0;
      } else {
        line.indent = c.value == '\t' ? (line.indent / 8 + 1) * 8 : line.indent + 1;
      }
      i += c.size;
    }
    page = page || form_feed;
    uint32_t last = i;
    for (uint32_t j = i; j < end;) {
      const CodePoint c = decode_utf8(text, j);
      j += c.size;
      if (!is_blank(c.value)) last = j;
    }
    if (last == i) {
      ++blank;
    } else {
      line.span = {i, last};
      const std::string_view content = line.span.of(text);
      line.blank_above = blank;
      line.page_above = page;
      see_letters(content, line);
      see_words(content, line);
      if (!line.rule) line.marker = list_marker(content);
      line.start = start_of(content.substr(line.marker ? line.marker->size : 0));
      line.shouted = is_shouted(content);
      line.end = end_of(content);
      lines.push_back(line);
      blank = 0;
      page = text.substr(last, end - last).find('\f') != std::string_view::npos;
    }
    begin = end + 1;
  }
  return lines;
}

}  // namespace cifra
