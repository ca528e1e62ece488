// What the ways share that give a number the scale and unit said with another one.

#pragma once

#include <string_view>

#include "core/grammar/stretch.h"

namespace cifra {

// A number alone: no scale, no unit, no noun read with it.
bool is_bare(const Finding& finding);
// "2019", not "2.019".
bool is_year_like(const Stretch& stretch, const Finding& finding);
// A fact with a scale or a unit of its own, or given to it.
bool says_unit(const Finding& finding);
// Whether a sentence begins at one of the tokens.
bool crosses_sentence(const Tokens& tokens, uint32_t first, uint32_t last);

enum class Shared : uint8_t { kUnit, kScaleAndUnit };
// Gives findings[taker] what findings[giver] says.
void share(Stretch& stretch, size_t giver, size_t taker, Shared what, std::string_view rule);

// Scale and unit said with a figure; `span` is empty where it stands in another block.
struct Given {
  int power = 0;
  Kind kind = Kind::kNumber;
  std::string_view unit;
  Span span;
};
void take(const Stretch& stretch, const Given& given, Finding& taker, std::string_view rule);

// share_back.cc: the number's scale and unit are said after it: "5, 7 e 9 milioni".
void share_back(Stretch& stretch, size_t low);
// parallel.cc: … before it: "275 miliardi in pensioni e 53 in istruzione".
void share_parallel(Stretch& stretch, size_t taker);
// share_sentence.cc: … in a sentence before its own, which begins at `begin`; `before` is the last
// finding before that.
struct NumberLead;
void share_over_sentence(Stretch& stretch, size_t taker, const NumberLead& lead, size_t before,
                         uint32_t begin);
// share_sibling.cc: … in an item before this one of the same list.
void share_sibling(Stretch& stretch);

}  // namespace cifra
