// The fact a command line names. An id that no longer stands answers with what replaced it.

#pragma once

#include <optional>
#include <string>

#include "core/store/reader.h"

namespace cifra::command {

// `name` is an id or the beginning of one that is no other's. Says on standard error when the fact
// is gone, superseded or unknown, or which begin so; nothing in the last cases.
std::optional<FactRow> fact_named(const Database& database, const std::string& name);

}  // namespace cifra::command
