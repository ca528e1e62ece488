// The tables of corpora/tables through the real command: every cell of expected/NAME.json, with its
// heads, value, unit and page, and no other.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/paths.h"

namespace cifra {
namespace {

using Json = nlohmann::json;

const std::filesystem::path kTables = source_folder() / "corpora" / "tables";

std::vector<Json> figures_of(const std::filesystem::path& file) {
  const std::string command = std::string("'") + build_folder().string() +
                              "/cifra' figures --format jsonl '" + file.string() + "'";
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  std::string output;
  std::array<char, 1 << 16> buffer{};
  while (const size_t count = fread(buffer.data(), 1, buffer.size(), pipe.get())) {
    output.append(buffer.data(), count);
  }
  std::vector<Json> rows;
  for (size_t at = 0; at < output.size();) {
    const size_t end = std::min(output.find('\n', at), output.size());
    if (end > at) rows.push_back(Json::parse(output.substr(at, end - at)));
    at = end + 1;
  }
  return rows;
}

std::string text_or_dash(const Json& value) {
  if (value.is_null()) return "-";
  return value.is_string() ? value.get<std::string>() : value.dump();
}

// One line a cell, so that a difference reads well.
std::string line_of(const Json& cell) {
  std::string line;
  for (const char* key : {"row", "column", "value", "unit", "change", "page"}) {
    if (!line.empty()) line += " | ";
    line += text_or_dash(cell[key]);
  }
  return line;
}

class TableCorpus : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(TableCorpus, GivesEveryCellAndNoOther) {
  const Json expected = Json::parse(std::ifstream(GetParam()));
  std::vector<std::string> wanted, found;
  for (const Json& cell : expected["cells"]) wanted.push_back(line_of(cell));
  for (const Json& figure : figures_of(kTables / expected["file"].get<std::string>())) {
    if (!figure["row"].is_null() || !figure["column"].is_null()) found.push_back(line_of(figure));
  }
  ASSERT_FALSE(wanted.empty());
  std::sort(wanted.begin(), wanted.end());
  std::sort(found.begin(), found.end());
  std::vector<std::string> missed, extra;
  std::set_difference(wanted.begin(), wanted.end(), found.begin(), found.end(),
                      std::back_inserter(missed));
  std::set_difference(found.begin(), found.end(), wanted.begin(), wanted.end(),
                      std::back_inserter(extra));
  for (const std::string& line : missed) ADD_FAILURE() << "missed " << line;
  for (const std::string& line : extra) ADD_FAILURE() << "extra  " << line;
}

std::vector<std::filesystem::path> expectations() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(kTables / "expected")) {
    files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string name_of(const testing::TestParamInfo<std::filesystem::path>& info) {
  std::string name = info.param.stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Files, TableCorpus, testing::ValuesIn(expectations()), name_of);

}  // namespace
}  // namespace cifra
