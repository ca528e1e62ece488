// What a Registry holds; its readers stand in registry.cc, its extractors in extraction.cc.

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/packs/pack.h"
#include "core/plugin/loader.h"
#include "core/plugin/registry.h"

namespace cifra {

struct Registry::Impl {
  // What stands behind a PluginInfo: a library or a pack.
  struct Member {
    std::unique_ptr<LoadedPlugin> library;
    std::unique_ptr<const Pack> pack;
    std::string content_hash;

    const cifra_reader_1* reader() const { return library ? library->reader : nullptr; }
    bool makes_facts() const { return pack != nullptr || library->extractor != nullptr; }
  };
  std::vector<Member> members;  // in the order of `plugins`
  std::vector<PluginInfo> plugins;
  std::vector<PluginProblem> problems;

  void load(const std::filesystem::path& file);
  void load_pack_file(const std::filesystem::path& file);
  // False and a problem where another plugin has its id.
  bool add(PluginInfo info, Member member);

  std::string reader_name(size_t index) const;

  // The index of the reader surest of these first bytes, of all or of those `claiming` the file's
  // extension; the first loaded where several are as sure; nothing where none knows them.
  std::optional<size_t> surest_reader(const std::filesystem::path& file, std::string_view head,
                                      bool claiming, const Asked& asked) const;
};

}  // namespace cifra
