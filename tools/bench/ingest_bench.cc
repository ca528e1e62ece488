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

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "tools/bench/measured_run.h"

namespace {

namespace fs = std::filesystem;

constexpr int kTwoJobs = 2;

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

}  // namespace

int main(int argc, char** argv) {
  using cifra::bench::best_of_runs, cifra::bench::Cost, cifra::bench::ingest;
  const cifra::bench::Arguments arguments = cifra::bench::arguments_of(argc, argv);
  const fs::path &folder = arguments.folder, &program = arguments.cifra;
  const cifra::bench::TemporaryFolder place;
  const fs::path store = place / "facts.db";

  const Cost bare = best_of_runs([&] { read_barely(arguments.files); });
  const Cost single = best_of_runs([&] { ingest(program, folder, store, 1); });
  const Cost both = best_of_runs([&] { ingest(program, folder, store, kTwoJobs); });
  const Cost pinned = best_of_runs([&] {
    pin_to_one_core();
    ingest(program, folder, store, kTwoJobs);
  });

  std::printf("%zu files\n", arguments.files.size());
  std::printf("text_list alone          cpu %7.2f s\n", bare.cpu);
  std::printf("ingest, 1 job            cpu %7.2f s  wall %7.2f s\n", single.cpu, single.wall);
  std::printf("ingest, 2 jobs           cpu %7.2f s  wall %7.2f s\n", both.cpu, both.wall);
  std::printf("ingest, 2 jobs, 1 core   cpu %7.2f s  wall %7.2f s\n", pinned.cpu, pinned.wall);
  std::printf("cpu ratio                %.3f  (at most 1.3 on prose)\n", single.cpu / bare.cpu);
  std::printf("wall ratio               %.3f  (at most 0.6)\n", both.wall / pinned.wall);
  std::printf("largest process          %.0f MB\n", static_cast<double>(both.memory) / 1024);
  return 0;
}
