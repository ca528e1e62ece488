// A document as bytes: what a reader process sends and what the store keeps, one format for both.

#pragma once

#include <string>
#include <string_view>

#include "core/document/document.h"

namespace cifra {

// Compact, versioned, compressed.
std::string to_archive(const Document& document);

// Throws std::runtime_error naming what is wrong when the bytes are damaged or of a newer version.
Document from_archive(std::string_view bytes);

}  // namespace cifra
