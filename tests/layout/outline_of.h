// A document's blocks as lines of text, so that a test's expectation can be read.

#pragma once

#include <gtest/gtest.h>

#include <cctype>
#include <string>

#include "core/document/document.h"

namespace cifra {

inline std::string words_of(std::string_view text) {
  std::string result;
  for (char c : text) {
    if (c == '\n') {
      while (result.ends_with(' ')) result.pop_back();
      if (!result.ends_with('/')) result += '/';
    } else if (!(c == ' ' && (result.ends_with('/') || result.ends_with(' ')))) {
      result += c;
    }
  }
  return result;
}

// One block a line: role and level, '<' and the lead block's number, '^' and the heading's, then
// the words with '/' for a line end.
inline std::string outline_of(const Document& document) {
  constexpr std::string_view kNames[] = {"p", "h", "li", "cap", "note", "head", "foot", "table"};
  std::string result;
  for (const Block& block : document.blocks) {
    result += kNames[static_cast<size_t>(block.role)];
    if (block.role == BlockRole::kHeading || block.role == BlockRole::kListItem) {
      result += std::to_string(block.level);
    }
    if (block.lead != kNoIndex) result += '<' + std::to_string(block.lead);
    if (block.heading != kNoIndex) result += '^' + std::to_string(block.heading);
    result += ' ' + words_of(document.of(block.span)) + '\n';
  }
  return result;
}

// Every byte that is no white space lies in one block, and blocks do not overlap.
inline void expect_blocks_cover_text(const Document& document, std::string_view name) {
  uint32_t at = 0;
  for (size_t i = 0; i <= document.blocks.size(); ++i) {
    const auto end = i < document.blocks.size() ? document.blocks[i].span.begin
                                                : static_cast<uint32_t>(document.text.size());
    EXPECT_GE(end, at) << name;
    for (; at < end; ++at) {
      EXPECT_TRUE(std::isspace(static_cast<unsigned char>(document.text[at]))) << name << " " << at;
    }
    if (i < document.blocks.size()) at = document.blocks[i].span.end;
  }
}

}  // namespace cifra
