// Checks a claim against the store: for each of its figures whether the facts on the same thing
// support it, refute it, or leave it open.
//
// A figure is refuted only by a fact that says all the claim says, of a compatible time and place:
// a wrong "refuted" is worse than "unknown".

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/facts/fact.h"
#include "core/store/database.h"
#include "core/store/reader.h"
#include "core/text/stems.h"

namespace cifra {

enum class Verdict : uint8_t { kSupported, kRefuted, kUnknown };
std::string_view name_of(Verdict verdict);

struct CheckResult {
  std::string claim;
  std::optional<Fact> figure;  // spans into the claim; nothing for a claim without figures
  Verdict verdict = Verdict::kUnknown;
  std::string why;                // one line
  std::vector<FactRow> evidence;  // what decides, best first; of an unknown the nearest facts
};

// One result a figure of the claim, at least one. `date` (ISO 8601, or empty) resolves relative
// words.
std::vector<CheckResult> check_claim(const Database& database, const Stemmer& stemmer,
                                     std::string_view claim, std::string_view date);

// One JSON object on one line, as the product page has it.
std::string json_of(const CheckResult& result);

}  // namespace cifra
