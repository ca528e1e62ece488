// Files that are copied, moved and deleted, sidecars beside some of them, sources that are kept.

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "core/pipeline/source.h"
#include "core/store/merge.h"
#include "core/store/reader.h"
#include "tests/pipeline/fake_parts.h"

namespace cifra {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSpid = "Sono 16 milioni e 400mila i cittadini con Spid.\n";
constexpr const char* kTitle = "SELECT title FROM documents";

TEST(Places, ACopyWithoutASidecarDoesNotOverride) {
  FakeIngest one;
  one.put("x/b.txt", kSpid);
  one.put("x/b.meta.json", R"({"title": "Relazione"})");
  one.run();
  one.put("a/b.txt", kSpid);
  one.put("y/b.txt", kSpid);
  for (int times = 0; times < 3; ++times) {
    const RunReport report = one.run();
    EXPECT_EQ(report.counts.documents + report.refreshed, 0);
    EXPECT_EQ(one.rows(kTitle), "Relazione");
  }
  EXPECT_EQ(*one.fake.files_read, 1);
  // Young files are looked at anew in every run, and still nothing changes.
  one.clock = 0;
  for (int times = 0; times < 3; ++times) {
    one.put("y/b.txt", kSpid);
    const RunReport report = one.run();
    EXPECT_EQ(report.counts.documents + report.refreshed, 0);
    EXPECT_EQ(one.rows(kTitle), "Relazione");
  }
}

TEST(Places, OfCopiesMetTogetherTheOneWithASidecarSpeaks) {
  for (const char* where : {"a/b", "z/b"}) {
    FakeIngest one;
    for (const char* copy : {"a/b.txt", "m/b.txt", "z/b.txt"}) one.put(copy, kSpid);
    one.put(std::string(where) + ".meta.json", R"({"title": "Relazione"})");
    one.run();
    EXPECT_EQ(one.rows(kTitle), "Relazione") << where;
    EXPECT_EQ(*one.fake.files_read, 1);
  }
}

TEST(Places, OfTwoSidecarsTheLaterSpeaks) {
  FakeIngest one;
  one.put("a/b.txt", kSpid);
  one.put("a/b.meta.json", R"({"title": "Prima"})");
  one.put("z/b.txt", kSpid);
  one.put("z/b.meta.json", R"({"title": "Seconda"})");
  const auto now = fs::file_time_type::clock::now();
  fs::last_write_time(one.docs() / "a/b.meta.json", now + std::chrono::hours(1));
  one.run();
  EXPECT_EQ(one.rows(kTitle), "Prima");
  fs::last_write_time(one.docs() / "z/b.meta.json", now + std::chrono::hours(2));
  one.run();
  EXPECT_EQ(one.rows(kTitle), "Seconda");
  fs::remove(one.docs() / "z/b.meta.json");
  one.run();
  EXPECT_EQ(one.rows(kTitle), "Prima");
}

TEST(Places, AFolderThatMovedIsCitedWhereItIs) {
  FakeIngest one;
  one.put("spid.txt", kSpid);
  one.run();
  const fs::path moved = one.scratch / "altrove";
  fs::rename(one.docs(), moved);
  one.request.paths = {moved};
  one.run();
  EXPECT_EQ(one.rows("SELECT path, missing FROM locations"), "spid.txt|0");
  EXPECT_EQ(one.rows("SELECT path FROM fact_citations"), (moved / "spid.txt").string());
}

TEST(Places, WhatIsGoneIsMarked) {
  FakeIngest one;
  one.put("spid.txt", kSpid);
  one.put("resta.txt", "Gli uffici erano 27.\n");
  one.run();
  const auto missing = [&] {
    std::string names;
    const Database database(one.store(), Database::Mode::kRead);
    for (const DocumentRow& row : document_rows(database)) {
      if (row.missing) names += fs::path(row.path).filename().string();
    }
    return names;
  };
  EXPECT_EQ(missing(), "");
  fs::remove(one.docs() / "spid.txt");
  one.run();
  EXPECT_EQ(missing(), "spid.txt");
  one.put("spid.txt", kSpid);
  one.run();
  EXPECT_EQ(missing(), "");
}

std::optional<fs::path> source_in(const FakeIngest& one, const fs::path& store) {
  const Database database(store, Database::Mode::kRead);
  return source_of(database, store, std::stoll(one.rows("SELECT id FROM documents")));
}

TEST(Sources, AreKeptOfFilesThatWereKnownBefore) {
  FakeIngest one;
  one.put("spid.txt", kSpid);
  one.run();
  one.request.keep_sources = true;
  one.run();
  fs::remove(one.docs() / "spid.txt");
  EXPECT_TRUE(source_in(one, one.store()));
}

TEST(Sources, AreFoundWhenTheStoreIsRenamed) {
  FakeIngest one;
  one.put("spid.txt", kSpid);
  one.request.keep_sources = true;
  one.run();
  fs::remove(one.docs() / "spid.txt");
  const fs::path renamed = one.scratch / "altro.db";
  fs::copy_file(one.store(), renamed);
  EXPECT_TRUE(source_in(one, renamed));
}

TEST(Sources, ComeAlongInAMerge) {
  FakeIngest one, whole;
  one.put("spid.txt", kSpid);
  one.request.keep_sources = true;
  one.run();
  {
    const Database database(whole.store(), Database::Mode::kCreate);
    Writer writer(database);
    {
      Transaction transaction(database);
      writer.begin_run({"2021-01-20T10:00:00Z", "cifra test", "merge", {}});
      transaction.commit();
    }
    merge_store(database, writer, one.store());
  }
  {
    const Database shard(one.store(), Database::Mode::kRead);
    EXPECT_EQ(keep_sources_of(shard, one.store(), whole.store()), 1);
  }
  fs::remove_all(one.docs());
  fs::remove_all(kept_sources(one.store()));
  const auto source = source_in(whole, whole.store());
  ASSERT_TRUE(source);
  EXPECT_EQ(source->parent_path(), kept_sources(whole.store()));
}

// Two threads may meet one content in two places.
TEST(Places, OneSourceIsKeptByManyThreads) {
  const Scratch scratch;
  write_file(scratch / "a.txt", std::string(100'000, 'a'));
  std::atomic<int> failed = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int content = 0; content < 50; ++content) {
        try {
          keep_source(scratch / "facts.db", std::to_string(content), scratch / "a.txt");
        } catch (const StoreError&) {
          ++failed;
        }
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(failed, 0);
  const fs::directory_iterator kept(kept_sources(scratch / "facts.db"));
  EXPECT_EQ(std::distance(kept, fs::directory_iterator()), 50);
}

}  // namespace
}  // namespace cifra
