// Brings neither a reader nor an extractor.

#include <cifra_plugin.h>

namespace {

int instance;

void* create(const cifra_error*) { return &instance; }
void destroy(void*) {}
const void* get_interface(const char*) { return nullptr; }

}  // namespace

extern "C" const cifra_plugin_entry cifra_plugin = {
    sizeof(cifra_plugin_entry), CIFRA_ABI_VERSION, "no-interface", "1.0.0",
    "Brings nothing",           &create,           &destroy,       &get_interface};
