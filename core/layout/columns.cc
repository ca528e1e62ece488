#include "core/layout/columns.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "core/layout/frame.h"

namespace cifra {
namespace {

constexpr float kStep = 2;        // points: the grain in which empty strips are found
constexpr int kMostSteps = 2000;  // wider pages are searched in coarser steps
constexpr int kDeepest = 12;      // nested cuts
constexpr float kLongStrip = 7;   // line heights
constexpr float kRowGap = 0.5f;   // of a line's height: blank between two rows or paragraphs

struct Strip {  // an empty upright rectangle with text on both sides
  float x0 = 0, x1 = 0, y0 = 0, y1 = 0;
  float score = 0;
};

struct Stretch {
  float begin, end;
};

// What stands on one side of a strip.
struct Side {
  std::vector<uint32_t> segments;
  size_t words = 0, in_prose = 0;  // words; of them in segments of three words or more
  size_t letters = 0, glyphs = 0;
  Box box;
};

class ColumnFinder {
 public:
  ColumnFinder(const std::vector<Segment>& segments, const std::vector<LayoutWord>& words,
               const Reading& reading, ColumnSearch search)
      : segments_(segments), words_(words), reading_(reading), search_(search) {}

  std::vector<SegmentGroup> run() {
    std::vector<uint32_t> all(segments_.size());
    for (size_t i = 0; i < all.size(); ++i) all[i] = static_cast<uint32_t>(i);
    split(std::move(all), false, 0);
    return std::move(groups_);
  }

 private:
  void split(std::vector<uint32_t> ids, bool column, int depth);
  std::vector<Strip> strips_of(std::span<const uint32_t> ids, float em) const;
  bool parts(const Strip& strip, std::span<const uint32_t> ids, float em) const;
  Side side_of(const Strip& strip, std::span<const uint32_t> ids, bool left) const;
  bool is_prose(const Side& side) const;
  void trim(Strip& strip, std::span<const uint32_t> ids, float em) const;
  bool is_grid(const Side& left, const Side& right) const;
  bool are_rows(const Side& left, const Side& right) const;
  bool are_marks(const Side& side) const;
  std::vector<Stretch> blanks_of(std::span<const uint32_t> ids) const;
  bool cut_rows(const std::vector<uint32_t>& band, bool column, int depth);
  float em_of(std::span<const uint32_t> ids) const;

  const std::vector<Segment>& segments_;
  const std::vector<LayoutWord>& words_;
  const Reading& reading_;
  ColumnSearch search_;
  std::vector<SegmentGroup> groups_;
};

float ColumnFinder::em_of(std::span<const uint32_t> ids) const {
  std::vector<float> heights;
  heights.reserve(ids.size());
  for (const uint32_t id : ids) heights.push_back(height_of(segments_[id].box));
  const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::nth_element(heights.begin(), middle, heights.end());
  return std::max(*middle, 2.0f);
}

// Every way to cut is found from the empty stretches of upright lines, `kStep` apart: a strip is
// one such stretch, as wide as its neighbours stay empty over its whole height.
std::vector<Strip> ColumnFinder::strips_of(std::span<const uint32_t> ids, float em) const {
  Box area = segments_[ids[0]].box;
  for (const uint32_t id : ids) extend(area, segments_[id].box);
  const float step = std::max(kStep, width_of(area) / kMostSteps);
  const int steps = static_cast<int>(width_of(area) / step) + 1;

  std::vector<std::vector<Stretch>> empty(static_cast<size_t>(steps));
  std::vector<float> covered(static_cast<size_t>(steps), area.y0);
  const float least = em * (search_ == ColumnSearch::kProse ? 3.5f : 1.6f);
  for (const uint32_t id : ids) {  // by their top
    const Box& box = segments_[id].box;
    const int from = std::clamp(static_cast<int>((box.x0 - area.x0) / step), 0, steps - 1);
    const int to = std::clamp(static_cast<int>((box.x1 - area.x0 - 0.1f) / step), from, steps - 1);
    for (auto i = static_cast<size_t>(from); i <= static_cast<size_t>(to); ++i) {
      if (box.y0 - covered[i] >= least) empty[i].push_back({covered[i], box.y0});
      covered[i] = std::max(covered[i], box.y1);
    }
  }
  for (size_t i = 0; i < empty.size(); ++i) {
    if (area.y1 - covered[i] >= least) empty[i].push_back({covered[i], area.y1});
  }

  const auto is_empty = [&](int i, Stretch stretch) {
    if (i < 0 || i >= steps) return false;
    for (const Stretch& other : empty[static_cast<size_t>(i)]) {
      if (other.begin <= stretch.begin + 0.5f && other.end >= stretch.end - 0.5f) return true;
    }
    return false;
  };
  std::vector<Strip> strips;
  for (int i = 0; i < steps; ++i) {
    for (const Stretch& stretch : empty[static_cast<size_t>(i)]) {
      // The first step of a strip speaks for all of it.
      if (is_empty(i - 1, stretch)) continue;
      int last = i;
      while (is_empty(last + 1, stretch)) ++last;
      if (i == 0 || last == steps - 1) continue;
      Strip strip;
      strip.x0 = area.x0 + static_cast<float>(i) * step;
      strip.x1 = area.x0 + static_cast<float>(last + 1) * step;
      strip.y0 = stretch.begin;
      strip.y1 = stretch.end;
      strip.score = (strip.y1 - strip.y0) + std::min(strip.x1 - strip.x0, 4 * em);
      strips.push_back(strip);
    }
  }
  std::sort(strips.begin(), strips.end(),
            [](const Strip& a, const Strip& b) { return a.score > b.score; });
  return strips;
}

Side ColumnFinder::side_of(const Strip& strip, std::span<const uint32_t> ids, bool left) const {
  Side side;
  for (const uint32_t id : ids) {
    const Segment& segment = segments_[id];
    const float y = middle_of(segment.box);
    if (y < strip.y0 || y > strip.y1) continue;
    const float x = (segment.box.x0 + segment.box.x1) / 2;
    if ((x < (strip.x0 + strip.x1) / 2) != left) continue;
    if (side.segments.empty()) side.box = segment.box;
    extend(side.box, segment.box);
    side.segments.push_back(id);
    side.words += segment.words.size();
    if (segment.words.size() >= 3) side.in_prose += segment.words.size();
    for (const uint32_t word : segment.words) {
      for (const char c : reading_.words[words_[word].source].text.of(reading_.text)) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0) == 0x80) continue;
        ++side.glyphs;
        side.letters += byte >= 0x80 || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
      }
    }
  }
  return side;
}

