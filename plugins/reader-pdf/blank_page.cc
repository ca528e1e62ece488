#include "blank_page.h"

#include <poppler-image.h>
#include <poppler-page-renderer.h>

namespace cifra::pdf {
namespace {

constexpr double kResolution = 24;         // dots an inch: a line of print leaves some grey
constexpr unsigned char kLightest = 0xF0;  // of what counts as printed
constexpr int kMostSpecks = 3;             // dirt of a scanner

}  // namespace

bool is_blank(const poppler::page& page) {
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_gray8);
  const poppler::image picture = renderer.render_page(&page, kResolution, kResolution);
  if (!picture.is_valid()) return false;
  int specks = 0;
  for (int y = 0; y < picture.height(); ++y) {
    const char* row = picture.const_data() + y * picture.bytes_per_row();
    for (int x = 0; x < picture.width(); ++x) {
      if (static_cast<unsigned char>(row[x]) < kLightest && ++specks > kMostSpecks) return false;
    }
  }
  return true;
}

}  // namespace cifra::pdf
