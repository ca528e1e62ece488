// A document as Cifra keeps it: one text in reading order, written once, and spans into it for
// pages, blocks, lines, words and tables. Boxes are what a citation is drawn from.
//
// Cannot do: overlapping blocks. Every byte of `text` that is not white space lies in exactly one
// block; the cells of a table lie inside its kTable block.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/span.h"

namespace cifra {

inline constexpr uint32_t kNoIndex = UINT32_MAX;  // no page, no block, no table

// In points (1/72 inch) from the top left of the page as displayed: crop box, after rotation.
struct Box {
  float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};

struct Page {
  float width = 0, height = 0;  // points, as displayed
  Span span;                    // what of the text stands on this page
};

// A run of glyphs on one line. A word hyphenated over two lines is two Words side by side in the
// text, the hyphen dropped.
struct Word {
  Span span;
  uint32_t page = kNoIndex;
  Box box;
  uint32_t first_edge = 0;  // into Document::edges
  uint16_t edge_count = 0;  // code points + 1; 0 for letters alone or where none are known
  uint16_t style = 0;       // into Document::styles
};

struct Style {
  float font_size = 0;  // points
  bool bold = false;
  bool italic = false;
  uint16_t rotation = 0;  // degrees clockwise: 0, 90, 180, 270
};

struct Line {
  Span span;
  uint32_t page = kNoIndex;
  Box box;
};

enum class BlockRole : uint8_t {
  kParagraph,
  kHeading,
  kListItem,
  kCaption,
  kNote,        // footnote or table note
  kPageHeader,  // running head
  kPageFooter,  // running foot, page number
  kTable,
};

struct Block {
  BlockRole role = BlockRole::kParagraph;
  uint8_t level = 0;  // heading: 1 is the highest; list item: 0 is the outermost
  Span span;
  uint32_t page = kNoIndex;  // the page it begins on
  uint32_t heading =
      kNoIndex;  // the block of the heading it stands under; a heading names its parent
  uint32_t lead =
      kNoIndex;  // list item: the block whose sentence introduces the list, or the item above
  uint32_t table = kNoIndex;  // kTable: its table; kCaption and kNote: the table they belong to
};

struct Cell {
  uint16_t row = 0, column = 0;            // from 0
  uint16_t row_span = 1, column_span = 1;  // at least 1
  bool head = false;                       // names a row or a column
  Span span;                               // empty for an empty cell
  uint32_t page = kNoIndex;
  Box box;  // of its words; zero where the reader knew none
};

struct Table {
  Span span;
  uint32_t caption = kNoIndex;  // block
  std::vector<uint32_t> notes;  // blocks
  uint16_t rows = 0, columns = 0;
  uint16_t head_rows = 0;     // rows at the top that name columns
  uint16_t head_columns = 0;  // columns at the left that name rows
  std::vector<Cell> cells;    // by row, then column; empty cells may be left out
  float confidence = 1;       // 0…1: alignment, heads found, sums that hold
};

struct Metadata {
  std::string title;
  std::string issuer;
  std::string published_on;  // ISO 8601 date, or empty
  std::string url;
  std::string media_type;  // "application/pdf", "text/html", "text/plain"
  std::string producer;    // the program that wrote the file, where it says so
  std::string reader;      // the plugin that read it: id, version, hash of its library
};

struct Document {
  std::string text;  // UTF-8, NFC, '\n' line ends
  std::vector<Page> pages;
  std::vector<Block> blocks;  // in text order
  std::vector<Line> lines;    // in text order; empty for documents without geometry
  std::vector<Word> words;    // in text order; empty for documents without geometry
  std::vector<Style> styles;
  std::vector<float> edges;  // glyph edges along the writing direction, points
  std::vector<Table> tables;
  Metadata metadata;
  std::vector<std::string> warnings;  // plain sentences: what could not be read, and why

  std::string_view of(Span span) const { return span.of(text); }
};

}  // namespace cifra
