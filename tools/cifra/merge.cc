// `cifra merge`: shards into one store.

#include "core/store/merge.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <iostream>

#include "core/pipeline/ingest.h"
#include "core/pipeline/source.h"
#include "tools/cifra/output.h"
#include "tools/cifra/store_option.h"
#include "tools/cifra/verb.h"

namespace cifra::command {
namespace {

struct Options {
  std::vector<std::filesystem::path> shards;
  std::filesystem::path store;
};

std::string now() {
  return utc_time(std::chrono::duration_cast<std::chrono::nanoseconds>(
                      std::chrono::system_clock::now().time_since_epoch())
                      .count());
}

int run(const Options& options) {
  for (const auto& shard : options.shards) {
    const Database checked(shard, Database::Mode::kRead);  // before anything is written
    std::error_code error;
    if (std::filesystem::equivalent(shard, options.store, error)) {
      say(shard.string() + ": is the store itself; give other stores to merge into it");
      return kWrongUse;
    }
  }
  const Database database(options.store, Database::Mode::kCreate);
  Writer writer(database);
  RunCounts counts;
  int64_t sources = 0;
  {
    RunStart start{now(), "cifra " CIFRA_VERSION, "merge", {}};
    for (const auto& shard : options.shards) start.paths.push_back(shard.string());
    Transaction transaction(database);
    writer.begin_run(start);
    transaction.commit();
  }
  for (const auto& shard : options.shards) {
    const MergeReport report = merge_store(database, writer, shard);
    sources += keep_sources_of(Database(shard, Database::Mode::kRead), shard, options.store);
    counts.documents += report.documents;
    counts.facts += report.facts;
    counts.skipped += report.known;
  }
  Transaction transaction(database);
  writer.end_run(now(), counts);
  transaction.commit();
  std::cerr << options.store.string() << ": " << grouped(counts.documents) << " documents and "
            << grouped(counts.facts) << " facts brought in, " << grouped(counts.skipped)
            << " documents were known";
  if (sources > 0) std::cerr << "; " << grouped(sources) << " kept sources";
  std::cerr << '\n';
  return kDone;
}

}  // namespace

void add_merge(CLI::App& app, const Environment&, Run& chosen) {
  CLI::App* verb = app.add_subcommand("merge", "bring the documents of other stores into one");
  auto options = std::make_shared<Options>();
  verb->add_option("SHARD", options->shards, "stores to read from")->required();
  add_store_option(*verb, options->store);
  verb->footer("Example: cifra merge nord.db sud.db --store italia.db");
  verb->callback([&chosen, options] { chosen = [options] { return run(*options); }; });
}

}  // namespace cifra::command
