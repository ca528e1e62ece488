// A document as bytes: what a reader process sends and what the store keeps, one format for both.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/document/document.h"

namespace cifra {

enum class Packing : uint8_t {
  kNone,        // for a pipe
  kCompressed,  // for a store
};

// Compact and versioned. Coordinates are kept to a hundredth of a point.
std::string to_archive(const Document& document, Packing packing = Packing::kCompressed);

// Rounds the coordinates as an archive does, so that a document says the same before and after.
void round_to_archive(Document& document);

// Whether the bytes are an archive of this program's version; they may still be damaged.
bool is_archive(std::string_view bytes);

// Throws std::runtime_error naming what is wrong when the bytes are damaged or of a newer version.
Document from_archive(std::string_view bytes);

}  // namespace cifra
