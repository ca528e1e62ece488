#include "core/query/ranking.h"

#include <algorithm>
#include <cmath>

#include "core/text/stems.h"

namespace cifra {
namespace {

constexpr std::array<FeatureWeight, kFeatures> kWeights = {{
    {Feature::kSubject, "subject", 1.5, "what it measures is what is asked"},
    {Feature::kToThePoint, "to_the_point", 1.4, "and says little besides: a named column"},
    {Feature::kAskedNoun, "asked_noun", 2.1, "quanti Comuni: the number counts Comuni"},
    {Feature::kOtherNoun, "other_noun", -2.1, "the number counts something else"},
    {Feature::kNounAround, "noun_around", 1.2, "it counts nothing of its own: what is told of"},
    {Feature::kNearby, "nearby", 3.65, "words beside the figure belong to it more than far ones"},
    {Feature::kBound, "bound", 1.5, "a word belongs to the figure nearest to it"},
    {Feature::kPairs, "pairs", 0.95, "words that go together in the question go together there"},
    {Feature::kTelling, "telling", 0.8, "words that few figures of the document share"},
    {Feature::kTellingAround, "telling_around", 1.0, "the same, of the words around"},
    {Feature::kSentence, "sentence", 2.65, "the sentence says what the figure is of"},
    {Feature::kBefore, "before", 2.1, "the sentence before names what it takes up"},
    {Feature::kAfter, "after", 0.5, "the sentence after may go on with it"},
    {Feature::kHeadings, "headings", 1.6, "headings name the matter"},
    {Feature::kTitle, "title", 3.35, "the title names the document's matter"},
    {Feature::kDocument, "document", 2.3, "other facts of the document say the rest"},
    {Feature::kAll, "all", 7.25, "together they should say all that is asked"},
    {Feature::kKind, "kind", 2.8, "quanto costa asks for money"},
    {Feature::kKindAgainst, "kind_against", -3.2, "a duration is no answer to quanti Comuni"},
    {Feature::kUnit, "unit", 0.8, "quanti ettari"},
    {Feature::kUnitAgainst, "unit_against", -1.2, "metres are no answer to quanti ettari"},
    {Feature::kTime, "time", 2.6, "of the year that is asked for"},
    {Feature::kTimeInherited, "time_inherited", 1.55, "its heading or title is of that year"},
    {Feature::kTimeOfDocument, "time_of_document", 0.9, "the document is of that year"},
    {Feature::kTimeAgainst, "time_against", -1.6, "of another year"},
    {Feature::kPlace, "place", 3.2, "of the place that is asked for"},
    {Feature::kPlaceAgainst, "place_against", -2.4, "of another place"},
    {Feature::kChange, "change", 1.6, "di quanto è cresciuto asks for a difference"},
    {Feature::kChangeAgainst, "change_against", -2.3, "a difference is no level, nor the reverse"},
    {Feature::kTarget, "target", -0.7, "what is aimed at is no state of things"},
    {Feature::kFormer, "former", -2.1, "a level given for comparison is not the one asked for"},
    {Feature::kValue, "value", 8.0, "the very number that is sought"},
    {Feature::kEcho, "echo", -1.5, "a number that the question names is no answer to it"},
    {Feature::kHedged, "hedged", -0.7, "of a round and an exact figure the exact one answers"},
    {Feature::kPart, "part", -0.2, "a figure of which the text says the whole"},
    {Feature::kEarly, "early", 0.4, "documents say the main things first"},
    {Feature::kConfidence, "confidence", 0.3, "sure readings before doubtful ones"},
}};

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

// How much of these stems the question names: 0 … 1.
double share_asked(const Question& question, std::string_view stems) {
  double asked = 0, all = 0;
  for_each_stem(stems, [&](std::string_view said) {
    if (said[0] >= '0' && said[0] <= '9') return;
    ++all;
    double best = 0;
    for (const QuestionTerm& term : question.terms) {
      for (const TermVariant& variant : term.variants) {
        for (const std::string& stem : variant.stems) {
          if (stem == said) best = std::max(best, variant.strength);
        }
      }
    }
    asked += best;
  });
  return all > 0 ? asked / all : 0;
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
  // A duration most often says for how long something else is measured.
  if (question.asked == Asked::kAnything && candidate.kind == "duration") {
    set(Feature::kKindAgainst, 0.4);
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

// Days since year 0 of YYYY-MM-DD, months as 31 days: good enough to tell weeks from months.
int rough_day(std::string_view date) {
  int parts[3] = {0, 1, 1};
  int part = 0;
  for (size_t i = 0; i < date.size() && part < 3; ++i) {
    if (date[i] == '-') {
      ++part;
      if (part < 3) parts[part] = 0;
    } else if (date[i] >= '0' && date[i] <= '9') {
      parts[part] = parts[part] * 10 + (date[i] - '0');
    }
  }
  return (parts[0] * 12 + parts[1]) * 31 + parts[2];
}

// A bulletin tells of the weeks before it: of a month that is asked for, one of that month or of
// those after it. `inside` is how well its date lies in the time asked for.
double document_time(const std::vector<Period>& asked, std::string_view date, double inside) {
  constexpr int kMonth = 31, kSoonAfter = 45;
  constexpr double kMonthAsked = 2, kSoon = 0.8;
  double best = inside;
  for (const Period& period : asked) {
    if (period.from.empty() || period.to.empty() || date.empty()) continue;
    if (rough_day(period.to) - rough_day(period.from) > kMonth) continue;
    const int after = rough_day(date) - rough_day(period.to);
    if (inside > 0) best = std::max(best, kMonthAsked * inside);
    if (after > 0 && after <= kSoonAfter) best = std::max(best, kSoon);
  }
  return best;
}

void time_features(const Question& question, const Candidate& candidate, FeatureVector& vector) {
  if (question.periods.empty() || candidate.time.empty()) return;
  double best = 0;
  for (const Period& period : question.periods) {
    best = std::max(best, overlap(period, candidate.time_from, candidate.time_to));
  }
  // What is inherited is weaker evidence; a document's date often only follows the asked time.
  const bool stated = candidate.time_source == "stated";
  const bool of_document = candidate.time_source == "document_date";
  const double trust = stated ? 1 : of_document ? 0.35 : 0.6;
  if (of_document) {
    vector[static_cast<size_t>(Feature::kTimeOfDocument)] =
        document_time(question.periods, candidate.time_from, best);
  }
  // "contro i 40 |del 2010|": a former level is the one asked for when its own year is.
  if (stated && best > 0.8) vector[static_cast<size_t>(Feature::kFormer)] = 0;
  if (of_document && best == 0 && vector[static_cast<size_t>(Feature::kTimeOfDocument)] > 0) return;
  if (best > 0) {
    if (of_document) return;
    vector[static_cast<size_t>(stated ? Feature::kTime : Feature::kTimeInherited)] = best;
  } else {
    vector[static_cast<size_t>(Feature::kTimeAgainst)] = trust;
  }
}

// "unità", "persone": counted and yet said of anything.
bool is_generic_noun(std::string_view stems) {
  static constexpr std::string_view kStems[] = {"unit",     "person",  "cas",  "soggett", "numer",
                                                "individu", "element", "punt", "volt"};
  return std::ranges::find(kStems, stems.substr(0, stems.find(' '))) != std::end(kStems);
}

void number_features(const Question& question, const Candidate& candidate, FeatureVector& vector) {
  for (const SoughtNumber& number : question.numbers) {
    if (number.value != candidate.value) continue;
    if (!number.unit.empty() && number.unit != candidate.unit) continue;
    vector[static_cast<size_t>(question.bare ? Feature::kValue : Feature::kEcho)] = 1;
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
              std::vector<double>& near, std::vector<double>& bound) {
  constexpr double kHalfWay = 9;  // words at which a match counts half
  for (size_t t = 0; t < question.terms.size(); ++t) {
    for (const TermVariant& variant : question.terms[t].variants) {
      for (const std::string& stem : variant.stems) {
        for (const SentenceWord& word : words) {
          double match = likeness(stem, word.stem) * variant.strength;
          if (match == 0) continue;
          if (word.nearest) bound[t] = std::max(bound[t], match);
          match /= 1 + static_cast<double>(word.distance) / kHalfWay;
          near[t] = std::max(near[t], word.same_clause ? match : match * 0.7);
        }
      }
    }
  }
}

// How many of the question's neighbouring words stand together in the sentence too, and how near
// the figure: "evasori totali".
double pairs_said(const Question& question, const std::vector<double>& weights,
                  const std::vector<SentenceWord>& words) {
  constexpr double kHalfWay = 12;
  double said = 0, all = 0;
  for (size_t t = 0; t + 1 < question.terms.size(); ++t) {
    const double weight = weights[t] + weights[t + 1];
    all += weight;
    double best = 0;
    for (size_t i = 0; i < words.size(); ++i) {
      if (likeness(question.terms[t].stem, words[i].stem) == 0) continue;
      const size_t first = i > 2 ? i - 2 : 0;
      for (size_t j = first; j < std::min(i + 3, words.size()); ++j) {
        const double match = likeness(question.terms[t + 1].stem, words[j].stem);
        const double distance = std::min(words[i].distance, words[j].distance);
        best = std::max(best, match / (1 + distance / kHalfWay));
      }
    }
    said += weight * best;
  }
  return all > 0 ? said / all : 0;
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
  const std::vector<double> before = term_strengths(question, surrounding.before_stems);
  const std::vector<double> after = term_strengths(question, surrounding.after_stems);
  set(Feature::kSubject, coverage(weights, subject));
  // A cell's heads are all there is to name it; a sentence's subject says only a part.
  constexpr double kOfSentences = 0.3;
  set(Feature::kToThePoint, share_asked(question, candidate.subject_stems) *
                                (candidate.head_stems.empty() ? kOfSentences : 1));
  set(Feature::kSentence, coverage(weights, sentence));
  set(Feature::kHeadings, coverage(weights, headings));
  set(Feature::kTitle, coverage(weights, title));
  set(Feature::kBefore, coverage(weights, before));
  set(Feature::kAfter, coverage(weights, after));
  set(Feature::kDocument, coverage(weights, document.matched));
  std::vector<double> near(weights.size()), bound(weights.size());
  nearness(question, surrounding.words, near, bound);
  set(Feature::kBound, coverage(weights, bound));
  set(Feature::kFormer, surrounding.former_level ? 1 : 0);
  set(Feature::kNearby, coverage(weights, near));
  set(Feature::kPairs, pairs_said(question, weights, surrounding.words));
  if (!document.telling.empty()) {
    std::vector<double> own_words = subject;
    keep_best(own_words, near);
    set(Feature::kTelling, coverage(document.telling, own_words));
    keep_best(own_words, sentence);
    keep_best(own_words, before, 0.7);
    keep_best(own_words, headings);
    set(Feature::kTellingAround, coverage(document.telling, own_words));
  }

  std::vector<double> all = subject;
  keep_best(all, sentence);
  keep_best(all, headings, 0.9);
  keep_best(all, title, 0.9);
  keep_best(all, before, 0.7);
  keep_best(all, after, 0.5);
  keep_best(all, document.matched, 0.5);
  set(Feature::kAll, coverage(weights, all));

  for (const QuestionTerm& term : question.terms) {
    if (!term.asked_noun) continue;
    const double counted = strength_in(term, candidate.counted_stems);
    const double said = std::max(counted, 0.6 * strength_in(term, own));
    set(Feature::kAskedNoun, said);
    if (said > 0) continue;
    if (!candidate.counted_stems.empty() && !is_generic_noun(candidate.counted_stems)) {
      set(Feature::kOtherNoun, 1);
    } else {
      const size_t at = static_cast<size_t>(&term - question.terms.data());
      set(Feature::kNounAround, std::max({sentence[at], headings[at], 0.8 * before[at]}));
    }
  }
  kind_features(question, candidate, vector);
  time_features(question, candidate, vector);
  place_features(question, candidate, vector);
  number_features(question, candidate, vector);
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
