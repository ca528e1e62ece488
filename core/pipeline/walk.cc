#include "core/pipeline/walk.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <set>
#include <utility>

#include "core/pipeline/metadata.h"

namespace cifra {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSidecarEnding = ".meta.json";
constexpr size_t kDeepest = 200;  // folders in folders; deeper ones are no one's order

int64_t nanoseconds(const timespec& time) {
  return int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

std::string words_of(int error) {
  if (error == EACCES || error == EPERM) return "permission denied";
  if (error == ENOENT) return "it is no longer there";
  if (error == ELOOP) return "a circle of symbolic links";
  return std::strerror(error);
}

class Walker {
 public:
  Walker(const std::function<bool(const fs::path&)>& reads, Walk& walk)
      : reads_(reads), walk_(walk) {}

  void start(const fs::path& given) {
    const fs::path path = fs::absolute(given).lexically_normal();
    const std::string text = path.has_filename() ? path.string() : path.parent_path().string();
    struct stat status {};
    if (stat(text.c_str(), &status) == 0 && S_ISDIR(status.st_mode)) {
      root_ = text == "/" ? "" : text;
      walk_.roots.push_back(root_);
      enter("", status);
    } else {
      const fs::path file(text);
      root_ = file.parent_path() == "/" ? "" : file.parent_path().string();
      walk_.roots.push_back(text);
      visit(file.filename().string(), true);
    }
  }

 private:
  using Identity = std::pair<dev_t, ino_t>;

  std::string full(const std::string& path) const {
    return path.empty() ? (root_.empty() ? "/" : root_) : root_ + "/" + path;
  }

  void problem(const std::string& path, const std::string& reason) {
    walk_.problems.push_back({Place{root_, path, 0, {}, {}, {}}, reason});
  }

  void enter(const std::string& folder, const struct stat& status) {
    const Identity identity{status.st_dev, status.st_ino};
    if (std::find(above_.begin(), above_.end(), identity) != above_.end()) {
      problem(folder, "the folder contains itself through a link; it is read once");
      return;
    }
    if (!entered_.insert(identity).second) return;
    if (above_.size() >= kDeepest) {
      problem(folder, "more than " + std::to_string(kDeepest) + " folders deep; not read");
      return;
    }
    std::error_code error;
    std::vector<std::string> names;
    for (fs::directory_iterator entry(full(folder), error), end; !error && entry != end;
         entry.increment(error)) {
      names.push_back(entry->path().filename().string());
    }
    if (error) problem(folder, "the folder cannot be read: " + words_of(error.value()));
    std::sort(names.begin(), names.end());
    above_.push_back(identity);
    for (const std::string& name : names) {
      if (name.starts_with('.')) continue;
      visit(folder.empty() ? name : folder + "/" + name, false);
    }
    above_.pop_back();
  }

  void visit(const std::string& path, bool named) {
    const std::string file = full(path);
    struct stat status {};
    if (stat(file.c_str(), &status) != 0) {
      const int error = errno;
      const bool dangling = error == ENOENT && fs::is_symlink(file, ignored_);
      if (named || reads_(file)) {
        problem(path, dangling ? "it is a link to a file that is not there"
                               : "the file cannot be read: " + words_of(error));
      }
    } else if (S_ISDIR(status.st_mode)) {
      enter(path, status);
    } else if (!named && !reads_(file)) {
      if (!path.ends_with(kSidecarEnding)) ++walk_.others;
    } else if (!S_ISREG(status.st_mode)) {
      problem(path, "it is no regular file (a device, a pipe or a socket)");
    } else if (seen_.insert(file).second) {
      walk_.files.push_back({place_of(path, status)});
    }
  }

  Place place_of(const std::string& path, const struct stat& status) const {
    Place place{root_, path, status.st_size, nanoseconds(status.st_mtim), {}, {}};
    struct stat sidecar {};
    if (stat(sidecar_of(full(path)).c_str(), &sidecar) == 0 && S_ISREG(sidecar.st_mode)) {
      place.sidecar_size = sidecar.st_size;
      place.sidecar_modified = nanoseconds(sidecar.st_mtim);
    }
    return place;
  }

  const std::function<bool(const fs::path&)>& reads_;
  Walk& walk_;
  std::string root_;
  std::vector<Identity> above_;
  std::set<Identity> entered_;
  std::set<std::string> seen_;
  std::error_code ignored_;
};

}  // namespace

Walk walk(const std::vector<fs::path>& paths, const std::function<bool(const fs::path&)>& reads) {
  Walk result;
  Walker walker(reads, result);
  for (const fs::path& path : paths) walker.start(path);
  return result;
}

}  // namespace cifra
