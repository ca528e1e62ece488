// Whether two quantities can both be true of one thing: a claim's and a fact's. Comparison is on
// intervals, read from the hedge and from the digits as printed ("16 milioni" stands for
// 15,5–16,5).
//
// Cannot do: say whether both are of one thing; that is the matcher's.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/grammar/figure.h"
#include "core/store/reader.h"

namespace cifra {

struct Quantity {
  Kind kind = Kind::kNumber;
  Value value;
  std::optional<Value> high;
  std::string unit;
  Approximation approximation = Approximation::kNone;
  Change change = Change::kNone;
  std::optional<Value> whole;  // "7 su 10" compares with 70 %
  std::string surface;         // as printed: tells the rounding
};

// The columns of a fact that make a quantity, as the store holds them; empty where it holds NULL.
struct QuantityWords {
  std::string_view kind, value, high, unit, approximation, change, whole, surface;
};
Quantity quantity_of(const QuantityWords& words);

// "oltre", "almeno", "meno di", "al massimo".
bool is_bound(const Quantity& quantity);

// What a fact of the store says, ready to compare.
Quantity quantity_of(const FactRow& row);

enum class Agreement {
  kAgrees,
  kDiffers,
  kUnclear,       // the intervals touch, or the words leave it open
  kIncomparable,  // another dimension: euro against metres, a level against a change
};

struct Comparison {
  Agreement agreement = Agreement::kIncomparable;
  std::string why;  // one line: "16 milioni holds for 16400000"
};

Comparison compare(const Quantity& claim, const Quantity& fact);

// Whether the two differ whichever is taken for the claim. Cheaper than two comparisons: nobody is
// told why.
bool contradict(const Quantity& left, const Quantity& right);

// What a quantity may stand for, hedge and rounding allowed for, in base units of its dimension. An
// open side is empty; changes carry their sign.
struct Allowed {
  std::string dimension;
  std::optional<Value> low, high;
};
// Nothing when digits run out.
std::optional<Allowed> allowed(const Quantity& quantity);

// The size of one unit of the last digit printed: "16,4 milioni" 100000, "7.195" 1, "0,30" 1/100.
// Words are taken to the scale they name: "ventimila" 1000. A fraction in words has none: 0.
Value printed_step(const Value& value, std::string_view surface);

// Whether it counts things and is printed to the last of them: "41 scuole", and not "2 milioni".
// Amounts and percentages are rounded where they are printed.
bool counted_exactly(const Quantity& quantity);

}  // namespace cifra
