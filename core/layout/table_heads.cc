// The heads of a table's columns: the rows above its numbers, as cells over one column or several.
//
// A head over several columns is known by its words crossing from one to the next or standing in
// the middle of them, above heads of their own that stand level with each other.

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/layout/table_parts.h"

namespace cifra {
namespace {

constexpr int kMostHeadRows = 14;

class HeadFinder {
 public:
  HeadFinder(const PageText& text, const std::vector<Strip>& strips, Body& body, float ceiling)
      : text_(text),
        page_(*text.page),
        strips_(strips),
        body_(body),
        ceiling_(ceiling),
        edges_(column_edges(strips, text.em)) {
    for (size_t s = 0; s < strips.size() && !strips[s].numeric; ++s) first_numeric_ = s + 1;
  }

  Heads find() {
    pieces_ = turned_heads(text_, strips_, edges_, ceiling_, body_.top);
    for (const HeadPiece& piece : pieces_) top_ = std::min(top_, piece.y0);
    collect_rows();
    std::sort(pieces_.begin(), pieces_.end(),
              [](const HeadPiece& a, const HeadPiece& b) { return a.y0 + a.y1 < b.y0 + b.y1; });
    widen_heads(text_, strips_, pieces_, caption_);
    return finish();
  }

 private:
  void add_piece(const std::vector<uint32_t>& words, size_t column) {
    if (!words.empty()) pieces_.push_back(head_piece(page_, words, column));
  }

  size_t strip_under(float x0, float x1) const {
    return column_under(strips_, edges_, text_.em, x0, x1);
  }

  std::vector<std::vector<uint32_t>> part(const Run& run) const {
    return part_head(text_, strips_, edges_, pieces_, run);
  }

  void collect_rows() {
    const float left = strips_.front().x0 - 1.5F * text_.em;
    const float right = strips_.back().x1 + 1.5F * text_.em;
    float top = body_.top;
    int taken = 0;
    std::vector<const Run*> groups;
    for (size_t r = text_.rows.size(); r-- > 0 && taken < kMostHeadRows;) {
      const TextRow& row = text_.rows[r];
      std::vector<const Run*> runs;
      float y0 = 1e6F, y1 = 0;
      for (const Run& run : row.runs) {
        if (overlap(run.x0, run.x1, left, right) <= 0 || run.middle() > body_.top) continue;
        runs.push_back(&run);
        y0 = std::min(y0, run.y0), y1 = std::max(y1, run.y1);
      }
      if (runs.empty()) continue;
      if (const Run* first = head_before(row, runs)) runs.insert(runs.begin(), first);
      if ((y0 + y1) / 2 < ceiling_) break;
      if (top - y1 > (taken == 0 ? 3.2F : 1.9F) * text_.pitch) break;
      if (taken == 0 && groups.size() < 2 && is_middle_group(r, runs)) {
        groups.push_back(runs[0]);
        top = std::min(top, y0);
        continue;
      }
      if (const std::optional<size_t> title =
              is_one_line(runs) ? title_row(text_, r, *runs[0]) : std::nullopt) {
        take_title(*title, r);
        break;
      }
      const bool wrapped = taken == 0 && ends_wrapped_head(r, runs);
      if (!wrapped && (ends_paragraph(r, runs) || !is_head(runs, taken))) {
        // Between heads and numbers it heads the first group of rows.
        if (taken == 0 && groups.size() < 2 && runs.size() == 1 && is_short(*runs[0])) {
          groups.push_back(runs[0]);
          top = std::min(top, y0);
          continue;
        }
        take_caption(r, runs);
        break;
      }
      std::vector<std::vector<uint32_t>> parts;
      for (const Run* run : runs) {
        for (auto& words : part(*run)) parts.push_back(std::move(words));
      }
      std::vector<size_t> columns;
      // A head for every column: in their order, wherever their words stand.
      bool in_order = parts.size() == strips_.size();
      for (size_t i = 0; i < parts.size(); ++i) {
        const float x0 = page_.words[parts[i].front()].box.x0;
        const float x1 = page_.words[parts[i].back()].box.x1;
        columns.push_back(strip_under(x0, x1));
        in_order = in_order && (columns[i] == i || overlap(x0, x1, strips_[columns[i]].x0,
                                                           strips_[columns[i]].x1) < text_.em);
      }
      // Two in one place, and none over the column right of it: the second stands left of its
      // numbers.
      for (size_t i = 1; i < parts.size() && !in_order; ++i) {
        const size_t next = columns[i] + 1;
        if (columns[i] == columns[i - 1] && next < strips_.size() &&
            page_.words[parts[i].front()].box.x0 > strips_[columns[i]].x1 - text_.em &&
            (i + 1 == parts.size() || columns[i + 1] > next)) {
          columns[i] = next;
        }
      }
      for (size_t i = 0; i < parts.size(); ++i) {
        const size_t s = in_order ? i : columns[i];
        add_piece(parts[i], s);
      }
      top = std::min(top, y0);
      ++taken;
    }
    for (const Run* group : groups) {
      // A unit in brackets holds for all columns.
      if (taken == 0 || page_.text_of(page_.words[group->words.front()]).starts_with('(')) {
        caption_.insert(caption_.begin(), group->words.begin(), group->words.end());
        continue;
      }
      BodyRow row{group->y0, group->y1, false, {}};
      row.cells.resize(strips_.size());
      const size_t s = strip_under(group->x0, group->x0);
      row.cells[strips_[s].numeric ? 0 : s] = group->words;
      body_.rows.insert(body_.rows.begin(), std::move(row));
    }
    top_ = std::min(top_, top);
  }

