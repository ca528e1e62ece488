// Rows of numbers: what a table's body is built around; and what the other rows are to it.

#include <algorithm>

#include "core/layout/table_parts.h"
#include "core/text/ascii_letters.h"

namespace cifra {
namespace {

class AnchorFinder {
 public:
  AnchorFinder(const PageText& text, const NumberBlock& block, const std::vector<Strip>& strips)
      : page_(*text.page), text_(text), block_(block), strips_(strips) {}

  std::vector<Anchor> find() {
    place_numbers();
    merge_broken_numbers();
    for (Anchor& anchor : anchors_) anchor.reach0 = anchor.y0, anchor.reach1 = anchor.y1;
    return std::move(anchors_);
  }

 private:
  // The nearest: a column of no width lies in none.
  size_t strip_at(float x0, float x1) const {
    size_t best = 0;
    float most = -1e9F;
    for (size_t s = 0; s < strips_.size(); ++s) {
      const float shared = overlap(x0, x1, strips_[s].x0, strips_[s].x1);
      if (shared > most) most = shared, best = s;
    }
    return best;
  }

  void place_numbers() {
    std::vector<std::pair<uint32_t, RunPlace>> places;
    for (const NumberColumn& column : block_.columns) {
      const size_t s = strip_at(column.x0, column.x1);
      for (const RunPlace place : column.places)
        places.push_back({static_cast<uint32_t>(s), place});
    }
    std::sort(places.begin(), places.end(), [](const auto& a, const auto& b) {
      return a.second.row < b.second.row || (a.second.row == b.second.row && a.first < b.first);
    });
    for (const auto& [s, place] : places) {
      const Run& run = text_.rows[place.row].runs[place.run];
      if (anchors_.empty() || anchors_.back().rows.back() != place.row) {
        anchors_.push_back({run.y0, run.y1, {place.row}, {}, 0, 0});
        anchors_.back().cells.resize(strips_.size());
      }
      Anchor& anchor = anchors_.back();
      anchor.y0 = std::min(anchor.y0, run.y0), anchor.y1 = std::max(anchor.y1, run.y1);
      auto& cell = anchor.cells[s];
      cell.insert(cell.end(), run.words.begin(), run.words.end());
    }
  }

  std::string_view last_text(const std::vector<uint32_t>& words) const {
    return page_.text_of(page_.words[words.back()]);
  }
  std::string_view first_text(const std::vector<uint32_t>& words) const {
    return page_.text_of(page_.words[words.front()]);
  }

  // "80.000," above "00" is one number in a narrow cell.
  bool goes_on(const Anchor& above, const Anchor& below) const {
    if (below.middle() - above.middle() > 1.45F * (above.y1 - above.y0)) return false;
    bool any = false;
    for (size_t s = 0; s < strips_.size(); ++s) {
      if (below.cells[s].empty()) continue;
      if (above.cells[s].empty()) return false;
      const std::string_view end = last_text(above.cells[s]);
      const std::string_view begin = first_text(below.cells[s]);
      const auto is_mark = [](char c) { return c == ',' || c == '.'; };
      const bool broken =
          (end.size() > 1 && is_mark(end.back()) && is_ascii_digit(end[end.size() - 2])) ||
          (begin.size() > 1 && is_mark(begin.front()) && is_ascii_digit(begin[1]));
      if (!broken) return false;
      any = true;
    }
    return any;
  }

  void merge_broken_numbers() {
    for (size_t i = 0; i + 1 < anchors_.size();) {
      if (!goes_on(anchors_[i], anchors_[i + 1])) {
        ++i;
        continue;
      }
      for (size_t s = 0; s < strips_.size(); ++s) {
        auto& cell = anchors_[i].cells[s];
        cell.insert(cell.end(), anchors_[i + 1].cells[s].begin(), anchors_[i + 1].cells[s].end());
      }
      anchors_[i].y1 = anchors_[i + 1].y1;
      anchors_[i].rows.push_back(anchors_[i + 1].rows.front());
      anchors_.erase(anchors_.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
  }

  const PageLines& page_;
  const PageText& text_;
  const NumberBlock& block_;
  const std::vector<Strip>& strips_;
  std::vector<Anchor> anchors_;
};

// The words of a row between rows of numbers that stand over columns of numbers and alone: the
// head of a group, set in the middle.
const Run* group_over_numbers(const PageText& text, const std::vector<Strip>& strips,
                              const std::vector<Anchor>& anchors, const TextRow& row) {
  if (strips.front().numeric) return nullptr;
  const float middle = (row.y0 + row.y1) / 2;
  if (middle < anchors.front().middle() || middle > anchors.back().middle()) return nullptr;
  const Run* only = nullptr;
  for (const Run& run : row.runs) {
    if (run.x1 < strips.front().x0 || run.x0 > strips.back().x1) continue;
    if (only != nullptr) return nullptr;
    only = &run;
  }
  if (only == nullptr || only->shape != Shape::kText || only->x0 < strips.front().x1 ||
      begins_small(*text.page, only->words.front())) {
    return nullptr;
  }
  const std::string_view first = text.page->text_of(text.page->words[only->words.front()]);
  if (first.starts_with('(') || first.starts_with('*')) return nullptr;
  for (const Strip& strip : strips) {
    if (strip.numeric && std::min(only->x1, strip.x1) > std::max(only->x0, strip.x0)) return only;
  }
  return nullptr;
}

bool stands_over_numbers(const PageText& text, const std::vector<Strip>& strips,
                         const std::vector<float>& edges, const Run& run) {
  if (run.shape == Shape::kBlank) return false;
  if (run.x0 > strips.front().x0 && strips[column_under(edges, run.centre())].numeric) return true;
  return std::ranges::any_of(strips, [&](const Strip& strip) {
    return strip.numeric && overlap(run.x0, run.x1, strip.x0, strip.x1) > 0.3F * text.em;
  });
}

}  // namespace

std::vector<Anchor> find_anchors(const PageText& text, const NumberBlock& block,
                                 const std::vector<Strip>& strips) {
  return AnchorFinder(text, block, strips).find();
}

std::vector<RowRole> row_roles(const PageText& text, const std::vector<Strip>& strips,
                               const std::vector<float>& edges,
                               const std::vector<Anchor>& anchors) {
  std::vector<RowRole> roles(text.rows.size());
  for (size_t a = 0; a < anchors.size(); ++a) {
    for (const uint32_t row : anchors[a].rows) roles[row].anchor = a;
  }
  for (size_t r = 0; r < roles.size(); ++r) {
    if (roles[r].anchor != SIZE_MAX) continue;
    roles[r].group = group_over_numbers(text, strips, anchors, text.rows[r]);
    roles[r].crossed = std::ranges::any_of(text.rows[r].runs, [&](const Run& run) {
      return stands_over_numbers(text, strips, edges, run);
    });
  }
  return roles;
}

}  // namespace cifra
