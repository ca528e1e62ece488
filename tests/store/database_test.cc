#include "core/store/database.h"

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include "core/store/migrations.h"
#include "tests/store/scratch.h"

namespace cifra {
namespace {

using Mode = Database::Mode;

TEST(Database, NewStoreHasTheDocumentedSchema) {
  const Scratch scratch;
  const Database database(scratch / "facts.db", Mode::kCreate);
  Statement version = database.prepare("PRAGMA user_version");
  ASSERT_TRUE(version.step());
  EXPECT_EQ(version.integer(0), kSchemaVersion);
  Statement journal = database.prepare("PRAGMA journal_mode");
  ASSERT_TRUE(journal.step());
  EXPECT_EQ(journal.text(0), "wal");
  for (std::string_view view : {"fact_citations", "fact_words"}) {
    EXPECT_FALSE(database.prepare("SELECT * FROM " + std::string(view)).step());
  }
}

TEST(Database, AnOlderStoreIsBroughtUpToDate) {
  const Scratch scratch;
  Database(scratch / "facts.db", Mode::kCreate)
      .execute("ALTER TABLE documents DROP COLUMN reading; PRAGMA user_version = 1");
  const Database database(scratch / "facts.db", Mode::kCreate);
  EXPECT_FALSE(database.prepare("SELECT reading FROM documents").step());
  Statement version = database.prepare("PRAGMA user_version");
  ASSERT_TRUE(version.step());
  EXPECT_EQ(version.integer(0), kSchemaVersion);
}

TEST(Database, EveryOrdinaryTableIsStrict) {
  const Scratch scratch;
  const Database database(scratch / "facts.db", Mode::kCreate);
  Statement loose = database.prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict "
      "AND name NOT LIKE 'sqlite_%'");
  EXPECT_FALSE(loose.step()) << loose.text(0);
}

void expect_error(const std::filesystem::path& path, Mode mode, StoreError::Cause cause,
                  std::string_view words) {
  try {
    const Database database(path, mode);
    FAIL() << "opened " << path;
  } catch (const StoreError& error) {
    EXPECT_EQ(error.cause(), cause) << error.what();
    EXPECT_NE(std::string_view(error.what()).find(words), std::string_view::npos) << error.what();
  }
}

TEST(Database, RefusesWhatIsNoStore) {
  const Scratch scratch;
  expect_error(scratch / "none.db", Mode::kRead, StoreError::Cause::kNotThere, "no such file");
  std::ofstream(scratch / "text.db") << std::string(4096, 'x');
  expect_error(scratch / "text.db", Mode::kRead, StoreError::Cause::kNotDone, "not a store");
  expect_error(scratch / "text.db", Mode::kCreate, StoreError::Cause::kNotDone, "not a store");
  expect_error(scratch / "absent" / "facts.db", Mode::kCreate, StoreError::Cause::kNotDone,
               "cannot be opened");
  std::ofstream(scratch / "empty.db").close();
  expect_error(scratch / "empty.db", Mode::kRead, StoreError::Cause::kNotThere, "no store");
}

TEST(Database, RefusesAnotherProgramsDatabaseAndANewerStore) {
  const Scratch scratch;
  const std::filesystem::path path = scratch / "facts.db";
  { Database(path, Mode::kCreate).execute("PRAGMA user_version = 99"); }
  expect_error(path, Mode::kRead, StoreError::Cause::kNotDone, "newer Cifra");
  expect_error(path, Mode::kCreate, StoreError::Cause::kNotDone, "newer Cifra");
  { Database(scratch / "other.db", Mode::kCreate).execute("PRAGMA user_version = 0"); }
  expect_error(scratch / "other.db", Mode::kCreate, StoreError::Cause::kNotDone, "another program");
}

int files_in(const std::filesystem::path& folder) {
  return static_cast<int>(std::distance(std::filesystem::directory_iterator(folder),
                                        std::filesystem::directory_iterator()));
}

TEST(Database, AtRestAStoreIsOneFile) {
  const Scratch scratch;
  { Database(scratch / "facts.db", Mode::kCreate).execute("INSERT INTO meta VALUES ('a', 'b')"); }
  EXPECT_EQ(files_in(scratch.folder()), 1);
  { const Database reader(scratch / "facts.db", Mode::kRead); }
  EXPECT_EQ(files_in(scratch.folder()), 1);
}

// Gives up the superuser's rights for as long as it lives, where there are some.
class AsNobody {
 public:
  AsNobody() { changed_ = geteuid() == 0 && seteuid(65534) == 0; }
  ~AsNobody() {
    if (changed_ && seteuid(0) != 0) std::abort();
  }
  AsNobody(const AsNobody&) = delete;
  AsNobody& operator=(const AsNobody&) = delete;

