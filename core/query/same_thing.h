// How surely each of a search's facts is about the thing a claim speaks of, and how surely none is.
// A search asks which fact is nearest; here the nearest may still be about something else ("le
// schede bianche" beside a turnout), so what a claim says and a fact does not counts against it.
//
// The weights are those of a multinomial logit over the facts and "none of them", fitted to claims
// checked by hand.

#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/query/agreement.h"
#include "core/query/claim.h"
#include "core/query/search.h"
#include "core/store/database.h"
#include "core/store/reader.h"
#include "core/text/stems.h"

namespace cifra {

enum class Likeness : uint8_t {
  kScore,
  kAround,
  kMissing,
  kHeadMissing,
  kTimeAgainst,
  kPlaceAgainst,
  kNameMissing,
  kPart,
  kFormer,
  kTelling,
  kFarOff,
  kSameDigits,
  kCount_,  // how many there are
};
inline constexpr size_t kLikenesses = static_cast<size_t>(Likeness::kCount_);
using LikenessVector = std::array<double, kLikenesses>;

// A figure of a claim with what comparing it with many facts asks for once.
class ClaimedThing {
 public:
  // All must outlive this.
  ClaimedThing(const Database& database, const Stemmer& stemmer, const ClaimFigure& figure);

  // How strongly the words around the fact say each term of the claim: 0 … 1.
  std::vector<double> said_by(const FactRow& row) const;
  // How much of the claim's words that is, by weight: 0 … 1.
  double share_of(const std::vector<double>& said) const;

  // `said` is said_by(row), `comparison` compare(figure.quantity, fact).
  LikenessVector likeness_to(const FactRow& row, const std::vector<double>& said,
                             const SearchHit& hit, const Quantity& fact,
                             const Comparison& comparison) const;

 private:
  // 1 where the claim names a place and the fact another or none; less the other way round.
  double place_against(const FactRow& row, const std::vector<double>& said) const;

  const Stemmer& stemmer_;
  const ClaimFigure& figure_;
  std::vector<double> weights_;  // per term of the question: how rare it is, summing to 1
  std::vector<bool> head_;       // per term: whether it is the noun the claim measures
  std::vector<bool> place_;      // per term: whether it names the claim's place
};

// For each fact the probability, 0 … 1, that it is what the claim speaks of; what they lack to 1 is
// the probability that none is.
std::vector<double> probabilities(const std::vector<LikenessVector>& facts);

struct LikenessWeight {
  Likeness likeness;
  std::string_view name;
  double weight;
  std::string_view why;
};
const std::array<LikenessWeight, kLikenesses>& likeness_weights();

}  // namespace cifra
