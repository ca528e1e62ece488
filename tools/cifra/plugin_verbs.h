// The three verbs of `cifra plugin`.

#pragma once

#include "tools/cifra/verb.h"

namespace cifra::command {

void add_plugin_list(CLI::App& plugin, const Environment& environment, Run& run);
void add_plugin_new(CLI::App& plugin, const Environment& environment, Run& run);
void add_plugin_check(CLI::App& plugin, const Environment& environment, Run& run);

}  // namespace cifra::command
