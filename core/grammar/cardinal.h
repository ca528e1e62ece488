// Cardinals: what a scale multiplies ("1.234", "cento venti") and the terms it makes ("16 milioni e
// 400mila", "tre mila", "mezzo miliardo").

#pragma once

#include <optional>

#include "core/grammar/number.h"

namespace cifra {

// "1.234", "25 000", "cento venti": digits or words without a scale.
struct Coefficient {
  TokenRange tokens;
  Decimal value;
  bool in_words = false;
  bool plain = false;    // digits alone
  bool article = false;  // "un": no number by itself
  bool decimals = false;
};

std::optional<Coefficient> read_coefficient(const Stretch& stretch, uint32_t token, bool joins_and);

// Coefficients with their scales, joined; nothing for an article alone.
std::optional<Number> read_cardinal(const Stretch& stretch, uint32_t token, bool joins_and);

}  // namespace cifra
