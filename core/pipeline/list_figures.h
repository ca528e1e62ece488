// What the items of a list say for those after them: scale and unit of their first figure, and the
// sum that the list's lead divides.

#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>

#include "core/document/document.h"
#include "core/grammar/recogniser.h"

namespace cifra {

class ListFigures {
 public:
  explicit ListFigures(const Document& document) : document_(document) {}

  // Points the options at what the block's numbers may be like; valid until the next note().
  void tell(const Block& block, RecogniserOptions& options) const;
  // Remembers the figures of a block, spans into the document, for the blocks after it.
  void note(uint32_t block, std::span<const Figure> figures);

 private:
  struct Said {
    Figure figure;
    bool is_sum = false;
  };

  const Document& document_;
  std::unordered_map<uint32_t, Said> by_lead_;  // of the lists at hand, by their lead's block
};

}  // namespace cifra
