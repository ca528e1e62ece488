// What the annotating passes share: the words to the left and right of a figure.

#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/grammar/no_fact.h"
#include "core/grammar/stretch.h"

namespace cifra {

// The figure with its unit: tokens from the first of either to the last of either.
inline TokenRange extent(const Finding& finding) {
  if (finding.unit.empty()) return finding.tokens;
  return {std::min(finding.tokens.first, finding.unit.first),
          std::max(finding.tokens.last, finding.unit.last)};
}

// Whether the token is a fact's: a part of a figure or of its unit.
inline const Finding* fact_at(const Stretch& stretch, uint32_t token) {
  if (token >= stretch.owner.size() || stretch.owner[token] == kNoFinding) return nullptr;
  const Finding& finding = stretch.findings[stretch.owner[token]];
  return finding.figure.is_fact() ? &finding : nullptr;
}

// Steps left over articles and what a hedge covers: the token before which nothing but the figure's
// own words stand. `finding.hedge` must have been filled.
uint32_t left_edge(const Stretch& stretch, const Finding& finding);

// Whether no sentence or paragraph begins between two neighbouring tokens, at the second of them.
inline bool goes_on_at(const Tokens& tokens, uint32_t at) {
  return at > 0 && at < tokens.size() && !tokens[at].starts_sentence &&
         !tokens[at].blank_line_before;
}

// Markup that prose may carry, stepped over: "**oltre** 300", "<b>300</b>", quotes. Left from `at`:
// the place after the last token that is none; right: the first token that is none.
uint32_t past_markup_left(const Tokens& tokens, uint32_t at);
uint32_t past_markup_right(const Tokens& tokens, uint32_t at);

// Marks that end a clause: ; : . ! ? ( ) and quotes' ends; not the comma.
bool ends_clause(const Token& token);

// Fills Stretch::depths; what closes a bracket is inside it.
void find_depths(Stretch& stretch);

// "questi", "queste", "essi", "esse", "quali": what stands for things told before.
bool stands_for_things(const Tokens& tokens, uint32_t at);

// A hundred, a thousand … a million: the bases of rates.
bool is_round(const Finding& finding);

// Nouns and verbs of money: what a big number beside them says is no count.
bool is_money_word(std::string_view folded);

}  // namespace cifra
