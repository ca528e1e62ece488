// `cifra failures`: what could not be read, and why.

#include <CLI/CLI.hpp>
#include <iostream>

#include "core/store/reader.h"
#include "tools/cifra/output.h"
#include "tools/cifra/store_option.h"
#include "tools/cifra/verb.h"

namespace cifra::command {
namespace {

struct Options {
  std::filesystem::path store;
  std::optional<Format> format;
};

int run(const Options& options) {
  const Database database(options.store, Database::Mode::kRead);
  RowPrinter rows(format_for_output(options.format),
                  {{"path", false, true}, {"reason", false, true}, {"at"}}, std::cout,
                  terminal_of_output());
  for (const FailureRow& row : failure_rows(database)) {
    rows.row(rows.wants_json() ? json_of(row) : "", {row.path, row.reason, row.at});
  }
  rows.finish();
  if (rows.count() == 0) say("every file that was tried could be read");
  return kDone;
}

}  // namespace

void add_failures(CLI::App& app, const Environment&, Run& chosen) {
  CLI::App* verb = app.add_subcommand("failures", "list the files that could not be read, and why");
  auto options = std::make_shared<Options>();
  add_store_option(*verb, options->store);
  add_format_option(*verb, options->format);
  verb->footer("Example: cifra failures --store facts.db");
  verb->callback([&chosen, options] { chosen = [options] { return run(*options); }; });
}

}  // namespace cifra::command
