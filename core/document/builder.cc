#include "core/document/builder.h"

#include <algorithm>
#include <cmath>

#include "core/text/ascii_letters.h"
#include "core/text/folding.h"
#include "core/text/utf8.h"

namespace cifra {
namespace {

struct Raised {
  char plain;
  char32_t raised;
};
constexpr Raised kRaised[] = {{'0', U'⁰'}, {'1', U'¹'}, {'2', U'²'}, {'3', U'³'}, {'4', U'⁴'},
                              {'5', U'⁵'}, {'6', U'⁶'}, {'7', U'⁷'}, {'8', U'⁸'}, {'9', U'⁹'},
                              {'(', U'⁽'}, {')', U'⁾'}, {'-', U'⁻'}, {'+', U'⁺'}};

char32_t raised_form(char32_t c) {
  for (const Raised& pair : kRaised) {
    if (static_cast<char32_t>(pair.plain) == c) return pair.raised;
  }
  return c;
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// The last code point of `text` before byte `end`, and where it begins.
std::pair<char32_t, size_t> last_of(std::string_view text, size_t end) {
  size_t at = end;
  while (at > 0) {
    --at;
    if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80) break;
  }
  if (end == 0) return {0, 0};
  return {decode_utf8(text, at).value, at};
}

bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0xAD; }

// A word of letters alone is cited whole: no figure begins or ends inside it.
bool needs_edges(std::string_view text) {
  return !std::all_of(text.begin(), text.end(),
                      [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

bool is_number_mark(char c) { return c == '.' || c == ','; }

// Whether a line ends inside a number: at its mark, digits on both sides.
bool is_broken_number(std::string_view before, std::string_view after) {
  if (before.size() < 2 || after.empty()) return false;
  const char last = before.back(), first = after.front();
  if (is_number_mark(last))
    return is_ascii_digit(before[before.size() - 2]) && is_ascii_digit(first);
  return is_ascii_digit(last) && is_number_mark(first) && after.size() > 1 &&
         is_ascii_digit(after[1]);
}

// Whether a line ends inside a web address: its signs stand on both sides of the break.
bool is_broken_address(std::string_view before, std::string_view after) {
  constexpr std::string_view kSigns = "/?&=_%#";
  const size_t space = before.find_last_of(" \n\t");
  const std::string_view token = before.substr(space == before.npos ? 0 : space + 1);
  const bool address = token.find("://") != token.npos || token.starts_with("www.");
  if (!address || after.find("://") != after.npos) return false;
  const bool open = kSigns.find(token.back()) != kSigns.npos || token.back() == '-';
  const bool goes_on = after.find_first_of(kSigns) != after.npos;
  const bool ended = std::string_view(".,;:)>]").find(token.back()) != std::string_view::npos;
  return goes_on && (open || !ended);
}

void extend(Box& box, const Box& other) {
  box.x0 = std::min(box.x0, other.x0);
  box.y0 = std::min(box.y0, other.y0);
  box.x1 = std::max(box.x1, other.x1);
  box.y1 = std::max(box.y1, other.y1);
}

}  // namespace

DocumentBuilder::DocumentBuilder(const Reading& reading) : reading_(reading) {
  document_.metadata = reading.metadata;
  document_.warnings = reading.warnings;
  for (const ReadPage& page : reading.pages) {
    document_.pages.push_back({page.width, page.height, {}});
  }
  document_.words.reserve(reading.words.size());
  document_.text.reserve(reading.text.size() + reading.words.size());
  document_.edges.reserve(reading.edges.size());
  learn_compounds();
}

void DocumentBuilder::learn_compounds() {
  for (const ReadWord& word : reading_.words) {
    std::string_view text = word.text.of(reading_.text);
    const size_t hyphen = text.find('-');
    if (hyphen == std::string_view::npos || hyphen == 0 || hyphen + 1 >= text.size()) continue;
    // Punctuation around it is no part of the compound.
    while (!text.empty() && std::string_view(",.;:)\"!?").find(text.back()) != text.npos) {
      text.remove_suffix(1);
    }
    compounds_.emplace(text);
  }
}

bool DocumentBuilder::is_compound(std::string_view first, std::string_view second) const {
  while (!second.empty() && std::string_view(",.;:)\"!?").find(second.back()) != second.npos) {
    second.remove_suffix(1);
  }
  return compounds_.contains(std::string(first) + std::string(second));
}

void DocumentBuilder::part_blocks(bool item) {
  if (document_.text.empty()) return;
  const bool in_list =
      item && !document_.blocks.empty() && document_.blocks.back().role == BlockRole::kListItem;
  document_.text += in_list ? "\n" : "\n\n";
}

uint32_t DocumentBuilder::add_block(BlockRole role, uint8_t level,
                                    std::span<const PlacedLine> lines) {
  const bool empty =
      std::all_of(lines.begin(), lines.end(), [](const PlacedLine& line) { return line.empty(); });
  if (empty) return kNoIndex;
  part_blocks(role == BlockRole::kListItem);
  Block block;
  block.role = role;
  block.level = level;
  const size_t first_word = document_.words.size();
  block.span = add_lines(lines, '\n');
  block.page = document_.words[first_word].page;
  document_.blocks.push_back(block);
  return static_cast<uint32_t>(document_.blocks.size() - 1);
}

void DocumentBuilder::begin_table() {
  part_blocks(false);
  table_ = {};
  table_begin_ = size();
}

void DocumentBuilder::add_cell(Cell cell, std::span<const PlacedLine> lines) {
  if (!table_.cells.empty()) document_.text += table_.cells.back().row == cell.row ? '\t' : '\n';
  const size_t first_word = document_.words.size();
  cell.span = add_lines(lines, ' ');
  if (first_word < document_.words.size()) {
    cell.page = document_.words[first_word].page;
    cell.box = document_.words[first_word].box;
    for (size_t i = first_word; i < document_.words.size(); ++i) {
      if (document_.words[i].page == cell.page) extend(cell.box, document_.words[i].box);
    }
  }
  table_.cells.push_back(cell);
}

uint32_t DocumentBuilder::end_table(Table table) {
  table.cells = std::move(table_.cells);
  while (size() > table_begin_ &&
         (document_.text.back() == '\t' || document_.text.back() == '\n')) {
    document_.text.pop_back();
  }
  table.span = {table_begin_, size()};
  Block block;
  block.role = BlockRole::kTable;
  block.span = table.span;
  block.table = static_cast<uint32_t>(document_.tables.size());
  for (Cell& cell : table.cells) {
    cell.span.begin = std::min(cell.span.begin, table.span.end);
    cell.span.end = std::min(cell.span.end, table.span.end);
    if (block.page == kNoIndex) block.page = cell.page;
  }
  document_.blocks.push_back(block);
  document_.tables.push_back(std::move(table));
  return block.table;
}

Span DocumentBuilder::add_lines(std::span<const PlacedLine> lines, char line_end) {
  const uint32_t begin = size();
  for (const PlacedLine& line : lines) {
    if (line.empty()) continue;
    if (size() > begin) {
      const ReadWord& next = reading_.words[line.front().source];
      const std::string_view words = next.text.of(reading_.text);
      // A narrow cell breaks numbers at their marks: "80.000,⏎00".
      bool glued = is_broken_address(document_.text, words) ||
                   (line_end == ' ' && is_broken_number(document_.text, words));
      if (!glued && !join_hyphenated(words, glued) && !glued) {
        document_.text += line_end;
      }
    }
    add_line(line);
  }
  return {begin, size()};
}

// Whether the text's last word goes on in `next`; takes its hyphen away then. `glued` where the
// hyphen stays and no space follows: "Emilia-⏎Romagna", "Covid-⏎19".
bool DocumentBuilder::join_hyphenated(std::string_view next, bool& glued) {
  Word& word = document_.words.back();
  const std::string_view text = document_.text;
  const auto [hyphen, at] = last_of(text, text.size());
  if (!is_hyphen(hyphen) || at <= word.span.begin || next.empty()) return false;
  if (!is_letter(last_of(text, at).first)) return false;
  const char32_t first = decode_utf8(next, 0).value;
  const bool lower = is_letter(first) && !is_upper(first);
  if (hyphen != 0xAD) {
    glued = is_upper(first) || (first >= '0' && first <= '9');
    if (glued || !lower) return false;
    if (is_compound(word.span.of(text), next)) {
      glued = true;
      return false;
    }
  } else if (!lower) {
    return false;
  }
  document_.text.resize(at);
  word.span.end = size();
  document_.lines.back().span.end = size();
  if (word.edge_count > 1) {
    --word.edge_count;
    trim_box(word);
  }
  return true;
}

// Moves the far side of a word's box to its last glyph edge.
void DocumentBuilder::trim_box(Word& word) const {
  const float edge = document_.edges[word.first_edge + word.edge_count - 1u];
  switch (document_.styles[word.style].rotation) {
    case 90:
      word.box.y1 = edge;
      break;
    case 180:
      word.box.x0 = edge;
      break;
    case 270:
      word.box.y0 = edge;
      break;
    default:
      word.box.x1 = edge;
  }
}

void DocumentBuilder::add_line(const PlacedLine& line) {
  Line out;
  out.span.begin = size();
  bool first = true;
  for (const PlacedWord& placed : line) {
    if (!first && placed.separator != '\0') document_.text += placed.separator;
    add_word(placed);
    const Word& word = document_.words.back();
    if (first) {
      out.page = word.page;
      out.box = word.box;
    } else {
      extend(out.box, word.box);
    }
    first = false;
  }
  out.span.end = size();
  document_.lines.push_back(out);
}

void DocumentBuilder::add_word(const PlacedWord& placed) {
  const ReadWord& read = reading_.words[placed.source];
  const uint32_t marked = read.text.begin + placed.mark;
  if (placed.mark == 0 || marked >= read.text.end) {
    add_part(read, read.text, placed.raised || placed.mark > 0);
    return;
  }
  add_part(read, {read.text.begin, marked}, true);
  document_.text += ' ';
  add_part(read, {marked, read.text.end}, false);
}

// A part of a word as a word of its own, its box cut at the glyph edges.
void DocumentBuilder::add_part(const ReadWord& read, Span part, bool raised) {
  const std::string_view text = part.of(reading_.text);
  Word word;
  word.span.begin = size();
  if (raised && has_digit(text)) {
    for (size_t at = 0; at < text.size();) {
      const CodePoint c = decode_utf8(text, at);
      append_utf8(document_.text, raised_form(c.value));
      at += c.size;
    }
  } else {
    document_.text += text;
  }
  word.span.end = size();
  word.page = read.page;
  word.box = read.box;
  word.style = style_of(read);
  if (read.edge_count > 0 && needs_edges(text)) {
    const auto before = count_code_points(Span{read.text.begin, part.begin}.of(reading_.text));
    const auto edges =
        reading_.edges.begin() + static_cast<std::ptrdiff_t>(read.first_edge + before);
    const size_t count = part == read.text ? read.edge_count : count_code_points(text) + 1;
    word.first_edge = static_cast<uint32_t>(document_.edges.size());
    word.edge_count = static_cast<uint16_t>(count);
    document_.edges.insert(document_.edges.end(), edges,
                           edges + static_cast<std::ptrdiff_t>(count));
    if (part.end < read.text.end) trim_box(word);
  }
  document_.words.push_back(word);
}

uint16_t DocumentBuilder::style_of(const ReadWord& word) {
  // Half points: finer differences come from scaling.
  const float font_size = std::round(word.font_size * 2) / 2;
  const auto key = std::make_tuple(font_size, word.bold, word.italic, word.rotation);
  const auto found = styles_.find(key);
  if (found != styles_.end()) return found->second;
  if (document_.styles.size() > 0xFFFF) return 0;
  const auto index = static_cast<uint16_t>(document_.styles.size());
  document_.styles.push_back({font_size, word.bold, word.italic, word.rotation});
  styles_.emplace(key, index);
  return index;
}

Document DocumentBuilder::take() {
  // A page's text goes from its first word to the next page's first; a paragraph that runs over
  // the page's end is cut where its words change pages.
  uint32_t end = size();
  std::vector<uint32_t> first(document_.pages.size(), kNoIndex);
  for (const Block& block : document_.blocks) {
    if (block.role == BlockRole::kPageHeader || block.role == BlockRole::kPageFooter ||
        block.role == BlockRole::kNote) {
      continue;
    }
    const auto begin =
        std::lower_bound(document_.words.begin(), document_.words.end(), block.span.begin,
                         [](const Word& word, uint32_t at) { return word.span.begin < at; });
    for (auto word = begin; word != document_.words.end() && word->span.begin < block.span.end;
         ++word) {
      if (word->page < first.size()) {
        first[word->page] = std::min(first[word->page], word->span.begin);
      }
    }
  }
  for (size_t page = document_.pages.size(); page-- > 0;) {
    const uint32_t begin = std::min(first[page] == kNoIndex ? end : first[page], end);
    document_.pages[page].span = {begin, end};
    end = begin;
  }
  return std::move(document_);
}

}  // namespace cifra
