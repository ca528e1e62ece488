#include "tools/cifra/table.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <numeric>

#include "core/text/utf8.h"

namespace cifra::command {
namespace {

constexpr std::string_view kBold = "\x1b[1m", kPlain = "\x1b[0m", kDim = "\x1b[2m";
constexpr size_t kGap = 2;             // columns between columns
constexpr size_t kLeastFlexible = 28;  // columns; a sentence cannot be read in fewer
constexpr size_t kWidestBlock = 110;   // columns; longer lines are hard to follow
constexpr size_t kBelow = 4;           // indent of what stands below a row

size_t width_of(char32_t c) {
  if (c < 0x20 || c == 0x7f) return 0;
  if (c < 0x300) return c == 0xad ? 0 : 1;
  const auto code_point = static_cast<UChar32>(c);
  const int8_t type = u_charType(code_point);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  const int wide = u_getIntPropertyValue(code_point, UCHAR_EAST_ASIAN_WIDTH);
  return wide == U_EA_FULLWIDTH || wide == U_EA_WIDE ? 2 : 1;
}

// Narrows the widest flexible column again and again until all fit.
void share_width(const std::vector<Column>& columns, size_t width, std::vector<size_t>& widths) {
  const size_t gaps = columns.empty() ? 0 : (columns.size() - 1) * kGap;
  for (size_t total = std::accumulate(widths.begin(), widths.end(), gaps); total > width; --total) {
    size_t widest = columns.size();
    for (size_t i = 0; i < columns.size(); ++i) {
      if (!columns[i].flexible || widths[i] <= kLeastFlexible) continue;
      if (widest == columns.size() || widths[i] > widths[widest]) widest = i;
    }
    if (widest == columns.size()) return;
    --widths[widest];
  }
}

// A mark that is open at the end of a line is closed there and opened again on the next.
void carry_marks(std::vector<std::string>& lines) {
  bool open = false;
  for (std::string& line : lines) {
    if (open) line.insert(line.begin(), kMarkBegin);
    const size_t begin = line.rfind(kMarkBegin), end = line.rfind(kMarkEnd);
    open = begin != std::string::npos && (end == std::string::npos || end < begin);
    if (open) line += kMarkEnd;
  }
}

void print_line(const std::vector<Column>& columns, const std::vector<size_t>& widths,
                const std::vector<std::string>& parts, std::ostream& out) {
  std::string line;
  size_t owed = 0;  // spaces, printed only before a text: a line does not end in them
  for (size_t i = 0; i < parts.size(); ++i) {
    const size_t width = display_width(parts[i]);
    const size_t rest = widths[i] > width ? widths[i] - width : 0;
    if (columns[i].right) owed += rest;
    if (width > 0) {
      line.append(owed, ' ');
      line += marked_as(parts[i], kBold, kPlain);
      owed = 0;
    }
    owed += (columns[i].right ? 0 : rest) + kGap;
  }
  out << line << '\n';
}

void print_row(const std::vector<Column>& columns, const std::vector<size_t>& widths,
               const std::vector<std::string>& cells, std::ostream& out) {
  std::vector<std::vector<std::string>> lines;
  size_t height = 1;
  for (size_t i = 0; i < cells.size(); ++i) {
    lines.push_back(wrapped(cells[i], widths[i]));
    carry_marks(lines.back());
    height = std::max(height, lines.back().size());
  }
  for (size_t line = 0; line < height; ++line) {
    std::vector<std::string> parts;
    for (const auto& cell : lines) parts.push_back(line < cell.size() ? cell[line] : "");
    print_line(columns, widths, parts, out);
  }
}

// Whether the flexible columns have room for words beside the others.
bool fits(const std::vector<Column>& columns, const std::vector<size_t>& widths, size_t width) {
  size_t least = columns.empty() ? 0 : (columns.size() - 1) * kGap;
  for (size_t i = 0; i < columns.size(); ++i) {
    least += columns[i].flexible ? std::min(widths[i], kLeastFlexible) : widths[i];
  }
  return least <= width;
}

// The other columns on a line, the flexible ones below it.
void print_stacked(const std::vector<Column>& columns, const std::vector<size_t>& widths,
                   const std::vector<std::string>& cells, std::ostream& out,
                   const Terminal& terminal) {
  std::vector<Column> above;
  std::vector<size_t> above_widths;
  std::vector<std::string> parts;
  std::string below;
  for (size_t i = 0; i < cells.size(); ++i) {
    if (!columns[i].flexible) {
      above.push_back(columns[i]);
      above_widths.push_back(widths[i]);
      parts.push_back(cells[i]);
    } else if (!cells[i].empty()) {
      below += (below.empty() ? "" : " · ") + cells[i];
    }
  }
  print_line(above, above_widths, parts, out);
  if (!below.empty()) print_block({{kBelow, below}}, out, terminal);
}

// Where a word too long for its line is broken: after a sign that joins, if it has one.
size_t break_in_word(std::string_view line) {
  const size_t sign = line.find_last_of("/-_.,;:?&=");
  return sign == std::string_view::npos || sign == 0 ? line.size() : sign + 1;
}

}  // namespace

size_t display_width(std::string_view text) {
  size_t width = 0;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    width += width_of(c.value);
    at += c.size;
  }
  return width;
}

