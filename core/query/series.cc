#include "core/query/series.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "core/facts/units.h"
#include "core/link/place.h"
#include "core/query/agreement.h"
#include "core/query/candidates.h"
#include "core/query/term_match.h"
#include "core/text/stems.h"

namespace cifra {
namespace {

constexpr size_t kLookedAt = 400;

// How much of the metric a fact has to say, by how rare its words are.
constexpr double kElsewhere = 0.8;      // a word said by headings or title only
constexpr double kFamily = 0.6;         // "turismo" for "turistici"
constexpr double kRarestSaid = 0.45;    // the metric's rarest word, anywhere around
constexpr double kAroundSaid = 0.45;    // all of them, anywhere around
constexpr double kOwnBesideBest = 0.7;  // its own words, beside the fact that says most
constexpr double kTitled = 0.6;         // of what is said elsewhere, to the words of its own
constexpr double kHead = 2;             // "arrivi turistici" is of arrivals: the first word is
constexpr double kChangesCount = 0.4;   // a metric named without change is a level if there are any

constexpr std::string_view kMean = ", mean";
constexpr double kMeansCount = 0.3;   // a total is meant where no mean is named
constexpr double kPlacesCount = 0.4;  // nor a place nobody named
constexpr double kSharesCount = 0.4;  // … and no share of something

// What differences are counted from: two against different bases do not contradict each other.
constexpr auto kBaseStems =
    std::to_array<std::string_view>({"annu", "anno", "tendenzial", "congiuntural", "mensil", "mes",
                                     "trimestr", "trimestral", "settiman", "giorn"});

// A fact that may belong to the series.
struct Member {
  FactRow row;
  std::string dimension, place;
  std::string metric;                // what it measures, in so far as that can be told by a word
  std::set<std::string> own, bases;  // stems
  double score = 0;
  double own_said = 0;  // of the metric's words by its own, 0 … 1
};

std::set<std::string> set_of(std::string_view stems) {
  std::set<std::string> result;
  for_each_stem(stems, [&](std::string_view stem) { result.emplace(stem); });
  return result;
}

bool is_change(const FactRow& row) { return !row.change.empty() || row.nature == "change"; }

// What numbers have to share to stand on one axis.
std::string dimension_of(const FactRow& row) {
  if (row.kind == "share") return std::string(scale_of("%").dimension);
  std::string dimension(row.kind == "multiple" ? row.kind : scale_of(row.unit).dimension);
  if (!row.per.empty()) dimension.append(" per ").append(row.per);
  return dimension;
}

std::string own_words(const FactRow& row) {
  std::string words = row.subject;
  for (const std::string* text : {&row.counted, &row.row, &row.column}) {
    words.append(1, ' ').append(*text);
  }
  return words;
}

double coverage(const std::vector<double>& weights, const std::vector<double>& strengths) {
  double said = 0, whole = 0;
  for (size_t i = 0; i < weights.size(); ++i) {
    said += weights[i] * strengths[i];
    whole += weights[i];
  }
  return whole > 0 ? said / whole : 1;
}

// Whether a word of these differs in its last letter only: "turist" and "turism".
bool is_of_family(std::string_view stem, std::string_view stems) {
  constexpr size_t kShortest = 6;
  return stem.size() >= kShortest &&
         (' ' + std::string(stems)).find(' ' + std::string(stem.substr(0, stem.size() - 1))) !=
             std::string::npos;
}

// The first stem of a phrase: of what it speaks.
std::string first_of(const std::string& stems) { return stems.substr(0, stems.find(' ')); }

// By its own word or an acronym; a synonym ("notti" for "presenze") may be of another thing.
bool is_named(const Question& question, const std::string& stem) {
  constexpr double kAsGoodAsTheWord = 0.9;
  return std::ranges::any_of(question.terms, [&](const QuestionTerm& term) {
    return std::ranges::any_of(term.variants, [&](const TermVariant& variant) {
      return variant.strength >= kAsGoodAsTheWord &&
             std::ranges::find(variant.stems, stem) != variant.stems.end();
    });
  });
}

// Reads the facts that say enough of the metric.
class Gatherer {
 public:
  Gatherer(const Database& database, const Stemmer& stemmer, const Question& question,
           const std::set<std::string>& place_words, const SearchFilter& filter)
      : stemmer_(stemmer),
        question_(question),
        weights_(candidate_facts(database, question, filter).term_weights),
        head_weights_(weights_) {
    for (size_t i = 0; i < weights_.size(); ++i) {
      // Times and places are looked at for themselves.
      const QuestionTerm& term = question.terms[i];
      if (term.weight < 1 || place_words.contains(term.stem)) weights_[i] = head_weights_[i] = 0;
      if (weights_[i] > 0 && weights_[i] > weights_[rarest_]) rarest_ = i;
    }
    const auto first = std::ranges::find_if(weights_, [](double weight) { return weight > 0; });
    if (first != weights_.end()) {
      head_weights_[static_cast<size_t>(first - weights_.begin())] *= kHead;
    }
  }

