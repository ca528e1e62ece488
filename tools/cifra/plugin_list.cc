// `cifra plugin list`: what is loaded, from where, which version, what for; and what is not loaded
// and why.

#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>
#include <system_error>

#include "core/plugin/registry.h"
#include "tools/cifra/output.h"
#include "tools/cifra/plugin_verbs.h"

namespace cifra::command {
namespace {

// "reads .htm .html", "makes facts".
std::string purpose_of(const PluginInfo& plugin) {
  std::string purpose;
  for (const std::string& extension : plugin.extensions) {
    purpose += (purpose.empty() ? "reads " : " ") + extension;
  }
  for (const std::string& interface : plugin.interfaces) {
    if (interface.starts_with("cifra.reader/")) continue;
    purpose += purpose.empty() ? "makes facts" : ", makes facts";
  }
  return purpose;
}

int list(const Environment& environment, std::optional<Format> format) {
  const Registry registry(environment.plugin_folders);
  RowPrinter rows(format_for_output(format),
                  {{"plugin"},
                   {"version"},
                   {"for"},
                   {"summary", false, true},
                   {"path", false, true},
                   {"problem", false, true}},
                  std::cout, terminal_of_output());
  for (const PluginInfo& plugin : registry.plugins()) {
    const nlohmann::ordered_json json = {{"plugin", plugin.id},
                                         {"version", plugin.version},
                                         {"for", purpose_of(plugin)},
                                         {"summary", plugin.summary},
                                         {"path", plugin.path.string()},
                                         {"interfaces", plugin.interfaces},
                                         {"extensions", plugin.extensions},
                                         {"problem", nullptr}};
    rows.row(json.dump(), {plugin.id, plugin.version, purpose_of(plugin), plugin.summary,
                           plugin.path.string(), ""});
  }
  for (const PluginProblem& problem : registry.problems()) {
    const nlohmann::ordered_json json = {{"plugin", nullptr},
                                         {"version", nullptr},
                                         {"for", nullptr},
                                         {"summary", nullptr},
                                         {"path", problem.path.string()},
                                         {"interfaces", nlohmann::json::array()},
                                         {"extensions", nlohmann::json::array()},
                                         {"problem", problem.reason}};
    rows.row(json.dump(), {"", "", "not loaded", "", problem.path.string(), problem.reason});
  }
  rows.finish();
  for (const std::filesystem::path& folder : environment.plugin_folders) {
    std::error_code ignored;
    if (registry.plugins().empty() && !std::filesystem::exists(folder, ignored)) {
      say("no folder " + folder.string());
    }
  }
  if (registry.plugins().empty()) {
    say("no plugin is loaded: put plugins into one of the folders searched, or name a folder in "
        "CIFRA_PLUGIN_PATH");
  }
  return registry.problems().empty() ? kDone : kDoneWithFailures;
}

}  // namespace

void add_plugin_list(CLI::App& plugin, const Environment& environment, Run& run) {
  CLI::App* verb = plugin.add_subcommand("list", "list the plugins that are loaded");
  auto format = std::make_shared<std::optional<Format>>();
  add_format_option(*verb, *format);
  verb->footer("Example: cifra plugin list --format table");
  verb->callback([format, &environment, &run] {
    run = [format, &environment] { return list(environment, *format); };
  });
}

}  // namespace cifra::command
