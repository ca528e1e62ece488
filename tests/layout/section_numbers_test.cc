#include "core/layout/section_numbers.h"

#include <gtest/gtest.h>

#include <string>

namespace cifra {
namespace {

std::vector<uint32_t> sizes_of(std::initializer_list<std::string_view> headings) {
  Document document;
  for (const std::string_view heading : headings) {
    Block block;
    block.role = BlockRole::kHeading;
    block.span.begin = static_cast<uint32_t>(document.text.size());
    document.text += heading;
    block.span.end = static_cast<uint32_t>(document.text.size());
    document.blocks.push_back(block);
  }
  return section_number_sizes(document);
}

using Sizes = std::vector<uint32_t>;

TEST(SectionNumbers, CountUp) {
  EXPECT_EQ(sizes_of({"Rapporto", "1 Gli occupati", "2 Chi cerca lavoro"}), (Sizes{0, 2, 2}));
  EXPECT_EQ(sizes_of({"1 Uno", "1.1 Parte", "1.2 Parte", "2  Due"}), (Sizes{2, 4, 4, 3}));
}

TEST(SectionNumbers, LeaveFiguresAlone) {
  EXPECT_EQ(sizes_of({"15 Comuni premiati", "16 Regioni"}), (Sizes{0, 0}));
  EXPECT_EQ(sizes_of({"1 Comune su 3"}), (Sizes{0}));
  EXPECT_EQ(sizes_of({"1 Le sedi", "2 milioni di euro", "2 I posti"}), (Sizes{2, 0, 2}));
  EXPECT_EQ(sizes_of({"2020 Dati", "1"}), (Sizes{0, 0}));
}

}  // namespace
}  // namespace cifra
