#include "core/text/one_line.h"

#include "core/text/folding.h"
#include "core/text/utf8.h"

namespace cifra {

std::string one_line(std::string_view text) {
  std::string result;
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    if (!is_space(point.value)) {
      result += text.substr(at, point.size);
    } else if (!result.empty() && !result.ends_with(' ')) {
      result += ' ';
    }
    at += point.size;
  }
  while (result.ends_with(' ')) result.pop_back();
  return result;
}

}  // namespace cifra
