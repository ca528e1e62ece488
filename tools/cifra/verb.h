// What the verbs of the command share: where plugins lie, how rows are printed, what exit codes
// mean. A verb is one file that adds itself to the command; main.cc lists them.

#pragma once

#include <CLI/App.hpp>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace cifra::command {

// Exit codes; product page "The command".
enum ExitCode {
  kDone = 0,
  kDoneWithFailures = 1,
  kWrongUse = 2,
  kNotDone = 3,
  kStopped = 130,  // by Ctrl-C, as shells count it
};

struct Environment {
  std::filesystem::path program;                      // this executable
  std::vector<std::filesystem::path> plugin_folders;  // searched in order
};

// Adds a verb to `app`; when it was given, `run` is set to what carries it out.
using Run = std::function<int()>;
using AddVerb = void (*)(CLI::App& app, const Environment& environment, Run& run);

void add_check(CLI::App& app, const Environment& environment, Run& run);
void add_cite(CLI::App& app, const Environment& environment, Run& run);
void add_conflicts(CLI::App& app, const Environment& environment, Run& run);
void add_documents(CLI::App& app, const Environment& environment, Run& run);
void add_explain(CLI::App& app, const Environment& environment, Run& run);
void add_export(CLI::App& app, const Environment& environment, Run& run);
void add_failures(CLI::App& app, const Environment& environment, Run& run);
void add_figures(CLI::App& app, const Environment& environment, Run& run);
void add_ingest(CLI::App& app, const Environment& environment, Run& run);
void add_merge(CLI::App& app, const Environment& environment, Run& run);
void add_plugin(CLI::App& app, const Environment& environment, Run& run);
void add_query(CLI::App& app, const Environment& environment, Run& run);
void add_read(CLI::App& app, const Environment& environment, Run& run);
void add_reader_worker(CLI::App& app, const Environment& environment, Run& run);
void add_series(CLI::App& app, const Environment& environment, Run& run);
void add_verify(CLI::App& app, const Environment& environment, Run& run);

}  // namespace cifra::command
