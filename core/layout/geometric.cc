#include "core/layout/geometric.h"

#include <algorithm>
#include <cmath>

#include "core/document/builder.h"
#include "core/layout/clean_words.h"
#include "core/layout/flow.h"
#include "core/layout/frame.h"
#include "core/layout/headings.h"
#include "core/layout/outline.h"
#include "core/layout/page_lines.h"
#include "core/layout/paragraphs.h"
#include "core/layout/running_text.h"
#include "core/layout/table_region.h"
#include "core/layout/typography.h"
#include "core/text/folding.h"
#include "core/text/utf8.h"

namespace cifra {
namespace {

constexpr float kNoteSize = 0.93f;  // of the body's size, at most
constexpr float kSameSize = 0.06f;  // between the halves of a parted paragraph
constexpr float kFullLine = 1.6f;   // of the font size: how far from the margin a line may end
constexpr float kPartGap = 1.3f;    // of the font size: wider gaps in a row are written as tabs

// From pages of lines to blocks in reading order.
class Assembly {
 public:
  Assembly(const Reading& reading, std::vector<PageLines>& pages, std::vector<TableRegion> tables)
      : pages_(pages),
        tables_(std::move(tables)),
        flow_(make_flow(pages, tables_)),
        typography_(typography_of(flow_)),
        builder_(reading) {}

  Document make() {
    for (uint32_t area = 0; area < flow_.areas.size(); ++area) add_area(area);
    mark_headings(flow_, paragraphs_, typography_);
    join_parted();
    set_item_levels();
    emit();
    Document document = builder_.take();
    set_list_levels(document);
    set_outline(document);
    return document;
  }

 private:
  const LayoutLine& line_of(LineRef ref) const { return flow_.pages[ref.page].lines[ref.line]; }

  void add_area(uint32_t index) {
    const FlowArea& area = flow_.areas[index];
    if (area.table != kNoIndex) {
      Paragraph table;
      table.role = BlockRole::kTable;
      table.table = area.table;
      table.area = table.last_area = index;
      paragraphs_.push_back(std::move(table));
      return;
    }
    if (area.running) {
      add_running(index);
      return;
    }
    std::vector<Paragraph> found = find_paragraphs(flow_, index, typography_);
    mark_notes(found);
    std::move(found.begin(), found.end(), std::back_inserter(paragraphs_));
  }

  void add_running(uint32_t index) {
    const FlowArea& area = flow_.areas[index];
    Paragraph running;
    running.area = running.last_area = index;
    running.role = flow_.pages[area.page].lines[area.first_line].role;
    for (uint32_t i = 0; i < area.line_count; ++i) {
      running.lines.push_back({area.page, area.first_line + i});
    }
    paragraphs_.push_back(std::move(running));
  }

  // Footnotes: from the first paragraph that opens with a mark to the foot of the area, all small.
  void mark_notes(std::vector<Paragraph>& found) {
    size_t begin = found.size();
    for (size_t i = found.size(); i-- > 0;) {
      const LineRef first = found[i].lines.front();
      const LayoutLine& line = line_of(first);
      const PageLines& page = flow_.pages[first.page];
      const bool small = line.font_size <= kNoteSize * typography_.body_size;
      const bool marked =
          note_mark(page, line, typography_) > 0 && line.box.y0 > 0.3f * page.height;
      if (!small && !marked) break;
      if (marked) begin = i;
    }
    for (size_t i = begin; i < found.size(); ++i) found[i].role = BlockRole::kNote;
  }

  bool opens_lower(const Paragraph& paragraph) const {
    const LineRef ref = paragraph.lines.front();
    const PageLines& page = flow_.pages[ref.page];
    const std::string_view text = page.text_of(page.words_of(line_of(ref)).front());
    const char32_t first = decode_utf8(text, 0).value;
    return is_letter(first)
               ? !is_upper(first)
               : (first >= '0' && first <= '9') || first == '(' || first == 0x20AC || first == '%';
  }

  // Whether a paragraph parted by a column's or a page's end goes on in `next`.
  bool goes_on(const Paragraph& open, const Paragraph& next) const {
    const FlowArea& from = flow_.areas[open.last_area];
    const FlowArea& to = flow_.areas[next.area];
    if (!from.whole || !to.whole || open.row || next.row) return false;
    if (next.role != BlockRole::kParagraph) return false;
    const LineRef last = open.lines.back();
    const LayoutLine& above = line_of(last);
    const LayoutLine& below = line_of(next.lines.front());
    if (std::abs(above.font_size - below.font_size) > kSameSize * above.font_size) return false;
    if (ends_sentence(flow_.pages[last.page], above)) return false;
    if (next.lines.front().line != to.first_line) return false;
    if (last.line + 1 != from.first_line + from.line_count) {
      // Only notes may stand below it.
      const LayoutLine& under = flow_.pages[last.page].lines[last.line + 1];
      if (under.font_size > kNoteSize * typography_.body_size) return false;
    }
    if (opens_lower(next)) return true;
    float right = above.box.x1;
    for (uint32_t i = 0; i < from.line_count; ++i) {
      right = std::max(right, flow_.pages[from.page].lines[from.first_line + i].box.x1);
    }
    return open.lines.size() > 1 && above.box.x1 > right - kFullLine * above.font_size &&
           above.bold == below.bold;
  }

