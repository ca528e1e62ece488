// Calendar words: months, weekdays, seasons, parts of a year, and the nouns of periods.

#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace cifra {

// "gennaio", "gen", "genn." without its dot → 1 … 12. Folded words.
std::optional<int> month_named(std::string_view folded);
// Whether the name is an abbreviation that is a month only beside a number: "mar", "set", "ago".
bool is_short_month(std::string_view folded);
// "primo" 1, "due" 2 … "trentuno" 31: the day before a month.
std::optional<int> day_named(std::string_view folded);
bool is_weekday(std::string_view folded);

// First month of a season: "primavera" → 3 (March to May). Winter starts in December of the year
// before.
std::optional<int> season_start(std::string_view folded);

// "bimestre" 2, "trimestre" 3, "quadrimestre" 4, "semestre" 6: months of a part of the year.
std::optional<int> part_of_year(std::string_view folded);
// "biennio" 2 … "decennio" 10: years.
std::optional<int> years_of_period(std::string_view folded);

// "primo", "prima", "i", "1°" … of a part of a year → 1 … 12. "ultimo" → -1.
std::optional<int> small_ordinal(std::string_view folded);
// All words of these tables.
std::vector<std::string_view> calendar_words();
// Last day of a month.
int days_in_month(int year, int month);

}  // namespace cifra
