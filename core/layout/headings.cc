#include "core/layout/headings.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <tuple>

#include "core/layout/list_marker.h"
#include "core/text/folding.h"
#include "core/text/utf8.h"

namespace cifra {
namespace {

constexpr float kLarger = 1.13f;  // of the body's size
constexpr size_t kMostBytes = 220;
constexpr size_t kMostLines = 4;
constexpr size_t kMostCapitalWords = 14;
constexpr uint8_t kDeepest = 6;

struct Look {
  std::string text;
  float size = 0;
  bool bold = true;
  size_t letters = 0, capitals = 0, words = 0;
  std::optional<ListMarker> marker;
  bool ended = false;  // by a stop, a semicolon or a comma
  bool large = false;
  bool in_capitals = false;
};

// Largest first; then deeper numbering, bold before plain.
using StyleKey = std::tuple<int, int, int, int>;

Look look_of(const Flow& flow, const Paragraph& paragraph, const Typography& typography) {
  Look look;
  for (const LineRef ref : paragraph.lines) {
    const PageLines& page = flow.pages[ref.page];
    const LayoutLine& line = page.lines[ref.line];
    if (!look.text.empty()) look.text += ' ';
    look.text += text_of(page, line);
    look.size = std::max(look.size, line.font_size);
    look.bold = look.bold && line.bold;
    look.words += line.word_count;
    if (look.text.size() > kMostBytes) return look;
  }
  for (size_t at = 0; at < look.text.size();) {
    const CodePoint c = decode_utf8(look.text, at);
    at += c.size;
    look.letters += is_letter(c.value);
    look.capitals += is_upper(c.value);
  }
  look.marker = list_marker(look.text);
  const char last = look.text.empty() ? ' ' : look.text.back();
  look.ended = last == '.' || last == ';' || last == ',';
  look.large = look.size >= kLarger * typography.body_size;
  look.in_capitals = look.letters >= 4 && look.capitals * 10 >= look.letters * 9;
  return look;
}

bool opens_capital_or_mark(const Look& look) {
  const char32_t first = decode_utf8(look.text, 0).value;
  return !is_letter(first) || is_upper(first);
}

bool is_heading(const Look& look, const Paragraph& paragraph, const Typography& typography) {
  if (look.text.size() > kMostBytes || paragraph.lines.size() > kMostLines) return false;
  if (look.letters < 3 || look.letters * 3 < look.text.size()) return false;
  if (paragraph.row) return false;
  const bool bullet = look.marker && look.marker->kind == MarkerKind::kBullet;
  if (bullet || !opens_capital_or_mark(look)) return false;
  if (look.large && !(look.ended && look.words > 12)) return true;
  if (look.ended) return false;
  if (look.bold && !typography.body_bold) return true;
  if (look.in_capitals && look.words <= kMostCapitalWords && paragraph.lines.size() <= 2) {
    return look.size > 0.95f * typography.body_size;
  }
  const bool section = look.marker && look.marker->kind == MarkerKind::kSection;
  return section && paragraph.lines.size() == 1 && look.words <= 16;
}

StyleKey style_of(const Look& look) {
  const int depth = look.marker ? look.marker->depth : 0;
  return {-static_cast<int>(std::lround(look.size * 2)), depth, look.bold ? 0 : 1,
          look.in_capitals ? 0 : 1};
}

}  // namespace

void mark_headings(const Flow& flow, std::span<Paragraph> paragraphs,
                   const Typography& typography) {
  std::map<StyleKey, uint8_t> levels;
  std::vector<std::pair<Paragraph*, StyleKey>> headings;
  for (Paragraph& paragraph : paragraphs) {
    const bool open =
        paragraph.role == BlockRole::kParagraph || paragraph.role == BlockRole::kListItem;
    if (!open || paragraph.lines.empty()) continue;
    const Look look = look_of(flow, paragraph, typography);
    if (!is_heading(look, paragraph, typography)) continue;
    paragraph.role = BlockRole::kHeading;
    headings.emplace_back(&paragraph, style_of(look));
    levels.emplace(headings.back().second, 0);
  }
  uint8_t level = 0;
  for (auto& [style, number] : levels) {
    if (level < kDeepest) ++level;
    number = level;
  }
  for (auto& [paragraph, style] : headings) paragraph->level = levels[style];
}

}  // namespace cifra
