#include "core/link/surroundings.h"

#include <algorithm>

#include "core/link/inherited_time.h"
#include "core/link/words.h"
#include "core/text/one_line.h"

namespace cifra {
namespace {

// "In Calabria 188 interventi": a headline that gives its place to one figure, and not to the
// others.
bool gives_place_to_figure(const std::string& heading) {
  const Span all{0, static_cast<uint32_t>(heading.size())};
  const std::vector<LinkWord> words = split_words(heading, all, {}, 0, 0);
  for (const NamedPlace& place : find_places(heading, words)) {
    for (uint32_t i = place.end; i < words.size() && !words[i].punctuation; ++i) {
      const bool year =
          words[i].folded.size() == 4 && (words[i].folded[0] == '1' || words[i].folded[0] == '2');
      if (words[i].digits && !year) return true;
    }
  }
  return false;
}

NamedPlace place_of(const std::vector<std::string>& headings) {
  for (const std::string& heading : headings) {
    NamedPlace place = place_in(heading);
    if (!place.code.empty() && !gives_place_to_figure(heading)) return place;
  }
  return {};
}

void find_time(const Metadata& metadata, Surroundings& around) {
  for (const std::string& heading : around.headings) {
    around.time = time_in(heading);
    // A heading's day is most often that of the document's publication.
    if (around.time.empty() || around.time == metadata.published_on) continue;
    around.time_source = TimeSource::kHeading;
    return;
  }
  around.time = time_in(metadata.title);
  around.time_source = TimeSource::kTitle;
  if (!around.time.empty() && around.time != metadata.published_on) return;
  around.time = metadata.published_on;
  around.time_source = around.time.empty() ? TimeSource::kNone : TimeSource::kDocumentDate;
}

}  // namespace

Surroundings surroundings_of(const Document& document, uint32_t block, uint32_t caption) {
  constexpr size_t kMostHeadings = 8;
  Surroundings around;
  if (caption < document.blocks.size()) {
    around.headings.push_back(one_line(document.of(document.blocks[caption].span)));
  }
  uint32_t heading = block < document.blocks.size() ? document.blocks[block].heading : kNoIndex;
  while (heading < document.blocks.size() && around.headings.size() < kMostHeadings) {
    around.headings.push_back(one_line(document.of(document.blocks[heading].span)));
    const uint32_t parent = document.blocks[heading].heading;
    if (parent >= heading) break;  // a heading's parent stands before it
    heading = parent;
  }
  around.place = place_of(around.headings);
  find_time(document.metadata, around);
  return around;
}

}  // namespace cifra
