// Text on one line.

#pragma once

#include <string>
#include <string_view>

namespace cifra {

// Runs of white space become one space, none at the ends: a title broken over lines reads as one.
std::string one_line(std::string_view text);

}  // namespace cifra
