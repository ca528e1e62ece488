// Writes documents, places and failures into a store. Every function belongs inside a Transaction
// of the caller, who decides what stands or falls together.

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/store/database.h"
#include "core/store/record.h"

namespace cifra {

struct RunStart {
  std::string started_at;  // UTC, ISO 8601
  std::string program;     // "cifra 0.1.0"
  std::string fingerprint;
  std::vector<std::string> paths;
};

struct RunCounts {
  int64_t documents = 0, pages = 0, facts = 0, skipped = 0, failed = 0;
};

struct PluginVersion {
  std::string id, version, summary;
};

// A file as it was found. `root` is absolute without a "/" at its end; "" for the file system's.
struct Place {
  std::string root, path;
  int64_t size = 0;
  std::optional<int64_t> modified;  // nanoseconds; nothing when too young to be trusted
  std::optional<int64_t> sidecar_size, sidecar_modified;

  std::string full_path() const { return root + "/" + path; }
};

class Writer {
 public:
  explicit Writer(const Database& database);

  void begin_run(const RunStart& start);
  void end_run(const std::string& finished_at, const RunCounts& counts);
  void know_plugin(const PluginVersion& plugin);

  // Adds the document, or puts a new record in the place of the one with the same hash. Fact ids
  // that are gone are noted with what replaced them. Returns its number.
  int64_t put(const DocumentRecord& record);

  // The file at `place` holds this document. What it held before becomes superseded unless it lies
  // elsewhere too. Clears the place's failure. True for a place that was not known.
  bool put_place(const Place& place, int64_t document);

  // Looks whether the files of all places at or under `path`, or of one document, are there. A
  // document that lies elsewhere loses its missing places; another keeps them, marked: how many
  // were not before.
  int64_t mark_missing(const std::string& path);
  void mark_missing(int64_t document);

  void put_failure(const Place& place, const std::string& reason, const std::string& fingerprint);
  void clear_failure(const std::string& full_path);

  std::optional<int64_t> document_with_hash(const std::string& hash);

  // The copy group of a document with these sketches; 0 when it is like no other.
  int64_t copy_group_of(const Sketch& text, const Sketch& figures) const;

  int64_t run() const { return run_; }

 private:
  int64_t mark_those_missing(Statement& places);
  void make_current(int64_t document);
  void forget_replacements_of(int64_t document);
  void supersede(int64_t document, int64_t successor);

  const Database& database_;
  int64_t run_ = 0;
};

}  // namespace cifra
