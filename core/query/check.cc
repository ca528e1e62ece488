#include "core/query/check.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/facts/period.h"
#include "core/query/claim.h"
#include "core/query/same_thing.h"
#include "core/query/search.h"

namespace cifra {
namespace {

constexpr size_t kLookedAt = 40;  // facts compared with one figure of a claim
constexpr size_t kMostShown = 5;  // facts of evidence

// How probable it has to be that facts are of the claim's thing. Refuting takes much more.
constexpr double kSupports = 0.2;
constexpr double kSupportsBeside = 0.3;  // … and at least so many times what speaks against
constexpr double kRefutes = 0.7;
constexpr double kRefutesDenial = 0.5;  // "non sono 12": the store says 12
// Of the weight of a claim's words, how much a fact that refutes it has to say.
constexpr double kSaysEnough = 0.25;

// A fact beside a figure of the claim.
struct Finding {
  FactRow row;
  Comparison comparison;
  double probability = 0;  // that it is of the claim's thing
};

// A fact of another time decides nothing. What a document's date says of its figures is a guess,
// and a claim that names no time is of any.
bool is_of_another_time(const ClaimFigure& figure, const FactRow& row) {
  const auto claimed = period_of(figure.fact.figure.time);
  if (!claimed) return false;
  // What was published before cannot tell, unless it looks ahead.
  const bool ahead = row.nature == "target" || row.nature == "forecast";
  if (!ahead && !row.document.published_on.empty() && row.document.published_on < claimed->from) {
    return true;
  }
  if (row.time_source == "document_date") return false;
  if (row.time_from.empty() && row.time_to.empty()) return false;
  const bool before = !row.time_to.empty() && !claimed->from.empty() && row.time_to < claimed->from;
  const bool after = !row.time_from.empty() && !claimed->to.empty() && row.time_from > claimed->to;
  return before || after;
}

// Of those "sotto i 25 anni" only a fact that speaks of 25 can tell.
bool says_conditions(const ClaimFigure& figure, const FactRow& row) {
  const std::string words = row.quote + ' ' + row.row + ' ' + row.column + ' ' + row.headings;
  return std::ranges::all_of(figure.conditions, [&](const std::string& condition) {
    return words.find(condition) != std::string::npos;
  });
}

// What speaks for a figure speaks against its denial.
Agreement denied(Agreement agreement) {
  if (agreement == Agreement::kAgrees) return Agreement::kDiffers;
  return agreement == Agreement::kDiffers ? Agreement::kAgrees : agreement;
}

// Facts that can be compared with the figure, the likeliest first.
std::vector<Finding> findings_for(const Database& database, const Stemmer& stemmer,
                                  const ClaimFigure& figure) {
  SearchFilter filter;
  filter.limit = kLookedAt;
  const std::vector<SearchHit> hits = search(database, figure.question, stemmer, filter);
  std::vector<int64_t> numbers;
  for (const SearchHit& hit : hits) numbers.push_back(hit.fact);
  const ClaimedThing thing(database, stemmer, figure);
  std::vector<Finding> findings;
  std::vector<LikenessVector> likenesses;
  for (FactRow& row : fact_rows(database, numbers)) {
    const Quantity fact = quantity_of(row);
    Comparison comparison = compare(figure.quantity, fact);
    if (comparison.agreement == Agreement::kIncomparable) continue;
    if (is_of_another_time(figure, row)) {
      comparison = {Agreement::kUnclear, "the source speaks of " + row.time + ", the claim of " +
                                             figure.fact.figure.time};
    }
    if (!says_conditions(figure, row)) {
      comparison = {Agreement::kUnclear,
                    "the source does not speak of " + figure.conditions.front()};
    }
    if (figure.denied) comparison.agreement = denied(comparison.agreement);
    const auto hit = std::ranges::find(hits, row.number, &SearchHit::fact);
    const std::vector<double> said = thing.said_by(row);
    if (comparison.agreement == Agreement::kDiffers && thing.share_of(said) < kSaysEnough) {
      comparison.agreement = Agreement::kUnclear;
      comparison.why += "; it says little of what the claim says";
    }
    likenesses.push_back(thing.likeness_to(row, said, *hit, fact, comparison));
    findings.push_back({std::move(row), std::move(comparison), 0});
  }
  const std::vector<double> probability = probabilities(likenesses);
  for (size_t i = 0; i < findings.size(); ++i) findings[i].probability = probability[i];
  std::ranges::stable_sort(findings, std::greater<>(), &Finding::probability);
  return findings;
}

double probability_of(const std::vector<Finding>& findings, Agreement agreement) {
  double sum = 0;
  for (const Finding& finding : findings) {
    if (finding.comparison.agreement == agreement) sum += finding.probability;
  }
  return sum;
}

// The facts that decide, best first; the first one's comparison says why.
void decide(std::vector<Finding>& findings, Agreement agreement, Verdict verdict,
            CheckResult& result) {
  result.verdict = verdict;
  double best = 0;
  for (Finding& finding : findings) {
    if (finding.comparison.agreement != agreement) continue;
    if (result.evidence.empty()) {
      result.why = finding.comparison.why;
      best = finding.probability;
    }
    if (result.evidence.size() == kMostShown || finding.probability < best / 5) return;
    result.evidence.push_back(std::move(finding.row));
  }
}

CheckResult checked(const Database& database, const Stemmer& stemmer, std::string_view claim,
                    ClaimFigure figure) {
  CheckResult result;
  result.claim = claim;
  if (figure.question.terms.empty()) {
    result.why = "the claim does not say what it is of";
    result.figure = std::move(figure.fact);
    return result;
  }
  if (figure.condition) {
    result.why = "it says which ones the claim is about";
    result.figure = std::move(figure.fact);
    return result;
  }
  std::vector<Finding> findings = findings_for(database, stemmer, figure);
  const bool denied_claim = figure.denied;
  result.figure = std::move(figure.fact);

  const double agrees = probability_of(findings, Agreement::kAgrees);
  const double differs = probability_of(findings, Agreement::kDiffers);
  // A denial is borne out only by what surely is on the same thing and says otherwise.
  const double enough = denied_claim ? kRefutes : kSupports;
  if (agrees >= enough && agrees >= kSupportsBeside * differs) {
    decide(findings, Agreement::kAgrees, Verdict::kSupported, result);
    return result;
  }
  if (differs >= (denied_claim ? kRefutesDenial : kRefutes)) {
    decide(findings, Agreement::kDiffers, Verdict::kRefuted, result);
    return result;
  }
  result.why = findings.empty()
                   ? "no fact of the store can be compared with it"
                   : "no fact of the store is surely on the same thing; the nearest: " +
                         findings.front().comparison.why;
  for (Finding& finding : findings) {
    if (result.evidence.size() == kMostShown) break;
    result.evidence.push_back(std::move(finding.row));
  }
  return result;
}

}  // namespace

std::string_view name_of(Verdict verdict) {
  static constexpr std::array<std::string_view, 3> kNames = {"supported", "refuted", "unknown"};
  return kNames[static_cast<size_t>(verdict)];
}

std::vector<CheckResult> check_claim(const Database& database, const Stemmer& stemmer,
                                     std::string_view claim, std::string_view date) {
  std::vector<CheckResult> results;
  for (ClaimFigure& figure : figures_of_claim(claim, date, stemmer)) {
    add_acronyms(database, stemmer, figure.question);
    results.push_back(checked(database, stemmer, claim, std::move(figure)));
  }
  if (results.empty()) {
    CheckResult none;
    none.claim = claim;
    none.why = "the claim has no figure to check";
    results.push_back(std::move(none));
  }
  return results;
}

}  // namespace cifra
