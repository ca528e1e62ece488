// Reads PDF files through poppler-cpp; README.md says what comes out and what is refused.

#include <fontconfig/fontconfig.h>
#include <poppler-document.h>
#include <poppler-global.h>

#include <climits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "blank_page.h"
#include "cifra_plugin.hpp"
#include "file_check.h"
#include "page_words.h"
#include "text_check.h"
#include "title.h"

namespace cifra::pdf {
namespace {

constexpr float kMargin = 0.08f;           // of a page's side: where stamps and page numbers stand
constexpr size_t kMostStampWords = 90;     // on a page
constexpr uint64_t kScanPixels = 400'000;  // a page at 60 dpi
// At so many pages without text a look is taken; then they are pictures all. To look at a page is
// to unpack its pictures.
constexpr size_t kMostLooks = 12, kMostLooksAtPictures = 2;

// Pages that share a fate, from 0.
using Pages = std::vector<int>;

// "page 4", "pages 2, 5-7 and 9".
std::string names_of(const Pages& pages) {
  std::vector<std::string> runs;
  for (size_t i = 0; i < pages.size();) {
    size_t end = i + 1;
    while (end < pages.size() && pages[end] == pages[end - 1] + 1) ++end;
    const std::string first = std::to_string(pages[i] + 1);
    runs.push_back(end - i == 1 ? first : first + '-' + std::to_string(pages[end - 1] + 1));
    i = end;
  }
  std::string names = pages.size() == 1 ? "page " : "pages ";
  for (size_t i = 0; i < runs.size(); ++i) {
    if (i > 0) names += i + 1 == runs.size() ? " and " : ", ";
    names += runs[i];
  }
  return names;
}

// Only a few words, all in the outermost strips: a stamp, or a page number.
bool is_marginal(const PageText& page) {
  if (page.words.size() > kMostStampWords) return false;
  const float x = page.width * kMargin, y = page.height * kMargin;
  for (const PageWord& word : page.words) {
    const cifra_box& b = word.box;
    const bool inside = b.x1 > x && b.x0 < page.width - x && b.y1 > y && b.y0 < page.height - y;
    if (inside) return false;
  }
  return true;
}

// Whether a fifth of the page's letters stand in fonts whose letters are shifted.
bool is_garbled(const PageText& page, FontLetters& seen) {
  std::vector<uint32_t> letters(page.fonts.size());
  for (const PageWord& word : page.words) {
    letters[word.font] += word.text_end - word.text_begin;
    seen[page.fonts[word.font].name].count(page.text_of(word));
  }
  uint64_t garbled = 0, all = 0;
  for (size_t i = 0; i < page.fonts.size(); ++i) {
    all += letters[i];
    if (seen[page.fonts[i].name].is_garbled()) garbled += letters[i];
  }
  return garbled * 5 > all;
}

// Poppler looks for the machine's fonts in place of those a file does not carry. Text needs none,
// finding them takes long, and what is read must not depend on them.
void forget_the_fonts_of_the_machine() {
  FcConfig* none = FcConfigCreate();
  if (none == nullptr) return;
  FcConfigSetCurrent(none);
  FcConfigDestroy(none);  // the current one is held elsewhere
}

class PdfReader final : public plugin::Reader {
 public:
  PdfReader() { forget_the_fonts_of_the_machine(); }

  static constexpr const char* kMediaTypes = "application/pdf";
  static constexpr const char* kExtensions = ".pdf";
  static uint32_t sniff(std::string_view head, std::string_view) {
    const size_t at = head.substr(0, 1024).find("%PDF-");
    return at == 0 ? 100 : at != std::string_view::npos ? 80 : 0;
  }

  void read(std::string_view bytes, std::string_view, plugin::Sink& sink) override;

 private:
  enum class PageKind { kText, kEmpty, kStamp, kGarbled };

  PageKind judge(bool may_be_scanned);
  void emit(plugin::Sink& sink) const;

