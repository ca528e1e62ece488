// Columns of numbers, and the blocks they make: the seed of every table.
//
// Cannot do: tables without a column of at least two numbers.

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/layout/table_parts.h"

namespace cifra {
namespace {

constexpr float kLongestStep = 14;     // ems from a number to the next below it
constexpr float kFarthestStep = 26;    // … where both end flush: long texts stand beside them
constexpr size_t kMostColumns = 1000;  // on a page: more are numbers strewn about, as on a map
constexpr int kMostCrossings = 2;      // rows of text that may cross a column between two numbers

struct OpenColumn {
  NumberColumn column;
  float bottom = 0;
  float last_x0 = 0, last_x1 = 0;
  int crossings = 0;
  uint32_t last_row = 0;
  uint32_t numbers = 0;
};

class ColumnSweep {
 public:
  explicit ColumnSweep(const PageText& text) : text_(text) {}

  std::vector<OpenColumn> run() {
    for (uint32_t r = 0; r < text_.rows.size(); ++r) {
      place_numbers(r);
      count_crossings(r);
    }
    for (OpenColumn& column : open_) done_.push_back(std::move(column));
    return std::move(done_);
  }

 private:
  void place_numbers(uint32_t r) {
    const TextRow& row = text_.rows[r];
    for (uint32_t i = 0; i < row.runs.size(); ++i) {
      const Run& run = row.runs[i];
      if (!run.is_number() && run.shape != Shape::kBlank) continue;
      OpenColumn* best = nullptr;
      float best_share = 0.3F;
      for (OpenColumn& column : open_) {
        const float narrower = std::min(run.x1 - run.x0, column.column.x1 - column.column.x0);
        const float share =
            overlap(run.x0, run.x1, column.column.x0, column.column.x1) / std::max(narrower, 1.0F);
        const bool taken = column.numbers > 0 && column.last_row == r;
        if (share > best_share && !taken) best = &column, best_share = share;
      }
      if (best != nullptr && (best->crossings > kMostCrossings || is_far(*best, run))) {
        close(*best);
        best = nullptr;
      }
      if (best == nullptr) {
        if (!run.is_number()) continue;
        open_.emplace_back();
        best = &open_.back();
        best->column.x0 = run.x0, best->column.x1 = run.x1;
      }
      best->column.places.push_back({r, i});
      best->bottom = run.y1;
      best->last_x0 = run.x0, best->last_x1 = run.x1;
      best->crossings = 0;
      best->last_row = r;
      if (run.is_number()) {
        ++best->numbers;
        best->column.x0 = std::min(best->column.x0, run.x0);
        best->column.x1 = std::max(best->column.x1, run.x1);
      }
    }
  }

  bool is_far(const OpenColumn& column, const Run& run) const {
    const float step = run.y0 - column.bottom;
    if (step <= kLongestStep * text_.em) return false;
    const bool flush = std::abs(run.x1 - column.last_x1) < 0.2F * text_.em ||
                       std::abs(run.x0 - column.last_x0) < 0.2F * text_.em;
    return !flush || column.crossings > 0 || step > kFarthestStep * text_.em;
  }

  void close(OpenColumn& column) {
    done_.push_back(std::move(column));
    column = std::move(open_.back());
    open_.pop_back();
  }

  // A row of text over several columns, each run over its own, is the head of another table.
  void count_crossings(uint32_t r) {
    const TextRow& row = text_.rows[r];
    std::vector<OpenColumn*> crossed;
    const Run* first_crosser = nullptr;
    bool several = false, prose = false;
    for (OpenColumn& column : open_) {
      if (column.last_row == r) continue;
      for (const Run& run : row.runs) {
        if (run.shape != Shape::kText) continue;
        if (overlap(run.x0, run.x1, column.column.x0, column.column.x1) > 0.3F * text_.em) {
          if (first_crosser != nullptr && first_crosser != &run) several = true;
          if (first_crosser == nullptr) first_crosser = &run;
          prose = prose || run.words.size() > 6;
          crossed.push_back(&column);
          break;
        }
      }
    }
    for (OpenColumn* column : crossed)
      column->crossings += several ? kMostCrossings + 1 : prose ? 2 : 1;
  }

