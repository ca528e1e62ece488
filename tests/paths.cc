#include "tests/paths.h"

namespace cifra {

std::filesystem::path source_folder() { return CIFRA_SOURCE_DIR; }
std::filesystem::path build_folder() { return CIFRA_BINARY_DIR; }

}  // namespace cifra
