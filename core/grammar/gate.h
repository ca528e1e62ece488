// Whether a text can hold a finding at all, told from its bytes: most paragraphs say what is done
// and not how much, and need neither tokens nor sentences.
//
// Every finding has in it a digit, a sign ("½", "%"), an address or one of the words that bear a
// number ("due", "terzo", "metà", "XIX", "punto"; "un" and "articolo" only open what one of the
// others completes). The words come from the tables of the lexicon and of the rules. A yes promises
// nothing; a no is kept by tests/grammar/gate_test.cc.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cifra {

// Linear in the length of `text`, and done at the first thing that a finding may have in it.
bool may_hold_finding(std::string_view text);

// Whether the folded word may be all that makes its neighbours a finding.
bool bears_number(std::string_view folded);
// Those of them that no table of number_lexicon.h or ordinals holds.
std::vector<std::string> words_that_bear_numbers();

}  // namespace cifra
