#include "core/layout/segments.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/layout/frame.h"

namespace cifra {
namespace {

constexpr float kWordSpace = 0.9f;      // of the font size: no wider gap inside a segment
constexpr float kOverlap = -0.6f;       // of the font size: words may overlap by as much
constexpr float kSharedHeight = 0.5f;   // of the lower word: on one baseline
constexpr float kSharedByMark = 0.25f;  // … where one is a raised or lowered mark
constexpr float kMarkSize = 0.8f;       // of its neighbour's font size
constexpr float kSameSpot = 0.25f;      // of the font size: a word printed again

bool is_printed_again(const LayoutWord& a, const LayoutWord& b, const Reading& reading) {
  const float near = kSameSpot * std::max(a.font_size, 1.0f);
  return std::abs(a.box.x0 - b.box.x0) < near && std::abs(a.box.x1 - b.box.x1) < near &&
         std::abs(a.box.y0 - b.box.y0) < near &&
         reading.words[a.source].text.of(reading.text) ==
             reading.words[b.source].text.of(reading.text);
}

void append(Segment& segment, uint32_t index, const LayoutWord& word) {
  if (segment.words.empty()) {
    segment.box = word.box;
    segment.baseline = word.baseline;
    segment.font_size = word.font_size;
  } else {
    extend(segment.box, word.box);
    if (word.font_size > segment.font_size * 1.02f) {
      segment.font_size = word.font_size;
      segment.baseline = word.baseline;
    }
  }
  segment.words.push_back(index);
}

// How badly `word` continues `segment`; negative where it does not.
float misfit(const Segment& segment, const LayoutWord& last, const LayoutWord& word) {
  const LayoutWord& small = last.font_size < word.font_size ? last : word;
  const float em = std::max(std::max(last.font_size, word.font_size), 1.0f);
  const float small_em = std::max(small.font_size, 1.0f);
  const float gap = word.box.x0 - last.box.x1;
  // The last word may itself be a raised mark: the segment's box is the better measure then.
  const float shared =
      std::max(shared_height(last.box, word.box), shared_height(segment.box, word.box));
  const float apart = std::abs(segment.baseline - word.baseline);
  if (gap < kOverlap * small_em) return -1;
  const bool unequal = small_em < kMarkSize * em;
  const bool mark =
      unequal && gap < 0.6f * std::min(em, 2 * small_em) && width_of(small.box) < 3.5f * small_em;
  if (mark) return shared < kSharedByMark ? -1 : apart + std::max(gap, 0.0f) * 0.25f;
  if (gap > kWordSpace * (unequal ? small_em * 1.3f : em) || shared < kSharedHeight) return -1;
  // Words of unequal size stand on one baseline, or one of them belongs to another line.
  if (unequal && apart > 0.35f * small_em) return -1;
  return apart + std::max(gap, 0.0f) * 0.25f;
}

}  // namespace

std::vector<Segment> find_segments(const std::vector<LayoutWord>& words, const Reading& reading) {
  std::vector<uint32_t> order(words.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    return words[a].box.x0 != words[b].box.x0 ? words[a].box.x0 < words[b].box.x0 : a < b;
  });

  std::vector<Segment> segments;
  std::vector<uint32_t> open;  // segments a word may still continue
  for (const uint32_t index : order) {
    const LayoutWord& word = words[index];
    uint32_t best = kNoIndex;
    float least = 0;
    bool again = false;
    for (size_t i = 0; i < open.size();) {
      const Segment& segment = segments[open[i]];
      const LayoutWord& last = words[segment.words.back()];
      const float reach = kWordSpace * std::max(segment.font_size, word.font_size);
      if (last.box.x1 + reach * 2 < word.box.x0) {
        open[i] = open.back();
        open.pop_back();
        continue;
      }
      if (word.box.y0 > segment.box.y1 || word.box.y1 < segment.box.y0) {
        ++i;
        continue;
      }
      again = again || is_printed_again(last, word, reading);
      const float cost = misfit(segment, last, word);
      if (cost >= 0 && (best == kNoIndex || cost < least)) {
        best = open[i];
        least = cost;
      }
      ++i;
    }
    if (again) continue;
    if (best == kNoIndex) {
      best = static_cast<uint32_t>(segments.size());
      segments.emplace_back();
      open.push_back(best);
    }
    append(segments[best], index, word);
  }
  std::sort(segments.begin(), segments.end(), [](const Segment& a, const Segment& b) {
    return a.box.y0 != b.box.y0 ? a.box.y0 < b.box.y0 : a.box.x0 < b.box.x0;
  });
  return segments;
}

std::vector<Segment> join_rows(std::vector<Segment> segments,
                               const std::vector<LayoutWord>& words) {
  std::sort(segments.begin(), segments.end(),
            [](const Segment& a, const Segment& b) { return middle_of(a.box) < middle_of(b.box); });
  std::vector<Segment> lines;
  for (Segment& segment : segments) {
    Segment* home = nullptr;
    // Marks and big letters disturb the order a little; look at the last few lines.
    const size_t back = std::min<size_t>(lines.size(), 3);
    float most = 0;
    for (size_t i = lines.size() - back; i < lines.size(); ++i) {
      const float shared = shared_height(lines[i].box, segment.box);
      const float em = std::max(1.0f, std::min(lines[i].font_size, segment.font_size));
      const bool level = std::abs(lines[i].baseline - segment.baseline) < 0.35f * em;
      const float taller = std::max(height_of(lines[i].box), height_of(segment.box));
      const bool alike = taller < 2 * std::min(height_of(lines[i].box), height_of(segment.box));
      if (shared > most && (level || (alike && shared > 0.75f))) {
        most = shared;
        home = &lines[i];
      }
    }
    if (home == nullptr || most < kSharedHeight) {
      lines.push_back(std::move(segment));
      continue;
    }
    extend(home->box, segment.box);
    if (segment.font_size > home->font_size) {
      home->font_size = segment.font_size;
      home->baseline = segment.baseline;
    }
    home->words.insert(home->words.end(), segment.words.begin(), segment.words.end());
  }
  for (Segment& line : lines) {
    std::stable_sort(line.words.begin(), line.words.end(),
                     [&](uint32_t a, uint32_t b) { return words[a].box.x0 < words[b].box.x0; });
  }
  std::stable_sort(lines.begin(), lines.end(),
                   [](const Segment& a, const Segment& b) { return a.baseline < b.baseline; });
  return lines;
}

}  // namespace cifra