  // Joins paragraphs parted by the end of a column or page; what stands between them (notes,
  // running text) keeps its place behind.
  void join_parted() {
    size_t open = paragraphs_.size();
    for (size_t i = 0; i < paragraphs_.size(); ++i) {
      Paragraph& paragraph = paragraphs_[i];
      if (is_aside(paragraph.role)) continue;
      const bool may_go_on = open < i &&
                             (paragraphs_[open].role == BlockRole::kParagraph ||
                              paragraphs_[open].role == BlockRole::kListItem) &&
                             paragraphs_[open].last_area != paragraph.area &&
                             !paragraph.lines.empty();
      if (may_go_on && goes_on(paragraphs_[open], paragraph)) {
        Paragraph& home = paragraphs_[open];
        home.lines.insert(home.lines.end(), paragraph.lines.begin(), paragraph.lines.end());
        home.last_area = paragraph.area;
        paragraph.lines.clear();
        continue;
      }
      open = i;
    }
  }

  // Items further right than the one above are inside it.
  void set_item_levels() {
    constexpr float kNested = 0.8f;  // of the font size
    std::vector<float> open;         // left edges of the lists that are open, outermost first
    for (Paragraph& paragraph : paragraphs_) {
      if (is_aside(paragraph.role) || (paragraph.lines.empty() && paragraph.table == kNoIndex)) {
        continue;
      }
      if (paragraph.role != BlockRole::kListItem) {
        open.clear();
        continue;
      }
      const LayoutLine& line = line_of(paragraph.lines.front());
      const float x = line.box.x0, step = kNested * std::max(line.font_size, 1.0f);
      while (!open.empty() && x < open.back() - step) open.pop_back();
      if (open.empty() || x > open.back() + step) open.push_back(x);
      paragraph.level = static_cast<uint8_t>(std::min<size_t>(open.size() - 1, 5));
    }
  }

  static bool is_aside(BlockRole role) {
    return role == BlockRole::kNote || role == BlockRole::kPageHeader ||
           role == BlockRole::kPageFooter;
  }

  void emit() {
    for (const Paragraph& paragraph : paragraphs_) {
      if (paragraph.table != kNoIndex) {
        emit_table(tables_[paragraph.table]);
        continue;
      }
      std::vector<PlacedLine> lines;
      lines.reserve(paragraph.lines.size());
      for (const LineRef ref : paragraph.lines) {
        lines.push_back(placed(flow_.pages[ref.page], line_of(ref), paragraph.row));
      }
      if (paragraph.role == BlockRole::kNote && !lines.empty()) {
        const LineRef first = paragraph.lines.front();
        lines.front().front().mark =
            static_cast<uint8_t>(note_mark(flow_.pages[first.page], line_of(first), typography_));
      }
      builder_.add_block(paragraph.role, paragraph.level, lines);
    }
  }

  static PlacedLine placed(const PageLines& page, const LayoutLine& line, bool row) {
    PlacedLine out;
    const auto words = page.words_of(line);
    out.reserve(words.size());
    for (size_t i = 0; i < words.size(); ++i) {
      PlacedWord word;
      word.source = words[i].source;
      word.raised = words[i].raised;
      if (i > 0) {
        const float gap = words[i].box.x0 - words[i - 1].box.x1;
        const bool apart = row && gap > kPartGap * line.font_size;
        // The mark a note opens with is no part of its first word.
        const bool mark = i == 1 && words[0].raised && !words[1].raised;
        word.separator = apart ? '\t' : words[i - 1].space_after || mark ? ' ' : '\0';
      }
      out.push_back(word);
    }
    return out;
  }

  // Words of a cell as lines, by their baselines.
  std::vector<PlacedLine> placed(const PageWords& content) const {
    std::vector<PlacedLine> lines;
    if (content.page >= pages_.size()) return lines;
    const PageLines& page = pages_[content.page];
    const LayoutWord* last = nullptr;
    for (const uint32_t index : content.words) {
      if (index >= page.words.size()) continue;
      const LayoutWord& word = page.words[index];
      const bool same = last != nullptr && last->rotation == word.rotation &&
                        shared_height(last->box, word.box) > 0.4f &&
                        word.box.x0 > last->box.x0 - 0.5f;
      if (!same) lines.emplace_back();
      const char separator = lines.back().empty() || (last && last->space_after) ? ' ' : '\0';
      lines.back().push_back({word.source, separator, word.raised});
      last = &word;
    }
    return lines;
  }

  void emit_table(const TableRegion& region) {
    const uint32_t caption = builder_.add_block(BlockRole::kCaption, 0, placed(region.caption));
    builder_.begin_table();
    for (const TableRegionCell& source : region.cells) {
      Cell cell;
      cell.row = source.row;
      cell.column = source.column;
      cell.row_span = source.row_span;
      cell.column_span = source.column_span;
      cell.head = source.head;
      builder_.add_cell(cell, placed(source.content));
    }
    Table table;
    table.caption = caption;
    table.rows = region.rows;
    table.columns = region.columns;
    table.head_rows = region.head_rows;
    table.head_columns = region.head_columns;
    table.confidence = region.confidence;
    const uint32_t index = builder_.end_table(std::move(table));
    Document& document = builder_.document();
    if (caption != kNoIndex) document.blocks[caption].table = index;
    for (const PageWords& words : region.notes) {
      const uint32_t note = builder_.add_block(BlockRole::kNote, 0, placed(words));
      if (note == kNoIndex) continue;
      document.blocks[note].table = index;
      document.tables[index].notes.push_back(note);
    }
  }

  const std::vector<PageLines>& pages_;
  std::vector<TableRegion> tables_;
  Flow flow_;
  Typography typography_;
  std::vector<Paragraph> paragraphs_;
  DocumentBuilder builder_;
};

}  // namespace

Document lay_out_geometric(Reading reading) {
  clean_words(reading);
  std::vector<PageLines> pages = make_page_lines(reading);
  mark_running_text(pages);
  std::vector<TableRegion> tables = find_tables(pages);
  return Assembly(reading, pages, std::move(tables)).make();
}

}  // namespace cifra
