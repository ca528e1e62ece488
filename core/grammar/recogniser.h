// Finds the figures of one block of text: a paragraph, a list item, a heading.

#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "core/grammar/figure.h"

namespace cifra {

// What the millions and billions before the block were, where the document said it.
enum class BigNumbers : uint8_t { kUnknown, kMoney, kCounts };

struct RecogniserOptions {
  std::string_view document_date;  // ISO 8601; resolves "quest'anno", "lo scorso settembre"
  std::string_view lead;  // the sentence that introduces the list, or the caption of the rows, that
                          // the block stands in
  BigNumbers big_numbers = BigNumbers::kUnknown;  // what "20 milioni" alone means
  // The figure of an item before this one in its list that says a scale or unit, or the sum of the
  // list's lead that the items divide.
  const Figure* sibling = nullptr;
  bool sibling_is_sum = false;
  bool with_steps = false;  // fill Figure::steps
};

// All figures, references, dates and ordinals of `block`, in order, never overlapping; spans are
// into `block`. Linear in its length; pure.
std::vector<Figure> recognise(std::string_view block, const RecogniserOptions& options = {});

// The same for block after block, with its room for tokens and findings kept between them. One a
// thread.
class Recogniser {
 public:
  Recogniser();
  ~Recogniser();
  std::vector<Figure> recognise(std::string_view block, const RecogniserOptions& options = {});

 private:
  std::unique_ptr<struct Stretch> stretch_;
};

// The same without the look at the bytes first (gate.h); for tests, and where one was had.
std::vector<Figure> recognise_ungated(std::string_view block,
                                      const RecogniserOptions& options = {});

}  // namespace cifra
