// What table finding is made of: the words of a page as runs on rows, the columns of numbers among
// them, and the body of a table that grows from those. Private to core/layout/table_*.
//
// Tables are found from their numbers: a run that is only a number, with a gap on either side and
// others above and below it, is what tells a table from prose when no ruling lines are known.

#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/layout/page_lines.h"
#include "core/layout/table_region.h"

namespace cifra {

enum class Shape : uint8_t {
  kText,
  kNumber,
  kYear,   // four digits that may be a year
  kBlank,  // stands for no value: "-", "n.d.", "…"
  kMark,   // a sign or currency on its own, a note in brackets: goes with a number beside it
};

// Words side by side on one row, nearer to each other than to the next run.
struct Run {
  std::vector<uint32_t> words;  // into PageLines::words, left to right
  float x0 = 0, x1 = 0, y0 = 0, y1 = 0;
  float size = 0;  // font size
  Shape shape = Shape::kText;
  bool bold = false;

  float middle() const { return (y0 + y1) / 2; }
  float centre() const { return (x0 + x1) / 2; }
  bool is_number() const { return shape == Shape::kNumber || shape == Shape::kYear; }
};

struct TextRow {
  float y0 = 0, y1 = 0;
  std::vector<Run> runs;
};

struct PageText {
  const PageLines* page = nullptr;
  float em = 10;                 // the font size of most words
  float pitch = 12;              // from one row of prose to the next
  std::vector<TextRow> rows;     // top to bottom
  std::vector<uint32_t> turned;  // words that run up or down
};

// What the text of a run looks like; `text` without raised marks.
Shape shape_of(std::string_view text);

PageText rows_of(const PageLines& page);

// Parts the runs of rows where columns of numbers stand as close as words.
void part_tight_numbers(const PageLines& page, float em, std::vector<TextRow>& rows);

// A run made of words; measures and shape are taken from them.
Run make_run(const PageLines& page, std::vector<uint32_t> words);
std::string text_of(const PageLines& page, const std::vector<uint32_t>& words);
// Whether a word begins with a small letter.
bool begins_small(const PageLines& page, uint32_t word);

// A run by its place in PageText.
struct RunPlace {
  uint32_t row = 0, run = 0;
};

// Numbers one above the other.
struct NumberColumn {
  std::vector<RunPlace> places;  // top to bottom
  float x0 = 0, x1 = 0;
};

// The numbers of one table: its columns, left to right, and what they span.
struct NumberBlock {
  std::vector<NumberColumn> columns;
  float top = 0, bottom = 0;
};

// Whether the numbers of a block are those of a table, by how they stand and what stands before
// them.
bool makes_table(const PageText& text, const NumberBlock& block);

std::vector<NumberBlock> find_number_blocks(const PageText& text);

enum class Side : uint8_t { kLeft, kRight, kCentre };

// A column of a table: where its words lie and on which side they stand flush.
struct Strip {
  float x0 = 0, x1 = 0;
  bool numeric = false;
  Side side = Side::kLeft;
  float flush = 1;  // 0…1: how well its cells stand flush
};

// The columns of a table over the rows from `top` to `bottom`, left to right.
std::vector<Strip> find_strips(const PageText& text, const NumberBlock& block);

// A row of numbers, before the words around it are found.
struct Anchor {
  float y0 = 0, y1 = 0;
  std::vector<uint32_t> rows;                // of the page
  std::vector<std::vector<uint32_t>> cells;  // words, one cell a strip
  float reach0 = 0, reach1 = 0;              // with the lines of its other cells
  float middle() const { return (y0 + y1) / 2; }
};

// The rows of numbers of a block, top to bottom; numbers broken over two lines are joined.
std::vector<Anchor> find_anchors(const PageText& text, const NumberBlock& block,
                                 const std::vector<Strip>& strips);

// What a row of the page is to the body of a table.
struct RowRole {
  size_t anchor = SIZE_MAX;    // the row of numbers it belongs to
  const Run* group = nullptr;  // the head of a group, set in the middle over columns of numbers
  bool crossed = false;        // no row of numbers, and has words over columns of them
};
std::vector<RowRole> row_roles(const PageText& text, const std::vector<Strip>& strips,
                               const std::vector<float>& edges, const std::vector<Anchor>& anchors);

// A row of a table's body: its words by strip.
struct BodyRow {
  float y0 = 0, y1 = 0;
  bool has_numbers = false;
  std::vector<std::vector<uint32_t>> cells;  // one a strip
};

struct Body {
  std::vector<BodyRow> rows;
  float top = 0, bottom = 0;
};

// The rows of a table: one for each row of numbers, wrapped lines joined, and rows of their own for
// what stands between them (heads of groups).
Body find_body(const PageText& text, const NumberBlock& block, std::vector<Strip>& strips);

// Names in the middle of the rows they stand for move to the first of them.
void span_rows(const PageText& text, const std::vector<Strip>& strips, Body& body);

// Words of a head on one row of the page, over one column or several.
struct HeadPiece {
  std::vector<uint32_t> words;
  float x0 = 0, x1 = 0, y0 = 0, y1 = 0;
  size_t first = 0, last = 0;  // strips
  bool turned = false;         // runs up or down
  bool spanning() const { return last > first; }
  float centre() const { return (x0 + x1) / 2; }
};

// How much of one stretch lies in another; negative: the gap between them.
inline float overlap(float a0, float a1, float b0, float b1) {
  return std::min(a1, b1) - std::max(a0, b0);
}

// Where one column ends and the next begins, as the cells' edges would: n + 1 places for n strips.
std::vector<float> column_edges(const std::vector<Strip>& strips, float em);

HeadPiece head_piece(const PageLines& page, const std::vector<uint32_t>& words, size_t column);

// Heads that run up or down: those that end just above the body, by column.
std::vector<HeadPiece> turned_heads(const PageText& text, const std::vector<Strip>& strips,
                                    const std::vector<float>& edges, float ceiling, float body_top);

// The column under a place; under a stretch, the one it shares most of it with.
size_t column_under(const std::vector<float>& edges, float x);
size_t column_under(const std::vector<Strip>& strips, const std::vector<float>& edges, float em,
                    float x0, float x1);

// The heads a run over several columns is made of: it parts at gutters. `pieces` are those below.
std::vector<std::vector<uint32_t>> part_head(const PageText& text, const std::vector<Strip>& strips,
                                             const std::vector<float>& edges,
                                             const std::vector<HeadPiece>& pieces, const Run& run);

// Decides for each piece, sorted from the top, whether it heads several columns. What fits none is
// a title: its words go to `caption`.
void widen_heads(const PageText& text, const std::vector<Strip>& strips,
                 std::vector<HeadPiece>& pieces, std::vector<uint32_t>& caption);

// Whether a run begins a table's title: "Table 3".
bool is_title(const PageText& text, const Run& run);
// The row where the title begins whose last line is the run `last` of `row`; nothing for no title.
std::optional<size_t> title_row(const PageText& text, size_t row, const Run& last);

// A head cell over the columns `first`…`last`, `level` 0 the outermost.
struct HeadCell {
  uint16_t first = 0, last = 0, level = 0, levels = 1;
  std::vector<uint32_t> words;
};

struct Heads {
  std::vector<HeadCell> cells;
  uint16_t levels = 0;
  std::vector<uint32_t> caption;  // words of a title found straight above
  float top = 0;
};

// The heads above a body. Rows at the top of the body that turn out to be heads (years, column
// numbers) are taken out of it. Nothing above `ceiling` is looked at.
Heads find_heads(const PageText& text, const std::vector<Strip>& strips, Body& body, float ceiling);

}  // namespace cifra
