// SHA-256, by which documents and facts are known.

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace cifra {

// 64 hex digits.
std::string sha256(std::string_view bytes);

// Of a file's bytes, read piece by piece. Nothing when it cannot be read to its end; errno says
// why.
std::optional<std::string> sha256_of_file(const std::filesystem::path& file);

}  // namespace cifra
