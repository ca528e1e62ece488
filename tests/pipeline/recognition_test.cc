#include "core/pipeline/recognition.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/layout/structured.h"

namespace cifra {
namespace {

struct Line {
  BlockRole role;
  std::string_view words;
};

// "value unit", a figure after the other.
std::string figures_of(const std::vector<Line>& lines) {
  Reading reading;
  for (const Line& line : lines) {
    const auto begin = static_cast<uint32_t>(reading.text.size());
    reading.text += line.words;
    reading.blocks.push_back(
        {line.role, 0, {begin, static_cast<uint32_t>(reading.text.size())}, kNoIndex, kNoIndex});
  }
  const Document document = lay_out_structured(std::move(reading));
  std::string said;
  for (const CellFigure& found : recognise_document(document)) {
    if (!found.figure.is_fact()) continue;
    said += found.figure.value.to_string() + ' ' + found.figure.unit + '|';
  }
  return said;
}

constexpr auto kText = BlockRole::kParagraph;
constexpr auto kItem = BlockRole::kListItem;

TEST(Recognition, ItemsTakeScaleAndUnitOfTheirSiblings) {
  EXPECT_EQ(figures_of({{kText, "Le misure previste sono:"},
                        {kItem, "a) strade: 3,5 miliardi di euro;"},
                        {kItem, "b) scuole: 1,2;"},
                        {kItem, "c) ospedali: 0,8."}}),
            "3500000000 EUR|1200000000 EUR|800000000 EUR|");
}

TEST(Recognition, ItemsWithNounsOfTheirOwnTakeNothing) {
  EXPECT_EQ(
      figures_of(
          {{kText, "In breve:"}, {kItem, "spesa: 3,5 miliardi di euro;"}, {kItem, "40 cantieri;"}}),
      "3500000000 EUR|40 |");
}

TEST(Recognition, ItemsOfAnotherListTakeNothing) {
  EXPECT_EQ(figures_of({{kText, "Le spese sono:"},
                        {kItem, "strade: 3,5 miliardi di euro;"},
                        {kText, "I voti sono:"},
                        {kItem, "scuole: 7,5;"}}),
            "3500000000 EUR|7.5 |");
}

}  // namespace
}  // namespace cifra
