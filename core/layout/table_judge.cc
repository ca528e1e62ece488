// Whether columns of numbers make a table, or are a list, a table of contents, numbers strewn
// about.

#include <algorithm>
#include <cmath>

#include "core/layout/table_parts.h"

namespace cifra {
namespace {

const Run& at(const PageText& text, RunPlace place) { return text.rows[place.row].runs[place.run]; }

// How many of a column's numbers stand flush with its others, on its best side.
float flush_share(const PageText& text, const NumberColumn& column) {
  float best = 0;
  for (int side = 0; side < 3; ++side) {
    std::vector<float> at_side;
    for (const RunPlace place : column.places) {
      const Run& run = at(text, place);
      if (run.is_number()) {
        at_side.push_back(side == 0 ? run.x0 : side == 1 ? run.x1 : run.centre());
      }
    }
    if (at_side.empty()) return 0;
    std::sort(at_side.begin(), at_side.end());
    const float middle = at_side[at_side.size() / 2];
    const auto near = std::count_if(at_side.begin(), at_side.end(), [&](float x) {
      return std::abs(x - middle) < 0.25F * text.em;
    });
    best = std::max(best, static_cast<float>(near) / static_cast<float>(at_side.size()));
  }
  return best;
}

// One column of numbers alone makes a table only where each number has words before it on its row
// and the numbers do not number the items of a list.
bool stands_alone(const PageText& text, const NumberColumn& column) {
  uint32_t numbers = 0, labelled = 0, leaders = 0, rising = 0, small = 0, years = 0;
  long last = -1;
  for (const RunPlace place : column.places) {
    const Run& run = at(text, place);
    if (!run.is_number()) continue;
    ++numbers;
    years += run.shape == Shape::kYear ? 1U : 0U;
    const std::string surface = text_of(*text.page, run.words);
    if (surface.find_first_not_of("0123456789") == std::string::npos && surface.size() <= 4) {
      const long value = std::stol(surface);
      ++small;
      if (value >= last) ++rising;
      last = value;
    }
    if (place.run > 0) {
      const Run& label = text.rows[place.row].runs[place.run - 1];
      labelled += label.shape == Shape::kText ? 1U : 0U;
      const std::string words = text_of(*text.page, label.words);
      leaders += words.size() > 4 && (words.ends_with("....") || words.ends_with(". . .") ||
                                      words.ends_with("…"))
                     ? 1U
                     : 0U;
    }
  }
  const bool contents = 2 * leaders >= numbers && 2 * small >= numbers;
  if (numbers < 2 || contents || 2 * labelled < numbers || years == numbers) return false;
  // A table of contents without leaders.
  if (numbers >= 3 && small == numbers && rising == numbers) return false;
  return flush_share(text, column) >= 0.6F;
}

// Numbers in several columns: enough of them side by side, enough of them flush.
bool stands_together(const PageText& text, const NumberBlock& block) {
  std::vector<uint32_t> rows;
  uint32_t numbers = 0, years = 0;
  float flush = 0;
  for (const NumberColumn& column : block.columns) {
    const float share = flush_share(text, column);
    for (const RunPlace place : column.places) {
      const Run& run = at(text, place);
      if (run.is_number()) {
        rows.push_back(place.row);
        ++numbers;
        flush += share;
        years += run.shape == Shape::kYear ? 1U : 0U;
      }
    }
  }
  std::sort(rows.begin(), rows.end());
  uint32_t side_by_side = 0;
  for (size_t i = 0; i < rows.size();) {
    size_t end = i;
    while (end < rows.size() && rows[end] == rows[i]) ++end;
    side_by_side += end - i >= 2 ? 1U : 0U;
    i = end;
  }
  return side_by_side >= 2 && years < numbers && flush >= 0.55F * static_cast<float>(numbers);
}

// Pages of a table of contents in several columns: rows of dots lead to small numbers that rise.
bool is_contents(const PageText& text, const NumberColumn& column) {
  uint32_t numbers = 0, leaders = 0, rising = 0;
  long last = 0;
  for (const RunPlace place : column.places) {
    const std::string surface = text_of(*text.page, at(text, place).words);
    if (surface.empty() || surface.size() > 4 ||
        surface.find_first_not_of("0123456789") != std::string::npos) {
      continue;
    }
    ++numbers;
    const long value = std::stol(surface);
    rising += value >= last ? 1U : 0U;
    last = value;
    if (place.run == 0) continue;
    const std::string label = text_of(*text.page, text.rows[place.row].runs[place.run - 1].words);
    leaders += label.ends_with("....") || label.ends_with(". . .") ? 1U : 0U;
  }
  return numbers >= 4 && 2 * leaders >= numbers && 10 * rising >= 9 * numbers &&
         2 * numbers >= column.places.size();
}

}  // namespace

bool makes_table(const PageText& text, const NumberBlock& block) {
  if (block.columns.size() == 1) return stands_alone(text, block.columns.front());
  return stands_together(text, block) &&
         std::none_of(block.columns.begin(), block.columns.end(),
                      [&](const NumberColumn& column) { return is_contents(text, column); });
}

}  // namespace cifra
