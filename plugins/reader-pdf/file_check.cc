#include "file_check.h"

#include <algorithm>
#include <charconv>

namespace cifra::pdf {
namespace {

constexpr size_t kHeaderWithin = 1024;  // where readers look for "%PDF-"
constexpr size_t kTailWithin = 4096;    // what may follow the last "startxref"
constexpr uint64_t kMostPixels = uint64_t{1} << 40;

// The number after `key`, as in "/Width 1240" or "/Width1240"; 0 where there is none.
uint64_t number_after(std::string_view text, std::string_view key) {
  size_t at = 0;
  while ((at = text.find(key, at)) != std::string_view::npos) {
    at += key.size();
    const size_t digit = text.find_first_not_of(" \r\n\t", at);
    if (digit == std::string_view::npos) return 0;
    uint64_t value = 0;
    const char* end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data() + digit, end, value);
    if (parsed.ec == std::errc()) return value;
  }
  return 0;
}

bool is_cut_short(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kHeaderWithin);
  if (head.find("/Linearized") != std::string_view::npos) {
    const uint64_t length = number_after(head, "/L");
    if (length > bytes.size() && length < bytes.size() * 1000) return true;
  }
  const size_t last = bytes.find_last_not_of(std::string_view(" \r\n\t\0", 5));
  const std::string_view body = bytes.substr(0, last + 1);
  const size_t start = body.size() - std::min(body.size(), kTailWithin);
  const std::string_view tail = body.substr(start);
  if (tail.find("startxref") != std::string_view::npos) return false;
  // Some writers leave mail or web page bytes behind a whole file; its end mark still stands.
  const size_t mark = body.rfind("%%EOF");
  if (mark == std::string_view::npos) return true;
  return body.find(" obj", mark) != std::string_view::npos;
}

}  // namespace

std::string refusal_of(std::string_view bytes) {
  if (bytes.empty()) return "the file is empty (0 bytes)";
  if (bytes.substr(0, kHeaderWithin).find("%PDF-") == std::string_view::npos) {
    return "the file is not a PDF: it does not begin with %PDF";
  }
  if (is_cut_short(bytes)) {
    return "the file is cut short: the end of the PDF is missing; fetch it again";
  }
  return {};
}

uint64_t picture_pixels(std::string_view bytes) {
  constexpr std::string_view kSubtype = "/Image";
  uint64_t pixels = 0;
  for (size_t at = 0; (at = bytes.find(kSubtype, at)) != std::string_view::npos; ++at) {
    // The dictionary around it: from its "obj" to its "stream".
    const size_t before = at - std::min<size_t>(at, 1024);
    const size_t object = bytes.substr(before, at - before).rfind("obj");
    const size_t begin = object == std::string_view::npos ? before : before + object;
    const size_t stream = bytes.substr(at, 2048).find("stream");
    if (stream == std::string_view::npos) continue;
    const std::string_view dictionary = bytes.substr(begin, at + stream - begin);
    const uint64_t width = std::min<uint64_t>(number_after(dictionary, "/Width"), 1 << 20);
    const uint64_t height = std::min<uint64_t>(number_after(dictionary, "/Height"), 1 << 20);
    pixels = std::min(kMostPixels, pixels + width * height);
  }
  return pixels;
}

std::optional<std::string> without_output_intent(std::string_view bytes) {
  constexpr std::string_view kKey = "/OutputIntents";
  size_t at = bytes.find(kKey);
  if (at == std::string_view::npos) return std::nullopt;
  std::string copy(bytes);
  // A key of the same length that nobody knows, for the file's offsets must hold.
  for (; at != std::string::npos; at = copy.find(kKey, at)) copy[at + 1] = 'X';
  return copy;
}

}  // namespace cifra::pdf
