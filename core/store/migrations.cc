#include "core/store/migrations.h"

#include <array>
#include <string>

namespace cifra {
namespace {

// A step leads from the version before it to `to`; its SQL ends by setting that user_version. New
// steps go to the end. schema.sql is always what all of them together come to, and alone makes a
// new store.
struct Step {
  int to;
  std::string_view sql;
};
constexpr std::array<Step, kSchemaVersion - 1> kSteps = {{
    {2,
     "ALTER TABLE documents ADD COLUMN reading TEXT NOT NULL DEFAULT ''; "
     "PRAGMA user_version = 2;"},
}};

int64_t single_integer(const Database& database, std::string_view sql) {
  Statement statement = database.prepare(sql);
  return statement.step() ? statement.integer(0) : 0;
}

int64_t version_of(const Database& database) {
  return single_integer(database, "PRAGMA user_version");
}

void refuse_foreign_file(const Database& database, const std::filesystem::path& path) {
  if (single_integer(database, "SELECT count(*) FROM sqlite_schema") == 0) return;
  throw StoreError(
      StoreError::Cause::kNotDone,
      "store " + path.string() + ": a database of another program; give another path with --store");
}

void refuse_newer(int64_t version, const std::filesystem::path& path) {
  if (version <= kSchemaVersion) return;
  throw StoreError(StoreError::Cause::kNotDone,
                   "store " + path.string() + ": written by a newer Cifra (schema " +
                       std::to_string(version) + ", this one knows " +
                       std::to_string(kSchemaVersion) + "); update Cifra");
}

}  // namespace

void migrate(const Database& database, const std::filesystem::path& path) {
  if (version_of(database) == kSchemaVersion) return;
  Transaction transaction(database);
  const int64_t version = version_of(database);  // another process may just have done it
  refuse_newer(version, path);
  if (version == 0) {
    refuse_foreign_file(database, path);
    database.execute(std::string(kSchemaSql));
  } else {
    for (const Step& step : kSteps) {
      if (step.to > version) database.execute(std::string(step.sql));
    }
  }
  transaction.commit();
}

void require_current_schema(const Database& database, const std::filesystem::path& path) {
  const int64_t version = version_of(database);
  if (version == kSchemaVersion) return;
  refuse_newer(version, path);
  if (version == 0) {
    throw StoreError(StoreError::Cause::kNotThere,
                     "store " + path.string() +
                         ": no store of Cifra; make one with `cifra ingest PATH --store FILE`");
  }
  throw StoreError(StoreError::Cause::kNotDone,
                   "store " + path.string() + ": written by an older Cifra (schema " +
                       std::to_string(version) +
                       "); any `cifra ingest` with this --store brings it up to date");
}

}  // namespace cifra
