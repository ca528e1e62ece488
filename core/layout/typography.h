// What is usual in a document: the size of its running text and how far its lines stand apart.
// Headings, notes and paragraph breaks are what differs from it.

#pragma once

#include "core/layout/flow.h"

namespace cifra {

struct Typography {
  float body_size = 10;  // points
  float pitch = 1.2f;    // baseline to baseline, of the font size
  bool body_bold = false;
};

Typography typography_of(const Flow& flow);

}  // namespace cifra
