#include "core/query/ranking.h"

#include <algorithm>
#include <cmath>

namespace cifra {
namespace {

constexpr std::array<FeatureWeight, kFeatures> kWeights = {{
    {Feature::kSubject, "subject", 1.9, "what it measures is what is asked"},
    {Feature::kAskedNoun, "asked_noun", 2.0, "quanti Comuni: the number counts Comuni"},
    {Feature::kOtherNoun, "other_noun", -2.0, "the number counts something else"},
    {Feature::kNearby, "nearby", 3.8, "words beside the figure belong to it more than far ones"},
    {Feature::kBound, "bound", 1.8, "a word belongs to the figure nearest to it"},
    {Feature::kClause, "clause", 0.2, "a sentence may hold several figures, a clause rarely"},
    {Feature::kSentence, "sentence", 2.8, "the sentence says what the figure is of"},
    {Feature::kNeighbours, "neighbours", 2.0, "the sentence before names what it takes up"},
    {Feature::kHeadings, "headings", 1.5, "headings name the matter"},
    {Feature::kTitle, "title", 3.2, "the title names the document's matter"},
    {Feature::kDocument, "document", 2.2, "other facts of the document say the rest"},
    {Feature::kAll, "all", 7.0, "together they should say all that is asked"},
    {Feature::kKind, "kind", 2.6, "quanto costa asks for money"},
    {Feature::kKindAgainst, "kind_against", -3.0, "a duration is no answer to quanti Comuni"},
    {Feature::kUnit, "unit", 0.8, "quanti ettari"},
    {Feature::kUnitAgainst, "unit_against", -1.2, "metres are no answer to quanti ettari"},
    {Feature::kTime, "time", 2.7, "of the year that is asked for"},
    {Feature::kTimeAgainst, "time_against", -1.8, "of another year"},
    {Feature::kPlace, "place", 3.0, "of the place that is asked for"},
    {Feature::kPlaceAgainst, "place_against", -2.3, "of another place"},
    {Feature::kChange, "change", 1.1, "di quanto è cresciuto asks for a difference"},
    {Feature::kChangeAgainst, "change_against", -1.8, "a difference is no level, nor the reverse"},
    {Feature::kTarget, "target", -0.6, "what is aimed at is no state of things"},
    {Feature::kFormer, "former", -2.0, "a level given for comparison is not the one asked for"},
    {Feature::kHedged, "hedged", -0.6, "of a round and an exact figure the exact one answers"},
    {Feature::kPart, "part", -0.2, "a figure of which the text says the whole"},
    {Feature::kEarly, "early", 0.4, "documents say the main things first"},
    {Feature::kConfidence, "confidence", 0.3, "sure readings before doubtful ones"},
}};

// Calls `action` with each space-separated stem.
template <typename Action>
void for_each_stem(std::string_view stems, Action action) {
  for (size_t at = 0; at < stems.size();) {
    size_t end = stems.find(' ', at);
    if (end == std::string_view::npos) end = stems.size();
    if (end > at) action(stems.substr(at, end - at));
    at = end + 1;
  }
}

// Same stem 1, a derived word ("farmac", "farmaceut") less.
double likeness(std::string_view asked, std::string_view said) {
  constexpr size_t kSharedLetters = 5;
  constexpr double kDerived = 0.6;
  if (asked == said) return 1;
  const size_t shorter = std::min(asked.size(), said.size());
  if (shorter < kSharedLetters || (asked[0] >= '0' && asked[0] <= '9')) return 0;
  const bool prefix = asked.substr(0, shorter) == said.substr(0, shorter);
  return prefix ? kDerived : 0;
}

double strength_in(const QuestionTerm& term, std::string_view stems) {
  double best = 0;
  for (const TermVariant& variant : term.variants) {
    double sum = 0;
    for (const std::string& stem : variant.stems) {
      double found = 0;
      for_each_stem(stems, [&](std::string_view said) {
        if (found < 1) found = std::max(found, likeness(stem, said));
      });
      sum += found;
    }
    const double share = sum / static_cast<double>(variant.stems.size());
    // Half of a long form is no acronym.
    const double strength = variant.stems.size() > 1 && share < 0.7 ? 0 : share * variant.strength;
    best = std::max(best, strength);
    if (best == 1) break;
  }
  return best;
}

double coverage(const std::vector<double>& weights, const std::vector<double>& strengths) {
  double sum = 0;
  for (size_t i = 0; i < weights.size(); ++i) sum += weights[i] * strengths[i];
  return sum;
}

void keep_best(std::vector<double>& best, const std::vector<double>& other, double factor = 1) {
  for (size_t i = 0; i < best.size(); ++i) best[i] = std::max(best[i], other[i] * factor);
}

bool is_kind(std::string_view kind, Asked asked) {
  switch (asked) {
    case Asked::kCount:
      return kind == "count" || kind == "number";
    case Asked::kMoney:
      return kind == "money";
    case Asked::kShare:
      return kind == "percent" || kind == "share";
    case Asked::kDuration:
      return kind == "duration";
    case Asked::kMeasure:
      return kind == "measure";
    case Asked::kMultiple:
      return kind == "multiple";
    case Asked::kAnything:
      break;
  }
  return false;
}

void kind_features(const Question& question, const Candidate& candidate, FeatureVector& vector) {
  const auto set = [&](Feature feature, double value) {
    vector[static_cast<size_t>(feature)] = value;
  };
  if (question.asked != Asked::kAnything) {
    const double sure = question.asked_surely ? 1 : 0.6;
    if (is_kind(candidate.kind, question.asked)) {
      set(Feature::kKind, sure);
    } else if (candidate.kind != "number") {  // a bare number may be anything
      set(Feature::kKindAgainst, sure);
    }
  }
  if (!question.unit.empty()) {
    set(candidate.unit == question.unit ? Feature::kUnit : Feature::kUnitAgainst, 1);
  }
  const bool change = !candidate.change.empty() || candidate.nature == "change";
  if (question.change && change) set(Feature::kChange, 1);
  if (question.change != change) set(Feature::kChangeAgainst, 1);
  const bool target = candidate.nature == "target";
  if (target && !question.target) set(Feature::kTarget, 1);
  set(Feature::kHedged, candidate.approximation.empty() ? 0 : 1);
  set(Feature::kPart, candidate.whole.empty() ? 0 : 1);
  set(Feature::kEarly, 1 / (1 + static_cast<double>(candidate.order) / 10));
  set(Feature::kConfidence, candidate.confidence);
}

// 1 the same period, less one inside the other, little where they only touch, 0 apart.
double overlap(const Period& asked, std::string_view from, std::string_view to) {
  constexpr double kInside = 0.85, kAround = 0.65, kTouching = 0.4;
  if (!to.empty() && !asked.from.empty() && to < asked.from) return 0;
  if (!from.empty() && !asked.to.empty() && from > asked.to) return 0;
  if (from == asked.from && to == asked.to) return 1;
  if (from >= asked.from && !to.empty() && to <= asked.to) return kInside;
  if (from <= asked.from && (to.empty() || to >= asked.to)) return kAround;
  return kTouching;
}

void time_features(const Question& question, const Candidate& candidate, FeatureVector& vector) {
  if (question.periods.empty() || candidate.time.empty()) return;
  double best = 0;
  for (const Period& period : question.periods) {
    best = std::max(best, overlap(period, candidate.time_from, candidate.time_to));
  }
  // What is inherited is weaker evidence; a document's date often only follows the asked time.
  const double trust = candidate.time_source == "stated"          ? 1
                       : candidate.time_source == "document_date" ? 0.35
                                                                  : 0.6;
  if (best > 0) {
    vector[static_cast<size_t>(Feature::kTime)] = best * trust;
  } else {
    vector[static_cast<size_t>(Feature::kTimeAgainst)] = trust;
  }
}

void place_features(const Question& question, const Candidate& candidate, FeatureVector& vector) {
  const bool local = !candidate.place.empty() && candidate.place != "IT";
  if (question.places.empty()) {
    if (local) vector[static_cast<size_t>(Feature::kPlaceAgainst)] = 0.5;
    return;
  }
  const bool same = std::ranges::find(question.places, candidate.place) != question.places.end();
  if (same) vector[static_cast<size_t>(Feature::kPlace)] = 1;
  if (!same && local) vector[static_cast<size_t>(Feature::kPlaceAgainst)] = 1;
}

// Nearness of each term: its best match weighed by the distance to the figure.
void nearness(const Question& question, const std::vector<SentenceWord>& words,
              std::vector<double>& near, std::vector<double>& clause, std::vector<double>& bound) {
  constexpr double kHalfWay = 9;  // words at which a match counts half
  for (size_t t = 0; t < question.terms.size(); ++t) {
    for (const TermVariant& variant : question.terms[t].variants) {
      for (const std::string& stem : variant.stems) {
        for (const SentenceWord& word : words) {
          double match = likeness(stem, word.stem) * variant.strength;
          if (match == 0) continue;
          if (word.nearest) bound[t] = std::max(bound[t], match);
          if (word.same_clause) clause[t] = std::max(clause[t], match);
          match /= 1 + static_cast<double>(word.distance) / kHalfWay;
          near[t] = std::max(near[t], word.same_clause ? match : match * 0.7);
        }
      }
    }
  }
}

}  // namespace

const std::array<FeatureWeight, kFeatures>& feature_weights() { return kWeights; }

std::vector<double> term_strengths(const Question& question, std::string_view stems) {
  std::vector<double> strengths;
  strengths.reserve(question.terms.size());
  for (const QuestionTerm& term : question.terms) strengths.push_back(strength_in(term, stems));
  return strengths;
}

FeatureVector features_of(const Question& question, const std::vector<double>& weights,
                          const Candidate& candidate, const DocumentWords& document,
                          const Surrounding& surrounding) {
  FeatureVector vector{};
  const auto set = [&](Feature feature, double value) {
    vector[static_cast<size_t>(feature)] = value;
  };
  const std::string own =
      candidate.subject_stems + ' ' + candidate.counted_stems + ' ' + candidate.head_stems;
  const std::vector<double> subject = term_strengths(question, own);
  const std::vector<double> sentence = term_strengths(question, candidate.sentence_stems);
  const std::vector<double> headings = term_strengths(question, candidate.heading_stems);
  const std::vector<double> title = term_strengths(question, document.stems);
  const std::vector<double> neighbours = term_strengths(question, surrounding.neighbour_stems);
  set(Feature::kSubject, coverage(weights, subject));
  set(Feature::kSentence, coverage(weights, sentence));
  set(Feature::kHeadings, coverage(weights, headings));
  set(Feature::kTitle, coverage(weights, title));
  set(Feature::kNeighbours, coverage(weights, neighbours));
  set(Feature::kDocument, coverage(weights, document.matched));
  std::vector<double> near(weights.size()), clause(weights.size()), bound(weights.size());
  nearness(question, surrounding.words, near, clause, bound);
  set(Feature::kBound, coverage(weights, bound));
  set(Feature::kFormer, surrounding.former_level ? 1 : 0);
  set(Feature::kNearby, coverage(weights, near));
  set(Feature::kClause, coverage(weights, clause));

  std::vector<double> all = subject;
  keep_best(all, sentence);
  keep_best(all, headings, 0.9);
  keep_best(all, title, 0.9);
  keep_best(all, neighbours, 0.7);
  keep_best(all, document.matched, 0.5);
  set(Feature::kAll, coverage(weights, all));

  for (const QuestionTerm& term : question.terms) {
    if (!term.asked_noun) continue;
    const double counted = strength_in(term, candidate.counted_stems);
    const double said = std::max(counted, 0.6 * strength_in(term, own));
    set(Feature::kAskedNoun, said);
    if (said == 0 && !candidate.counted_stems.empty()) set(Feature::kOtherNoun, 1);
  }
  kind_features(question, candidate, vector);
  time_features(question, candidate, vector);
  place_features(question, candidate, vector);
  return vector;
}

double score_of(const FeatureVector& features) {
  double score = 0;
  for (const FeatureWeight& row : kWeights) {
    score += row.weight * features[static_cast<size_t>(row.feature)];
  }
  return score;
}

}  // namespace cifra
