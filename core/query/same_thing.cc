#include "core/query/same_thing.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/facts/units.h"
#include "core/text/ascii_letters.h"

namespace cifra {
namespace {

constexpr std::array<LikenessWeight, kLikenesses> kWeights = {{
    {Likeness::kScore, "score", 0.61, "the search finds it near"},
    {Likeness::kAround, "around", 1.6, "its sentence, headings and title say the claim's words"},
    {Likeness::kMissing, "missing", -1.05, "a weighty word of the claim is nowhere around it"},
    {Likeness::kHeadMissing, "head_missing", -1.0, "the noun the claim measures is nowhere there"},
    {Likeness::kTimeAgainst, "time_against", -1.65, "it is of another time"},
    {Likeness::kPlaceAgainst, "place_against", -1.05, "it is of another place, or says none"},
    {Likeness::kNameMissing, "name_missing", -0.8, "a name the claim speaks of is nowhere there"},
    {Likeness::kPart, "part", -0.25, "it is a part of a whole the claim does not speak of"},
    {Likeness::kFormer, "former", -0.95, "it is a level given for comparison"},
    {Likeness::kTelling, "telling", 0.28, "its own words tell it from others of its document"},
    {Likeness::kFarOff, "far_off", -2.8, "numbers powers of ten apart seldom are of one thing"},
    {Likeness::kSameDigits, "same_digits", 2.9, "the same digits are seldom chance"},
}};

// "None of them" is the likelier the nearer a search can come and still be wrong.
constexpr double kNone = 2.0;
constexpr double kNoneOfBestScore = 0.36;

constexpr int64_t kCommon = 2000;  // facts that say a word, counted at most

// How rare each term is in the store. A word the store does not know is as rare as can be: no fact
// is surely about it.
std::vector<double> rarities(const Database& database, const Question& question) {
  Statement count = database.prepare(
      "SELECT count(*) FROM (SELECT 1 FROM facts_fts WHERE facts_fts MATCH ?1 LIMIT ?2)");
  std::vector<double> weights;
  double sum = 0;
  for (const QuestionTerm& term : question.terms) {
    count.bind(1, "\"" + term.stem + "\"").bind(2, kCommon);
    const int64_t matches = count.step() ? count.integer(0) : 0;
    count.reset();
    weights.push_back(term.weight *
                      std::log(1 + 4.0 * kCommon / (2.0 + static_cast<double>(matches))));
    sum += weights.back();
  }
  for (double& weight : weights) weight /= sum;
  return weights;
}

// Powers of ten between two numbers, at most 3; 1 where their units forbid to say.
double powers_apart(const Quantity& claim, const Quantity& fact, const Comparison& comparison) {
  constexpr double kMost = 3;
  const auto claimed = in_base_units(claim.value, claim.unit);
  const auto known = in_base_units(fact.value, fact.unit);
  if (!claimed || !known) return 1;
  if (scale_of(claim.unit).dimension != scale_of(fact.unit).dimension) {
    return comparison.agreement == Agreement::kAgrees ? 0 : 1;
  }
  const double ratio = std::abs(claimed->approximate() / known->approximate());
  if (!(ratio > 0) || !std::isfinite(ratio)) return 0;
  return std::min(kMost, std::abs(std::log10(ratio)));
}

// Digits that agree and would not by chance: 0 … 1. A bound is met by many numbers.
double same_digits(const Quantity& claim, const Comparison& comparison) {
  constexpr double kBound = 0.25, kEnough = 4;
  if (comparison.agreement != Agreement::kAgrees) return 0;
  switch (claim.approximation) {
    case Approximation::kOver:
    case Approximation::kAtLeast:
    case Approximation::kUnder:
    case Approximation::kAtMost:
      return kBound;
    default:
      break;
  }
  std::string digits;
  for (const char c : claim.surface) {
    if (is_ascii_digit(c)) digits.push_back(c);
  }
  while (!digits.empty() && digits.back() == '0') digits.pop_back();
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
  return std::min(std::max(1.0, static_cast<double>(digits.size())), kEnough) / kEnough;
}

}  // namespace

ClaimedThing::ClaimedThing(const Database& database, const Stemmer& stemmer,
                           const ClaimFigure& figure)
    : stemmer_(stemmer), figure_(figure), weights_(rarities(database, figure.question)) {
  const Fact& fact = figure.fact;
  const std::string head = stemmer.stems(fact.counted.empty() ? fact.subject : fact.counted);
  const std::string places = ' ' + stemmer.stems(fact.place_name) + ' ';
  for (const QuestionTerm& term : figure.question.terms) {
    head_.push_back(term.stem == head.substr(0, head.find(' ')));
    place_.push_back(places.find(' ' + term.stem + ' ') != std::string::npos);
  }
}

double ClaimedThing::place_against(const FactRow& row, const std::vector<double>& said) const {
  constexpr double kUnsaid = 0.5;
  const std::vector<std::string>& places = figure_.question.places;
  const bool local = !row.place.empty() && row.place != "IT";
  if (places.empty()) return local ? kUnsaid : 0;
  if (std::ranges::find(places, row.place) != places.end()) return 0;
  for (size_t i = 0; i < said.size(); ++i) {
    if (place_[i] && said[i] == 1) return 0;  // "l'isola", and the headings name it
  }
  return 1;
}

std::vector<double> ClaimedThing::said_by(const FactRow& row) const {
  std::string words = row.quote;
  for (const std::string* text : {&row.subject, &row.counted, &row.row, &row.column, &row.headings,
                                  &row.document.title, &row.document.issuer}) {
    words.append(1, ' ').append(*text);
  }
  return term_strengths(figure_.question, stemmer_.stems(words));
}

double ClaimedThing::share_of(const std::vector<double>& said) const {
  double sum = 0;
  for (size_t i = 0; i < said.size(); ++i) sum += weights_[i] * said[i];
  return sum;
}

LikenessVector ClaimedThing::likeness_to(const FactRow& row, const std::vector<double>& said,
                                         const SearchHit& hit, const Quantity& fact,
                                         const Comparison& comparison) const {
  const Question& question = figure_.question;
  double missing = 0, head_missing = 0, name_missing = 0;
  for (size_t i = 0; i < said.size(); ++i) {
    missing = std::max(missing, weights_[i] * (1 - said[i]));
    if (head_[i]) head_missing = 1 - said[i];
    if (question.terms[i].proper) name_missing = std::max(name_missing, 1 - said[i]);
  }
  LikenessVector result{};
  const auto set = [&](Likeness likeness, double value) {
    result[static_cast<size_t>(likeness)] = value;
  };
  const auto feature = [&](Feature name) { return hit.features[static_cast<size_t>(name)]; };
  set(Likeness::kScore, hit.score);
  set(Likeness::kAround, feature(Feature::kAll));
  // Of a long claim each word weighs less, and missing one as much.
  set(Likeness::kMissing, missing * static_cast<double>(said.size()));
  set(Likeness::kHeadMissing, head_missing);
  set(Likeness::kTimeAgainst, feature(Feature::kTimeAgainst));
  set(Likeness::kPlaceAgainst, place_against(row, said));
  set(Likeness::kNameMissing, name_missing);
  set(Likeness::kPart, fact.whole && !figure_.quantity.whole ? 1 : 0);
  set(Likeness::kFormer, feature(Feature::kFormer));
  set(Likeness::kTelling, feature(Feature::kTelling));
  set(Likeness::kFarOff, powers_apart(figure_.quantity, fact, comparison));
  set(Likeness::kSameDigits, same_digits(figure_.quantity, comparison));
  return result;
}

std::vector<double> probabilities(const std::vector<LikenessVector>& facts) {
  std::vector<double> sums;
  double best_score = 0, highest = 0;
  for (const LikenessVector& likeness : facts) {
    double sum = 0;
    for (const LikenessWeight& row : kWeights) {
      sum += row.weight * likeness[static_cast<size_t>(row.likeness)];
    }
    sums.push_back(sum);
    best_score = std::max(best_score, likeness[static_cast<size_t>(Likeness::kScore)]);
  }
  const double none = kNone + kNoneOfBestScore * best_score;
  highest = none;
  for (const double sum : sums) highest = std::max(highest, sum);
  double total = std::exp(none - highest);
  for (double& sum : sums) {
    sum = std::exp(sum - highest);
    total += sum;
  }
  for (double& sum : sums) sum /= total;
  return sums;
}

const std::array<LikenessWeight, kLikenesses>& likeness_weights() { return kWeights; }

}  // namespace cifra
