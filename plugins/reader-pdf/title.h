// The title a PDF's information gives, unless it is the name of a file or of a program's empty
// document, as most are.

#pragma once

#include <string>
#include <string_view>

namespace cifra::pdf {

// Spaces folded; empty where the title says nothing about the document.
std::string usable_title(std::string_view title);

}  // namespace cifra::pdf
