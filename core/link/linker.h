// Fills what an extractor left open in a document's facts: subject, time, nature, speaker, place.

#pragma once

#include <vector>

#include "core/document/document.h"
#include "core/facts/fact.h"

namespace cifra {

// `facts` are all facts of `document`, in text order. Fields an extractor set are kept. Pure.
void link_facts(const Document& document, std::vector<Fact>& facts);

}  // namespace cifra
