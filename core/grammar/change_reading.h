// How a figure was found to be a change, as the ways of change.cc and change_series.cc give it.

#pragma once

#include <string_view>

#include "core/grammar/stretch.h"
#include "core/lexicon/change_word.h"

namespace cifra {

struct ChangeReading {
  Change change = Change::kNone;
  std::string_view rule;
  TokenRange words;
};

inline constexpr uint32_t kReachBefore = 18;  // tokens to the word that governs a figure

Change change_of(ChangeWord word);

// In all of these `left` is left_edge() of the figure and `previous` the fact before it.
ChangeReading change_by_coordination(const Stretch& stretch, const Finding& finding, uint32_t left,
                                     const Finding* previous, std::string_view previous_rule);
ChangeReading change_by_bracket(const Stretch& stretch, const Finding& finding, uint32_t left,
                                const Finding* previous);
ChangeReading change_by_gapped_verb(const Stretch& stretch, const Finding& finding, uint32_t left,
                                    const Finding* previous);

}  // namespace cifra
