// What size, article and preposition say of whether a number may be like a figure before it.

#pragma once

#include <optional>

#include "core/grammar/between.h"
#include "core/grammar/share.h"

namespace cifra {

// "4,2", not "4" nor "1/2".
bool is_decimal(const Finding& finding);
// Percents have the singular article of "per cento"; counts have none.
bool is_like_rate(const Finding& taker, const NumberLead& lead);
// Whether neither is more than 10^powers times the other.
bool within(const Decimal& value, const Decimal& other, int powers);
// What the taker's size allows it to take. A unit price may be of any size.
std::optional<Shared> fitting(const Finding& giver, const Finding& taker, const Between& gap,
                              bool unit_price);
// "in più" after a number: a change is said in the thing's own numbers.
bool is_difference(const Tokens& tokens, const Finding& taker);
// Whether the number's plural article has the gender of the giver's unit.
bool agrees(const Stretch& stretch, const Finding& giver, const NumberLead& lead);
// "negli ultimi sei anni", "da 3 mesi", "under 35": when, not how much.
bool is_adjunct(const Stretch& stretch, const Finding& duration);

// Whether the percents from findings[first] on that the taker would be one of make a hundred: "il
// 45% al Nord, 30 al Centro e 25 al Sud".
bool closes_hundred(const Stretch& stretch, size_t first, const Finding& taker, size_t most);

enum class Verdict : uint8_t { kNo, kLater, kYes };  // kLater: one further back may be meant
// Whether the taker is of the giver's time: "10,3 mesi, contro gli 11,1 del 2019".
Verdict judge_duration(const Stretch& stretch, const Finding& giver, const Finding& taker,
                       const NumberLead& lead, const Between& gap);

}  // namespace cifra
