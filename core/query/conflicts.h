// Facts of a store that cannot all be true: values of one thing that differ, between documents or
// inside one, and figures of one document that do not add up. Hedges and rounding are allowed for.
//
// A false alarm costs its reader more than a conflict missed, so each check asks the words to say
// that the figures belong together.

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/store/database.h"
#include "core/store/reader.h"

namespace cifra {

enum class ConflictKind : uint8_t {
  kValues,  // one thing, place and time, other values
  kSum,     // parts and their total
  kShare,   // "X su Y" and a percentage
  kChange,  // "da A a B" and by how much
  kLevels,  // an earlier level, a change, a later level
};
std::string_view name_of(ConflictKind kind);

struct Conflict {
  ConflictKind kind = ConflictKind::kValues;
  std::string why;             // "4000000 + 10000000 = 14000000, and not 16400000"
  std::vector<FactRow> facts;  // concerned, in the order `why` names them
};

// Calls `use` with each conflict, by kind, as it is found: a large store may hold more than fit in
// memory. `document` (documents.id) looks only at those it has a part in. Returns a sentence a
// document that could not be looked at.
std::vector<std::string> find_conflicts(const Database& database, std::optional<int64_t> document,
                                        const std::function<void(const Conflict&)>& use);

// One JSON object on one line.
std::string json_of(const Conflict& conflict);

}  // namespace cifra
