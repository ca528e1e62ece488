// Calls a function that no library has.

#include <cifra_plugin.hpp>

using namespace cifra::plugin;

void function_of_a_library_that_is_not_linked();

CIFRA_EXTRACTOR("undefined", "1.0.0", "Lacks a library",
                [](const Document&, Facts&) { function_of_a_library_that_is_not_linked(); })
