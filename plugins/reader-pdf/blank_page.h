// Whether a page without words is blank, or shows a picture or a drawing whose words nobody can
// read without OCR.

#pragma once

#include <poppler-page.h>

namespace cifra::pdf {

bool is_blank(const poppler::page& page);

}  // namespace cifra::pdf
