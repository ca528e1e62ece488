// What a Registry holds; its readers stand in registry.cc, its extractors in extraction.cc.

#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "core/plugin/loader.h"
#include "core/plugin/registry.h"

namespace cifra {

struct Registry::Impl {
  std::vector<std::unique_ptr<LoadedPlugin>> loaded;  // in the order of `plugins`
  std::vector<PluginInfo> plugins;
  std::vector<PluginProblem> problems;

  void load(const std::filesystem::path& file);

  // The index of the reader surest of these first bytes, of all or of those `claiming` the file's
  // extension; the first loaded where several are as sure; nothing where none knows them.
  std::optional<size_t> surest_reader(const std::filesystem::path& file, std::string_view head,
                                      bool claiming, const Asked& asked) const;
};

}  // namespace cifra