  // A run alone between the heads and the first numbers, in the middle of all columns.
  bool is_middle_group(size_t row, const std::vector<const Run*>& runs) const {
    if (runs.size() != 1 || runs[0]->shape != Shape::kText || row == 0) return false;
    const Run& run = *runs[0];
    const size_t parts = part(run).size();
    if (parts > 1 && 3 * parts > 2 * (strips_.size() - first_numeric_)) return false;
    const std::string_view word = page_.text_of(page_.words[run.words[0]]);
    if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') return false;
    if (first_numeric_ == 0 || strips_.size() - first_numeric_ < 2 ||
        run.x0 < strips_[first_numeric_ - 1].x1) {
      return false;
    }
    const float middle = (strips_.front().x0 + strips_.back().x1) / 2;
    const float middle_of_numbers = (strips_[first_numeric_].x0 + strips_.back().x1) / 2;
    if (std::min(std::abs(run.centre() - middle), std::abs(run.centre() - middle_of_numbers)) >
        1.2F * text_.em) {
      return false;
    }
    size_t heads = 0;
    for (const Run& above : text_.rows[row - 1].runs) {
      const bool over =
          overlap(above.x0, above.x1, strips_[first_numeric_].x0, strips_.back().x1) > 0;
      heads += over ? 1U : 0U;
    }
    // The last line of a head of several.
    for (size_t r = row; r-- > 0 && run.y0 - text_.rows[r].y1 < 0.3F * text_.em;) {
      for (const Run& above : text_.rows[r].runs) {
        if (std::abs(above.centre() - run.centre()) < 0.6F * text_.em) return false;
      }
    }
    return heads >= 2 && run.y0 - text_.rows[row - 1].y1 < 1.5F * text_.pitch;
  }

  // The head of a first column of numbers may stand left of all of them.
  const Run* head_before(const TextRow& row, const std::vector<const Run*>& runs) const {
    if (runs.size() < 2 || first_numeric_ > 0 || runs.front()->x0 < strips_.front().x1) {
      return nullptr;
    }
    const Run* before = nullptr;
    for (const Run& run : row.runs) {
      if (run.x1 < runs.front()->x0 && run.x1 > strips_.front().x0 - 8 * text_.em) before = &run;
    }
    return before;
  }

  bool is_one_line(const std::vector<const Run*>& runs) const {
    for (size_t i = 0; i + 1 < runs.size(); ++i) {
      if (runs[i + 1]->x0 - runs[i]->x1 > 0.8F * text_.em) return false;
    }
    return true;
  }

  void take_title(size_t first, size_t last) {
    const float left = strips_.front().x0 - 10 * text_.em;
    const float right = strips_.back().x1 + 10 * text_.em;
    std::vector<uint32_t> words;
    for (size_t r = first; r <= last; ++r) {
      for (const Run& run : text_.rows[r].runs) {
        if (overlap(run.x0, run.x1, left, right) <= 0) continue;
        words.insert(words.end(), run.words.begin(), run.words.end());
      }
    }
    caption_.insert(caption_.begin(), words.begin(), words.end());
  }

  bool is_short(const Run& run) const {
    return run.shape == Shape::kText &&
           run.x1 - run.x0 < 0.6F * (strips_.back().x1 - strips_.front().x0);
  }

