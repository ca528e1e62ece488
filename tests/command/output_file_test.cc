#include "tools/cifra/output_file.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "core/pipeline/source.h"
#include "tests/store/scratch.h"

namespace cifra::command {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

struct Store {
  Scratch scratch;
  fs::path path = scratch / "facts.db";

  Store() {
    std::ofstream(scratch / "fonte.txt") << "Sono 12.";
    const Database database(path, Database::Mode::kCreate);
    database.execute(
        "INSERT INTO runs (id, started_at, program, fingerprint, paths) VALUES (1, '', '', '', "
        "'[]');"
        "INSERT INTO documents (id, hash, size, media_type, pages, characters, copy_group, "
        "fingerprint, run) VALUES (1, 'a', 8, 'text/plain', 0, 8, 1, '', 1);");
    Statement place =
        database.prepare("INSERT INTO locations (document, root, path, size) VALUES (1, ?, ?, 8)");
    place.bind(1, scratch.folder().string()).bind(2, "fonte.txt").run();
  }

  bool refused(const fs::path& output) const {
    const Database database(path, Database::Mode::kRead);
    return why_not_written(output, database, path).has_value();
  }
};

TEST(OutputFile, IsNeverTheStoreOrASource) {
  const Store store;
  const fs::path folder = store.scratch.folder();
  fs::create_symlink(store.path, folder / "link.csv");
  fs::create_hard_link(store.path, folder / "hard.csv");
  fs::create_symlink(folder / "fonte.txt", folder / "source-link.csv");
  fs::create_hard_link(folder / "fonte.txt", folder / "source-hard.csv");
  fs::create_directory(folder / "sub");
  fs::create_directory(kept_sources(store.path));
  for (const char* name : {"facts.db", "facts.db-wal", "facts.db-shm", "facts.db-journal",
                           "./sub/../facts.db", "link.csv", "hard.csv", "fonte.txt",
                           "source-link.csv", "source-hard.csv", "sub", "facts.sources/a.txt"}) {
    EXPECT_TRUE(store.refused(folder / name)) << name;
  }
  for (const char* name : {"facts.csv", "sub/facts.db", "sub/fonte.txt"}) {
    EXPECT_FALSE(store.refused(folder / name)) << name;
  }
}

TEST(OutputFile, IsWrittenWholeOrNotAtAll) {
  const Scratch scratch;
  const fs::path path = scratch / "out.csv";
  std::ofstream(path) << "before";
  fs::permissions(path, fs::perms(0640));
  EXPECT_THROW(write_file(path,
                          [](std::ostream& out) {
                            out << "half";
                            throw std::runtime_error("broken off");
                          }),
               std::runtime_error);
  EXPECT_EQ(bytes_of(path), "before");
  EXPECT_THROW(write_named_file(path, [](const fs::path&) { return false; }), std::runtime_error);
  EXPECT_EQ(bytes_of(path), "before");
  write_file(path, [](std::ostream& out) { out << "after"; });
  EXPECT_EQ(bytes_of(path), "after");
  EXPECT_EQ(fs::status(path).permissions(), fs::perms(0640));
  EXPECT_EQ(std::distance(fs::directory_iterator(scratch.folder()), fs::directory_iterator()), 1);
  EXPECT_THROW(write_file(scratch / "no" / "out.csv", [](std::ostream&) {}), std::runtime_error);
  write_file("/dev/null", [](std::ostream& out) { out << "gone"; });
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

TEST(OutputFile, GoesThroughALink) {
  const Scratch scratch;
  std::ofstream(scratch / "real.csv") << "before";
  fs::create_symlink("real.csv", scratch / "link.csv");
  write_file(scratch / "link.csv", [](std::ostream& out) { out << "after"; });
  EXPECT_TRUE(fs::is_symlink(scratch / "link.csv"));
  EXPECT_EQ(bytes_of(scratch / "real.csv"), "after");
}

}  // namespace
}  // namespace cifra::command
