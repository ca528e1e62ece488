// `cifra verify`: re-opens each source and proves that every citation still holds.

#include "core/pipeline/verify.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>

#include "core/plugin/reader_process.h"
#include "tools/cifra/output.h"
#include "tools/cifra/store_option.h"
#include "tools/cifra/verb.h"

namespace cifra::command {
namespace {

struct Options {
  std::filesystem::path store;
  std::optional<Format> format;
};

std::string json_of(const VerifiedDocument& one) {
  const nlohmann::ordered_json json = {
      {"document", one.document.id},
      {"path", one.document.path},
      {"facts", one.facts},
      {"held", one.held},
      {"reason",
       one.reason.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(one.reason)},
      {"broken", one.broken}};
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

int run(const Options& options, const Environment& environment) {
  const Database database(options.store, Database::Mode::kRead);
  ReaderProcess reader(environment.program, {"reader-worker"}, ReaderLimits());
  RowPrinter rows(format_for_output(options.format),
                  {{"document"},
                   {"facts", true},
                   {"held", true},
                   {"path", false, true},
                   {"reason", false, true}},
                  std::cout, terminal_of_output());
  int64_t facts = 0, held = 0, documents = 0;
  bool all_well = true;
  verify(
      database, options.store, [&](const std::filesystem::path& file) { return reader.read(file); },
      [&](const VerifiedDocument& one) {
        rows.row(rows.wants_json() ? json_of(one) : "",
                 {one.document.id, std::to_string(one.facts), std::to_string(one.held),
                  one.document.path, one.reason});
        ++documents;
        facts += one.facts;
        held += one.held;
        all_well = all_well && one.reason.empty();
      });
  rows.finish();
  std::cerr << grouped(held) << " of " << grouped(facts) << " citations hold in "
            << grouped(documents) << (documents == 1 ? " document\n" : " documents\n");
  return all_well ? kDone : kDoneWithFailures;
}

}  // namespace

void add_verify(CLI::App& app, const Environment& environment, Run& chosen) {
  CLI::App* verb =
      app.add_subcommand("verify", "open the sources again and prove that citations hold");
  auto options = std::make_shared<Options>();
  add_store_option(*verb, options->store);
  add_format_option(*verb, options->format);
  verb->footer("Example: cifra verify --store facts.db");
  verb->callback([&chosen, options, &environment] {
    chosen = [options, &environment] { return run(*options, environment); };
  });
}

}  // namespace cifra::command
