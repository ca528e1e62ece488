// What takes the place of a fact whose document was read anew or whose file changed, so that an old
// fact id still answers.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/store/database.h"

namespace cifra {

// A fact as far as its successor is sought by it.
struct OldFact {
  std::string id;
  int64_t begin = 0, end = 0;
  std::string value, unit, kind, subject, row, column, quote;
  std::string frame;  // the quote without the figure
};

std::vector<OldFact> facts_for_succession(const Database& database, int64_t document);

// For each of `old_facts` the index of its successor in `new_facts`, or −1. Two readings of the
// same text: the fact at the same place.
std::vector<int> successors_by_place(const std::vector<OldFact>& old_facts,
                                     const std::vector<OldFact>& new_facts);

// Two versions of a text: the fact of the same sentence, else of the same table heads, else of the
// sentence that differs only in this figure or in its digits, else of the same subject. Each new
// fact succeeds one old fact.
std::vector<int> successors_by_meaning(const std::vector<OldFact>& old_facts,
                                       const std::vector<OldFact>& new_facts);

// Notes in replaced_facts what the old facts became; an id still among `new_facts` is none.
void note_successors(const Database& database, int64_t document, int64_t run,
                     const std::string& reason, const std::vector<OldFact>& old_facts,
                     const std::vector<OldFact>& new_facts, const std::vector<int>& successors);

}  // namespace cifra
