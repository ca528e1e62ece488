// The lines of a plain text with what can be seen of each: width, indent, marker, how it ends and
// begins. Paragraphs and tables of a plain text are made from these.

#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/layout/list_marker.h"
#include "core/text/span.h"

namespace cifra {

enum class LineEnd : uint8_t {
  kOpen,      // no sign: the sentence may go on
  kComma,     // or another sign nothing ends with: an opening bracket, a hyphen, a function word
  kSentence,  // . ! ? … and quotes or brackets after them
  kSemicolon,
  kColon,
};

enum class LineStart : uint8_t { kLower, kUpper, kDigit, kOther };

struct TextLine {
  Span span;                 // without white space around it; never empty
  uint32_t columns = 0;      // code points of the span
  uint32_t indent = 0;       // columns before it, a tab going on to the next multiple of eight
  uint32_t blank_above = 0;  // blank lines between it and the line before it
  bool page_above = false;   // a form feed stands between it and the line before it
  std::optional<ListMarker> marker;
  LineStart start = LineStart::kOther;  // after marker, quotes and brackets
  LineEnd end = LineEnd::kOpen;
  bool capitals = false;  // all its letters are capitals, and it has at least three
  bool shouted = false;   // its first two words are capitals: it begins anew
  bool numeric = false;   // half of its words or more are numbers: a row of a table
  bool tabular = false;   // parted by two gaps or more of two spaces, or by tabs or bars
  bool rule = false;      // made of one repeated sign: ---- ==== ....
};

// All lines that are not blank. `text` has '\n' line ends.
std::vector<TextLine> text_lines(std::string_view text);

}  // namespace cifra
