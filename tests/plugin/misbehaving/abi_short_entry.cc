// Says its entry is shorter than the ABI's.

#include <cifra_plugin.h>

extern "C" const cifra_plugin_entry cifra_plugin = {
    8, CIFRA_ABI_VERSION, "short", "1.0.0", "Too short", nullptr, nullptr, nullptr};