  std::vector<Member> members(std::vector<FactRow> rows, const std::vector<SearchHit>& hits) const {
    std::vector<Member> members;
    double most = 0;
    for (FactRow& row : rows) {
      std::optional<Member> member = member_of(std::move(row));
      if (!member) continue;
      member->score = std::ranges::find(hits, member->row.number, &SearchHit::fact)->score;
      most = std::max(most, member->own_said);
      members.push_back(std::move(*member));
    }
    std::erase_if(members, [most](const Member& m) { return m.own_said < kOwnBesideBest * most; });
    return members;
  }

 private:
  std::optional<Member> member_of(FactRow row) const {
    Member member;
    const std::string words = own_words(row);
    member.place = row.place.empty() ? place_in(words).code : row.place;
    if (member.place == "IT") member.place.clear();
    const std::vector<std::string>& asked = question_.places;
    if (!asked.empty() && std::ranges::find(asked, member.place) == asked.end()) return {};
    const std::string own = stemmer_.stems(words);
    const std::vector<double> said = term_strengths(question_, own);
    const std::string around_words =
        stemmer_.stems(row.quote + ' ' + row.headings + ' ' + row.document.title);
    std::vector<double> around = term_strengths(question_, around_words);
    for (size_t i = 0; i < around.size(); ++i) {
      if (is_of_family(question_.terms[i].stem, around_words)) {
        around[i] = std::max(around[i], kFamily);
      }
      around[i] = std::max(said[i], kElsewhere * around[i]);
    }
    if (!around.empty() && around[rarest_] < kRarestSaid) return {};
    if (coverage(weights_, around) < kAroundSaid) return {};
    std::vector<double> own_said = said;  // "presenze", and the title says "turismo"
    for (size_t i = 1; i < said.size(); ++i) own_said[i] = std::max(said[i], kTitled * around[i]);
    member.own_said = coverage(head_weights_, own_said);
    member.metric = metric_of(row, own);
    member.own = set_of(own);
    for (const std::string& stem : set_of(stemmer_.stems(row.quote))) {
      if (std::ranges::find(kBaseStems, stem) != kBaseStems.end()) member.bases.insert(stem);
    }
    member.dimension = dimension_of(row);
    member.row = std::move(row);
    return member;
  }

  // Of a cell its column's head, of a sentence the noun; what the metric names in so many words is
  // one thing however it is told. A mean is another thing than what it is a mean of, a part of a
  // stated whole another than the whole.
  std::string metric_of(const FactRow& row, const std::string& own) const {
    constexpr double kNamed = 0.75;  // of a head's words
    std::string metric;
    if (!row.column.empty()) {
      double named = 0, words = 0;
      for (const std::string& stem : set_of(stemmer_.stems(row.column))) {
        if (stem[0] >= '0' && stem[0] <= '9') continue;
        ++words;
        named += is_named(question_, stem) ? 1 : 0;
        metric.append(stem).append(1, ' ');
      }
      const std::vector<double> said = term_strengths(question_, own);
      if (words > 0 && named >= kNamed * words && coverage(weights_, said) >= kNamed) {
        metric = "named";
      }
    } else {
      metric = first_of(stemmer_.stems(row.counted.empty() ? row.subject : row.counted));
      if (is_named(question_, metric)) metric = "named";
    }
    static constexpr std::string_view kMeans[] = {"med", "mediament"};
    for (const std::string& stem : set_of(own)) {
      if (std::ranges::find(kMeans, stem) != std::end(kMeans) && !is_named(question_, stem)) {
        metric += kMean;
        break;
      }
    }
    if (!row.whole.empty()) metric += ", part";
    return metric;
  }

