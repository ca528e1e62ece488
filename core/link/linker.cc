#include "core/link/linker.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "core/lexicon/phrase_role.h"
#include "core/lexicon/places.h"
#include "core/link/adverbial.h"
#include "core/link/attribution.h"
#include "core/link/inherited_time.h"
#include "core/link/noun_phrase.h"
#include "core/link/place.h"
#include "core/link/subject.h"
#include "core/link/verb.h"
#include "core/link/words.h"

namespace cifra {
namespace {

std::string one_line(std::string_view text) {
  std::string line;
  for (char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    if (space && (line.empty() || line.back() == ' ')) continue;
    line += space ? ' ' : c;
  }
  while (line.ends_with(' ')) line.pop_back();
  return line;
}

// The block an item is introduced by: its lead, a question it answers, or else its heading.
std::string inherited_subject(const Document& document, const Block& block) {
  const auto index = static_cast<size_t>(&block - document.blocks.data());
  if (index > 0 && block.lead == kNoIndex) {
    const Block& before = document.blocks[index - 1];
    if (one_line(document.of(before.span)).ends_with('?')) {
      if (std::string topic = topic_of(document.text, before.span); !topic.empty()) return topic;
    }
  }
  for (uint32_t above : {block.lead, block.heading}) {
    if (above == kNoIndex || above >= document.blocks.size()) continue;
    if (std::string topic = topic_of(document.text, document.blocks[above].span); !topic.empty()) {
      return topic;
    }
  }
  return {};
}

// A list item's label tells it from its neighbours: "Fascia 2 (…): contributo di € 82.154".
std::string item_label(const Document& document, const std::vector<LinkWord>& words) {
  constexpr uint32_t kLongestLabel = 10;
  const uint32_t begin = after_list_mark(words);
  uint32_t end = begin;
  while (end < words.size() && end - begin <= kLongestLabel && words[end].fact == kNoIndex &&
         words[end].folded != ":" && words[end].folded != "(" && words[end].folded != ",") {
    if (is_verb_at(words, end)) return {};
    ++end;
  }
  if (end == words.size() || !words[end].punctuation || end - begin > kLongestLabel) return {};
  const WordRange phrase{begin, end};
  if (!has_content(words, phrase) || skip_adverbials(words, begin, end) != begin) return {};
  // "Nell'ambito delle attività, …" opens a sentence and labels nothing.
  const bool complement = has(words[begin], phrase::kPreposition);
  if (complement && words[end].folded != ":") return {};
  return one_line(phrase_text(document.text, words, phrase));
}

void add_item_label(const Document& document, const Block& block,
                    const std::vector<LinkWord>& words, Fact& fact) {
  const uint32_t begin = after_list_mark(words);
  if (begin >= words.size() || words[begin].span.begin >= fact.figure.span.begin) return;
  const std::string label = item_label(document, words);
  if (label.empty() || fact.subject.find(label) != std::string::npos ||
      (!fact.subject.empty() && label.find(fact.subject) != std::string::npos)) {
    return;
  }
  if (fact.subject.empty()) fact.subject = inherited_subject(document, block);
  fact.subject += fact.subject.empty() ? label : ", " + label;
}

// "row / column", the caption where the heads say little.
std::string cell_subject(const Document& document, const Fact& fact) {
  std::string subject = fact.row;
  if (!fact.column.empty()) subject += (subject.empty() ? "" : ", ") + fact.column;
  const uint32_t caption = document.tables[fact.table].caption;
  if (caption != kNoIndex && caption < document.blocks.size()) {
    const std::string title = one_line(document.of(document.blocks[caption].span));
    if (!title.empty() && title.size() < 120) subject += (subject.empty() ? "" : " – ") + title;
  }
  return subject;
}

// What a fact inherits from the headings above its block and from the document.
struct Surroundings {
  std::vector<std::string> headings;  // nearest first
  const Metadata& metadata;
};

Surroundings surroundings_of(const Document& document, uint32_t block) {
  Surroundings around{{}, document.metadata};
  uint32_t heading = block < document.blocks.size() ? document.blocks[block].heading : kNoIndex;
  while (heading < document.blocks.size() && around.headings.size() < 8) {
    around.headings.push_back(one_line(document.of(document.blocks[heading].span)));
    const uint32_t parent = document.blocks[heading].heading;
    if (parent >= heading) break;  // a heading's parent stands before it
    heading = parent;
  }
  return around;
}

void inherit_time(const Surroundings& around, Fact& fact) {
  if (!fact.time.empty()) return;
  if (!fact.figure.time.empty()) {
    fact.time = fact.figure.time;
    fact.time_source = TimeSource::kStated;
    return;
  }
  for (const std::string& heading : around.headings) {
    fact.time = time_in(heading);
    // A heading's day is most often that of the document's publication.
    if (fact.time == around.metadata.published_on) continue;
    fact.time_source = TimeSource::kHeading;
    if (!fact.time.empty()) return;
  }
  fact.time = time_in(around.metadata.title);
  fact.time_source = TimeSource::kTitle;
  if (!fact.time.empty() && fact.time != around.metadata.published_on) return;
  fact.time = around.metadata.published_on;
  fact.time_source = fact.time.empty() ? TimeSource::kNone : TimeSource::kDocumentDate;
}

void set_place(const NamedPlace& place, Fact& fact) {
  fact.place = place.code;
  fact.place_name = one_line(place.name);
}

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

void inherit_place(const Surroundings& around, Fact& fact) {
  for (const std::string& heading : around.headings) {
    if (!fact.place.empty()) return;
    if (gives_place_to_figure(heading)) continue;
    set_place(place_in(heading), fact);
  }
}

void link_prose_fact(const BlockText& block, const std::vector<NamedPlace>& places,
                     const Surroundings& around, Fact& fact, uint32_t index) {
  const auto [begin, end] = words_in(block.words, fact.figure.span);
  if (begin == end || block.words[begin].fact != index) return;
  if (fact.place.empty()) set_place(place_of_figure(block.words, places, begin, end), fact);
  if (fact.speaker.empty()) fact.speaker = one_line(find_speaker(block.text, block.words, begin));
  if (fact.nature == Nature::kUnknown) {
    fact.nature = find_nature(block.words, begin, end, fact.figure);
  }
  inherit_place(around, fact);
}

// At most a unit's letters: "1.741", "63,64%", "12 km".
bool holds_only_figures(std::string_view text) {
  constexpr std::ptrdiff_t kUnitLetters = 3;
  return std::ranges::count_if(text, [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
         }) <= kUnitLetters;
}

// The label of a figure that stands in a block by itself, as the cells of a table do that was read
// one to a line: the last short block before it that holds words.
std::string label_before(const Document& document, uint32_t block) {
  constexpr uint32_t kBlocksBack = 4;
  constexpr size_t kLongestLabel = 100;
  for (uint32_t i = block; i > 0 && block - i < kBlocksBack;) {
    --i;
    const std::string text = one_line(document.of(document.blocks[i].span));
    if (document.blocks[i].role == BlockRole::kPageHeader ||
        document.blocks[i].role == BlockRole::kPageFooter || holds_only_figures(text)) {
      continue;
    }
    if (text.ends_with('?')) return topic_of(document.text, document.blocks[i].span);
    return text.size() <= kLongestLabel ? text : std::string();
  }
  return {};
}

void link_lone_figure(const Document& document, const Surroundings& around, uint32_t block,
                      Fact& fact) {
  const std::string label = label_before(document, block);
  if (label.empty()) return;
  if (fact.place.empty()) set_place(place_in(label), fact);
  if (!fact.subject.empty()) return;
  fact.subject = label;
  for (const std::string& heading : around.headings) {
    if (heading == label || heading.size() > 80) continue;
    fact.subject += ", " + heading;
    break;
  }
  fact.notes.push_back("subject: from the label in the block before");
}

void link_prose_block(const Document& document, std::vector<Fact>& facts, uint32_t first,
                      uint32_t last) {
  const uint32_t block_index = facts[first].block;
  if (block_index >= document.blocks.size()) return;
  const Block& block = document.blocks[block_index];
  std::vector<LinkWord> words = split_words(document.text, block.span, facts, first, last);
  const std::vector<NamedPlace> places = find_places(document.text, words);
  for (const NamedPlace& place : places) {
    for (uint32_t i = place.begin; i < place.end; ++i) words[i].place = words[i].capital;
  }
  const Surroundings around = surroundings_of(document, block_index);
  const BlockText block_text{document.text, words, facts, first};
  const bool lone =
      block.role != BlockRole::kListItem && holds_only_figures(document.of(block.span));
  for (uint32_t i = first; i < last; ++i) {
    Fact& fact = facts[i];
    if (lone) link_lone_figure(document, around, block_index, fact);
    link_prose_fact(block_text, places, around, fact, i);
    if (!fact.subject.empty()) continue;
    Subject subject = find_subject(block_text, i);
    if (subject.text.empty()) {
      subject = {inherited_subject(document, block), "the lead sentence or heading"};
    }
    fact.subject = one_line(subject.text);
    if (block.role == BlockRole::kListItem) add_item_label(document, block, words, fact);
    if (!fact.subject.empty()) fact.notes.push_back("subject: from " + std::string(subject.from));
  }
}

void link_cell(const Document& document, Fact& fact) {
  if (fact.table >= document.tables.size()) return;
  if (fact.subject.empty()) {
    fact.subject = cell_subject(document, fact);
    fact.notes.push_back("subject: from the table's heads and caption");
  }
  const uint32_t caption = document.tables[fact.table].caption;
  Surroundings around = surroundings_of(document, fact.block);
  if (caption < document.blocks.size()) {
    around.headings.insert(around.headings.begin(),
                           one_line(document.of(document.blocks[caption].span)));
  }
  for (const std::string& head : {fact.row, fact.column}) {
    if (fact.place.empty()) set_place(place_in_head(head), fact);
    if (fact.time.empty() && fact.figure.time.empty()) {
      fact.time = time_in(head);
      if (!fact.time.empty()) fact.time_source = TimeSource::kStated;
    }
  }
  if (fact.place.empty()) {
    inherit_place(around, fact);
    // A heading over a table of towns names their province.
    if (const auto province = province_named(fold_word(fact.place_name))) {
      fact.place = province->code;
    }
  }
  inherit_time(around, fact);
  if (fact.nature == Nature::kUnknown && fact.figure.change != Change::kNone) {
    fact.nature = Nature::kChange;
  }
}

// The block a fact stands in, where its extractor did not say.
uint32_t block_around(const Document& document, Span span) {
  const auto after = std::ranges::upper_bound(document.blocks, span.begin, {},
                                              [](const Block& block) { return block.span.begin; });
  if (after == document.blocks.begin()) return kNoIndex;
  const auto block = std::prev(after);
  return block->span.contains(span) ? static_cast<uint32_t>(block - document.blocks.begin())
                                    : kNoIndex;
}

}  // namespace

void link_facts(const Document& document, std::vector<Fact>& facts) {
  for (Fact& fact : facts) {
    if (fact.block == kNoIndex) fact.block = block_around(document, fact.figure.span);
    if (fact.counted.empty() && !fact.figure.counted.empty()) {
      fact.counted = one_line(document.of(fact.figure.counted));
    }
  }
  for (uint32_t first = 0; first < facts.size();) {
    if (facts[first].table != kNoIndex) {
      link_cell(document, facts[first++]);
      continue;
    }
    uint32_t last = first + 1;
    while (last < facts.size() && facts[last].table == kNoIndex &&
           facts[last].block == facts[first].block) {
      ++last;
    }
    link_prose_block(document, facts, first, last);
    const Surroundings around = surroundings_of(document, facts[first].block);
    for (uint32_t i = first; i < last; ++i) inherit_time(around, facts[i]);
    first = last;
  }
}

}  // namespace cifra
