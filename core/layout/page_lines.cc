#include "core/layout/page_lines.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "core/layout/columns.h"
#include "core/layout/frame.h"
#include "core/layout/segments.h"
#include "core/text/folding.h"
#include "core/text/utf8.h"

namespace cifra {
namespace {

constexpr float kDescent = 0.21f;       // of a box's height, below the baseline, in most fonts
constexpr float kGlue = 0.3f;           // of the font size: words parted by less may be glued
constexpr float kMarkSize = 0.85f;      // of the line's font size: a mark is smaller
constexpr float kMarkRise = 0.12f;      // of the line's font size: and stands higher
constexpr float kMarkRiseSame = 0.25f;  // … where it is as large as the line
constexpr float kNear = 0.5f;           // of the font size: a mark stands so near to its word
constexpr float kNearMargin = 1.4f;     // … and the text of a note to its mark
constexpr float kGlued = 0.12f;         // … a mark as large as its word
constexpr size_t kLongestMark = 8;      // bytes
constexpr size_t kSpacedLetters = 4;    // at least, to be a letter-spaced word

// The rotation most of the page's glyphs have, where it is most of them by far.
uint16_t turn_of(std::span<const ReadWord> words) {
  std::array<size_t, 4> glyphs{};
  size_t all = 0;
  for (const ReadWord& word : words) {
    glyphs[(word.rotation / 90) % 4] += word.text.size();
    all += word.text.size();
  }
  for (size_t i = 1; i < glyphs.size(); ++i) {
    if (glyphs[i] * 10 > all * 6) return static_cast<uint16_t>(i * 90);
  }
  return 0;
}

LayoutWord upright(const ReadWord& read, uint32_t source, uint16_t turn, float width,
                   float height) {
  LayoutWord word;
  word.source = source;
  word.box = turned(read.box, turn, width, height);
  word.font_size = read.font_size > 0 ? read.font_size : height_of(word.box) * 0.85f;
  word.baseline = word.box.y1 - kDescent * height_of(word.box);
  word.rotation = static_cast<uint16_t>((read.rotation + 360 - turn) % 360);
  word.bold = read.bold;
  word.italic = read.italic;
  word.space_after = read.space_after;
  return word;
}

// What may be raised: up to three digits, several such parted by commas, one letter, a sign.
bool is_mark(std::string_view text) {
  if (text.size() > kLongestMark) return false;
  size_t digits = 0;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    digits = digit ? digits + 1 : 0;
    const bool sign = std::string_view("()[]*,+-").find(c) != std::string_view::npos;
    if (digits > 3 || (!digit && !sign)) return decode_utf8(text, 0).size == text.size();
  }
  return true;
}

bool is_single_letter(std::string_view text) {
  return !text.empty() && text.size() <= 2 && decode_utf8(text, 0).size == text.size() &&
         is_letter(decode_utf8(text, 0).value);
}

// Makes PageLines out of one page's words.
class PageBuilder {
 public:
  PageBuilder(const Reading& reading, uint32_t page) : reading_(reading) {
    lines_.reading = &reading;
    lines_.page = page;
  }

  PageLines make(std::span<const ReadWord> words, uint32_t first_word) {
    const ReadPage& page = reading_.pages[lines_.page];
    lines_.turn = turn_of(words);
    const bool swapped = lines_.turn == 90 || lines_.turn == 270;
    lines_.width = swapped ? page.height : page.width;
    lines_.height = swapped ? page.width : page.height;
    std::array<std::vector<LayoutWord>, 4> by_rotation;
    for (size_t i = 0; i < words.size(); ++i) {
      const LayoutWord word = upright(words[i], first_word + static_cast<uint32_t>(i), lines_.turn,
                                      page.width, page.height);
      by_rotation[word.rotation / 90 % 4].push_back(word);
    }
    for (uint16_t i = 0; i < 4; ++i) {
      if (!by_rotation[i].empty())
        add_group(std::move(by_rotation[i]), static_cast<uint16_t>(i * 90));
    }
    return std::move(lines_);
  }

 private:
  // Words of one rotation: turned upright, put into lines, turned back.
  void add_group(std::vector<LayoutWord> words, uint16_t rotation) {
    const float width = lines_.width, height = lines_.height;
    for (LayoutWord& word : words) {
      if (rotation == 0) break;
      word.box = turned(word.box, rotation, width, height);
      word.baseline = word.box.y1 - kDescent * height_of(word.box);
    }
    const std::vector<Segment> segments = find_segments(words, reading_);
    for (const SegmentGroup& group :
         find_columns(segments, words, reading_, ColumnSearch::kProse)) {
      std::vector<Segment> members;
      members.reserve(group.segments.size());
      for (const uint32_t id : group.segments) members.push_back(segments[id]);
      add_region(join_rows(std::move(members), words), words, group.column, rotation);
    }
  }

  void add_region(const std::vector<Segment>& rows, const std::vector<LayoutWord>& words,
                  bool column, uint16_t rotation) {
    const bool swapped = rotation == 90 || rotation == 270;
    const float width = swapped ? lines_.height : lines_.width;
    const float height = swapped ? lines_.width : lines_.height;
    const auto back = static_cast<uint16_t>((360 - rotation) % 360);
    LayoutRegion region;
    region.column = column;
    region.first_line = static_cast<uint32_t>(lines_.lines.size());
    for (const Segment& row : rows) {
      LayoutLine line;
      line.first_word = static_cast<uint32_t>(lines_.words.size());
      line.word_count = static_cast<uint32_t>(row.words.size());
      line.region = static_cast<uint32_t>(lines_.regions.size());
      line.box = row.box;
      for (const uint32_t index : row.words) lines_.words.push_back(words[index]);
      finish_line(lines_, line);
      if (rotation != 0) {
        line.box = turned(line.box, back, width, height);
        for (uint32_t i = 0; i < line.word_count; ++i) {
          LayoutWord& word = lines_.words[line.first_word + i];
          word.box = turned(word.box, back, width, height);
        }
      }
      if (region.line_count == 0) {
        region.box = line.box;
      } else {
        extend(region.box, line.box);
      }
      ++region.line_count;
      lines_.lines.push_back(line);
    }
    if (region.line_count > 0) lines_.regions.push_back(region);
  }

