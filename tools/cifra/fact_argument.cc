#include "tools/cifra/fact_argument.h"

#include "tools/cifra/output.h"

namespace cifra::command {
namespace {

void say_newer(const Database& database, const FactRow& fact) {
  const auto newer = replacement_of(database, fact.id);
  if (!newer || newer->replaced_by.empty()) {
    say("fact " + fact.id +
        " stands in an older version of its document; the newer one has no "
        "such figure");
    return;
  }
  const auto standing = fact_with_id(database, newer->replaced_by);
  say("fact " + fact.id + " stands in an older version of its document; the newer one has fact " +
      newer->replaced_by + (standing ? ": " + standing->surface : ""));
}

struct Named {
  std::string id, words;
};

// Facts whose id begins so.
std::vector<Named> facts_beginning(const Database& database, const std::string& prefix,
                                   size_t limit) {
  Statement facts = database.prepare(
      "SELECT f.id, f.surface || ' — ' || coalesce(f.subject, d.title, '') FROM facts f "
      "JOIN documents d ON d.id = f.document WHERE f.id >= ?1 AND f.id < ?1 || 'g' "
      "ORDER BY f.id LIMIT ?2");  // ids are hex digits, all before 'g'
  facts.bind(1, prefix).bind(2, static_cast<int64_t>(limit));
  std::vector<Named> found;
  while (facts.step()) found.push_back({facts.text(0), on_one_line(facts.text(1))});
  return found;
}

void say_candidates(const std::string& id, const std::vector<Named>& candidates) {
  constexpr size_t kShown = 8;
  std::string message = "fact " + id + ": several begin so; give more of its digits:";
  for (size_t i = 0; i < candidates.size() && i < kShown; ++i) {
    message += "\n  " + candidates[i].id + "  " + wrapped(candidates[i].words, 56).front();
  }
  if (candidates.size() > kShown) message += "\n  and more";
  say(message);
}

}  // namespace

std::optional<FactRow> fact_named(const Database& database, const std::string& name) {
  constexpr size_t kAsked = 9;
  const std::vector<Named> candidates = facts_beginning(database, name, kAsked);
  if (candidates.size() > 1 && candidates.front().id != name) {
    say_candidates(name, candidates);
    return std::nullopt;
  }
  const std::string id = candidates.empty() ? name : candidates.front().id;
  if (auto fact = fact_with_id(database, id)) {
    if (fact->document.superseded) say_newer(database, *fact);
    return fact;
  }
  if (const auto replaced = replacement_of(database, id)) {
    auto fact = fact_with_id(database, replaced->replaced_by);
    say("fact " + id + " (" + replaced->value + ") is gone, " + replaced->reason +
        (fact ? "; this took its place: " + fact->id : "; nothing took its place"));
    return fact;
  }
  say("fact " + id + ": no fact of this store begins so; `cifra query` prints the ids of facts");
  return std::nullopt;
}

}  // namespace cifra::command
