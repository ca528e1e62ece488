// `cifra conflicts`: facts that contradict each other, between documents or inside one.

#include <CLI/CLI.hpp>
#include <iostream>

#include "core/query/conflicts.h"
#include "core/query/italian_value.h"
#include "tools/cifra/fact_cells.h"
#include "tools/cifra/output.h"
#include "tools/cifra/store_option.h"
#include "tools/cifra/verb.h"

namespace cifra::command {
namespace {

struct Options {
  std::filesystem::path store;
  std::string document;
  std::optional<Format> format;
};

// A line a fact; the conflict is named on the first of them, and on each in CSV, where a line has
// to stand alone.
void print(const Conflict& conflict, size_t number, Format format, RowPrinter& rows) {
  if (rows.wants_json()) return rows.row(json_of(conflict), {});
  bool first = true;
  for (const FactRow& fact : conflict.facts) {
    const bool named = first || format == Format::kCsv;
    rows.row("",
             {named ? std::to_string(number) : "", named ? std::string(name_of(conflict.kind)) : "",
              named ? conflict.why : "", italian_value(fact), marked_quote(fact), time_of(fact),
              document_of(fact), fact.id.substr(0, 8)});
    first = false;
  }
}

int run(const Options& options) {
  const Database database(options.store, Database::Mode::kRead);
  std::optional<int64_t> document;
  if (!options.document.empty()) {
    document = document_named(database, options.document);
    if (!document) {
      say("--document " + options.document +
          ": no document of this store; `cifra documents` lists them");
      return kWrongUse;
    }
  }
  const Format format = format_for_output(options.format);
  RowPrinter rows(format,
                  {{"number", true},
                   {"conflict"},
                   {"why", false, true},
                   {"value", true},
                   {"quote", false, true},
                   {"time"},
                   {"document", false, true},
                   {"fact"}},
                  std::cout, terminal_of_output());
  size_t number = 0;
  const FoundConflicts found = find_conflicts(database, document);
  for (const Conflict& conflict : found.conflicts) {
    print(conflict, ++number, format, rows);
  }
  rows.finish();
  if (rows.count() == 0) say("no facts of the store contradict each other");
  for (const std::string& complaint : found.unread) say(complaint);
  return found.unread.empty() ? kDone : kDoneWithFailures;
}

}  // namespace

void add_conflicts(CLI::App& app, const Environment&, Run& chosen) {
  CLI::App* verb =
      app.add_subcommand("conflicts", "facts that contradict each other, sums that do not hold");
  auto options = std::make_shared<Options>();
  add_store_option(*verb, options->store);
  verb->add_option("--document", options->document,
                   "only conflicts this document has a part in: its id, path or file name")
      ->type_name("DOCUMENT");
  add_format_option(*verb, options->format);
  verb->footer("Example: cifra conflicts --store facts.db --document sintesi.pdf");
  verb->callback([&chosen, options] { chosen = [options] { return run(*options); }; });
}

}  // namespace cifra::command
