// What a reader plugin pushed, before layout: words with boxes (PDF), or blocks and tables (HTML),
// or one verbatim text (plain text). core/layout turns it into a Document.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/document/document.h"

namespace cifra {

struct ReadWord {
  Span text;  // into Reading::text
  uint32_t page = 0;
  Box box;
  uint32_t first_edge = 0;  // into Reading::edges
  uint16_t edge_count = 0;
  float font_size = 0;
  float baseline_shift = 0;  // points above (+) or below (-) the line's baseline; 0 where unknown
  uint16_t rotation = 0;     // degrees clockwise
  bool bold = false, italic = false;
  bool space_after = true;
  float confidence = 1;
};

struct ReadCell {
  uint16_t row = 0, column = 0, row_span = 1, column_span = 1;
  bool head = false;
  Span text;
};

struct ReadTable {
  Span caption;
  std::vector<ReadCell> cells;
};

struct ReadBlock {
  BlockRole role = BlockRole::kParagraph;
  uint8_t level = 0;
  Span text;  // empty for a table
  uint32_t page = kNoIndex;
  uint32_t table = kNoIndex;  // into Reading::tables for kTable
};

struct ReadPage {
  float width = 0, height = 0;
};

struct Reading {
  std::string text;  // the pool that the spans here point into; not yet the document's text
  std::vector<ReadPage> pages;
  std::vector<ReadWord> words;  // a geometric reader's
  std::vector<float> edges;
  std::vector<ReadBlock> blocks;  // a structured reader's
  std::vector<ReadTable> tables;
  std::string verbatim;  // a plain text reader's: becomes the document's text unchanged
  Metadata metadata;
  std::vector<std::string> warnings;
};

}  // namespace cifra
