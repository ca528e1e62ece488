// Whether a stretch's words speak of money.

#pragma once

#include "core/grammar/stretch.h"

namespace cifra {

bool has_money_word(const Stretch& stretch, TokenRange range);

}  // namespace cifra
