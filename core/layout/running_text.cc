#include "core/layout/running_text.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <set>
#include <string>

#include "core/layout/frame.h"
#include "core/text/ascii_letters.h"

namespace cifra {
namespace {

constexpr float kStrip = 0.14f;   // of the page's height, at its top and its bottom
constexpr size_t kMostLines = 6;  // of a strip that are looked at
constexpr float kSameHeight = 6;  // points
constexpr float kWideGap = 1.5f;  // of the font size: between the cells of a row
constexpr float kClear = 1.5f;    // of the font size: around a number that stands alone
constexpr size_t kMostKeyBytes = 80;

struct Candidate {
  uint32_t page, line;
  bool top;
  float y;                 // from the page's top or bottom edge
  std::string key;         // the words, digits as one '#'
  long number = -1;        // the only number of a line without letters, else −1
  bool outermost = false;  // nothing stands nearer to the edge
};

std::string key_of(const PageLines& page, const LayoutLine& line) {
  std::string key;
  for (const LayoutWord& word : page.words_of(line)) {
    for (const char c : page.text_of(word)) {
      if (is_ascii_digit(c)) {
        if (key.empty() || key.back() != '#') key += '#';
      } else {
        key += c;
      }
    }
    if (key.size() > kMostKeyBytes) break;
  }
  return key;
}

long number_of(const PageLines& page, const LayoutLine& line) {
  std::string digits;
  for (const LayoutWord& word : page.words_of(line)) {
    for (const char c : page.text_of(word)) {
      if (is_ascii_digit(c)) digits += c;
    }
  }
  return digits.empty() || digits.size() > 4 ? -1 : std::strtol(digits.c_str(), nullptr, 10);
}

// The head of a table that goes on over pages also comes back; its cells stand apart.
bool is_row(const PageLines& page, const LayoutLine& line) {
  size_t gaps = 0;
  const auto words = page.words_of(line);
  for (size_t i = 0; i + 1 < words.size(); ++i) {
    gaps += words[i + 1].box.x0 - words[i].box.x1 > kWideGap * line.font_size;
  }
  return gaps >= 2;
}

void collect(const PageLines& page, uint32_t index, bool top, std::vector<Candidate>& out) {
  std::vector<uint32_t> lines;
  const float strip = page.height * kStrip;
  uint32_t lowest = kNoIndex;
  for (uint32_t i = 0; i < page.lines.size(); ++i) {
    const LayoutLine& line = page.lines[i];
    if (page.words[line.first_word].rotation != 0) continue;
    const bool inside = top ? line.box.y0 < strip : line.box.y1 > page.height - strip;
    if (inside) lines.push_back(i);
    if (lowest == kNoIndex || line.box.y0 > page.lines[lowest].box.y0) lowest = i;
  }
  // A short page may end in its number high above the strip.
  if (lines.empty() && !top && lowest != kNoIndex &&
      !has_letters(key_of(page, page.lines[lowest]))) {
    lines.push_back(lowest);
  }
  std::sort(lines.begin(), lines.end(), [&](uint32_t a, uint32_t b) {
    const float ya = page.lines[a].box.y0, yb = page.lines[b].box.y0;
    return top ? ya < yb : ya > yb;
  });
  if (lines.size() > kMostLines) lines.resize(kMostLines);
  for (const uint32_t i : lines) {
    const LayoutLine& line = page.lines[i];
    Candidate candidate{index,
                        i,
                        top,
                        top ? line.box.y0 : page.height - line.box.y1,
                        key_of(page, line),
                        -1,
                        i == lines.front()};
    if (!has_letters(candidate.key)) {
      candidate.number = number_of(page, line);
      if (line.word_count <= 3 && candidate.number >= 0) candidate.key.assign(1, '#');
    }
    out.push_back(std::move(candidate));
  }
}

// A number alone is a page number where it counts the pages: its distance from the page's index is
// found again elsewhere.
bool counts_pages(const std::vector<const Candidate*>& group, const Candidate& candidate) {
  const long offset = candidate.number - static_cast<long>(candidate.page);
  return std::any_of(group.begin(), group.end(), [&](const Candidate* other) {
    return other->page != candidate.page &&
           other->number - static_cast<long>(other->page) == offset;
  });
}

// A line that is only the page's own number, at an edge and with nothing near it: a page number
// also where no other page bears it out. On a page turned for a table it may stand on its side.
bool is_own_number(const PageLines& page, uint32_t index, const LayoutLine& line) {
  const std::string key = key_of(page, line);
  if (line.word_count > 3 || has_letters(key) || number_of(page, line) != long{index} + 1) {
    return false;
  }
  const float across = page.width * kStrip, along = page.height * kStrip;
  const bool upright = page.words[line.first_word].rotation == 0;
  const bool at_edge = upright ? line.box.y0 < along || line.box.y1 > page.height - along
                               : line.box.x0 < across || line.box.x1 > page.width - across;
  if (!at_edge) return false;
  const float clear = kClear * line.font_size;
  return std::ranges::none_of(page.lines, [&](const LayoutLine& other) {
    return &other != &line && other.box.x0 < line.box.x1 + clear &&
           line.box.x0 - clear < other.box.x1 && other.box.y0 < line.box.y1 + clear &&
           line.box.y0 - clear < other.box.y1;
  });
}

}  // namespace

void mark_running_text(std::vector<PageLines>& pages) {
  std::vector<Candidate> candidates;
  for (uint32_t i = 0; i < pages.size(); ++i) {
    collect(pages[i], i, true, candidates);
    collect(pages[i], i, false, candidates);
  }
  std::map<std::pair<bool, std::string>, std::vector<const Candidate*>> groups;
  for (const Candidate& candidate : candidates) {
    groups[{candidate.top, candidate.key}].push_back(&candidate);
  }
  // On few pages twice is enough, on many it may be chance.
  const size_t enough = pages.size() <= 4 ? 2 : 3;
  for (const auto& [key, group] : groups) {
    for (const Candidate* candidate : group) {
      PageLines& page = pages[candidate->page];
      LayoutLine& line = page.lines[candidate->line];
      if (candidate->key == "#") {
        const bool own =
            candidate->outermost && candidate->number == static_cast<long>(candidate->page) + 1;
        if (!own && !counts_pages(group, *candidate)) continue;
      } else {
        if (is_row(page, line) && !candidate->key.empty() && candidate->key.size() > 60) continue;
        std::set<uint32_t> on;
        for (const Candidate* other : group) {
          if (std::abs(other->y - candidate->y) < kSameHeight) on.insert(other->page);
          if (on.size() >= enough) break;
        }
        if (on.size() < enough) continue;
      }
      line.role = key.first ? BlockRole::kPageHeader : BlockRole::kPageFooter;
    }
  }
  for (uint32_t i = 0; i < pages.size(); ++i) {
    for (LayoutLine& line : pages[i].lines) {
      if (is_own_number(pages[i], i, line)) line.role = BlockRole::kPageFooter;
    }
  }
}

}  // namespace cifra
