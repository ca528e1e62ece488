// What "ne" takes up before a number: "gli sfollati calano, se ne contano 30".

#pragma once

#include "core/grammar/stretch.h"

namespace cifra {

// Whether "ne" and its verb stand right before the token: "se ne contano 30", "ne servono 12".
bool follows_pronoun(const Tokens& tokens, uint32_t left);

// The nearest plural with its article after the last count, else the last count's noun; empty for
// none within reach. `previous` is null where no count stands before.
TokenRange taken_up(const Stretch& stretch, uint32_t left, const Finding* previous,
                    TokenRange previous_noun);

}  // namespace cifra
