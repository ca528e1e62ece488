#include "core/query/compared_fact.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <utility>

#include "core/facts/period.h"
#include "core/grammar/recogniser.h"
#include "core/query/derived_change.h"
#include "core/query/search.h"
#include "core/text/ascii_letters.h"

namespace cifra {
namespace {

constexpr size_t kLookedAt = 40;  // facts compared with one figure of a claim
// Of the weight of a claim's words, how much a fact that refutes it has to say.
constexpr double kSaysEnough = 0.25;

// Whether the fact's time lies apart from the claimed one.
bool lies_apart(const FactRow& row, const Period& claimed) {
  const bool before = !row.time_to.empty() && !claimed.from.empty() && row.time_to < claimed.from;
  const bool after = !row.time_from.empty() && !claimed.to.empty() && row.time_from > claimed.to;
  return before || after;
}

// Why a fact is of another time than the claim and decides nothing; empty where it may be of the
// same. What a document's date says of its figures is a guess, and a claim that names no time is of
// any; one that compares two times may mean either.
std::string another_time(const ClaimFigure& figure, const FactRow& row) {
  const auto claimed = period_of(figure.fact.figure.time);
  if (!claimed) return {};
  std::vector<Period> periods = {*claimed};
  const std::vector<Period>& named = figure.question.periods;
  if (named.size() > 1) periods.insert(periods.end(), named.begin(), named.end());
  // What was published before cannot tell, unless it looks ahead.
  const bool ahead = row.nature == "target" || row.nature == "forecast";
  const std::string& published = row.document.published_on;
  if (!ahead && !published.empty() &&
      std::ranges::all_of(periods, [&](const Period& period) { return published < period.from; })) {
    return "the source is of " + published + ", the claim of later: " + figure.fact.figure.time;
  }
  if (row.time_source == "document_date") return {};
  if (row.time_from.empty() && row.time_to.empty()) return {};
  const bool apart =
      std::ranges::all_of(periods, [&](const Period& period) { return lies_apart(row, period); });
  if (!apart) return {};
  return "the source speaks of " + row.time + ", the claim of " + figure.fact.figure.time;
}

bool is_same_number(const Quantity& condition, const Figure& figure) {
  if (condition.value == figure.value || (figure.high && condition.value == *figure.high)) {
    return condition.unit.empty() || figure.unit.empty() || condition.unit == figure.unit;
  }
  return false;
}

// Of those "sotto i 25 anni" only a fact that speaks of 25 can tell, in figures or in words. The
// condition it does not speak of, or none.
const Quantity* unsaid_condition(const ClaimFigure& figure, const FactRow& row) {
  if (figure.conditions.empty()) return nullptr;
  const std::string words = row.quote + '\n' + row.row + '\n' + row.column + '\n' + row.headings;
  const std::vector<Figure> said = recognise(words);
  const auto unsaid = std::ranges::find_if(figure.conditions, [&](const Quantity& condition) {
    return std::ranges::none_of(
        said, [&](const Figure& other) { return is_same_number(condition, other); });
  });
  return unsaid == figure.conditions.end() ? nullptr : &*unsaid;
}

// "il 45 % in nove regioni; il dato più alto è della |Basilicata (62,1)|": the claimed place stands
// right beside another figure of the sentence.
bool is_beside_place_of_another(const ClaimFigure& figure, const FactRow& row) {
  constexpr size_t kRightBeside = 12, kFarOff = 25;           // bytes
  constexpr long kPreposition = 4;                            // letters
  if (!row.row.empty() || !row.column.empty()) return false;  // of a cell its row says the place
  const std::string& name = figure.fact.place_name;
  const size_t at = name.empty() ? std::string::npos : row.quote.find(name);
  if (at == std::string::npos) return false;
  // What stands between the name and a figure.
  const auto between = [&](size_t begin, size_t end) {
    const size_t after_name = at + name.size();
    if (end <= at) return std::string_view(row.quote).substr(end, at - end);
    return begin < after_name ? std::string_view()
                              : std::string_view(row.quote).substr(after_name, begin - after_name);
  };
  if (between(row.mark_begin, row.mark_end).size() < kFarOff) return false;
  const std::vector<Figure> figures = recognise(row.quote);
  return std::ranges::any_of(figures, [&](const Figure& other) {
    const std::string_view gap = between(other.span.begin, other.span.end);
    const auto letters = std::ranges::count_if(gap, is_ascii_letter);
    return other.is_fact() && gap.size() <= kRightBeside && letters <= kPreposition &&
           gap.find_first_of(";:.") == std::string_view::npos;
  });
}

// What speaks for a figure speaks against its denial.
Agreement denied(Agreement agreement) {
  if (agreement == Agreement::kAgrees) return Agreement::kDiffers;
  return agreement == Agreement::kDiffers ? Agreement::kAgrees : agreement;
}

// "raddoppiati", "dimezzata": said of one thing at two times.
bool is_change_word_of_times(std::string_view surface) {
  static constexpr std::string_view kStems[] = {"oppi", "triplic", "quadruplic", "decuplic",
                                                "dimezz"};
  return std::ranges::any_of(kStems, [&](std::string_view stem) {
    return surface.find(stem) != std::string_view::npos && surface.find("doppio") == surface.npos;
  });
}

// A claimed difference beside the one between this level and the former one of its sentence: "da 47
// |a 64|". `fact` becomes that difference.
Comparison compare_change(const Quantity& claim, const FactRow& row,
                          const std::vector<FactRow>& rows, const std::vector<SearchHit>& hits,
                          Quantity& fact) {
  const auto is_former = [&](const FactRow& other) {
    const auto hit = std::ranges::find(hits, other.number, &SearchHit::fact);
    return hit->features[static_cast<size_t>(Feature::kFormer)] > 0;
  };
  // "tre volte le cancellazioni" compares two things, "triplicati" two times.
  if (claim.kind == Kind::kMultiple && claim.change == Change::kNone &&
      !is_change_word_of_times(claim.surface)) {
    return {};
  }
  if (is_former(row)) return {};
  const auto apart = [](const FactRow& one, const FactRow& other) {
    return one.mark_begin < other.mark_begin ? other.mark_begin - one.mark_begin
                                             : one.mark_begin - other.mark_begin;
  };
  for (const FactRow& other : rows) {
    const bool beside = other.document.number == row.document.number && other.quote == row.quote;
    if (!beside || other.number == row.number || !is_former(other)) continue;
    const bool nearer = std::ranges::any_of(rows, [&](const FactRow& third) {
      return third.number != row.number && third.quote == row.quote && third.unit == row.unit &&
             !is_former(third) && apart(third, other) < apart(row, other);
    });
    if (nearer) continue;
    const auto change = change_between(quantity_of(other), fact, claim);
    if (!change) continue;
    fact = *change;
    Comparison comparison = compare(claim, fact);
    comparison.why = "from " + other.surface + " to " + row.surface + ": " + comparison.why;
    return comparison;
  }
  return {};
}

// "il 28 % dei bambini: |43,7 % in Umbria|": where a figure of the sentence is of the claimed
// place, the others are not.
void keep_to_places(const ClaimFigure& figure, std::vector<ComparedFact>& facts) {
  constexpr double kAnother = 1.6;
  const std::vector<std::string>& claimed = figure.question.places;
  if (claimed.empty()) return;
  const auto is_there = [&](const ComparedFact& fact) {
    return std::ranges::find(claimed, fact.row.place) != claimed.end();
  };
  std::set<std::pair<int64_t, std::string_view>> sentences;
  for (const ComparedFact& fact : facts) {
    if (is_there(fact)) sentences.emplace(fact.row.document.number, fact.row.quote);
  }
  for (ComparedFact& fact : facts) {
    if (is_there(fact) || !sentences.contains({fact.row.document.number, fact.row.quote})) continue;
    fact.comparison = {Agreement::kUnclear,
                       "the source says it of another place than " + figure.fact.place_name};
    fact.likeness[static_cast<size_t>(Likeness::kPlaceAgainst)] = kAnother;
  }
}

}  // namespace

std::vector<ComparedFact> compared_facts(const Database& database, const Stemmer& stemmer,
                                         const ClaimFigure& figure) {
  SearchFilter filter;
  filter.limit = kLookedAt;
  const std::vector<SearchHit> hits = search(database, figure.question, stemmer, filter);
  std::vector<int64_t> numbers;
  for (const SearchHit& hit : hits) numbers.push_back(hit.fact);
  const ClaimedThing thing(database, stemmer, figure);
  std::vector<ComparedFact> facts;
  std::vector<FactPlace> places;
  const std::vector<FactRow> rows = fact_rows(database, numbers);
  for (const FactRow& row : rows) {
    Quantity fact = quantity_of(row);
    Comparison comparison = compare(figure.quantity, fact);
    if (comparison.agreement == Agreement::kIncomparable && claims_change(figure.quantity)) {
      comparison = compare_change(figure.quantity, row, rows, hits, fact);
    }
    if (comparison.agreement == Agreement::kIncomparable) continue;
    // "7 su 84": the fact of 84 is of the whole.
    if (figure.quantity.whole && *figure.quantity.whole == fact.value) continue;
    const auto hit = std::ranges::find(hits, row.number, &SearchHit::fact);
    // "con un Isee fino a 20.000 euro" says which ones, and is nothing that is claimed.
    if (!figure.condition && hit->features[static_cast<size_t>(Feature::kWhich)] > 0) continue;
    const std::vector<double> said = thing.said_by(row);
    const Comparison numbers_alone = comparison;  // whatever is claimed of them
    if (std::string why = another_time(figure, row); !why.empty()) {
      comparison = {Agreement::kUnclear, std::move(why)};
    }
    if (const Quantity* condition = unsaid_condition(figure, row)) {
      comparison = {Agreement::kUnclear, "the source does not speak of " + condition->surface};
    }
    if (thing.is_elsewhere(row, said) || is_beside_place_of_another(figure, row)) {
      comparison = {Agreement::kUnclear, "the source does not speak of " + figure.fact.place_name};
    }
    if (figure.denied) comparison.agreement = denied(comparison.agreement);
    if (comparison.agreement == Agreement::kDiffers && thing.share_of(said) < kSaysEnough) {
      comparison.agreement = Agreement::kUnclear;
      comparison.why += "; it says little of what the claim says";
    }
    places.push_back({row.document.number, row.quote});
    const LikenessVector likeness = thing.likeness_to(row, said, *hit, fact, numbers_alone);
    if (comparison.agreement == Agreement::kDiffers && is_far_off(likeness)) {
      comparison.agreement = Agreement::kUnclear;  // most often a number of another thing
    }
    if (is_of_another_thing(likeness)) {
      const std::string& what = row.subject.empty() ? row.counted : row.subject;
      comparison = {Agreement::kUnclear, "the source speaks of " + what};
    }
    facts.push_back({row, std::move(comparison), likeness, 0});
  }
  keep_to_places(figure, facts);
  std::vector<LikenessVector> likenesses;
  for (const ComparedFact& fact : facts) likenesses.push_back(fact.likeness);
  compare_neighbours(places, likenesses);
  const std::vector<double> probability = probabilities(likenesses);
  for (size_t i = 0; i < facts.size(); ++i) {
    facts[i].likeness = likenesses[i];
    facts[i].probability = probability[i];
  }
  std::ranges::stable_sort(facts, std::greater<>(), &ComparedFact::probability);
  return facts;
}

}  // namespace cifra
