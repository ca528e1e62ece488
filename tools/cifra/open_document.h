// Opening one file for a verb that needs no store: read in a worker process, metadata completed.

#pragma once

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "core/document/document.h"
#include "core/plugin/reader_process.h"
#include "tools/cifra/verb.h"

namespace cifra::command {

inline constexpr const char* kReaderWorkerVerb = "reader-worker";

// What starts `program` as a reader worker.
std::vector<std::string> reader_worker_arguments();

// Whether something lies at the path; says so where nothing does, which is wrong use.
bool is_there(const std::filesystem::path& path);

// The document with its metadata as an ingest would keep it, or why there is none.
std::variant<Document, ReadFailure> open_document(const Environment& environment,
                                                  const std::filesystem::path& file);

}  // namespace cifra::command
