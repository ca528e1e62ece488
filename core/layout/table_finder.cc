// Finds the tables of a document: blocks of numbers on each page, the columns, rows and heads
// around them, and tables that run on over pages.

#include <algorithm>
#include <cmath>

#include "core/layout/table_join.h"
#include "core/layout/table_parts.h"

namespace cifra {
namespace {

constexpr float kLeastBare = 0.5F;   // few numbers without a head: lines of prose may look so
constexpr float kLeastLooks = 0.3F;  // neither heads nor names: scattered numbers of a picture

// How sure the table is from its looks: numbers flush in their columns, heads over them, words
// before them.
float looks(const std::vector<Strip>& strips, const Heads& heads, const Body& body) {
  float flush = 0;
  size_t numeric = 0, headed = 0, labelled = 0, rows = 0;
  for (size_t s = 0; s < strips.size(); ++s) {
    if (!strips[s].numeric) continue;
    ++numeric;
    flush += strips[s].flush;
    headed += std::any_of(heads.cells.begin(), heads.cells.end(),
                          [&](const HeadCell& cell) { return cell.first <= s && s <= cell.last; });
  }
  for (const BodyRow& row : body.rows) {
    if (!row.has_numbers) continue;
    ++rows;
    for (size_t s = 0; s < strips.size() && !strips[s].numeric; ++s) {
      if (!row.cells[s].empty()) {
        ++labelled;
        break;
      }
    }
  }
  if (numeric == 0 || rows == 0) return 0;
  const auto share = [](size_t part, size_t whole) {
    return static_cast<float>(part) / static_cast<float>(whole);
  };
  return 0.4F * flush / static_cast<float>(numeric) + 0.35F * share(headed, numeric) +
         0.25F * share(labelled, rows);
}

// "01.02": a code, as no number begins with a nought before another digit.
bool is_parted_code(std::string_view text) {
  return text.size() >= 5 && text[0] == '0' && text[1] >= '0' && text[1] <= '9' &&
         text.find('.') != std::string_view::npos &&
         text.find_first_not_of("0123456789.") == std::string_view::npos;
}

// Whether a column of numbers counts the rows or holds codes: whole numbers without marks that rise
// by one, or are long and of one length.
bool is_code(const PageLines& page, const Body& body, size_t strip) {
  size_t count = 0, rising = 0, longs = 0, length = 0;
  bool one_length = true;
  long last = 0;
  for (const BodyRow& row : body.rows) {
    if (row.cells[strip].empty()) continue;
    const std::string text = text_of(page, row.cells[strip]);
    if (is_parted_code(text)) {
      ++count, ++rising;
      last = -1;
      continue;
    }
    if (text.find_first_not_of("0123456789") != std::string::npos || text.size() > 18) {
      if (text.find_first_of("0123456789") != std::string::npos) return false;
      continue;
    }
    const long value = std::stol(text);
    ++count;
    rising += value == last + 1 ? 1U : 0U;
    longs += text.size() >= 5 ? 1U : 0U;
    one_length = one_length && (length == 0 || text.size() == length);
    length = text.size();
    last = value;
  }
  return count >= 2 && (10 * rising >= 8 * count || (longs == count && one_length));
}

TableRegion region_of(uint32_t page, const PageLines& page_lines, const std::vector<Strip>& strips,
                      const Heads& heads, Body& body) {
  TableRegion region;
  region.columns = static_cast<uint16_t>(strips.size());
  region.head_rows = heads.levels;
  region.rows = static_cast<uint16_t>(heads.levels + body.rows.size());
  // Counters and codes before the words that name the rows are heads with them.
  size_t first_value = 0;
  while (first_value < strips.size() &&
         (!strips[first_value].numeric || is_code(page_lines, body, first_value))) {
    ++first_value;
  }
  while (first_value > 0 && strips[first_value - 1].numeric) --first_value;
  region.head_columns = static_cast<uint16_t>(first_value == strips.size() ? 0 : first_value);
  for (const HeadCell& head : heads.cells) {
    region.cells.push_back({.row = head.level,
                            .column = head.first,
                            .row_span = head.levels,
                            .column_span = static_cast<uint16_t>(head.last - head.first + 1),
                            .head = true,
                            .content = {page, head.words}});
  }
  for (size_t r = 0; r < body.rows.size(); ++r) {
    for (size_t s = 0; s < strips.size(); ++s) {
      std::vector<uint32_t>& words = body.rows[r].cells[s];
      if (words.empty()) continue;
      region.cells.push_back({.row = static_cast<uint16_t>(heads.levels + r),
                              .column = static_cast<uint16_t>(s),
                              .head = s < region.head_columns,
                              .content = {page, std::move(words)}});
    }
  }
  std::sort(region.cells.begin(), region.cells.end(),
            [](const TableRegionCell& a, const TableRegionCell& b) {
              return a.row < b.row || (a.row == b.row && a.column < b.column);
            });
  if (!heads.caption.empty()) region.caption = {page, heads.caption};
  region.confidence = looks(strips, heads, body);
  return region;
}

std::vector<PageTable> tables_on(uint32_t page_index, const PageLines& page) {
  std::vector<PageTable> tables;
  const PageText text = rows_of(page);
  if (text.rows.empty()) return tables;
  float ceiling = 0;
  for (NumberBlock& block : find_number_blocks(text)) {
    PageTable table;
    table.strips = find_strips(text, block);
    Body body = find_body(text, block, table.strips);
    if (body.rows.empty()) continue;
    const Heads heads = find_heads(text, table.strips, body, ceiling);
    table.page = page_index;
    table.region = region_of(page_index, page, table.strips, heads, body);
    table.box = {table.strips.front().x0, heads.top, table.strips.back().x1, body.bottom};
    ceiling = std::max(ceiling, body.bottom);
    const bool bare =
        heads.cells.empty() && block.columns.size() == 1 && block.columns.front().places.size() < 4;
    if (table.region.confidence < (bare ? kLeastBare : kLeastLooks)) continue;
    tables.push_back(std::move(table));
  }
  return tables;
}

}  // namespace

std::vector<TableRegion> find_tables(std::span<const PageLines> pages) {
  std::vector<PageTable> tables;
  for (uint32_t i = 0; i < pages.size(); ++i) {
    for (PageTable& table : tables_on(i, pages[i])) tables.push_back(std::move(table));
  }
  return join_tables(pages, std::move(tables));
}

}  // namespace cifra
