#include "plugins/common/encoding.h"

#include <unicode/normalizer2.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <stdexcept>

namespace cifra {
namespace {

struct Mark {
  std::string_view bytes;
  const char* encoding;
};

// Longer marks first: UTF-32LE begins as UTF-16LE does.
constexpr std::array<Mark, 5> kMarks = {{
    {std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
    {std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
    {"\xEF\xBB\xBF", "UTF-8"},
    {"\xFF\xFE", "UTF-16LE"},
    {"\xFE\xFF", "UTF-16BE"},
}};

struct Utf8Census {
  size_t sequences = 0;  // of two bytes and more
  size_t broken = 0;
};

Utf8Census count_utf8(std::string_view bytes) {
  Utf8Census census;
  const auto* data = reinterpret_cast<const uint8_t*>(bytes.data());
  const auto size = static_cast<int64_t>(bytes.size());
  for (int64_t i = 0; i < size;) {
    if (data[i] < 0x80) {
      ++i;
      continue;
    }
    UChar32 code_point = 0;
    U8_NEXT(data, i, size, code_point);
    // A sequence that only the end of the bytes cuts is no fault: the bytes may be a file's head.
    if (code_point < 0 && i < size) {
      ++census.broken;
    } else {
      ++census.sequences;
    }
  }
  return census;
}

// Of 16-bit text in Western languages nearly every second byte is zero.
const char* utf16_by_zeros(std::string_view bytes) {
  size_t even = 0, odd = 0;
  for (size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] == '\0') ++(i % 2 == 0 ? even : odd);
  }
  const size_t half = bytes.size() / 2;
  if (half < 2) return nullptr;
  if (odd * 10 >= half * 7 && even * 20 <= half) return "UTF-16LE";
  if (even * 10 >= half * 7 && odd * 20 <= half) return "UTF-16BE";
  return nullptr;
}

bool is_in(unsigned char byte, unsigned char first, unsigned char last) {
  return byte >= first && byte <= last;
}

const char* eight_bit_encoding(std::string_view bytes) {
  // 0x80–0x9F are letters and quotes in Windows-1252 and nothing in ISO-8859-15, whose euro sign
  // is the currency sign nobody writes in Windows-1252.
  bool windows = false, euro = false;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    windows = windows || is_in(byte, 0x80, 0x9F);
    euro = euro || byte == 0xA4;
  }
  return euro && !windows ? "ISO-8859-15" : "windows-1252";
}

}  // namespace

Encoding detect_encoding(std::string_view bytes) {
  for (const Mark& mark : kMarks) {
    if (bytes.starts_with(mark.bytes)) return {mark.encoding, mark.bytes.size(), true};
  }
  if (const char* utf16 = utf16_by_zeros(bytes)) return {utf16, 0, false};
  const Utf8Census census = count_utf8(bytes);
  // One broken place in a long UTF-8 text is damage, not another encoding.
  if (census.broken == 0 || census.sequences > 4 * census.broken) return {"UTF-8", 0, false};
  return {eight_bit_encoding(bytes), 0, false};
}

bool looks_binary(std::string_view bytes) {
  for (const Mark& mark : kMarks) {
    if (bytes.starts_with(mark.bytes)) return false;
  }
  if (utf16_by_zeros(bytes) != nullptr) return false;
  size_t controls = 0;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    controls += byte < 0x20 && !is_in(byte, '\t', '\r') && byte != 0x1A && byte != 0x1B;
  }
  // A stray one, a zero too, is damage of a text.
  return controls > 1 + bytes.size() / 100;
}

Decoded decode(std::string_view bytes, const Encoding& encoding) {
  if (bytes.size() > INT32_MAX / 4) throw std::runtime_error("the text is longer than 512 MB");
  bytes.remove_prefix(std::min(encoding.mark_size, bytes.size()));
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
      ucnv_open(encoding.name.c_str(), &status), &ucnv_close);
  if (U_FAILURE(status)) throw std::runtime_error("the encoding " + encoding.name + " is unknown");
  icu::UnicodeString text(bytes.data(), static_cast<int32_t>(bytes.size()), converter.get(),
                          status);
  if (U_FAILURE(status)) throw std::runtime_error("the text could not be decoded");

  Decoded decoded;
  for (int32_t i = 0; i < text.length(); ++i) {
    const char16_t unit = text.charAt(i);
    // ICU passes bytes Windows-1252 leaves open as C1 controls; only NEL is ever meant.
    if (unit == 0 || (unit >= 0x80 && unit <= 0x9F && unit != 0x85)) {
      text.setCharAt(i, u'\uFFFD');
    }
    decoded.unknown += text.charAt(i) == u'\uFFFD';
  }
  const icu::Normalizer2* composed = icu::Normalizer2::getNFCInstance(status);
  if (U_SUCCESS(status) && !composed->isNormalized(text, status)) {
    text = composed->normalize(text, status);
  }
  if (U_FAILURE(status)) throw std::runtime_error("the text could not be put into normal form");
  text.toUTF8String(decoded.text);
  return decoded;
}

std::string unknown_places(size_t count) {
  return std::to_string(count) + (count == 1 ? " place holds" : " places hold") +
         " bytes that stand for no character and " + (count == 1 ? "shows" : "show") +
         " as U+FFFD.";
}

}  // namespace cifra
