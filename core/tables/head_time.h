// The time that heads, captions and notes of tables give the cells they stand for.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cifra {

// A year, a date or a span of years that a head names, as ISO 8601; empty for none or several.
std::string time_of_head(std::string_view head, std::string_view document_date);

// The month that a head names and nothing else: 1 for "Gennaio".
std::optional<int> month_of_head(std::string_view head);

// "2021" over "gennaio" is January of 2021: "2021-01".
std::string month_in_year(std::string_view year, int month);

}  // namespace cifra