  const PageText& text_;
  std::vector<OpenColumn> open_, done_;
};

uint32_t shared_rows(const NumberColumn& a, const NumberColumn& b) {
  uint32_t shared = 0;
  for (size_t i = 0, j = 0; i < a.places.size() && j < b.places.size();) {
    if (a.places[i].row < b.places[j].row) {
      ++i;
    } else if (b.places[j].row < a.places[i].row) {
      ++j;
    } else {
      ++shared, ++i, ++j;
    }
  }
  return shared;
}

uint32_t root_of(std::vector<uint32_t>& parent, uint32_t i) {
  while (parent[i] != i) i = parent[i] = parent[parent[i]];
  return i;
}

// Two columns of one block over the same stretch of the page are one.
void merge_overlapping(std::vector<NumberColumn>& columns) {
  std::sort(columns.begin(), columns.end(),
            [](const NumberColumn& a, const NumberColumn& b) { return a.x0 < b.x0; });
  for (size_t i = 0; i + 1 < columns.size();) {
    NumberColumn& a = columns[i];
    NumberColumn& b = columns[i + 1];
    const float narrower = std::min(a.x1 - a.x0, b.x1 - b.x0);
    if (overlap(a.x0, a.x1, b.x0, b.x1) > 0.3F * narrower && shared_rows(a, b) == 0) {
      a.places.insert(a.places.end(), b.places.begin(), b.places.end());
      std::sort(a.places.begin(), a.places.end(),
                [](RunPlace p, RunPlace q) { return p.row < q.row; });
      a.x0 = std::min(a.x0, b.x0), a.x1 = std::max(a.x1, b.x1);
      columns.erase(columns.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    } else {
      ++i;
    }
  }
}

const Run& at(const PageText& text, RunPlace place) { return text.rows[place.row].runs[place.run]; }

// Whether words of a row stand over columns of numbers of the block, where only numbers should.
bool words_over_numbers(const PageText& text, const NumberBlock& block, uint32_t row) {
  for (const Run& run : text.rows[row].runs) {
    if (run.shape != Shape::kText) continue;
    for (const NumberColumn& column : block.columns) {
      if (overlap(run.x0, run.x1, column.x0, column.x1) > 0.3F * text.em) return true;
    }
  }
  return false;
}

void measure(const PageText& text, NumberBlock& block) {
  block.top = text.rows.back().y1, block.bottom = 0;
  for (NumberColumn& column : block.columns) {
    bool begun = false;
    for (const RunPlace place : column.places) {
      const Run& run = at(text, place);
      block.top = std::min(block.top, run.y0), block.bottom = std::max(block.bottom, run.y1);
      if (!run.is_number()) continue;
      column.x0 = begun ? std::min(column.x0, run.x0) : run.x0;
      column.x1 = begun ? std::max(column.x1, run.x1) : run.x1;
      begun = true;
    }
  }
}

// Few numbers among words over columns of numbers: "7 gg" in a wrapped head.
bool is_stray(const PageText& text, const NumberBlock& block, uint32_t row) {
  size_t numbers = 0, words = 0;
  for (const Run& run : text.rows[row].runs) {
    for (const NumberColumn& column : block.columns) {
      if (overlap(run.x0, run.x1, column.x0, column.x1) <= 0.3F * text.em) continue;
      ++(run.is_number() || run.shape == Shape::kBlank ? numbers : words);
      break;
    }
  }
  if (words > 0 && numbers <= words) return true;
  if (3 * numbers > block.columns.size()) return false;
  return std::all_of(block.columns.begin(), block.columns.end(), [&](const NumberColumn& column) {
    return std::all_of(column.places.begin(), column.places.end(), [&](RunPlace place) {
      if (place.row != row) return true;
      const std::string surface = text_of(*text.page, at(text, place).words);
      return std::any_of(surface.begin(), surface.end(),
                         [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    });
  });
}

// The only run of its row, straight under words of its column: "per 100.000" in a wrapped head.
bool stands_bare(const PageText& text, const NumberBlock& block, uint32_t row) {
  if (block.columns.size() < 3 || row == 0) return false;
  const float left = block.columns.front().x0, right = block.columns.back().x1;
  const auto in_reach = [&](const Run& run) {
    return run.x1 > left - 12 * text.em && run.x0 < right + text.em;
  };
  const auto& runs = text.rows[row].runs;
  if (std::count_if(runs.begin(), runs.end(), in_reach) != 1) return false;
  const auto one = std::find_if(runs.begin(), runs.end(), in_reach);
  // Words straight above it in its column.
  for (uint32_t r = row; r-- > 0 && one->y0 - text.rows[r].y1 < 0.5F * text.em;) {
    const auto& above = text.rows[r].runs;
    if (std::any_of(above.begin(), above.end(), [&](const Run& run) {
          return run.shape == Shape::kText && overlap(run.x0, run.x1, one->x0, one->x1) > 0;
        })) {
      return true;
    }
  }
  return false;
}

// Rows of years or of column numbers above the first row of values are heads, not cells.
bool is_head_row(const PageText& text, const NumberBlock& block, uint32_t row) {
  size_t years = 0, others = 0, counted = 0;
  long expected = -1;
  bool counting = true;
  for (const NumberColumn& column : block.columns) {
    for (const RunPlace place : column.places) {
      if (place.row != row) continue;
      const Run& run = at(text, place);
      if (run.shape == Shape::kBlank) continue;
      ++(run.shape == Shape::kYear ? years : others);
      std::string surface = text_of(*text.page, run.words);
      std::erase_if(surface, [](char c) { return c == '(' || c == ')' || c == ' '; });
      const bool small = !surface.empty() && surface.size() <= 2 &&
                         surface.find_first_not_of("0123456789") == std::string::npos;
      const long value = small ? std::stol(surface) : -1;
      if (!small || (expected >= 0 && value != expected) || (expected < 0 && value > 3)) {
        counting = false;
      }
      expected = value + 1;
      ++counted;
    }
  }
  if ((years > 0 && others == 0) || (counting && counted >= 3)) return true;
  return is_stray(text, block, row) || (others == 1 && stands_bare(text, block, row));
}

void drop_head_rows(const PageText& text, NumberBlock& block) {
  std::vector<uint32_t> rows;
  for (const NumberColumn& column : block.columns) {
    for (const RunPlace place : column.places) rows.push_back(place.row);
  }
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  size_t heads = 0;
  while (heads + 1 < rows.size() && is_head_row(text, block, rows[heads])) ++heads;
  // A table of years all the way down has none.
  if (heads == 0 || heads + 1 == rows.size()) return;
  for (NumberColumn& column : block.columns) {
    std::erase_if(column.places, [&](RunPlace place) { return place.row < rows[heads]; });
  }
  std::erase_if(block.columns, [&](const NumberColumn& column) {
    return std::none_of(column.places.begin(), column.places.end(),
                        [&](RunPlace place) { return at(text, place).is_number(); });
  });
  measure(text, block);
}

// A column of words may hold a few numbers: "< 50" among classes of age.
void drop_word_columns(const PageText& text, NumberBlock& block) {
  std::vector<uint32_t> rows;
  for (const NumberColumn& column : block.columns) {
    for (const RunPlace place : column.places) rows.push_back(place.row);
  }
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  const size_t before = block.columns.size();
  std::erase_if(block.columns, [&](const NumberColumn& column) {
    const size_t words =
        static_cast<size_t>(std::count_if(rows.begin(), rows.end(), [&](uint32_t row) {
          const auto& runs = text.rows[row].runs;
          return std::any_of(runs.begin(), runs.end(), [&](const Run& run) {
            return run.shape == Shape::kText &&
                   overlap(run.x0, run.x1, column.x0, column.x1) > 0.3F * text.em;
          });
        }));
    return before > 1 && words > column.places.size();
  });
  if (block.columns.size() != before && !block.columns.empty()) measure(text, block);
}

// Two tables one below the other may share a column's place on the page: the step between them is
// wide and the words of the second stand where the first has numbers.
void cut_apart(const PageText& text, std::vector<NumberBlock>& blocks) {
  for (size_t b = 0; b < blocks.size(); ++b) {
    std::vector<uint32_t> rows;
    for (const NumberColumn& column : blocks[b].columns) {
      for (const RunPlace place : column.places) rows.push_back(place.row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    std::vector<float> steps;
    const auto step_after = [&](size_t i) {
      const TextRow& above = text.rows[rows[i]];
      const TextRow& below = text.rows[rows[i + 1]];
      return (below.y0 + below.y1 - above.y0 - above.y1) / 2;
    };
    for (size_t i = 0; i + 1 < rows.size(); ++i) steps.push_back(step_after(i));
    if (steps.size() < 2) continue;
    std::sort(steps.begin(), steps.end());
    const float usual = steps[steps.size() / 2];
    for (size_t i = 0; i + 1 < rows.size(); ++i) {
      const bool apart = step_after(i) > 1.7F * usual && step_after(i) > 1.5F * text.pitch;
      if (!apart || (!words_over_numbers(text, blocks[b], rows[i + 1]) &&
                     !words_over_numbers(text, blocks[b], rows[i]))) {
        continue;
      }
      NumberBlock below;
      for (NumberColumn& column : blocks[b].columns) {
        NumberColumn rest;
        const auto cut = std::find_if(column.places.begin(), column.places.end(),
                                      [&](RunPlace place) { return place.row > rows[i]; });
        rest.places.assign(cut, column.places.end());
        column.places.erase(cut, column.places.end());
        const auto has_number = [&](const NumberColumn& c) {
          return std::any_of(c.places.begin(), c.places.end(),
                             [&](RunPlace place) { return at(text, place).is_number(); });
        };
        if (has_number(rest)) below.columns.push_back(std::move(rest));
      }
      std::erase_if(blocks[b].columns, [&](const NumberColumn& column) {
        return std::none_of(column.places.begin(), column.places.end(),
                            [&](RunPlace place) { return at(text, place).is_number(); });
      });
      measure(text, blocks[b]);
      if (!below.columns.empty()) {
        measure(text, below);
        blocks.push_back(std::move(below));
      }
      break;
    }
  }
}

}  // namespace

std::vector<NumberBlock> find_number_blocks(const PageText& text) {
  std::vector<OpenColumn> found = ColumnSweep(text).run();
  std::erase_if(found, [](const OpenColumn& column) { return column.numbers == 0; });
  if (found.size() > kMostColumns) return {};
  std::vector<uint32_t> parent(found.size());
  std::iota(parent.begin(), parent.end(), 0U);
  for (uint32_t i = 0; i < found.size(); ++i) {
    for (uint32_t j = i + 1; j < found.size(); ++j) {
      const auto smaller = static_cast<uint32_t>(
          std::min(found[i].column.places.size(), found[j].column.places.size()));
      if (shared_rows(found[i].column, found[j].column) >=
          std::max(1U, std::min(2U, (smaller + 1) / 2))) {
        parent[root_of(parent, i)] = root_of(parent, j);
      }
    }
  }
  std::vector<NumberBlock> blocks(found.size());
  for (uint32_t i = 0; i < found.size(); ++i) {
    blocks[root_of(parent, i)].columns.push_back(std::move(found[i].column));
  }
  std::erase_if(blocks, [](const NumberBlock& block) { return block.columns.empty(); });
  for (NumberBlock& block : blocks) {
    merge_overlapping(block.columns);
    measure(text, block);
  }
  cut_apart(text, blocks);
  for (NumberBlock& block : blocks) {
    drop_head_rows(text, block);
    if (!block.columns.empty()) drop_word_columns(text, block);
  }
  std::erase_if(blocks, [](const NumberBlock& block) { return block.columns.empty(); });
  std::erase_if(blocks, [&](const NumberBlock& block) { return !makes_table(text, block); });
  std::sort(blocks.begin(), blocks.end(),
            [](const NumberBlock& a, const NumberBlock& b) { return a.top < b.top; });
  return blocks;
}

}  // namespace cifra
