// Opens every source again and proves that the store's citations hold: the figure stands at its
// place in the text, on its page, in its boxes.

#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/pipeline/ingest.h"
#include "core/store/reader.h"

namespace cifra {

using ReadFile = std::function<std::variant<Document, ReadFailure>(const std::filesystem::path&)>;

struct VerifiedDocument {
  DocumentRow document;
  int64_t facts = 0, held = 0;
  std::string reason;               // why facts do not hold, or the source could not be read
  std::vector<std::string> broken;  // ids of facts that do not hold
};

// Of current documents. `done` is called for each, in the order of their paths.
void verify(const Database& database, const std::filesystem::path& store, const ReadFile& read,
            const std::function<void(const VerifiedDocument&)>& done);

}  // namespace cifra
