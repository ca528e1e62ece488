#include "core/layout/list_marker.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "core/text/ascii_letters.h"

namespace cifra {
namespace {

// Signs that open an item even without a space after them.
constexpr std::array<std::string_view, 29> kBullets = {
    "●", "○", "•", "▪", "■", "□", "◦", "‣", "▫", "◆", "◇", "➢", "➤", "►", "▶", "✓", "✔", "→", "⇒",
    "❖", "·", "∙", "⁃", "§",
    // Private-use glyphs of symbol fonts: dot, square, arrow, tick, diamond.
    "\xEF\x82\xB7", "\xEF\x82\xA7", "\xEF\x83\x98", "\xEF\x83\xBC", "\xEF\x81\xB6"};
// Signs that open an item only before a space: elsewhere they are hyphens, dashes, emphasis.
constexpr std::array<std::string_view, 6> kSpacedBullets = {"-", "–", "—", "*", "+", "¤"};

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// Length of the white space at `at`: spaces, tabs, no-break spaces.
size_t space_at(std::string_view line, size_t at) {
  size_t i = at;
  while (i < line.size()) {
    if (line[i] == ' ' || line[i] == '\t') {
      ++i;
    } else if (line.substr(i).starts_with("\xC2\xA0")) {
      i += 2;
    } else {
      break;
    }
  }
  return i - at;
}

std::optional<ListMarker> finish(std::string_view line, ListMarker marker, size_t end) {
  const size_t space = space_at(line, end);
  if (space == 0 && end < line.size()) return std::nullopt;
  marker.size = static_cast<uint32_t>(end + space);
  return marker;
}

std::optional<ListMarker> bullet(std::string_view line) {
  uint32_t shape = 1;
  for (std::string_view sign : kBullets) {
    if (line.starts_with(sign)) {
      const size_t end = sign.size() + space_at(line, sign.size());
      return ListMarker{MarkerKind::kBullet, shape, 0, 1, static_cast<uint32_t>(end)};
    }
    ++shape;
  }
  for (std::string_view sign : kSpacedBullets) {
    if (line.starts_with(sign)) {
      return finish(line, {MarkerKind::kBullet, shape, 0, 1, 0}, sign.size());
    }
    ++shape;
  }
  // The "o" of typewriter bullets: a word "o" has one space after it.
  if (line.starts_with("o") && space_at(line, 1) >= (line.substr(1).starts_with("\t") ? 1U : 2U)) {
    return finish(line, {MarkerKind::kBullet, shape, 0, 1, 0}, 1);
  }
  return std::nullopt;
}

// "2.1", "2.1.3", "2.1.": at least two parts of one or two digits, then a capital letter.
std::optional<ListMarker> section(std::string_view line) {
  size_t i = 0;
  uint8_t parts = 0;
  while (i < line.size() && is_ascii_digit(line[i])) {
    const size_t begin = i;
    while (i < line.size() && is_ascii_digit(line[i])) ++i;
    if (i - begin > 2 || parts == 9) return std::nullopt;
    ++parts;
    if (i + 1 < line.size() && line[i] == '.' && is_ascii_digit(line[i + 1])) {
      ++i;
    } else {
      break;
    }
  }
  if (parts < 2) return std::nullopt;
  if (i < line.size() && (line[i] == '.' || line[i] == ')')) ++i;
  const size_t space = space_at(line, i);
  if (space == 0 || i + space >= line.size() || !is_upper(line[i + space])) return std::nullopt;
  return finish(line, {MarkerKind::kSection, parts, 0, parts, 0}, i);
}

// "1." "1)" "(1)" "a)" "(a)" "a." "iv)" "A)": an enumerator and the sign that closes it.
std::optional<ListMarker> enumerator(std::string_view line) {
  const bool opened = line.starts_with("(");
  const size_t begin = opened ? 1 : 0;
  size_t i = begin;
  while (i < line.size() && i - begin < 5 && (is_ascii_digit(line[i]) || is_ascii_letter(line[i])))
    ++i;
  const std::string_view label = line.substr(begin, i - begin);
  if (label.empty()) return std::nullopt;
  // "1.-" and "1°)" of older offices.
  if (i < line.size() && line.substr(i).starts_with("°)")) i += 2;
  if (i >= line.size() || (line[i] != ')' && (line[i] != '.' || opened))) return std::nullopt;
  const bool dot = line[i] == '.';
  ++i;
  if (dot && i < line.size() && line[i] == '-') ++i;

  ListMarker marker;
  marker.shape = (opened ? 4U : 0U) + (dot ? 2U : 0U) + (is_upper(label[0]) ? 1U : 0U);
  if (std::ranges::all_of(label, is_ascii_digit)) {
    if (label.size() > 2) return std::nullopt;
    marker.kind = MarkerKind::kNumber;
    for (char c : label) marker.ordinal = marker.ordinal * 10 + static_cast<uint32_t>(c - '0');
    return finish(line, marker, i);
  }
  if (!std::ranges::all_of(label, is_ascii_letter)) return std::nullopt;
  if (label.size() == 1) {
    // "A." and "S." open names and abbreviations; "D." and "R." questions and answers.
    if (dot && is_upper(label[0])) return std::nullopt;
    marker.kind = MarkerKind::kLetter;
    marker.ordinal = static_cast<uint32_t>(std::tolower(label[0]) - 'a' + 1);
    return finish(line, marker, i);
  }
  marker.ordinal = roman_value(label);
  if (marker.ordinal == 0) return std::nullopt;
  marker.kind = MarkerKind::kRoman;
  return finish(line, marker, i);
}

}  // namespace

uint32_t roman_value(std::string_view letters) {
  static constexpr std::array<std::string_view, 9> kUnits = {"i",  "ii",  "iii",  "iv", "v",
                                                             "vi", "vii", "viii", "ix"};
  const bool upper = !letters.empty() && is_upper(letters[0]);
  std::string lower;
  for (char c : letters) {
    if (is_upper(c) != upper) return 0;
    lower += static_cast<char>(std::tolower(c));
  }
  uint32_t value = 0;
  std::string_view rest = lower;
  while (rest.starts_with("x") && value < 30) {
    value += 10;
    rest.remove_prefix(1);
  }
  if (rest.empty()) return value;
  const auto* unit = std::ranges::find(kUnits, rest);
  if (unit == kUnits.end()) return 0;
  return value + static_cast<uint32_t>(unit - kUnits.begin()) + 1;
}

std::optional<ListMarker> list_marker(std::string_view line) {
  if (line.empty()) return std::nullopt;
  if (auto marker = bullet(line)) return marker;
  if (is_ascii_digit(line[0])) {
    if (auto marker = section(line)) return marker;
  }
  return enumerator(line);
}

}  // namespace cifra
