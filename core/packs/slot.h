// A sentence as packs see it: words folded and single-spaced, punctuation apart, each figure and
// date with its unit and hedge one character.
//
//     "Il bando stanzia circa 12 milioni di euro." → " il bando stanzia M . "

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/grammar/figure.h"

namespace cifra {

struct SlottedFigure {
  uint32_t at = 0;      // its character's byte in SlottedSentence::text
  uint32_t figure = 0;  // into what slotted() was given
};

struct SlottedSentence {
  std::string text;  // begins and ends with a space
  std::vector<SlottedFigure> figures;
};

// `figures` are those that overlap `sentence`, in order, their spans into `text`; ordinals and
// references stay words.
SlottedSentence slotted(std::string_view text, Span sentence,
                        std::span<const Figure* const> figures);

// The RE2 class of characters a slot stands for: {money}, {count} …; nothing for an unknown name.
std::optional<std::string> slot_class(std::string_view name);
// "money, percent, …, figure", for messages.
std::string slot_names();

}  // namespace cifra
