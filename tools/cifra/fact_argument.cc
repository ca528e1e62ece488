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

}  // namespace

std::optional<FactRow> fact_named(const Database& database, const std::string& id) {
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
  say("fact " + id +
      ": no fact of this store, or several begin so; ids stand in the rows of `cifra query`");
  return std::nullopt;
}

}  // namespace cifra::command
