#include "core/store/merge.h"

#include <gtest/gtest.h>

#include "core/pipeline/verify.h"
#include "tests/pipeline/fake_parts.h"

namespace cifra {
namespace {

constexpr const char* kFacts = "SELECT fact, value, quote, path FROM fact_citations ORDER BY fact";

void merge_into(const FakeIngest& whole, const FakeIngest& shard) {
  const Database database(whole.store(), Database::Mode::kCreate);
  Writer writer(database);
  {
    Transaction transaction(database);
    writer.begin_run({"2021-01-20T10:00:00Z", "cifra test", "merge", {}});
    transaction.commit();
  }
  merge_store(database, writer, shard.store());
}

TEST(Merge, ShardsBecomeOneStoreOfTheSameFacts) {
  FakeIngest one, other, whole;
  one.put("a.txt", "Sono 16 milioni e 400mila i cittadini con Spid.\n");
  one.put("b.txt", "Gli uffici erano 27.\n");
  other.put("c.txt", "I comuni aderenti sono 7.195 in tutto.\n");
  other.put("b.txt", "Gli uffici erano 27.\n");
  one.run();
  other.run();
  for (int times = 0; times < 2; ++times) {
    merge_into(whole, one);
    merge_into(whole, other);
  }
  EXPECT_EQ(whole.rows("SELECT count(*) FROM documents"), "3");
  EXPECT_EQ(whole.rows("SELECT count(*) FROM locations"), "4");
  EXPECT_EQ(whole.rows("SELECT value FROM fact_citations ORDER BY value_real"),
            "27\n7195\n16400000");
  EXPECT_EQ(whole.rows("SELECT f.value FROM facts_fts JOIN facts f ON f.number = facts_fts.rowid "
                       "WHERE facts_fts MATCH 'comun'"),
            "7195");
  const std::string before = whole.rows(kFacts);
  merge_into(whole, one);
  EXPECT_EQ(whole.rows(kFacts), before);
}

TEST(Merge, TheLaterVersionOfAPlaceStands) {
  FakeIngest one, whole;
  one.put("a.txt", "Gli uffici erano 27.\n");
  one.run();
  merge_into(whole, one);
  one.put("a.txt", "Gli uffici erano 270.\n");
  one.run();
  merge_into(whole, one);
  EXPECT_EQ(whole.rows("SELECT value FROM fact_citations"), "270");
  EXPECT_EQ(whole.rows("SELECT count(*) FROM replaced_facts"), "1");
}

TEST(Verify, FindsWhatNoLongerHolds) {
  FakeIngest one;
  one.put("a.txt", "Gli uffici erano 27.\n");
  one.put("b.txt", "I comuni aderenti sono 7.195 in tutto.\n");
  one.run();
  std::filesystem::remove(one.docs() / "b.txt");
  const auto verified = [&](const ReadFile& read) {
    std::string result;
    const Database database(one.store(), Database::Mode::kRead);
    verify(database, one.store(), read, [&](const VerifiedDocument& document) {
      result += std::to_string(document.held) + " of " + std::to_string(document.facts) + ";";
    });
    return result;
  };
  const ReadFile& read = one.fake.read;
  EXPECT_EQ(verified(read), "1 of 1;0 of 1;");
  EXPECT_EQ(verified([&](const std::filesystem::path& file) {
              auto result = read(file);
              std::get<Document>(result).text.insert(0, "Anche ");
              return result;
            }),
            "0 of 1;0 of 1;");
}

}  // namespace
}  // namespace cifra
