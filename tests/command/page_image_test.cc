#include "tools/cifra/page_image.h"

#include <gtest/gtest.h>
#include <poppler-image.h>

#include <cstring>

namespace cifra::command {
namespace {

constexpr int kSize = 200;  // pixels, two a point

unsigned char* pixel_at(poppler::image& image, int x, int y) {
  return reinterpret_cast<unsigned char*>(image.data()) +
         static_cast<ptrdiff_t>(y) * image.bytes_per_row() + 4 * x;
}

// All of one grey.
poppler::image page_of(unsigned char grey) {
  poppler::image image(kSize, kSize, poppler::image::format_argb32);
  for (int y = 0; y < kSize; ++y) {
    for (int x = 0; x < kSize; ++x) {
      std::memset(pixel_at(image, x, y), grey, 3);
      pixel_at(image, x, y)[3] = 255;
    }
  }
  return image;
}

constexpr Box kBox{40, 40, 60, 50};  // pixels 80, 80 to 120, 100

TEST(PageImage, AMarkHidesNoInkBesideTheFigure) {
  poppler::image black = page_of(0);
  mark_box(black, kBox);
  for (int y = 0; y < kSize; ++y) {
    for (int x = 0; x < kSize; ++x) {
      const unsigned char* pixel = pixel_at(black, x, y);
      ASSERT_EQ(pixel[0] + pixel[1] + pixel[2], 0) << x << ", " << y;
    }
  }
}

TEST(PageImage, TheFrameStandsOutsideTheFigure) {
  poppler::image white = page_of(255);
  mark_box(white, kBox);
  const auto is_framed = [&](int x, int y) {
    const unsigned char* pixel = pixel_at(white, x, y);  // blue, green, red
    return pixel[2] > 200 && pixel[1] < 100 && pixel[0] < 100;
  };
  for (int y = 80; y < 100; ++y) {
    for (int x = 80; x < 120; ++x) ASSERT_FALSE(is_framed(x, y)) << x << ", " << y;
  }
  EXPECT_TRUE(is_framed(75, 90) && is_framed(125, 90) && is_framed(100, 75) && is_framed(100, 105));
  const unsigned char* inside = pixel_at(white, 100, 90);
  EXPECT_TRUE(inside[2] == 255 && inside[1] > 200 && inside[0] < 120);  // yellow
  EXPECT_EQ(pixel_at(white, 10, 10)[0], 255);
}

TEST(PageImage, AMarkAtTheEdgeStaysOnThePage) {
  poppler::image white = page_of(255);
  mark_box(white, {-5, -5, 500, 3});
  EXPECT_LT(pixel_at(white, kSize - 1, 0)[0], 255);
}

}  // namespace
}  // namespace cifra::command
