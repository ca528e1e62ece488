#include "core/query/check.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/query/claim.h"
#include "core/query/compared_fact.h"

namespace cifra {
namespace {

constexpr size_t kMostShown = 5;  // facts of evidence

// How probable it has to be that facts are of the claim's thing. Refuting takes much more. Chosen
// on claims checked by hand, so that few true ones are refuted; to be chosen anew with the weights
// of same_thing.cc.
constexpr double kSupports = 0.35;
constexpr double kSupportsBeside = 0.3;  // … and at least so many times what speaks against
constexpr double kRefutes = 0.62;
constexpr double kRefutesDenial = 0.5;  // "non sono 12": the store says 12
// A bound is met by many numbers.
constexpr double kSupportsBound = 0.42;
constexpr double kRefutesBound = 0.5;
// … where the noun that the claim measures is nowhere around the fact.
constexpr double kRefutesUnnamed = 0.8;
// … and where what tells it from others of its sort is not: "i lavoratori |part time|".
constexpr double kRefutesQualified = 0.25;
// Another source that may bear the claim out leaves it open.
constexpr double kSpeaksFor = 0.15;

double probability_of(const std::vector<ComparedFact>& facts, Agreement agreement) {
  double sum = 0;
  for (const ComparedFact& fact : facts) {
    if (fact.comparison.agreement == agreement) sum += fact.probability;
  }
  return sum;
}

// What it takes to refute a claim by the likeliest of the facts that speak against it.
double enough_to_refute(const std::vector<ComparedFact>& facts) {
  const auto against = std::ranges::find_if(facts, [](const ComparedFact& fact) {
    return fact.comparison.agreement == Agreement::kDiffers;
  });
  if (against == facts.end()) return 1;
  const bool open = std::ranges::any_of(facts, [&](const ComparedFact& fact) {
    return fact.comparison.agreement == Agreement::kAgrees && fact.probability >= kSpeaksFor &&
           fact.row.document.copy_group != against->row.document.copy_group;
  });
  if (open) return 1;
  const auto lacks = [&](Likeness name) { return against->likeness[static_cast<size_t>(name)]; };
  if (lacks(Likeness::kHeadMissing) > 0.5) return kRefutesUnnamed;
  return kRefutes + kRefutesQualified * lacks(Likeness::kObjectMissing);
}

// The facts that decide, best first; the first one's comparison says why.
void decide(std::vector<ComparedFact>& facts, Agreement agreement, Verdict verdict,
            CheckResult& result) {
  result.verdict = verdict;
  double best = 0;
  for (ComparedFact& fact : facts) {
    if (fact.comparison.agreement != agreement) continue;
    if (result.evidence.empty()) {
      result.why = fact.comparison.why;
      best = fact.probability;
    }
    if (result.evidence.size() == kMostShown || fact.probability < best / 5) return;
    result.evidence.push_back(std::move(fact.row));
  }
}

CheckResult open_result(std::vector<ComparedFact>& facts, CheckResult result) {
  result.why = facts.empty() ? "no fact of the store can be compared with it"
                             : "no fact of the store is surely on the same thing; the nearest: " +
                                   facts.front().comparison.why;
  for (ComparedFact& fact : facts) {
    if (result.evidence.size() == kMostShown) break;
    result.evidence.push_back(std::move(fact.row));
  }
  return result;
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
  std::vector<ComparedFact> facts = compared_facts(database, stemmer, figure);
  const bool denied_claim = figure.denied;
  const bool bound = is_bound(figure.quantity);
  result.figure = std::move(figure.fact);

  const double agrees = probability_of(facts, Agreement::kAgrees);
  const double differs = probability_of(facts, Agreement::kDiffers);
  // A denial is borne out only by what surely is on the same thing and says otherwise.
  const double enough = denied_claim ? kRefutes : kSupports;
  if (bound && !denied_claim) {
    // "meno di 100" is true of any small number: what is most alike decides, and nothing else.
    const Agreement nearest =
        facts.empty() ? Agreement::kUnclear : facts.front().comparison.agreement;
    if (nearest == Agreement::kAgrees && agrees >= kSupportsBound) {
      decide(facts, Agreement::kAgrees, Verdict::kSupported, result);
      return result;
    }
    if (nearest == Agreement::kDiffers && differs >= kRefutesBound &&
        differs >= agrees + enough_to_refute(facts) - kRefutes) {
      decide(facts, Agreement::kDiffers, Verdict::kRefuted, result);
      return result;
    }
    return open_result(facts, std::move(result));
  }
  if (agrees >= enough && agrees >= kSupportsBeside * differs) {
    decide(facts, Agreement::kAgrees, Verdict::kSupported, result);
    return result;
  }
  if (differs >= (denied_claim ? kRefutesDenial : enough_to_refute(facts))) {
    decide(facts, Agreement::kDiffers, Verdict::kRefuted, result);
    return result;
  }
  return open_result(facts, std::move(result));
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
    add_acronyms(database, figure.question);
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
