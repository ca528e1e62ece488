// A picture of a page with boxes marked on it, as PNG.
//
// Cannot do: anything but PDF; other documents have no pages to picture.

#pragma once

#include <filesystem>
#include <vector>

#include "core/document/document.h"

namespace poppler {
class image;
}

namespace cifra::command {

// `page` counts from 1. False when the picture cannot be written; throws std::runtime_error that
// names the PDF and what is wrong with it.
bool draw_page(const std::filesystem::path& pdf, int64_t page, const std::vector<Box>& boxes,
               const std::filesystem::path& png);

// Marks a box, in points, on a picture of its page as draw_page() makes it: ARGB, 144 dots an inch.
void mark_box(poppler::image& image, const Box& box);

}  // namespace cifra::command
