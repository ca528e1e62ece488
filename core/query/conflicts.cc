#include "core/query/conflicts.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "core/query/conflict_finding.h"

namespace cifra {

std::string_view name_of(ConflictKind kind) {
  static constexpr std::array<std::string_view, 5> kNames = {"values", "sum", "share", "change",
                                                             "levels"};
  return kNames[static_cast<size_t>(kind)];
}

FoundConflicts find_conflicts(const Database& database, std::optional<int64_t> document) {
  std::vector<ConflictFinding> findings;
  find_value_conflicts(database, document, findings);
  FoundConflicts found;
  find_table_conflicts(database, document, findings, found.unread);
  each_document(database, document, [&](const std::vector<FactSentence>& sentences) {
    find_sentence_conflicts(sentences, findings);
    find_level_conflicts(sentences, findings);
  });
  std::ranges::stable_sort(findings, {}, &ConflictFinding::kind);
  for (ConflictFinding& finding : findings) {
    found.conflicts.push_back(
        {finding.kind, std::move(finding.why), fact_rows(database, finding.facts)});
  }
  return found;
}

std::string json_of(const Conflict& conflict) {
  nlohmann::ordered_json json{{"conflict", std::string(name_of(conflict.kind))},
                              {"why", conflict.why},
                              {"facts", nlohmann::ordered_json::array()}};
  for (const FactRow& fact : conflict.facts) {
    json["facts"].push_back(nlohmann::ordered_json::parse(json_of(fact)));
  }
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace cifra
