// Number expressions of one or more tokens, without their unit: "16 milioni e 400mila", "tre mila",
// "un terzo", "decine di migliaia", "il doppio".

#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/grammar/figure.h"
#include "core/grammar/stretch.h"

namespace cifra {

struct Number {
  TokenRange tokens;
  Value value;
  int power = 0;        // of its scale word, when it is "coefficient scale" and no more; else 0
  bool scaled = false;  // has a scale word, a collective or a magnitude in it
  bool in_words = false;
  bool plain = false;         // digits alone
  bool takes_di = false;      // "milioni di euro", "una decina di anni": its unit follows "di"
  Kind kind = Kind::kNumber;  // kNumber, kShare, kMultiple
  Approximation approximation = Approximation::kNone;  // kAbout, kMagnitude
  std::string_view currency;                           // said by its scale: "M€"
  std::vector<Step> steps;
};

// The longest number expression that begins at `token`. `joins_and`: whether "e" may join terms
// (not between the ends of "tra … e …").
std::optional<Number> read_number(const Stretch& stretch, uint32_t token, bool joins_and = true);

// A quick no for most tokens.
bool may_begin_number(const Token& token);
// Whether a word begins a number, if the right words follow it.
bool begins_number(std::string_view folded);

}  // namespace cifra
