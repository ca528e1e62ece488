// `cifra ingest`: folders in, facts into the store.

#include "core/pipeline/ingest.h"

#include <signal.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <csignal>
#include <iostream>
#include <thread>

#include "core/pipeline/plugin_parts.h"
#include "tools/cifra/lost_facts.h"
#include "tools/cifra/open_document.h"
#include "tools/cifra/output.h"
#include "tools/cifra/store_option.h"
#include "tools/cifra/verb.h"

namespace cifra::command {
namespace {

struct Options {
  std::vector<std::filesystem::path> paths;
  std::filesystem::path store;
  size_t jobs = std::max(1u, std::thread::hardware_concurrency());
  bool again = false;
  bool keep_sources = false;
};

int64_t now() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

std::string counted(int64_t number, std::string_view one, std::string_view many) {
  return grouped(number) + ' ' + std::string(number == 1 ? one : many);
}

// A scanned book has a warning a page; the first few say it.
void print_warnings(const std::vector<RunReport::Failure>& warnings) {
  constexpr size_t kOfOneFile = 3;
  for (size_t i = 0; i < warnings.size();) {
    const std::string& path = warnings[i].path;
    size_t count = 0;
    for (; i < warnings.size() && warnings[i].path == path; ++i, ++count) {
      if (count < kOfOneFile) std::cerr << "    " << path << ": " << warnings[i].reason << '\n';
    }
    if (count <= kOfOneFile) continue;
    std::cerr << "    " << path << ": " << count - kOfOneFile
              << " more; `cifra read` of the file lists them\n";
  }
}

void print_summary(const RunReport& report, std::chrono::milliseconds passed,
                   const std::filesystem::path& store) {
  const RunCounts& counts = report.counts;
  std::cerr << store.string() << ": " << counted(counts.documents, "document", "documents")
            << " read, " << counted(counts.pages, "page", "pages") << ", "
            << counted(counts.facts, "fact", "facts") << " in " << duration_words(passed) << '\n';
  if (report.refreshed > 0) {
    std::cerr << "  " << counted(report.refreshed, "document", "documents")
              << " worked through anew, for Cifra or a plugin changed\n";
  }
  if (report.aged > 0) {
    std::cerr << "  " << counted(report.aged, "document", "documents")
              << " read by an older reader stand as they were read: their files are gone\n";
  }
  if (counts.skipped > 0) {
    std::cerr << "  " << counted(counts.skipped, "file", "files")
              << " skipped: same bytes as before";
    if (report.copied > 0) {
      std::cerr << " (" << grouped(report.copied) << " in a new place)";
    }
    std::cerr << '\n';
  }
  if (report.gone > 0) {
    std::cerr << "  " << counted(report.gone, "file is", "files are")
              << " no longer there; the facts read from there stay in the store\n";
  }
  if (report.others > 0) {
    std::cerr << "  " << counted(static_cast<int64_t>(report.others), "file", "files")
              << " left alone: no reader for their kind\n";
  }
  if (!report.failures.empty()) {
    std::cerr << "  " << counted(counts.failed, "file", "files") << " not read:\n";
  }
  for (const RunReport::Failure& failure : report.failures) {
    std::cerr << "    " << failure.path << ": " << failure.reason << '\n';
  }
  if (!report.warnings.empty()) {
    std::cerr << "  read, but not all of it as it should be:\n";
    print_warnings(report.warnings);
  }
}

std::string limits_in_words() {
  const ReaderLimits limits;
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(limits.time).count();
  return "A document that takes longer than " + std::to_string(seconds) + " s, " +
         std::to_string(limits.memory >> 20) + " MB of memory or " +
         std::to_string(limits.output >> 20) +
         " MB of text and words\nis a failure, whether a reader or an extractor is to blame; the "
         "rest is done.";
}

volatile std::sig_atomic_t g_stop = 0;

// The first Ctrl-C lets documents in work come to their end, the next ends the program.
void stop_when_asked() {
  struct sigaction action {};
  action.sa_handler = [](int) {
    g_stop = 1;
    constexpr char kWords[] =
        "\ncifra: stopping after the documents in work; again to stop at once\n";
    static_cast<void>(!write(STDERR_FILENO, kWords, sizeof kWords - 1));
  };
  action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

int run(const Options& options, const Environment& environment) {
  for (const std::filesystem::path& path : options.paths) {
    if (!is_there(path)) return kWrongUse;
  }
  const Registry registry(environment.plugin_folders);
  for (const PluginProblem& problem : registry.problems()) {
    say("plugin " + problem.path.string() + ": " + problem.reason);
  }
  const IngestParts parts =
      parts_of(registry, environment.program, {"reader-worker"}, ReaderLimits());
  IngestRequest request;
  request.paths = options.paths;
  request.store = options.store;
  request.jobs = options.jobs;
  request.again = options.again;
  request.keep_sources = options.keep_sources;
  request.program = "cifra " CIFRA_VERSION;
  request.now = now;
  request.stop = [] { return g_stop != 0; };
  stop_when_asked();

  const auto start = std::chrono::steady_clock::now();
  const auto passed = [&] {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() -
                                                                 start);
  };
  ProgressBar bar;
  request.progress = [&](const IngestProgress& progress) {
    const double seconds = std::max(0.1, static_cast<double>(passed().count()) / 1000);
    bar.show(progress.bytes, progress.bytes_of,
             std::to_string(progress.files) + " of " + std::to_string(progress.files_of) +
                 " files, " + grouped(progress.facts) + " facts, " +
                 one_decimal(static_cast<double>(progress.files) / seconds) + " files/s");
  };
  const FactsByPlugin before = facts_of_others(options.store, parts.plugins);
  const RunReport report = ingest(request, parts);
  bar.clear();
  print_summary(report, passed(), options.store);
  say_lost(before, facts_of_others(options.store, parts.plugins));
  if (report.left > 0) {
    say("stopped: " + grouped(report.left) +
        " files were not looked at; what was read is kept, and the same command goes on from here");
    return kStopped;
  }
  return report.failures.empty() && report.warnings.empty() ? kDone : kDoneWithFailures;
}

}  // namespace

void add_ingest(CLI::App& app, const Environment& environment, Run& chosen) {
  CLI::App* verb = app.add_subcommand("ingest", "read files and folders into a store");
  auto options = std::make_shared<Options>();
  verb->add_option("PATH", options->paths, "files and folders")->required();
  add_store_option(*verb, options->store);
  verb->add_option("--jobs", options->jobs, "how many documents to read at once")
      ->check(CLI::Range(1, 256))
      ->type_name("N")
      ->capture_default_str();
  verb->add_flag("--again", options->again, "read every file anew, whatever is known of it");
  verb->add_flag("--keep-sources", options->keep_sources,
                 "copy the files to a folder beside the store");
  verb->footer(limits_in_words() +
               "\nExample: cifra ingest rapporti/ comunicati/ --store facts.db --jobs 4");
  verb->callback([&chosen, options, &environment] {
    chosen = [options, &environment] { return run(*options, environment); };
  });
}

}  // namespace cifra::command
