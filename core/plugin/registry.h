// The plugins a run knows: found in folders, checked, loaded, asked what they bring.

#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/document/document.h"
#include "core/document/reading.h"
#include "core/facts/fact.h"
#include "core/tables/cell_figures.h"

namespace cifra {

struct PluginInfo {
  std::string id, version, summary;
  std::filesystem::path path;
  std::vector<std::string> interfaces;  // "cifra.reader/1"
  std::vector<std::string> extensions;  // a reader's: ".pdf"
};

struct PluginProblem {
  std::filesystem::path path;
  std::string reason;  // names both versions where versions disagree
};

struct ReadFailure {
  std::string reason;         // plain words: "the file is encrypted and needs a password"
  bool plugin_fault = false;  // the reader crashed, hung, flooded or broke the contract
};

class Registry {
 public:
  // Loads every *.so and every pack (*.toml) of the folders (a path to one file is taken too),
  // earlier folders first; of two plugins with one id the first is kept. What does not load is in
  // problems(); nothing throws.
  explicit Registry(const std::vector<std::filesystem::path>& folders);
  ~Registry();
  Registry(const Registry&) = delete;
  Registry& operator=(const Registry&) = delete;

  const std::vector<PluginInfo>& plugins() const;
  const std::vector<PluginProblem>& problems() const;

  // A reader of each plugin, as Metadata::reader names it.
  std::vector<std::string> readers() const;

  // A line over all ids and versions: when it changes, facts are made again.
  std::string extractor_fingerprint() const;

  // Whether some reader takes a file of this name.
  bool reads(const std::filesystem::path& file) const;

  // What the reader for this file makes of its bytes, in this process: only a worker should call
  // it. The surest by the first bytes is taken, of the readers that claim the file's extension, or
  // of all where none does. `output_limit` in bytes of words and text. `asked` is told whose code
  // runs next.
  using Asked = std::function<void(const PluginInfo&)>;
  std::variant<Reading, ReadFailure> read(const std::filesystem::path& file, std::string_view bytes,
                                          uint64_t output_limit, const Asked& asked = {}) const;

  // Runs every extractor over the document, one fact kept per figure: the more specific. What an
  // extractor did wrong (threw, lied about an index) is added to `complaints`; its facts for this
  // document are dropped whole. Thread-safe: instances are kept per thread. `asked` is told whose
  // code runs next, Cifra's own after the last.
  std::vector<Fact> extract(const Document& document, const std::vector<CellFigure>& figures,
                            std::vector<std::string>& complaints, const Asked& asked = {}) const;

  // Stands for what is no plugin's code.
  static const PluginInfo& own_code();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace cifra
