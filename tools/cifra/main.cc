// The `cifra` command: finds its plugins, lists its verbs, runs one.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <sstream>
#include <string_view>
#include <vector>

#include "core/store/database.h"
#include "tools/cifra/open_document.h"
#include "tools/cifra/output.h"
#include "tools/cifra/verb.h"

namespace cifra::command {
namespace {

// A line a verb; the order is the order of the help.
// clang-format off
constexpr std::initializer_list<AddVerb> kVerbs = {
    add_ingest,
    add_query, add_check, add_series, add_conflicts,
    add_cite, add_explain,
    add_figures,
    add_read,
    add_documents,
    add_failures,
    add_verify,
    add_export,
    add_merge,
    add_plugin,
    add_reader_worker,
};
// clang-format on

// CIFRA_PLUGIN_PATH (colon separated), then beside the program, then the installed folder.
std::vector<std::filesystem::path> plugin_folders(const std::filesystem::path& program) {
  std::vector<std::filesystem::path> folders;
  if (const char* path = std::getenv("CIFRA_PLUGIN_PATH")) {
    std::stringstream parts(path);
    for (std::string part; std::getline(parts, part, ':');) {
      if (!part.empty()) folders.emplace_back(part);
    }
  }
  folders.push_back(program.parent_path() / "plugins");
  folders.push_back(program.parent_path().parent_path() / "lib" / "cifra" / "plugins");
  return folders;
}

// A folder that is named and not there would be passed over without a word.
void say_missing_folders() {
  const char* path = std::getenv("CIFRA_PLUGIN_PATH");
  std::stringstream parts(path ? path : "");
  for (std::string part; std::getline(parts, part, ':');) {
    std::error_code error;
    if (!part.empty() && !std::filesystem::exists(part, error)) {
      say("CIFRA_PLUGIN_PATH names " + part + ", which is not there");
    }
  }
}

// How many letters have to be added, taken or changed to make one word of the other.
size_t distance_of(std::string_view one, std::string_view other) {
  std::vector<size_t> row(other.size() + 1);
  for (size_t j = 0; j < row.size(); ++j) row[j] = j;
  for (size_t i = 0; i < one.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i + 1;
    for (size_t j = 0; j < other.size(); ++j) {
      const size_t changed = diagonal + (one[i] == other[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

// Whether `word` stands where a verb should and is none; says so, with the nearest verb.
bool is_unknown_verb(CLI::App& app, std::string_view word) {
  if (word.empty() || word.starts_with('-')) return false;
  std::string nearest;
  size_t least = std::max<size_t>(2, word.size() / 2) + 1;
  for (const CLI::App* verb : app.get_subcommands(nullptr)) {
    if (verb->get_name() == word) return false;
    if (verb->get_group().empty()) continue;  // hidden
    const size_t distance = distance_of(word, verb->get_name());
    if (distance >= least) continue;
    least = distance;
    nearest = verb->get_name();
  }
  say("there is no verb `" + std::string(word) + "`" +
      (nearest.empty() ? "; " : "; did you mean `" + nearest + "`? ") +
      "`cifra --help` lists them");
  return true;
}

int run_command(int argc, char** argv) {
  Environment environment;
  environment.program = std::filesystem::canonical("/proc/self/exe");
  environment.plugin_folders = plugin_folders(environment.program);

  CLI::App app{"Cifra finds every figure in Italian public documents and shows its source."};
  app.set_version_flag("--version", CIFRA_VERSION);
  app.require_subcommand(1);
  Run run;
  for (AddVerb add : kVerbs) add(app, environment, run);
  if (argc > 1 && is_unknown_verb(app, argv[1])) return kWrongUse;
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kDone : kWrongUse;
  }
  if (!app.got_subcommand(kReaderWorkerVerb)) say_missing_folders();
  const int code = run();
  if (std::cout.flush()) return code;
  say("the output could not be written; is the disk full?");
  return kNotDone;
}

}  // namespace
}  // namespace cifra::command

int main(int argc, char** argv) {
  try {
    return cifra::command::run_command(argc, argv);
  } catch (const cifra::StoreError& error) {
    std::cerr << "cifra: " << error.what() << '\n';
    return error.cause() == cifra::StoreError::Cause::kNotThere ? cifra::command::kWrongUse
                                                                : cifra::command::kNotDone;
  } catch (const std::exception& error) {
    std::cerr << "cifra: " << error.what() << '\n';
    return cifra::command::kNotDone;
  }
}