  const Reading& reading_;
  PageLines lines_;
};

// Font size and boldness most of the line's glyphs have, and the baseline of those glyphs.
void set_style(const PageLines& page, LayoutLine& line) {
  struct Share {
    float size;
    size_t glyphs;
  };
  std::vector<Share> sizes;
  size_t bold = 0, all = 0;
  for (const LayoutWord& word : page.words_of(line)) {
    const size_t glyphs = page.text_of(word).size();
    all += glyphs;
    bold += word.bold ? glyphs : 0;
    const auto same = std::find_if(sizes.begin(), sizes.end(), [&](const Share& share) {
      return std::abs(share.size - word.font_size) < 0.26f;
    });
    if (same != sizes.end()) {
      same->glyphs += glyphs;
    } else {
      sizes.push_back({word.font_size, glyphs});
    }
  }
  if (sizes.empty()) return;
  // A mark beside a single short word must not win: of equals the larger.
  line.font_size = std::max_element(sizes.begin(), sizes.end(), [](const Share& a, const Share& b) {
                     return a.glyphs != b.glyphs ? a.glyphs < b.glyphs : a.size < b.size;
                   })->size;
  line.bold = bold * 10 > all * 8;
  float sum = 0;
  size_t count = 0;
  for (const LayoutWord& word : page.words_of(line)) {
    if (std::abs(word.font_size - line.font_size) >= 0.26f) continue;
    sum += word.baseline;
    ++count;
  }
  line.baseline = count > 0 ? sum / static_cast<float>(count) : line.box.y1;
}

// Whether a word is raised above its neighbour: the word it is glued to, or at a line's begin the
// one that follows. Other words of the line prove nothing, cells of a row stand at many heights.
bool is_raised(const PageLines& page, std::span<const LayoutWord> words, size_t i) {
  const LayoutWord& word = words[i];
  if (!is_mark(page.text_of(word))) return false;
  const LayoutWord* neighbour = nullptr;
  if (i > 0 && word.box.x0 - words[i - 1].box.x1 < kNear * words[i - 1].font_size) {
    if (words[i - 1].raised) return std::abs(word.baseline - words[i - 1].baseline) < 1;
    neighbour = &words[i - 1];
  } else if (i == 0 && words.size() > 1 &&
             words[1].box.x0 - word.box.x1 < kNearMargin * words[1].font_size) {
    neighbour = &words[1];
  }
  if (neighbour == nullptr) return false;
  const float em = std::max(neighbour->font_size, 1.0f);
  const float rise = neighbour->baseline - word.baseline;
  const bool smaller = word.font_size < kMarkSize * em;
  const bool glued = i > 0 && word.box.x0 - neighbour->box.x1 < kGlued * em;
  if (!smaller && !glued) return false;
  return rise > (smaller ? kMarkRise : kMarkRiseSame) * em && rise < em;
}

// Letters set apart, as in a spaced heading, are one word where the gaps between them are alike.
void join_spaced_letters(PageLines& page, const LayoutLine& line) {
  const auto words = std::span(page.words).subspan(line.first_word, line.word_count);
  for (size_t begin = 0; begin < words.size();) {
    size_t end = begin;
    while (end < words.size() && is_single_letter(page.text_of(words[end]))) ++end;
    if (end - begin >= kSpacedLetters) {
      std::vector<float> gaps;
      for (size_t i = begin; i + 1 < end; ++i)
        gaps.push_back(words[i + 1].box.x0 - words[i].box.x1);
      std::vector<float> sorted = gaps;
      std::sort(sorted.begin(), sorted.end());
      const float usual = sorted[sorted.size() / 3];
      if (usual < 0.8f * line.font_size) {
        for (size_t i = 0; i < gaps.size(); ++i) {
          if (gaps[i] < 1.5f * usual + 0.5f) words[begin + i].space_after = false;
        }
      }
    }
    begin = end + 1;
  }
}

}  // namespace

void finish_line(PageLines& page, LayoutLine& line) {
  set_style(page, line);
  const auto words = std::span(page.words).subspan(line.first_word, line.word_count);
  for (size_t i = 0; i < words.size(); ++i) {
    words[i].raised = is_raised(page, words, i);
    if (i + 1 == words.size()) {
      words[i].space_after = true;
      continue;
    }
    const float em = std::max(1.0f, std::max(words[i].font_size, words[i + 1].font_size));
    const float gap = words[i + 1].box.x0 - words[i].box.x1;
    words[i].space_after = words[i].space_after || gap > kGlue * em;
  }
  join_spaced_letters(page, line);
}

std::vector<PageLines> make_page_lines(const Reading& reading) {
  std::vector<PageLines> pages;
  pages.reserve(reading.pages.size());
  size_t at = 0;
  for (uint32_t page = 0; page < reading.pages.size(); ++page) {
    const size_t begin = at;
    while (at < reading.words.size() && reading.words[at].page <= page) ++at;
    pages.push_back(PageBuilder(reading, page)
                        .make(std::span(reading.words).subspan(begin, at - begin),
                              static_cast<uint32_t>(begin)));
  }
  return pages;
}

}  // namespace cifra
