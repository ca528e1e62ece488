#include "core/pipeline/file_work.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <fstream>

#include "core/document/archive.h"
#include "core/pipeline/metadata.h"
#include "core/pipeline/source.h"
#include "core/store/digest.h"

namespace cifra {
namespace {

// A file may change twice within the clock's grain; one this young is hashed again next time.
constexpr int64_t kYoung = 2'000'000'000;
constexpr int64_t kLongestSidecar = 1 << 20;

std::string sidecar_text(const std::string& full_path) {
  std::ifstream stream(sidecar_of(full_path), std::ios::binary);
  std::string bytes;
  char buffer[4096];
  while (stream.read(buffer, sizeof buffer) || stream.gcount() > 0) {
    bytes.append(buffer, static_cast<size_t>(stream.gcount()));
    if (bytes.size() > kLongestSidecar) break;
  }
  return bytes;
}

// What the store remembers of a place.
struct KnownPlace {
  int64_t document = 0;
  Place place;
  bool missing = false;
};

std::optional<int64_t> integer_or_nothing(const Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return row.integer(column);
}

std::optional<KnownPlace> known_place(const Database& database, const std::string& full_path) {
  Statement find = database.prepare(
      "SELECT document, size, modified, sidecar_size, sidecar_modified, missing FROM locations "
      "WHERE root || '/' || path = ?");
  find.bind(1, full_path);
  if (!find.step()) return std::nullopt;
  KnownPlace known;
  known.document = find.integer(0);
  known.place.size = find.integer(1);
  known.place.modified = integer_or_nothing(find, 2);
  known.place.sidecar_size = integer_or_nothing(find, 3);
  known.place.sidecar_modified = integer_or_nothing(find, 4);
  known.missing = find.integer(5) != 0;
  return known;
}

bool same_sidecar(const Place& a, const Place& b) {
  return a.sidecar_size == b.sidecar_size && a.sidecar_modified == b.sidecar_modified;
}

// Of several places that hold a document, the one whose sidecar changed last speaks; one without a
// sidecar never does. `also` is a place as just found, which the store may know otherwise or not at
// all.
std::string spoken_sidecar(const Database& database, int64_t document, const Place* also) {
  Statement places = database.prepare(
      "SELECT root || '/' || path AS place, sidecar_modified FROM locations WHERE document = ?1 "
      "AND sidecar_size IS NOT NULL AND place <> ?2 "
      "UNION ALL SELECT ?2, ?3 WHERE ?3 IS NOT NULL ORDER BY 2 DESC, 1");
  const std::string found = also ? also->full_path() : std::string();
  places.bind(1, document).bind(2, found);
  places.bind_or_null(3, also && also->sidecar_size ? also->sidecar_modified : std::nullopt);
  while (places.step()) {
    std::error_code ignored;
    const std::string place = places.text(0);
    if (place != found && !std::filesystem::exists(place, ignored)) continue;
    if (std::filesystem::is_regular_file(sidecar_of(place), ignored)) return sidecar_text(place);
  }
  return "";
}

bool same_file(const KnownPlace& known, const Place& place) {
  return known.place.modified && known.place.modified == place.modified &&
         known.place.size == place.size;
}

bool is_unchanged(const KnownPlace& known, const Place& place) {
  return !known.missing && same_file(known, place) && same_sidecar(known.place, place);
}

// What of an unchanged file could not be read; empty where all was.
std::string known_gap(const Database& database, const std::string& full_path) {
  Statement find = database.prepare("SELECT reason FROM failures WHERE root || '/' || path = ?");
  find.bind(1, full_path);
  if (!find.step()) return "";
  std::string reason = find.text(0);
  if (reason.starts_with(kNotWhole)) reason.erase(0, kNotWhole.size());
  return reason;
}

// Why this very file failed before with this very program.
std::optional<std::string> known_failure(const Database& database, const Place& place,
                                         const std::string& fingerprint) {
  Statement find = database.prepare(
      "SELECT reason FROM failures WHERE root || '/' || path = ? AND size = ? AND modified = ? "
      "AND fingerprint = ?");
  find.bind(1, place.full_path()).bind(2, place.size).bind_or_null(3, place.modified);
  find.bind(4, fingerprint);
  if (!find.step()) return std::nullopt;
  return find.text(0);
}

std::string open_failure(int error) {
  if (error == EACCES || error == EPERM) return "the file may not be read: permission denied";
  if (error == ENOENT) return "the file is no longer there";
  return std::string("the file cannot be read: ") + std::strerror(error);
}

bool still_as_found(const Place& place) {
  struct stat status {};
  return stat(place.full_path().c_str(), &status) == 0 && status.st_size == place.size &&
         int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec == place.modified;
}

}  // namespace

FileWorker::FileWorker(const IngestRequest& request, const IngestParts& parts, Claims& claims)
    : request_(request),
      parts_(parts),
      claims_(claims),
      database_(request.store, Database::Mode::kRead),
      work_(parts.new_worker()) {}

Outcome FileWorker::file(const FoundFile& found) {
  Place place = found.place;
  const std::optional<KnownPlace> known = known_place(database_, place.full_path());
  if (known && is_unchanged(*known, place) && !request_.again) {
    if (request_.keep_sources) {
      keep_source(request_.store, hash_of(known->document), found.file());
    }
    return Skipped{place, known_gap(database_, place.full_path())};
  }
  // A file that was read in part has a document, which its failure must not hide.
  const bool read_before = known && same_file(*known, place);
  if (!request_.again && !read_before) {
    if (const auto reason = known_failure(database_, place, parts_.fingerprint)) {
      return Failed{place, *reason, ""};
    }
  }
  const std::optional<std::string> hash = sha256_of_file(place.full_path());
  if (!hash) {
    const std::string reason = open_failure(errno);
    place.modified.reset();  // permissions may change without it
    return Failed{place, reason, ""};
  }
  Statement find = database_.prepare("SELECT id FROM documents WHERE hash = ?");
  find.bind(1, *hash);
  const int64_t document = find.step() ? find.integer(0) : 0;
  find.reset();
  const std::string sidecar = spoken_sidecar(database_, document, &place);
  Outcome outcome = document != 0 && !request_.again
                        ? known_content(place, *hash, document, sidecar)
                        : new_content(place, *hash, sidecar);
  if (!still_as_found(place)) {
    place.modified.reset();
    return Failed{place, "the file changed while it was read; run this again", *hash};
  }
  if (request_.keep_sources) keep_source(request_.store, *hash, found.file());
  const bool young = request_.now() - *place.modified < kYoung;
  if (auto* placed = std::get_if<Placed>(&outcome); placed && young) placed->place.modified.reset();
  if (auto* recorded = std::get_if<Recorded>(&outcome); recorded && young) {
    recorded->place.modified.reset();
  }
  return outcome;
}

Outcome FileWorker::new_content(const Place& place, const std::string& hash,
                                const std::string& sidecar) {
  if (!claims_.claim(hash)) return Placed{place, hash};
  const std::filesystem::path file = place.full_path();
  return worked({file, "", {hash, file.filename().string(), sidecar}}, place,
                static_cast<uint64_t>(place.size), false);
}

Outcome FileWorker::worked(const DocumentOrder& order, const Place& place, uint64_t size,
                           bool renewed) const {
  std::variant<DocumentRecord, ReadFailure> answer = work_(order);
  if (auto* failure = std::get_if<ReadFailure>(&answer)) {
    return Failed{place, std::move(failure->reason), order.origin.hash};
  }
  Recorded recorded{std::move(std::get<DocumentRecord>(answer)), place, renewed};
  recorded.record.size = size;
  recorded.record.fingerprint = parts_.fingerprint;
  return recorded;
}

// A sidecar that came, changed or went beside a known file renews the document.
Outcome FileWorker::known_content(const Place& place, const std::string& hash, int64_t document,
                                  const std::string& sidecar) {
  Statement stored = database_.prepare("SELECT coalesce(sidecar, '') FROM documents WHERE id = ?");
  stored.bind(1, document);
  if (stored.step() && stored.text(0) == sidecar) return Placed{place, hash};
  const std::string name = std::filesystem::path(place.path).filename().string();
  std::string kept = kept_text(document);
  if (kept.empty()) return new_content(place, hash, sidecar);
  return worked({{}, std::move(kept), {hash, name, sidecar}}, place,
                static_cast<uint64_t>(place.size), false);
}

std::string FileWorker::kept_text(int64_t document) const {
  Statement find = database_.prepare("SELECT bytes FROM archives WHERE document = ?");
  find.bind(1, document);
  if (!find.step() || !is_archive(find.view(0))) return "";
  return std::string(find.view(0));
}

std::string FileWorker::hash_of(int64_t document) const {
  Statement find = database_.prepare("SELECT hash FROM documents WHERE id = ?");
  find.bind(1, document);
  return find.step() ? find.text(0) : "";
}

Outcome FileWorker::renew(int64_t document, bool for_sidecar) {
  Statement stored = database_.prepare(
      "SELECT d.hash, d.size, coalesce(d.sidecar, ''), coalesce(l.path, d.former_path, ''), "
      "coalesce(l.root, ''), coalesce(l.size, d.size), d.reading, d.fingerprint, l.id IS NULL "
      "FROM documents d "
      "LEFT JOIN locations l ON l.document = d.id WHERE d.id = ? ORDER BY l.missing, l.id LIMIT 1");
  stored.bind(1, document);
  if (!stored.step()) return Skipped{};
  const Place place{stored.text(4), stored.text(3), stored.integer(5), {}, {}, {}};
  const std::string name = std::filesystem::path(place.path).filename().string();
  DocumentOrder order{{}, "", {stored.text(0), name, stored.text(2)}};
  if (for_sidecar) {
    order.origin.sidecar = spoken_sidecar(database_, document, nullptr);
    if (order.origin.sidecar == stored.text(2)) return Skipped{};
  }
  const auto size = static_cast<uint64_t>(stored.integer(1));
  // What lies nowhere has no place that could have failed: it stands as it is.
  const bool nowhere = stored.integer(8) != 0;
  const auto renewed = [&]() -> Outcome {
    Outcome outcome = worked(order, place, size, true);
    if (auto* recorded = std::get_if<Recorded>(&outcome)) recorded->nowhere = nowhere;
    if (const auto* failed = std::get_if<Failed>(&outcome); failed != nullptr && nowhere) {
      return Aged{place.path, failed->reason};
    }
    return outcome;
  };
  const bool other_facts = stored.text(7) != parts_.fingerprint;
  if (!parts_.reading_stands(stored.text(6))) {
    if (const auto source = source_of(database_, request_.store, document)) {
      order.file = *source;
      return renewed();
    }
    if (!other_facts) return Aged{place.path, ""};
  }
  order.archive = kept_text(document);
  if (order.archive.empty()) {
    if (nowhere) return Aged{place.path, ""};
    return Failed{place,
                  "its kept text is of another version of Cifra, and its file is not where it was; "
                  "put it back and run this again",
                  ""};
  }
  return renewed();
}

}  // namespace cifra