// Lines of several words each, mostly letters. Where a justified line is stretched its words stand
// apart, so lines are counted, not segments.
bool ColumnFinder::is_prose(const Side& side) const {
  std::vector<float> baselines;
  baselines.reserve(side.segments.size());
  for (const uint32_t id : side.segments) baselines.push_back(segments_[id].baseline);
  std::sort(baselines.begin(), baselines.end());
  size_t lines = 0;
  for (size_t i = 0; i < baselines.size(); ++i) {
    const float em = std::max(segments_[side.segments[0]].font_size, 1.0f);
    lines += i == 0 || baselines[i] - baselines[i - 1] > 0.4f * em;
  }
  return lines >= 3 && side.in_prose * 2 >= side.words && side.words * 10 >= lines * 25 &&
         side.letters * 10 >= side.glyphs * 6;
}

// A line or two above or below all of the other side that do not stand at this column's edge (a
// date under the title, a page number) are no part of the columns: the strip ends before them.
void ColumnFinder::trim(Strip& strip, std::span<const uint32_t> ids, float em) const {
  for (const bool left : {true, false}) {
    const Side side = side_of(strip, ids, left), other = side_of(strip, ids, !left);
    if (other.segments.empty()) return;
    std::vector<uint32_t> above, below;
    float edge = 1e9f;
    for (const uint32_t id : side.segments) {
      const Box& box = segments_[id].box;
      if (box.y1 <= other.box.y0) {
        above.push_back(id);
      } else if (box.y0 >= other.box.y1) {
        below.push_back(id);
      } else {
        edge = std::min(edge, box.x0);
      }
    }
    const auto stray = [&](const std::vector<uint32_t>& few) {
      return !few.empty() && few.size() <= 2 &&
             std::all_of(few.begin(), few.end(), [&](uint32_t id) {
               return std::abs(segments_[id].box.x0 - edge) > 0.6f * em;
             });
    };
    if (stray(above)) strip.y0 = std::max(strip.y0, segments_[above.back()].box.y1);
    if (stray(below)) strip.y1 = std::min(strip.y1, segments_[below.front()].box.y0);
  }
}

// Blank stretches between the rows of `ids`, wider than between the lines of a paragraph.
std::vector<Stretch> ColumnFinder::blanks_of(std::span<const uint32_t> ids) const {
  std::vector<Stretch> blanks;
  float bottom = 0, height = 0;
  for (size_t i = 0; i < ids.size(); ++i) {  // by their top
    const Box& box = segments_[ids[i]].box;
    if (i > 0 && box.y0 - bottom > kRowGap * std::max(height, height_of(box))) {
      blanks.push_back({bottom, box.y0});
    }
    if (i == 0 || box.y1 > bottom) {
      bottom = box.y1;
      height = height_of(box);
    }
  }
  return blanks;
}

