// Words people ask with and words offices write with: "soldi" for "risorse", "alunni" for
// "studenti". Only pairs that hold in any document of the public sector; what one document calls
// something else is the business of its acronyms.

#pragma once

#include <string_view>
#include <vector>

namespace cifra {

// Groups of words of one meaning, each a line of words parted by spaces.
const std::vector<std::string_view>& synonym_groups();

}  // namespace cifra