  const Stemmer& stemmer_;
  const Question& question_;
  std::vector<double> weights_, head_weights_;
  size_t rarest_ = 0;
};

// Keeps those of the value that most of the members have, better answers weighing more.
template <typename Property, typename Weight>
auto keep_leading(std::vector<Member>& members, Property property, Weight weight) {
  // Many worse answers outvote no good one.
  constexpr double kFall = 3;
  double best = 0;
  for (const Member& member : members) best = std::max(best, member.score);
  std::map<decltype(property(members.front())), double> votes;
  for (const Member& member : members) {
    // What is said in so many words and no others is the metric itself.
    const double said =
        member.own_said * member.own_said / std::sqrt(1 + static_cast<double>(member.own.size()));
    votes[property(member)] +=
        (0.01 + said) * std::exp((member.score - best) / kFall) * weight(member);
  }
  const auto leading = std::ranges::max_element(
      votes, [](const auto& a, const auto& b) { return a.second < b.second; });
  auto chosen = leading->first;
  std::erase_if(members, [&](const Member& member) { return property(member) != chosen; });
  return chosen;
}

std::string leading_unit(const std::vector<Member>& members) {
  std::map<std::string, size_t> count;
  for (const Member& member : members) {
    ++count[member.row.kind == "share" ? std::string("%") : member.row.unit];
  }
  return std::ranges::max_element(count, {}, [](const auto& entry) { return entry.second; })->first;
}

std::optional<Value> value_in(const std::string& unit, const FactRow& row) {
  const auto value = Value::parse(row.value);
  const auto base = value ? in_base_units(*value, row.unit) : std::nullopt;
  if (!base) return {};
  const Value factor = scale_of(unit).factor;
  auto result = product(*base, Value{factor.denominator, factor.numerator});
  if (result && row.change == "decrease" && !result->numerator.is_negative()) {
    result->numerator = result->numerator.negated();
  }
  return result;
}

// Many rows of one column and one time are the parts of a thing: of those the words name none, the
// total alone is the metric. Where that leaves nothing, all stay.
void drop_parts(std::vector<Member>& members, const Question& question, const Stemmer& stemmer) {
  constexpr size_t kRowsOfParts = 3;
  const auto key = [](const Member& member) {
    const FactRow& row = member.row;
    return std::tuple(row.document.number, row.column, row.time_from);
  };
  std::map<decltype(key(members.front())), std::set<std::string>> rows;
  for (const Member& member : members) {
    if (!member.row.row.empty()) rows[key(member)].insert(member.row.row);
  }
  const auto is_part = [&](const Member& member) {
    const auto found = rows.find(key(member));
    if (member.row.row.empty() || found == rows.end()) return false;
    if (found->second.size() < kRowsOfParts) return false;
    const std::string row = stemmer.stems(member.row.row);
    return share_asked(question, row) == 0 && !set_of(row).contains("total");
  };
  if (!std::ranges::all_of(members, is_part)) std::erase_if(members, is_part);
}

bool says_time(const FactRow& row) { return !row.time_from.empty() || !row.time_to.empty(); }

bool is_aim(const FactRow& row) { return row.nature == "target" || row.nature == "forecast"; }

// Enough to say that two facts measure one thing, and cautious: documents name parts like wholes.
bool same_metric(const Member& a, const Member& b) {
  constexpr double kShared = 0.5;  // of the words of both
  std::vector<std::string> shared;
  std::ranges::set_intersection(a.own, b.own, std::back_inserter(shared));
  const size_t all = a.own.size() + b.own.size() - shared.size();
  return a.place == b.place && is_aim(a.row) == is_aim(b.row) &&
         (!is_change(a.row) || a.bases == b.bases) && a.row.whole.empty() == b.row.whole.empty() &&
         static_cast<double>(shared.size()) >= kShared * static_cast<double>(all);
}

bool same_time(const FactRow& a, const FactRow& b) {
  // A document's date says when it was written, not what its figures are of.
  return says_time(a) && a.time_from == b.time_from && a.time_to == b.time_to &&
         a.time_source != "document_date" && b.time_source != "document_date";
}

// Numbers far apart are of other things, or one of them was read wrong.
bool are_near(const FactRow& a, const FactRow& b) {
  constexpr double kMostApart = 30;  // times
  const auto one = Value::parse(a.value), other = Value::parse(b.value);
  if (!one || !other || a.unit != b.unit) return true;
  const double ratio = std::abs(one->approximate() / other->approximate());
  return ratio < kMostApart && ratio > 1 / kMostApart;
}

bool says_same(const Member& a, const Member& b) {
  const auto key = [](const FactRow& row) {
    return std::tie(row.document.copy_group, row.value, row.high, row.unit, row.change,
                    row.time_from, row.time_to, row.approximation);
  };
  if (a.place != b.place) return false;
  if (key(a.row) == key(b.row)) return true;
  // Two sources of one number are one point of the series.
  const auto number = [](const FactRow& row) {
    return std::tie(row.value, row.high, row.unit, row.change, row.approximation);
  };
  return number(a.row) == number(b.row) && same_time(a.row, b.row) && same_metric(a, b);
}

void mark_pair(SeriesPoint& earlier, SeriesPoint& later) {
  const DocumentRow &before = earlier.fact.document, &after = later.fact.document;
  earlier.against.push_back(later.fact.id);
  later.against.push_back(earlier.fact.id);
  const bool revision = !before.issuer.empty() && before.issuer == after.issuer &&
                        !before.published_on.empty() && before.published_on < after.published_on;
  if (!revision) {
    earlier.mark = later.mark = SeriesMark::kConflict;
  } else if (later.mark == SeriesMark::kNone) {
    later.mark = SeriesMark::kRevision;
  }
}

std::vector<SeriesPoint> points_of(std::vector<Member> members, const std::string& unit) {
  const auto order = [](const Member& m) {
    const std::string& from = m.row.time_from.empty() ? m.row.time_to : m.row.time_from;
    return std::make_tuple(!says_time(m.row), std::string_view(from),
                           std::string_view(m.row.document.published_on), m.row.number);
  };
  std::ranges::sort(members, {}, order);
  std::vector<SeriesPoint> points;
  std::vector<const Member*> kept;
  for (const Member& member : members) {
    const auto same =
        std::ranges::find_if(kept, [&](const Member* other) { return says_same(member, *other); });
    if (same != kept.end()) {
      points[static_cast<size_t>(same - kept.begin())].repeated.push_back(member.row.id);
      continue;
    }
    SeriesPoint point;
    point.fact = member.row;
    point.value = value_in(unit, member.row);
    point.inherited_time = says_time(member.row) && member.row.time_source != "stated";
    for (size_t i = 0; i < kept.size(); ++i) {
      const FactRow& other = kept[i]->row;
      // Copies are one source, and what one document says twice it says of two things.
      if (other.document.copy_group == member.row.document.copy_group) continue;
      if (same_time(other, member.row) && same_metric(*kept[i], member) &&
          are_near(other, member.row) && contradict(quantity_of(other), quantity_of(member.row))) {
        mark_pair(points[i], point);
      }
    }
    kept.push_back(&member);
    points.push_back(std::move(point));
  }
  return points;
}

}  // namespace

std::string_view name_of(SeriesMark mark) {
  static constexpr std::array<std::string_view, 3> kNames = {"", "conflict", "revision"};
  return kNames[static_cast<size_t>(mark)];
}

Series series_of(const Database& database, const Stemmer& stemmer, std::string_view metric,
                 SearchFilter filter) {
  if (filter.limit == 0) filter.limit = kLookedAt;
  Question question = parse_question(metric, stemmer);
  add_acronyms(database, question);
  const std::vector<SearchHit> hits = search(database, question, stemmer, filter);
  std::vector<int64_t> numbers;
  for (const SearchHit& hit : hits) numbers.push_back(hit.fact);
  const std::string place = question.places.empty() ? "" : place_in(metric).name;
  const Gatherer gatherer(database, stemmer, question, set_of(stemmer.stems(place)), filter);
  std::vector<Member> members = gatherer.members(fact_rows(database, numbers), hits);
  Series series;
  if (members.empty()) return series;
  drop_parts(members, question, stemmer);

  std::tie(series.change, std::ignore) = keep_leading(
      members, [](const Member& m) { return std::pair(is_change(m.row), m.dimension); },
      [&](const Member& m) {
        const bool unasked_share =
            question.asked != Asked::kShare && (m.row.kind == "percent" || m.row.kind == "share");
        return (is_change(m.row) == question.change ? 1.0 : kChangesCount) *
               (unasked_share ? kSharesCount : 1.0);
      });
  keep_leading(
      members, [](const Member& m) { return m.metric; },
      [&](const Member& m) {
        const bool of_mean = m.metric.find(kMean) != std::string::npos;
        return of_mean && !question.mean ? kMeansCount : 1.0;
      });
  series.place = keep_leading(
      members, [](const Member& m) { return m.place; },
      [&](const Member& m) {
        return question.places.empty() && !m.place.empty() ? kPlacesCount : 1.0;
      });
  series.unit = leading_unit(members);
  series.points = points_of(std::move(members), series.unit);
  return series;
}

}  // namespace cifra
