#include "tools/cifra/output_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <stdexcept>

#include "core/pipeline/source.h"

namespace cifra::command {
namespace {

namespace fs = std::filesystem;

// One file under two names, or one name of a file that is not there.
bool is_same(const fs::path& a, const fs::path& b) {
  std::error_code error;
  if (fs::exists(a, error) && fs::exists(b, error)) return fs::equivalent(a, b, error);
  return fs::weakly_canonical(a, error) == fs::weakly_canonical(b, error);
}

bool is_part_of_store(const fs::path& path, const fs::path& store) {
  for (const char* ending : {"", "-wal", "-shm", "-journal"}) {
    fs::path part = store;
    part += ending;
    if (is_same(path, part)) return true;
  }
  return false;
}

// A source that is given by another link is found by its size or its name.
bool is_source(const fs::path& path, const Database& database) {
  std::error_code error;
  const auto size = fs::file_size(path, error);
  if (error) return false;
  Statement places = database.prepare(
      "SELECT root || '/' || path FROM locations WHERE size = ?1 OR path = ?2 OR "
      "path LIKE '%/' || ?2 OR root || '/' || path = ?3");
  places.bind(1, static_cast<int64_t>(size)).bind(2, path.filename().string());
  places.bind(3, fs::absolute(path).lexically_normal().string());
  while (places.step()) {
    if (is_same(path, places.text(0))) return true;
  }
  return false;
}

[[noreturn]] void fail(const fs::path& path, const std::string& what) {
  throw std::runtime_error(path.string() + ": cannot be written: " + what);
}

// A name beside `path` that no file has; made at once, so that it is ours.
fs::path reserved_beside(const fs::path& path) {
  fs::path partial = path;
  partial += ".";
  partial += std::to_string(getpid());
  partial += ".partial";
  const int file = open(partial.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
  if (file < 0) fail(path, std::string(std::strerror(errno)) + "; check its folder");
  close(file);
  return partial;
}

}  // namespace

std::optional<std::string> why_not_written(const fs::path& path, const Database& database,
                                           const fs::path& store) {
  const auto refused = [&](const std::string& what) {
    return path.string() + ": " + what + "; give another file to write";
  };
  std::error_code error;
  if (fs::is_directory(path, error)) return refused("a folder");
  if (is_part_of_store(path, store)) return refused("this is the store itself");
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  if (is_same(folder, kept_sources(store))) return refused("this folder holds the kept sources");
  if (is_source(path, database)) return refused("this is the source of a document in the store");
  return std::nullopt;
}

void write_named_file(const fs::path& path, const std::function<bool(const fs::path&)>& write) {
  std::error_code error;
  const fs::path file = fs::weakly_canonical(path, error);  // through links, to what they lead to
  const fs::path target = error ? path : file;
  const fs::file_status before = fs::status(target, error);
  if (fs::exists(before) && !fs::is_regular_file(before)) {
    if (!write(path)) fail(path, "is there room?");
    return;
  }
  const fs::path partial = reserved_beside(target);
  try {
    errno = 0;
    if (!write(partial)) {
      fail(path, errno == 0 ? "is there room?" : std::string(std::strerror(errno)));
    }
    if (fs::exists(before)) fs::permissions(partial, before.permissions(), error);
    fs::rename(partial, target, error);
    if (error) fail(path, error.message());
  } catch (...) {
    fs::remove(partial, error);
    throw;
  }
}

void write_file(const fs::path& path, const std::function<void(std::ostream&)>& write) {
  write_named_file(path, [&](const fs::path& file) {
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    if (out) write(out);
    out.close();
    return !out.fail();
  });
}

}  // namespace cifra::command
