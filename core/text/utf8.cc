#include "core/text/utf8.h"

#include <algorithm>

namespace cifra {
namespace {

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

}  // namespace

CodePoint decode_utf8(std::string_view text, size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {lead, 1};
  uint32_t size = 0;
  char32_t value = 0;
  char32_t smallest = 0;
  if ((lead & 0xE0U) == 0xC0U) {
    size = 2, value = lead & 0x1FU, smallest = 0x80;
  } else if ((lead & 0xF0U) == 0xE0U) {
    size = 3, value = lead & 0x0FU, smallest = 0x800;
  } else if ((lead & 0xF8U) == 0xF0U) {
    size = 4, value = lead & 0x07U, smallest = 0x10000;
  } else {
    return {kReplacement, 1};
  }
  if (at + size > text.size()) return {kReplacement, 1};
  for (uint32_t i = 1; i < size; ++i) {
    if (!is_continuation(text[at + i])) return {kReplacement, 1};
    value = (value << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
  }
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < smallest || value > 0x10FFFF || surrogate) return {kReplacement, 1};
  return {value, size};
}

void append_utf8(std::string& out, char32_t code_point) {
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0U | (code_point >> 6U));
    put(0x80U | (code_point & 0x3FU));
  } else if (code_point < 0x10000) {
    put(0xE0U | (code_point >> 12U));
    put(0x80U | ((code_point >> 6U) & 0x3FU));
    put(0x80U | (code_point & 0x3FU));
  } else {
    put(0xF0U | (code_point >> 18U));
    put(0x80U | ((code_point >> 12U) & 0x3FU));
    put(0x80U | ((code_point >> 6U) & 0x3FU));
    put(0x80U | (code_point & 0x3FU));
  }
}

size_t count_code_points(std::string_view text) {
  size_t count = 0;
  for (size_t at = 0; at < text.size(); at += decode_utf8(text, at).size) ++count;
  return count;
}

uint32_t bytes_of_code_points(std::string_view text, int64_t code_points) {
  size_t at = 0;
  for (; code_points > 0 && at < text.size(); --code_points) at += decode_utf8(text, at).size;
  return static_cast<uint32_t>(at);
}

bool is_valid_utf8(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    if (point.value == kReplacement && point.size == 1) return false;
    at += point.size;
  }
  return true;
}

uint32_t CodePointCounter::at(uint32_t offset) {
  if (offset < byte_) byte_ = count_ = 0;
  const auto end = std::min<size_t>(offset, text_.size());
  while (byte_ < end) {
    byte_ += decode_utf8(text_, byte_).size;
    ++count_;
  }
  return count_;
}

}  // namespace cifra
