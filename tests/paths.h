// Where the tests find this tree and what was built of it. The paths are compiled into one small
// file, so that compiled tests are the same wherever the tree lies.

#pragma once

#include <filesystem>

namespace cifra {

std::filesystem::path source_folder();
std::filesystem::path build_folder();

}  // namespace cifra
