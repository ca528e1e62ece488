#include "core/pipeline/metadata_text.h"

#include "core/text/folding.h"

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

}  // namespace cifra
