// Whatever a reader does costs its document and nothing else: the next one is read.

#include "core/plugin/reader_process.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <string>
#include <string_view>

#include "core/pipeline/document_work.h"
#include "core/store/record_bytes.h"
#include "tests/paths.h"

namespace cifra {
namespace {

using namespace std::chrono_literals;

class ReaderProcessTest : public testing::Test {
 protected:
  void SetUp() override {
    // Crashes are the matter here: in a sanitized build they shall stay crashes.
    setenv("ASAN_OPTIONS", "handle_segv=0:handle_abort=0:detect_leaks=0", 1);
    folder_ = std::filesystem::temp_directory_path() /
              ("cifra-reader-process-" + std::to_string(getpid()));
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path file(const std::string& name, std::string_view bytes) const {
    const std::filesystem::path path = folder_ / name;
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }

  static ReaderProcess process(ReaderLimits limits) {
    const std::filesystem::path build = build_folder();
    return ReaderProcess(build / "cifra",
                         {"reader-worker", "--plugins", (build / "misbehaving").string(),
                          "--plugins", (build / "plugins").string()},
                         limits);
  }

  // "" where the document was read.
  static std::string reason_of(ReaderProcess& reader, const std::filesystem::path& path) {
    auto result = reader.read(path);
    if (auto* failure = std::get_if<ReadFailure>(&result)) return failure->reason;
    return "";
  }

  std::filesystem::path folder_;
};

struct Case {
  std::string_view misbehaviour;
  std::string_view reason;  // part of it; empty where the document is read
};

constexpr Case kCases[] = {
    {"behaves", ""},
    {"prints", ""},
    {"not utf-8", ""},
    {"throws", "the page tree is broken"},
    {"throws a number", "threw something that is no std::exception"},
    {"segfaults", "misbehaving-reader 0.1.0 crashed (signal 11, Segmentation fault)"},
    {"segfaults when asked", "misbehaving-reader 0.1.0 crashed (signal 11, Segmentation fault)"},
    {"aborts", "misbehaving-reader 0.1.0 crashed (signal 6, Aborted)"},
    {"exits", "misbehaving-reader 0.1.0 ended the reader process (exit code 3)"},
    {"floods with words", "gave more than 8 MB of text and words"},
    {"floods with blocks", "gave more than 8 MB of text and words"},
    {"says nothing", "found no page and no text"},
    {"word before page", "a word before the first page"},
    {"page of no size", "page 1 has no sane size"},
    {"box of no number", "word 1 on page 1 has a box that is not finite"},
    {"too few edges", "word 1 on page 1 has 2 glyph edges for 2 code points"},
    {"tilted", "turned by no multiple of 90 degrees"},
    {"mixes ways", "mixed words with boxes, blocks and verbatim text"},
    {"verbatim twice", "verbatim text twice"},
    {"text without block", "text outside a block or a cell"},
    {"leaves block open", "returned inside a block"},
    {"ends twice", "ended a block it had not begun"},
    {"unknown role", "a block role the ABI does not know: 77"},
    {"cell far away", "a cell lies outside every table: row 4000000000"},
    {"cell over nothing", "column 0 over 0"},
};

TEST_F(ReaderProcessTest, NamesEveryMisbehaviourAndGoesOn) {
  ReaderProcess reader = process({.time = 60s, .memory = 512 << 20, .output = 8 << 20});
  const std::filesystem::path good = file("good.txt", "Sono 12 i comuni.");
  for (const Case& test : kCases) {
    const std::string reason = reason_of(reader, file("one.bad", test.misbehaviour));
    EXPECT_EQ(reason.empty(), test.reason.empty()) << test.misbehaviour << ": " << reason;
    EXPECT_NE(reason.find(test.reason), std::string::npos) << test.misbehaviour << ": " << reason;
    EXPECT_EQ(reason_of(reader, good), "") << "after " << test.misbehaviour;
  }
}

TEST_F(ReaderProcessTest, StopsWhatTakesTooLong) {
  ReaderProcess reader = process({.time = 700ms, .memory = 512 << 20, .output = 8 << 20});
  for (const char* misbehaviour : {"hangs", "hangs after words", "floods with warnings"}) {
    EXPECT_EQ(reason_of(reader, file("one.bad", misbehaviour)),
              "misbehaving-reader 0.1.0 took longer than 0.7 s");
  }
}

// The record that an ingest would keep, or the reason.
std::string work_on(ReaderProcess& process, const std::filesystem::path& file,
                    const DocumentOrder& order) {
  const auto answer = process.work(file, to_bytes(order));
  if (const auto* failure = std::get_if<ReadFailure>(&answer)) return failure->reason;
  const DocumentRecord record = record_from_bytes(std::get<std::string>(answer));
  std::string said;
  for (const FactRecord& row : record.facts) {
    said += row.fact.plugin + ' ' + row.fact.figure.value.to_string() + ' ' + row.fact.subject;
  }
  for (const std::string& warning : record.warnings) said += "; " + warning;
  return said;
}

TEST_F(ReaderProcessTest, AnExtractorThatCrashesOrHangsCostsItsDocument) {
  const std::filesystem::path path = file("nota.txt", "Sono 12 i comuni.");
  const auto titled = [](const std::string& title) {
    return DocumentOrder{{}, "", {"hash", "nota.txt", R"({"title": ")" + title + R"("})"}};
  };
  ReaderProcess process = this->process({.time = 5s, .memory = 512 << 20, .output = 8 << 20});
  const std::string good = work_on(process, path, titled("behaves"));
  EXPECT_EQ(good, "misbehaving-extractor 12 comuni");
  EXPECT_EQ(work_on(process, path, titled("segfaults")),
            "misbehaving-extractor 0.1.0 crashed (signal 11, Segmentation fault)");
  EXPECT_EQ(work_on(process, path, titled("throws")),
            "figures 12 comuni; misbehaving-extractor 0.1.0: no rule for this; its facts for this "
            "document are dropped");
  EXPECT_EQ(work_on(process, path, titled("behaves")), good);
  ReaderProcess hasty = this->process({.time = 700ms, .memory = 512 << 20, .output = 8 << 20});
  EXPECT_EQ(work_on(hasty, path, titled("hangs")),
            "misbehaving-extractor 0.1.0 took longer than 0.7 s");
}

TEST_F(ReaderProcessTest, KeptTextIsWorkedOnAsTheFileWas) {
  const std::filesystem::path path = file("nota.txt", "Sono 12 i comuni nel 2021.");
  ReaderProcess process = this->process({});
  const DocumentOrder order{{}, "", {"hash", "nota.txt", ""}};
  const auto read = process.work(path, to_bytes(order));
  ASSERT_TRUE(std::holds_alternative<std::string>(read));
  const DocumentRecord record = record_from_bytes(std::get<std::string>(read));
  EXPECT_TRUE(record.reading.starts_with("reader-text ")) << record.reading;
  ASSERT_EQ(record.facts.size(), 1u);
  const auto again = process.work({}, to_bytes(DocumentOrder{{}, record.archive, order.origin}));
  ASSERT_TRUE(std::holds_alternative<std::string>(again));
  DocumentRecord renewed = record_from_bytes(std::get<std::string>(again));
  EXPECT_EQ(renewed.archive, "");
  renewed.archive = record.archive;
  renewed.reading = record.reading;
  EXPECT_EQ(to_bytes(renewed), to_bytes(record));
}

TEST_F(ReaderProcessTest, StopsWhatTakesTooMuchMemory) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  GTEST_SKIP() << "sanitizers need the address space that is limited here";
#endif
  ReaderProcess reader = process({.time = 60s, .memory = 64 << 20, .output = 8 << 20});
  for (const char* misbehaviour : {"allocates with new", "allocates with malloc"}) {
    EXPECT_EQ(reason_of(reader, file("one.bad", misbehaviour)),
              "misbehaving-reader 0.1.0 needed more than 64 MB of memory");
    EXPECT_EQ(reason_of(reader, file("good.txt", "Sono 12 i comuni.")), "");
  }
}

TEST_F(ReaderProcessTest, SaysWhyAFileCannotBeOpened) {
  ReaderProcess reader = process({});
  EXPECT_EQ(reason_of(reader, folder_ / "gone.txt"), "the file is no longer there");
  EXPECT_EQ(reason_of(reader, file("empty.txt", "")), "the file is empty: zero bytes");
  EXPECT_EQ(reason_of(reader, folder_), "it is a folder, not a file");
  ASSERT_EQ(mkfifo((folder_ / "pipe.txt").c_str(), 0600), 0);
  EXPECT_EQ(reason_of(reader, folder_ / "pipe.txt"),
            "it is no regular file (a device, a pipe or a socket)");
  std::filesystem::create_symlink("circle.txt", folder_ / "circle.txt");
  EXPECT_EQ(reason_of(reader, folder_ / "circle.txt"), "the path is a circle of symbolic links");
  const std::filesystem::path secret = file("secret.txt", "12");
  std::filesystem::permissions(secret, std::filesystem::perms::none);
  if (geteuid() != 0) {
    EXPECT_EQ(reason_of(reader, secret), "the file may not be read: permission denied");
  }
}

TEST_F(ReaderProcessTest, ReadsTheTextAsItIs) {
  ReaderProcess reader = process({});
  auto result = reader.read(file("nota.txt", "Sono 12 i comuni."));
  ASSERT_TRUE(std::holds_alternative<Document>(result)) << std::get<ReadFailure>(result).reason;
  EXPECT_EQ(std::get<Document>(result).text, "Sono 12 i comuni.");
  EXPECT_EQ(std::get<Document>(result).metadata.media_type, "text/plain");
}

TEST_F(ReaderProcessTest, SaysThatItsProgramIsNotThere) {
  ReaderProcess reader("/nowhere/cifra", {}, {});
  EXPECT_NE(reason_of(reader, file("nota.txt", "12")).find("/nowhere/cifra"), std::string::npos);
  ReaderProcess wrong("/bin/false", {}, {});
  EXPECT_NE(reason_of(wrong, file("nota.txt", "12")), "");
}

}  // namespace
}  // namespace cifra