 private:
  bool changed_ = false;
};

// What a killed writer left beside it has to be played back, which a reader who may not write
// cannot do; what is torn is not read.
TEST(Database, IsNotReadOverAJournalThatNobodyMayPlayBack) {
  using std::filesystem::perms;
  const Scratch scratch;
  const std::filesystem::path folder = scratch / "store";
  std::filesystem::create_directory(folder);
  const std::filesystem::path path = folder / "facts.db";
  { const Database database(path, Mode::kCreate); }
  std::ofstream(path.string() + "-journal") << std::string(512, 'j');
  std::filesystem::permissions(scratch.folder(), perms(0755));
  std::filesystem::permissions(path, perms(0444));
  std::filesystem::permissions(path.string() + "-journal", perms(0444));
  std::filesystem::permissions(folder, perms(0555));
  {
    const AsNobody nobody;
    expect_error(path, Mode::kRead, StoreError::Cause::kNotDone, "facts.db");
  }
  std::filesystem::permissions(folder, perms(0755));
}

TEST(Database, IsReadByWhoMayNotWriteIt) {
  using std::filesystem::perms;
  const Scratch scratch;
  const std::filesystem::path folder = scratch / "100% mine?";
  std::filesystem::create_directory(folder);
  const std::filesystem::path path = folder / "facts.db";
  // As an older program left it: in WAL mode, which even a reader needs to write beside.
  {
    Database database(path, Mode::kCreate);
    database.execute("INSERT INTO meta VALUES ('a', 'b')");
  }
  {
    sqlite3* handle = nullptr;
    ASSERT_EQ(sqlite3_open(path.c_str(), &handle), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(handle, "PRAGMA journal_mode = WAL", nullptr, nullptr, nullptr),
              SQLITE_OK);
    sqlite3_close(handle);
  }
  std::filesystem::permissions(scratch.folder(), perms(0755));
  std::filesystem::permissions(path, perms(0444));
  std::filesystem::permissions(folder, perms(0555));
  {
    const AsNobody nobody;
    const Database database(path, Mode::kRead);
    Statement value = database.prepare("SELECT value FROM meta WHERE key = 'a'");
    ASSERT_TRUE(value.step());
    EXPECT_EQ(value.text(0), "b");
  }
  std::filesystem::permissions(folder, perms(0755));
  EXPECT_EQ(files_in(folder), 1);
}

TEST(Transaction, RollsBackUnlessCommitted) {
  const Scratch scratch;
  const Database database(scratch / "facts.db", Mode::kCreate);
  const auto count = [&] {
    Statement statement = database.prepare("SELECT count(*) FROM meta WHERE key LIKE 'test%'");
    statement.step();
    return statement.integer(0);
  };
  {
    const Transaction transaction(database);
    database.execute("INSERT INTO meta VALUES ('test 1', '')");
  }
  EXPECT_EQ(count(), 0);
  {
    Transaction transaction(database);
    database.execute("INSERT INTO meta VALUES ('test 2', '')");
    transaction.commit();
  }
  EXPECT_EQ(count(), 1);
}

}  // namespace
}  // namespace cifra
