#include "core/store/succession.h"

#include <algorithm>
#include <functional>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace cifra {
namespace {

std::string without_digits(const std::string& text) {
  std::string result;
  for (char c : text) {
    if (c < '0' || c > '9') result += c;
  }
  return result;
}

using Key = std::function<std::string(const OldFact&)>;  // "" for facts without one

// Pairs facts that have the same key, the first with the first, among those not paired yet.
void pair_by(const Key& key, const std::vector<OldFact>& old_facts,
             const std::vector<OldFact>& new_facts, std::vector<int>& successors,
             std::vector<bool>& taken) {
  std::unordered_map<std::string, std::vector<int>> waiting;  // last first
  for (size_t i = new_facts.size(); i-- > 0;) {
    if (taken[i]) continue;
    const std::string words = key(new_facts[i]);
    if (!words.empty()) waiting[words].push_back(static_cast<int>(i));
  }
  for (size_t i = 0; i < old_facts.size(); ++i) {
    if (successors[i] >= 0) continue;
    const auto found = waiting.find(key(old_facts[i]));
    if (found == waiting.end() || found->second.empty()) continue;
    successors[i] = found->second.back();
    taken[static_cast<size_t>(successors[i])] = true;
    found->second.pop_back();
  }
}

}  // namespace

std::vector<OldFact> facts_for_succession(const Database& database, int64_t document) {
  Statement facts = database.prepare(
      "SELECT f.id, f.begin, f.\"end\", f.value, f.unit, f.kind, f.subject, f.row_head, "
      "f.column_head, coalesce(p.text, f.surface), substr(p.text, 1, f.begin - p.begin) || "
      "substr(p.text, f.\"end\" - p.begin + 1) FROM facts f "
      "LEFT JOIN passages p ON p.id = f.passage WHERE f.document = ? ORDER BY f.begin");
  facts.bind(1, document);
  std::vector<OldFact> result;
  while (facts.step()) {
    result.push_back({facts.text(0), facts.integer(1), facts.integer(2), facts.text(3),
                      facts.text(4), facts.text(5), facts.text(6), facts.text(7), facts.text(8),
                      facts.text(9), facts.text(10)});
  }
  return result;
}

std::vector<int> successors_by_place(const std::vector<OldFact>& old_facts,
                                     const std::vector<OldFact>& new_facts) {
  std::vector<int> successors(old_facts.size(), -1);
  size_t first = 0;  // no new fact before it ends after the old fact begins
  for (size_t i = 0; i < old_facts.size(); ++i) {
    while (first < new_facts.size() && new_facts[first].end <= old_facts[i].begin) ++first;
    int64_t widest = 0;
    for (size_t j = first; j < new_facts.size() && new_facts[j].begin < old_facts[i].end; ++j) {
      const int64_t common = std::min(old_facts[i].end, new_facts[j].end) -
                             std::max(old_facts[i].begin, new_facts[j].begin);
      if (common > widest) {
        widest = common;
        successors[i] = static_cast<int>(j);
      }
    }
  }
  return successors;
}

std::vector<int> successors_by_meaning(const std::vector<OldFact>& old_facts,
                                       const std::vector<OldFact>& new_facts) {
  std::vector<int> successors(old_facts.size(), -1);
  std::vector<bool> taken(new_facts.size(), false);
  const auto sort = [](const OldFact& fact) { return "\n" + fact.kind + "\n" + fact.unit; };
  const Key kKeys[] = {
      [&](const OldFact& fact) { return fact.quote + sort(fact) + "\n" + fact.value; },
      [&](const OldFact& fact) {
        return fact.row.empty() ? "" : fact.row + "\n" + fact.column + sort(fact);
      },
      [&](const OldFact& fact) { return fact.frame.empty() ? "" : fact.frame + sort(fact); },
      [&](const OldFact& fact) { return without_digits(fact.quote) + sort(fact); },
      [&](const OldFact& fact) { return fact.subject.empty() ? "" : fact.subject + sort(fact); },
  };
  for (const Key& key : kKeys) pair_by(key, old_facts, new_facts, successors, taken);
  return successors;
}

void note_successors(const Database& database, int64_t document, int64_t run,
                     const std::string& reason, const std::vector<OldFact>& old_facts,
                     const std::vector<OldFact>& new_facts, const std::vector<int>& successors) {
  std::unordered_set<std::string_view> standing;
  for (const OldFact& fact : new_facts) standing.insert(fact.id);
  Statement insert = database.prepare(
      "INSERT OR REPLACE INTO replaced_facts "
      "(id, replaced_by, document, value, unit, subject, quote, reason, run) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  for (size_t i = 0; i < old_facts.size(); ++i) {
    const OldFact& old = old_facts[i];
    if (standing.contains(old.id)) continue;
    const int successor = successors[i];
    insert.bind(1, old.id)
        .bind_or_null(2, successor < 0
                             ? std::string_view()
                             : std::string_view(new_facts[static_cast<size_t>(successor)].id))
        .bind(3, document)
        .bind(4, old.value)
        .bind_or_null(5, old.unit)
        .bind_or_null(6, old.subject)
        .bind(7, old.quote)
        .bind(8, reason)
        .bind(9, run)
        .run();
  }
}

}  // namespace cifra