// Rows of both sides begin at the same heights: cells of a table, not columns of prose.
bool ColumnFinder::is_grid(const Side& left, const Side& right) const {
  const std::vector<Stretch> a = blanks_of(left.segments), b = blanks_of(right.segments);
  const float near = 0.25f * em_of(left.segments);
  const auto shared = std::count_if(a.begin(), a.end(), [&](const Stretch& one) {
    return std::any_of(b.begin(), b.end(),
                       [&](const Stretch& other) { return std::abs(one.end - other.end) < near; });
  });
  const auto most = static_cast<std::ptrdiff_t>(std::max(a.size(), b.size()));
  return shared >= 2 && shared * 10 >= most * 6;
}

// One side is a list of short entries level with lines of the other: label and value.
bool ColumnFinder::are_rows(const Side& left, const Side& right) const {
  const auto belongs = [&](const Side& few, const Side& other) {
    if (few.words > few.segments.size() * 4) return false;
    size_t level = 0;
    for (const uint32_t id : few.segments) {
      const Segment& segment = segments_[id];
      level += std::any_of(other.segments.begin(), other.segments.end(), [&](uint32_t o) {
        return std::abs(segments_[o].baseline - segment.baseline) <
               0.3f * std::max(segment.font_size, 1.0f);
      });
    }
    return level * 10 >= few.segments.size() * 7;
  };
  return belongs(left, right) || belongs(right, left);
}

// Bullets and numbers of a list.
bool ColumnFinder::are_marks(const Side& side) const {
  return std::all_of(side.segments.begin(), side.segments.end(), [&](uint32_t id) {
    const Segment& segment = segments_[id];
    return segment.words.size() == 1 && width_of(segment.box) < 2.5f * segment.font_size;
  });
}

bool ColumnFinder::parts(const Strip& strip, std::span<const uint32_t> ids, float em) const {
  const float width = strip.x1 - strip.x0;
  const bool prose = search_ == ColumnSearch::kProse;
  // A narrow strip must be long: short ones come about by chance between wide spaces.
  const bool tall = strip.y1 - strip.y0 > kLongStrip * em;
  if (width < (prose ? (tall ? 0.4f : 0.8f) : 1.2f) * em) return false;
  const Side left = side_of(strip, ids, true), right = side_of(strip, ids, false);
  if (left.segments.empty() || right.segments.empty()) return false;
  // Both sides must stand side by side, not one above the other.
  const float beside = std::min(left.box.y1, right.box.y1) - std::max(left.box.y0, right.box.y0);
  if (prose) {
    return beside > 3 * em && is_prose(left) && is_prose(right) && !is_grid(left, right);
  }
  if (beside < 0.5f * em || left.segments.size() + right.segments.size() < 3) return false;
  return !are_marks(left) && !are_rows(left, right);
}

// Cuts a band at the blanks that run across all of it; false where there is none.
bool ColumnFinder::cut_rows(const std::vector<uint32_t>& band, bool column, int depth) {
  const std::vector<Stretch> blanks = blanks_of(band);
  if (blanks.empty()) return false;
  size_t next = 0;
  std::vector<uint32_t> part;
  for (const uint32_t id : band) {
    while (next < blanks.size() && segments_[id].box.y0 >= blanks[next].end - 0.1f) {
      if (!part.empty()) split(std::move(part), column, depth + 1);
      part.clear();
      ++next;
    }
    part.push_back(id);
  }
  if (!part.empty()) split(std::move(part), column, depth + 1);
  return true;
}

void ColumnFinder::split(std::vector<uint32_t> ids, bool column, int depth) {
  if (ids.empty()) return;
  if (ids.size() >= 3 && depth < kDeepest) {
    const float em = em_of(ids);
    for (Strip strip : strips_of(ids, em)) {
      if (!parts(strip, ids, em)) continue;
      trim(strip, ids, em);
      std::vector<uint32_t> above, left, right, below, band;
      for (const uint32_t id : ids) {
        const Box& box = segments_[id].box;
        const float y = middle_of(box), x = (box.x0 + box.x1) / 2;
        if (y < strip.y0) {
          above.push_back(id);
        } else if (y > strip.y1) {
          below.push_back(id);
        } else {
          (x < (strip.x0 + strip.x1) / 2 ? left : right).push_back(id);
          band.push_back(id);
        }
      }
      split(std::move(above), column, depth + 1);
      if (search_ == ColumnSearch::kProse || !cut_rows(band, column, depth)) {
        split(std::move(left), true, depth + 1);
        split(std::move(right), true, depth + 1);
      }
      split(std::move(below), column, depth + 1);
      return;
    }
  }
  groups_.push_back({std::move(ids), column});
}

}  // namespace

std::vector<SegmentGroup> find_columns(const std::vector<Segment>& segments,
                                       const std::vector<LayoutWord>& words, const Reading& reading,
                                       ColumnSearch search) {
  if (segments.empty()) return {};
  return ColumnFinder(segments, words, reading, search).run();
}

}  // namespace cifra
