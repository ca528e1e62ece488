// A conflict before its facts are read from the store.

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/query/conflicts.h"
#include "core/query/sentence_facts.h"

namespace cifra {

struct ConflictFinding {
  ConflictKind kind = ConflictKind::kValues;
  std::string why;
  std::vector<int64_t> facts;  // facts.number
};

// Values of one thing, place and time that differ; core/query/value_conflicts.cc. Of a large store
// there may be many: each is told when it is found.
void find_value_conflicts(const Database& database, std::optional<int64_t> document,
                          const std::function<void(ConflictFinding)>& tell);
// Sums of tables that do not hold; core/query/table_conflicts.cc. `unread`: documents whose kept
// text is damaged, with why.
void find_table_conflicts(const Database& database, std::optional<int64_t> document,
                          std::vector<ConflictFinding>& findings, std::vector<std::string>& unread);
// Totals, shares and changes of one sentence or list; core/query/sentence_conflicts.cc.
void find_sentence_conflicts(const std::vector<FactSentence>& sentences,
                             std::vector<ConflictFinding>& findings);
// Level, change, level in one paragraph; core/query/level_conflicts.cc.
void find_level_conflicts(const std::vector<FactSentence>& sentences,
                          std::vector<ConflictFinding>& findings);

}  // namespace cifra
