#include "core/text/folding.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <array>

#include "core/text/utf8.h"

namespace cifra {
namespace {

constexpr char32_t kTableEnd = 0x2200;  // Latin, Greek, Cyrillic, general punctuation, superscripts

// The base letter of a decomposable one: é → e.
char32_t without_accent(char32_t code_point) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* normalizer = unorm2_getNFDInstance(&status);
  if (U_FAILURE(status)) return code_point;
  char16_t parts[8];
  const int32_t size =
      unorm2_getDecomposition(normalizer, static_cast<UChar32>(code_point), parts, 8, &status);
  if (U_FAILURE(status) || size < 2 || !u_isalpha(parts[0])) return code_point;
  return parts[0];
}

char32_t folded(char32_t c) {
  switch (c) {
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
    case 0xFE63:
    case 0xFF0D:
      return '-';
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x02BC:
    case 0x00B4:
    case 0x0060:
    case 0x2032:
      return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x00AB:
    case 0x00BB:
    case 0x2033:
      return '"';
    case 0x00B2:
    case 0x00B3:
      return c - 0x00B2 + '2';
    case 0x00B9:
      return '1';
    case 0x2070:
      return '0';
    case 0x00BA:  // º is written for ° and the other way round
      return 0x00B0;
    case 0x2215:
    case 0x2044:
      return '/';
    case 0x223C:
    case 0x02DC:
    case 0x2248:
    case 0x2243:
      return '~';
    case 0x00B5:
      return 0x03BC;  // micro sign → mu
    case 0x2126:
      return 0x03C9;  // ohm sign → omega
    default:
      break;
  }
  if (c >= 0x2074 && c <= 0x2079) return c - 0x2070 + '0';
  if (c >= 0x2080 && c <= 0x2089) return c - 0x2080 + '0';
  return without_accent(static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
}

const std::array<char32_t, kTableEnd>& fold_table() {
  static const auto table = [] {
    std::array<char32_t, kTableEnd> made{};
    for (char32_t c = 0; c < kTableEnd; ++c) made[c] = folded(c);
    return made;
  }();
  return table;
}

}  // namespace

char32_t fold_code_point(char32_t code_point) {
  return code_point < kTableEnd ? fold_table()[code_point] : folded(code_point);
}

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    append_utf8(out, fold_code_point(point.value));
    at += point.size;
  }
  return out;
}

bool is_letter(char32_t code_point) {
  if (code_point >= 0xC0 && code_point < 0x250) return code_point != 0xD7 && code_point != 0xF7;
  if (code_point == 0x00AA || code_point == 0x00BA || code_point == 0x02BC) return false;
  return u_isalpha(static_cast<UChar32>(code_point)) != 0;
}
bool is_upper(char32_t code_point) { return u_isupper(static_cast<UChar32>(code_point)) != 0; }
bool is_space(char32_t code_point) {
  return u_isUWhiteSpace(static_cast<UChar32>(code_point)) != 0 || code_point == 0xFEFF ||
         code_point == 0x200B;
}
bool is_superscript_digit(char32_t code_point) {
  return code_point == 0x00B2 || code_point == 0x00B3 || code_point == 0x00B9 ||
         code_point == 0x2070 || (code_point >= 0x2074 && code_point <= 0x2079);
}

}  // namespace cifra
