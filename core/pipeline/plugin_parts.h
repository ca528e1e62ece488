// The parts of an ingest as the plugins bring them.

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/pipeline/ingest.h"
#include "core/plugin/registry.h"

namespace cifra {

// `program` started with `worker_arguments` is the process that reads. `registry` must outlive the
// parts.
IngestParts parts_of(const Registry& registry, const std::filesystem::path& program,
                     const std::vector<std::string>& worker_arguments, const ReaderLimits& limits);

}  // namespace cifra
