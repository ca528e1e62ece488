// The columns of a table: its columns of numbers, and the columns of words beside and between them,
// parted where hardly a row has ink.

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/layout/table_parts.h"

namespace cifra {
namespace {

struct Ink {
  float x0 = 0, x1 = 0;
  uint32_t row = 0;
};

struct Gutter {
  float x0 = 0, x1 = 0;
};

// Stretches of [left, right] that at most `most` rows have ink in, wider than `narrowest`.
std::vector<Gutter> gutters_between(const std::vector<Ink>& inks, uint32_t most, float narrowest) {
  struct Event {
    float x = 0;
    int step = 0;
  };
  std::vector<Event> events;
  float left = 0, right = 0;
  for (const Ink& ink : inks) {
    events.push_back({ink.x0, 1});
    events.push_back({ink.x1, -1});
    left = events.size() == 2 ? ink.x0 : std::min(left, ink.x0);
    right = std::max(right, ink.x1);
  }
  std::sort(events.begin(), events.end(), [](const Event& a, const Event& b) {
    return a.x < b.x || (a.x == b.x && a.step > b.step);
  });
  std::vector<Gutter> gutters;
  int depth = 0;
  float open = left;
  bool clear = false;
  for (const Event& event : events) {
    depth += event.step;
    if (!clear && depth <= static_cast<int>(most)) {
      clear = true, open = event.x;
    } else if (clear && depth > static_cast<int>(most)) {
      clear = false;
      if (open > left && event.x - open >= narrowest) gutters.push_back({open, event.x});
    }
  }
  return gutters;
}

// Rows that have ink on both sides of a gutter: without them it only parts short words from long.
std::vector<uint32_t> rows_on_both_sides(const std::vector<Ink>& inks, const Gutter& gutter,
                                         float from, float to) {
  std::vector<uint32_t> left, right;
  for (const Ink& ink : inks) {
    if (ink.x1 < gutter.x1 && ink.x0 < gutter.x0 && ink.x1 > from) left.push_back(ink.row);
    if (ink.x0 >= gutter.x0 && ink.x1 > gutter.x1 && ink.x0 < to) right.push_back(ink.row);
  }
  std::sort(left.begin(), left.end());
  std::sort(right.begin(), right.end());
  std::vector<uint32_t> both;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(),
                        std::back_inserter(both));
  both.erase(std::unique(both.begin(), both.end()), both.end());
  return both;
}

// A gutter without the few words that reach into it from one side, where that leaves any of it.
Gutter narrowed(const std::vector<Ink>& inks, const Gutter& gutter, float narrowest) {
  Gutter inner = gutter;
  for (const Ink& ink : inks) {
    if (ink.x0 < gutter.x0 && ink.x1 < gutter.x1) inner.x0 = std::max(inner.x0, ink.x1);
    if (ink.x0 > gutter.x0 && ink.x1 > gutter.x1) inner.x1 = std::min(inner.x1, ink.x0);
  }
  return inner.x1 - inner.x0 > narrowest ? inner : gutter;
}

// Names in the middle of several rows may share a line with none of them: a clear gutter, words
// right of it in nearly every row of numbers, some left of it.
bool parts_outer_names(const std::vector<Ink>& inks, const Gutter& gutter,
                       const std::vector<uint32_t>& number_rows, float from, float narrowest) {
  const Gutter clear = narrowed(inks, gutter, narrowest);
  if (clear.x1 - clear.x0 <= narrowest) return false;
  uint32_t left = 0;
  std::vector<uint32_t> right;
  for (const Ink& ink : inks) {
    if (ink.x0 < clear.x0 && ink.x1 > clear.x1) return false;
    if (ink.x1 <= clear.x0 && ink.x0 > from) ++left;
    const bool of_row = std::binary_search(number_rows.begin(), number_rows.end(), ink.row);
    if (ink.x0 >= clear.x1 && of_row && (right.empty() || right.back() != ink.row)) {
      right.push_back(ink.row);
    }
  }
  return left >= 2 && 10 * right.size() >= 6 * number_rows.size() && number_rows.size() >= 3;
}

// Words of one row of a strip, left to right.
struct StripRow {
  std::vector<uint32_t> words;
};

// Where a strip holds two columns that touch: most rows begin a word at one place, after words that
// differ; or all begin with the same words, and no common space follows them.
std::optional<float> touching_column(const PageText& text, const std::vector<StripRow>& rows) {
  if (rows.size() < 8) return std::nullopt;
  const PageLines& page = *text.page;
  const auto word_text = [&](uint32_t word) { return page.text_of(page.words[word]); };
  const auto start = [&](uint32_t word) { return page.words[word].box.x0; };
  for (const StripRow& row : rows) {
    for (size_t i = 1; i < row.words.size(); ++i) {
      const float x = start(row.words[i]);
      size_t hits = 0, others = 0;
      std::string_view before = word_text(row.words[i - 1]);
      for (const StripRow& other : rows) {
        for (size_t k = 1; k < other.words.size(); ++k) {
          if (std::abs(start(other.words[k]) - x) > 0.1F * text.em) continue;
          ++hits;
          others += word_text(other.words[k - 1]) != before ? 1U : 0U;
          break;
        }
      }
      if (10 * hits >= 8 * rows.size() && 10 * others >= rows.size()) return x;
    }
    break;  // the first row's words stand for all
  }
  size_t same = 0;
  const StripRow& first = rows.front();
  while (same < first.words.size() &&
         std::all_of(rows.begin(), rows.end(), [&](const StripRow& row) {
           return same + 1 < row.words.size() &&
                  word_text(row.words[same]) == word_text(first.words[same]);
         })) {
    ++same;
  }
  if (same == 0) return std::nullopt;
  const float x = start(first.words[same]);
  const float gap = x - page.words[first.words[same - 1]].box.x1;
  if (gap > 0.12F * text.em && gap < 0.42F * text.em) return std::nullopt;
  return x;
}

void measure_side(const PageText& text, const NumberColumn& column, Strip& strip) {
  float best = 1e9F;
  for (const Side side : {Side::kRight, Side::kLeft, Side::kCentre}) {
    std::vector<float> places;
    for (const RunPlace place : column.places) {
      const Run& run = text.rows[place.row].runs[place.run];
      if (!run.is_number()) continue;
      places.push_back(side == Side::kLeft ? run.x0 : side == Side::kRight ? run.x1 : run.centre());
    }
    if (places.empty()) continue;
    std::sort(places.begin(), places.end());
    const float middle = places[places.size() / 2];
    float spread = 0;
    uint32_t near = 0;
    for (const float x : places) {
      spread += std::min(std::abs(x - middle), text.em);
      near += std::abs(x - middle) < 0.25F * text.em ? 1U : 0U;
    }
    if (spread < best - 0.01F) {
      best = spread;
      strip.side = side;
      strip.flush = static_cast<float>(near) / static_cast<float>(places.size());
    }
  }
}

// Text of a column of prose beside the table: it goes on above and below as it does beside it.
bool is_prose(const PageText& text, const NumberBlock& block, float x0, float x1) {
  uint32_t beside = 0, full = 0, beyond = 0;
  const float width = x1 - x0;
  if (width < 14 * text.em) return false;
  for (const TextRow& row : text.rows) {
    // A justified line may part into several runs.
    float left = 1e6F, right = -1e6F, middle = 0;
    for (const Run& run : row.runs) {
      if (run.x0 < x0 - text.em || run.x1 > x1 + text.em) continue;
      left = std::min(left, run.x0), right = std::max(right, run.x1);
      middle = run.middle();
    }
    if (right <= left) continue;
    const bool wide = right - left > 0.85F * width;
    if (middle > block.top && middle < block.bottom) {
      ++beside;
      full += wide ? 1U : 0U;
    } else if (wide && middle > block.top - 5 * text.pitch &&
               middle < block.bottom + 5 * text.pitch) {
      ++beyond;
    }
  }
  return beside >= 4 && 2 * full > beside && beyond >= 3;
}

void part_touching(const PageText& text, const std::vector<uint32_t>& number_rows,
                   std::vector<Strip>& strips) {
  for (size_t s = 0; s < strips.size(); ++s) {
    if (strips[s].numeric) continue;
    std::vector<StripRow> rows;
    for (const uint32_t r : number_rows) {
      StripRow row;
      for (const Run& run : text.rows[r].runs) {
        for (const uint32_t word : run.words) {
          const Box& box = text.page->words[word].box;
          if (box.x0 > strips[s].x0 - 1 && box.x1 < strips[s].x1 + 1) row.words.push_back(word);
        }
      }
      if (!row.words.empty()) rows.push_back(std::move(row));
    }
    if (const std::optional<float> x = touching_column(text, rows)) {
      Strip right = strips[s];
      strips[s].x1 = right.x0 = *x;
      strips.insert(strips.begin() + static_cast<std::ptrdiff_t>(s) + 1, right);
    }
  }
}

}  // namespace

