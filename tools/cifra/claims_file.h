// Claims from a file: one a line, or a column of a CSV file.

#pragma once

#include <istream>
#include <string>
#include <string_view>
#include <vector>

namespace cifra::command {

// Plain text: every line that is not empty. CSV (a name that ends in .csv or .tsv, or any when a
// `column` is named): the column of that head, or where none is named the one headed "claim",
// "affermazione", "dichiarazione" or "frase"; ',', ';' or tab as the head line has it; quoted cells
// may hold line breaks. Throws std::runtime_error that says what is wrong and what to do.
std::vector<std::string> claims_in(std::istream& in, std::string_view name,
                                   std::string_view column = {});

}  // namespace cifra::command
