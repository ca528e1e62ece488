// Words of a page as rows of runs, and what a run looks like. A run ends at a gap that is wider
// than a space between words.

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "core/layout/table_parts.h"

namespace cifra {
namespace {

constexpr float kWidestSpace = 1.6F;  // of the font size, in lines set to full width
constexpr float kRunGap = 0.55F;      // of the font size; a space is 0.25 to 0.33

float size_of(const LayoutWord& word) {
  return word.font_size > 0 ? word.font_size : word.box.y1 - word.box.y0;
}

float median(std::vector<float> values, float otherwise) {
  if (values.empty()) return otherwise;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

// A line of prose set to full width: many words, every gap about as wide as the others.
bool is_justified(const PageLines& page, const std::vector<uint32_t>& words) {
  if (words.size() < 6) return false;
  std::vector<float> gaps;
  size_t numbers = 0;
  for (size_t i = 0; i < words.size(); ++i) {
    const LayoutWord& word = page.words[words[i]];
    numbers += shape_of(page.text_of(word)) != Shape::kText ? 1U : 0U;
    if (i == 0) continue;
    const LayoutWord& last = page.words[words[i - 1]];
    if (word.box.x0 - last.box.x1 > 0.1F * size_of(last)) gaps.push_back(word.box.x0 - last.box.x1);
  }
  if (gaps.size() < 5 || 2 * numbers > words.size()) return false;
  const float usual = median(gaps, 0);
  if (usual > kWidestSpace * size_of(page.words[words[0]])) return false;
  return std::all_of(gaps.begin(), gaps.end(),
                     [usual](float gap) { return gap > 0.65F * usual && gap < 1.5F * usual; });
}

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// Two numbers that no space inside a number parts: "3.737 12,5", not "1 234".
bool are_two_numbers(std::string_view left, std::string_view right) {
  if (shape_of(left) == Shape::kYear && shape_of(right) == Shape::kYear) return true;
  if (shape_of(left) != Shape::kNumber || shape_of(right) != Shape::kNumber) return false;
  const bool group = right.size() == 3 || ((right.size() == 5 || right.size() == 6) &&
                                           (right[3] == ',' || right[3] == '.'));
  if (group && is_digits(right.substr(0, 3))) return !is_digits(left) || left.size() > 3;
  return left.back() != ',' && left.back() != '.' && right.front() != ',' && right.front() != '.' &&
         right.front() != '(' && right.front() != '[';
}

// A currency that stands apart from the number behind it, at the left of its cell.
bool opens_amount(const PageLines& page, const std::vector<uint32_t>& words, size_t i) {
  if (i + 1 == words.size()) return false;
  const LayoutWord& word = page.words[words[i]];
  const LayoutWord& next = page.words[words[i + 1]];
  return shape_of(page.text_of(word)) == Shape::kMark &&
         shape_of(page.text_of(next)) == Shape::kNumber &&
         next.box.x0 - word.box.x1 > kRunGap * size_of(word);
}

bool is_currency(std::string_view text) {
  return shape_of(text) == Shape::kMark && text.find_first_of("(+<>") == std::string_view::npos;
}

// Whether a word begins another amount than the words before it, a number among them: "$ 1.5 | $
// 2.5", "1,5 € | 2,5 €".
bool begins_amount(const PageLines& page, const std::vector<uint32_t>& before, uint32_t word) {
  const auto text = [&](uint32_t index) { return page.text_of(page.words[index]); };
  return is_currency(text(before.front()))
             ? is_currency(text(word))
             : is_currency(text(before.back())) && shape_of(text(word)) == Shape::kNumber;
}

// The runs of words that stand near each other.
void add_runs(const PageLines& page, std::vector<uint32_t> words, std::vector<Run>& runs) {
  if (is_justified(page, words)) {
    runs.push_back(make_run(page, std::move(words)));
    return;
  }
  std::vector<uint32_t> current;
  bool number = false;  // among them
  for (size_t i = 0; i < words.size(); ++i) {
    const uint32_t index = words[i];
    if (!current.empty()) {
      const LayoutWord& last = page.words[current.back()];
      const LayoutWord& word = page.words[index];
      const float gap = word.box.x0 - last.box.x1;
      const float size = std::max(size_of(last), size_of(word));
      if (gap > kRunGap * size ||
          (gap > 0.2F * size &&
           (are_two_numbers(page.text_of(last), page.text_of(word)) ||
            opens_amount(page, words, i) || (number && begins_amount(page, current, index))))) {
        runs.push_back(make_run(page, std::move(current)));
        current.clear();
        number = false;
      }
    }
    current.push_back(index);
    number = number || shape_of(page.text_of(page.words[index])) == Shape::kNumber;
  }
  if (!current.empty()) runs.push_back(make_run(page, std::move(current)));
}

std::vector<Run> runs_of(const PageLines& page, std::vector<uint32_t> words) {
  std::sort(words.begin(), words.end(),
            [&](uint32_t a, uint32_t b) { return page.words[a].box.x0 < page.words[b].box.x0; });
  std::vector<Run> runs;
  // A line of each column of the page for itself.
  for (size_t begin = 0; begin < words.size();) {
    size_t end = begin + 1;
    while (end < words.size() && page.words[words[end]].box.x0 - page.words[words[end - 1]].box.x1 <
                                     kWidestSpace * size_of(page.words[words[end]])) {
      ++end;
    }
    const auto at = [&](size_t i) { return words.begin() + static_cast<std::ptrdiff_t>(i); };
    add_runs(page, {at(begin), at(end)}, runs);
    begin = end;
  }
  return runs;
}

// A currency or a sign that stands apart at the left of its cell goes to the number it belongs to
// when nothing else stands between and the number is not far.
void join_marks(const PageLines& page, std::vector<Run>& runs) {
  for (size_t i = 0; i + 1 < runs.size();) {
    const bool near = runs[i + 1].x0 - runs[i].x1 < 12 * runs[i].size;
    if (runs[i].shape == Shape::kMark && runs[i + 1].is_number() && near) {
      std::vector<uint32_t> words = runs[i].words;
      words.insert(words.end(), runs[i + 1].words.begin(), runs[i + 1].words.end());
      runs[i] = make_run(page, std::move(words));
      runs.erase(runs.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    } else {
      ++i;
    }
  }
}

// Whether a raised word stands right behind the word before it.
bool is_glued(const PageLines& page, uint32_t word) {
  const Box& box = page.words[word].box;
  const Box& last = page.words[word - 1].box;
  return std::abs(box.x0 - last.x1) < 0.3F * (last.y1 - last.y0) && box.y0 < last.y1 &&
         box.y1 > last.y0;
}

// Raised words go to the row of the word they stand behind, which has one, however high they stand.
void add_raised(const PageLines& page, const std::vector<uint32_t>& raised,
                std::vector<std::vector<uint32_t>>& rows) {
  if (raised.empty()) return;
  std::vector<uint32_t> row_of(page.words.size(), UINT32_MAX);
  for (uint32_t r = 0; r < rows.size(); ++r) {
    for (const uint32_t word : rows[r]) row_of[word] = r;
  }
  for (const uint32_t word : raised) {
    const uint32_t row = row_of[word - 1];
    rows[row].push_back(word);
    row_of[word] = row;
  }
}

}  // namespace

std::string text_of(const PageLines& page, const std::vector<uint32_t>& words) {
  std::string text;
  const LayoutWord* last = nullptr;
  for (const uint32_t index : words) {
    const LayoutWord& word = page.words[index];
    if (last != nullptr && (last->space_after || word.box.x0 < last->box.x0)) text += ' ';
    text += page.text_of(word);
    last = &word;
  }
  return text;
}

bool begins_small(const PageLines& page, uint32_t word) {
  const std::string_view text = page.text_of(page.words[word]);
  return !text.empty() && ((text[0] >= 'a' && text[0] <= 'z') ||
                           (text.size() > 1 && text[0] == '\xC3' && text[1] >= '\xA0'));
}

Run make_run(const PageLines& page, std::vector<uint32_t> words) {
  Run run;
  std::string text;
  uint32_t bold = 0;
  for (const uint32_t index : words) {
    const LayoutWord& word = page.words[index];
    if (run.size == 0) {
      run.x0 = word.box.x0, run.x1 = word.box.x1, run.y0 = word.box.y0, run.y1 = word.box.y1;
    }
    run.x0 = std::min(run.x0, word.box.x0);
    run.x1 = std::max(run.x1, word.box.x1);
    if (!word.raised) {
      run.y0 = std::min(run.y0, word.box.y0);
      run.y1 = std::max(run.y1, word.box.y1);
      text += page.text_of(word);
      text += ' ';
    }
    run.size = std::max(run.size, size_of(word));
    bold += word.bold ? 1U : 0U;
  }
  run.bold = 2 * bold > words.size();
  run.shape = shape_of(text);
  run.words = std::move(words);
  return run;
}

PageText rows_of(const PageLines& page) {
  PageText out;
  out.page = &page;
  std::vector<uint32_t> order;
  std::vector<float> sizes;
  std::vector<uint32_t> raised;
  bool placed = false;  // the word before
  for (uint32_t i = 0; i < page.words.size(); ++i) {
    const bool behind = std::exchange(placed, false);
    if (page.text_of(page.words[i]).empty()) continue;
    if (page.words[i].rotation != 0) {
      out.turned.push_back(i);
      continue;
    }
    placed = true;
    if (page.words[i].raised && behind && is_glued(page, i)) {
      raised.push_back(i);
      continue;
    }
    order.push_back(i);
    sizes.push_back(size_of(page.words[i]));
  }
  out.em = std::max(median(sizes, 10), 1.0F);
  const auto middle = [&](uint32_t i) { return (page.words[i].box.y0 + page.words[i].box.y1) / 2; };
  std::sort(order.begin(), order.end(),
            [&](uint32_t a, uint32_t b) { return middle(a) < middle(b); });
  // A row is opened by its first word that is not raised; words join by the middle of their height.
  std::vector<std::vector<uint32_t>> rows;
  float row_middle = 0, row_height = 0;
  for (const uint32_t index : order) {
    const Box& box = page.words[index].box;
    const float height = box.y1 - box.y0;
    if (rows.empty() || middle(index) - row_middle >
                            0.42F * std::min(std::max(height, 0.6F * out.em), row_height)) {
      rows.emplace_back();
      row_middle = middle(index);
      row_height = std::max(height, 0.6F * out.em);
    } else if (height > row_height) {
      row_height = height;
    }
    rows.back().push_back(index);
  }
  add_raised(page, raised, rows);
  std::vector<float> pitches;
  for (std::vector<uint32_t>& words : rows) {
    TextRow row;
    row.runs = runs_of(page, std::move(words));
    join_marks(page, row.runs);
    row.y0 = row.runs.front().y0, row.y1 = row.runs.front().y1;
    for (const Run& run : row.runs) {
      row.y0 = std::min(row.y0, run.y0);
      row.y1 = std::max(row.y1, run.y1);
    }
    if (!out.rows.empty()) {
      const float step = (row.y0 + row.y1 - out.rows.back().y0 - out.rows.back().y1) / 2;
      if (step > 0.8F * out.em && step < 2.5F * out.em) pitches.push_back(step);
    }
    out.rows.push_back(std::move(row));
  }
  part_tight_numbers(page, out.em, out.rows);
  out.pitch = median(pitches, 1.2F * out.em);
  return out;
}

}  // namespace cifra
