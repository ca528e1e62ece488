// One of two plugins with one id.

#include <cifra_plugin.hpp>

using namespace cifra::plugin;

CIFRA_EXTRACTOR("twin", "2.0.0", "One of two", [](const Document&, Facts&) {})
