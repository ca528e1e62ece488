// Whether words speak of money.

#pragma once

#include <string_view>

#include "core/grammar/stretch.h"

namespace cifra {

// "spesa", "fondi", "stanziati": a word of core/lexicon/units.h.
bool is_money_word(std::string_view folded);

bool has_money_word(const Stretch& stretch, TokenRange range);

}  // namespace cifra
