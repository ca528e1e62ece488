// Titles of tables, which may run over several lines above the heads: "Table 3. …", "Tabella 12 -
// …".

#include <algorithm>
#include <optional>

#include "core/layout/table_parts.h"
#include "core/lexicon/table_words.h"
#include "core/text/folding.h"

namespace cifra {
namespace {

constexpr size_t kMostLines = 5;
constexpr float kMostGap = 2.5F;  // ems between runs of one line

// The runs of a row that go on from one over the same stretch of the page as `below`.
std::optional<Run> line_over(const PageText& text, size_t row, const Run& below) {
  std::optional<Run> line;
  for (const Run& run : text.rows[row].runs) {
    if (line && run.x0 - line->x1 < kMostGap * text.em) {
      line->x1 = run.x1;
    } else if (std::min(run.x1, below.x1) > std::max(run.x0, below.x0)) {
      if (line) return std::nullopt;
      line = run;
    } else if (!line && run.x1 < below.x0) {
      // May be the begin of the line: kept until a gap shows otherwise.
      line = run;
    }
    if (line && line->x1 < below.x0 && run.x1 == line->x1) {
      const bool goes_on =
          std::any_of(text.rows[row].runs.begin(), text.rows[row].runs.end(), [&](const Run& next) {
            return next.x0 > line->x1 && next.x0 - line->x1 < kMostGap * text.em;
          });
      if (!goes_on) line.reset();
    }
  }
  return line;
}

}  // namespace

bool is_title(const PageText& text, const Run& run) {
  // Small capitals may part a word: it is read whole.
  const std::string line = fold(text_of(*text.page, run.words));
  const size_t space = line.find(' ');
  if (space == std::string::npos) return false;
  const std::string_view first = std::string_view(line).substr(0, space);
  const std::string_view second =
      std::string_view(line).substr(space + 1, line.find(' ', space + 1) - space - 1);
  const auto words = title_words();
  return std::find(words.begin(), words.end(), first) != words.end() &&
         second.find_first_of("0123456789") != std::string_view::npos;
}

std::optional<size_t> title_row(const PageText& text, size_t row, const Run& last) {
  Run below = last;
  for (size_t r = row + 1; r-- > 0 && row - r < kMostLines;) {
    const std::optional<Run> line = line_over(text, r, below);
    if (!line || (r < row && below.y0 - line->y1 > 0.7F * text.em)) return std::nullopt;
    if (is_title(text, *line)) return r;
    below = *line;
  }
  return std::nullopt;
}

}  // namespace cifra
