// A folder of everything that is wrong with files, ingested by the real command: each bad file gets
// one line with a plain reason, the rest is done, and the command says so with its exit code.
//
// The two encrypted files in tests/corpus/bad are the page made here, encrypted with qpdf:
// `--encrypt segreta padrona 256` and `--encrypt "" padrona 128 --use-aes=y`.

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/paths.h"

namespace cifra {
namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;

// A PDF whose page N holds `text` and N, or only a black square where `text` is empty.
std::string pdf(size_t pages, const std::string& text) {
  std::ostringstream file, table;
  size_t count = 0;
  const auto object = [&](const std::string& content) {
    table << std::setw(10) << std::setfill('0') << file.tellp() << " 00000 n \n";
    file << ++count << " 0 obj\n" << content << "\nendobj\n";
  };
  std::ostringstream kids;
  for (size_t page = 0; page < pages; ++page) kids << 4 + 2 * page << " 0 R ";
  file << "%PDF-1.4\n";
  object("<< /Type /Catalog /Pages 2 0 R >>");
  object(std::string("<< /Type /Pages /Count ") + std::to_string(pages) + " /Kids [" + kids.str() +
         "] >>");
  object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  for (size_t page = 1; page <= pages; ++page) {
    const std::string drawing =
        text.empty() ? "0 0 100 100 re f"
                     : "BT /F1 12 Tf 72 400 Td (" + text + ' ' + std::to_string(page) + ".) Tj ET";
    object(std::string("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font "
                       "<< /F1 3 0 R >> >> /Contents ") +
           std::to_string(count + 2) + " 0 R >>");
    object(std::string("<< /Length ") + std::to_string(drawing.size()) + " >>\nstream\n" + drawing +
           "\nendstream");
  }
  const auto start = file.tellp();
  file << "xref\n0 " << count + 1 << "\n0000000000 65535 f \n"
       << table.str() << "trailer\n<< /Size " << count + 1 << " /Root 1 0 R >>\nstartxref\n"
       << start << "\n%%EOF\n";
  return file.str();
}

std::string utf16(std::u16string_view text) {
  std::string bytes = "\xFF\xFE";
  for (const char16_t unit : text) {
    bytes += static_cast<char>(unit & 0xFF);
    bytes += static_cast<char>(unit >> 8);
  }
  return bytes;
}

struct Output {
  std::string text;
  int exit_code = -1;
};

Output run(const std::string& arguments) {
  const std::string command =
      std::string("'") + build_folder().string() + "/cifra' " + arguments + " 2>/dev/null";
  FILE* pipe = popen(command.c_str(), "r");
  Output output;
  std::array<char, 1 << 16> buffer{};
  while (const size_t count = fread(buffer.data(), 1, buffer.size(), pipe)) {
    output.text.append(buffer.data(), count);
  }
  const int status = pclose(pipe);
  output.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return output;
}

std::vector<Json> rows_of(const std::string& text) {
  std::vector<Json> rows;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) rows.push_back(Json::parse(line));
  return rows;
}

class BadInput : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("cifra-bad-input-" + std::to_string(getpid()));
    fs::remove_all(folder_);
    fs::create_directories(folder_ / "in");
  }
  void TearDown() override { fs::remove_all(folder_); }

  void write(const std::string& name, std::string_view bytes) {
    std::ofstream(folder_ / "in" / name, std::ios::binary) << bytes;
  }
  std::string store() const {
    return std::string("--store '") + (folder_ / "facts.db").string() + "'";
  }
  std::string input() const { return std::string("'") + (folder_ / "in").string() + "'"; }

  // File name → reason.
  std::map<std::string, std::string> failures() const {
    std::map<std::string, std::string> reasons;
    for (const Json& row : rows_of(run("failures --format jsonl " + store()).text)) {
      const fs::path path = row.at("path").get<std::string>();
      EXPECT_TRUE(reasons.emplace(path.filename(), row.at("reason")).second) << "twice: " << path;
    }
    return reasons;
  }
  std::map<std::string, Json> documents() const {
    std::map<std::string, Json> rows;
    for (Json& row : rows_of(run("documents --format jsonl " + store()).text)) {
      const fs::path path = row.at("path").get<std::string>();
      rows.emplace(path.filename(), std::move(row));
    }
    return rows;
  }

  fs::path folder_;
};

