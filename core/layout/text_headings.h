// Finds the headings among the paragraphs of a plain text: short lines without a final stop that
// something longer follows, underlined lines, numbered titles; and their levels.

#pragma once

#include <string_view>
#include <vector>

#include "core/layout/text_lines.h"
#include "core/layout/text_paragraphs.h"

namespace cifra {

void set_text_headings(std::string_view text, const std::vector<TextLine>& lines,
                       std::vector<TextParagraph>& paragraphs);

}  // namespace cifra
