#include "plugins/reader-html/charset.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>
#include <utility>

#include "plugins/reader-html/dom.h"

namespace cifra::html {
namespace {

constexpr size_t kHeadSize = 4096;

// What pages call Windows-1252, after the WHATWG's table of labels.
constexpr std::array<std::string_view, 9> kNamesOfWindows1252 = {
    "iso-8859-1", "iso8859-1", "iso_8859-1",   "latin1", "latin-1",
    "l1",         "us-ascii",  "windows-1252", "cp1252"};

// The value after `charset=` in a meta element or an XML declaration's `encoding=`.
std::string declared_charset(std::string_view bytes) {
  const std::string head = lower_case(bytes.substr(0, kHeadSize));
  for (const std::string_view key : {"charset", "encoding"}) {
    for (size_t at = head.find(key); at != std::string::npos; at = head.find(key, at + 1)) {
      const size_t open = head.rfind('<', at);
      if (open == std::string::npos) continue;
      const std::string_view tag = std::string_view(head).substr(open);
      if (!tag.starts_with("<meta") && !tag.starts_with("<?xml")) continue;
      size_t begin = head.find_first_not_of(" \t\r\n", at + key.size());
      if (begin == std::string::npos || head[begin] != '=') continue;
      begin = head.find_first_not_of(" \t\r\n\"'", begin + 1);
      if (begin == std::string::npos) continue;
      const size_t end = head.find_first_of(" \t\r\n\"';/>?", begin);
      return head.substr(begin, end - begin);
    }
  }
  return "";
}

}  // namespace

Decoded decode_page(std::string_view bytes) {
  const Encoding detected = detect_encoding(bytes);
  std::string declared = declared_charset(bytes);
  if (std::find(kNamesOfWindows1252.begin(), kNamesOfWindows1252.end(), declared) !=
      kNamesOfWindows1252.end()) {
    declared = "windows-1252";
  }
  // Bytes that are valid UTF-8 beyond ASCII are UTF-8 whatever the page says, and a page that says
  // UTF-8 and is not has been saved by an editor; UTF-16 cannot be declared in ASCII.
  const bool believe = !detected.certain && !declared.empty() && detected.name != "UTF-8" &&
                       !detected.name.starts_with("UTF-16") && !declared.starts_with("utf");
  if (!believe) return decode(bytes, detected);
  try {
    return decode(bytes, {declared, 0, true});
  } catch (const std::runtime_error&) {
    return decode(bytes, detected);
  }
}

}  // namespace cifra::html
