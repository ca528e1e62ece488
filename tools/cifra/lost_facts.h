// Facts that an ingest takes out of a store because the plugin that made them is not loaded.

#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/store/writer.h"

namespace cifra::command {

// By plugin id, of those that are not in `loaded`; nothing where there is no store yet.
using FactsByPlugin = std::map<std::string, int64_t>;
FactsByPlugin facts_of_others(const std::filesystem::path& store,
                              const std::vector<PluginVersion>& loaded);

// Says on standard error which plugins' facts are fewer than before, and what to do.
void say_lost(const FactsByPlugin& before, const FactsByPlugin& after);

}  // namespace cifra::command
