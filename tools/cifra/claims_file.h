// Claims from a file: one a line, or the column of a CSV file.

#pragma once

#include <istream>
#include <string>
#include <string_view>
#include <vector>

namespace cifra::command {

// Plain text: every line that is not empty. CSV (a name that ends in .csv): the column headed
// "claim", "affermazione" or "dichiarazione", or the first; ',' or ';' as the head line has it;
// quoted cells may hold line breaks. Throws std::runtime_error naming the line of an unclosed
// quote.
std::vector<std::string> claims_in(std::istream& in, std::string_view name);

}  // namespace cifra::command
