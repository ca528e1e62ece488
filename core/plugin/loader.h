// Opens one shared library and checks that it is a plugin this host can speak to.

#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/plugin/cifra_plugin.h"
#include "core/plugin/plugin_text.h"

namespace cifra {

// A plugin that passed every check. Never closed: its code stays mapped until the program ends.
class LoadedPlugin {
 public:
  const cifra_plugin_entry* entry = nullptr;
  std::filesystem::path path;
  const cifra_reader_1* reader = nullptr;        // NULL where it brings none
  const cifra_extractor_1* extractor = nullptr;  // NULL where it brings none

  LoadedPlugin() = default;
  ~LoadedPlugin();  // destroys the instances given back
  LoadedPlugin(const LoadedPlugin&) = delete;
  LoadedPlugin& operator=(const LoadedPlugin&) = delete;

  // An instance of its own for the caller, made when none is free; NULL with `reason` set where
  // the plugin cannot make one. Thread-safe. Give it back when the call is over.
  void* take_instance(PluginReason& reason);
  void give_back(void* instance);

 private:
  std::mutex mutex_;
  std::vector<void*> free_instances_;
};

// Why not, in one sentence that names both versions where versions disagree.
struct LoadFailure {
  std::string reason;
};

std::variant<std::unique_ptr<LoadedPlugin>, LoadFailure> load_plugin(
    const std::filesystem::path& path);

// 16 hex digits over the bytes.
std::string short_hash(std::string_view bytes);

}  // namespace cifra
