// How surely each of a search's facts is about the thing a claim speaks of, and how surely none is.
// A search asks which fact is nearest; here the nearest may still be about something else ("le
// schede bianche" beside a turnout), so what a claim says and a fact does not counts against it.
//
// The weights are those of a multinomial logit over the facts and "none of them", fitted to claims
// checked by hand.

#pragma once

#include <array>
#include <cstdint>
#include <set>
#include <string>
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
  kObjectMissing,
  kOtherNoun,
  kOtherObject,
  kBeside,
  kBesideInSentence,
  kTimeAgainst,
  kPlaceAgainst,
  kNameMissing,
  kPart,
  kFormer,
  kTelling,
  kFarOff,
  kVeryFarOff,
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

  // Whether the claim names a place of which nothing around the fact speaks.
  bool is_elsewhere(const FactRow& row, const std::vector<double>& said) const;

  // `said` is said_by(row), `comparison` compare(figure.quantity, fact).
  LikenessVector likeness_to(const FactRow& row, const std::vector<double>& said,
                             const SearchHit& hit, const Quantity& fact,
                             const Comparison& comparison) const;

 private:
  // How strongly the fact's own sentence or heads say the noun the claim measures; 1 for none.
  double head_said_beside(const FactRow& row) const;
  // "la seconda rata" beside a claim on the third.
  bool is_another_of_them(const FactRow& row) const;
  // "trapianti di cornea" beside a fact of "trapianti di pancreas": how much of what the claim
  // measures is nowhere around the fact, which has a word of its own in its place.
  double other_object(const FactRow& row, const std::vector<double>& said) const;
  // 1 where the claim names a place and the fact none, more where it names another, less where only
  // the fact names one.
  double place_against(const FactRow& row, const std::vector<double>& said) const;

  const Stemmer& stemmer_;
  const ClaimFigure& figure_;
  std::vector<double> weights_;  // per term of the question: how rare it is, summing to 1
  std::vector<bool> head_;       // per term: whether it is the noun the claim measures
  std::vector<bool> object_;     // per term: whether it is of the phrase that says what is measured
  std::string counted_;          // stems of what the claim counts
  std::set<std::string> ordinals_;  // "la |terza| rata"
  std::vector<bool> place_;         // per term: whether it names the claim's place
};

// Hundreds of times more or less: false claims seldom are so false.
bool is_far_off(const LikenessVector& likeness);

// Whether the fact names another thing in so many words: "trapianti di pancreas" beside a claim on
// "trapianti di cornea". Such a fact decides nothing.
bool is_of_another_thing(const LikenessVector& likeness);

// Where a fact stands.
struct FactPlace {
  int64_t document = 0;
  std::string sentence;
};

// Notes for each fact how much more of the claim another of its document, and of its sentence, says
// of itself: "la spesa per i teatri" beside "la spesa per le biblioteche".
void compare_neighbours(const std::vector<FactPlace>& places, std::vector<LikenessVector>& facts);

// For each fact the probability, 0 … 1, that it is what the claim speaks of; what they lack to 1 is
// the probability that none is.
std::vector<double> probabilities(const std::vector<LikenessVector>& facts);

}  // namespace cifra
