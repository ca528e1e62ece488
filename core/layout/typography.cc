#include "core/layout/typography.h"

#include <cmath>
#include <map>

namespace cifra {
namespace {

constexpr size_t kProseWords = 5;  // a shorter line is a label or a heading

template <typename Key>
Key heaviest(const std::map<Key, size_t>& shares, Key otherwise) {
  size_t most = 0;
  for (const auto& [key, weight] : shares) {
    if (weight > most) {
      most = weight;
      otherwise = key;
    }
  }
  return otherwise;
}

}  // namespace

Typography typography_of(const Flow& flow) {
  std::map<int, size_t> sizes;        // half points → words
  std::map<int, size_t> short_sizes;  // the same of lines too short to count
  std::map<int, size_t> pitches;      // twentieths of the font size → lines
  size_t bold = 0, all = 0;
  for (const FlowArea& area : flow.areas) {
    if (area.running || area.line_count == 0) continue;
    const PageLines& page = flow.pages[area.page];
    for (uint32_t i = 0; i < area.line_count; ++i) {
      const LayoutLine& line = page.lines[area.first_line + i];
      const int size = static_cast<int>(std::lround(line.font_size * 2));
      (line.word_count >= kProseWords ? sizes : short_sizes)[size] += line.word_count;
      if (line.word_count < kProseWords) continue;
      all += line.word_count;
      bold += line.bold ? line.word_count : 0;
      if (i == 0) continue;
      const LayoutLine& above = page.lines[area.first_line + i - 1];
      const float delta = line.baseline - above.baseline;
      if (std::abs(above.font_size - line.font_size) > 0.3f || line.font_size <= 0) continue;
      const float pitch = delta / line.font_size;
      if (pitch > 0.8f && pitch < 2.6f) ++pitches[static_cast<int>(std::lround(pitch * 20))];
    }
  }
  Typography typography;
  const int size = heaviest(sizes.empty() ? short_sizes : sizes, 20);
  typography.body_size = static_cast<float>(size) / 2;
  typography.pitch = static_cast<float>(heaviest(pitches, 24)) / 20;
  typography.body_bold = bold * 2 > all;
  return typography;
}

}  // namespace cifra
