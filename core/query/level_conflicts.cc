// An earlier level, a change said to lead from it, and the level it should have led to, told of one
// thing in one paragraph: "erano circa 4 milioni … adesso sono 10 milioni in più".

#include <algorithm>
#include <cstdlib>

#include "core/query/conflict_finding.h"
#include "core/query/interval.h"

namespace cifra {
namespace {

constexpr int64_t kParagraph = 600;  // code points its figures lie within
constexpr size_t kWithin = 6;        // sentences with figures

struct Told {
  const FactSentence* sentence = nullptr;
  const SentenceFact* fact = nullptr;
};

// A level of what the change is a change of.
bool is_level_of(const SentenceFact& fact, const SentenceFact& change) {
  const auto one = allowed(fact.quantity), other = allowed(change.quantity);
  return !fact.cell && fact.quantity.change == Change::kNone && !fact.quantity.high &&
         fact.quantity.kind != Kind::kMultiple && !fact.quantity.whole && one && other &&
         one->dimension == other->dimension && fact.subject_stems == change.subject_stems &&
         fact.place == change.place && fact.per == change.per &&
         (fact.nature == "level" || fact.nature == "flow");
}

bool is_before(const SentenceFact& fact, const SentenceFact& other) {
  return !fact.time_to.empty() && !other.time_from.empty() && fact.time_to < other.time_from;
}

// The one level that `fits`; nothing when several values do, since then they are not of one thing.
template <typename Fits>
const Told* only(const std::vector<Told>& told, Fits fits) {
  const Told* found = nullptr;
  for (const Told& candidate : told) {
    if (!fits(*candidate.fact)) continue;
    if (found != nullptr && found->fact->quantity.value != candidate.fact->quantity.value) {
      return nullptr;
    }
    if (found == nullptr) found = &candidate;
  }
  return found;
}

void check_level(const std::vector<Told>& told, const SentenceFact& change,
                 std::vector<ConflictFinding>& findings) {
  const Told* earlier = only(told, [&](const SentenceFact& fact) {
    return is_level_of(fact, change) && is_before(fact, change);
  });
  const Told* later = only(told, [&](const SentenceFact& fact) {
    return is_level_of(fact, change) && !fact.time_from.empty() &&
           fact.time_from == change.time_from && fact.time_to == change.time_to;
  });
  if (earlier == nullptr || later == nullptr) return;
  const Quantity &from = earlier->fact->quantity, &to = later->fact->quantity;
  const auto before = allowed(from), moved = allowed(change.quantity), after = allowed(to);
  if (!before || !moved || !after || !disjoint(sum(*before, *moved), *after)) return;
  const bool less = change.quantity.change == Change::kDecrease;
  const Value step = less ? negated(change.quantity.value) : change.quantity.value;
  findings.push_back(
      {ConflictKind::kLevels,
       from.value.to_string() + (less ? " - " : " + ") + change.quantity.value.to_string() + " = " +
           shown(sum(from.value, step).value_or(Value{})) + ", and not " + to.value.to_string(),
       {earlier->fact->number, change.number, later->fact->number}});
}

}  // namespace

void find_level_conflicts(const std::vector<FactSentence>& sentences,
                          std::vector<ConflictFinding>& findings) {
  for (size_t i = 0; i < sentences.size(); ++i) {
    for (const SentenceFact& change : sentences[i].facts) {
      if (change.quantity.change == Change::kNone || change.cell || change.quantity.high ||
          change.quantity.kind == Kind::kPercent || change.quantity.kind == Kind::kMultiple ||
          change.subject_stems.empty()) {
        continue;
      }
      std::vector<Told> told;
      const size_t first = i > kWithin ? i - kWithin : 0;
      for (size_t j = first; j < std::min(i + kWithin + 1, sentences.size()); ++j) {
        const FactSentence& sentence = sentences[j];
        if (sentence.headings != sentences[i].headings ||
            std::abs(sentence.begin - sentences[i].begin) > kParagraph) {
          continue;
        }
        for (const SentenceFact& fact : sentence.facts) told.push_back({&sentence, &fact});
      }
      check_level(told, change, findings);
    }
  }
}

}  // namespace cifra
