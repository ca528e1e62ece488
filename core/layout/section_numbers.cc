#include "core/layout/section_numbers.h"

#include "core/text/folding.h"
#include "core/text/utf8.h"

namespace cifra {
namespace {

struct Numbered {
  size_t block = 0;
  uint32_t number = 0;
  uint32_t size = 0;
};

// "3 Chi non cerca", "2.1 I tassi": at most two digits a part, then a space and a capital.
Numbered numbered(std::string_view heading, size_t block) {
  uint32_t number = 0, digits = 0;
  size_t at = 0;
  bool parts = false;
  for (; at < heading.size(); ++at) {
    const char c = heading[at];
    if (c >= '0' && c <= '9') {
      if (++digits > 2) return {};
      if (!parts) number = number * 10 + static_cast<uint32_t>(c - '0');
    } else if (c == '.' && digits > 0) {
      parts = true;
      digits = 0;
    } else {
      break;
    }
  }
  if (number == 0 || at >= heading.size()) return {};
  size_t word = at;
  while (word < heading.size() && is_space(decode_utf8(heading, word).value)) {
    word += decode_utf8(heading, word).size;
  }
  if (word == at || word >= heading.size() || !is_upper(decode_utf8(heading, word).value)) {
    return {};
  }
  return {block, number, static_cast<uint32_t>(word)};
}

}  // namespace

std::vector<uint32_t> section_number_sizes(const Document& document) {
  std::vector<uint32_t> sizes(document.blocks.size());
  std::vector<Numbered> run;  // headings that count 1, 1.1, 2, …
  for (size_t i = 0; i < document.blocks.size(); ++i) {
    if (document.blocks[i].role != BlockRole::kHeading) continue;
    const Numbered heading = numbered(document.of(document.blocks[i].span), i);
    if (heading.size == 0) continue;
    const uint32_t last = run.empty() ? 0 : run.back().number;
    if (heading.number == last || heading.number == last + 1) run.push_back(heading);
  }
  if (run.empty() || run.back().number < 2) return sizes;
  for (const Numbered& heading : run) sizes[heading.block] = heading.size;
  return sizes;
}

}  // namespace cifra
