// The documents of corpora/documents through the real command: each must give the facts that
// stand in expected/NAME.json, at the right page and in the right words, and no others; and its
// title, issuer and date.

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "core/store/digest.h"
#include "core/text/folding.h"
#include "core/text/utf8.h"
#include "tests/paths.h"

namespace cifra {
namespace {

using Json = nlohmann::json;

const std::filesystem::path kDocuments = source_folder() / "corpora" / "documents";

std::string file_content(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

// What `cifra ARGUMENTS FILE` prints.
std::string run(const std::string& arguments, const std::filesystem::path& file) {
  const std::string command = std::string("'") + build_folder().string() + "/cifra' " + arguments +
                              " '" + file.string() + "'";
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  std::string output;
  std::array<char, 1 << 16> buffer{};
  while (const size_t count = fread(buffer.data(), 1, buffer.size(), pipe.get())) {
    output.append(buffer.data(), count);
  }
  return output;
}

// Words without what a line end or a producer may change: spaces, hyphens, footnote marks, the
// shape of apostrophes.
std::string squashed(std::string_view text) {
  std::string result;
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    at += point.size;
    switch (point.value) {
      case U' ':
      case U'\n':
      case U'\t':
      case U'\f':
      case 0xA0:
      case 0x202F:
      case 0x2009:
      case U'-':
      case 0xAD:
      case 0x2010:
      case 0x2011:
      case 0x2012:
      case 0x2013:
      case 0x2212:
      case 0xB9:
      case 0xB2:
      case 0xB3:
        continue;
      case 0x2019:
        result += '\'';
        continue;
      default:
        append_utf8(result, point.value);
    }
  }
  return result;
}

struct Found {
  Json row;
  std::string around;  // squashed words before and after
  bool taken = false;
};

std::vector<Found> figures_of(const std::filesystem::path& file, const std::string& text) {
  std::vector<uint32_t> starts;  // byte of each code point
  for (size_t at = 0; at < text.size(); at += decode_utf8(text, at).size) {
    starts.push_back(static_cast<uint32_t>(at));
  }
  starts.push_back(static_cast<uint32_t>(text.size()));
  constexpr size_t kWindow = 150;  // code points on each side
  std::vector<Found> found;
  std::istringstream lines(run("figures --format jsonl", file));
  for (std::string line; std::getline(lines, line);) {
    Json row = Json::parse(line);
    const auto start = row.at("start").get<size_t>(), end = row.at("end").get<size_t>();
    const size_t first = starts.at(start > kWindow ? start - kWindow : 0);
    const size_t last = starts.at(std::min(end + kWindow, starts.size() - 1));
    found.push_back({std::move(row), squashed(text.substr(first, last - first)), false});
  }
  return found;
}

bool same_head(const Json& expected, const Json& found) {
  if (!found.is_string()) return false;
  const std::string want = squashed(expected.get<std::string>());
  return squashed(found.get<std::string>()).ends_with(want);
}

bool matches(const Json& fact, const Found& found) {
  for (const char* key : {"value", "unit", "page"}) {
    if (found.row.at(key) != fact.at(key)) return false;
  }
  if (found.row.at("high") != fact.value("high", Json(nullptr))) return false;
  if (fact.contains("kind") && found.row.at("kind") != fact.at("kind")) return false;
  if (fact.contains("row")) {
    return same_head(fact.at("row"), found.row.at("row")) &&
           same_head(fact.at("column"), found.row.at("column"));
  }
  return found.around.find(squashed(fact.at("quote").get<std::string>())) != std::string::npos;
}

void complain(const std::string& document, const std::string& what, const Json& fact) {
  std::string line = document + ": " + what;
  for (const char* key : {"surface", "value", "high", "unit", "kind", "page", "row", "column"}) {
    if (!fact.contains(key) || fact.at(key).is_null()) continue;
    line += std::string(" ") + key + "=" + fact.at(key).dump();
  }
  ADD_FAILURE() << line;
}

class CorpusDocument : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(CorpusDocument, GivesItsFacts) {
  const Json expected = Json::parse(file_content(GetParam()));
  const std::filesystem::path file = kDocuments / expected.at("file").get<std::string>();
  const Json document = Json::parse(run("read --format json", file));
  for (const char* key : {"title", "issuer"}) {
    EXPECT_EQ(fold(squashed(document.at(key).get<std::string>())),
              fold(squashed(expected.at(key).get<std::string>())))
        << key;
  }
  if (!expected.at("published_on").is_null()) {
    EXPECT_EQ(document.at("published_on"), expected.at("published_on"));
  }

  const std::string name = GetParam().stem().string();
  std::vector<Found> found = figures_of(file, document.at("text").get<std::string>());
  for (const Json& fact : expected.at("facts")) {
    const auto match = std::ranges::find_if(
        found, [&](const Found& one) { return !one.taken && matches(fact, one); });
    if (match == found.end()) {
      if (fact.contains("optional")) continue;
      complain(name, "not found", fact);
    } else {
      match->taken = true;
    }
  }
  for (const Found& one : found) {
    if (!one.taken) complain(name, "not expected", one.row);
  }
}

std::vector<std::filesystem::path> expectations() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(kDocuments / "expected")) {
    files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

INSTANTIATE_TEST_SUITE_P(All, CorpusDocument, testing::ValuesIn(expectations()),
                         [](const auto& instance) {
                           std::string name = instance.param.stem().string();
                           std::ranges::replace(name, '-', '_');
                           return name;
                         });

// A rendered file that was changed by hand, or rendered without renewing the manifest.
TEST(CorpusManifest, HashesHold) {
  const Json manifest = Json::parse(file_content(kDocuments / "manifest.json"));
  ASSERT_GE(manifest.at("documents").size(), 14U);
  for (const Json& entry : manifest.at("documents")) {
    const std::string bytes = file_content(kDocuments / entry.at("file").get<std::string>());
    EXPECT_EQ(sha256(bytes), entry.at("sha256")) << entry.at("file");
    EXPECT_TRUE(std::filesystem::exists(kDocuments / entry.at("source").get<std::string>()));
    EXPECT_FALSE(entry.at("licence").get<std::string>().empty());
    EXPECT_FALSE(entry.at("producer").get<std::string>().empty());
  }
}

}  // namespace
}  // namespace cifra
