// Paints pages of words as a PDF reader would push them: every glyph half an em wide, words parted
// by a quarter of an em, boxes from 0.8 em above the baseline to 0.2 em below it.

#pragma once

#include <string>
#include <string_view>

#include "core/document/reading.h"
#include "core/text/utf8.h"

namespace cifra {

struct Brush {
  float size = 10;
  bool bold = false;
  float space = 0.25f;      // between words, of the size
  bool space_after = true;  // after the last word
  uint16_t rotation = 0;    // 90: x and y of line() are those of the page turned upright
};

class PagePainter {
 public:
  PagePainter& page(float width = 600, float height = 800) {
    reading_.pages.push_back({width, height});
    return *this;
  }

  // Words parted by spaces, from x on, on the baseline y. Returns where the line ends.
  float line(float x, float y, std::string_view text, const Brush& brush = {}) {
    while (!text.empty()) {
      const size_t end = std::min(text.find(' '), text.size());
      const bool last = end == text.size();
      if (end > 0) x = word(x, y, text.substr(0, end), brush, !last || brush.space_after);
      text.remove_prefix(last ? end : end + 1);
      if (!text.empty()) x += brush.space * brush.size;
    }
    return x;
  }

  // Each line 1.2 em below the one before; returns the baseline after the last.
  float lines(float x, float y, std::initializer_list<std::string_view> texts,
              const Brush& brush = {}) {
    for (const std::string_view text : texts) {
      line(x, y, text, brush);
      y += 1.2f * brush.size;
    }
    return y;
  }

  Reading take() { return std::move(reading_); }

 private:
  float word(float x, float y, std::string_view text, const Brush& brush, bool space_after) {
    ReadWord word;
    word.text.begin = static_cast<uint32_t>(reading_.text.size());
    reading_.text += text;
    word.text.end = static_cast<uint32_t>(reading_.text.size());
    word.page = static_cast<uint32_t>(reading_.pages.size() - 1);
    const auto glyphs = count_code_points(text);
    const float advance = brush.size / 2;
    const float end = x + static_cast<float>(glyphs) * advance;
    word.first_edge = static_cast<uint32_t>(reading_.edges.size());
    word.edge_count = static_cast<uint16_t>(glyphs + 1);
    const float top = y - 0.8f * brush.size, bottom = y + 0.2f * brush.size;
    const float width = reading_.pages.back().width;
    if (brush.rotation == 90) {
      word.box = {width - bottom, x, width - top, end};
    } else {
      word.box = {x, top, end, bottom};
    }
    for (size_t i = 0; i <= glyphs; ++i) {
      reading_.edges.push_back(x + static_cast<float>(i) * advance);
    }
    word.font_size = brush.size;
    word.bold = brush.bold;
    word.rotation = brush.rotation;
    word.space_after = space_after;
    reading_.words.push_back(word);
    return end;
  }

  Reading reading_;
};

}  // namespace cifra
