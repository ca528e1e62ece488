// Tables found on pages drawn as text: a character is six points wide, a line twelve high.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/layout/table_region.h"

namespace cifra {
namespace {

struct Drawn {
  Reading reading;
  std::vector<PageLines> pages;
};

void draw(Drawn& drawn, std::string_view picture) {
  PageLines page;
  page.page = static_cast<uint32_t>(drawn.pages.size());
  page.width = 600, page.height = 800;
  float y = 40;
  size_t at = 0;
  while (at < picture.size()) {
    size_t end = picture.find('\n', at);
    if (end == std::string_view::npos) end = picture.size();
    const std::string_view line = picture.substr(at, end - at);
    for (size_t i = 0; i < line.size();) {
      if (line[i] == ' ') {
        ++i;
        continue;
      }
      size_t stop = i;
      while (stop < line.size() && line[stop] != ' ') ++stop;
      ReadWord word;
      word.text.begin = static_cast<uint32_t>(drawn.reading.text.size());
      drawn.reading.text += line.substr(i, stop - i);
      word.text.end = static_cast<uint32_t>(drawn.reading.text.size());
      word.box = {30 + 3 * static_cast<float>(i), y, 30 + 3 * static_cast<float>(stop), y + 10};
      word.font_size = 9;
      LayoutWord placed;
      placed.source = static_cast<uint32_t>(drawn.reading.words.size());
      placed.box = word.box;
      placed.font_size = 9;
      page.words.push_back(placed);
      drawn.reading.words.push_back(word);
      i = stop;
    }
    y += 12;
    at = end + 1;
  }
  drawn.pages.push_back(std::move(page));
}

// Cells as "row,column text", spans as "row+span"; head cells begin with '#'.
std::vector<std::string> cells(Drawn& drawn, const TableRegion& table) {
  for (PageLines& page : drawn.pages) page.reading = &drawn.reading;
  std::vector<std::string> out;
  const auto place = [](uint16_t at, uint16_t span) {
    return span > 1 ? std::to_string(at) + '+' + std::to_string(span) : std::to_string(at);
  };
  for (const TableRegionCell& cell : table.cells) {
    std::string line(cell.head ? 1 : 0, '#');
    line += place(cell.row, cell.row_span);
    line += ',';
    line += place(cell.column, cell.column_span);
    for (const uint32_t word : cell.content.words) {
      line += ' ';
      line += drawn.pages[cell.content.page].text_of(drawn.pages[cell.content.page].words[word]);
    }
    out.push_back(line);
  }
  return out;
}

std::vector<TableRegion> find(Drawn& drawn) {
  for (PageLines& page : drawn.pages) page.reading = &drawn.reading;
  return find_tables(drawn.pages);
}

TEST(TableFinder, HeadsOverSeveralColumnsAndWrappedHeads) {
  Drawn drawn;
  draw(drawn, R"(
                                Entrate                Spese
Provincia                   Correnti   Altre   Correnti   Altre
                                       spese
Ancona                         1.200      30        950       -
Pesaro e Urbino                  880      12        790      44
Macerata                         640       -        512       8
)");
  const std::vector<TableRegion> tables = find(drawn);
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_EQ(tables[0].head_rows, 2);
  EXPECT_EQ(tables[0].head_columns, 1);
  const std::vector<std::string> found = cells(drawn, tables[0]);
  const std::vector<std::string> heads(found.begin(), found.begin() + 7);
  EXPECT_EQ(heads, (std::vector<std::string>{"#0+2,0 Provincia", "#0,1+2 Entrate", "#0,3+2 Spese",
                                             "#1,1 Correnti", "#1,2 Altre spese", "#1,3 Correnti",
                                             "#1,4 Altre"}));
  EXPECT_EQ(found.back(), "4,4 8");
}

TEST(TableFinder, WrappedRowHeadsAndHeadsOfGroups) {
  Drawn drawn;
  draw(drawn, R"(
Voce                                2021      2022

SPESE CORRENTI

Acquisto di beni e servizi         1.200     1.310
per gli uffici

Personale                            800       822

SPESE IN CONTO CAPITALE

Investimenti                         410       377
)");
  const std::vector<TableRegion> tables = find(drawn);
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_EQ(cells(drawn, tables[0]),
            (std::vector<std::string>{"#0,0 Voce", "#0,1 2021", "#0,2 2022", "#1,0 SPESE CORRENTI",
                                      "#2,0 Acquisto di beni e servizi per gli uffici", "2,1 1.200",
                                      "2,2 1.310", "#3,0 Personale", "3,1 800", "3,2 822",
                                      "#4,0 SPESE IN CONTO CAPITALE", "#5,0 Investimenti",
                                      "5,1 410", "5,2 377"}));
}

TEST(TableFinder, ProseListsAndContentsAreNoTables) {
  for (const char* picture : {R"(
Nel 2021 la spesa era di 120 milioni di euro, contro i 98
del 2020; nel 2022 sale a 131 milioni e nel 2023 a 140
milioni, con un aumento del 6 per cento in un anno solo.
)",
                              R"(
1   Premessa
2   Il quadro normativo
3   Le risorse
4   Conclusioni
)",
                              R"(
Premessa ............................       3
Il quadro normativo .................       7
Le risorse ..........................      12
)",
                              R"(
Premessa                                    3
Il quadro normativo                         7
Le risorse                                 12
)"}) {
    Drawn drawn;
    draw(drawn, picture);
    EXPECT_TRUE(find(drawn).empty()) << picture;
  }
}

// Glyphs of a broken font may have no width: their column lies in none.
TEST(TableFinder, AColumnWithoutWidth) {
  Drawn drawn;
  draw(drawn, R"(
Comune        2021    2022    2023
Aosta        1.234   2.345   3.456
Biella       4.567   5.678   6.789
Como         7.890   8.901   9.012
Lodi         1.357   2.468   3.579
)");
  for (LayoutWord& word : drawn.pages[0].words) {
    if (word.box.x1 == 30 + 3 * 26.F) word.box.x0 = word.box.x1;
  }
  const std::vector<TableRegion> tables = find(drawn);
  ASSERT_EQ(tables.size(), 1U);
  const std::vector<std::string> found = cells(drawn, tables[0]);
  for (const char* cell : {"1,1 1.234", "2,2 5.678", "4,2 2.468"}) {
    EXPECT_NE(std::ranges::find(found, cell), found.end()) << cell;
  }
}

// A raised word stands in the row of the word before it; behind one that runs upward, in its own.
TEST(TableFinder, ARaisedWordBehindATurnedOneIsKept) {
  Drawn drawn;
  draw(drawn, R"(
Comune        2021    2022    2023
Aosta        1.234   2.345   3.456
Biella       4.567   5.678   6.789
Como         7.890   8.901   9.012
Lodi         1.357   2.468 x 3.579
)");
  std::vector<LayoutWord>& words = drawn.pages[0].words;
  words[words.size() - 2].rotation = 90;
  words.back().raised = true;
  words.back().box.x0 -= 1;
  const std::vector<TableRegion> tables = find(drawn);
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_EQ(cells(drawn, tables[0]).back(), "4,3 3.579");
}

}  // namespace
}  // namespace cifra
