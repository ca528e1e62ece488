// A claim taken apart: its figures with what they measure, and for each the question it answers.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/facts/fact.h"
#include "core/query/agreement.h"
#include "core/query/question.h"
#include "core/text/stems.h"

namespace cifra {

struct ClaimFigure {
  bool condition = false;  // "sotto i 35 anni": says which ones, and is not what is claimed
  bool denied = false;     // "non è stata di 7 milioni"
  std::vector<Quantity> conditions;  // the claim's other figures of that sort
  Fact fact;                         // spans into the claim
  Quantity quantity;                 // to compare with facts
  Question question;                 // "i cittadini con Spid erano": the claim without its numbers
};

// The figures of a sentence or two, in order; totals and bases of others among them. `date` (ISO
// 8601, or empty) resolves relative words.
std::vector<ClaimFigure> figures_of_claim(std::string_view claim, std::string_view date,
                                          const Stemmer& stemmer);

}  // namespace cifra
