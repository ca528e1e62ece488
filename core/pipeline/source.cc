#include "core/pipeline/source.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>

#include "core/store/digest.h"

namespace cifra {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kKeptEnding = ".sources";
constexpr std::string_view kPartialEnding = ".partial";  // of a copy that is not whole

// The store's own folder of copies first, then others beside it: a store may be renamed.
std::vector<fs::path> folders_of_copies(const fs::path& store) {
  std::vector<fs::path> folders{kept_sources(store)};
  const fs::path beside = store.has_parent_path() ? store.parent_path() : fs::path(".");
  std::error_code error;
  for (fs::directory_iterator entry(beside, error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->path().extension() == kKeptEnding &&
        entry->path().filename() != folders.front().filename()) {
      folders.push_back(entry->path());
    }
  }
  std::sort(folders.begin() + 1, folders.end());
  return folders;
}

// An empty file beside `kept` that no other thread or run writes to.
fs::path fresh_partial(const fs::path& kept, std::error_code& error) {
  std::string name = kept.string() + ".XXXXXX" + std::string(kPartialEnding);
  const int file = mkstemps(name.data(), static_cast<int>(kPartialEnding.size()));
  if (file < 0) {
    error.assign(errno, std::generic_category());
    return {};
  }
  close(file);
  return name;
}

bool holds(const fs::path& file, const std::string& hash) {
  std::error_code error;
  return fs::is_regular_file(file, error) && sha256_of_file(file) == hash;
}

}  // namespace

fs::path kept_sources(const fs::path& store) {
  fs::path folder = store;
  return folder.replace_extension(kKeptEnding);
}

fs::path kept_source(const fs::path& store, const std::string& hash, const fs::path& file) {
  return kept_sources(store) / (hash + file.extension().string());
}

std::optional<fs::path> source_of(const Database& database, const fs::path& store,
                                  int64_t document) {
  Statement places = database.prepare(
      "SELECT d.hash, coalesce(l.root || '/' || l.path, d.former_path, '') FROM documents d "
      "LEFT JOIN locations l ON l.document = d.id WHERE d.id = ? ORDER BY l.missing, l.id");
  places.bind(1, document);
  std::vector<fs::path> files;
  std::string hash;
  while (places.step()) {
    hash = places.text(0);
    files.emplace_back(places.text(1));
    if (holds(files.back(), hash)) return files.back();
  }
  for (const fs::path& folder : folders_of_copies(store)) {
    for (const fs::path& file : files) {
      fs::path copy = folder / (hash + file.extension().string());
      if (holds(copy, hash)) return copy;
    }
  }
  return std::nullopt;
}

void keep_source(const fs::path& store, const std::string& hash, const fs::path& file) {
  const fs::path kept = kept_source(store, hash, file);
  std::error_code error;
  if (fs::exists(kept, error)) return;
  fs::create_directories(kept.parent_path(), error);
  fs::path partial;
  if (!error) partial = fresh_partial(kept, error);
  if (!error) fs::copy_file(file, partial, fs::copy_options::overwrite_existing, error);
  if (!error) fs::rename(partial, kept, error);
  if (error) {
    std::error_code ignored;
    if (!partial.empty()) fs::remove(partial, ignored);
    throw StoreError(StoreError::Cause::kNotDone,
                     "kept source " + kept.string() + " cannot be written: " + error.message());
  }
}

int64_t keep_sources_of(const Database& shard, const fs::path& shard_path, const fs::path& store) {
  int64_t count = 0;
  Statement documents = shard.prepare("SELECT hash FROM documents");
  std::vector<std::string> hashes;
  while (documents.step()) hashes.push_back(documents.text(0));
  std::ranges::sort(hashes);
  for (const fs::path& folder : folders_of_copies(shard_path)) {
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
      const std::string hash = entry->path().stem().string();
      if (entry->path().extension() == kPartialEnding ||
          !std::ranges::binary_search(hashes, hash)) {
        continue;
      }
      keep_source(store, hash, entry->path());
      ++count;
    }
  }
  return count;
}

}  // namespace cifra
