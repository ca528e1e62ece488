// Which facts a search ranks at all: those the store's full text index finds for a question's
// words, all of them together first, then fewer, the rarest last to go. Bounded, so that a question
// costs the same in a store of a million facts.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/query/question.h"
#include "core/store/database.h"

namespace cifra {

// What cuts, where a question only prefers. Empty and nullopt: any.
struct SearchFilter {
  std::string unit, kind;
  std::optional<double> minimum, maximum;
  std::string from, to;  // ISO 8601 dates: the fact's time touches them
  std::string issuer;    // words of it, in any case
  std::string document;  // a document's id, or part of its path
  size_t limit = 10;     // of the answers
};

struct CandidateFacts {
  std::vector<int64_t> facts;        // facts.number
  std::vector<double> term_weights;  // of the question's terms: how rare each is, summing to 1
};

CandidateFacts candidate_facts(const Database& database, const Question& question,
                               const SearchFilter& filter);

}  // namespace cifra
