// What figures are measured in: currencies, percents, measures, durations. Tables only.

#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/text/word_key.h"

namespace cifra {

enum class UnitKind : uint8_t { kMoney, kPercent, kMeasure, kDuration };

// `forms` are phrases parted by '|', as written between a number and what follows.
struct UnitWord {
  std::string_view forms;
  UnitKind kind;
  std::string_view code;    // ISO 4217, "%", "‰", "pp", "bp" or UCUM
  std::string_view factor;  // a multiple written into the unit: "10" for "decenni"; empty for 1
};

// Found without regard to capitals and accents.
std::span<const UnitWord> unit_words();
// Found only as written: "MW", "mW", "t".
std::span<const UnitWord> unit_symbols();
// Phrases, parted by '|', that begin like a unit and are none: "franchi tiratori".
std::string_view no_unit_phrases();
// Words that may stand between a number and its currency: "nuovi", "vecchie".
std::span<const WordLiteral> currency_adjectives();
// Nouns and verbs that say of a number without a unit that it is money.
std::span<const std::string_view> money_words();

// Nouns of amounts: "20 milioni di contributi" is money.
std::span<const std::string_view> amount_nouns();

}  // namespace cifra
