#include "page_words.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace cifra::pdf {
namespace {

constexpr size_t kMostGlyphs = 4096;  // in a word; longer ones carry no edges

// Name parts, lower case, that say a font is bold or slanted.
constexpr std::array<std::string_view, 6> kBold = {"bold", "black",  "heavy",
                                                   "demi", "ultrab", "-bd"};
constexpr std::array<std::string_view, 4> kItalic = {"italic", "oblique", "slanted", "corsivo"};

void append_utf8(uint32_t c, std::string& out) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

// Poppler's strings are UTF-16; its own to_utf8() opens an iconv for each. Returns code points.
size_t append_utf8(const poppler::ustring& text, std::string& out) {
  size_t count = 0;
  for (size_t i = 0; i < text.size(); ++i, ++count) {
    uint32_t c = text[i];
    const bool high = c >= 0xD800 && c < 0xDC00;
    if (high && i + 1 < text.size() && text[i + 1] >= 0xDC00 && text[i + 1] < 0xE000) {
      c = 0x10000 + ((c - 0xD800) << 10) + (text[i + 1] - 0xDC00u);
      ++i;
    } else if (c >= 0xD800 && c < 0xE000) {
      c = 0xFFFD;
    }
    append_utf8(c, out);
  }
  return count;
}

bool has_any(std::string_view text, std::span<const std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
    return text.find(part) != std::string_view::npos;
  });
}

// Edges along the writing direction: the near side of each glyph and the far side of the last.
void append_edges(const poppler::text_box& box, size_t glyphs, int32_t rotation,
                  std::vector<float>& edges) {
  const auto side = [rotation](const poppler::rectf& r, bool far) {
    switch (rotation) {
      case 90:
        return static_cast<float>(far ? r.bottom() : r.top());
      case 180:
        return static_cast<float>(far ? r.left() : r.right());
      case 270:
        return static_cast<float>(far ? r.top() : r.bottom());
      default:
        return static_cast<float>(far ? r.right() : r.left());
    }
  };
  poppler::rectf last;
  for (size_t i = 0; i < glyphs; ++i) {
    last = box.char_bbox(i);
    edges.push_back(side(last, false));
  }
  edges.push_back(side(last, true));
}

uint32_t font_index(std::string name, std::vector<PageFont>& fonts) {
  // Neighbours mostly share a font: look from the last one found.
  for (size_t i = fonts.size(); i-- > 0;) {
    if (fonts[i].name == name) return static_cast<uint32_t>(i);
  }
  fonts.push_back(font_of(std::move(name)));
  return static_cast<uint32_t>(fonts.size() - 1);
}

}  // namespace

std::string to_utf8(const poppler::ustring& text) {
  std::string out;
  append_utf8(text, out);
  return out;
}

PageFont font_of(std::string name) {
  std::string lower = name;
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  // The six letters before "+" are random.
  std::string_view style = lower;
  if (style.size() > 7 && style[6] == '+') style.remove_prefix(7);
  return {std::move(name), has_any(style, kBold), has_any(style, kItalic)};
}

void read_page(const poppler::page& page, PageText& out) {
  out.text.clear();
  out.edges.clear();
  out.words.clear();
  out.fonts.clear();

  const poppler::rectf crop = page.page_rect(poppler::crop_box);
  out.width = static_cast<float>(crop.width());
  out.height = static_cast<float>(crop.height());
  switch (page.orientation()) {
    case poppler::page::landscape:
      out.rotation = 90;
      break;
    case poppler::page::upside_down:
      out.rotation = 180;
      break;
    case poppler::page::seascape:
      out.rotation = 270;
      break;
    default:
      out.rotation = 0;
  }
  if (out.rotation == 90 || out.rotation == 270) std::swap(out.width, out.height);

  for (const poppler::text_box& box : page.text_list(poppler::page::text_list_include_font)) {
    const poppler::ustring text = box.text();
    PageWord word;
    word.text_begin = static_cast<uint32_t>(out.text.size());
    const size_t glyphs = append_utf8(text, out.text);
    word.text_end = static_cast<uint32_t>(out.text.size());
    if (glyphs == 0) continue;
    const poppler::rectf r = box.bbox();
    word.box = {static_cast<float>(r.left()), static_cast<float>(r.top()),
                static_cast<float>(r.right()), static_cast<float>(r.bottom())};
    if (!std::isfinite(r.left() + r.top() + r.right() + r.bottom())) continue;
    word.rotation = box.rotation() * 90;
    word.space_after = box.has_space_after();
    if (box.has_font_info()) {
      word.font_size = static_cast<float>(box.get_font_size());
      word.font = font_index(box.get_font_name(), out.fonts);
    } else {
      word.font = font_index({}, out.fonts);
    }
    word.first_edge = static_cast<uint32_t>(out.edges.size());
    if (glyphs <= kMostGlyphs) append_edges(box, glyphs, word.rotation, out.edges);
    word.edge_count = static_cast<uint32_t>(out.edges.size()) - word.first_edge;
    out.words.push_back(word);
  }
}

}  // namespace cifra::pdf
