// The fact a command line names. An id that no longer stands answers with what replaced it.

#pragma once

#include <optional>
#include <string>

#include "core/store/reader.h"

namespace cifra::command {

// Says on standard error when the fact is gone, superseded or unknown; nothing in the last case.
std::optional<FactRow> fact_named(const Database& database, const std::string& id);

}  // namespace cifra::command
