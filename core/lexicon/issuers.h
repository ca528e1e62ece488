// Public offices by how their names begin: what letterheads are known by.

#pragma once

#include <string_view>

namespace cifra {

// Whether a line is the name of an office: short, and beginning like one ("MINISTERO DELLA SALUTE",
// "Comune di Forlì"). A sentence about an office may begin alike; whoever asks looks at its end.
bool names_issuer(std::string_view line);

}  // namespace cifra
