#include "core/pipeline/issuer.h"

#include <algorithm>

#include "core/lexicon/issuers.h"
#include "core/lexicon/line_words.h"
#include "core/pipeline/metadata_text.h"
#include "core/text/folding.h"
#include "core/text/one_line.h"
#include "core/text/utf8.h"

namespace cifra {
namespace {

constexpr size_t kLongestLetterhead = 240;  // bytes of a block; more is prose about an office

// "MINISTERO DELL'ECONOMIA E DELLE FINANZE" → "Ministero dell'Economia e delle Finanze".
std::string readable(std::string_view name) {
  const bool capitals = std::ranges::none_of(name, [](char c) { return c >= 'a' && c <= 'z'; });
  if (!capitals) return std::string(name);
  std::string result;
  bool start = true;
  std::string word;
  const auto flush = [&] {
    if (word.empty()) return;
    const bool small = !result.empty() &&
                       std::ranges::find(lexicon::kOpenWords, word) != lexicon::kOpenWords.end();
    const CodePoint first = decode_utf8(word, 0);
    if (small || (!result.empty() && !start)) {
      result += word;
    } else {
      // The capital is in the name itself, at the same place.
      result += name.substr(result.size(), first.size);
      result += word.substr(first.size);
    }
    word.clear();
  };
  for (size_t at = 0; at < name.size();) {
    const CodePoint point = decode_utf8(name, at);
    if (is_letter(point.value)) {
      // Lower case keeps the accent, which folding would drop.
      const bool ascii = point.value < 0x80;
      const bool latin = point.value >= 0xC0 && point.value <= 0xDE;
      append_utf8(
          word, ascii || latin ? point.value + (is_upper(point.value) ? 0x20U : 0U) : point.value);
    } else {
      const bool elided = point.value == '\'' || point.value == 0x2019;
      if (elided && (word == "dell" || word == "all" || word == "nell" || word == "sull" ||
                     word == "l" || word == "d")) {
        result += word;
        word.clear();
      } else {
        flush();
      }
      result += name.substr(at, point.size);
    }
    at += point.size;
  }
  flush();
  return result;
}

// The part of a line up to a bar or a spaced dash.
std::string_view first_part(std::string_view line) {
  for (std::string_view sign : {" | ", " - ", " – ", " — "}) {
    line = line.substr(0, std::min(line.find(sign), line.size()));
  }
  return trimmed(line);
}

}  // namespace

std::string issuer_in_block(std::string_view block) {
  if (block.size() > kLongestLetterhead) return {};
  for (size_t begin = 0; begin < block.size();) {
    const size_t end = std::min(block.find('\n', begin), block.size());
    std::string_view line = first_part(trimmed(block.substr(begin, end - begin)));
    begin = end + 1;
    for (std::string_view article : {"IL ", "LA ", "Il ", "La ", "L'", "L’"}) {
      if (line.starts_with(article) && names_issuer(line.substr(article.size()))) {
        line.remove_prefix(article.size());
        break;
      }
    }
    const bool sentence = line.ends_with(".") || line.ends_with(";") || line.ends_with(":");
    if (names_issuer(line) && !sentence) return readable(one_line(line));
  }
  return {};
}

std::string issuer_in_text(const Document& document) {
  const size_t count = std::min<size_t>(document.blocks.size(), 12);
  for (size_t i = 0; i < count; ++i) {
    const Block& block = document.blocks[i];
    if (!is_prose(block)) continue;
    std::string name = issuer_in_block(document.of(block.span));
    if (!name.empty()) return name;
  }
  return {};
}

}  // namespace cifra
