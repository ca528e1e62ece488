// Rounded numbers in words: "una trentina", "un centinaio di milioni", "decine di migliaia",
// "qualche migliaio", "milioni" alone.

#pragma once

#include <optional>

#include "core/grammar/number.h"

namespace cifra {

// "una trentina", "due dozzine": about.
std::optional<Number> read_collective(const Stretch& stretch, uint32_t token);

// "decine di migliaia", "qualche centinaio", "milioni di persone": a magnitude. Not the unit line
// of a table ("valori in milioni di euro").
std::optional<Number> read_magnitude(const Stretch& stretch, uint32_t token);

}  // namespace cifra
