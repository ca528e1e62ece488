// Test documents with their figures marked: "[12 milioni] di {cittadini}" is one paragraph with one
// figure, the counted noun in braces; kind, change and unit follow the figure's words after '|', as
// "[20 milioni|money]".

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/facts/fact.h"

namespace cifra {

struct MarkedDocument {
  Document document;
  std::vector<Fact> facts;
};

// Adds `marked` as a block of that role under the last heading; a list item's lead is the last
// paragraph.
inline void add_block(MarkedDocument& made, std::string_view marked,
                      BlockRole role = BlockRole::kParagraph) {
  Document& document = made.document;
  if (!document.text.empty()) document.text += "\n\n";
  Block block;
  block.role = role;
  block.span.begin = static_cast<uint32_t>(document.text.size());
  for (uint32_t i = 0; i < document.blocks.size(); ++i) {
    if (document.blocks[i].role == BlockRole::kHeading) block.heading = i;
    if (role == BlockRole::kListItem && document.blocks[i].role == BlockRole::kParagraph) {
      block.lead = i;
    }
  }
  const uint32_t index = static_cast<uint32_t>(document.blocks.size());
  std::vector<Span> nouns;
  const size_t first_fact = made.facts.size();
  for (size_t at = 0; at < marked.size(); ++at) {
    const uint32_t here = static_cast<uint32_t>(document.text.size());
    if (marked[at] == '[') {
      const size_t end = marked.find(']', at);
      std::string_view inside = marked.substr(at + 1, end - at - 1);
      Fact fact;
      fact.block = index;
      fact.figure.kind = Kind::kCount;
      const size_t bar = inside.find('|');
      if (bar != std::string_view::npos) {
        std::string_view rest = inside.substr(bar + 1);
        const size_t second = rest.find('|');
        fact.figure.kind = kind_named(rest.substr(0, second)).value_or(Kind::kNumber);
        if (second != std::string_view::npos) {
          fact.figure.change = change_named(rest.substr(second + 1)).value_or(Change::kNone);
        }
        inside = inside.substr(0, bar);
      }
      fact.figure.span = {here, here + static_cast<uint32_t>(inside.size())};
      document.text += inside;
      made.facts.push_back(fact);
      at = end;
    } else if (marked[at] == '{') {
      const size_t end = marked.find('}', at);
      const std::string_view inside = marked.substr(at + 1, end - at - 1);
      nouns.push_back({here, here + static_cast<uint32_t>(inside.size())});
      document.text += inside;
      at = end;
    } else {
      document.text += marked[at];
    }
  }
  for (size_t i = first_fact; i < made.facts.size(); ++i) {
    Figure& figure = made.facts[i].figure;
    for (std::string_view unit : {" per cento", "%", " giorni", " euro"}) {
      if (document.text.compare(figure.span.end, unit.size(), unit) != 0) continue;
      figure.unit_span = {figure.span.end, figure.span.end + static_cast<uint32_t>(unit.size())};
    }
  }
  block.span.end = static_cast<uint32_t>(document.text.size());
  document.blocks.push_back(block);
  for (size_t i = first_fact; i < made.facts.size(); ++i) {
    Figure& figure = made.facts[i].figure;
    if (figure.kind != Kind::kCount) continue;
    uint32_t best = UINT32_MAX;
    for (const Span noun : nouns) {
      const uint32_t distance = noun.begin >= figure.span.end ? noun.begin - figure.span.end
                                                              : figure.span.begin - noun.end;
      if (distance < best) {
        best = distance;
        figure.counted = noun;
      }
    }
  }
}

inline MarkedDocument paragraph(std::string_view marked) {
  MarkedDocument made;
  add_block(made, marked);
  return made;
}

}  // namespace cifra
