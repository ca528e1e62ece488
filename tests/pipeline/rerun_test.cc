// What a run does about runs before it: stopped ones, superseded documents, files that are gone.

#include <gtest/gtest.h>

#include "core/pipeline/source.h"
#include "tests/pipeline/fake_parts.h"

namespace cifra {
namespace {

constexpr std::string_view kSpid = "Sono 16 milioni e 400mila i cittadini con Spid.\n";

TEST(Rerun, LooksAtTheCopiesThatAStoppedRunMet) {
  FakeIngest one;
  one.put("a.txt", kSpid);
  one.put("b.txt", kSpid);
  one.put("b.meta.json", R"({"title": "Relazione"})");
  one.put("c.txt", "Gli uffici erano 27.\n");
  one.request.jobs = 1;
  int asked = 0;
  one.request.stop = [&] { return ++asked > 2; };
  EXPECT_EQ(one.run().left, 1);
  EXPECT_EQ(one.rows("SELECT count(*) FROM locations"), "2");
  one.request.stop = nullptr;
  one.run();
  EXPECT_EQ(one.rows("SELECT title FROM documents ORDER BY id LIMIT 1"), "Relazione");
}

// An older version has no place of its own: its path is the newer one's.
TEST(Rerun, ASupersededDocumentFailsInNoPlace) {
  FakeIngest one;
  one.put("a.txt", kSpid);
  one.run();
  one.put("a.txt", "Sono 20 milioni i cittadini con Spid.\n");
  one.run();
  one.fake.parts.fingerprint = "second";
  one.fake.extract = [](const Document& document, const std::vector<CellFigure>& figures,
                        std::vector<std::string>& complaints) {
    if (document.text.find("16") != std::string::npos) complaints.emplace_back("odd 1.0: it threw");
    return FakeParts::facts_of_figures(figures);
  };
  EXPECT_EQ(one.run().refreshed, 2);
  EXPECT_EQ(one.rows("SELECT root, path, reason FROM failures"), "");
  // Kept text of another version of Cifra: what cannot be made anew stands as it is.
  Database(one.store(), Database::Mode::kWrite)
      .execute(
          "UPDATE archives SET bytes = x'00' WHERE document IN (SELECT id FROM documents "
          "WHERE state = 'superseded')");
  one.fake.parts.fingerprint = "third";
  const RunReport report = one.run();
  EXPECT_EQ(report.aged, 1);
  EXPECT_TRUE(report.failures.empty());
  EXPECT_EQ(one.rows("SELECT count(*) FROM failures"), "0");
}

TEST(Rerun, CountsTheFilesThatAreGone) {
  FakeIngest one;
  one.put("a.txt", kSpid);
  one.put("b.txt", "Gli uffici erano 27.\n");
  one.put("c.txt", "Gli enti sono 30.\n");
  EXPECT_EQ(one.run().gone, 0);
  std::filesystem::remove(one.docs() / "a.txt");
  std::filesystem::rename(one.docs() / "b.txt", one.docs() / "d.txt");
  EXPECT_EQ(one.run().gone, 1);
  EXPECT_EQ(one.run().gone, 0);  // told once
}

}  // namespace
}  // namespace cifra
