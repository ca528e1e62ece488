// Finds the file a document was read from: where it lay, or the copy that was kept.

#pragma once

#include <filesystem>
#include <optional>

#include "core/store/database.h"

namespace cifra {

// A file whose bytes are the document's, by their hash. Nothing when it is gone or has changed
// everywhere.
std::optional<std::filesystem::path> source_of(const Database& database,
                                               const std::filesystem::path& store,
                                               int64_t document);

}  // namespace cifra
