// Facts that answer a question, best first: candidates from the store's full text index, then
// ranked by what they say (core/query/ranking.h).

#pragma once

#include <cstdint>
#include <vector>

#include "core/query/candidates.h"
#include "core/query/question.h"
#include "core/query/ranking.h"
#include "core/store/database.h"

namespace cifra {

struct SearchHit {
  int64_t fact = 0;  // facts.number
  double score = 0;
  FeatureVector features{};
};

std::vector<SearchHit> search(const Database& database, const Question& question,
                              const Stemmer& stemmer, const SearchFilter& filter = {});

}  // namespace cifra
