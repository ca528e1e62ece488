// Public offices by how their names begin: what letterheads are known by.

#pragma once

#include <string_view>

namespace cifra {

// Whether a line is the name of an office, alone or before a bar or dash: "MINISTERO DELLA SALUTE",
// "Comune di Forlì", "Istat | Comunicato". A title about an office has a verb, a colon, a number.
bool names_issuer(std::string_view line);

}  // namespace cifra
