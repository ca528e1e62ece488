#include "core/layout/flow.h"

#include <algorithm>

#include "core/layout/columns.h"
#include "core/layout/frame.h"
#include "core/layout/segments.h"

namespace cifra {
namespace {

constexpr float kWideGap = 0.9f;  // of the font size: wider than a word space

// Where a table begins, on one page.
struct TablePlace {
  uint32_t table;
  uint32_t region;
  Box box;
};

// One page's way from lines to areas.
class PageFlow {
 public:
  PageFlow(const PageLines& page, uint32_t index, std::vector<bool> claimed,
           std::vector<TablePlace> places, Flow& flow)
      : page_(page),
        index_(index),
        claimed_(std::move(claimed)),
        places_(std::move(places)),
        flow_(flow) {
    out_.reading = page.reading;
    out_.page = page.page;
    out_.width = page.width;
    out_.height = page.height;
    out_.turn = page.turn;
  }

  void run() {
    add_running(BlockRole::kPageHeader);
    for (uint32_t region = 0; region < page_.regions.size(); ++region) add_region(region);
    add_running(BlockRole::kPageFooter);
    flow_.pages.push_back(std::move(out_));
  }

 private:
  void add_running(BlockRole role) {
    FlowArea area = open_area();
    area.running = true;
    for (const LayoutLine& line : page_.lines) {
      if (line.role == role) copy_line(line, area);
    }
    close_area(area);
  }

  void add_region(uint32_t region) {
    std::vector<TablePlace> here;
    for (const TablePlace& place : places_) {
      if (place.region == region) here.push_back(place);
    }
    std::sort(here.begin(), here.end(),
              [](const TablePlace& a, const TablePlace& b) { return a.box.y0 < b.box.y0; });
    std::vector<std::vector<const LayoutLine*>> slices(here.size() + 1);
    for (const LayoutLine& line : page_.lines_of(page_.regions[region])) {
      if (line.role != BlockRole::kParagraph) continue;
      const float y = middle_of(line.box);
      size_t slice = 0;
      while (slice < here.size() && y > here[slice].box.y0) ++slice;
      slices[slice].push_back(&line);
    }
    for (size_t i = 0; i < slices.size(); ++i) {
      add_slice(slices[i], page_.regions[region].column);
      if (i == here.size()) break;
      FlowArea area = open_area();
      area.table = here[i].table;
      flow_.areas.push_back(area);
    }
  }

  bool is_claimed(const LayoutLine& line) const {
    for (uint32_t i = 0; i < line.word_count; ++i) {
      if (claimed_[line.first_word + i]) return true;
    }
    return false;
  }

  // Whether lines are plain: each one run of words, none beside another.
  bool is_plain(const std::vector<const LayoutLine*>& lines) const {
    const LayoutLine* last = nullptr;
    for (const LayoutLine* line : lines) {
      const auto words = page_.words_of(*line);
      if (is_claimed(*line)) return false;
      for (size_t i = 0; i + 1 < words.size(); ++i) {
        const float gap = words[i + 1].box.x0 - words[i].box.x1;
        if (gap > kWideGap * line->font_size) return false;
      }
      const bool beside = last != nullptr && shared_height(last->box, line->box) > 0.5f;
      if (beside) return false;
      last = line;
    }
    return true;
  }

  void add_slice(const std::vector<const LayoutLine*>& lines, bool column) {
    if (lines.empty()) return;
    // A column was found by its prose; its wide gaps are those of justified lines.
    if (column || is_plain(lines) || page_.words[lines[0]->first_word].rotation != 0) {
      FlowArea area = open_area();
      area.whole = page_.words[lines[0]->first_word].rotation == 0;
      for (const LayoutLine* line : lines) copy_line(*line, area);
      close_area(area);
      return;
    }
    std::vector<LayoutWord> words;
    for (const LayoutLine* line : lines) {
      for (uint32_t i = 0; i < line->word_count; ++i) {
        if (!claimed_[line->first_word + i]) words.push_back(page_.words[line->first_word + i]);
      }
    }
    const std::vector<Segment> segments = find_segments(words, *page_.reading);
    const std::vector<SegmentGroup> groups =
        find_columns(segments, words, *page_.reading, ColumnSearch::kAll);
    for (const SegmentGroup& group : groups) {
      FlowArea area = open_area();
      area.whole = groups.size() == 1;
      std::vector<Segment> members;
      for (const uint32_t id : group.segments) members.push_back(segments[id]);
      for (const Segment& row : join_rows(std::move(members), words)) {
        LayoutLine line;
        line.box = row.box;
        line.first_word = static_cast<uint32_t>(out_.words.size());
        line.word_count = static_cast<uint32_t>(row.words.size());
        line.region = area_region_;
        for (const uint32_t word : row.words) out_.words.push_back(words[word]);
        finish_line(out_, line);
        out_.lines.push_back(line);
        ++area.line_count;
      }
      close_area(area);
    }
  }

