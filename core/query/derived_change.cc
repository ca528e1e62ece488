#include "core/query/derived_change.h"

#include "core/facts/units.h"
#include "core/query/interval.h"

namespace cifra {
namespace {

bool is_level(const Quantity& quantity) {
  return quantity.change == Change::kNone && quantity.kind != Kind::kMultiple && !quantity.high &&
         is_positive(quantity.value);
}

bool is_proportion(const Quantity& quantity) {
  return quantity.kind == Kind::kPercent || quantity.kind == Kind::kShare ||
         quantity.kind == Kind::kMultiple;
}

}  // namespace

bool claims_change(const Quantity& claim) {
  return claim.change != Change::kNone || claim.kind == Kind::kMultiple;
}

std::optional<Quantity> change_between(const Quantity& before, const Quantity& after,
                                       const Quantity& claim) {
  if (!is_level(before) || !is_level(after) || before.unit != after.unit) return {};
  std::optional<Value> moved = sum(after.value, negated(before.value));
  if (!moved) return {};
  Quantity change = after;
  if (is_proportion(claim)) {
    // Of percentages a claim counts the points.
    if (is_proportion(before)) return {};
    const auto share = quotient(*moved, before.value);
    moved = share ? product(*share, Value{Decimal(100)}) : share;
    if (!moved) return {};
    moved = Value::parse(shown(*moved));
    if (!moved) return {};
    change.kind = Kind::kPercent;
    change.unit = std::string(1, '%');
  } else if (change.unit != claim.unit) {
    return {};
  }
  const bool fell = moved->numerator.is_negative();
  change.value = fell ? negated(*moved) : *moved;
  change.change = fell ? Change::kDecrease : Change::kIncrease;
  change.approximation = Approximation::kNone;
  change.whole.reset();
  change.surface = change.value.to_string();
  return change;
}

}  // namespace cifra
