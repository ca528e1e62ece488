// The worker's side of the reader process: reads one file at a time with the plugins' readers, lays
// it out, does what was ordered and sends what came of it. Its limits are its own; the host only
// watches the clock.

#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <new>
#include <optional>
#include <string>
#include <string_view>

#include "core/document/archive.h"
#include "core/layout/layout.h"
#include "core/plugin/reader_process.h"
#include "core/plugin/worker_frame.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define CIFRA_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define CIFRA_SANITIZED 1
#endif
#endif

namespace cifra {
namespace {

// A worker that holds more than this after a document asks to be replaced.
constexpr uint64_t kRetireAt = uint64_t{128} << 20;

// The new-handler has no argument to carry it.
int g_memory_socket = -1;

void report_memory() {
  if (g_memory_socket >= 0) {
    write_frame(g_memory_socket, {FrameKind::kOutOfMemory, 0, 0}, {});
  }
  throw std::bad_alloc();
}

struct MemoryUse {
  uint64_t address_space = 0, resident = 0;  // bytes
};

MemoryUse memory_use() {
  std::ifstream statm("/proc/self/statm");
  uint64_t pages = 0, resident = 0;
  statm >> pages >> resident;
  const auto page_size = static_cast<uint64_t>(sysconf(_SC_PAGESIZE));
  return {pages * page_size, resident * page_size};
}

void set_limit(int resource, uint64_t value) {
  const rlimit limit{value, value};
  setrlimit(static_cast<__rlimit_resource>(resource), &limit);
}

void limit_memory(uint64_t bytes) {
#ifdef CIFRA_SANITIZED
  // A sanitizer reserves terabytes of address space for its shadow; the data segment's size would
  // not count what it maps either.
  static_cast<void>(bytes);
#else
  set_limit(RLIMIT_AS, memory_use().address_space + bytes);
#endif
}

struct FileBytes {
  std::string bytes;
  std::string failure;  // empty where the bytes are the file's
};

std::string failure_of(int error) {
  switch (error) {
    case ENOENT:
    case ENOTDIR:
      return "the file is no longer there";
    case EACCES:
    case EPERM:
      return "the file may not be read: permission denied";
    case ELOOP:
      return "the path is a circle of symbolic links";
    default:
      return std::string("the file cannot be read: ") + strerror(error);
  }
}

FileBytes bytes_of(const std::string& path, uint64_t most) {
  // Not blocking: opening a pipe nobody writes to would wait for ever.
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
  if (file < 0) return {"", failure_of(errno)};
  FileBytes out;
  struct stat status {};
  if (fstat(file, &status) != 0) {
    out.failure = failure_of(errno);
  } else if (S_ISDIR(status.st_mode)) {
    out.failure = "it is a folder, not a file";
  } else if (!S_ISREG(status.st_mode)) {
    out.failure = "it is no regular file (a device, a pipe or a socket)";
  } else if (status.st_size == 0) {
    out.failure = "the file is empty: zero bytes";
  } else if (static_cast<uint64_t>(status.st_size) > most) {
    out.failure = "the file is too large: " + std::to_string(status.st_size >> 20) +
                  " MB, at most " + std::to_string(most >> 20) + " MB are read";
  }
  if (out.failure.empty()) {
    out.bytes.resize(static_cast<size_t>(status.st_size));
    size_t filled = 0;
    while (filled < out.bytes.size()) {
      const ssize_t count = ::read(file, out.bytes.data() + filled, out.bytes.size() - filled);
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) out.failure = failure_of(errno);
      if (count <= 0) break;
      filled += static_cast<size_t>(count);
    }
    out.bytes.resize(filled);
    if (filled == 0 && out.failure.empty()) out.failure = "the file is empty: zero bytes";
  }
  close(file);
  return out;
}

struct Answer {
  FrameKind kind = FrameKind::kFailure;
  std::string bytes;
};

Answer answer(const Registry& registry, const DocumentWork& work, const WorkerRequest& request,
              const std::string& path, std::string_view order, int socket) {
  const Registry::Asked asked = [socket](const PluginInfo& plugin) {
    const std::string name = plugin.version.empty() ? plugin.id : plugin.id + ' ' + plugin.version;
    write_frame(socket, {FrameKind::kAsked, 0, name.size()}, name);
  };
  const char* doing = "its pages could not be laid out: ";
  try {
    std::optional<Document> document;
    if (path.empty()) {
      asked(Registry::own_code());
    } else {
      const FileBytes file = bytes_of(path, request.memory / 2);
      if (!file.failure.empty()) return {FrameKind::kFailure, file.failure};
      auto result = registry.read(path, file.bytes, request.output, asked);
      if (auto* failure = std::get_if<ReadFailure>(&result)) {
        return {failure->plugin_fault ? FrameKind::kFault : FrameKind::kFailure,
                std::move(failure->reason)};
      }
      document = lay_out(std::move(std::get<Reading>(result)));
    }
    if (order.empty()) return {FrameKind::kDocument, to_archive(document.value(), Packing::kNone)};
    doing = "its text could not be worked through: ";
    return {FrameKind::kDocument, work(registry, std::move(document), order, asked)};
  } catch (const std::bad_alloc&) {
    return {FrameKind::kFailure, "not enough memory"};
  } catch (const std::exception& error) {
    return {FrameKind::kFailure, doing + std::string(error.what())};
  }
}

}  // namespace

int run_reader_worker(const std::vector<std::filesystem::path>& plugin_folders,
                      const DocumentWork& work) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  // The host decides what an interrupt of the whole group means.
  signal(SIGINT, SIG_IGN);
  signal(SIGTERM, SIG_IGN);
  set_limit(RLIMIT_CORE, 0);
  // Out of a plugin's reach: what it reads or prints on the standard streams is not the protocol.
  const int socket = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 100);
  const int null = open("/dev/null", O_RDONLY | O_CLOEXEC);
  if (socket < 0 || null < 0 || dup2(null, STDIN_FILENO) < 0) return 1;
  close(null);

  const Registry registry(plugin_folders);
  g_memory_socket = socket;
  std::set_new_handler(&report_memory);
  bool limited = false;
  while (true) {
    FrameHeader header;
    if (read_bytes(socket, &header, sizeof header, Deadline::max()) != FrameResult::kOk) return 0;
    std::string bytes(static_cast<size_t>(header.size), '\0');
    if (read_bytes(socket, bytes.data(), bytes.size(), Deadline::max()) != FrameResult::kOk) {
      return 0;
    }
    WorkerRequest request;
    if (header.kind != FrameKind::kRequest || bytes.size() < sizeof request) return 1;
    std::memcpy(&request, bytes.data(), sizeof request);
    if (!limited) limit_memory(request.memory);
    limited = true;

    if (request.path_size > bytes.size() - sizeof request) return 1;
    const auto path_size = static_cast<size_t>(request.path_size);
    const std::string path = bytes.substr(sizeof request, path_size);
    const std::string_view order = std::string_view(bytes).substr(sizeof request + path_size);
    const Answer reply = answer(registry, work, request, path, order, socket);
    malloc_trim(0);
    FrameHeader reply_header{reply.kind, 0, reply.bytes.size()};
    reply_header.retire = memory_use().resident > kRetireAt ? 1 : 0;
    if (!write_frame(socket, reply_header, reply.bytes)) return 0;
  }
}

}  // namespace cifra
