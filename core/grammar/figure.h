// A figure: a recognised number expression with everything its own text says of it. The contract
// of every field is design page "What a figure is"; the README of core/grammar repeats it.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/grammar/decimal.h"
#include "core/text/span.h"

namespace cifra {

enum class Kind : uint8_t {
  kCount,
  kMoney,
  kPercent,
  kMeasure,
  kDuration,
  kShare,
  kMultiple,
  kNumber,
  // Recognised so that they are not taken for figures; no facts.
  kOrdinal,
  kDate,
  kReference,
};

enum class Approximation : uint8_t {
  kNone,
  kAbout,
  kOver,
  kAtLeast,
  kUnder,
  kAtMost,
  kNearly,
  kMagnitude,
};

enum class Change : uint8_t { kNone, kIncrease, kDecrease };

// One step of how a figure was read, for `explain`.
struct Step {
  std::string_view rule;  // static name of the rule, as "number_word.compound"
  Span span;
  std::string result;  // what the rule made of the span, as "400000"
};

struct Figure {
  Span span;  // the number expression, without hedge and unit word
  Kind kind = Kind::kNumber;
  Value value;
  std::optional<Value> high;  // ranges only; then `value` is the low end
  int power = 0;              // of the scale word its value holds: 6 for "5 milioni"
  std::string unit;           // ISO 4217, UCUM, "%", "‰", "pp", "bp"; empty for none
  Span unit_span;             // the unit's words; empty where the unit is only understood
  Approximation approximation = Approximation::kNone;
  Change change = Change::kNone;
  Span counted;                  // the noun phrase counted, in the same text; empty for none
  bool counted_in_lead = false;  // `counted` is in RecogniserOptions::lead instead
  std::optional<Value> whole;    // the total this is a part of
  std::string per;               // "abitante", "100000 abitanti", "mo"
  std::string time;              // ISO 8601 date or interval; empty for none
  Span time_span;                // the words that say it; empty where they stand outside this text
  std::vector<Step> steps;       // filled only when asked for

  bool is_fact() const { return kind < Kind::kOrdinal; }
};

// "count", "money", …; "about", "over", …; "increase", … and back. None and unknown are "" /
// nullopt.
std::string_view name_of(Kind kind);
std::string_view name_of(Approximation approximation);
std::string_view name_of(Change change);
std::optional<Kind> kind_named(std::string_view name);
std::optional<Approximation> approximation_named(std::string_view name);
std::optional<Change> change_named(std::string_view name);

}  // namespace cifra
