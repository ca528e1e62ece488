// Files that a verb writes where its user said: never over the store or a source, and whole or not
// at all.

#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <ostream>
#include <string>

#include "core/store/database.h"

namespace cifra::command {

// Why `path` must not be written by a verb that reads this store: it is the store, a file beside it
// that is part of it, or the source of a document in it. By whatever name or link it is given.
std::optional<std::string> why_not_written(const std::filesystem::path& path,
                                           const Database& database,
                                           const std::filesystem::path& store);

// Writes beside `path` and renames, so that what stood there is replaced whole or kept; a device or
// a pipe is written as it is. Throws std::runtime_error that names the file and the remedy.
void write_file(const std::filesystem::path& path, const std::function<void(std::ostream&)>& write);
// The same for libraries that write a file by its name.
void write_named_file(const std::filesystem::path& path,
                      const std::function<bool(const std::filesystem::path&)>& write);

}  // namespace cifra::command
