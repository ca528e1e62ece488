// How well a fact answers a question: features of both, each with its weight and why.

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/query/question.h"

namespace cifra {

enum class Feature : uint8_t {
  kSubject,
  kToThePoint,
  kAskedNoun,
  kOtherNoun,
  kNounAround,
  kNearby,
  kBound,
  kPairs,
  kTelling,
  kTellingAround,
  kSentence,
  kBefore,
  kAfter,
  kHeadings,
  kTitle,
  kDocument,
  kAll,
  kKind,
  kKindAgainst,
  kUnit,
  kUnitAgainst,
  kTime,
  kTimeInherited,
  kTimeOfDocument,
  kTimeAgainst,
  kPlace,
  kPlaceAgainst,
  kChange,
  kChangeAgainst,
  kTarget,
  kFormer,
  kValue,
  kEcho,
  kHedged,
  kRestated,
  kTotal,
  kCondition,
  kWhich,
  kBeside,
  kNames,
  kLatest,
  kPart,
  kEarly,
  kConfidence,
  kCount_,  // how many there are
};
inline constexpr size_t kFeatures = static_cast<size_t>(Feature::kCount_);
using FeatureVector = std::array<double, kFeatures>;

// A candidate as the store holds it; stems are separated by spaces.
struct Candidate {
  int64_t fact = 0, passage = 0, document = 0;
  std::string kind, unit, change, nature, place, time, time_source, value;
  std::string time_from, time_to;
  std::string subject_stems, counted_stems, head_stems;
  std::string sentence_stems, heading_stems;
  std::string approximation, whole, high;
  int64_t order = 0;  // of its passage in the document, from 0
  double confidence = 1;
  double real = 0;              // its value, to compare with what stands beside it
  bool noun_elsewhere = false;  // another figure of its sentence counts what is asked for
  bool restated = false;        // its sentence says the same more exactly
};

// What the candidates of one document share.
struct DocumentWords {
  std::string stems;            // of title and issuer
  std::vector<double> matched;  // per term: best strength anywhere in its candidates
  std::vector<double> telling;  // per term: how well it tells its candidates apart, summing to 1
  std::string published_on;
  double recency = 0;  // 0 the oldest document of the candidates, 1 the latest
  int64_t first_passage = 0;
  size_t candidates = 0;
};

// A word of the sentence, for nearness.
struct SentenceWord {
  std::string stem;
  uint32_t distance = 0;     // words between it and the figure
  bool same_clause = false;  // no ";", ":", ".", bracket or other figure's clause between
  bool nearest = false;      // no other figure of the sentence stands nearer to it
};

struct Surrounding {
  std::vector<SentenceWord> words;  // of the sentence; empty in the first pass
  bool former_level = false;        // "|dal 10%| al 12%", "contro i |40|": given for comparison
  bool tells_which = false;         // "Comuni con più di |5.000| abitanti"
  std::string own_head_stems;       // of a cell: the head right above it
  std::string before_stems, after_stems;  // of the passages beside it
};

// `weights` of the terms: how rare each is, summing to 1.
FeatureVector features_of(const Question& question, const std::vector<double>& weights,
                          const Candidate& candidate, const DocumentWords& document,
                          const Surrounding& surrounding);

double score_of(const FeatureVector& features);

}  // namespace cifra
