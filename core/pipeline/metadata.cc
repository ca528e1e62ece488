#include "core/pipeline/metadata.h"

#include <algorithm>
#include <vector>

#include "core/lexicon/issuers.h"
#include "core/lexicon/metadata_words.h"
#include "core/pipeline/document_date.h"
#include "core/pipeline/issuer.h"
#include "core/pipeline/metadata_text.h"
#include "core/text/one_line.h"
#include "core/text/sentences.h"

namespace cifra {
namespace {

constexpr size_t kHeadBlocks = 40;     // where a title stands
constexpr size_t kLongestTitle = 260;  // bytes
constexpr size_t kPlainRest = 40;      // bytes a plain heading has beyond its kind: "n. 58 del …"

// The first sentence, or what of it a title may hold.
std::string cut_title(const std::string& words) {
  if (words.size() <= kLongestTitle) return words;
  const std::vector<Span> all = sentences(words);
  std::string title(all.empty() ? words : std::string(all.front().of(words)));
  if (title.size() > kLongestTitle) {
    const size_t space = title.rfind(' ', kLongestTitle);
    title.resize(space == std::string::npos ? 0 : space);
    title += " …";
  }
  return title;
}

bool is_plain_heading(std::string_view words) {
  const std::string heading = folded(words);
  return std::ranges::any_of(lexicon::kPlainHeadings, [&](std::string_view beginning) {
    return heading.starts_with(beginning) && heading.size() <= beginning.size() + kPlainRest;
  });
}

// "Movimento turistico, anno 2023 | Istat": pages end their title with who speaks.
void part_site_name(Metadata& metadata) {
  for (const std::string_view sign : {" | ", " - ", " – ", " — ", " :: "}) {
    const size_t at = metadata.title.rfind(sign);
    if (at == std::string::npos || at == 0) continue;
    const std::string name = metadata.title.substr(at + sign.size());
    if (name != metadata.issuer && !names_issuer(name)) continue;
    if (metadata.issuer.empty()) metadata.issuer = name;
    metadata.title.resize(at);
    return;
  }
}

}  // namespace

std::string title_in_text(const Document& document) {
  const Block* best = nullptr;
  bool best_is_plain = false;
  const size_t count = std::min<size_t>(document.blocks.size(), kHeadBlocks);
  for (size_t i = 0; i < count; ++i) {
    const Block& block = document.blocks[i];
    const std::string_view words = document.of(block.span);
    if (block.role != BlockRole::kHeading || !issuer_in_block(words).empty()) continue;
    const bool plain = is_plain_heading(words);
    const bool better = best == nullptr || (best_is_plain && !plain) ||
                        (best_is_plain == plain && block.level < best->level);
    if (!better) continue;
    best = &block;
    best_is_plain = plain;
  }
  const bool above = best != nullptr && !best_is_plain;
  if (above) return cut_title(one_line(document.of(best->span)));
  // Texts without a title: their first words of any length.
  for (size_t i = 0; i < count; ++i) {
    const Block& block = document.blocks[i];
    if (block.role != BlockRole::kParagraph && block.role != BlockRole::kListItem) continue;
    const std::string words = one_line(document.of(block.span));
    if (std::ranges::count(words, ' ') < 2 || !issuer_in_block(words).empty()) continue;
    return cut_title(words);
  }
  return best == nullptr ? std::string() : cut_title(one_line(document.of(best->span)));
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
  part_site_name(metadata);
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
