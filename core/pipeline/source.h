// Finds the file a document was read from: where it lay, or the copy that was kept; keeps copies.

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/store/database.h"

namespace cifra {

// Where --keep-sources puts files: "facts.db" has "facts.sources" beside it.
std::filesystem::path kept_sources(const std::filesystem::path& store);
// The kept copy of a document's file; it may not be there.
std::filesystem::path kept_source(const std::filesystem::path& store, const std::string& hash,
                                  const std::filesystem::path& file);

// A file whose bytes are the document's, by their hash. Nothing when it is gone or has changed
// everywhere. Copies are sought in every folder of copies beside the store, since a store may have
// been renamed.
std::optional<std::filesystem::path> source_of(const Database& database,
                                               const std::filesystem::path& store,
                                               int64_t document);

// Copies the file unless its copy is there. Throws StoreError when it cannot be written.
void keep_source(const std::filesystem::path& store, const std::string& hash,
                 const std::filesystem::path& file);

// Brings the copies that lie beside a shard, of documents in it, beside `store`. Returns how many
// there are.
int64_t keep_sources_of(const Database& shard, const std::filesystem::path& shard_path,
                        const std::filesystem::path& store);

}  // namespace cifra
