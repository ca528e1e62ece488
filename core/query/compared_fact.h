// The facts of a store beside a figure of a claim: those that can be compared with it, how they
// compare, and how probably each is of the claim's thing.

#pragma once

#include <vector>

#include "core/query/claim.h"
#include "core/query/same_thing.h"
#include "core/store/database.h"
#include "core/store/reader.h"
#include "core/text/stems.h"

namespace cifra {

struct ComparedFact {
  FactRow row;
  Comparison comparison;  // of a denied figure with its agreement turned
  LikenessVector likeness{};
  double probability = 0;  // that it is of the claim's thing
};

// The likeliest first.
std::vector<ComparedFact> compared_facts(const Database& database, const Stemmer& stemmer,
                                         const ClaimFigure& figure);

}  // namespace cifra