  // Whether the runs of a row above are heads rather than a title, prose or another table's cells.
  bool is_head(const std::vector<const Run*>& runs, int taken) const {
    const float table_width = strips_.back().x1 - strips_.front().x0;
    size_t over_numbers = 0;
    if (is_title(text_, *runs[0])) return false;
    for (const Run* run : runs) {
      if (run->shape == Shape::kNumber) {
        const std::string text = text_of(page_, run->words);
        const bool letters = std::any_of(text.begin(), text.end(), [](char c) {
          return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        });
        if (text.size() > 2 && !letters) return false;
      }
      const bool wide = run->x1 - run->x0 > 0.55F * table_width;
      size_t texts = 0, numbers = 0;
      for (const Strip& strip : strips_) {
        if (overlap(run->x0, run->x1, strip.x0, strip.x1) > 0.4F * text_.em) {
          ++(strip.numeric ? numbers : texts);
        }
      }
      over_numbers += numbers;
      // The head of the last column may be longer than what stands below it.
      const bool own = run->x0 > strips_.back().x0 - 3 * text_.em;
      const bool first =
          (runs.size() > 1 && run->x1 < strips_.front().x1 + 3 * text_.em) || part(*run).size() > 1;
      if (run->x0 < strips_.front().x0 - (first ? 14 : 3) * text_.em ||
          run->x1 > strips_.back().x1 + (own ? 14 : 3) * text_.em) {
        return false;
      }
      if (texts > 0 && numbers > 0 && part(*run).size() == 1 &&
          (wide || runs.size() == 1 || numbers > 1)) {
        return false;
      }
    }
    const Run& run = *runs[0];
    if (runs.size() > 1 || part(run).size() > 1) return true;
    const float centre = run.centre();
    if (over_numbers > 0 && (first_numeric_ > 0 || !strips_.back().numeric)) {
      // A title stands in the middle of the table, a head in the middle of its columns.
      const float table_centre = (strips_.front().x0 + strips_.back().x1) / 2;
      const bool own = first_numeric_ == 0 || overlap(run.x0, run.x1, strips_.front().x0,
                                                      strips_[first_numeric_ - 1].x1) < 0;
      if (!own && std::abs(centre - table_centre) < 2 * text_.em) return false;
      const float numbers_centre = (strips_[first_numeric_].x0 + strips_.back().x1) / 2;
      const float off = std::abs(centre - table_centre);
      if (off < 0.6F * text_.em && run.x1 - run.x0 > 0.3F * table_width &&
          std::abs(centre - numbers_centre) > 1.2F * text_.em) {
        return false;
      }
      return taken == 0 || off > 0.35F * text_.em || off_columns(centre) < off;
    }
    if (over_numbers > 0) return true;
    // A letter or two left over from a head of several lines.
    if (strips_[strip_under(run.centre(), run.centre())].numeric && run.x1 - run.x0 < text_.em) {
      return true;
    }
    // Over a column of words alone: its head, unless it has one and this stands apart from it.
    const size_t s = strip_under(run.x0, run.x1);
    if (run.x1 > edges_[s + 1] + text_.em && s + 1 < strips_.size()) return false;
    bool has_head = false;
    for (const HeadPiece& piece : pieces_) {
      if (piece.first == s) {
        has_head = true;
        const bool aligned = std::abs(piece.x0 - run.x0) < 0.3F * text_.em ||
                             std::abs(piece.centre() - centre) < 0.4F * text_.em;
        if (piece.y0 - run.y1 < 0.5F * text_.em && aligned) return true;
      }
    }
    return !has_head && (taken > 0 || !pieces_.empty());
  }

  // How far a place is from the middle of the nearest range of columns of numbers.
  float off_columns(float x) const {
    float best = 1e6F;
    for (size_t i = first_numeric_; i < strips_.size(); ++i) {
      for (size_t j = i; j < strips_.size(); ++j) {
        best = std::min({best, std::abs(x - (edges_[i] + edges_[j + 1]) / 2),
                         std::abs(x - (strips_[i].x0 + strips_[j].x1) / 2)});
      }
    }
    return best;
  }

  // The last line of a head that stands beside heads of fewer lines: half a line below them, under
  // a line of its own.
  bool ends_wrapped_head(size_t row, const std::vector<const Run*>& runs) const {
    if (runs.size() != 1 || row < 2) return false;
    const Run& run = *runs[0];
    if (run.y0 > text_.rows[row - 1].y1 - 0.1F * text_.em) return false;
    return std::any_of(text_.rows[row - 2].runs.begin(), text_.rows[row - 2].runs.end(),
                       [&](const Run& above) {
                         return run.y0 - above.y1 < 0.35F * text_.em &&
                                (std::abs(above.x0 - run.x0) < 0.3F * text_.em ||
                                 std::abs(above.centre() - run.centre()) < 0.4F * text_.em);
                       });
  }

