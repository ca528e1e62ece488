// Readers: their examples, and files that are cut, empty of sense or random. A file may be refused
// with a reason; the reader may not crash, hang, flood or break the contract.

#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "core/document/archive.h"
#include "core/plugin/reader_process.h"
#include "core/plugin/registry.h"
#include "tools/cifra/conformance.h"
#include "tools/cifra/isolated.h"

namespace cifra::command {
namespace {

constexpr const char* kExpected = ".expected";

std::string file_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

// The same bytes in every run.
std::string random_bytes(uint64_t seed, size_t size) {
  std::string bytes;
  for (uint64_t state = seed * 0x9E3779B97F4A7C15u + 1; bytes.size() < size;) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    bytes += static_cast<char>(state & 0xFF);
  }
  return bytes;
}

// A folder that is gone when this is.
class Scratch {
 public:
  Scratch()
      : folder_(std::filesystem::temp_directory_path() /
                ("cifra-check-" + std::to_string(getpid()))) {
    std::filesystem::create_directories(folder_);
  }
  ~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  std::filesystem::path file(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return folder_ / name;
  }

 private:
  std::filesystem::path folder_;
};

class ReaderCheck {
 public:
  ReaderCheck(const CheckRequest& request, const Environment& environment)
      : request_(request),
        reader_(environment.program,
                {"reader-worker", "--plugins", std::filesystem::absolute(request.library).string()},
                {.time = std::chrono::seconds(20), .memory = 512u << 20, .output = 64u << 20}) {}

  std::vector<CheckRow> run(const Promise& promise) {
    const std::string extension = promise.extensions.empty() ? "" : promise.extensions.front();
    std::vector<std::filesystem::path> examples = example_files(promise);
    for (const std::filesystem::path& example : examples) check_example(example);
    if (examples.empty()) {
      rows_.push_back(
          {"has examples", "no example: put files it reads into " + request_.examples.string()});
    }
    survives("one byte", "x" + extension, "0");
    survives("white space", "x" + extension, "\n \t\n");
    for (uint64_t seed = 1; seed <= 4; ++seed) {
      survives("random bytes " + std::to_string(seed), "x" + extension,
               random_bytes(seed, 1u << (4 * seed)));
    }
    for (const std::filesystem::path& example : examples) check_damaged(example);
    return std::move(rows_);
  }

 private:
  std::vector<std::filesystem::path> example_files(const Promise& promise) const {
    std::vector<std::filesystem::path> files;
    if (!std::filesystem::is_directory(request_.examples)) return files;
    for (const auto& entry : std::filesystem::directory_iterator(request_.examples)) {
      const std::string extension = entry.path().extension().string();
      if (std::find(promise.extensions.begin(), promise.extensions.end(), extension) !=
          promise.extensions.end()) {
        files.push_back(entry.path());
      }
    }
    std::sort(files.begin(), files.end());
    return files;
  }

  void check_example(const std::filesystem::path& file) {
    CheckRow row{"example: " + file.filename().string(), ""};
    const std::filesystem::path expected = file.string() + kExpected;
    auto first = reader_.read(file), second = reader_.read(file);
    if (const auto* failure = std::get_if<ReadFailure>(&first)) {
      row.fault = failure->reason;
    } else if (std::holds_alternative<ReadFailure>(second) ||
               to_archive(std::get<Document>(first)) != to_archive(std::get<Document>(second))) {
      row.fault = "it read something else the second time";
    } else if (request_.update) {
      std::ofstream(expected, std::ios::binary) << std::get<Document>(first).text << '\n';
    } else if (!std::filesystem::exists(expected)) {
      row.fault = expected.string() + " is not there: make it with --update and read it";
    } else if (file_text(expected) != std::get<Document>(first).text + '\n') {
      row.fault = "its text is not that of " + expected.string() +
                  ": see what changed with --update and a diff";
    }
    rows_.push_back(std::move(row));
  }

  void survives(const std::string& what, const std::string& name, const std::string& bytes) {
    const auto result = reader_.read(scratch_.file(name, bytes));
    const auto* failure = std::get_if<ReadFailure>(&result);
    rows_.push_back(
        {"stands: " + what, failure != nullptr && failure->plugin_fault ? failure->reason : ""});
  }

  void check_damaged(const std::filesystem::path& file) {
    const std::string bytes = file_text(file), name = file.filename().string();
    for (const size_t part : {1u, 2u, 3u}) {
      survives(name + " cut at " + std::to_string(part) + "/4", name,
               bytes.substr(0, bytes.size() * part / 4));
    }
    std::string noisy = bytes;
    const std::string noise = random_bytes(7, bytes.size());
    for (size_t i = 0; i < noisy.size(); i += 13) noisy[i] = noise[i];
    survives(name + " with wrong bytes", name, noisy);
  }

  const CheckRequest& request_;
  ReaderProcess reader_;
  Scratch scratch_;
  std::vector<CheckRow> rows_;
};

}  // namespace

std::vector<CheckRow> check_reader(const CheckRequest& request, const Environment& environment) {
  return ReaderCheck(request, environment).run(promise_of(request.library));
}

Promise promise_of(const std::filesystem::path& library) {
  constexpr unsigned kSeconds = 20;
  const Outcome outcome = run_isolated(
      [&] {
        const Registry registry({library});
        std::string reasons;
        for (const PluginProblem& problem : registry.problems()) {
          reasons += (reasons.empty() ? "" : "; ") + problem.reason;
        }
        if (!reasons.empty()) throw std::runtime_error(reasons);
        std::string answer;
        for (const PluginInfo& plugin : registry.plugins()) {
          for (const std::string& interface : plugin.interfaces) answer += interface + '\n';
          for (const std::string& extension : plugin.extensions) answer += extension + '\n';
        }
        return answer;
      },
      kSeconds);
  Promise promise;
  promise.fault = outcome.fault;
  std::string_view rest = outcome.output;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    promise.reads = promise.reads || line.starts_with("cifra.reader/");
    promise.extracts =
        promise.extracts || line.starts_with("cifra.extractor/") || line.starts_with("cifra.pack/");
    if (line.starts_with('.')) promise.extensions.emplace_back(line);
  }
  return promise;
}

}  // namespace cifra::command
