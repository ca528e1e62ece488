// `cifra documents`: what is in a store.

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
  DocumentFilter filter;
};

std::string path_of(const DocumentRow& row) {
  return row.path + (row.superseded ? " (superseded)" : row.missing ? " (gone)" : "");
}

int run(const Options& options) {
  const Database database(options.store, Database::Mode::kRead);
  RowPrinter rows(format_for_output(options.format),
                  {{"document"},
                   {"date"},
                   {"issuer", false, true},
                   {"title", false, true},
                   {"pages", true},
                   {"facts", true},
                   {"path", false, true}},
                  std::cout, terminal_of_output());
  for (const DocumentRow& row : document_rows(database, options.filter)) {
    rows.row(rows.wants_json() ? json_of(row) : "",
             {row.id, row.published_on, row.issuer, row.title, std::to_string(row.pages),
              std::to_string(row.facts), path_of(row)});
  }
  rows.finish();
  if (rows.count() == 0) say("the store holds no documents; `cifra ingest PATH` reads some");
  return kDone;
}

}  // namespace

void add_documents(CLI::App& app, const Environment&, Run& chosen) {
  CLI::App* verb = app.add_subcommand("documents", "list the documents of a store");
  auto options = std::make_shared<Options>();
  add_store_option(*verb, options->store);
  add_format_option(*verb, options->format);
  verb->add_flag("--superseded", options->filter.superseded,
                 "older versions of changed files as well");
  verb->footer("Example: cifra documents --store facts.db --format csv");
  verb->callback([&chosen, options] { chosen = [options] { return run(*options); }; });
}

}  // namespace cifra::command
