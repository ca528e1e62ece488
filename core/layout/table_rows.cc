// The rows of a table's body: a row for each row of numbers; the lines of words between them are
// wrapped parts of a cell or a row of their own, the head of a group.
//
// Spacing decides where rows stand further apart than the lines of one cell; else a line goes on
// with the one before when that one is full, or begins small.

#include <algorithm>
#include <cmath>

#include "core/layout/table_parts.h"

namespace cifra {
namespace {

// A line of words in one strip.
struct CellLine {
  std::vector<uint32_t> words;
  float x0 = 0, x1 = 0, y0 = 0, y1 = 0;
  bool crossed = false;  // its row on the page also has words over columns of numbers
  bool alone =
      false;     // heads a group: nothing else stands in its row, and it in no column of names
  int row = -1;  // of the body, or a group of its own
  float middle() const { return (y0 + y1) / 2; }
};

class BodyMaker {
 public:
  BodyMaker(const PageText& text, const NumberBlock& block, const std::vector<Strip>& strips)
      : text_(text),
        page_(*text.page),
        block_(block),
        strips_(strips),
        edges_(column_edges(strips, text.em)) {}

  Body make() {
    anchors_ = find_anchors(text_, block_, strips_);
    roles_ = row_roles(text_, strips_, edges_, anchors_);
    row_of_.assign(page_.words.size(), SIZE_MAX);
    for (size_t a = 0; a < anchors_.size(); ++a) {
      for (const auto& cell : anchors_[a].cells) {
        for (const uint32_t word : cell) row_of_[word] = a;
      }
    }
    for (size_t s = 0; s < strips_.size(); ++s) place_words(s);
    place_loose();
    return finish();
  }

 private:
  // The strip's lines from above the first row of numbers to below the last.
  std::vector<CellLine> lines_of(size_t s) const {
    const Strip& strip = strips_[s];
    // Prose beside the table is none of its words.
    const float beyond = strip.numeric ? 3 * text_.em : 1e6F;
    const float left = s == 0 ? strip.x0 - beyond : (strips_[s - 1].x1 + strip.x0) / 2;
    const float right =
        s + 1 == strips_.size() ? strip.x1 + beyond : (strip.x1 + strips_[s + 1].x0) / 2;
    const float reach = 6 * text_.pitch;
    std::vector<CellLine> lines;
    for (uint32_t r = 0; r < text_.rows.size(); ++r) {
      const TextRow& row = text_.rows[r];
      const float middle = (row.y0 + row.y1) / 2;
      if (middle < block_.top - reach || middle > block_.bottom + reach) continue;
      const RowRole& role = roles_[r];
      const Anchor* anchor = role.anchor < anchors_.size() ? &anchors_[role.anchor] : nullptr;
      CellLine line;
      line.crossed = role.crossed;
      if (const Run* group = role.group) {
        if (s != 0) continue;
        line = {group->words, group->x0, group->x1, group->y0, group->y1, false, true, -1};
        lines.push_back(std::move(line));
        continue;
      }
      for (const Run& run : row.runs) {
        // A run over several columns in a row without numbers is the head of a group: it stays
        // whole and goes to the column where its first word stands.
        const bool whole = anchor == nullptr && run.shape == Shape::kText;
        const float run_at = whole ? std::clamp(run.x0 + 0.1F, -1e5F, 1e5F) : 0;
        for (const uint32_t word : run.words) {
          const Box& box = page_.words[word].box;
          const float x = whole ? run_at : (box.x0 + box.x1) / 2;
          if (x < left || x >= right) continue;
          if (anchor != nullptr && row_of_[word] == role.anchor) continue;
          if (line.words.empty()) {
            line.x0 = box.x0, line.x1 = box.x1, line.y0 = box.y0, line.y1 = box.y1;
          }
          line.words.push_back(word);
          line.x0 = std::min(line.x0, box.x0), line.x1 = std::max(line.x1, box.x1);
          line.y0 = std::min(line.y0, box.y0), line.y1 = std::max(line.y1, box.y1);
        }
      }
      if (line.words.empty()) continue;
      if (anchor != nullptr) line.row = static_cast<int>(anchor - anchors_.data());
      lines.push_back(std::move(line));
    }
    return lines;
  }

