#include "core/query/ranking.h"

#include <algorithm>
#include <cmath>

#include "core/query/term_match.h"
#include "core/text/stems.h"

namespace cifra {
namespace {

// Fitted to questions asked by hand, documents left out in turn, and rounded.
struct FeatureWeight {
  Feature feature;
  double weight;
  std::string_view why;
};
constexpr std::array<FeatureWeight, kFeatures> kWeights = {{
    {Feature::kSubject, 0.7, "what it measures is what is asked"},
    {Feature::kToThePoint, 1.45, "and says little besides: a named column"},
    {Feature::kAskedNoun, 2.25, "quanti Comuni: the number counts Comuni"},
    {Feature::kOtherNoun, -2.25, "the number counts something else"},
    {Feature::kNounAround, 1.4, "it counts nothing of its own: what is told of"},
    {Feature::kNearby, 3.4, "words beside the figure belong to it more than far ones"},
    {Feature::kBound, 1.2, "a word belongs to the figure nearest to it"},
    {Feature::kPairs, 1.15, "words that go together in the question go together there"},
    {Feature::kTelling, 0.6, "words that few figures of the document share"},
    {Feature::kTellingAround, 1.0, "the same, of the words around"},
    {Feature::kSentence, 2.65, "the sentence says what the figure is of"},
    {Feature::kBefore, 2.1, "the sentence before names what it takes up"},
    {Feature::kAfter, 0.7, "the sentence after may go on with it"},
    {Feature::kHeadings, 1.6, "headings name the matter"},
    {Feature::kTitle, 3.35, "the title names the document's matter"},
    {Feature::kDocument, 2.3, "other facts of the document say the rest"},
    {Feature::kAll, 7.5, "together they should say all that is asked"},
    {Feature::kKind, 3.0, "quanto costa asks for money"},
    {Feature::kKindAgainst, -3.3, "a duration is no answer to quanti Comuni"},
    {Feature::kUnit, 0.8, "quanti ettari"},
    {Feature::kUnitAgainst, -1.2, "metres are no answer to quanti ettari"},
    {Feature::kTime, 2.6, "of the year that is asked for"},
    {Feature::kTimeInherited, 1.55, "its heading or title is of that year"},
    {Feature::kTimeOfDocument, 0.9, "the document is of that year"},
    {Feature::kTimeAgainst, -1.6, "of another year"},
    {Feature::kPlace, 3.3, "of the place that is asked for"},
    {Feature::kPlaceAgainst, -2.5, "of another place"},
    {Feature::kChange, 1.6, "di quanto è cresciuto asks for a difference"},
    {Feature::kChangeAgainst, -2.4, "a difference is no level, nor the reverse"},
    {Feature::kTarget, -0.7, "what is aimed at is no state of things"},
    {Feature::kFormer, -2.1, "a level given for comparison is not the one asked for"},
    {Feature::kValue, 8.0, "the very number that is sought"},
    {Feature::kEcho, -1.5, "a number that the question names is no answer to it"},
    {Feature::kHedged, -0.75, "of a round and an exact figure the exact one answers"},
    {Feature::kRestated, -2.8, "the sentence says the same more exactly"},
    {Feature::kTotal, 2.0, "in tutto, in media: what the text calls so"},
    {Feature::kCondition, 2.6, "con più di 250.000 abitanti: what speaks of those"},
    {Feature::kWhich, -1.5, "con più di 5.000 abitanti: says which ones are meant"},
    {Feature::kBeside, 0.8, "words right beside the figure name it"},
    {Feature::kNames, 0.4, "names of the question stand in the sentence"},
    {Feature::kLatest, 1.0, "oggi: the latest document knows"},
    {Feature::kPart, -0.2, "a figure of which the text says the whole"},
    {Feature::kEarly, 0.5, "documents say the main things first"},
    {Feature::kConfidence, 0.3, "sure readings before doubtful ones"},
}};

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
  if (question.amount && !question.asked_surely && candidate.kind == "count") {
    set(Feature::kKindAgainst, 0.6);
  }
  // "che percentuale" asks for no difference of percentages.
  if (question.asked == Asked::kShare && !question.change && candidate.unit == "pp") {
    set(Feature::kUnitAgainst, 1);
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
  if (question.change != change) {
    constexpr double kEither = 0.25;
    set(Feature::kChangeAgainst, change && question.more_or_less ? kEither : 1);
  }
  const bool target = candidate.nature == "target";
  if (target && !question.target) set(Feature::kTarget, 1);
  set(Feature::kHedged, candidate.approximation.empty() && candidate.high.empty() ? 0 : 1);
  set(Feature::kRestated, candidate.restated ? 1 : 0);
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
    const int after = rough_day(date) - rough_day(period.to);
    if (after > 0 && after <= kSoonAfter) best = std::max(best, kSoon);
    const bool month = rough_day(period.to) - rough_day(period.from) <= kMonth;
    if (month && inside > 0) best = std::max(best, kMonthAsked * inside);
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

// "nuove |Amministrazioni|" counts what is asked for, "linee di |azione|" no actions.
double counted_as(const QuestionTerm& term, std::string_view stems) {
  constexpr double kOfAnother = 0.6;
  return std::max(strength_in(term, head_of(stems)), kOfAnother * strength_in(term, stems));
}

// Whether the phrase stands among these stems as a whole.
bool says_phrase(std::string_view stems, std::string_view phrase) {
  for (size_t at = stems.find(phrase); at != std::string_view::npos;
       at = stems.find(phrase, at + 1)) {
    const size_t end = at + phrase.size();
    if ((at == 0 || stems[at - 1] == ' ') && (end == stems.size() || stems[end] == ' '))
      return true;
  }
  return false;
}

void number_features(const Question& question, const Candidate& candidate, FeatureVector& vector) {
  for (const SoughtNumber& number : question.numbers) {
    if (number.value != candidate.value) continue;
    if (!number.unit.empty() && number.unit != candidate.unit) continue;
    vector[static_cast<size_t>(question.bare ? Feature::kValue : Feature::kEcho)] = 1;
  }
}

// How near the figure stands to a number that the question names: "con più di |250.000| abitanti".
double near_condition(const Question& question, const Candidate& candidate,
                      const std::vector<SentenceWord>& words) {
  constexpr double kHalfWay = 6, kUnseen = 0.4;  // words; where headings say it
  double best = 0;
  for (const SoughtNumber& number : question.numbers) {
    if (number.unit == "a") continue;  // "sotto i 36 anni" is told as "18-35"
    for (const std::string& phrase : number.phrases) {
      if (says_phrase(candidate.heading_stems, phrase)) best = std::max(best, kUnseen);
      if (!says_phrase(candidate.sentence_stems, phrase)) continue;
      best = std::max(best, kUnseen);
      for (const SentenceWord& word : words) {
        if (!phrase.starts_with(word.stem)) continue;
        best = std::max(best, 1 / (1 + static_cast<double>(word.distance) / kHalfWay));
      }
    }
  }
  return best;
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

bool is_total_stem(std::string_view stem) {
  static constexpr std::string_view kStems[] = {"total", "compless", "global", "insiem"};
  return std::ranges::find(kStems, stem) != std::end(kStems);
}

bool is_mean_stem(std::string_view stem) { return stem == "med" || stem == "mediament"; }

// Whether the figure's own words, or those beside it, call it so.
template <typename Says>
bool is_called(Says says, const std::string& own, const std::vector<SentenceWord>& words) {
  constexpr uint32_t kNear = 4;
  bool said = false;
  for_each_stem(own, [&](std::string_view stem) { said = said || says(stem); });
  return said || std::ranges::any_of(words, [&](const SentenceWord& word) {
           return word.nearest && word.distance <= kNear && says(word.stem);
         });
}

// Nearness of each term: its best match weighed by the distance to the figure.
void nearness(const Question& question, const std::vector<SentenceWord>& words,
              std::vector<double>& near, std::vector<double>& bound, std::vector<double>& beside) {
  constexpr double kHalfWay = 9;  // words at which a match counts half
  constexpr double kBeside = 2;   // … and much less
  for (size_t t = 0; t < question.terms.size(); ++t) {
    for (const TermVariant& variant : question.terms[t].variants) {
      for (const std::string& stem : variant.stems) {
        for (const SentenceWord& word : words) {
          double match = likeness(stem, word.stem) * variant.strength;
          if (match == 0) continue;
          if (word.nearest) bound[t] = std::max(bound[t], match);
          if (word.nearest && word.same_clause) {
            const double far = static_cast<double>(word.distance) / kBeside;
            beside[t] = std::max(beside[t], match / (1 + far * far));
          }
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
        if (j == i) continue;
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
  constexpr double kOwnWords = 0.8, kSharedWords = 0.5;
  std::vector<double> near(weights.size()), bound(weights.size()), beside(weights.size());
  nearness(question, surrounding.words, near, bound, beside);
  // Its own words belong to it wherever they stand: "alloggi, di cui |340| per studenti";
  // but less where another figure of the sentence has them nearer.
  for (size_t i = 0; i < weights.size(); ++i) {
    const double own_words = near[i] > 0 && bound[i] == 0 ? kSharedWords : kOwnWords;
    bound[i] = std::max(bound[i], own_words * subject[i]);
    near[i] = std::max(near[i], own_words * subject[i]);
  }
  set(Feature::kBeside, coverage(weights, beside));
  if (question.total || question.mean) {
    const bool total = is_called(is_total_stem, own, surrounding.words);
    const bool mean = is_called(is_mean_stem, own, surrounding.words);
    set(Feature::kTotal, (question.mean ? mean : total) ? 1 : !question.mean && mean ? -1 : 0);
  }
  set(Feature::kLatest, question.now ? document.recency : 0);
  set(Feature::kBound, coverage(weights, bound));
  set(Feature::kFormer, surrounding.former_level ? 1 : 0);
  if (!question.bare) {
    set(Feature::kCondition, near_condition(question, candidate, surrounding.words));
  }
  set(Feature::kWhich, surrounding.tells_which ? 1 : 0);
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

  double names = 0;
  for (size_t i = 0; i < weights.size(); ++i) {
    if (question.terms[i].proper) names += weights[i] * std::max(subject[i], sentence[i]);
  }
  set(Feature::kNames, names);
  if (question.bare && !question.terms.empty() && !surrounding.own_head_stems.empty()) {
    // "incidenza Bolzano": of the row, the column with the first word.
    constexpr double kOfBareWords = 0.9;
    set(Feature::kAskedNoun,
        kOfBareWords * strength_in(question.terms.front(), surrounding.own_head_stems));
  }
  for (const QuestionTerm& term : question.terms) {
    if (!term.asked_noun) continue;
    const double counted = counted_as(term, candidate.counted_stems);
    double named = 0.6 * strength_in(term, own);
    if (!surrounding.own_head_stems.empty()) {
      // Of "casi confermati / deceduti" the column counts the dead.
      named = strength_in(term, surrounding.own_head_stems) > 0 ? 0.8 : 0.5 * named;
    }
    const double said = std::max(counted, named);
    set(Feature::kAskedNoun, said);
    if (said > 0) continue;
    if (!candidate.counted_stems.empty() && !is_generic_noun(candidate.counted_stems)) {
      set(Feature::kOtherNoun, 1);
    } else if (!candidate.noun_elsewhere) {
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
