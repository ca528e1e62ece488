// Speaks an ABI this host does not know.

#include <cifra_plugin.h>

extern "C" const cifra_plugin_entry cifra_plugin = {sizeof(cifra_plugin_entry),
                                                    99,
                                                    "tomorrow",
                                                    "1.0.0",
                                                    "Speaks ABI 99",
                                                    nullptr,
                                                    nullptr,
                                                    nullptr};
