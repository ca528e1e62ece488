// Builds a Document of a geometric reading: layout names words in the order they are read, the
// builder writes the text and keeps spans, lines, words, glyph edges and styles in step with it.
//
// The text: words of a line parted by a space, lines of a block by '\n', list items by '\n', other
// blocks by an empty line; table cells by '\t', rows by '\n'. A word hyphenated at a line's end is
// written once, without the hyphen; digits never join ("2021-⏎2027" keeps hyphen and line end).

#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_set>
#include <vector>

#include "core/document/document.h"
#include "core/document/reading.h"

namespace cifra {

struct PlacedWord {
  uint32_t source = 0;   // into Reading::words
  char separator = ' ';  // before it on its line: ' ', '\t', or '\0' where it is glued
  bool raised = false;   // digits are written as superscripts: "990¹⁰"
  uint8_t mark = 0;      // its first digits are the mark of a note: "1Cfr." is written "¹ Cfr."
};
using PlacedLine = std::vector<PlacedWord>;

class DocumentBuilder {
 public:
  explicit DocumentBuilder(const Reading& reading);

  // Between blocks. Returns the block's index, or kNoIndex where the lines hold no text.
  uint32_t add_block(BlockRole role, uint8_t level, std::span<const PlacedLine> lines);

  // A table: cells in order, then the table's block. `cell` carries everything but its words.
  void begin_table();
  void add_cell(Cell cell, std::span<const PlacedLine> lines);
  uint32_t end_table(Table table);  // the table's index; `table` carries everything but the cells

  Document& document() { return document_; }
  Document take();

 private:
  Span add_lines(std::span<const PlacedLine> lines, char line_end);
  void add_line(const PlacedLine& line);
  void add_word(const PlacedWord& placed);
  void add_part(const ReadWord& read, Span text, bool raised);
  bool join_hyphenated(std::string_view next, bool& glued);
  void trim_box(Word& word) const;
  bool is_compound(std::string_view first, std::string_view second) const;
  void learn_compounds();
  uint16_t style_of(const ReadWord& word);
  uint32_t size() const { return static_cast<uint32_t>(document_.text.size()); }
  void part_blocks(bool item);

  const Reading& reading_;
  Document document_;
  std::map<std::tuple<float, bool, bool, uint16_t>, uint16_t> styles_;
  std::unordered_set<std::string> compounds_;  // "socio-economico", as written inside lines
  Table table_;
  uint32_t table_begin_ = 0;
};

}  // namespace cifra
