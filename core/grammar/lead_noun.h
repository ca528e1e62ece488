// What the sentence or caption above a list or rows says that their numbers count: "Le domande
// presentate sono così distribuite:", "Numero di delitti per regione".

#pragma once

#include <string_view>

#include "core/text/span.h"

namespace cifra {

// The noun phrase, a span of the lead; empty for none.
Span lead_noun(std::string_view lead);

}  // namespace cifra
