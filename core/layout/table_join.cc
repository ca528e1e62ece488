#include "core/layout/table_join.h"

#include <algorithm>
#include <optional>

namespace cifra {
namespace {

constexpr size_t kMostWordsBetween = 30;  // running heads and feet, page numbers

// Which columns of the table before each column of the next stands under.
std::optional<std::vector<uint16_t>> match_columns(const PageTable& before, const PageTable& next) {
  std::vector<uint16_t> columns;
  size_t same_kind = 0;
  for (const Strip& strip : next.strips) {
    std::optional<uint16_t> best;
    float most = 0;
    for (size_t s = 0; s < before.strips.size(); ++s) {
      const Strip& other = before.strips[s];
      const float shared = std::min(strip.x1, other.x1) - std::max(strip.x0, other.x0);
      if (shared > most) most = shared, best = static_cast<uint16_t>(s);
    }
    if (!best || (!columns.empty() && columns.back() >= *best)) return std::nullopt;
    same_kind += strip.numeric == before.strips[*best].numeric ? 1U : 0U;
    columns.push_back(*best);
  }
  if (4 * same_kind < 3 * next.strips.size() || 2 * next.strips.size() < before.strips.size()) {
    return std::nullopt;
  }
  return columns;
}

std::string head_text(const PageLines& page, const TableRegion& region, uint16_t column) {
  std::string text;
  for (const TableRegionCell& cell : region.cells) {
    if (cell.row < region.head_rows && cell.column <= column &&
        column < cell.column + cell.column_span) {
      text += text_of(page, cell.content.words);
      text += '\n';
    }
  }
  return text;
}

class Joiner {
 public:
  explicit Joiner(std::span<const PageLines> pages) : pages_(pages) {}

  std::vector<TableRegion> join(std::vector<PageTable> tables) {
    std::vector<PageTable> joined;
    for (PageTable& table : tables) {
      if (!joined.empty() && append(joined.back(), table)) continue;
      joined.push_back(std::move(table));
      remember(joined.back());
    }
    std::vector<TableRegion> regions;
    for (PageTable& table : joined) regions.push_back(std::move(table.region));
    return regions;
  }

 private:
  size_t words_beyond(const PageTable& table, bool above) const {
    size_t count = 0;
    for (const LayoutWord& word : pages_[table.page].words) {
      const float middle = (word.box.y0 + word.box.y1) / 2;
      count += (above ? middle < table.box.y0 : middle > table.box.y1) ? 1U : 0U;
    }
    return count;
  }

  // Whether the next page's table says nothing new in its heads.
  bool same_heads(const PageTable& next, const std::vector<uint16_t>& columns) const {
    size_t headed = 0, same = 0;
    for (size_t c = 0; c < columns.size(); ++c) {
      const std::string head = head_text(pages_[next.page], next.region, static_cast<uint16_t>(c));
      if (head.empty()) continue;
      ++headed;
      same += head == first_heads_[columns[c]] ? 1U : 0U;
    }
    return headed == 0 || 4 * same >= 3 * headed;
  }

  bool append(PageTable& before, PageTable& next) {
    if (next.page != last_page_ + 1) return false;
    const bool adjoining =
        words_after_ <= kMostWordsBetween && words_beyond(next, true) <= kMostWordsBetween;
    if (!adjoining) return false;
    const std::optional<std::vector<uint16_t>> columns = match_columns(before, next);
    if (!columns || !same_heads(next, *columns)) return false;
    const auto offset = static_cast<int>(before.region.rows) - next.region.head_rows;
    if (before.region.rows + next.region.rows > UINT16_MAX) return false;
    for (TableRegionCell& cell : next.region.cells) {
      if (cell.row < next.region.head_rows) {
        before.region.repeated.push_back(std::move(cell.content));
        continue;
      }
      cell.row = static_cast<uint16_t>(cell.row + offset);
      cell.column = (*columns)[cell.column];
      cell.head = cell.column < before.region.head_columns;
      before.region.cells.push_back(std::move(cell));
    }
    if (!next.region.caption.words.empty()) {
      before.region.repeated.push_back(std::move(next.region.caption));
    }
    const auto weight = static_cast<float>(next.region.rows) /
                        static_cast<float>(before.region.rows + next.region.rows);
    const float own =
        next.region.head_rows == 0 ? before.region.confidence : next.region.confidence;
    before.region.confidence += (own - before.region.confidence) * weight;
    before.region.rows =
        static_cast<uint16_t>(before.region.rows + next.region.rows - next.region.head_rows);
    words_after_ = words_beyond(next, false);
    last_page_ = next.page;
    return true;
  }

  void remember(const PageTable& table) {
    last_page_ = table.page;
    words_after_ = words_beyond(table, false);
    first_heads_.clear();
    for (uint16_t c = 0; c < table.region.columns; ++c) {
      first_heads_.push_back(head_text(pages_[table.page], table.region, c));
    }
  }

  std::span<const PageLines> pages_;
  // Of the table that may go on: its last page, the words below it there, its first heads.
  uint32_t last_page_ = 0;
  size_t words_after_ = 0;
  std::vector<std::string> first_heads_;
};

}  // namespace

std::vector<TableRegion> join_tables(std::span<const PageLines> pages,
                                     std::vector<PageTable> tables) {
  return Joiner(pages).join(std::move(tables));
}

}  // namespace cifra