std::vector<Strip> find_strips(const PageText& text, const NumberBlock& block) {
  std::vector<Strip> strips;
  for (const NumberColumn& column : block.columns) {
    Strip strip{.x0 = column.x0, .x1 = column.x1, .numeric = true};
    measure_side(text, column, strip);
    strips.push_back(strip);
  }
  const size_t numeric = strips.size();
  std::vector<uint32_t> numbers;  // rows that have any
  for (const NumberColumn& column : block.columns) {
    for (const RunPlace place : column.places) numbers.push_back(place.row);
  }
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  for (size_t zone = 0; zone <= numeric; ++zone) {
    const float left = zone == 0 ? -1e6F : strips[zone - 1].x1;
    const float right = zone == numeric ? 1e6F : strips[zone].x0;
    std::vector<Ink> inks;
    std::vector<uint32_t> rows;
    // Over many rows a gap little wider than a space tells columns apart.
    const float space = block.columns.front().places.size() >= 8 ? 0.36F : 0.55F;
    for (uint32_t r = 0; r < text.rows.size(); ++r) {
      for (const Run& run : text.rows[r].runs) {
        if (run.middle() < block.top - 0.1F * text.em ||
            run.middle() > block.bottom + 0.1F * text.em)
          continue;
        // The head of a group over columns of numbers says nothing of columns.
        if (!std::binary_search(numbers.begin(), numbers.end(), r) &&
            ((run.x0 > left && run.x0 < right && run.x1 > right + 0.2F * text.em) ||
             (run.x1 > left && run.x1 < right && run.x0 < left - 0.2F * text.em))) {
          continue;
        }
        // A number tight beside words may have been taken into their run: go by words then.
        for (const uint32_t word : run.words) {
          const Box& box = text.page->words[word].box;
          if (box.x0 < left - 0.2F * text.em || box.x1 > right + 0.2F * text.em) continue;
          if (!inks.empty() && inks.back().row == r && box.x0 - inks.back().x1 < 0.55F * run.size) {
            inks.back().x1 = std::max(inks.back().x1, box.x1);
          } else {
            inks.push_back({box.x0, box.x1, r});
          }
          if (rows.empty() || rows.back() != r) rows.push_back(r);
        }
      }
    }
    if (inks.empty()) continue;
    const auto count = static_cast<uint32_t>(rows.size());
    const uint32_t most = count >= 20 ? count / 12 : count >= 5 ? 1 : 0;
    float from = inks.front().x0, to = from;
    for (const Ink& ink : inks) from = std::min(from, ink.x0), to = std::max(to, ink.x1);
    std::vector<float> cuts = {from};
    std::vector<Gutter> gutters = gutters_between(inks, most, std::min(space, 0.5F) * text.em);
    std::vector<Gutter> kept;
    float previous = from - 1;
    for (const Gutter& gutter : gutters) {
      const std::vector<uint32_t> both = rows_on_both_sides(inks, gutter, previous, 1e6F);
      const auto beside_numbers =
          static_cast<size_t>(std::count_if(both.begin(), both.end(), [&](uint32_t r) {
            return std::binary_search(numbers.begin(), numbers.end(), r);
          }));
      // Wrapped lines have words on one side only: rows of numbers say more.
      if (parts_outer_names(inks, gutter, numbers, previous, 0.9F * text.em) ||
          both.size() > std::max(most, count / 8) ||
          (beside_numbers >= 2 && 2 * beside_numbers >= numbers.size())) {
        kept.push_back(narrowed(inks, gutter, 0.3F * text.em));
        previous = gutter.x1;
      }
    }
    float begin = from;
    for (size_t i = 0; i <= kept.size(); ++i) {
      const float end = i < kept.size() ? kept[i].x0 : to;
      if (!is_prose(text, block, begin, end)) strips.push_back({.x0 = begin, .x1 = end});
      if (i < kept.size()) begin = kept[i].x1;
    }
  }
  std::sort(strips.begin(), strips.end(),
            [](const Strip& a, const Strip& b) { return a.x0 < b.x0; });
  part_touching(text, numbers, strips);
  return strips;
}

}  // namespace cifra
