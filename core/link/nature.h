// Whether a figure is a level, a flow, a change, a target or a forecast: read off the verb that
// governs it, its tense, and what it measures.
//
// Cannot do: tell a law's amounts from facts of the day.

#pragma once

#include <string_view>
#include <vector>

#include "core/link/words.h"

namespace cifra {

struct NatureFound {
  Nature nature = Nature::kUnknown;
  std::string_view from;  // static: "the verb's tense", for explain
};

// `first` and `end` are the figure's words, `subject` what it measures.
NatureFound find_nature(const std::vector<LinkWord>& words, uint32_t first, uint32_t end,
                        const Figure& figure, std::string_view subject);

// What is measured alone tells: "nascite" are a flow, "residenti" a level. Unknown for most.
Nature nature_of_subject(std::string_view subject);

}  // namespace cifra
