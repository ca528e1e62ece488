// `cifra plugin`: what is loaded, new plugins, and whether a plugin holds its promises.

#include <CLI/CLI.hpp>

#include "tools/cifra/plugin_verbs.h"

namespace cifra::command {

void add_plugin(CLI::App& app, const Environment& environment, Run& run) {
  CLI::App* plugin = app.add_subcommand("plugin", "list, make and check plugins");
  plugin->require_subcommand(1);
  plugin->footer("Example: cifra plugin list");
  add_plugin_list(*plugin, environment, run);
  add_plugin_new(*plugin, environment, run);
  add_plugin_check(*plugin, environment, run);
}

}  // namespace cifra::command
