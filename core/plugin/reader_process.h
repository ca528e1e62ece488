// Reads a file, and does what else is ordered with it, in a worker process of its own, so that a
// crash, a hang or a flood costs one document. The worker is this same program, started with
// `worker_arguments`.

#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/document/document.h"
#include "core/plugin/registry.h"

namespace cifra {

struct ReaderLimits {
  std::chrono::milliseconds time{120'000};  // wall, a document
  uint64_t memory = uint64_t{1} << 30;      // bytes of address space above the worker's own
  uint64_t output = uint64_t{256} << 20;    // bytes of text and words
};

// One worker, started with the first document, restarted when it dies and now and then. Not
// thread-safe: one a thread.
class ReaderProcess {
 public:
  ReaderProcess(std::filesystem::path program, std::vector<std::string> worker_arguments,
                ReaderLimits limits);
  ~ReaderProcess();
  ReaderProcess(const ReaderProcess&) = delete;
  ReaderProcess& operator=(const ReaderProcess&) = delete;

  // The laid-out document, or why there is none. Never throws for what the file or a plugin does.
  std::variant<Document, ReadFailure> read(const std::filesystem::path& file);

  // What the worker's DocumentWork makes of the order (not empty) and of the file; without a file
  // where `file` is empty.
  std::variant<std::string, ReadFailure> work(const std::filesystem::path& file,
                                              std::string_view order);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// What the worker does with an order and the document that was read for it, if one was. `asked` is
// to be told whose code runs.
using DocumentWork =
    std::function<std::string(const Registry& registry, std::optional<Document> document,
                              std::string_view order, const Registry::Asked& asked)>;

// The worker's side: answers requests on standard input, a socket, until the host closes it.
// Called by the program's hidden verb. Returns the exit code.
int run_reader_worker(const std::vector<std::filesystem::path>& plugin_folders,
                      const DocumentWork& work);

}  // namespace cifra
