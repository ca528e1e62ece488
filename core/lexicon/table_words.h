// Words of tables: what totals, counts, changes and codes are called in heads. Tables only, folded
// (lower case, no accents). Italian first; English for the reports that stand among Italian ones.

#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace cifra {

// Words that begin the head of a total: "totale", "total".
std::span<const std::string_view> total_words();
// Words before the number of a table in its title: "table", "tabella", "tav.".
std::span<const std::string_view> title_words();
// Heads of columns that count things, whatever the table's unit: "n.", "numero di", "abitanti".
std::span<const std::string_view> count_head_words();
// Those that say so of a row as well: "n.", "numero di".
std::span<const std::string_view> number_of_words();
// Heads of columns that hold differences: "variazione", "scarto", "change".
std::span<const std::string_view> change_head_words();
// Words of heads under which nothing adds up, means and rates: "media", "tasso", "per 100.000".
std::span<const std::string_view> mean_words();
// Names that hold such a word and are none: "scuole medie", "licenza media".
std::span<const std::string_view> no_mean_words();
// Heads of columns that hold codes and no quantities: "codice", "cap", "istat".
std::span<const std::string_view> code_head_words();
// Heads of columns of years.
std::span<const std::string_view> year_head_words();
// Nouns of a column's head that say its numbers are money.
std::span<const std::string_view> money_head_words();

// How a head, caption or unit line writes a scale: "in migliaia di euro", "€/mln", "x 1.000".
struct HeadScale {
  std::string_view form;
  int32_t power;  // of ten
  bool alone;     // says a scale also outside brackets and without "in" before it
};
std::span<const HeadScale> head_scales();

}  // namespace cifra
