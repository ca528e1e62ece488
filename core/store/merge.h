// Brings the documents of one store into another: shards read on several machines become one.

#pragma once

#include <cstdint>
#include <filesystem>

#include "core/store/writer.h"

namespace cifra {

struct MergeReport {
  int64_t documents = 0, facts = 0;  // brought in
  int64_t known = 0;                 // documents both stores have
};

// All of `shard` in one transaction. Fact ids stay; a place that both know is the later file's.
// `writer` belongs to `database` and has begun a run. Throws StoreError.
MergeReport merge_store(const Database& database, Writer& writer,
                        const std::filesystem::path& shard);

}  // namespace cifra
