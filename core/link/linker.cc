#include "core/link/linker.h"

#include <algorithm>
#include <string>

#include "core/link/subject.h"
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

// The block an item is introduced by: its lead, or else its heading.
std::string inherited_subject(const Document& document, const Block& block) {
  for (uint32_t above : {block.lead, block.heading}) {
    if (above == kNoIndex || above >= document.blocks.size()) continue;
    if (std::string topic = topic_of(document.text, document.blocks[above].span); !topic.empty()) {
      return topic;
    }
  }
  return {};
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

void link_prose_block(const Document& document, std::vector<Fact>& facts, uint32_t first,
                      uint32_t last) {
  const uint32_t block_index = facts[first].block;
  if (block_index >= document.blocks.size()) return;
  const Block& block = document.blocks[block_index];
  const std::vector<LinkWord> words = split_words(document.text, block.span, facts, first, last);
  const BlockText block_text{document.text, words, facts, first};
  for (uint32_t i = first; i < last; ++i) {
    Fact& fact = facts[i];
    if (!fact.subject.empty()) continue;
    Subject subject = find_subject(block_text, i);
    if (subject.text.empty()) {
      subject = {inherited_subject(document, block), "the lead sentence or heading"};
    }
    fact.subject = one_line(subject.text);
    if (!fact.subject.empty()) fact.notes.push_back("subject: from " + std::string(subject.from));
  }
}

}  // namespace

void link_facts(const Document& document, std::vector<Fact>& facts) {
  for (Fact& fact : facts) {
    if (fact.counted.empty() && !fact.figure.counted.empty()) {
      fact.counted = one_line(document.of(fact.figure.counted));
    }
  }
  for (uint32_t first = 0; first < facts.size();) {
    if (facts[first].table != kNoIndex) {
      Fact& fact = facts[first];
      if (fact.subject.empty() && fact.table < document.tables.size()) {
        fact.subject = cell_subject(document, fact);
        fact.notes.push_back("subject: from the table's heads and caption");
      }
      ++first;
      continue;
    }
    uint32_t last = first + 1;
    while (last < facts.size() && facts[last].table == kNoIndex &&
           facts[last].block == facts[first].block) {
      ++last;
    }
    link_prose_block(document, facts, first, last);
    first = last;
  }
}

}  // namespace cifra
