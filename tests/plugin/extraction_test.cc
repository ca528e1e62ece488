// Facts from extractors: all of a plugin's for a document or none, one a figure, the wrong named.

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "core/plugin/registry.h"
#include "tests/paths.h"

namespace cifra {
namespace {

const std::filesystem::path kBuild = build_folder();

const Registry& registry() {
  static const Registry kRegistry({kBuild / "misbehaving", kBuild / "plugins" / "figures.so"});
  return kRegistry;
}

// "Sono 12 i comuni⏎montani." with its figure and a reference that is no fact.
struct Example {
  Document document;
  std::vector<CellFigure> figures;

  explicit Example(std::string_view title) {
    document.text = "Sono 12 i comuni\nmontani.";
    document.metadata.title = title;
    Block block;
    block.span = {0, static_cast<uint32_t>(document.text.size())};
    document.blocks.push_back(block);
    CellFigure reference, count;
    reference.figure.kind = Kind::kReference;
    reference.figure.span = {0, 4};
    count.figure.kind = Kind::kCount;
    count.figure.span = {5, 7};
    count.figure.counted = {10, 24};
    count.figure.value.numerator = Decimal(12);
    count.figure.time = "2021";
    figures = {reference, count};
  }
};

struct Case {
  const char* misbehaviour;
  const char* complaint;  // part of it
};

constexpr Case kCases[] = {
    {"throws", "no rule for this"},
    {"throws a number", "threw something that is no std::exception"},
    {"never stops", "more than 16 facts a figure"},
    {"lies about the figure", "fact 2 is made of figure 99, but the document has 1"},
    {"no rule", "fact 1 names no rule"},
    {"odd rule", "fact 1 names no rule made of lower case letters"},
    {"too sure", "a confidence outside 0 to 1"},
    {"not a confidence", "a confidence outside 0 to 1"},
    {"unknown nature", "known: level, flow, change, target, forecast"},
    {"odd time", "a time that is not ISO 8601"},
    {"not utf-8", "text that is not UTF-8"},
};

TEST(Extraction, DropsTheFactsOfAPluginThatIsWrongAndKeepsTheOthers) {
  for (const Case& test : kCases) {
    const Example example(test.misbehaviour);
    std::vector<std::string> complaints;
    const auto facts = registry().extract(example.document, example.figures, complaints);
    ASSERT_EQ(complaints.size(), 1u) << test.misbehaviour;
    EXPECT_TRUE(complaints[0].starts_with("misbehaving-extractor 0.1.0: ")) << complaints[0];
    EXPECT_NE(complaints[0].find(test.complaint), std::string::npos) << complaints[0];
    ASSERT_EQ(facts.size(), 1u) << test.misbehaviour;
    EXPECT_EQ(facts[0].plugin, "figures");
  }
}

TEST(Extraction, KeepsTheMoreSpecificFact) {
  const Example example("behaves");
  std::vector<std::string> complaints;
  const auto facts = registry().extract(example.document, example.figures, complaints);
  EXPECT_TRUE(complaints.empty());
  ASSERT_EQ(facts.size(), 1u);
  EXPECT_EQ(facts[0].plugin, "misbehaving-extractor");
  EXPECT_EQ(facts[0].plugin_version, "0.1.0");
  EXPECT_EQ(facts[0].rule, "good");
  EXPECT_EQ(facts[0].subject, "comuni");
}

TEST(Extraction, FillsWhatTheFigureSays) {
  const Example example("nothing special");
  std::vector<std::string> complaints;
  const auto facts = registry().extract(example.document, example.figures, complaints);
  ASSERT_EQ(facts.size(), 1u);
  EXPECT_EQ(facts[0].rule, "count");
  EXPECT_EQ(facts[0].counted, "comuni montani");
  EXPECT_EQ(facts[0].time, "2021");
  EXPECT_EQ(facts[0].time_source, TimeSource::kStated);
  EXPECT_EQ(facts[0].block, 0u);
  EXPECT_EQ(facts[0].figure.value.to_string(), "12");
}

TEST(Extraction, CarriesATablesConfidence) {
  Example example("nothing special");
  example.document.tables.emplace_back();
  example.figures[1].table = 0;
  example.figures[1].confidence = 0.5f;
  std::vector<std::string> complaints;
  const auto facts = registry().extract(example.document, example.figures, complaints);
  ASSERT_EQ(facts.size(), 1u);
  EXPECT_EQ(facts[0].confidence, 0.5f);
}

}  // namespace
}  // namespace cifra
