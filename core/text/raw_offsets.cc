#include "core/text/raw_offsets.h"

#include <unicode/normalizer2.h>
#include <unicode/utf8.h>

#include "core/text/normal_form.h"

namespace cifra {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_ascii(std::string_view text, size_t at) {
  return at >= text.size() || static_cast<unsigned char>(text[at]) < 0x80;
}

// Whether NFC never joins what stands before this code point to it.
bool has_boundary_before(int32_t code_point) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  return U_FAILURE(status) || code_point < 0 || nfc->hasBoundaryBefore(code_point);
}

}  // namespace

uint32_t RawOffsets::code_point_at(uint32_t offset) {
  if (offset < normal_byte_) raw_byte_ = raw_code_point_ = normal_byte_ = 0;
  while (normal_byte_ < offset && raw_byte_ < raw_.size()) step();
  return raw_code_point_;
}

// Over one code point, or over all that NFC may join.
void RawOffsets::step() {
  if (raw_byte_ == 0 && raw_.starts_with(kByteOrderMark)) {
    raw_byte_ = 3;
    raw_code_point_ = 1;
    if (raw_.size() == 3) return;
  }
  const char first = raw_[raw_byte_];
  if (is_ascii(raw_, raw_byte_) && is_ascii(raw_, raw_byte_ + 1) && first != '\0') {
    const bool pair = first == '\r' && raw_byte_ + 1 < raw_.size() && raw_[raw_byte_ + 1] == '\n';
    raw_byte_ += pair ? 2 : 1;
    raw_code_point_ += pair ? 2 : 1;
    ++normal_byte_;
    return;
  }
  const auto* bytes = reinterpret_cast<const uint8_t*>(raw_.data());
  const auto size = static_cast<int32_t>(raw_.size());
  const auto begin = static_cast<int32_t>(raw_byte_);
  int32_t end = begin;
  uint32_t count = 0;
  while (end < size) {
    int32_t next = end;
    UChar32 code_point = 0;
    U8_NEXT(bytes, next, size, code_point);
    if (count > 0 && has_boundary_before(code_point)) break;
    end = next;
    ++count;
  }
  const std::string_view group = raw_.substr(raw_byte_, static_cast<size_t>(end - begin));
  normal_byte_ += static_cast<uint32_t>(normal_form(group).size());
  raw_byte_ = static_cast<uint32_t>(end);
  raw_code_point_ += count;
}

}  // namespace cifra
