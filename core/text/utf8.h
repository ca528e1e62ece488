// UTF-8 one code point at a time. Malformed bytes read as U+FFFD of one byte, so that every text
// can be walked and no span ever leaves it.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/span.h"

namespace cifra {

struct CodePoint {
  char32_t value = 0;
  uint32_t size = 1;  // bytes, 1 to 4
};

inline constexpr char32_t kReplacement = 0xFFFD;

// The code point at byte `at`, which must be inside `text`.
CodePoint decode_utf8(std::string_view text, size_t at);

void append_utf8(std::string& out, char32_t code_point);

// Code points of `text`; malformed bytes count as one each.
size_t count_code_points(std::string_view text);

// Bytes that the first `code_points` of the text take; all of them where it has fewer.
uint32_t bytes_of_code_points(std::string_view text, int64_t code_points);

bool is_valid_utf8(std::string_view text);

// Turns ascending byte offsets into code point offsets, one pass over the text for all of them.
class CodePointCounter {
 public:
  explicit CodePointCounter(std::string_view text) : text_(text) {}

  // Code points before byte `offset`. Cheap when offsets ascend; starts anew when they do not.
  uint32_t at(uint32_t offset);

 private:
  std::string_view text_;
  uint32_t byte_ = 0;
  uint32_t count_ = 0;
};

}  // namespace cifra