std::vector<std::string> wrapped(std::string_view text, size_t width) {
  std::vector<std::string> lines;
  size_t begin = 0, space = 0, column = 0;  // of the line; `space`: the last one in it
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    const size_t wide = width_of(c.value);
    if (column + wide > width && at > begin) {
      const bool at_space = space > begin || c.value == ' ';
      const size_t end = c.value == ' ' ? at
                         : at_space     ? space
                                        : begin + break_in_word(text.substr(begin, at - begin));
      lines.emplace_back(text.substr(begin, end - begin));
      begin = at_space ? end + 1 : end;
      column = begin <= at ? display_width(text.substr(begin, at - begin)) : 0;
      if (begin > at) {  // this very space ended the line
        at = begin;
        continue;
      }
    }
    if (c.value == ' ') space = at;
    column += wide;
    at += c.size;
  }
  if (begin < text.size() || lines.empty()) lines.emplace_back(text.substr(begin));
  return lines;
}

std::string marked_as(std::string_view text, std::string_view begin, std::string_view end) {
  std::string result;
  for (char c : text) {
    if (c == kMarkBegin) {
      result += begin;
    } else if (c == kMarkEnd) {
      result += end;
    } else {
      result += c;
    }
  }
  return result;
}

void print_block(const Block& block, std::ostream& out, const Terminal& terminal) {
  const size_t width = std::min(terminal.width, kWidestBlock);
  for (const BlockLine& line : block) {
    std::vector<std::string> parts =
        wrapped(terminal.colours ? line.text : marked_as(line.text, "«", "»"),
                width > line.indent + kLeastFlexible ? width - line.indent : kLeastFlexible);
    carry_marks(parts);
    for (const std::string& part : parts) {
      if (part.empty()) continue;
      out << std::string(line.indent, ' ');
      const bool styled = terminal.colours && line.weight != Weight::kPlain;
      if (styled) out << (line.weight == Weight::kBold ? kBold : kDim);
      out << marked_as(part, kBold, kPlain) << (styled ? kPlain : "") << '\n';
    }
  }
}

void print_table(const std::vector<Column>& columns,
                 const std::vector<std::vector<std::string>>& rows, std::ostream& out,
                 const Terminal& terminal) {
  std::vector<std::vector<std::string>> texts(rows.size() + 1);
  std::vector<size_t> widths(columns.size());
  for (size_t i = 0; i < columns.size(); ++i) {
    texts[0].push_back(columns[i].name);
    widths[i] = display_width(columns[i].name);
  }
  for (size_t r = 0; r < rows.size(); ++r) {
    for (size_t i = 0; i < columns.size() && i < rows[r].size(); ++i) {
      const std::string text = on_one_line(rows[r][i]);
      texts[r + 1].push_back(terminal.colours ? text : marked_as(text, "«", "»"));
      widths[i] = std::max(widths[i], display_width(texts[r + 1].back()));
    }
  }
  if (!fits(columns, widths, terminal.width)) {
    for (size_t r = 0; r < texts.size(); ++r) {
      if (terminal.colours && r == 0) out << kDim;
      print_stacked(columns, widths, texts[r], out, terminal);
      if (terminal.colours && r == 0) out << kPlain;
    }
    return;
  }
  share_width(columns, terminal.width, widths);
  if (terminal.colours) out << kDim;
  print_row(columns, widths, texts[0], out);
  if (terminal.colours) out << kPlain;
  for (size_t r = 1; r < texts.size(); ++r) print_row(columns, widths, texts[r], out);
}

}  // namespace cifra::command
