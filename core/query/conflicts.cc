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

std::vector<std::string> find_conflicts(const Database& database, std::optional<int64_t> document,
                                        const std::function<void(const Conflict&)>& use) {
  FactReader facts(database);
  const auto tell = [&](ConflictFinding finding) {
    use({finding.kind, std::move(finding.why), facts.rows(finding.facts)});
  };
  find_value_conflicts(database, document, tell);
  // Inside documents there are few.
  std::vector<ConflictFinding> findings;
  std::vector<std::string> unread;
  find_table_conflicts(database, document, findings, unread);
  each_document(database, document, [&](const std::vector<FactSentence>& sentences) {
    find_sentence_conflicts(sentences, findings);
    find_level_conflicts(sentences, findings);
  });
  std::ranges::stable_sort(findings, {}, &ConflictFinding::kind);
  std::ranges::for_each(findings, tell);
  return unread;
}

std::string json_of(const Conflict& conflict) {
  const nlohmann::ordered_json head{{"conflict", std::string(name_of(conflict.kind))},
                                    {"why", conflict.why}};
  std::string line = head.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
  line.back() = ',';  // the object goes on with rows that are JSON already
  line += "\"facts\":[";
  for (size_t i = 0; i < conflict.facts.size(); ++i) {
    if (i > 0) line += ',';
    line += json_of(conflict.facts[i]);
  }
  return line + "]}";
}

}  // namespace cifra
