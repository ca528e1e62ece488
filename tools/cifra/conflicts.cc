// `cifra conflicts`: facts that contradict each other, between documents or inside one.

#include <CLI/CLI.hpp>
#include <iostream>

#include "core/query/conflicts.h"
#include "core/query/italian_value.h"
#include "tools/cifra/fact_block.h"
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

constexpr size_t kShownFacts = 8;  // of one thing, to people

Block lines_of(const Conflict& conflict, size_t number) {
  const std::string head = std::to_string(number) + "  ";
  Block block{{0, head + std::string(name_of(conflict.kind)) + ": " + conflict.why, Weight::kBold}};
  size_t left = conflict.facts.size();
  for (const FactRow& fact : conflict.facts) {
    if (conflict.kind == ConflictKind::kValues && left + kShownFacts == conflict.facts.size())
      break;
    for (BlockLine line : block_of(fact, "")) {
      line.indent = line.weight == Weight::kBold ? head.size() : head.size() + 2;
      line.weight = line.weight == Weight::kBold ? Weight::kPlain : line.weight;
      block.push_back(std::move(line));
    }
    --left;
  }
  if (left > 0) {
    block.push_back({head.size(),
                     "… and " + std::to_string(left) + " more; --format jsonl lists them all",
                     Weight::kDim});
  }
  return block;
}

// In CSV a line a fact, each of which names its conflict.
void print(const Conflict& conflict, size_t number, RowPrinter& rows) {
  if (rows.wants_json()) return rows.row(json_of(conflict), {});
  if (rows.wants_block()) return rows.block(lines_of(conflict, number));
  for (const FactRow& fact : conflict.facts) {
    rows.row("", {std::to_string(number), std::string(name_of(conflict.kind)), conflict.why,
                  italian_value(fact), marked_quote(fact), time_of(fact), document_of(fact),
                  fact.id.substr(0, 8)});
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
  RowPrinter rows(format_for_output(options.format),
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
  const std::vector<std::string> unread = find_conflicts(
      database, document, [&](const Conflict& conflict) { print(conflict, ++number, rows); });
  rows.finish();
  if (rows.count() == 0) say("no facts of the store contradict each other");
  for (const std::string& complaint : unread) say(complaint);
  return unread.empty() ? kDone : kDoneWithFailures;
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
