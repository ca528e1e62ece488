#include "core/layout/structured.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/layout/cell_heads.h"
#include "core/layout/outline.h"
#include "core/text/normal_form.h"

namespace cifra {
namespace {

constexpr uint32_t kMostColumns = 1000;  // what HTML allows a colspan

// Lines without spaces at their ends and without empty lines between them.
std::string tidy(std::string_view text) {
  const std::string normal = normal_form(text);
  std::string result;
  for (size_t begin = 0; begin <= normal.size();) {
    const size_t end = std::min(normal.find('\n', begin), normal.size());
    const std::string_view line(normal.data() + begin, end - begin);
    const size_t first = line.find_first_not_of(" \t\f");
    if (first != std::string_view::npos) {
      if (!result.empty()) result += '\n';
      result += line.substr(first, line.find_last_not_of(" \t\f") - first + 1);
    }
    begin = end + 1;
  }
  return result;
}

class Assembly {
 public:
  explicit Assembly(Reading reading) : reading_(std::move(reading)) {
    document_.metadata = std::move(reading_.metadata);
    document_.warnings = std::move(reading_.warnings);
    for (const ReadPage& page : reading_.pages) {
      document_.pages.push_back({page.width, page.height, {}});
    }
  }

  Document make() {
    for (const ReadBlock& block : reading_.blocks) {
      if (block.role == BlockRole::kTable) {
        if (block.table < reading_.tables.size()) add_table(block);
      } else {
        add_block(block.role, block.level, block.text, block.page);
      }
    }
    set_pages();
    set_list_levels(document_);
    set_outline(document_);
    return std::move(document_);
  }

 private:
  uint32_t size() const { return static_cast<uint32_t>(document_.text.size()); }

  Span append(std::string_view words) {
    const uint32_t begin = size();
    document_.text += words;
    return {begin, size()};
  }

  void part_from_last(bool item) {
    if (document_.text.empty()) return;
    const bool in_list =
        item && !document_.blocks.empty() && document_.blocks.back().role == BlockRole::kListItem;
    document_.text += in_list ? "\n" : "\n\n";
  }

  uint32_t add_block(BlockRole role, uint8_t level, Span text, uint32_t page) {
    const std::string words = tidy(text.of(reading_.text));
    if (words.empty()) return kNoIndex;
    part_from_last(role == BlockRole::kListItem);
    Block block;
    block.role = role;
    block.level = role == BlockRole::kHeading ? std::max<uint8_t>(level, 1) : level;
    block.span = append(words);
    block.page = page;
    document_.blocks.push_back(block);
    return static_cast<uint32_t>(document_.blocks.size() - 1);
  }

  void add_table(const ReadBlock& read) {
    ReadTable& source = reading_.tables[read.table];
    std::ranges::stable_sort(source.cells, {},
                             [](const ReadCell& cell) { return std::pair(cell.row, cell.column); });
    const uint32_t caption = add_block(BlockRole::kCaption, 0, source.caption, read.page);
    Table table;
    table.caption = caption;
    const uint32_t begin = size();
    fill(table, source);
    if (table.cells.empty()) {
      document_.text.resize(begin);
      return;
    }
    set_heads(document_.text, table);
    const auto index = static_cast<uint32_t>(document_.tables.size());
    if (caption != kNoIndex) document_.blocks[caption].table = index;
    Block block;
    block.role = BlockRole::kTable;
    block.page = read.page;
    block.table = index;
    block.span = table.span;
    document_.blocks.push_back(block);
    document_.tables.push_back(std::move(table));
  }

  void fill(Table& table, const ReadTable& source) {
    uint32_t rows = 0, columns = 0;
    bool any = false;
    for (const ReadCell& cell : source.cells) {
      rows = std::max(rows, cell.row + 1U);
      columns = std::max(columns, cell.column + 1U);
      any = any || !tidy(cell.text.of(reading_.text)).empty();
    }
    if (!any) return;
    // A spanning cell may reach further right than any other begins, but not below the last row.
    for (const ReadCell& cell : source.cells) {
      columns = std::max(columns, std::min<uint32_t>(cell.column + cell.column_span, kMostColumns));
    }
    part_from_last(false);
    table.rows = static_cast<uint16_t>(rows);
    table.columns = static_cast<uint16_t>(columns);
    table.span.begin = size();
    const ReadCell* last = nullptr;
    for (const ReadCell& read : source.cells) {
      if (last != nullptr && last->row == read.row && last->column == read.column) continue;
      if (last != nullptr) document_.text += last->row == read.row ? '\t' : '\n';
      Cell cell;
      cell.row = read.row;
      cell.column = read.column;
      cell.row_span = static_cast<uint16_t>(
          std::clamp<uint32_t>(read.row_span, 1, std::max(rows - read.row, 1U)));
      cell.column_span = static_cast<uint16_t>(
          std::clamp<uint32_t>(read.column_span, 1, std::max(columns - read.column, 1U)));
      cell.head = read.head;
      cell.span = append(tidy(read.text.of(reading_.text)));
      table.cells.push_back(cell);
      last = &read;
    }
    // The table's span ends with its last words, so that no block ends in white space.
    while (!document_.text.empty() &&
           (document_.text.back() == '\t' || document_.text.back() == '\n')) {
      document_.text.pop_back();
    }
    table.span.end = size();
    for (Cell& cell : table.cells) {
      cell.span.begin = std::min(cell.span.begin, table.span.end);
      cell.span.end = std::min(cell.span.end, table.span.end);
    }
  }

  // A page's text goes from its first block to the next page's.
  void set_pages() {
    uint32_t end = size();
    for (auto block = document_.blocks.rbegin(); block != document_.blocks.rend(); ++block) {
      if (block->page >= document_.pages.size()) {
        block->page = kNoIndex;
        continue;
      }
      Span& span = document_.pages[block->page].span;
      if (span.empty()) span.end = end;
      span.begin = block->span.begin;
      end = std::min(end, span.begin);
    }
  }

  Reading reading_;
  Document document_;
};

}  // namespace

Document lay_out_structured(Reading reading) { return Assembly(std::move(reading)).make(); }

}  // namespace cifra
