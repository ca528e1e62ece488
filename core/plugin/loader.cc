// Opens plugins with dlopen. A library is closed by nobody: thread-local destructors, atexit
// handlers and strings in flight would otherwise point into unmapped code.

#include "core/plugin/loader.h"

#include <dlfcn.h>
#include <openssl/evp.h>

#include <algorithm>
#include <sstream>
#include <string_view>

namespace cifra {
namespace {

bool is_plugin_id(std::string_view id) {
  return !id.empty() && id.size() <= 64 && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

// Empty when `entry` can be used.
std::string fault_of(const cifra_plugin_entry& entry) {
  // `size` and `abi_version` stand first in every version of the ABI.
  if (entry.abi_version > CIFRA_ABI_VERSION || entry.abi_version < CIFRA_ABI_OLDEST) {
    std::ostringstream reason;
    reason << "it speaks plugin ABI " << entry.abi_version << ", this Cifra speaks ";
    if (CIFRA_ABI_OLDEST != CIFRA_ABI_VERSION) reason << CIFRA_ABI_OLDEST << " to ";
    reason << CIFRA_ABI_VERSION << ": build it with this Cifra's cifra_plugin.h";
    return reason.str();
  }
  if (entry.size < sizeof(cifra_plugin_entry)) {
    return "its entry has " + std::to_string(entry.size) + " bytes where ABI " +
           std::to_string(entry.abi_version) + " has " +
           std::to_string(sizeof(cifra_plugin_entry)) +
           ": set `size` to sizeof(cifra_plugin_entry)";
  }
  if (entry.id == nullptr || !is_plugin_id(entry.id)) {
    return "its id is not made of lower case letters, digits and hyphens";
  }
  if (entry.version == nullptr || *entry.version == '\0') return "it names no version";
  if (entry.summary == nullptr) return "it has no summary";
  if (entry.create == nullptr || entry.destroy == nullptr || entry.get_interface == nullptr) {
    return "its entry lacks create, destroy or get_interface";
  }
  return "";
}

std::string fault_of(const cifra_reader_1& reader) {
  if (reader.size < sizeof(cifra_reader_1)) return "its cifra.reader/1 table is too short";
  if (reader.media_types == nullptr || reader.extensions == nullptr || reader.sniff == nullptr ||
      reader.read == nullptr) {
    return "its cifra.reader/1 table lacks media_types, extensions, sniff or read";
  }
  return "";
}

std::string fault_of(const cifra_extractor_1& extractor) {
  if (extractor.size < sizeof(cifra_extractor_1)) return "its cifra.extractor/1 table is too short";
  if (extractor.extract == nullptr) return "its cifra.extractor/1 table lacks extract";
  return "";
}

}  // namespace

LoadedPlugin::~LoadedPlugin() {
  for (void* instance : free_instances_) entry->destroy(instance);
}

void* LoadedPlugin::take_instance(PluginReason& reason) {
  {
    const std::lock_guard lock(mutex_);
    if (!free_instances_.empty()) {
      void* instance = free_instances_.back();
      free_instances_.pop_back();
      return instance;
    }
  }
  const cifra_error error = reason.error();
  void* instance = entry->create(&error);
  if (instance == nullptr && reason.reason.empty()) reason.reason = "it could not be started";
  return instance;
}

void LoadedPlugin::give_back(void* instance) {
  const std::lock_guard lock(mutex_);
  free_instances_.push_back(instance);
}

std::variant<std::unique_ptr<LoadedPlugin>, LoadFailure> load_plugin(
    const std::filesystem::path& path) {
  dlerror();
  void* library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) {
    const char* reason = dlerror();
    return LoadFailure{std::string("it cannot be loaded: ") +
                       (reason == nullptr ? "unknown reason" : reason)};
  }
  const void* symbol = dlsym(library, "cifra_plugin");
  if (symbol == nullptr) {
    return LoadFailure{"it exports no symbol `cifra_plugin`: export one with CIFRA_PLUGIN(…)"};
  }
  auto plugin = std::make_unique<LoadedPlugin>();
  plugin->path = path;
  plugin->entry = static_cast<const cifra_plugin_entry*>(symbol);
  if (std::string fault = fault_of(*plugin->entry); !fault.empty()) return LoadFailure{fault};

  plugin->reader = static_cast<const cifra_reader_1*>(plugin->entry->get_interface(CIFRA_READER_1));
  plugin->extractor =
      static_cast<const cifra_extractor_1*>(plugin->entry->get_interface(CIFRA_EXTRACTOR_1));
  if (plugin->reader == nullptr && plugin->extractor == nullptr) {
    return LoadFailure{std::string("it offers no interface this Cifra knows: ") + CIFRA_READER_1 +
                       ", " + CIFRA_EXTRACTOR_1};
  }
  std::string fault = plugin->reader != nullptr ? fault_of(*plugin->reader) : "";
  if (fault.empty() && plugin->extractor != nullptr) fault = fault_of(*plugin->extractor);
  if (!fault.empty()) return LoadFailure{fault};
  return plugin;
}

std::string short_hash(std::string_view bytes) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned size = 0;
  EVP_Digest(bytes.data(), bytes.size(), digest, &size, EVP_sha256(), nullptr);
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string hex;
  for (unsigned i = 0; i < std::min(size, 8u); ++i) {
    hex += kDigits[digest[i] >> 4];
    hex += kDigits[digest[i] & 15];
  }
  return hex;
}

}  // namespace cifra
