#include "core/layout/layout.h"

#include <utility>

#include "core/layout/geometric.h"
#include "core/layout/plain_text.h"
#include "core/layout/structured.h"

namespace cifra {

Document lay_out(Reading reading) {
  if (!reading.words.empty()) return lay_out_geometric(std::move(reading));
  if (!reading.blocks.empty()) return lay_out_structured(std::move(reading));
  if (!reading.verbatim.empty()) return lay_out_verbatim(std::move(reading));
  // Pages without a word: the geometric way keeps their sizes.
  return reading.pages.empty() ? lay_out_verbatim(std::move(reading))
                               : lay_out_geometric(std::move(reading));
}

}  // namespace cifra
