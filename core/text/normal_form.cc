#include "core/text/normal_form.h"

#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <limits>
#include <stdexcept>

namespace cifra {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// Line ends to '\n', ill-formed bytes and zero bytes to U+FFFD.
std::string clean(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  const auto size = static_cast<int32_t>(text.size());
  for (int32_t i = 0; i < size;) {
    const int32_t begin = i;
    UChar32 c = 0;
    U8_NEXT(bytes, i, size, c);
    if (c == '\r') {
      result += '\n';
      if (i < size && bytes[i] == '\n') ++i;
    } else if (c <= 0) {
      result += kReplacement;
    } else {
      result.append(text.substr(static_cast<size_t>(begin), static_cast<size_t>(i - begin)));
    }
  }
  return result;
}

}  // namespace

std::string normal_form(std::string_view text) {
  if (text.size() > static_cast<size_t>(std::numeric_limits<int32_t>::max())) {
    throw std::length_error("the text is larger than 2 GB");
  }
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  std::string cleaned = clean(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no NFC data: install libicu");
  const icu::StringPiece piece(cleaned.data(), static_cast<int32_t>(cleaned.size()));
  if (nfc->isNormalizedUTF8(piece, status) && U_SUCCESS(status)) return cleaned;
  std::string result;
  icu::StringByteSink<std::string> sink(&result, static_cast<int32_t>(cleaned.size()));
  nfc->normalizeUTF8(0, piece, sink, nullptr, status);
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU: ") + u_errorName(status));
  return result;
}

}  // namespace cifra
