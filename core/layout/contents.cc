#include "core/layout/contents.h"

#include <algorithm>
#include <string_view>

#include "core/text/ascii_letters.h"

namespace cifra {
namespace {

constexpr size_t kFewest = 5;     // lines without dots, to be a table of contents
constexpr size_t kLeader = 4;     // dots, to need no others
constexpr uint32_t kBeyond = 40;  // a cover and front pages are counted apart
constexpr size_t kLongest = 400;  // bytes

struct Entry {
  uint32_t block;
  uint32_t page;
  bool dotted;
};

bool has_letters(std::string_view text) {
  return std::count_if(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
         }) >= 2;
}

// "2.1 Premessa ........ 3" and "Premessa⇥3"; `page` is left at 0 where dots end the line.
bool is_entry(std::string_view text, Entry& entry) {
  if (text.size() > kLongest) return false;
  size_t end = text.size();
  size_t digit = end;
  while (digit > 0 && is_ascii_digit(text[digit - 1])) --digit;
  if (end - digit > 4) return false;
  entry.page = 0;
  for (const char c : text.substr(digit)) {
    entry.page = entry.page * 10 + static_cast<uint32_t>(c - '0');
  }
  size_t dots = 0;
  size_t at = digit;
  bool tab = false;
  while (at > 0 && std::string_view(". _\t\n").find(text[at - 1]) != std::string_view::npos) {
    --at;
    dots += text[at] == '.' || text[at] == '_';
    tab = tab || text[at] == '\t';
  }
  entry.dotted = dots >= kLeader;
  if (!entry.dotted && (!tab || digit == end)) return false;
  const std::string_view title = text.substr(0, at);
  return has_letters(title) && title.find('\t') == std::string_view::npos;
}

}  // namespace

std::vector<bool> contents_lines(const Document& document) {
  std::vector<bool> contents(document.blocks.size());
  std::vector<Entry> run;
  const auto pages = static_cast<uint32_t>(document.pages.size());
  const auto close = [&] {
    if (run.size() >= kFewest) {
      for (const Entry& entry : run) contents[entry.block] = true;
    }
    run.clear();
  };
  for (uint32_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    Entry entry{i, 0, false};
    const bool prose = block.role != BlockRole::kTable && block.role != BlockRole::kPageHeader &&
                       block.role != BlockRole::kPageFooter;
    if (!prose) continue;
    if (!is_entry(document.of(block.span), entry)) {
      close();
      continue;
    }
    if (entry.dotted) contents[i] = true;
    if (entry.page == 0 || entry.page > pages + kBeyond) continue;
    if (!run.empty() && entry.page < run.back().page) close();
    run.push_back(entry);
  }
  close();
  return contents;
}

}  // namespace cifra
