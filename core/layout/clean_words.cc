#include "core/layout/clean_words.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <array>
#include <string_view>
#include <utility>

#include "core/text/utf8.h"

namespace cifra {
namespace {

constexpr char32_t kBullet = 0x2022;

// One glyph and what it is in plain letters: ligatures, and letter-like symbols NFC spells as
// letters.
struct Ligature {
  char32_t glyph;
  std::u32string_view letters;
};
constexpr std::array<Ligature, 10> kLigatures = {{{0xFB00, U"ff"},
                                                  {0xFB01, U"fi"},
                                                  {0xFB02, U"fl"},
                                                  {0xFB03, U"ffi"},
                                                  {0xFB04, U"ffl"},
                                                  {0xFB05, U"st"},
                                                  {0xFB06, U"st"},
                                                  {0x2126, U"\u03A9"},
                                                  {0x212A, U"K"},
                                                  {0x212B, U"\u00C5"}}};

bool is_private(char32_t c) { return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000; }

bool is_dropped(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || is_private(c) || c == kReplacement ||
         (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || c == 0x2060 || c == 0xFEFF;
}

bool is_combining(char32_t c) { return c >= 0x300 && c < 0x370; }

// A word taken apart into code points, each with the edges before and after it.
struct Glyph {
  char32_t value;
  float begin, end;
};

class WordCleaner {
 public:
  explicit WordCleaner(Reading& reading) : reading_(reading) {
    UErrorCode status = U_ZERO_ERROR;
    nfc_ = icu::Normalizer2::getNFCInstance(status);
  }

  // False where nothing is left of the word.
  bool clean(ReadWord& word) {
    const std::string_view text = word.text.of(reading_.text);
    bool plain = true;
    for (const char c : text) plain = plain && c >= 0x20 && c < 0x7F;
    if (plain) {
      if (word.edge_count != text.size() + 1) word.edge_count = 0;
      return !text.empty();
    }
    take_apart(text, word);
    mend(word);
    put_back(word);
    return !glyphs_.empty();
  }

 private:
  void take_apart(std::string_view text, const ReadWord& word) {
    glyphs_.clear();
    only_private_ = true;
    const bool has_edges = word.edge_count == count_code_points(text) + 1;
    const float* edges = has_edges ? reading_.edges.data() + word.first_edge : nullptr;
    has_edges_ = has_edges;
    for (size_t at = 0, i = 0; at < text.size(); ++i) {
      const CodePoint c = decode_utf8(text, at);
      at += c.size;
      only_private_ = only_private_ && is_private(c.value);
      glyphs_.push_back({c.value, edges ? edges[i] : 0, edges ? edges[i + 1] : 0});
    }
  }

  void mend(const ReadWord& word) {
    if (only_private_ && glyphs_.size() == 1 && word.rotation == 0) {
      glyphs_[0].value = kBullet;
      return;
    }
    mended_.clear();
    for (size_t i = 0; i < glyphs_.size(); ++i) {
      const Glyph& glyph = glyphs_[i];
      if (is_dropped(glyph.value)) continue;
      // A soft hyphen shows at a line's end only.
      if (glyph.value == 0xAD && i + 1 < glyphs_.size()) continue;
      if (is_combining(glyph.value) && !mended_.empty() && compose(glyph)) continue;
      if (!expand(glyph)) mended_.push_back(glyph);
    }
    glyphs_.swap(mended_);
  }

  // Joins an accent to the letter before it; false where there is no such letter.
  bool compose(const Glyph& accent) {
    Glyph& base = mended_.back();
    const char32_t pair[] = {base.value, accent.value};
    const icu::UnicodeString decomposed =
        icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(pair), 2);
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString composed = nfc_->normalize(decomposed, status);
    if (U_FAILURE(status) || composed.countChar32() != 1) {
      // "trasmissibilità" with the accent once in the letter and once beside it.
      return base.value >= 0xC0 && base.value < 0x180;
    }
    base.value = static_cast<char32_t>(composed.char32At(0));
    base.end = std::max(base.end, accent.end);
    return true;
  }

  bool expand(const Glyph& glyph) {
    for (const Ligature& ligature : kLigatures) {
      if (ligature.glyph != glyph.value) continue;
      const auto count = static_cast<float>(ligature.letters.size());
      const float step = (glyph.end - glyph.begin) / count;
      float begin = glyph.begin;
      for (const char32_t letter : ligature.letters) {
        mended_.push_back({letter, begin, begin + step});
        begin += step;
      }
      return true;
    }
    return false;
  }

  void put_back(ReadWord& word) {
    word.text.begin = static_cast<uint32_t>(reading_.text.size());
    for (const Glyph& glyph : glyphs_) append_utf8(reading_.text, glyph.value);
    word.text.end = static_cast<uint32_t>(reading_.text.size());
    word.edge_count = 0;
    if (!has_edges_ || glyphs_.empty()) return;
    word.first_edge = static_cast<uint32_t>(reading_.edges.size());
    for (const Glyph& glyph : glyphs_) reading_.edges.push_back(glyph.begin);
    reading_.edges.push_back(glyphs_.back().end);
    word.edge_count = static_cast<uint16_t>(glyphs_.size() + 1);
  }

  Reading& reading_;
  const icu::Normalizer2* nfc_ = nullptr;
  std::vector<Glyph> glyphs_, mended_;
  bool only_private_ = false, has_edges_ = false;
};

}  // namespace

void clean_words(Reading& reading) {
  WordCleaner cleaner(reading);
  std::erase_if(reading.words, [&](ReadWord& word) { return !cleaner.clean(word); });
}

}  // namespace cifra
