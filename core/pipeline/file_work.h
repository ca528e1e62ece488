// What is done with one file or one kept document, on a worker's thread: decide whether it is new,
// read it, make its rows. Writes nothing.

#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <unordered_set>
#include <variant>
#include <vector>

#include "core/pipeline/ingest.h"
#include "core/pipeline/walk.h"
#include "core/store/reader.h"

namespace cifra {

struct Skipped {};  // as it was when last looked at

struct Placed {  // content that is known, or being read by another thread
  Place place;
  std::string hash;
};

struct Recorded {
  DocumentRecord record;
  std::optional<Place> place;  // none for a document renewed from its kept text
  std::vector<std::string> complaints;
};

struct Failed {
  Place place;
  std::string reason;
  std::string hash;  // empty where it could not be read at all
};

using Outcome = std::variant<Skipped, Placed, Recorded, Failed>;

// Contents being read in this run, so that of two equal files only one is read.
class Claims {
 public:
  bool claim(const std::string& hash) {
    const std::lock_guard lock(mutex_);
    return claimed_.insert(hash).second;
  }

 private:
  std::mutex mutex_;
  std::unordered_set<std::string> claimed_;
};

class FileWorker {
 public:
  FileWorker(const IngestRequest& request, const IngestParts& parts, Claims& claims);

  Outcome file(const FoundFile& found);
  // Makes the facts of a document in the store anew from its kept text; `for_sidecar`: only if
  // another sidecar speaks for it than the one it was made with.
  Outcome renew(int64_t document, bool for_sidecar);

 private:
  Outcome new_content(const Place& place, const std::string& hash, const std::string& sidecar);
  Outcome known_content(const Place& place, const std::string& hash, int64_t document,
                        const std::string& sidecar);
  std::string hash_of(int64_t document) const;
  std::optional<Document> kept_text(int64_t document) const;
  Recorded record_of(Document document, const DocumentOrigin& origin, uint64_t size);

  const IngestRequest& request_;
  const IngestParts& parts_;
  Claims& claims_;
  Database database_;
  Stemmer stemmer_;
  IngestParts::Read read_;
};

}  // namespace cifra
