#include "core/pipeline/metadata.h"

#include <algorithm>

#include "core/lexicon/metadata_words.h"
#include "core/pipeline/document_date.h"
#include "core/pipeline/issuer.h"
#include "core/pipeline/metadata_text.h"

namespace cifra {
namespace {

constexpr size_t kHeadBlocks = 40;     // where a title stands
constexpr size_t kLongestTitle = 200;  // bytes

std::string cut_title(std::string title) {
  if (title.size() <= kLongestTitle) return title;
  const size_t stop = title.find(". ");
  const size_t space = title.rfind(' ', kLongestTitle);
  title.resize(stop < kLongestTitle ? stop : space == std::string::npos ? 0 : space);
  return title;
}

}  // namespace

std::string title_in_text(const Document& document) {
  const Block* best = nullptr;
  const size_t count = std::min<size_t>(document.blocks.size(), kHeadBlocks);
  for (size_t i = 0; i < count; ++i) {
    const Block& block = document.blocks[i];
    if (block.role != BlockRole::kHeading || !issuer_in_block(document.of(block.span)).empty())
      continue;
    if (best == nullptr || block.level < best->level) best = &block;
  }
  if (best != nullptr) return cut_title(one_line(document.of(best->span)));
  for (size_t i = 0; i < count; ++i) {
    const Block& block = document.blocks[i];
    if (block.role != BlockRole::kParagraph) continue;
    const std::string words = one_line(document.of(block.span));
    if (std::ranges::count(words, ' ') < 2 || !issuer_in_block(words).empty()) continue;
    return cut_title(words);
  }
  return {};
}

bool is_junk_title(std::string_view title, std::string_view file_name) {
  const std::string words = folded(title);
  if (std::ranges::count_if(words, [](char c) { return c >= 'a' && c <= 'z'; }) < 3) return true;
  if (std::ranges::find(lexicon::kJunkTitles, words) != lexicon::kJunkTitles.end()) return true;
  if (words.starts_with("microsoft ")) return true;
  if (std::ranges::any_of(lexicon::kFileEndings,
                          [&](std::string_view ending) { return words.ends_with(ending); })) {
    return true;
  }
  const std::string name = folded(file_name.substr(0, file_name.rfind('.')));
  if (words == name) return true;
  // A file's name or a code: one word with an underscore or digits in it.
  return words.find(' ') == std::string::npos &&
         words.find_first_of("_0123456789") != std::string::npos;
}

void complete_metadata(Document& document, std::string_view file_name) {
  Metadata& metadata = document.metadata;
  metadata.title = one_line(metadata.title);
  metadata.issuer = one_line(metadata.issuer);
  if (is_junk_title(metadata.title, file_name)) {
    const std::string title = title_in_text(document);
    if (!title.empty() || is_junk_title(metadata.title, "")) metadata.title = title;
  }
  if (metadata.title.empty()) {
    metadata.title = std::string(file_name.substr(0, file_name.rfind('.')));
  }
  if (metadata.issuer.empty()) metadata.issuer = issuer_in_text(document);
  // A page says when it was published; a PDF only says when its file was made.
  const bool file_date_first = metadata.media_type != "application/pdf";
  if (metadata.published_on.empty() || !file_date_first) {
    const std::string date = date_in_text(document);
    if (!date.empty()) metadata.published_on = date;
  }
  if (metadata.published_on.empty()) metadata.published_on = date_in_name(file_name);
}

}  // namespace cifra
