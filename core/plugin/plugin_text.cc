#include "core/plugin/plugin_text.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace cifra {
namespace {

constexpr size_t kLongestReason = 2000;

void set_reason(void* context, cifra_string given) {
  auto& reason = *static_cast<std::string*>(context);
  reason.clear();
  append_utf8(view_of(given).substr(0, kLongestReason), reason);
  std::replace_if(
      reason.begin(), reason.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
}

}  // namespace

cifra_error PluginReason::error() { return {sizeof(cifra_error), &reason, &set_reason}; }

std::string amount_of(uint64_t bytes) {
  if (bytes >= uint64_t{1} << 30 && bytes % (uint64_t{1} << 30) == 0) {
    return std::to_string(bytes >> 30) + " GB";
  }
  if (bytes >= uint64_t{1} << 20) return std::to_string(bytes >> 20) + " MB";
  return std::to_string(bytes) + " bytes";
}

bool append_utf8(std::string_view text, std::string& out) {
  bool whole = true;
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  const auto size = static_cast<int64_t>(text.size());
  int64_t good = 0;
  for (int64_t i = 0; i < size;) {
    const int64_t start = i;
    UChar32 code_point = 0;
    U8_NEXT(bytes, i, size, code_point);
    if (code_point > 0) continue;
    out.append(text, static_cast<size_t>(good), static_cast<size_t>(start - good));
    out += "\xEF\xBF\xBD";
    good = i;
    whole = false;
  }
  out.append(text, static_cast<size_t>(good));
  return whole;
}

}  // namespace cifra
