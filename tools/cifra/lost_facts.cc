#include "tools/cifra/lost_facts.h"

#include <algorithm>
#include <optional>

#include "tools/cifra/output.h"

namespace cifra::command {

FactsByPlugin facts_of_others(const std::filesystem::path& store,
                              const std::vector<PluginVersion>& loaded) {
  FactsByPlugin counts;
  std::error_code error;
  const auto size = std::filesystem::file_size(store, error);
  if (error || size == 0) return counts;
  std::optional<Database> opened;
  try {
    opened.emplace(store, Database::Mode::kRead);
  } catch (const StoreError&) {
    return counts;  // of an older schema, or none of ours: the ingest brings it up to date or says
  }
  const Database& database = *opened;
  Statement plugins = database.prepare("SELECT number, id FROM plugins");
  Statement facts = database.prepare("SELECT count(*) FROM facts WHERE plugin = ?");
  while (plugins.step()) {
    const std::string id = plugins.text(1);
    if (std::ranges::find(loaded, id, &PluginVersion::id) != loaded.end()) continue;
    facts.bind(1, plugins.integer(0));
    if (facts.step() && facts.integer(0) > 0) counts[id] += facts.integer(0);
    facts.reset();
  }
  return counts;
}

void say_lost(const FactsByPlugin& before, const FactsByPlugin& after) {
  for (const auto& [plugin, count] : before) {
    const auto left = after.find(plugin);
    const int64_t lost = count - (left == after.end() ? 0 : left->second);
    if (lost <= 0) continue;
    say("plugin " + plugin + " is not loaded: its " + grouped(lost) +
        (lost == 1 ? " fact was" : " facts were") +
        " taken out; name its folder in CIFRA_PLUGIN_PATH and run this again to have them back");
  }
}

}  // namespace cifra::command
