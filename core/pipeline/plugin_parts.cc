#include "core/pipeline/plugin_parts.h"

#include <exception>
#include <memory>

#include "core/store/digest.h"
#include "core/store/record_bytes.h"

namespace cifra {

IngestParts parts_of(const Registry& registry, const std::filesystem::path& program,
                     const std::vector<std::string>& worker_arguments, const ReaderLimits& limits) {
  IngestParts parts;
  parts.reads = [&registry](const std::filesystem::path& file) { return registry.reads(file); };
  parts.new_worker = [=]() -> IngestParts::Work {
    auto process = std::make_shared<ReaderProcess>(program, worker_arguments, limits);
    return [process](const DocumentOrder& order) -> std::variant<DocumentRecord, ReadFailure> {
      auto answer = process->work(order.file, to_bytes(order));
      if (auto* failure = std::get_if<ReadFailure>(&answer)) return std::move(*failure);
      try {
        return record_from_bytes(std::get<std::string>(answer));
      } catch (const std::exception& error) {  // what plugins do to a worker costs its document
        return ReadFailure{error.what()};
      }
    };
  };
  for (const std::string& reader : registry.readers()) {
    parts.readings.push_back(reading_by(reader));
  }
  parts.fingerprint =
      sha256(std::string(kCodeFingerprint) + '\n' + registry.extractor_fingerprint()).substr(0, 16);
  for (const PluginInfo& plugin : registry.plugins()) {
    parts.plugins.push_back({plugin.id, plugin.version, plugin.summary});
  }
  return parts;
}

}  // namespace cifra
