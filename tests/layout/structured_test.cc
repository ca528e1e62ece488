#include "core/layout/structured.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/layout/outline_of.h"

namespace cifra {
namespace {

// A reading as an HTML reader pushes it.
class Page {
 public:
  Page& block(BlockRole role, std::string_view words, uint8_t level = 0) {
    reading_.blocks.push_back({role, level, pool(words), kNoIndex, kNoIndex});
    return *this;
  }
  Page& table(std::string_view caption) {
    reading_.blocks.push_back(
        {BlockRole::kTable, 0, {}, kNoIndex, static_cast<uint32_t>(reading_.tables.size())});
    reading_.tables.push_back({pool(caption), {}});
    return *this;
  }
  Page& cell(uint16_t row, uint16_t column, std::string_view words, uint16_t row_span = 1,
             uint16_t column_span = 1) {
    reading_.tables.back().cells.push_back(
        {row, column, row_span, column_span, false, pool(words)});
    return *this;
  }
  Document laid_out() { return lay_out_structured(std::move(reading_)); }

 private:
  Span pool(std::string_view words) {
    const auto begin = static_cast<uint32_t>(reading_.text.size());
    reading_.text += words;
    return {begin, static_cast<uint32_t>(reading_.text.size())};
  }

  Reading reading_;
};

TEST(Structured, PutsTheTextTogether) {
  const Document document = Page()
                                .block(BlockRole::kHeading, " Il bilancio ", 1)
                                .block(BlockRole::kParagraph, "Sono previsti:")
                                .block(BlockRole::kListItem, "12 milioni;")
                                .block(BlockRole::kListItem, "di cui 2 per le scuole", 1)
                                .block(BlockRole::kListItem, "3 milioni.")
                                .block(BlockRole::kParagraph, "  ")
                                .block(BlockRole::kHeading, "Le sedi", 2)
                                .block(BlockRole::kParagraph, "prima riga\r\n  seconda riga")
                                .laid_out();
  EXPECT_EQ(document.text,
            "Il bilancio\n\nSono previsti:\n\n12 milioni;\ndi cui 2 per le scuole\n3 milioni.\n\n"
            "Le sedi\n\nprima riga\nseconda riga");
  EXPECT_EQ(outline_of(document),
            "h1 Il bilancio\np^0 Sono previsti:\nli0<1^0 12 milioni;\n"
            "li1<2^0 di cui 2 per le scuole\nli0<1^0 3 milioni.\nh2^0 Le sedi\n"
            "p^5 prima riga/seconda riga\n");
  expect_blocks_cover_text(document, "blocks");
}

TEST(Structured, KeepsCellsWithTheirSpans) {
  const Document document = Page()
                                .table("Iscritti per anno")
                                .cell(0, 0, "", 2, 1)
                                .cell(0, 1, "Iscritti", 1, 2)
                                .cell(1, 1, "2020")
                                .cell(1, 2, "2021")
                                .cell(2, 0, "Lazio")
                                .cell(2, 1, "1.200")
                                .cell(2, 2, "")
                                .laid_out();
  EXPECT_EQ(document.text, "Iscritti per anno\n\n\tIscritti\n2020\t2021\nLazio\t1.200");
  ASSERT_EQ(document.tables.size(), 1U);
  const Table& table = document.tables[0];
  EXPECT_EQ(table.rows, 3);
  EXPECT_EQ(table.columns, 3);
  EXPECT_EQ(table.caption, 0U);
  ASSERT_EQ(table.cells.size(), 7U);
  EXPECT_EQ(table.cells[0].row_span, 2);
  EXPECT_EQ(table.cells[1].column_span, 2);
  EXPECT_EQ(document.of(table.cells[5].span), "1.200");
  for (const Cell& cell : table.cells) EXPECT_TRUE(table.span.contains(cell.span));
  expect_blocks_cover_text(document, "table");
}

TEST(Structured, EndsSpansAtTheTable) {
  const Document document =
      Page().table("").cell(0, 0, "a", 900, 60000).cell(1, 0, "b").cell(1, 0, "c").laid_out();
  ASSERT_EQ(document.tables.size(), 1U);
  EXPECT_EQ(document.tables[0].rows, 2);
  EXPECT_EQ(document.tables[0].columns, 1000);
  ASSERT_EQ(document.tables[0].cells.size(), 2U);  // of two cells in one place the first
  EXPECT_EQ(document.tables[0].cells[0].row_span, 2);
}

TEST(Structured, DropsATableWithoutWords) {
  const Document document =
      Page().block(BlockRole::kParagraph, "uno").table("").cell(0, 0, " ").laid_out();
  EXPECT_EQ(document.text, "uno");
  EXPECT_TRUE(document.tables.empty());
}

}  // namespace
}  // namespace cifra
