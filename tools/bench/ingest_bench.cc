// What `cifra ingest` costs over a folder of PDFs, against the least it could cost: a bare loop of
// poppler-cpp's text_list with fonts over the same files. Prints the ratio of CPU times, workers
// included, the ratio of wall times of two jobs to the same run on one core, and the largest
// process.
//
//     ingest_bench FOLDER [CIFRA]      CIFRA is the program beside this one if not given
//
// Each figure is the best of three runs: what else the machine does can only add.

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>
#include <sched.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

constexpr int kRuns = 3;
constexpr int kTwoJobs = 2;

struct Cost {
  double cpu = 1e9;   // seconds, children included
  double wall = 1e9;  // seconds
  long memory = 0;    // KiB, of the largest process
};

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

// Runs `work` in a process of its own and says what it and its children cost.
Cost cost_of(const std::function<void()>& work) {
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
    std::fprintf(stderr, "ingest_bench: a run failed\n");
    std::exit(3);
  }
  Cost cost;
  cost.cpu = seconds(usage.ru_utime) + seconds(usage.ru_stime);
  cost.wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  cost.memory = usage.ru_maxrss;
  return cost;
}

Cost best_of_runs(const std::function<void()>& work) {
  Cost best;
  for (int i = 0; i < kRuns; ++i) {
    const Cost cost = cost_of(work);
    best.cpu = std::min(best.cpu, cost.cpu);
    best.wall = std::min(best.wall, cost.wall);
    best.memory = std::max(best.memory, cost.memory);
  }
  return best;
}

void read_barely(const std::vector<fs::path>& files) {
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  size_t words = 0;
  for (const fs::path& file : files) {
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_file(file.string()));
    if (document == nullptr || document->is_locked()) continue;
    for (int i = 0; i < document->pages(); ++i) {
      const std::unique_ptr<poppler::page> page(document->create_page(i));
      if (page) words += page->text_list(poppler::page::text_list_include_font).size();
    }
  }
  if (words == 0) std::fprintf(stderr, "ingest_bench: no word in any file\n");
}

void pin_to_one_core() {
  cpu_set_t usable;
  CPU_ZERO(&usable);
  sched_getaffinity(0, sizeof usable, &usable);
  for (int core = 0; core < CPU_SETSIZE; ++core) {
    if (!CPU_ISSET(core, &usable)) continue;
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(core, &one);
    sched_setaffinity(0, sizeof one, &one);
    return;
  }
}

void ingest(const fs::path& cifra, const fs::path& folder, const fs::path& store, int jobs) {
  for (const char* ending : {"", "-wal", "-shm"}) fs::remove(store.string() + ending);
  if (std::freopen("/dev/null", "w", stdout) == nullptr ||
      std::freopen("/dev/null", "w", stderr) == nullptr) {
    _exit(3);
  }
  execl(cifra.c_str(), cifra.c_str(), "ingest", folder.c_str(), "--store", store.c_str(), "--jobs",
        std::to_string(jobs).c_str(), nullptr);
  _exit(3);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2 || argc > 3) {
    std::fprintf(stderr, "usage: ingest_bench FOLDER [CIFRA]\n");
    return 2;
  }
  const fs::path folder = argv[1];
  const fs::path cifra =
      argc == 3 ? fs::path(argv[2]) : fs::canonical("/proc/self/exe").parent_path() / "cifra";
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".pdf") files.push_back(entry.path());
  }
  std::string place = (fs::temp_directory_path() / "ingest-bench-XXXXXX").string();
  if (mkdtemp(place.data()) == nullptr) {
    std::perror("ingest_bench: temporary folder");
    return 3;
  }
  const fs::path store = fs::path(place) / "facts.db";

  const Cost bare = best_of_runs([&] { read_barely(files); });
  const Cost single = best_of_runs([&] { ingest(cifra, folder, store, 1); });
  const Cost both = best_of_runs([&] { ingest(cifra, folder, store, kTwoJobs); });
  const Cost pinned = best_of_runs([&] {
    pin_to_one_core();
    ingest(cifra, folder, store, kTwoJobs);
  });
  fs::remove_all(place);

  std::printf("%zu files\n", files.size());
  std::printf("text_list alone          cpu %7.2f s\n", bare.cpu);
  std::printf("ingest, 1 job            cpu %7.2f s  wall %7.2f s\n", single.cpu, single.wall);
  std::printf("ingest, 2 jobs           cpu %7.2f s  wall %7.2f s\n", both.cpu, both.wall);
  std::printf("ingest, 2 jobs, 1 core   cpu %7.2f s  wall %7.2f s\n", pinned.cpu, pinned.wall);
  std::printf("cpu ratio                %.3f  (at most 1.3 on prose)\n", single.cpu / bare.cpu);
  std::printf("wall ratio               %.3f  (at most 0.6)\n", both.wall / pinned.wall);
  std::printf("largest process          %.0f MB\n", static_cast<double>(both.memory) / 1024);
  return 0;
}
