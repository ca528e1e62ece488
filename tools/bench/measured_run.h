// What the benchmarks of whole runs share: a step in a process of its own and what it cost, an
// ingest into a fresh store, the PDFs of a folder. A benchmark ends when one of its runs fails.

#pragma once

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace cifra::bench {

inline constexpr int kRuns = 3;

struct Cost {
  double cpu = 1e9;   // seconds, children included
  double wall = 1e9;  // seconds
  long memory = 0;    // KiB, of the largest process
};

inline double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

// Runs `work` in a process of its own and says what it and its children cost.
inline Cost cost_of(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child == 0) {
    work();
    _exit(0);
  }
  int status = 0;
  rusage usage{};
  if (child < 0 || wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) ||
      WEXITSTATUS(status) > 1) {
    std::fprintf(stderr, "bench: a run failed\n");
    std::exit(3);
  }
  Cost cost;
  cost.cpu = seconds(usage.ru_utime) + seconds(usage.ru_stime);
  cost.wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  cost.memory = usage.ru_maxrss;
  return cost;
}

inline Cost best_of_runs(const std::function<void()>& work) {
  Cost best;
  for (int i = 0; i < kRuns; ++i) {
    const Cost cost = cost_of(work);
    best.cpu = std::min(best.cpu, cost.cpu);
    best.wall = std::min(best.wall, cost.wall);
    best.memory = std::max(best.memory, cost.memory);
  }
  return best;
}

// For cost_of: becomes an ingest of the folder into a fresh store. Does not return.
[[noreturn]] inline void ingest(const std::filesystem::path& cifra,
                                const std::filesystem::path& folder,
                                const std::filesystem::path& store, int jobs) {
  for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(store.string() + ending);
  if (std::freopen("/dev/null", "w", stdout) != nullptr &&
      std::freopen("/dev/null", "w", stderr) != nullptr) {
    execl(cifra.c_str(), cifra.c_str(), "ingest", folder.c_str(), "--store", store.c_str(),
          "--jobs", std::to_string(jobs).c_str(), nullptr);
  }
  _exit(3);
}

// FOLDER [CIFRA], as both benchmarks take them.
struct Arguments {
  std::filesystem::path folder, cifra;
  std::vector<std::filesystem::path> files;  // the PDFs under the folder
};

inline Arguments arguments_of(int argc, char** argv) {
  if (argc < 2 || argc > 3) {
    std::fprintf(stderr, "usage: %s FOLDER [CIFRA]\n", argv[0]);
    std::exit(2);
  }
  Arguments arguments;
  arguments.folder = argv[1];
  arguments.cifra = argc == 3
                        ? std::filesystem::path(argv[2])
                        : std::filesystem::canonical("/proc/self/exe").parent_path() / "cifra";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(arguments.folder)) {
    if (entry.path().extension() == ".pdf") arguments.files.push_back(entry.path());
  }
  return arguments;
}

// A folder that goes with its owner.
class TemporaryFolder {
 public:
  TemporaryFolder()
      : path_((std::filesystem::temp_directory_path() / "cifra-bench-XXXXXX").string()) {
    if (mkdtemp(path_.data()) != nullptr) return;
    std::perror("bench: temporary folder");
    std::exit(3);
  }
  ~TemporaryFolder() { std::filesystem::remove_all(path_); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  std::filesystem::path operator/(const char* name) const {
    return std::filesystem::path(path_) / name;
  }

 private:
  std::string path_;
};

}  // namespace cifra::bench
