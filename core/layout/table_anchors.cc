// Rows of numbers: what a table's body is built around.

#include <algorithm>

#include "core/layout/table_parts.h"

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
  size_t strip_at(float x0, float x1) const {
    size_t best = strips_.size();
    float most = 0;
    for (size_t s = 0; s < strips_.size(); ++s) {
      const float shared = std::min(x1, strips_[s].x1) - std::max(x0, strips_[s].x0);
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
      const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
      const bool broken =
          (end.size() > 1 && is_mark(end.back()) && is_digit(end[end.size() - 2])) ||
          (begin.size() > 1 && is_mark(begin.front()) && is_digit(begin[1]));
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

}  // namespace

std::vector<Anchor> find_anchors(const PageText& text, const NumberBlock& block,
                                 const std::vector<Strip>& strips) {
  return AnchorFinder(text, block, strips).find();
}

}  // namespace cifra
