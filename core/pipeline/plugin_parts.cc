#include "core/pipeline/plugin_parts.h"

#include <memory>

#include "core/store/digest.h"

namespace cifra {

IngestParts parts_of(const Registry& registry, const std::filesystem::path& program,
                     const std::vector<std::string>& worker_arguments, const ReaderLimits& limits) {
  IngestParts parts;
  parts.reads = [&registry](const std::filesystem::path& file) { return registry.reads(file); };
  parts.new_reader = [=]() -> IngestParts::Read {
    auto reader = std::make_shared<ReaderProcess>(program, worker_arguments, limits);
    return [reader](const std::filesystem::path& file) { return reader->read(file); };
  };
  parts.extract = [&registry](const Document& document, const std::vector<CellFigure>& figures,
                              std::vector<std::string>& complaints) {
    return registry.extract(document, figures, complaints);
  };
  parts.fingerprint =
      sha256(std::string(kCodeFingerprint) + '\n' + registry.extractor_fingerprint()).substr(0, 16);
  for (const PluginInfo& plugin : registry.plugins()) {
    parts.plugins.push_back({plugin.id, plugin.version, plugin.summary});
  }
  return parts;
}

}  // namespace cifra
