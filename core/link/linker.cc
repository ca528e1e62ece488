#include "core/link/linker.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <span>
#include <string>

#include "core/lexicon/phrase_role.h"
#include "core/lexicon/places.h"
#include "core/link/adverbial.h"
#include "core/link/inherited_time.h"
#include "core/link/nature.h"
#include "core/link/noun_phrase.h"
#include "core/link/place.h"
#include "core/link/speaker.h"
#include "core/link/subject.h"
#include "core/link/surroundings.h"
#include "core/link/verb.h"
#include "core/link/words.h"
#include "core/text/one_line.h"

namespace cifra {
namespace {

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

// A head without the long outer parts that are a table's title: "MONITORAGGIO … / Quota" is
// "Quota".
std::string short_head(std::string_view head) {
  constexpr size_t kLongestPart = 60;  // bytes
  constexpr std::string_view kParts = " / ";
  std::string made;
  while (!head.empty()) {
    const size_t end = head.find(kParts);
    const std::string_view part = head.substr(0, end);
    const bool last = end == std::string_view::npos;
    if (last || part.size() <= kLongestPart) made.append(made.empty() ? "" : kParts).append(part);
    head.remove_prefix(last ? head.size() : end + kParts.size());
  }
  return made;
}

// "row, column – caption", the caption where it is short.
std::string cell_subject(const Document& document, const Fact& fact) {
  std::string subject = short_head(fact.row);
  const std::string column = short_head(fact.column);
  if (!column.empty()) subject += (subject.empty() ? "" : ", ") + column;
  const uint32_t caption = document.tables[fact.table].caption;
  if (caption != kNoIndex && caption < document.blocks.size()) {
    const std::string title = one_line(document.of(document.blocks[caption].span));
    if (!title.empty() && title.size() < 120) subject += (subject.empty() ? "" : " – ") + title;
  }
  return subject;
}

// For explain: what gave a field.
void note(Fact& fact, std::string_view field, std::string_view from) {
  fact.notes.push_back(std::string(field).append(": from ").append(from));
}

void set_place(const NamedPlace& place, Fact& fact) {
  fact.place = place.code;
  fact.place_name = one_line(place.name);
}

void inherit_time(const Surroundings& around, Fact& fact) {
  if (!fact.time.empty()) return;
  const bool stated = !fact.figure.time.empty();
  fact.time = stated ? fact.figure.time : around.time;
  fact.time_source = stated ? TimeSource::kStated : around.time_source;
}

void inherit_place(const Surroundings& around, Fact& fact) {
  if (!fact.place.empty() || around.place.code.empty()) return;
  set_place(around.place, fact);
  note(fact, "place", "a heading or caption above it");
}

// The place and who says it; of the words [begin, end) that are the figure's.
void link_place_and_speaker(const BlockText& block, const std::vector<NamedPlace>& places,
                            const Surroundings& around, WordRange figure, Fact& fact) {
  if (fact.place.empty()) {
    set_place(place_of_figure(block.words, places, figure.begin, figure.end), fact);
    if (!fact.place.empty()) note(fact, "place", "the nearest place of its sentence");
  }
  inherit_place(around, fact);
  if (fact.speaker.empty()) {
    fact.speaker = one_line(find_speaker(block.text, block.words, figure.begin));
    if (!fact.speaker.empty()) note(fact, "speaker", "who is quoted or named as the source");
  }
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
  note(fact, "subject", "the label in the block before");
}

void link_subject(const Document& document, const Block& block, const BlockText& block_text,
                  uint32_t index, Fact& fact) {
  if (!fact.subject.empty()) return;
  Subject subject = find_subject(block_text, index);
  if (subject.text.empty()) {
    subject = {inherited_subject(document, block), "the lead sentence or heading"};
  }
  fact.subject = one_line(subject.text);
  if (block.role == BlockRole::kListItem) {
    add_item_label(document, block, block_text.words, fact);
  }
  if (!fact.subject.empty()) note(fact, "subject", subject.from);
}

void link_prose_block(const Document& document, std::vector<Fact>& facts, uint32_t first,
                      uint32_t last) {
  const uint32_t block_index = facts[first].block;
  const Surroundings around = surroundings_of(document, block_index);
  if (block_index < document.blocks.size()) {
    const Block& block = document.blocks[block_index];
    std::vector<LinkWord> words = split_words(document.text, block.span, facts, first, last);
    const std::vector<NamedPlace> places = find_places(document.text, words);
    for (const NamedPlace& place : places) {
      for (uint32_t i = place.begin; i < place.end; ++i) words[i].place = words[i].capital;
    }
    const BlockText block_text{document.text, words, facts, first};
    const bool lone =
        block.role != BlockRole::kListItem && holds_only_figures(document.of(block.span));
    std::string told;  // by the block after it
    if (block_index + 1 < document.blocks.size()) {
      told = speaker_told_after(document.text, document.blocks[block_index + 1].span);
    }
    for (uint32_t i = first; i < last; ++i) {
      Fact& fact = facts[i];
      if (lone) link_lone_figure(document, around, block_index, fact);
      const WordRange figure = words_in(words, fact.figure.span);
      const bool own = !figure.empty() && words[figure.begin].fact == i;
      if (own) link_place_and_speaker(block_text, places, around, figure, fact);
      if (fact.speaker.empty() && !told.empty()) {
        fact.speaker = told;
        note(fact, "speaker", "the block after, which tells who said it");
      }
      link_subject(document, block, block_text, i, fact);
      if (own && fact.nature == Nature::kUnknown) {
        const NatureFound found =
            find_nature(words, figure.begin, figure.end, fact.figure, fact.subject);
        fact.nature = found.nature;
        if (found.nature != Nature::kUnknown) note(fact, "nature", found.from);
      }
    }
  }
  for (uint32_t i = first; i < last; ++i) inherit_time(around, facts[i]);
}

void link_cell(const Document& document, const Surroundings& around, Fact& fact) {
  if (fact.subject.empty()) {
    fact.subject = cell_subject(document, fact);
    note(fact, "subject", "the table's heads and caption");
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
  for (const std::string& head : {fact.column, fact.row}) {
    if (fact.nature == Nature::kUnknown) fact.nature = nature_of_subject(head);
  }
}

// The cells of one table beside each other.
void link_cells(const Document& document, std::span<Fact> cells) {
  if (cells.front().table >= document.tables.size()) return;
  const Surroundings around =
      surroundings_of(document, cells.front().block, document.tables[cells.front().table].caption);
  for (Fact& cell : cells) link_cell(document, around, cell);
}

// "ministro" is the minister the document names.
void complete_speakers(const Document& document, std::vector<Fact>& facts) {
  std::map<std::string, std::string> names;
  for (Fact& fact : facts) {
    if (fact.speaker.empty()) continue;
    const auto [found, added] = names.try_emplace(fact.speaker);
    if (added) found->second = full_name(document.text, fact.speaker);
    fact.speaker = found->second;
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
    const Fact& opening = facts[first];
    uint32_t last = first + 1;
    while (last < facts.size() && facts[last].table == opening.table &&
           facts[last].block == opening.block) {
      ++last;
    }
    if (opening.table != kNoIndex) {
      link_cells(document, std::span(facts).subspan(first, last - first));
    } else {
      link_prose_block(document, facts, first, last);
    }
    first = last;
  }
  complete_speakers(document, facts);
}

}  // namespace cifra