TEST_F(BadInput, CostsOnlyItself) {
  const fs::path corpus = source_folder() / "corpora" / "documents";
  const fs::path bad = source_folder() / "tests" / "corpus" / "bad";
  std::ifstream whole(corpus / "servizi-digitali-2021.pdf", std::ios::binary);
  const std::string report{std::istreambuf_iterator<char>(whole), {}};
  ASSERT_GT(report.size(), 20000U);
  std::string binary;
  for (int i = 0; i < 4096; ++i) binary += static_cast<char>(i * 7);

  // What is read.
  write("good.pdf", pdf(2, "Gli iscritti sono 12 alla fine del mese numero"));
  write("windows-1252.txt", "Il costo \xE8 di 12 \x80 per unit\xE0.\n");
  write("utf-16.txt", utf16(u"Il costo è di 13 € per unità.\n"));
  fs::copy_file(bad / "empty-password.pdf", folder_ / "in" / "empty-password.pdf");
  // What is not, with a word of its reason.
  const std::map<std::string, std::string> reasons = {
      {"zero.pdf", "empty"},
      {"zero.txt", "empty"},
      {"zero.html", "empty"},
      {"not-a.pdf", "something else"},
      {"truncated.pdf", "cut short"},
      {"password.pdf", "password"},
      {"image.pdf", "no text layer"},
      {"binary.txt", "something else"},
      {"gone.pdf", "that is not there"},
      {"circle.txt", "circle"},
      {"loop", "contains itself"},
  };
  for (const char* name : {"zero.pdf", "zero.txt", "zero.html"}) write(name, "");
  write("not-a.pdf", "Questo file ha il nome sbagliato.\n");
  write("truncated.pdf", std::string_view(report).substr(0, report.size() / 3));
  write("image.pdf", pdf(1, ""));
  write("binary.txt", binary);
  fs::copy_file(bad / "password.pdf", folder_ / "in" / "password.pdf");
  fs::create_symlink("nowhere.pdf", folder_ / "in" / "gone.pdf");
  fs::create_symlink("circle.txt", folder_ / "in" / "circle.txt");
  fs::create_directories(folder_ / "in" / "folder.pdf");
  fs::create_directory_symlink("..", folder_ / "in" / "folder.pdf" / "loop");

  EXPECT_EQ(run("ingest " + input() + " " + store()).exit_code, 1);
  const auto failed = failures();
  EXPECT_EQ(failed.size(), reasons.size());
  for (const auto& [name, reason] : reasons) {
    const auto found = failed.find(name);
    ASSERT_NE(found, failed.end()) << name;
    EXPECT_NE(found->second.find(reason), std::string::npos) << name << ": " << found->second;
  }
  const auto read = documents();
  EXPECT_EQ(read.size(), 4U);
  for (const char* name : {"good.pdf", "windows-1252.txt", "utf-16.txt", "empty-password.pdf"}) {
    ASSERT_TRUE(read.contains(name)) << name;
    EXPECT_GE(read.at(name).at("facts").get<int>(), 1) << name;
  }
}

TEST_F(BadInput, MayBeAnUnreadableFile) {
  if (geteuid() == 0) GTEST_SKIP() << "the superuser reads every file";
  write("closed.txt", "Gli iscritti sono 12.\n");
  fs::permissions(folder_ / "in" / "closed.txt", fs::perms::none);
  EXPECT_EQ(run("ingest " + input() + " " + store()).exit_code, 1);
  EXPECT_TRUE(failures().contains("closed.txt"));
}

TEST_F(BadInput, MayHaveTenThousandPages) {
  constexpr int kPages = 10000;
  write("long.pdf", pdf(kPages, "Nel bollettino gli iscritti ai corsi sono 12 nel comune"));
  write("short.pdf", pdf(1, "Gli iscritti sono 12 nel comune"));
  const int code = run("ingest " + input() + " " + store()).exit_code;
  const auto read = documents();
  ASSERT_TRUE(read.contains("short.pdf"));
  // Read whole, or named with a reason: never in part, never without a word.
  if (read.contains("long.pdf")) {
    EXPECT_EQ(code, 0);
    EXPECT_EQ(read.at("long.pdf").at("pages"), kPages);
  } else {
    EXPECT_EQ(code, 1);
    EXPECT_TRUE(failures().contains("long.pdf"));
  }
}

TEST_F(BadInput, MayBeAStoreThatIsNotThere) {
  EXPECT_EQ(run("documents --format jsonl " + store()).exit_code, 2);
  EXPECT_EQ(run("failures --format jsonl " + store()).exit_code, 2);
}

}  // namespace
}  // namespace cifra
