// What is done with one file or one kept document, on a worker's thread: decide whether it is new,
// read it, make its rows. Writes nothing.

#pragma once

#include <mutex>
#include <string>
#include <unordered_set>
#include <variant>
#include <vector>

#include "core/pipeline/ingest.h"
#include "core/pipeline/walk.h"
#include "core/store/database.h"

namespace cifra {

// How the failure of a document begins that was read in part.
inline constexpr std::string_view kNotWhole = "read, but not whole: ";

struct Skipped {  // as it was when last looked at
  Place place;
  std::string incomplete;  // what of it could not be read, or empty
};

struct Placed {  // content that is known, or being read by another thread
  Place place;
  std::string hash;
};

struct Recorded {
  DocumentRecord record;
  Place place;           // of a renewed one: where it lay last
  bool renewed = false;  // known before; other code or another reader made it anew
  bool nowhere = false;  // renewed, and its place is a newer version's
};

// Read by an older Cifra, and its file is gone.
struct Aged {
  std::string path;    // where it lay last
  std::string reason;  // why its text could not be worked through anew; empty: not tried
};

struct Failed {
  Place place;
  std::string reason;
  std::string hash;  // empty where it could not be read at all
};

using Outcome = std::variant<Skipped, Placed, Recorded, Aged, Failed>;

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
  // Makes a document in the store anew: from its file where another reader or layout reads it now,
  // else its facts from the kept text. `for_sidecar`: only if another sidecar speaks for it than
  // the one it was made with.
  Outcome renew(int64_t document, bool for_sidecar);

 private:
  Outcome new_content(const Place& place, const std::string& hash, const std::string& sidecar);
  Outcome known_content(const Place& place, const std::string& hash, int64_t document,
                        const std::string& sidecar);
  std::string hash_of(int64_t document) const;
  // The bytes of its archive; empty when they are of a program whose format this one does not read.
  std::string kept_text(int64_t document) const;
  Outcome worked(const DocumentOrder& order, const Place& place, uint64_t size, bool renewed) const;

  const IngestRequest& request_;
  const IngestParts& parts_;
  Claims& claims_;
  Database database_;
  IngestParts::Work work_;
};

}  // namespace cifra
