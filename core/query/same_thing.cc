#include "core/query/same_thing.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <unordered_map>

#include "core/facts/units.h"
#include "core/lexicon/phrase_role.h"
#include "core/lexicon/question_words.h"
#include "core/lexicon/word_class.h"
#include "core/query/term_match.h"
#include "core/text/ascii_letters.h"

namespace cifra {
namespace {

struct LikenessWeight {
  Likeness likeness;
  double weight;
  std::string_view why;
};
constexpr std::array<LikenessWeight, kLikenesses> kWeights = {{
    {Likeness::kScore, 0.61, "the search finds it near"},
    {Likeness::kAround, 1.6, "its sentence, headings and title say the claim's words"},
    {Likeness::kMissing, -1.05, "a weighty word of the claim is nowhere around it"},
    {Likeness::kHeadMissing, -1.0, "the noun the claim measures is nowhere there"},
    {Likeness::kObjectMissing, -0.7, "words of what the claim measures are not there"},
    {Likeness::kOtherNoun, -1.5, "it counts something else"},
    {Likeness::kOtherObject, -2.0, "of the same sort of thing, another one"},
    {Likeness::kBeside, -1.0, "another of its document says more of the claim's words"},
    {Likeness::kBesideInSentence, -3.0, "… and of its own sentence at that"},
    {Likeness::kTimeAgainst, -1.65, "it is of another time"},
    {Likeness::kPlaceAgainst, -1.4, "it is of another place, or says none"},
    {Likeness::kNameMissing, -0.8, "a name the claim speaks of is nowhere there"},
    {Likeness::kPart, -1.2, "it is a part of a whole the claim does not speak of"},
    {Likeness::kFormer, -1.5, "it is a level given for comparison"},
    {Likeness::kTelling, 0.1, "its own words tell it from others of its document"},
    {Likeness::kFarOff, -2.5, "numbers powers of ten apart seldom are of one thing"},
    {Likeness::kVeryFarOff, -1.0, "… and the more powers the less"},
    {Likeness::kSameDigits, 3.1, "the same digits are seldom chance"},
}};

// "None of them" is the likelier the nearer a search can come and still be wrong.
constexpr double kNone = 1.7;
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

// Digits that agree and would not by chance: 0 … 1. A bound far below or above is met by many
// numbers.
double same_digits(const Quantity& claim, const Comparison& comparison, double powers) {
  constexpr double kBound = 0.1, kEnough = 4;
  constexpr double kNear = 0.02;  // powers of ten: 5 %
  if (comparison.agreement != Agreement::kAgrees) return 0;
  switch (claim.approximation) {
    case Approximation::kOver:
    case Approximation::kAtLeast:
    case Approximation::kUnder:
    case Approximation::kAtMost:
      if (powers > kNear) return kBound;
      break;
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

// "|terza| rata": the stems of ordinals before a noun, in either gender.
std::set<std::string> ordinals_in(const Stemmer& stemmer, std::string_view text) {
  static constexpr std::string_view kStems[] = {"second", "terz",  "quart", "quint", "sest",
                                                "settim", "ottav", "non",   "decim"};
  std::set<std::string> ordinals;
  for (const Term& term : stemmer.terms(text)) {
    if (std::ranges::find(kStems, term.stem) != std::end(kStems) && term.word != "non" &&
        term.word != "secondo") {
      ordinals.insert(term.stem);
    }
  }
  return ordinals;
}

// The stems of words that can name what is measured: no participles, numbers or times.
std::string content_stems(const Stemmer& stemmer, std::string_view text) {
  std::string stems;
  for (const Term& term : stemmer.terms(text)) {
    const bool digit = !term.word.empty() && term.word[0] >= '0' && term.word[0] <= '9';
    const bool names_nothing =
        (word_classes(term.word) & (kAdjective | kQuantifier)) != 0 ||
        (phrase::roles_of(term.word) & (phrase::kGenericNoun | phrase::kTimeNoun)) != 0 ||
        is_change_word(term.word) || is_generic_noun(term.stem);
    if (term.function_word || digit || names_nothing || looks_like_participle(term.word)) continue;
    if (!stems.empty()) stems += ' ';
    stems += term.stem;
  }
  return stems;
}

}  // namespace

ClaimedThing::ClaimedThing(const Database& database, const Stemmer& stemmer,
                           const ClaimFigure& figure)
    : stemmer_(stemmer), figure_(figure), weights_(rarities(database, figure.question)) {
  const Fact& fact = figure.fact;
  const std::string head = stemmer.stems(fact.counted.empty() ? fact.subject : fact.counted);
  const std::string object = ' ' + content_stems(stemmer, fact.subject + ' ' + fact.counted) + ' ';
  counted_ = stemmer.stems(fact.counted);
  ordinals_ = ordinals_in(stemmer, fact.subject);
  const std::string places = ' ' + stemmer.stems(fact.place_name) + ' ';
  for (const QuestionTerm& term : figure.question.terms) {
    head_.push_back(term.stem == head_of(head));
    // Who says so is part of the phrase and no part of the thing: "progetti censiti da AgID".
    const bool named = term.proper && !head_.back();
    object_.push_back(!named && object.find(' ' + term.stem + ' ') != std::string::npos);
    place_.push_back(places.find(' ' + term.stem + ' ') != std::string::npos);
  }
}

double ClaimedThing::place_against(const FactRow& row, const std::vector<double>& said) const {
  constexpr double kUnsaid = 0.5, kAnother = 1.6;
  const std::vector<std::string>& places = figure_.question.places;
  const bool local = !row.place.empty() && row.place != "IT";
  if (places.empty()) return local ? kUnsaid : 0;
  if (std::ranges::find(places, row.place) != places.end()) return 0;
  for (size_t i = 0; i < said.size(); ++i) {
    if (place_[i] && said[i] == 1) return 0;  // "l'isola", and the headings name it
  }
  return local ? kAnother : 1;
}

bool ClaimedThing::is_elsewhere(const FactRow& row, const std::vector<double>& said) const {
  return !figure_.question.places.empty() && place_against(row, said) >= 1;
}

bool ClaimedThing::is_another_of_them(const FactRow& row) const {
  if (ordinals_.empty()) return false;
  const std::set<std::string> said = ordinals_in(stemmer_, row.quote + ' ' + row.row);
  return !said.empty() && std::ranges::none_of(ordinals_, [&](const std::string& ordinal) {
    return said.contains(ordinal);
  });
}

double ClaimedThing::other_object(const FactRow& row, const std::vector<double>& said) const {
  constexpr double kSaid = 0.5;
  if (is_another_of_them(row)) return 1;
  const std::string own = content_stems(stemmer_, row.subject + ' ' + row.counted);
  double shared = 0, missing = 0, object = 0;
  const bool has_head = std::ranges::find(head_, true) != head_.end();
  for (size_t i = 0; i < said.size(); ++i) {
    if (!object_[i]) continue;
    object += weights_[i];
    if (head_[i] || !has_head) shared += strength_in(figure_.question.terms[i], own);
    if (said[i] < kSaid) missing += weights_[i];
  }
  bool of_its_own = false;
  for_each_stem(own, [&](std::string_view stem) {
    of_its_own = of_its_own || share_asked(figure_.question, stem) < kSaid;
  });
  return shared >= kSaid && of_its_own && object > 0 ? missing / object : 0;
}

double ClaimedThing::head_said_beside(const FactRow& row) const {
  const std::string sentence = stemmer_.stems(row.quote + ' ' + row.row + ' ' + row.column);
  double said = 0;
  bool has_head = false;
  for (size_t i = 0; i < head_.size(); ++i) {
    if (!head_[i]) continue;
    has_head = true;
    said = std::max(said, strength_in(figure_.question.terms[i], sentence));
  }
  return has_head ? said : 1;
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
  double missing = 0, head_missing = 0, name_missing = 0, object = 0, object_missing = 0;
  double other_noun = 0;
  const std::string counted = stemmer_.stems(row.counted);
  for (size_t i = 0; i < said.size(); ++i) {
    if (object_[i]) {
      object += weights_[i];
      object_missing += weights_[i] * (1 - said[i]);
    }
    if (head_[i] && !counted_.empty() && !counted.empty() && !is_generic_noun(counted) &&
        !is_generic_noun(counted_)) {
      other_noun = 1 - strength_in(question.terms[i], head_of(counted));
    }
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
  if (counted.empty() && counted_.empty() && head_said_beside(row) == 0) {
    // "arrivi +12,8 %" of "le presenze sono cresciute del 12,8 %": its own subject is another.
    constexpr double kOfSubjects = 0.5;
    const std::string own = content_stems(stemmer_, row.subject);
    if (!own.empty() && share_asked(question, head_of(own)) == 0) other_noun = kOfSubjects;
  }
  set(Likeness::kObjectMissing, object > 0 ? object_missing / object : 0);
  set(Likeness::kOtherNoun, other_noun);
  set(Likeness::kOtherObject, other_object(row, said));
  set(Likeness::kBeside, feature(Feature::kBound));  // made relative by compare_neighbours()
  set(Likeness::kTimeAgainst, feature(Feature::kTimeAgainst));
  set(Likeness::kPlaceAgainst, place_against(row, said));
  set(Likeness::kNameMissing, name_missing);
  set(Likeness::kPart, fact.whole && !figure_.quantity.whole ? 1 : 0);
  set(Likeness::kFormer, feature(Feature::kFormer));
  set(Likeness::kTelling, feature(Feature::kTelling));
  const double powers = powers_apart(figure_.quantity, fact, comparison);
  set(Likeness::kFarOff, std::min(powers, 1.0));
  set(Likeness::kVeryFarOff, std::max(powers - 1, 0.0));
  set(Likeness::kSameDigits, same_digits(figure_.quantity, comparison, powers));
  return result;
}

bool is_far_off(const LikenessVector& likeness) {
  return likeness[static_cast<size_t>(Likeness::kVeryFarOff)] >= 1;
}

bool is_of_another_thing(const LikenessVector& likeness) {
  constexpr double kNothingOf = 0.9, kMuch = 0.4;
  const auto at = [&](Likeness name) { return likeness[static_cast<size_t>(name)]; };
  return (at(Likeness::kOtherNoun) >= kNothingOf && at(Likeness::kHeadMissing) >= kNothingOf) ||
         at(Likeness::kOtherObject) >= kMuch;
}

void compare_neighbours(const std::vector<FactPlace>& places, std::vector<LikenessVector>& facts) {
  constexpr auto kBeside = static_cast<size_t>(Likeness::kBeside);
  constexpr auto kInSentence = static_cast<size_t>(Likeness::kBesideInSentence);
  std::unordered_map<int64_t, double> of_document;
  std::map<std::pair<int64_t, std::string_view>, double> of_sentence;
  for (size_t i = 0; i < facts.size(); ++i) {
    const double own = facts[i][kBeside];
    double& in_document = of_document[places[i].document];
    double& in_sentence = of_sentence[{places[i].document, places[i].sentence}];
    in_document = std::max(in_document, own);
    in_sentence = std::max(in_sentence, own);
  }
  for (size_t i = 0; i < facts.size(); ++i) {
    const double own = facts[i][kBeside];
    facts[i][kBeside] = of_document[places[i].document] - own;
    facts[i][kInSentence] = of_sentence[{places[i].document, places[i].sentence}] - own;
  }
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

}  // namespace cifra
