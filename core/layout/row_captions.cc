#include "core/layout/row_captions.h"

#include <algorithm>
#include <string_view>

#include "core/text/ascii_letters.h"

namespace cifra {
namespace {

constexpr size_t kLongestLine = 160;     // bytes; what is longer is prose
constexpr size_t kLongestCaption = 400;  // bytes
constexpr uint32_t kFewestRows = 2;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

// A line that ends no sentence.
bool is_line(const Document& document, const Block& block) {
  if (block.role != BlockRole::kParagraph && block.role != BlockRole::kHeading &&
      block.role != BlockRole::kCaption) {
    return false;
  }
  const std::string_view text = trimmed(document.of(block.span));
  return !text.empty() && text.size() <= kLongestLine &&
         std::string_view(".;!?").find(text.back()) == std::string_view::npos;
}

// "Lazio (372 su 378) 18,8 / 55,4", "2019 16,4 (+7,3%)", "231": its last word, brackets left aside,
// holds a digit.
bool is_row(std::string_view text) {
  text = trimmed(text);
  while (text.ends_with(')')) {
    const size_t open = text.rfind('(');
    if (open == std::string_view::npos) break;
    text = trimmed(text.substr(0, open));
  }
  const size_t space = text.find_last_of(" \t\n");
  const std::string_view last = space == std::string_view::npos ? text : text.substr(space + 1);
  return std::any_of(last.begin(), last.end(), is_ascii_digit);
}

}  // namespace

std::vector<Span> row_captions(const Document& document) {
  std::vector<Span> captions(document.blocks.size());
  if (!document.pages.empty()) return captions;
  const auto size = static_cast<uint32_t>(document.blocks.size());
  for (uint32_t first = 0; first < size;) {
    const auto row_at = [&](uint32_t i) { return is_row(document.of(document.blocks[i].span)); };
    uint32_t last = first;
    while (last < size && is_line(document, document.blocks[last]) && !row_at(last)) ++last;
    const uint32_t head = last;  // past the caption
    // "Produzione per regione (tonnellate)" among rows is the caption of those after it
    const auto is_caption = [&](uint32_t i) {
      return !row_at(i) && trimmed(document.of(document.blocks[i].span)).ends_with(')');
    };
    while (last < size && is_line(document, document.blocks[last]) && !is_caption(last)) ++last;
    uint32_t rows = 0;
    for (uint32_t i = head; i < last; ++i) rows += row_at(i) ? 1 : 0;
    if (head > first && rows >= kFewestRows) {
      Span caption{document.blocks[first].span.begin, document.blocks[head - 1].span.end};
      if (caption.size() > kLongestCaption) {
        caption.begin = document.blocks[head - 1].span.begin;
      }
      for (uint32_t i = head; i < last; ++i) captions[i] = caption;
    }
    first = std::max(last, first + 1);
  }
  return captions;
}

}  // namespace cifra