  // Lines above the first and below the last row of numbers belong to the table only where they run
  // on from its cells without a gap and do not look like heads or prose.
  void trim(std::vector<CellLine>& lines, const Strip& strip) const {
    const auto inside = [&](const CellLine& line) {
      return line.row >= 0 || (line.middle() > anchors_.front().middle() &&
                               line.middle() < anchors_.back().middle());
    };
    size_t first = 0;
    while (first < lines.size() && !inside(lines[first])) ++first;
    size_t last = lines.size();
    while (last > first && !inside(lines[last - 1])) --last;
    const float in_cell = in_cell_step(lines, first, last);
    const auto fits = [&](const CellLine& line) {
      return line.x0 > strip.x0 - 2 * text_.em && line.x1 < strip.x1 + 2 * text_.em;
    };
    if (strip.numeric || first == last) {
      // In a column of numbers only what hangs on close below goes along: "(2019)" under "64%".
      size_t end = last;
      while (strip.numeric && end < lines.size() && end > first && fits(lines[end]) &&
             lines[end].middle() - (end > 0 ? lines[end - 1].middle() : anchors_.back().middle()) <
                 in_cell) {
        ++end;
      }
      lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(end), lines.end());
      lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(first));
      return;
    }
    size_t begin = first;
    while (begin > 0 && fits(lines[begin - 1]) && !lines[begin - 1].crossed &&
           lines[begin].middle() - lines[begin - 1].middle() < in_cell && first - begin < 4) {
      --begin;
    }
    size_t end = last;
    while (end < lines.size() && fits(lines[end]) &&
           lines[end].middle() - lines[end - 1].middle() < in_cell && end - last < 12) {
      ++end;
    }
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(end), lines.end());
    lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(begin));
  }

  // From one line of a cell to the next at most; a little less than from row to row where rows
  // stand apart.
  float in_cell_step(const std::vector<CellLine>& lines, size_t first, size_t last) const {
    float size = text_.em;
    for (size_t i = first; i < last; ++i) size = std::max(size, 0.0F);
    float row_step = 1e6F;
    for (size_t i = 0; i + 1 < anchors_.size(); ++i) {
      row_step = std::min(row_step, anchors_[i + 1].middle() - anchors_[i].middle());
    }
    float line_step = 1e6F;
    for (size_t i = 0; i + 1 < lines.size(); ++i) {
      const float step = lines[i + 1].middle() - lines[i].middle();
      if (step > 0.6F * size) line_step = std::min(line_step, step);
    }
    const float usual = std::min(line_step, 1.35F * size);
    return row_step > 1.2F * usual
               ? std::max(1.12F * usual, 0.5F * (usual + std::min(row_step, 1.5F * usual)))
               : 1.12F * usual;
  }

  void place_words(size_t s) {
    std::vector<CellLine> lines = lines_of(s);
    trim(lines, strips_[s]);
    std::erase_if(lines, [&](const CellLine& line) {
      if (line.alone) add_group(s, line);
      return line.alone;
    });
    if (lines.empty()) return;
    const float step = in_cell_step(lines, 0, lines.size());
    // Blocks of lines close together.
    for (size_t begin = 0; begin < lines.size();) {
      size_t end = begin + 1;
      while (end < lines.size() && lines[end].middle() - lines[end - 1].middle() < step) ++end;
      place_block(s, std::span(lines).subspan(begin, end - begin));
      begin = end;
    }
    // Several lines above the first row of numbers are the rest of a row on the page before.
    size_t leading = 0;
    while (leading < lines.size() && lines[leading].row < 0 &&
           lines[leading].middle() < anchors_.front().y0) {
      ++leading;
    }
    if (leading >= 2)
      lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(leading));
    for (CellLine& line : lines) {
      if (line.row < 0) {
        loose_.push_back({s, std::move(line)});
        continue;
      }
      Anchor& anchor = anchors_[static_cast<size_t>(line.row)];
      append(anchor.cells[s], line.words);
      for (const uint32_t word : line.words) row_of_[word] = static_cast<size_t>(line.row);
      anchor.reach0 = std::min(anchor.reach0, line.y0),
      anchor.reach1 = std::max(anchor.reach1, line.y1);
    }
  }

  // Lines beside what other columns make of a row are of that row; others head a group.
  void place_loose() {
    for (size_t i = 0; i < loose_.size();) {
      size_t end = i + 1;
      while (end < loose_.size() && loose_[end].first == loose_[i].first &&
             loose_[end].second.middle() - loose_[end - 1].second.middle() < 1.4F * text_.em) {
        ++end;
      }
      const float y0 = loose_[i].second.y0, y1 = loose_[end - 1].second.y1;
      Anchor* beside = nullptr;
      for (Anchor& anchor : anchors_) {
        const float shared = std::min(y1, anchor.reach1) - std::max(y0, anchor.reach0);
        if (shared > 0.5F * (y1 - y0) || (end - i > 1 && shared > 0.8F * text_.em))
          beside = &anchor;
      }
      for (; i < end; ++i) {
        const auto& [s, line] = loose_[i];
        if (beside != nullptr) {
          append(beside->cells[s], line.words);
        } else {
          add_group(s, line);
        }
      }
    }
  }

  void place_block(size_t s, std::span<CellLine> block) {
    // Rows of numbers whose middle lies in the block.
    std::vector<int> rows, bare;
    for (size_t i = 0; i < anchors_.size(); ++i) {
      const float middle = anchors_[i].middle();
      const bool exact = std::any_of(block.begin(), block.end(), [&](const CellLine& line) {
        return line.row == static_cast<int>(i);
      });
      if (exact || (block.front().y0 < middle && middle < block.back().y1)) {
        rows.push_back(static_cast<int>(i));
        if (!exact) bare.push_back(static_cast<int>(i));
      }
    }
    if (rows.size() == 1) {
      if (strips_[s].numeric || bare.size() == 1 || !parts_from_group(block, rows[0])) {
        for (CellLine& line : block) line.row = rows[0];
      }
      return;
    }
    if (rows.empty()) {
      if (strips_[s].numeric) {
        for (CellLine& line : block) line.row = nearest(line);
      }
      return;
    }
    // Words set around the middle of a row whose own line has none.
    for (CellLine& line : block) {
      if (line.row >= 0) continue;
      for (const int row : bare) {
        if (std::abs(anchors_[static_cast<size_t>(row)].middle() - line.middle()) <
            0.95F * text_.em) {
          line.row = row;
        }
      }
    }
    const bool downward = runs_downward(block);
    for (size_t i = 0; i < block.size(); ++i) {
      if (block[i].row >= 0) continue;
      if (i > 0 && block[i - 1].row >= 0 &&
          (downward || goes_on(block[i - 1], block[i], strips_[s]))) {
        block[i].row = block[i - 1].row;
      } else if (strips_[s].numeric) {
        block[i].row = nearest(block[i]);
      } else if (i + 1 < block.size() && begins_small(page_, block[i + 1].words.front())) {
        block[i].row = block[i + 1].row;
      }
    }
  }

  // Whether cells of several lines begin on their row of numbers: more than one line follows one,
  // or lines follow the last.
  bool runs_downward(std::span<const CellLine> block) const {
    size_t following = 0, longest = 0;
    bool begun = false, small = false;
    for (const CellLine& line : block) {
      begun = begun || line.row >= 0;
      following = line.row >= 0 || !begun ? 0 : following + 1;
      if (begun) longest = std::max(longest, following);
      small = small || (line.row < 0 && begins_small(page_, line.words.front()));
    }
    return longest >= 2 || (block.front().row >= 0 && following > 0 && small);
  }

  // A head of a group straight above the first row of its group: it starts further left, or stands
  // out, and the row below does not go on from it.
  bool parts_from_group(std::span<CellLine> block, int row) {
    if (block.size() != 2 || block[0].row >= 0) return false;
    const float row_step = anchors_.size() > 1 ? typical_step() : 1e6F;
    const bool spaced = block[1].middle() - block[0].middle() > 0.8F * row_step;
    const bool indented = block[1].x0 - block[0].x0 > 0.5F * text_.em;
    const bool bold =
        page_.words[block[0].words.front()].bold && !page_.words[block[1].words.front()].bold;
    if ((spaced || indented || bold) && !begins_small(page_, block[1].words.front())) {
      block[1].row = row;
      return true;
    }
    return false;
  }

  float typical_step() const {
    std::vector<float> steps;
    for (size_t i = 0; i + 1 < anchors_.size(); ++i) {
      steps.push_back(anchors_[i + 1].middle() - anchors_[i].middle());
    }
    std::sort(steps.begin(), steps.end());
    return steps[steps.size() / 2];
  }

  // Whether `below` is the rest of the cell that `above` began.
  bool goes_on(const CellLine& above, const CellLine& below, const Strip& strip) const {
    if (begins_small(page_, below.words.front())) return true;
    const bool bold = page_.words[below.words.front()].bold;
    if (bold != page_.words[above.words.front()].bold) return false;
    const std::string_view end = page_.text_of(page_.words[above.words.back()]);
    if (end.ends_with('-') || end.ends_with(',') || end.ends_with('/') || end.ends_with('('))
      return true;
    const Box& first = page_.words[below.words.front()].box;
    const float room = strip.x1 - above.x1;
    const bool full = first.x1 - first.x0 + 0.25F * text_.em > room + 0.5F * text_.em;
    return full && above.x1 - above.x0 > 0.6F * (strip.x1 - strip.x0) &&
           std::abs(below.x0 - above.x0) < 1.5F * text_.em && above.row >= 0;
  }

  int nearest(const CellLine& line) const {
    int best = 0;
    for (size_t i = 0; i < anchors_.size(); ++i) {
      if (std::abs(anchors_[i].middle() - line.middle()) <
          std::abs(anchors_[static_cast<size_t>(best)].middle() - line.middle())) {
        best = static_cast<int>(i);
      }
    }
    return best;
  }

  // Words of a cell from top to bottom.
  void append(std::vector<uint32_t>& cell, const std::vector<uint32_t>& words) const {
    cell.insert(cell.end(), words.begin(), words.end());
    std::stable_sort(cell.begin(), cell.end(), [&](uint32_t a, uint32_t b) {
      const Box& p = page_.words[a].box;
      const Box& q = page_.words[b].box;
      const float shared = std::min(p.y1, q.y1) - std::max(p.y0, q.y0);
      if (shared < 0.4F * std::min(p.y1 - p.y0, q.y1 - q.y0)) return p.y0 < q.y0;
      return false;
    });
  }

  void add_group(size_t s, const CellLine& line) {
    for (BodyRow& group : groups_) {
      const float shared = std::min(group.y1, line.y1) - std::max(group.y0, line.y0);
      if (shared > 0.5F * (line.y1 - line.y0)) {
        append(group.cells[s], line.words);
        return;
      }
    }
    BodyRow group{line.y0, line.y1, false, {}};
    group.cells.resize(strips_.size());
    group.cells[s] = line.words;
    groups_.push_back(std::move(group));
  }

  Body finish() {
    Body body;
    for (Anchor& anchor : anchors_) {
      body.rows.push_back({anchor.y0, anchor.y1, true, std::move(anchor.cells)});
    }
    for (BodyRow& group : groups_) body.rows.push_back(std::move(group));
    std::sort(body.rows.begin(), body.rows.end(),
              [](const BodyRow& a, const BodyRow& b) { return a.y0 + a.y1 < b.y0 + b.y1; });
    body.top = 1e6F, body.bottom = 0;
    for (BodyRow& row : body.rows) {
      for (const auto& cell : row.cells) {
        for (const uint32_t word : cell) {
          body.top = std::min(body.top, page_.words[word].box.y0);
          body.bottom = std::max(body.bottom, page_.words[word].box.y1);
        }
      }
    }
    return body;
  }

  const PageText& text_;
  const PageLines& page_;
  const NumberBlock& block_;
  const std::vector<Strip>& strips_;
  std::vector<float> edges_;
  std::vector<Anchor> anchors_;
  std::vector<RowRole> roles_;  // of the rows of the page
  std::vector<size_t> row_of_;  // of each word, the anchor whose cells hold it; else SIZE_MAX
  std::vector<BodyRow> groups_;
  std::vector<std::pair<size_t, CellLine>> loose_;  // by strip
};

}  // namespace

Body find_body(const PageText& text, const NumberBlock& block, std::vector<Strip>& strips) {
  Body body = BodyMaker(text, block, strips).make();
  span_rows(text, strips, body);
  return body;
}

}  // namespace cifra
