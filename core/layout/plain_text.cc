#include "core/layout/plain_text.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "core/layout/outline.h"
#include "core/layout/text_headings.h"
#include "core/layout/text_lines.h"
#include "core/layout/text_paragraphs.h"
#include "core/layout/text_tables.h"
#include "core/text/normal_form.h"

namespace cifra {
namespace {

// A page for each stretch between form feeds; none where there is no form feed.
void set_pages(Document& document) {
  if (document.text.find('\f') == std::string::npos) return;
  uint32_t begin = 0;
  const auto size = static_cast<uint32_t>(document.text.size());
  while (begin < size) {
    const auto end = static_cast<uint32_t>(
        std::min<size_t>(document.text.find('\f', begin), document.text.size()));
    // A form feed at the very end opens no page.
    if (document.text.find_first_not_of(" \t\n\f", begin) == std::string::npos) break;
    document.pages.push_back({0, 0, {begin, std::min(end + 1, size)}});
    begin = end + 1;
  }
}

uint32_t page_of(const Document& document, uint32_t at) {
  const auto page = std::ranges::upper_bound(document.pages, at, {},
                                             [](const Page& one) { return one.span.end; });
  if (page == document.pages.end()) return kNoIndex;
  return static_cast<uint32_t>(page - document.pages.begin());
}

// "- 12 -", "Pagina 3 di 10", "12/40": digits, and few letters. Digits become '#'.
std::string without_digits(std::string_view line) {
  std::string result;
  for (char c : line) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit) {
      result += c;
    } else if (!result.ends_with('#')) {
      result += '#';
    }
  }
  return result;
}

// Lines at the top or bottom of pages that come again on other pages, and page numbers there.
// Only where form feeds tell the pages.
std::vector<BlockRole> furniture(std::string_view text, const std::vector<TextLine>& lines,
                                 const Document& document) {
  std::vector<BlockRole> roles(lines.size(), BlockRole::kParagraph);
  if (document.pages.size() < 2) return roles;
  constexpr size_t kEdge = 2;  // lines looked at on each side
  std::map<std::string, size_t> seen;
  std::vector<std::pair<size_t, BlockRole>> candidates;
  for (size_t begin = 0; begin < lines.size();) {
    size_t end = begin + 1;
    while (end < lines.size() && !lines[end].page_above) ++end;
    for (size_t i = begin; i < end; ++i) {
      const bool top = i - begin < kEdge, bottom = end - i <= kEdge;
      if (!top && !bottom) continue;
      candidates.emplace_back(i, bottom ? BlockRole::kPageFooter : BlockRole::kPageHeader);
      ++seen[without_digits(lines[i].span.of(text))];
    }
    begin = end;
  }
  const size_t often = std::max<size_t>(2, document.pages.size() / 2);
  for (const auto& [line, role] : candidates) {
    const std::string shape = without_digits(lines[line].span.of(text));
    const bool number = lines[line].columns <= 16 && shape.find('#') != std::string::npos &&
                        lines[line].end != LineEnd::kSentence;
    if (seen[shape] >= often && (number || lines[line].columns <= 100)) roles[line] = role;
  }
  return roles;
}

// Words without a stop right above a table name it.
void set_captions(const std::vector<TextLine>& lines, std::vector<TextParagraph>& paragraphs) {
  constexpr uint32_t kLongestCaption = 4;  // lines
  for (size_t i = 1; i < paragraphs.size(); ++i) {
    TextParagraph& above = paragraphs[i - 1];
    if (paragraphs[i].role != BlockRole::kTable || above.role != BlockRole::kParagraph) continue;
    const LineEnd end = lines[above.first_line + above.line_count - 1].end;
    const bool open = end == LineEnd::kOpen || end == LineEnd::kColon;
    if (open && above.line_count <= kLongestCaption &&
        lines[paragraphs[i].first_line].blank_above <= 1) {
      above.role = BlockRole::kCaption;
    }
  }
}

}  // namespace

Document lay_out_verbatim(Reading reading) {
  Document document;
  document.text = normal_form(reading.verbatim);
  document.metadata = std::move(reading.metadata);
  document.warnings = std::move(reading.warnings);
  set_pages(document);

  const std::vector<TextLine> lines = text_lines(document.text);
  std::vector<BlockRole> roles = furniture(document.text, lines, document);
  std::vector<TextTable> tables = find_text_tables(document.text, lines);
  for (const TextTable& table : tables) {
    std::fill_n(roles.begin() + table.first_line, table.line_count, BlockRole::kTable);
  }
  std::vector<TextParagraph> paragraphs = text_paragraphs(document.text, lines, roles);
  set_captions(lines, paragraphs);
  set_text_headings(document.text, lines, paragraphs);
  for (const TextParagraph& paragraph : paragraphs) {
    Block block;
    block.role = paragraph.role;
    block.level = paragraph.level;
    block.span = {lines[paragraph.first_line].span.begin,
                  lines[paragraph.first_line + paragraph.line_count - 1].span.end};
    block.page = page_of(document, block.span.begin);
    if (block.role == BlockRole::kTable) {
      const auto index = static_cast<uint32_t>(document.tables.size());
      Table& table = tables[index].table;
      block.table = index;
      if (!document.blocks.empty() && document.blocks.back().role == BlockRole::kCaption) {
        table.caption = static_cast<uint32_t>(document.blocks.size() - 1);
        document.blocks.back().table = index;
      }
      for (Cell& cell : table.cells) cell.page = block.page;
      document.tables.push_back(std::move(table));
    }
    document.blocks.push_back(block);
  }
  set_list_levels(document);
  set_outline(document);
  return document;
}

}  // namespace cifra
