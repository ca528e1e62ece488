// A fact as a few lines for people: what it says, of what, in which words, and where they stand.

#pragma once

#include <string>
#include <string_view>

#include "core/store/reader.h"
#include "tools/cifra/table.h"

namespace cifra::command {

// "oltre 16,4 milioni di cittadini": the quantity with its noun, its whole and what it is per.
std::string quantity_words(const FactRow& fact);
// "2021-01", and where it comes from when the figure's own sentence does not say it.
std::string time_phrase(const FactRow& fact);

// `head` stands before the quantity; the lines below are indented by as much.
Block block_of(const FactRow& fact, std::string_view head);

}  // namespace cifra::command
