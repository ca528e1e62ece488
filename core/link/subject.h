// What a figure measures, as a short noun phrase, from the words around it.
//
// Looked for in this order: the counted noun with its modifiers, the subject of the verb that
// governs the figure, the noun before it, the complement after it, the label or bracket it stands
// in, what an earlier figure of the block measured (ellipsis, "ne", "di cui"), the list's lead,
// the heading.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/link/words.h"

namespace cifra {

struct Subject {
  std::string text;       // empty when the block says nothing
  std::string_view from;  // static: "the counted noun", for explain
};

struct BlockText {
  std::string_view text;  // of the document
  const std::vector<LinkWord>& words;
  const std::vector<Fact>& facts;
  uint32_t first_fact = 0;  // of the block
};

// `fact` is one of the block's; facts before it in the block have their subjects.
Subject find_subject(const BlockText& block, uint32_t fact);

// The phrase a lead sentence or a heading speaks of: "Fondi destinati alle scuole:" without what
// introduces it.
std::string topic_of(std::string_view text, Span block);

}  // namespace cifra
