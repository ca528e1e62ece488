// The rules of the house that a compiler does not check: includes point down only, a file is one
// noun of a readable length.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/paths.h"

namespace {

namespace fs = std::filesystem;

// The stages of core, low to high: a file may include its own stage and those above it in this
// list. Headers of plugin/ are a special case: the ABI includes nothing of core.
constexpr std::array<std::string_view, 13> kStages = {
    "text",  "lexicon", "document", "grammar", "layout", "tables",  "packs",
    "facts", "plugin",  "link",     "store",   "query",  "pipeline"};
constexpr size_t kLongestFile = 450;  // lines

size_t stage_of(std::string_view folder) {
  return static_cast<size_t>(std::find(kStages.begin(), kStages.end(), folder) - kStages.begin());
}

std::vector<fs::path> sources_under(const std::vector<std::string>& folders) {
  std::vector<fs::path> files;
  for (const std::string& folder : folders) {
    for (const auto& entry : fs::recursive_directory_iterator(cifra::source_folder() / folder)) {
      const std::string extension = entry.path().extension().string();
      if (extension == ".cc" || extension == ".h" || extension == ".hpp" || extension == ".c") {
        files.push_back(entry.path());
      }
    }
  }
  return files;
}

// What of core a line includes, as "grammar/figure.h", or nothing.
std::string included_from_core(const std::string& line) {
  constexpr std::string_view kPrefix = "#include \"core/";
  if (!line.starts_with(kPrefix)) return {};
  return line.substr(kPrefix.size(), line.rfind('"') - kPrefix.size());
}

TEST(House, IncludesPointDown) {
  for (const fs::path& file : sources_under({"core"})) {
    const std::string folder = file.parent_path().filename().string();
    const size_t stage = stage_of(folder);
    ASSERT_LT(stage, kStages.size()) << folder << " is no stage of kStages";
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
      EXPECT_FALSE(line.starts_with("#include \"tools/")) << file << ": " << line;
      const std::string included = included_from_core(line);
      if (included.empty()) continue;
      EXPECT_LE(stage_of(included.substr(0, included.find('/'))), stage)
          << file << " includes " << included << ", a later stage";
    }
  }
}

// Two types of one name in headers are one to the linker, whichever it meets first.
TEST(House, ATypeNameStandsInOneHeader) {
  std::map<std::string, fs::path> known;
  for (const fs::path& file : sources_under({"core"})) {
    if (file.extension() != ".h") continue;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
      std::istringstream words(line);
      std::string keyword, name;
      words >> keyword >> name;
      const bool defines =
          (line.starts_with("struct ") || line.starts_with("class ")) && line.ends_with('{');
      if (!defines) continue;
      const auto [found, is_new] = known.try_emplace(name, file);
      EXPECT_TRUE(is_new) << name << " is defined by " << file << " and by " << found->second;
    }
  }
}

TEST(House, PluginsKnowOnlyTheBoundary) {
  for (const fs::path& file : sources_under({"plugins"})) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
      EXPECT_EQ(included_from_core(line), "") << file << " reaches into core";
    }
  }
}

TEST(House, AFileIsOneNoun) {
  for (const fs::path& file : sources_under({"core", "plugins", "tools"})) {
    std::ifstream in(file);
    const auto lines = static_cast<size_t>(
        std::count(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>(), '\n'));
    EXPECT_LE(lines, kLongestFile) << file << " has grown into more than one noun";
  }
}

}  // namespace