  // The last line of prose: a line of words close above it begins where it does and is longer.
  bool ends_paragraph(size_t row, const std::vector<const Run*>& runs) const {
    if (row == 0 || runs.size() != 1) return false;
    const TextRow& above = text_.rows[row - 1];
    const float width = strips_.back().x1 - strips_.front().x0;
    return std::any_of(above.runs.begin(), above.runs.end(), [&](const Run& run) {
      return run.shape == Shape::kText && std::abs(run.x0 - runs[0]->x0) < 0.3F * text_.em &&
             run.x1 > runs[0]->x1 && run.x1 - run.x0 > 0.75F * width &&
             runs[0]->y0 - run.y1 < 0.7F * text_.em;
    });
  }

  // A title stands apart from what is above it; the last line of a paragraph does not.
  void take_caption(size_t row, const std::vector<const Run*>& runs) {
    if (row > 0) {
      const TextRow& above = text_.rows[row - 1];
      const float gap = runs[0]->y0 - above.y1;
      const bool beside =
          above.y1 > 0 && std::any_of(above.runs.begin(), above.runs.end(), [&](const Run& run) {
            return overlap(run.x0, run.x1, runs[0]->x0, runs.back()->x1) > 0;
          });
      const float width = strips_.back().x1 - strips_.front().x0;
      if (beside && gap < 0.7F * text_.em &&
          (runs.size() > 1 || runs[0]->x1 - runs[0]->x0 > 0.8F * width || above.runs.size() == 1)) {
        return;
      }
    }
    for (const Run* run : runs) {
      if (run->is_number()) return;
    }
    // A sentence is no title.
    const std::vector<uint32_t>& last = runs.back()->words;
    if (last.size() > 8 && page_.text_of(page_.words[last.back()]).ends_with('.')) return;
    for (const Run* run : runs)
      caption_.insert(caption_.end(), run->words.begin(), run->words.end());
  }

  Heads finish() {
    Heads heads;
    heads.caption = std::move(caption_);
    heads.top = std::min(top_, body_.top);
    std::vector<uint16_t> depth(strips_.size(), 0);
    // Spanning heads from the top; lines of one over the same columns are one.
    for (size_t p = 0; p < pieces_.size(); ++p) {
      const HeadPiece& piece = pieces_[p];
      if (!piece.spanning()) continue;
      HeadCell* same = nullptr;
      for (HeadCell& cell : heads.cells) {
        if (cell.first == piece.first && cell.last == piece.last) same = &cell;
      }
      if (same != nullptr) {
        same->words.insert(same->words.end(), piece.words.begin(), piece.words.end());
        continue;
      }
      uint16_t level = 0;
      for (size_t s = piece.first; s <= piece.last; ++s) level = std::max(level, depth[s]);
      heads.cells.push_back({static_cast<uint16_t>(piece.first), static_cast<uint16_t>(piece.last),
                             level, 1, piece.words});
      for (size_t s = piece.first; s <= piece.last; ++s)
        depth[s] = static_cast<uint16_t>(level + 1);
    }
    std::vector<HeadCell> leaves(strips_.size());
    for (const HeadPiece& piece : pieces_) {
      if (piece.spanning()) continue;
      std::vector<uint32_t>& words = leaves[piece.first].words;
      words.insert(words.end(), piece.words.begin(), piece.words.end());
    }
    for (size_t s = 0; s < strips_.size(); ++s) {
      heads.levels = std::max(heads.levels,
                              static_cast<uint16_t>(depth[s] + (leaves[s].words.empty() ? 0 : 1)));
    }
    for (size_t s = 0; s < strips_.size(); ++s) {
      if (leaves[s].words.empty()) continue;
      HeadCell& leaf = leaves[s];
      leaf.first = leaf.last = static_cast<uint16_t>(s);
      leaf.level = depth[s];
      leaf.levels = static_cast<uint16_t>(heads.levels - depth[s]);
      heads.cells.push_back(std::move(leaf));
    }
    return heads;
  }

  const PageText& text_;
  const PageLines& page_;
  const std::vector<Strip>& strips_;
  Body& body_;
  float ceiling_;
  std::vector<float> edges_;
  size_t first_numeric_ = 0;
  std::vector<HeadPiece> pieces_;
  std::vector<uint32_t> caption_;
  float top_ = 1e6F;
};

}  // namespace

Heads find_heads(const PageText& text, const std::vector<Strip>& strips, Body& body,
                 float ceiling) {
  return HeadFinder(text, strips, body, ceiling).find();
}

}  // namespace cifra
