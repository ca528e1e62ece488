#include "tools/cifra/page_image.h"

#include <poppler-document.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <stdexcept>

namespace cifra::command {
namespace {

constexpr double kDotsPerInch = 144;
constexpr double kScale = kDotsPerInch / 72;
constexpr double kMargin = 2.5;  // points from a figure to the outer edge of its frame
constexpr int kFrame = 2;        // pixels

struct Pixels {
  int x0, y0, x1, y1;
};

Pixels pixels_of(const Box& box, const poppler::image& image) {
  const auto pixel = [](double points, int most) {
    return std::clamp(static_cast<int>(std::lround(points * kScale)), 0, most);
  };
  return {pixel(double{box.x0} - kMargin, image.width() - 1),
          pixel(double{box.y0} - kMargin, image.height() - 1),
          pixel(double{box.x1} + kMargin, image.width() - 1),
          pixel(double{box.y1} + kMargin, image.height() - 1)};
}

struct Ink {
  int blue, green, red;
};
constexpr Ink kFill{90, 235, 255}, kFrameInk{60, 60, 225};

}  // namespace

// Inks are translucent, as a highlighter's: black stays black, so neither the figure nor a sign
// that stands close to it (a minus, a comma) is hidden under the mark or its frame.
void mark_box(poppler::image& image, const Box& marked) {
  const Pixels box = pixels_of(marked, image);
  for (int y = box.y0; y <= box.y1; ++y) {
    char* row = image.data() + static_cast<ptrdiff_t>(y) * image.bytes_per_row();
    for (int x = box.x0; x <= box.x1; ++x) {
      auto* pixel = reinterpret_cast<unsigned char*>(row) + 4 * x;  // blue, green, red, alpha
      const bool frame = std::min({x - box.x0, box.x1 - x, y - box.y0, box.y1 - y}) < kFrame;
      const Ink ink = frame ? kFrameInk : kFill;
      pixel[0] = static_cast<unsigned char>(pixel[0] * ink.blue / 255);
      pixel[1] = static_cast<unsigned char>(pixel[1] * ink.green / 255);
      pixel[2] = static_cast<unsigned char>(pixel[2] * ink.red / 255);
    }
  }
}

bool draw_page(const std::filesystem::path& pdf, int64_t page, const std::vector<Box>& boxes,
               const std::filesystem::path& png) {
  const auto fail = [&](const std::string& what) {
    throw std::runtime_error(pdf.string() + ": " + what);
  };
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_file(pdf.string()));
  if (!document || document->is_locked()) fail("the file cannot be opened as a PDF");
  const std::unique_ptr<poppler::page> shown(document->create_page(static_cast<int>(page) - 1));
  if (!shown) fail("there is no page " + std::to_string(page));
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_argb32);
  renderer.set_render_hint(poppler::page_renderer::antialiasing, true);
  renderer.set_render_hint(poppler::page_renderer::text_antialiasing, true);
  poppler::image image = renderer.render_page(shown.get(), kDotsPerInch, kDotsPerInch);
  if (!image.is_valid()) fail("page " + std::to_string(page) + " cannot be drawn");
  for (const Box& box : boxes) mark_box(image, box);
  return image.save(png.string(), "png", static_cast<int>(kDotsPerInch));
}

}  // namespace cifra::command
