// Strings that cross the plugin boundary: nothing a plugin passes is trusted to be UTF-8.

#pragma once

#include <string>
#include <string_view>

#include "core/plugin/cifra_plugin.h"

namespace cifra {

inline std::string_view view_of(cifra_string text) {
  return text.data == nullptr ? std::string_view()
                              : std::string_view(text.data, static_cast<size_t>(text.size));
}
inline cifra_string pass(std::string_view text) { return {text.data(), text.size()}; }

// Appends `text` to `out`, U+FFFD where it is no UTF-8 or holds a NUL. Whether nothing had to be
// mended.
bool append_utf8(std::string_view text, std::string& out);

// A place for a plugin's reason: pass `error()` to a call, read `reason` after it. One line of
// UTF-8, cut where it is endless.
struct PluginReason {
  std::string reason;
  cifra_error error();
};

// "1 GB", "256 MB", "700 bytes", for messages about limits.
std::string amount_of(uint64_t bytes);

}  // namespace cifra
