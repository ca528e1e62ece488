#include "core/pipeline/source.h"

#include "core/pipeline/ingest.h"
#include "core/store/digest.h"

namespace cifra {

std::optional<std::filesystem::path> source_of(const Database& database,
                                               const std::filesystem::path& store,
                                               int64_t document) {
  Statement places = database.prepare(
      "SELECT d.hash, coalesce(l.root || '/' || l.path, d.former_path, '') FROM documents d "
      "LEFT JOIN locations l ON l.document = d.id WHERE d.id = ? ORDER BY l.missing, l.id");
  places.bind(1, document);
  while (places.step()) {
    const std::filesystem::path file = places.text(1);
    for (const auto& candidate : {file, kept_source(store, places.text(0), file)}) {
      std::error_code error;
      if (std::filesystem::is_regular_file(candidate, error) &&
          sha256_of_file(candidate) == places.text(0)) {
        return candidate;
      }
    }
  }
  return std::nullopt;
}

}  // namespace cifra