  PageText page_;
  FontLetters letters_;
};

void push_metadata(const poppler::document& document, plugin::Sink& sink) {
  if (const std::string title = usable_title(to_utf8(document.get_title())); !title.empty()) {
    sink.metadata("title", title);
  }
  if (const std::string producer = to_utf8(document.get_producer()); !producer.empty()) {
    sink.metadata("producer", producer);
  }
}

void PdfReader::emit(plugin::Sink& sink) const {
  for (const PageWord& word : page_.words) {
    plugin::Word out;
    out.text = page_.text_of(word);
    out.box = word.box;
    out.edges = std::span(page_.edges).subspan(word.first_edge, word.edge_count);
    out.font_size = word.font_size;
    out.rotation = word.rotation;
    out.bold = page_.fonts[word.font].bold;
    out.italic = page_.fonts[word.font].italic;
    out.space_after = word.space_after;
    out.font = page_.fonts[word.font].name;
    sink.word(out);
  }
}

PdfReader::PageKind PdfReader::judge(bool may_be_scanned) {
  if (page_.words.empty()) return PageKind::kEmpty;
  if (may_be_scanned && is_marginal(page_)) return PageKind::kStamp;
  if (is_garbled(page_, letters_)) return PageKind::kGarbled;
  return PageKind::kText;
}

void PdfReader::read(std::string_view bytes, std::string_view, plugin::Sink& sink) {
  if (const std::string refusal = refusal_of(bytes); !refusal.empty()) {
    throw plugin::Failure(refusal);
  }
  if (bytes.size() > INT_MAX) throw plugin::Failure("the file is larger than 2 GB");
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  const std::optional<std::string> colourless = without_output_intent(bytes);
  const std::string_view source = colourless ? *colourless : bytes;
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(source.data(), static_cast<int>(source.size())));
  if (document == nullptr) throw plugin::Failure("the PDF is damaged: it cannot be opened");
  if (document->is_locked()) {
    throw plugin::Failure("the file is encrypted and needs a password");
  }
  const int pages = document->pages();
  if (pages <= 0) throw plugin::Failure("the PDF is damaged: it has no pages");

  letters_.clear();
  const uint64_t pixels = picture_pixels(bytes);
  const bool may_be_scanned = pixels >= kScanPixels;
  const size_t looks = may_be_scanned ? kMostLooksAtPictures : kMostLooks;
  push_metadata(*document, sink);
  int read = 0;
  Pages pictures, stamped, garbled, broken;
  for (int i = 0; i < pages; ++i) {
    const std::unique_ptr<poppler::page> page(document->create_page(i));
    if (page == nullptr) {
      broken.push_back(i);
      sink.page(595, 842);
      continue;
    }
    read_page(*page, page_);
    sink.page(std::max(1.0f, page_.width), std::max(1.0f, page_.height), page_.rotation);
    switch (judge(may_be_scanned)) {
      case PageKind::kText:
        emit(sink);
        ++read;
        break;
      case PageKind::kEmpty:
        if (pictures.size() >= looks || !is_blank(*page)) pictures.push_back(i);
        break;
      case PageKind::kStamp:
        stamped.push_back(i);
        break;
      case PageKind::kGarbled:
        garbled.push_back(i);
        break;
    }
  }
  const auto warn = [&sink](const Pages& pages_of_kind, const std::string& what) {
    if (!pages_of_kind.empty()) sink.warning(names_of(pages_of_kind) + ": " + what);
  };
  warn(pictures, "no text layer, only a picture or a drawing");
  warn(stamped, "no text layer but a stamp or number in the margin");
  warn(garbled, "the text layer is not text (its letters are shifted)");
  warn(broken, "damaged");
  if (read > 0) return;
  if (!garbled.empty()) {
    throw plugin::Failure("the text layer is not text: its letters are shifted");
  }
  if (static_cast<int>(broken.size()) == pages) {
    throw plugin::Failure("the PDF is damaged: no page can be read");
  }
  throw plugin::Failure(pictures.empty() && stamped.empty()
                            ? "no text layer: no page holds any text"
                            : "no text layer: the pages are pictures (a scan); it needs OCR");
}

}  // namespace
}  // namespace cifra::pdf

CIFRA_PLUGIN("reader-pdf", "1.0.0", "PDF files through Poppler: words with boxes and fonts",
             cifra::pdf::PdfReader)
