#include "core/layout/text_paragraphs.h"

#include <algorithm>
#include <map>

namespace cifra {
namespace {

constexpr uint32_t kLongCapitals = 40;  // columns; shorter lines of capitals stand for themselves

bool is_finished(LineEnd end) { return end == LineEnd::kSentence || end == LineEnd::kSemicolon; }

// No sign at the line's end, lower case after it.
bool runs_into(const TextLine& line, const TextLine& next) {
  return next.start == LineStart::kLower &&
         (line.end == LineEnd::kOpen || line.end == LineEnd::kComma);
}

// Two lines that can only be one sentence.
bool runs_on(const TextLine& line, const TextLine& next) {
  return !next.marker && !line.rule && !next.rule && !line.numeric && !line.tabular &&
         !next.tabular && runs_into(line, next);
}

uint32_t first_word_columns(std::string_view text, const TextLine& line) {
  const std::string_view content = line.span.of(text);
  return static_cast<uint32_t>(std::min(content.find_first_of(" \t"), content.size()));
}

// Whether the line goes as far as its paragraph's width: the next line's first word would hardly
// have fitted.
bool is_full(std::string_view text, const TextLine& line, const TextLine& next,
             const WrapHabit& habit) {
  const uint32_t reached = line.indent + line.columns;
  return (reached + 1 + first_word_columns(text, next)) * 100 >= habit.width * 90;
}

// "4": a footnote mark or a page number on a line of its own, not the end of a sentence.
bool is_lone_number(const TextLine& line) {
  return line.start == LineStart::kDigit && line.columns <= 3 && line.end == LineEnd::kOpen;
}

// Whether the line is long enough not to be a heading, a cell or the end of an address.
bool is_long(const TextLine& line, const WrapHabit& habit) {
  return (line.indent + line.columns) * 100 >= habit.width * 70;
}

}  // namespace

WrapHabit wrap_habit(const std::vector<TextLine>& lines) {
  std::vector<uint32_t> widths;
  std::map<uint32_t, uint32_t> gaps;
  uint32_t long_lines = 0;
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].columns >= 40) ++long_lines;
    if (!runs_on(lines[i], lines[i + 1])) continue;
    widths.push_back(lines[i].indent + lines[i].columns);
    ++gaps[lines[i + 1].blank_above];
  }
  WrapHabit habit;
  if (widths.empty()) return habit;
  std::ranges::sort(widths);
  habit.width = widths[widths.size() * 9 / 10];
  const auto usual = std::ranges::max_element(gaps, {}, [](const auto& gap) { return gap.second; });
  if (usual->second >= 3) habit.blank_lines = usual->first;
  habit.wrapped = widths.size() >= 2 && widths.size() * 4 >= long_lines && habit.width <= 160;
  return habit;
}

bool continues(std::string_view text, const TextLine& line, const TextLine& next,
               const WrapHabit& habit, bool item) {
  if (next.marker) {
    // "12. " may be the end of a sentence put on a line of its own; a bullet never is.
    return false;
  }
  if (line.marker && line.marker->size == line.span.size()) return next.blank_above <= 1;
  if (line.rule || next.rule || next.tabular) return false;
  // "Nota | Istat | 19": bars and gaps also stand in lines that go on.
  if (line.tabular) return runs_into(line, next) && is_long(line, habit);
  if (line.numeric && next.numeric) return false;
  const bool near = next.blank_above <= habit.blank_lines;
  const bool wide = habit.wrapped && is_long(line, habit);
  const bool full = habit.wrapped && is_full(text, line, next, habit);
  const bool steady = next.indent <= line.indent + 1 || item;
  switch (line.end) {
    case LineEnd::kSentence:
      if (next.start == LineStart::kLower) return near && wide;
      return near && full && steady && !next.capitals && !next.shouted;
    case LineEnd::kSemicolon:
    case LineEnd::kColon:
      return near && full && (next.start == LineStart::kLower || (steady && is_finished(line.end)));
    case LineEnd::kComma:
      if (line.numeric || next.numeric) return near && full;
      return near || (wide && next.start == LineStart::kLower) || full;
    case LineEnd::kOpen:
      break;
  }
  if (is_lone_number(next)) return false;
  if (next.start == LineStart::kLower) return near || wide;
  if (line.capitals && next.capitals && near && steady && line.columns >= kLongCapitals)
    return true;
  if (line.capitals != next.capitals && next.start == LineStart::kUpper) return false;
  return near && (full || (wide && next.start != LineStart::kUpper)) && steady;
}

std::vector<TextParagraph> text_paragraphs(std::string_view text,
                                           const std::vector<TextLine>& lines,
                                           const std::vector<BlockRole>& roles) {
  const WrapHabit habit = wrap_habit(lines);
  std::vector<TextParagraph> paragraphs;
  for (uint32_t i = 0; i < lines.size(); ++i) {
    const bool furniture = roles[i] != BlockRole::kParagraph;
    if (roles[i] == BlockRole::kTable && i > 0 && roles[i - 1] == BlockRole::kTable) {
      ++paragraphs.back().line_count;
      continue;
    }
    if (!paragraphs.empty() && !furniture && roles[i - 1] == BlockRole::kParagraph) {
      TextParagraph& last = paragraphs.back();
      const bool item = last.role == BlockRole::kListItem;
      if (continues(text, lines[i - 1], lines[i], habit, item)) {
        ++last.line_count;
        continue;
      }
    }
    TextParagraph paragraph;
    paragraph.first_line = i;
    if (furniture) {
      paragraph.role = roles[i];
    } else if (lines[i].marker && lines[i].marker->kind != MarkerKind::kSection) {
      paragraph.role = BlockRole::kListItem;
    }
    paragraphs.push_back(paragraph);
  }
  return paragraphs;
}

}  // namespace cifra
