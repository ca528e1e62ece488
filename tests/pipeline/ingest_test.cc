#include "core/pipeline/ingest.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <set>

#include "core/pipeline/source.h"
#include "core/store/reader.h"
#include "tests/pipeline/fake_parts.h"

namespace cifra {
namespace {

constexpr std::string_view kSpid = "Sono 16 milioni e 400mila i cittadini con Spid.\n";

TEST(Ingest, KeepsFactsWithTheirSource) {
  FakeIngest one;
  one.put("spid.txt", kSpid);
  const RunReport report = one.run();
  EXPECT_EQ(report.counts.documents, 1);
  EXPECT_EQ(report.counts.facts, 1);
  EXPECT_TRUE(report.failures.empty());
  EXPECT_EQ(one.rows("SELECT value, surface, quote FROM fact_citations"),
            "16400000|16 milioni e 400mila|Sono 16 milioni e 400mila i cittadini con Spid.");
  EXPECT_EQ(one.rows("SELECT path FROM fact_citations"), (one.docs() / "spid.txt").string());
}

TEST(Ingest, SkipsTheSameBytes) {
  FakeIngest one;
  one.put("a.txt", kSpid);
  one.put("b/c.txt", "Gli uffici erano 27.\n");
  one.run();
  EXPECT_EQ(*one.fake.files_read, 2);
  const RunReport again = one.run();
  EXPECT_EQ(*one.fake.files_read, 2);
  EXPECT_EQ(again.counts.documents, 0);
  EXPECT_EQ(again.counts.skipped, 2);
  // Touched, but not changed.
  one.put("a.txt", kSpid);
  EXPECT_EQ(one.run().counts.skipped, 2);
  EXPECT_EQ(*one.fake.files_read, 2);
  one.request.again = true;
  EXPECT_EQ(one.run().counts.documents, 2);
  EXPECT_EQ(*one.fake.files_read, 4);
}

TEST(Ingest, YoungFilesAreNotTrustedByTheirClock) {
  FakeIngest one;
  one.put("a.txt", kSpid);
  struct stat status {};
  ASSERT_EQ(stat((one.docs() / "a.txt").c_str(), &status), 0);
  one.clock = int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
  one.run();
  EXPECT_EQ(one.rows("SELECT count(*) FROM locations WHERE modified IS NULL"), "1");
}

TEST(Ingest, ANewVersionTakesTheOldOnesPlace) {
  FakeIngest one;
  one.put("spid.txt", kSpid);
  one.run();
  const std::string old_id = one.rows("SELECT id FROM facts");
  one.put("spid.txt", "Sono 20 milioni i cittadini con Spid.\n");
  const RunReport report = one.run();
  EXPECT_EQ(report.counts.documents, 1);
  EXPECT_EQ(one.rows("SELECT value FROM fact_citations"), "20000000");
  EXPECT_EQ(one.rows("SELECT state, count(*) FROM documents GROUP BY state ORDER BY state"),
            "current|1\nsuperseded|1");
  const Database database(one.store(), Database::Mode::kRead);
  const auto replacement = replacement_of(database, old_id);
  ASSERT_TRUE(replacement);
  EXPECT_EQ(replacement->reason, "new version of the document");
  EXPECT_EQ(replacement->value, "16400000");
  EXPECT_EQ(replacement->replaced_by, one.rows("SELECT fact FROM fact_citations"));
  const auto old_fact = fact_with_id(database, old_id);
  ASSERT_TRUE(old_fact);
  EXPECT_TRUE(old_fact->document.superseded);
  EXPECT_EQ(old_fact->document.path, (one.docs() / "spid.txt").string());
}

TEST(Ingest, AFilePutBackIsCurrentAgain) {
  FakeIngest one;
  one.put("spid.txt", kSpid);
  one.run();
  const std::string id = one.rows("SELECT id FROM facts");
  one.put("spid.txt", "Sono 20 milioni i cittadini con Spid.\n");
  one.run();
  one.put("spid.txt", kSpid);
  one.run();
  EXPECT_EQ(*one.fake.files_read, 2);
  EXPECT_EQ(one.rows("SELECT fact FROM fact_citations"), id);
  EXPECT_EQ(one.rows("SELECT count(*) FROM replaced_facts WHERE id = '" + id + "'"), "0");
  EXPECT_EQ(one.rows("SELECT replaced_by FROM replaced_facts"), id);
}

TEST(Ingest, MovedFilesAreFollowed) {
  FakeIngest one;
  one.put("2020/spid.txt", kSpid);
  one.run();
  std::filesystem::create_directories(one.docs() / "archivio");
  std::filesystem::rename(one.docs() / "2020/spid.txt", one.docs() / "archivio/spid.txt");
  const RunReport report = one.run();
  EXPECT_EQ(report.counts.documents, 0);
  EXPECT_EQ(report.copied, 1);
  EXPECT_EQ(one.rows("SELECT path, missing FROM locations"), "archivio/spid.txt|0");
  std::filesystem::remove(one.docs() / "archivio/spid.txt");
  one.run();
  EXPECT_EQ(one.rows("SELECT path, missing FROM locations"), "archivio/spid.txt|1");
  EXPECT_EQ(one.rows("SELECT value FROM fact_citations"), "16400000");
}

TEST(Ingest, EqualFilesAreReadOnceAndHaveSeveralPlaces) {
  FakeIngest one;
  for (int i = 0; i < 20; ++i) one.put(std::to_string(i) + ".txt", kSpid);
  one.put("bad/1.txt", "BROKEN");
  one.put("bad/2.txt", "BROKEN");
  const RunReport report = one.run();
  EXPECT_EQ(*one.fake.files_read, 2);
  EXPECT_EQ(report.counts.documents, 1);
  EXPECT_EQ(report.copied, 19);
  EXPECT_EQ(one.rows("SELECT count(*), count(DISTINCT document) FROM locations"), "20|1");
  EXPECT_EQ(report.failures.size(), 2u);
}

TEST(Ingest, APlaceIsOneHoweverItIsReached) {
  FakeIngest one;
  one.put("2020/spid.txt", kSpid);
  one.run();
  one.request.paths = {one.docs() / "2020", one.docs() / "2020/spid.txt"};
  const RunReport report = one.run();
  EXPECT_EQ(report.counts.skipped, 1);
  EXPECT_EQ(one.rows("SELECT root, path FROM locations"), one.docs().string() + "|2020/spid.txt");
}

TEST(Ingest, OtherCodeMakesFactsAnewWithoutOpeningFiles) {
  FakeIngest one;
  one.put("spid.txt", kSpid);
  one.run();
  const std::string old_id = one.rows("SELECT id FROM facts");
  one.fake.parts.fingerprint = "second";
  one.fake.extract = [](const Document&, const std::vector<CellFigure>& figures,
                        std::vector<std::string>&) {
    std::vector<Fact> facts = FakeParts::facts_of_figures(figures);
    for (Fact& fact : facts) fact.figure.kind = Kind::kMultiple;
    return facts;
  };
  std::filesystem::remove(one.docs() / "spid.txt");
  const RunReport report = one.run();
  EXPECT_EQ(*one.fake.files_read, 1);
  EXPECT_EQ(report.refreshed, 1);
  EXPECT_EQ(one.rows("SELECT kind FROM facts"), "multiple");
  EXPECT_EQ(one.rows("SELECT id, replaced_by, reason FROM replaced_facts"),
            old_id + "|" + one.rows("SELECT id FROM facts") + "|read by another version of Cifra");
  EXPECT_EQ(one.run().refreshed, 0);
}

TEST(Ingest, TheSameFactsHaveTheSameIdsInEveryStore) {
  FakeIngest one, other;
  for (FakeIngest* each : {&one, &other}) {
    each->put("spid.txt", kSpid);
    each->run();
  }
  EXPECT_EQ(one.rows("SELECT id FROM facts"), other.rows("SELECT id FROM facts"));
}

TEST(Ingest, ASidecarThatChangesRenewsItsDocument) {
  FakeIngest one;
  one.put("spid.txt", kSpid);
  one.put("spid.meta.json", R"({"title": "Prima", "published_on": "2021-01-20"})");
  one.run();
  EXPECT_EQ(one.rows("SELECT title, published_on FROM documents"), "Prima|2021-01-20");
  EXPECT_EQ(one.run().counts.skipped, 1);
  one.put("spid.meta.json", R"({"title": "Seconda", "published_on": "2021-02-20"})");
  EXPECT_EQ(one.run().counts.documents, 1);
  EXPECT_EQ(one.rows("SELECT title, published_on FROM documents"), "Seconda|2021-02-20");
  std::filesystem::remove(one.docs() / "spid.meta.json");
  one.run();
  EXPECT_NE(one.rows("SELECT title FROM documents"), "Seconda");
  EXPECT_EQ(*one.fake.files_read, 1);
}

TEST(Ingest, WhatCannotBeReadIsListedUntilItCan) {
  FakeIngest one;
  one.put("bad.txt", "BROKEN");
  one.put("good.txt", kSpid);
  const RunReport report = one.run();
  ASSERT_EQ(report.failures.size(), 1u);
  EXPECT_EQ(report.failures[0].path, (one.docs() / "bad.txt").string());
  EXPECT_EQ(report.failures[0].reason, "the file is broken");
  EXPECT_EQ(report.counts.documents, 1);
  EXPECT_EQ(*one.fake.files_read, 2);
  EXPECT_EQ(one.run().failures.size(), 1u);  // as before, without trying
  EXPECT_EQ(*one.fake.files_read, 2);
  one.put("bad.txt", "Gli uffici erano 27.\n");
  EXPECT_TRUE(one.run().failures.empty());
  EXPECT_EQ(one.rows("SELECT count(*) FROM failures"), "0");
}

TEST(Ingest, AVersionThatCannotBeReadLeavesTheOldOne) {
  FakeIngest one;
  one.put("spid.txt", kSpid);
  one.run();
  one.put("spid.txt", "BROKEN");
  EXPECT_EQ(one.run().failures.size(), 1u);
  EXPECT_EQ(one.rows("SELECT value FROM fact_citations"), "16400000");
  std::filesystem::remove(one.docs() / "spid.txt");
  one.run();
  EXPECT_EQ(one.rows("SELECT count(*) FROM failures"), "0");
}

TEST(Ingest, OddFilesCostOneLineEach) {
  FakeIngest one;
  one.put("good.txt", kSpid);
  one.put("sub/x.png", "?");
  one.put(".hidden/y.txt", kSpid);
  std::filesystem::create_directory_symlink(one.docs(), one.docs() / "sub/loop");
  std::filesystem::create_symlink(one.docs() / "nowhere.txt", one.docs() / "dangling.txt");
  ASSERT_EQ(mkfifo((one.docs() / "pipe.txt").c_str(), 0600), 0);
  const RunReport report = one.run();
  EXPECT_EQ(report.counts.documents, 1);
  EXPECT_EQ(report.others, 1u);
  EXPECT_EQ(one.rows("SELECT path, reason FROM failures ORDER BY path"),
            "dangling.txt|it is a link to a file that is not there\n"
            "pipe.txt|it is no regular file (a device, a pipe or a socket)\n"
            "sub/loop|the folder contains itself through a link; it is read once");
}

TEST(Ingest, AFileThatVanishesOrChangesWhileReadIsListed) {
  FakeIngest one;
  one.put("a.txt", kSpid);
  one.put("b.txt", "Gli uffici erano 27.\n");
  const FakeParts::Read read = one.fake.read;
  one.fake.read = [&](const std::filesystem::path& file) {
    auto result = read(file);
    if (file.filename() == "a.txt") std::filesystem::remove(file);
    if (file.filename() == "b.txt") write_file(file, "Gli uffici erano 270.\n");
    return result;
  };
  one.request.jobs = 1;
  EXPECT_EQ(one.run().failures.size(), 2u);
  one.fake.read = read;
  EXPECT_TRUE(one.run().failures.empty());
  EXPECT_EQ(one.rows("SELECT value FROM fact_citations"), "270");
}

TEST(Ingest, AnExceptionInAStageCostsItsDocument) {
  FakeIngest one;
  one.put("a.txt", kSpid);
  one.put("b.txt", "Gli uffici erano 27.\n");
  one.fake.extract = [](const Document& document, const std::vector<CellFigure>& figures,
                        std::vector<std::string>&) {
    if (document.text.find("Spid") != std::string::npos) throw std::runtime_error("odd");
    return FakeParts::facts_of_figures(figures);
  };
  EXPECT_EQ(one.run().failures.size(), 1u);
  EXPECT_EQ(one.rows("SELECT value FROM fact_citations"), "27");
}

TEST(Ingest, WhatIsReadInPartStandsAmongTheFailures) {
  FakeIngest one;
  one.put("a.txt", kSpid);
  const FakeParts::Read read = one.fake.read;
  one.fake.read = [&](const std::filesystem::path& file) {
    auto result = read(file);
    std::get<Document>(result).warnings = {"page 2 has no text layer"};
    return result;
  };
  one.fake.extract = [](const Document&, const std::vector<CellFigure>& figures,
                        std::vector<std::string>& complaints) {
    complaints.emplace_back("odd 1.0: it threw");
    return FakeParts::facts_of_figures(figures);
  };
  const std::string reason = "read, but not whole: page 2 has no text layer; odd 1.0: it threw";
  const RunReport first = one.run();
  EXPECT_TRUE(first.failures.empty());
  ASSERT_EQ(first.warnings.size(), 2u);
  EXPECT_EQ(first.warnings[1].path, (one.docs() / "a.txt").string());
  EXPECT_EQ(one.rows("SELECT value FROM fact_citations"), "16400000");
  EXPECT_EQ(one.rows("SELECT path, reason FROM failures"), "a.txt|" + reason);
  const RunReport second = one.run();
  EXPECT_EQ(second.counts.skipped, 1);
  ASSERT_EQ(second.warnings.size(), 1u);
  EXPECT_EQ(second.warnings[0].reason, "page 2 has no text layer; odd 1.0: it threw");
  // A sidecar makes its facts anew; a failure does not stand in its way.
  one.put("a.meta.json", R"({"title": "Dati"})");
  EXPECT_EQ(one.run().counts.documents, 1);
  one.fake.read = read;
  one.fake.extract = [](const Document&, const std::vector<CellFigure>& figures,
                        std::vector<std::string>&) { return FakeParts::facts_of_figures(figures); };
  one.request.again = true;
  EXPECT_TRUE(one.run().warnings.empty());
  EXPECT_EQ(one.rows("SELECT count(*) FROM failures"), "0");
}

TEST(Ingest, AnotherReaderReadsFilesAnewWhereTheyStillAre) {
  FakeIngest one;
  one.put("a.txt", kSpid);
  one.put("b.txt", "Gli uffici erano 27.\n");
  const auto read_by = [&one](std::string_view reader) {
    one.fake.parts.readings = {reading_by(std::string(reader))};
    one.fake.read = [&one, reader](const std::filesystem::path& file) {
      auto result = FakeParts::read_lines(file, *one.fake.files_read);
      std::get<Document>(result).metadata.reader = reader;
      return result;
    };
  };
  read_by("fake 1.0");
  one.run();
  EXPECT_EQ(one.run().refreshed, 0);
  EXPECT_EQ(*one.fake.files_read, 2);
  const std::string facts = one.rows("SELECT id FROM facts ORDER BY id");
  read_by("fake 2.0");
  std::filesystem::remove(one.docs() / "b.txt");
  const RunReport report = one.run();
  EXPECT_EQ(report.refreshed, 1);
  EXPECT_EQ(report.aged, 1);
  EXPECT_EQ(*one.fake.files_read, 3);
  EXPECT_EQ(one.rows("SELECT id FROM facts ORDER BY id"), facts);
  EXPECT_EQ(one.rows("SELECT count(DISTINCT reading) FROM documents"), "2");
  const RunReport next = one.run();
  EXPECT_EQ(next.refreshed, 0);
  EXPECT_EQ(next.aged, 1);
}

TEST(Ingest, StoppedItKeepsWhatItReadAndTheNextRunGoesOn) {
  FakeIngest one;
  for (const char* name : {"a.txt", "b.txt", "c.txt"}) {
    one.put(name, std::string("I comuni di ") + name + " sono 12.\n");
  }
  one.request.jobs = 1;
  one.request.stop = [&] { return *one.fake.files_read == 2; };
  EXPECT_EQ(one.run().left, 1);
  EXPECT_EQ(one.rows("SELECT count(*) FROM documents"), "2");
  EXPECT_EQ(one.rows("SELECT finished_at FROM runs"), "");
  one.request.stop = nullptr;
  EXPECT_EQ(one.run().left, 0);
  EXPECT_EQ(*one.fake.files_read, 3);
}

TEST(Ingest, KeepsSourcesBesideTheStore) {
  FakeIngest one;
  one.put("spid.txt", kSpid);
  one.request.keep_sources = true;
  one.run();
  const std::string hash = one.rows("SELECT hash FROM documents");
  EXPECT_TRUE(std::filesystem::exists(kept_source(one.store(), hash, "spid.txt")));
}

TEST(Ingest, SearchFindsFactsByStemAndForgetsWhatIsGone) {
  FakeIngest one;
  one.put("spid.txt", kSpid);
  one.run();
  const std::string search =
      "SELECT f.value FROM facts_fts JOIN facts f ON f.number = facts_fts.rowid "
      "WHERE facts_fts MATCH 'cittadin' AND f.value = '16400000'";
  EXPECT_EQ(one.rows(search), "16400000");
  EXPECT_EQ(one.rows("SELECT text FROM passages_fts WHERE passages_fts MATCH 'CITTADINI'"),
            "Sono 16 milioni e 400mila i cittadini con Spid.");
  one.fake.parts.fingerprint = "second";
  one.fake.extract = [](const Document&, const std::vector<CellFigure>&,
                        std::vector<std::string>&) { return std::vector<Fact>(); };
  one.run();
  EXPECT_EQ(one.rows("SELECT rowid FROM facts_fts WHERE facts_fts MATCH 'cittadin'"), "");
  const Database database(one.store(), Database::Mode::kWrite);
  database.execute("INSERT INTO facts_fts (facts_fts) VALUES ('integrity-check')");
  database.execute("INSERT INTO passages_fts (passages_fts) VALUES ('integrity-check')");
}

std::string release(std::string_view month, int figure) {
  std::string text = "Il Ministero comunica i dati del mese di " + std::string(month) + ".\n";
  const std::string_view kSentences[] = {
      "Le identità digitali rilasciate dai gestori accreditati sono state",
      "I pagamenti transitati sulla piattaforma della pubblica amministrazione sono stati",
      "I certificati anagrafici scaricati dai cittadini sul portale nazionale sono stati",
      "Gli enti locali che hanno aderito al programma di migrazione al cloud sono"};
  for (std::string_view sentence : kSentences) {
    text += std::string(sentence) + " " + std::to_string(figure += 17) + ".\n";
  }
  return text;
}

TEST(Ingest, NearCopiesCountAsOneSourceButBulletinsDoNot) {
  FakeIngest one;
  one.put("a.txt", release("gennaio", 12345));
  one.put("copia.txt", "Comunicato stampa\n" + release("gennaio", 12345));
  one.put("b.txt", release("febbraio", 54321));
  one.run();
  EXPECT_EQ(one.rows("SELECT count(*), count(DISTINCT copy_group) FROM documents"), "3|2");
}

TEST(UtcTime, IsIso8601) {
  EXPECT_EQ(utc_time(0), "1970-01-01T00:00:00Z");
  EXPECT_EQ(utc_time(1'611'136'800'000'000'000), "2021-01-20T10:00:00Z");
}

}  // namespace
}  // namespace cifra
