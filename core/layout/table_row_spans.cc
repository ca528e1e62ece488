// Names over several rows, set in the middle of their height: each moves to the first of its rows,
// where a name set at the top would stand.
//
// No ruling lines are known: names are taken so only where they share out all rows exactly, each in
// the middle of its own.

#include <algorithm>
#include <cmath>

#include "core/layout/table_parts.h"

namespace cifra {
namespace {

constexpr float kOffMiddle = 0.3F;  // of the step from row to row

struct OuterName {
  std::vector<uint32_t> words;
  float y0 = 0, y1 = 0;
  size_t first = 0, last = 0;  // rows
  float middle() const { return (y0 + y1) / 2; }
};

class RowSpanner {
 public:
  RowSpanner(const PageLines& page, Body& body, size_t strip)
      : page_(page), body_(body), strip_(strip) {}

  void run() {
    for (size_t r = 0; r < body_.rows.size(); ++r) {
      if (body_.rows[r].has_numbers) rows_.push_back(r);
    }
    if (rows_.size() < 3) return;
    step_ = (middle(rows_.size() - 1) - middle(0)) / static_cast<float>(rows_.size() - 1);
    collect_names();
    if (names_.empty() || names_.size() >= rows_.size() || !share_out()) return;
    move_names();
  }

 private:
  float middle(size_t i) const {
    const BodyRow& row = body_.rows[rows_[i]];
    return (row.y0 + row.y1) / 2;
  }

  // The lines of one name stand closer than rows do.
  void collect_names() {
    float last_y0 = -1e6F;
    for (const BodyRow& row : body_.rows) {
      if (row.cells[strip_].empty()) continue;
      OuterName name;
      name.words = row.cells[strip_];
      name.y0 = 1e6F, name.y1 = 0;
      for (const uint32_t word : name.words) {
        name.y0 = std::min(name.y0, page_.words[word].box.y0);
        name.y1 = std::max(name.y1, page_.words[word].box.y1);
      }
      if (!names_.empty() && name.y0 - last_y0 < 0.85F * step_) {
        OuterName& before = names_.back();
        before.words.insert(before.words.end(), name.words.begin(), name.words.end());
        before.y1 = std::max(before.y1, name.y1);
      } else {
        names_.push_back(name);
      }
      last_y0 = name.y0;
    }
  }

  bool share_out() {
    size_t next = 0;
    bool several = false;
    for (OuterName& name : names_) {
      if (next >= rows_.size()) return false;
      const float end = 2 * name.middle() - middle(next);
      size_t last = next;
      while (last + 1 < rows_.size() &&
             std::abs(middle(last + 1) - end) < std::abs(middle(last) - end)) {
        ++last;
      }
      if (std::abs(middle(last) - end) > 2 * kOffMiddle * step_) return false;
      name.first = next, name.last = last;
      for (size_t i = next; i <= last && last > next; ++i) {
        if (body_.rows[rows_[i]].cells[strip_ + 1].empty()) return false;
      }
      several = several || last > next;
      next = last + 1;
    }
    return several && next == rows_.size();
  }

  void move_names() {
    for (BodyRow& row : body_.rows) row.cells[strip_].clear();
    for (OuterName& name : names_) {
      body_.rows[rows_[name.first]].cells[strip_] = std::move(name.words);
    }
    std::erase_if(body_.rows, [](const BodyRow& row) {
      return std::all_of(row.cells.begin(), row.cells.end(),
                         [](const std::vector<uint32_t>& cell) { return cell.empty(); });
    });
  }

  const PageLines& page_;
  Body& body_;
  size_t strip_;
  std::vector<size_t> rows_;  // those with numbers
  std::vector<OuterName> names_;
  float step_ = 0;
};

}  // namespace

void span_rows(const PageText& text, const std::vector<Strip>& strips, Body& body) {
  for (size_t s = 0; s + 2 < strips.size() && !strips[s].numeric && !strips[s + 1].numeric; ++s) {
    RowSpanner(*text.page, body, s).run();
  }
}

}  // namespace cifra
