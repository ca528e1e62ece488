// The words of one page as poppler-cpp gives them, in the terms of the ABI.

#pragma once

#include <poppler-page.h>

#include <string>
#include <vector>

#include "cifra_plugin.hpp"

namespace cifra::pdf {

struct PageWord {
  uint32_t text_begin = 0, text_end = 0;    // into PageText::text
  uint32_t first_edge = 0, edge_count = 0;  // into PageText::edges
  cifra_box box{};
  float font_size = 0;
  int32_t rotation = 0;
  bool space_after = true;
  uint32_t font = 0;  // into PageText::fonts
};

struct PageFont {
  std::string name;
  bool bold = false, italic = false;
};

// Kept from page to page so that its memory is used again.
struct PageText {
  std::string text;
  std::vector<float> edges;
  std::vector<PageWord> words;
  std::vector<PageFont> fonts;
  float width = 0, height = 0;  // as displayed
  int32_t rotation = 0;         // degrees clockwise

  std::string_view text_of(const PageWord& word) const {
    return std::string_view(text).substr(word.text_begin, word.text_end - word.text_begin);
  }
};

// Asks Poppler for the page's text once; that call is nearly all a PDF costs.
void read_page(const poppler::page& page, PageText& out);

std::string to_utf8(const poppler::ustring& text);

// What a font's name says: "ABCDEE+Calibri-BoldItalic".
PageFont font_of(std::string name);

}  // namespace cifra::pdf