  FlowArea open_area() {
    FlowArea area;
    area.page = index_;
    area.first_line = static_cast<uint32_t>(out_.lines.size());
    area_region_ = static_cast<uint32_t>(out_.regions.size());
    return area;
  }

  void copy_line(const LayoutLine& source, FlowArea& area) {
    LayoutLine line = source;
    line.first_word = static_cast<uint32_t>(out_.words.size());
    line.region = area_region_;
    line.word_count = 0;
    for (uint32_t i = 0; i < source.word_count; ++i) {
      if (claimed_[source.first_word + i]) continue;
      out_.words.push_back(page_.words[source.first_word + i]);
      ++line.word_count;
    }
    if (line.word_count == 0) return;
    out_.lines.push_back(line);
    ++area.line_count;
  }

  void close_area(const FlowArea& area) {
    if (area.line_count == 0) return;
    LayoutRegion region;
    region.first_line = area.first_line;
    region.line_count = area.line_count;
    region.box = out_.lines[area.first_line].box;
    for (uint32_t i = 1; i < area.line_count; ++i) {
      extend(region.box, out_.lines[area.first_line + i].box);
    }
    out_.regions.push_back(region);
    flow_.areas.push_back(area);
  }

  const PageLines& page_;
  uint32_t index_;
  std::vector<bool> claimed_;
  std::vector<TablePlace> places_;
  Flow& flow_;
  PageLines out_;
  uint32_t area_region_ = 0;
};

}  // namespace

Flow make_flow(std::span<PageLines> pages, std::span<const TableRegion> tables) {
  std::vector<std::vector<bool>> claimed(pages.size());
  for (size_t i = 0; i < pages.size(); ++i) claimed[i].resize(pages[i].words.size());
  std::vector<std::vector<TablePlace>> places(pages.size());

  for (uint32_t t = 0; t < tables.size(); ++t) {
    const TableRegion& table = tables[t];
    TablePlace place{t, 0, {}};
    uint32_t first_page = kNoIndex;
    const auto claim = [&](const PageWords& content) {
      if (content.words.empty() || content.page >= pages.size()) return;
      const PageLines& page = pages[content.page];
      for (const uint32_t word : content.words) {
        if (word >= page.words.size()) continue;
        claimed[content.page][word] = true;
        if (first_page == kNoIndex) {
          first_page = content.page;
          place.box = page.words[word].box;
          const auto line =
              std::upper_bound(page.lines.begin(), page.lines.end(), word,
                               [](uint32_t at, const LayoutLine& l) { return at < l.first_word; });
          place.region = line == page.lines.begin() ? 0 : std::prev(line)->region;
        } else if (first_page == content.page) {
          extend(place.box, page.words[word].box);
        }
      }
    };
    for (const TableRegionCell& cell : table.cells) claim(cell.content);
    claim(table.caption);
    for (const PageWords& note : table.notes) claim(note);
    for (const PageWords& repeated : table.repeated) claim(repeated);
    if (first_page != kNoIndex) places[first_page].push_back(place);
  }

  Flow flow;
  flow.pages.reserve(pages.size());
  for (uint32_t i = 0; i < pages.size(); ++i) {
    const bool has_table =
        std::find(claimed[i].begin(), claimed[i].end(), true) != claimed[i].end();
    PageFlow(pages[i], i, std::move(claimed[i]), std::move(places[i]), flow).run();
    if (!has_table) {
      std::vector<LayoutWord>().swap(pages[i].words);
      std::vector<LayoutLine>().swap(pages[i].lines);
      std::vector<LayoutRegion>().swap(pages[i].regions);
    }
  }
  return flow;
}

}  // namespace cifra
