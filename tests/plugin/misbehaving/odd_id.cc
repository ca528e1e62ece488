// An id nobody could write into a command or a file name.

#include <cifra_plugin.hpp>

using namespace cifra::plugin;

CIFRA_EXTRACTOR("Odd/Id", "1.0.0", "Has an id with a slash", [](const Document&, Facts&) {})
