// What the command does when it is killed, when the disk is full, when the store is locked.

#include <gtest/gtest.h>

#include <random>
#include <thread>

#include "core/store/database.h"
#include "tests/pipeline/command_run.h"
#include "tests/pipeline/fake_parts.h"

namespace cifra {
namespace {

constexpr int kFiles = 30;
constexpr unsigned kSeed = 20210120;

void write_documents(const std::filesystem::path& folder) {
  for (int i = 0; i < kFiles; ++i) {
    std::string text = "Relazione numero " + std::to_string(i) + "\n\n";
    for (int j = 0; j < 20; ++j) {
      text += "Nel comune di esempio i residenti sono " + std::to_string(1000 + i * 97 + j) +
              " e la spesa è di " + std::to_string(2 + j) + " milioni di euro.\n\n";
    }
    write_file(folder / (std::to_string(i) + ".txt"), text);
  }
  write_file(folder / "vuoto.txt", "");
}

// All that a reader of the store can see, without numbers that depend on the order of writing.
std::string content_of(const std::filesystem::path& store) {
  const Database database(store, Database::Mode::kRead);
  std::string content;
  for (std::string_view sql :
       {"SELECT hash, title, state, pages, characters FROM documents ORDER BY hash",
        "SELECT fact, value, unit, subject, time, quote, path FROM fact_citations ORDER BY fact",
        "SELECT d.hash, l.path, l.missing FROM locations l JOIN documents d ON d.id = l.document "
        "ORDER BY l.path",
        "SELECT path, reason FROM failures ORDER BY path",
        "SELECT count(*), sum(length(stems)) FROM passages",
        "SELECT count(*) FROM facts_fts WHERE facts_fts MATCH 'resident'",
        "SELECT count(*) FROM archives", "PRAGMA integrity_check", "PRAGMA foreign_key_check"}) {
    Statement statement = database.prepare(sql);
    while (statement.step()) {
      for (int i = 0; i < statement.columns(); ++i) content += statement.text(i) + '|';
      content += '\n';
    }
  }
  return content;
}

void check_full_text(const std::filesystem::path& store) {
  const Database database(store, Database::Mode::kWrite);
  database.execute("INSERT INTO facts_fts (facts_fts) VALUES ('integrity-check')");
  database.execute("INSERT INTO passages_fts (passages_fts) VALUES ('integrity-check')");
}

struct Robustness : testing::Test {
  Scratch scratch;
  CommandRun command{scratch / "errors.txt", RLIM_INFINITY};

  void SetUp() override { write_documents(scratch / "docs"); }

  std::vector<std::string> ingest_to(const std::filesystem::path& store) const {
    return {"ingest", (scratch / "docs").string(), "--store", store.string(), "--jobs", "2"};
  }
};

TEST_F(Robustness, KilledAtAnyMomentTheNextRunCompletesToTheSameStore) {
  const auto start = std::chrono::steady_clock::now();
  ASSERT_EQ(command.run(ingest_to(scratch / "whole.db")), 1) << command.said();
  const auto whole_time = std::chrono::steady_clock::now() - start;
  const std::string expected = content_of(scratch / "whole.db");
  ASSERT_NE(expected.find("zero bytes"), std::string::npos);

  std::mt19937 random(kSeed);
  for (int round = 0; round < 4; ++round) {
    const std::filesystem::path store = scratch / ("killed" + std::to_string(round) + ".db");
    for (int kills = 0; kills < 3; ++kills) {
      const pid_t child = command.start(ingest_to(store));
      std::this_thread::sleep_for(whole_time * (random() % 100) / 120);
      kill(child, SIGKILL);
      CommandRun::wait(child);
    }
    ASSERT_EQ(command.run(ingest_to(store)), 1) << command.said();
    EXPECT_EQ(content_of(store), expected);
    check_full_text(store);
  }
}

TEST_F(Robustness, StoppedByCtrlCItKeepsWhatItReadAndGoesOn) {
  ASSERT_EQ(command.run(ingest_to(scratch / "whole.db")), 1) << command.said();
  const std::filesystem::path store = scratch / "facts.db";
  const pid_t child = command.start(ingest_to(store));
  // Until it has begun a run, it has nothing to stop.
  const auto has_begun = [&] {
    std::error_code none;
    return std::filesystem::file_size(store.string() + "-wal", none) > 0 && !none;
  };
  while (waitpid(child, nullptr, WNOHANG) == 0 && !has_begun()) std::this_thread::yield();
  kill(child, SIGINT);
  const int code = CommandRun::wait(child);
  // A quick machine may have been done by then.
  if (code != 1) {
    EXPECT_EQ(code, 130) << command.said();
    EXPECT_NE(command.said().find("the same command goes on"), std::string::npos) << command.said();
  }
  ASSERT_EQ(command.run(ingest_to(store)), 1) << command.said();
  EXPECT_EQ(content_of(store), content_of(scratch / "whole.db"));
}

TEST_F(Robustness, AFullDiskIsSaidAndNothingIsTorn) {
  const std::filesystem::path store = scratch / "facts.db";
  command.largest_file = 150'000;
  EXPECT_EQ(command.run(ingest_to(store)), 3);
  EXPECT_NE(command.said().find("disk"), std::string::npos) << command.said();
  command.largest_file = RLIM_INFINITY;
  EXPECT_EQ(command.run(ingest_to(store)), 1) << command.said();
  EXPECT_EQ(command.run(ingest_to(scratch / "whole.db")), 1);
  EXPECT_EQ(content_of(store), content_of(scratch / "whole.db"));
  check_full_text(store);
}

TEST_F(Robustness, ALockedStoreIsSaidAndCanStillBeRead) {
  const std::filesystem::path store = scratch / "facts.db";
  ASSERT_EQ(command.run(ingest_to(store)), 1);
  const std::string before = content_of(store);
  const Database other(store, Database::Mode::kWrite);
  const Transaction held(other);
  EXPECT_EQ(command.run({"documents", "--store", store.string()}), 0) << command.said();
  EXPECT_EQ(command.run(ingest_to(store)), 3);
  EXPECT_NE(command.said().find("another program is writing"), std::string::npos) << command.said();
  EXPECT_EQ(content_of(store), before);
}

TEST_F(Robustness, ReadersSeeWholeDocumentsWhileAnIngestWrites) {
  const std::filesystem::path store = scratch / "facts.db";
  { const Database created(store, Database::Mode::kCreate); }
  const pid_t child = command.start(ingest_to(store));
  const Database database(store, Database::Mode::kRead);
  bool ended = false;
  for (int looks = 0; !ended; ++looks) {
    Statement half = database.prepare(
        "SELECT count(*) FROM documents d WHERE NOT EXISTS (SELECT 1 FROM facts f "
        "WHERE f.document = d.id) OR NOT EXISTS (SELECT 1 FROM locations l "
        "WHERE l.document = d.id)");
    ASSERT_TRUE(half.step());
    EXPECT_EQ(half.integer(0), 0);
    int status = 0;
    ended = waitpid(child, &status, WNOHANG) == child;
  }
  Statement all = database.prepare("SELECT count(*) FROM documents");
  ASSERT_TRUE(all.step());
  EXPECT_EQ(all.integer(0), kFiles);
}

}  // namespace
}  // namespace cifra
