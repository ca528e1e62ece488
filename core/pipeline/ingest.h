// From folders to the store: walks, reads what is new in parallel, writes as one. Killed at any
// moment it loses at most the documents in flight; the next run goes on.

#pragma once

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "core/pipeline/document_work.h"
#include "core/store/writer.h"

namespace cifra {

// What the run is made of; the command takes it from the plugins, tests from fakes.
struct IngestParts {
  // Makes the record of one document. Each thread makes its own.
  using Work = std::function<std::variant<DocumentRecord, ReadFailure>(const DocumentOrder&)>;

  std::function<bool(const std::filesystem::path&)> reads;  // by the file's name
  std::function<Work()> new_worker;
  std::string fingerprint;            // of all that makes facts of a document
  std::vector<std::string> readings;  // DocumentRecord::reading that stand; none: all do
  std::vector<PluginVersion> plugins;

  bool reading_stands(const std::string& reading) const {
    return readings.empty() ||
           std::find(readings.begin(), readings.end(), reading) != readings.end();
  }
};

struct IngestProgress {
  size_t files = 0, files_of = 0;
  int64_t bytes = 0, bytes_of = 0;
  int64_t facts = 0, failed = 0;
};

struct IngestRequest {
  std::vector<std::filesystem::path> paths;
  std::filesystem::path store;
  size_t jobs = 1;
  bool again = false;            // read every file anew, also those that failed before
  bool keep_sources = false;     // copy files to the folder of kept_sources(), source.h
  std::string program;           // "cifra 0.1.0"
  std::function<int64_t()> now;  // nanoseconds since 1970
  std::function<void(const IngestProgress&)> progress;  // called on the thread of ingest()
  std::function<bool()> stop;  // asked before each document, on any thread; true ends the run
};

struct RunReport {
  struct Failure {
    std::string path, reason;
  };
  RunCounts counts;
  int64_t left = 0;       // files and documents not looked at, because the run was stopped
  int64_t refreshed = 0;  // facts made anew from the kept text
  int64_t copied = 0;     // known content in a new place
  int64_t aged = 0;       // documents of an older reader or layout whose file is gone
  int64_t gone = 0;       // files of the folders given that were there before and are no more
  size_t others = 0;      // files that no reader takes
  std::vector<Failure> failures;
  std::vector<Failure> warnings;  // of documents that were read: a page without text, a bad
                                  // sidecar, what an extractor did wrong
};

// Throws StoreError when the store cannot be written; what was committed before stands.
RunReport ingest(const IngestRequest& request, const IngestParts& parts);

// "2021-01-20T10:00:00Z".
std::string utc_time(int64_t nanoseconds);

}  // namespace cifra
