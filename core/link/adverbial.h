// Complements that say when, where or with regard to what: "Al 1° gennaio 2024 in Italia", "in ogni
// caso", "con riferimento alle regioni". They open sentences and are never what a figure measures.

#pragma once

#include <vector>

#include "core/link/words.h"

namespace cifra {

// The first word of [begin, end) after the complements of time and place it opens with.
uint32_t skip_adverbials(const std::vector<LinkWord>& words, uint32_t begin, uint32_t end);

// Whether the phrase, which may have lost its preposition, says when or where and nothing else.
bool is_time_or_place(const std::vector<LinkWord>& words, WordRange phrase);

// "in media", "nel complesso", "in ogni caso": the first word of such a complement that ends right
// before `end`, or `end`.
uint32_t before_light_complement(const std::vector<LinkWord>& words, uint32_t end, uint32_t limit);

}  // namespace cifra
