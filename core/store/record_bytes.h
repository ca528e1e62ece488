// A document's record as bytes: what the process that works on documents sends to the one that
// writes the store. Both are the same program, so the format has no versions.

#pragma once

#include <string>
#include <string_view>

#include "core/store/record.h"

namespace cifra {

std::string to_bytes(const DocumentRecord& record);

// Throws std::runtime_error when the bytes are no record.
DocumentRecord record_from_bytes(std::string_view bytes);

}  // namespace cifra
