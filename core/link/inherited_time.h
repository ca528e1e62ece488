// The time a figure inherits when its own sentence says none: of its headings, of the title, of the
// document.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cifra {

// The year, month, quarter, semester or span of years a heading or a title speaks of, ISO 8601
// ("Primo semestre 2021" is 2021-01/2021-06, "Marzo 2011" 2011-03, "2019-2020" 2019/2020). Empty
// for none or several that disagree.
std::string time_in(std::string_view heading);

// All times of a question or a heading, in order; days too ("20 gennaio 2021" is 2021-01-20).
std::vector<std::string> times_in(std::string_view text);

}  // namespace cifra
