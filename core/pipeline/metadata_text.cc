#include "core/pipeline/metadata_text.h"

#include "core/text/folding.h"
#include "core/text/utf8.h"

namespace cifra {

std::string_view trimmed(std::string_view text) {
  const size_t begin = text.find_first_not_of(" \t\n\f");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\n\f") - begin + 1);
}

std::string folded(std::string_view text) { return fold(trimmed(text)); }

bool is_prose(const Block& block) {
  return block.role == BlockRole::kParagraph || block.role == BlockRole::kHeading ||
         block.role == BlockRole::kListItem || block.role == BlockRole::kPageHeader ||
         block.role == BlockRole::kCaption;
}

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
