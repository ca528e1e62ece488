// Words with boxes in, blocks in reading order out.

#include "core/layout/geometric.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "core/document/citation.h"
#include "tests/layout/page_painter.h"

namespace cifra {
namespace {

const char* mark_of(BlockRole role) {
  switch (role) {
    case BlockRole::kParagraph:
      return "p";
    case BlockRole::kHeading:
      return "h";
    case BlockRole::kListItem:
      return "li";
    case BlockRole::kCaption:
      return "caption";
    case BlockRole::kNote:
      return "note";
    case BlockRole::kPageHeader:
      return "head";
    case BlockRole::kPageFooter:
      return "foot";
    case BlockRole::kTable:
      return "table";
  }
  return "?";
}

// "p: first line|second line", a block each.
std::vector<std::string> blocks_of(const Document& document) {
  std::vector<std::string> out;
  for (const Block& block : document.blocks) {
    std::string text(document.of(block.span));
    std::replace(text.begin(), text.end(), '\n', '|');
    std::replace(text.begin(), text.end(), '\t', '>');
    out.push_back(std::string(mark_of(block.role)) + ": " + text);
  }
  return out;
}

using Blocks = std::vector<std::string>;

constexpr std::string_view kFull = "parole che riempiono una riga intera di testo corrente e";

Document lay_out_page(PagePainter& painter) { return lay_out_geometric(painter.take()); }

// What every document must keep, whatever the page looked like.
void expect_sound(const Document& document) {
  uint32_t end = 0;
  for (const Block& block : document.blocks) {
    EXPECT_GE(block.span.begin, end);
    end = block.span.end;
  }
  EXPECT_LE(end, document.text.size());
  end = 0;
  for (const Word& word : document.words) {
    EXPECT_GE(word.span.begin, end);
    EXPECT_LT(word.span.begin, word.span.end);
    end = word.span.end;
    if (word.edge_count > 0) {
      EXPECT_EQ(word.edge_count, count_code_points(document.of(word.span)) + 1)
          << document.of(word.span);
    }
  }
  for (size_t i = 1; i < document.lines.size(); ++i) {
    EXPECT_LE(document.lines[i - 1].span.end, document.lines[i].span.begin);
  }
}

TEST(Geometric, TwoColumnsAreReadOneAfterTheOther) {
  PagePainter page;
  page.page();
  page.line(60, 60, "Un titolo sopra le due colonne", {.size = 16, .bold = true});
  // The baselines of the columns do not meet.
  float left = 100, right = 105;
  for (int i = 0; i < 8; ++i, left += 12, right += 12) {
    const std::string number = std::to_string(i);
    page.line(60, left, "sinistra con altre parole di riga s" + number);
    page.line(320, right, "destra con altre parole di riga d" + number);
  }
  const Document document = lay_out_page(page);
  expect_sound(document);
  const auto at = [&](const char* words) { return document.text.find(words); };
  EXPECT_EQ(blocks_of(document)[0], "h: Un titolo sopra le due colonne");
  EXPECT_LT(at("riga s0"), at("riga s7"));
  EXPECT_LT(at("riga s7"), at("riga d0"));
  EXPECT_LT(at("riga d0"), at("riga d7"));
}

TEST(Geometric, ASentenceGoesOnInTheNextColumn) {
  PagePainter page;
  page.page();
  for (int i = 0; i < 8; ++i) {
    const float y = 100 + 12 * static_cast<float>(i);
    page.line(60, y,
              i == 7 ? "sono stati spesi in tutto circa" : "una riga della prima colonna qui");
    page.line(320, y,
              i == 0 ? "quattro milioni di euro ancora" : "una riga dell'altra colonna qui");
  }
  const Document document = lay_out_page(page);
  EXPECT_NE(document.text.find("in tutto circa\nquattro milioni"), std::string::npos);
  EXPECT_EQ(document.blocks.size(), 1u);
}

TEST(Geometric, WordsHyphenatedAtALinesEndAreJoined) {
  struct Case {
    std::string_view first, second, text;
  };
  // The text between the words around them.
  constexpr Case kCases[] = {
      {"cento-", "ventimila", "centoventimila"},
      {"ammini-", "strazione,", "amministrazione,"},
      {"cento\xC2\xAD", "ventimila", "centoventimila"},  // a soft hyphen
      {"2021-", "2027", "2021-\n2027"},                  // digits never join
      {"50-", "60", "50-\n60"},
      {"Emilia-", "Romagna", "Emilia-Romagna"},
      {"Covid-", "19", "Covid-19"},
      {"parola", "seguente", "parola\nseguente"},
      {"http://www.ente.it/a?d=2012-12-", "18&id=10", "http://www.ente.it/a?d=2012-12-18&id=10"},
      {"www.ente.it/dati", "sul/sito", "www.ente.it/datisul/sito"},
      {"http://www.ente.it,", "e/o", "http://www.ente.it,\ne/o"},
      {"socio-", "economico", "socio-economico"},  // stands so in another line
  };
  for (const Case& c : kCases) {
    PagePainter page;
    page.page();
    page.line(60, 76, "il quadro socio-economico delle righe che vengono subito dopo qui");
    page.line(60, 88, std::string(kFull) + " ancora alcune " + std::string(c.first));
    page.line(60, 100, std::string(c.second) + " altre parole di testo corrente nella riga");
    const Document document = lay_out_page(page);
    expect_sound(document);
    const std::string wanted = "alcune " + std::string(c.text) + " altre";
    EXPECT_NE(document.text.find(wanted), std::string::npos) << document.text;
  }
}

TEST(Geometric, AJoinedWordKeepsBothBoxes) {
  PagePainter page;
  page.page();
  const float end = page.line(60, 88, std::string(kFull) + " ancora alcune cento-");
  page.line(60, 100, "ventimila persone in più di prima");
  const Document document = lay_out_page(page);
  const auto at = static_cast<uint32_t>(document.text.find("centoventimila"));
  const Citation citation = cite(document, {at, at + 14});
  ASSERT_EQ(citation.boxes.size(), 2u);
  EXPECT_NEAR(citation.boxes[0].x1, end - 5, 0.1);  // without the hyphen
  EXPECT_NEAR(citation.boxes[1].x0, 60, 0.1);
}

TEST(Geometric, BoxesAreCutAtGlyphEdges) {
  PagePainter page;
  page.page();
  page.line(100, 100, "circa (1.234.567), poi");
  const Document document = lay_out_page(page);
  const auto at = static_cast<uint32_t>(document.text.find("1.234"));
  const Citation citation = cite(document, {at, at + 9});
  ASSERT_EQ(citation.boxes.size(), 1u);
  // "circa" is 25 wide, the space 2.5, the bracket 5.
  EXPECT_NEAR(citation.boxes[0].x0, 132.5, 0.1);
  EXPECT_NEAR(citation.boxes[0].x1, 177.5, 0.1);
  EXPECT_EQ(citation.page, 0u);
  EXPECT_EQ(document.of(citation.quote), "circa (1.234.567), poi");
}

TEST(Geometric, FootnoteMarksAreNoDigitsAndNotesDoNotInterrupt) {
  PagePainter page;
  page.page();
  page.lines(60, 60, {kFull, kFull, kFull});
  const float mark =
      page.line(60, 96, "si contano oltre duecento data center", {.space_after = false});
  const float rest = page.line(mark, 92, "10", {.size = 6});
  page.line(rest + 2.5f, 96, "su 990 censiti in");
  page.line(60, 740, "10", {.size = 6, .space_after = false});
  page.line(67, 743, "Il censimento è del 2019 e riguarda le amministrazioni.", {.size = 8});
  page.page();
  page.lines(60, 60,
             {"tutto il territorio nazionale nel corso di questi ultimi anni.", kFull, kFull});
  const Document document = lay_out_page(page);
  expect_sound(document);
  EXPECT_NE(document.text.find("data center¹⁰ su 990 censiti in"), std::string::npos)
      << document.text;
  const Blocks blocks = blocks_of(document);
  const auto note = std::find_if(blocks.begin(), blocks.end(),
                                 [](const std::string& b) { return b.starts_with("note: "); });
  ASSERT_NE(note, blocks.end());
  EXPECT_EQ(*note, "note: ¹⁰ Il censimento è del 2019 e riguarda le amministrazioni.");
  EXPECT_NE(document.text.find("censiti in\ntutto il territorio"), std::string::npos)
      << document.text;
}

TEST(Geometric, AMarkGluedToANoteIsTakenOff) {
  PagePainter page;
  page.page();
  page.lines(60, 60, {kFull, kFull});
  const float mark = page.line(60, 84, "sono appena 4 milioni.", {.space_after = false});
  page.line(mark, 80, "3", {.size = 6});
  page.line(60, 700, "3Nell'ottobre 2019 gli enti erano circa 3.700.", {.size = 8});
  const Document document = lay_out_page(page);
  expect_sound(document);
  EXPECT_EQ(blocks_of(document).back(), "note: ³ Nell'ottobre 2019 gli enti erano circa 3.700.");
  EXPECT_NE(document.text.find("4 milioni.³"), std::string::npos);
}

TEST(Geometric, AMarkBeforeAnAddressIsTakenOff) {
  PagePainter page;
  page.page();
  page.lines(60, 60, {kFull, kFull});
  const float mark = page.line(60, 84, "sono appena 4 milioni.", {.space_after = false});
  page.line(mark, 80, "3", {.size = 6});
  page.line(60, 700, "3 https://dati.esempio.it/censimento", {.size = 8});
  const Document document = lay_out_page(page);
  expect_sound(document);
  EXPECT_EQ(blocks_of(document).back(), "note: ³ https://dati.esempio.it/censimento");
}

TEST(Geometric, NarrowGuttersPartColumnsWhoseHeadingsDoNotMeet) {
  PagePainter page;
  page.page();
  // Lines 245 wide, ten points apart, as in a paper set in two columns.
  constexpr std::string_view kLine = "parole di una riga di colonna, larga tanto quanto";
  float left = 112, right = 112;
  page.line(60, 100, "1 I residenti", {.size = 13, .bold = true});
  page.line(317, 100, "3 Le migrazioni", {.size = 13, .bold = true});
  for (int i = 0; i < 7; ++i) left = page.lines(60, left, {kLine});
  for (int i = 0; i < 5; ++i) right = page.lines(317, right, {kLine});
  page.line(60, left + 8, "2 Le nascite", {.size = 13, .bold = true});
  page.line(317, right + 8, "4 La vita media", {.size = 13, .bold = true});
  for (int i = 0; i < 6; ++i) page.line(60, left + 22 + 12 * static_cast<float>(i), kLine);
  for (int i = 0; i < 8; ++i) page.line(317, right + 22 + 12 * static_cast<float>(i), kLine);
  const Document document = lay_out_page(page);
  std::string headings;
  for (const Block& block : document.blocks) {
    if (block.role == BlockRole::kHeading) headings += document.of(block.span).substr(0, 1);
  }
  EXPECT_EQ(headings, "1234");
}

TEST(Geometric, RunningTextAndPageNumbersAreToldByComingBack) {
  PagePainter page;
  for (int i = 0; i < 4; ++i) {
    page.page();
    page.line(60, 30, "Relazione annuale " + std::to_string(2020 + i), {.size = 8});
    page.lines(60, 130, {kFull, kFull, kFull, "e basta."});
    page.line(300, 780, std::to_string(7 + i), {.size = 8});
  }
  const Blocks blocks = blocks_of(lay_out_page(page));
  EXPECT_EQ(std::count(blocks.begin(), blocks.end(), "foot: 8"), 1);
  EXPECT_EQ(std::count(blocks.begin(), blocks.end(), "head: Relazione annuale 2021"), 1);
  EXPECT_EQ(std::count_if(blocks.begin(), blocks.end(),
                          [](const std::string& b) { return b.starts_with("p: "); }),
            4);
}

TEST(Geometric, TheNumberOfAnOnlyPageIsOne) {
  PagePainter page;
  page.page();
  page.lines(60, 130, {kFull, kFull, "e basta."});
  page.line(300, 400, "1");
  EXPECT_EQ(blocks_of(lay_out_page(page)).back(), "foot: 1");
}

TEST(Geometric, NumbersThatDoNotCountPagesAreNoPageNumbers) {
  PagePainter page;
  for (const char* number : {"1250", "37", "480"}) {
    page.page();
    page.lines(60, 130, {kFull, kFull, kFull});
    page.line(60, 780, number);
  }
  for (const std::string& block : blocks_of(lay_out_page(page))) {
    EXPECT_TRUE(block.starts_with("p: ")) << block;
  }
}

TEST(Geometric, ListsHaveLeadsAndLevelsHaveParents) {
  PagePainter page;
  page.page();
  page.line(60, 60, "1. Il quadro", {.size = 16, .bold = true});
  float y = page.lines(60, 90, {kFull, kFull, "e le misure sono tre:"});
  y = page.lines(72, y,
                 {"• la prima misura vale 30 milioni;", "• la seconda misura vale 20 milioni;",
                  "• la terza misura."});
  page.line(60, y + 12, "1.1 Le risorse", {.size = 13, .bold = true});
  page.lines(60, y + 36, {kFull, kFull, "e fine."});
  const Document document = lay_out_page(page);
  expect_sound(document);
  const Blocks wanted = {
      "h: 1. Il quadro",
      "p: " + std::string(kFull) + "|" + std::string(kFull) + "|e le misure sono tre:",
      "li: • la prima misura vale 30 milioni;",
      "li: • la seconda misura vale 20 milioni;",
      "li: • la terza misura.",
      "h: 1.1 Le risorse",
      "p: " + std::string(kFull) + "|" + std::string(kFull) + "|e fine."};
  EXPECT_EQ(blocks_of(document), wanted);
  for (size_t i = 2; i <= 4; ++i) EXPECT_EQ(document.blocks[i].lead, 1u);
  EXPECT_EQ(document.blocks[0].level, 1);
  EXPECT_EQ(document.blocks[5].level, 2);
  EXPECT_EQ(document.blocks[5].heading, 0u);
  EXPECT_EQ(document.blocks[6].heading, 5u);
}

TEST(Geometric, ParagraphsPartAtGapsIndentsAndShortLines) {
  PagePainter page;
  page.page();
  float y = page.lines(60, 60, {kFull, "riga corta che finisce."});
  y = page.lines(60, y, {"Un altro capoverso di testo corrente che riempie la riga", "e poi va."});
  page.lines(60, y + 10, {"Dopo uno spazio viene un capoverso di testo che riempie", "la pagina."});
  const Blocks blocks = blocks_of(lay_out_page(page));
  ASSERT_EQ(blocks.size(), 3u);
  EXPECT_TRUE(blocks[1].starts_with("p: Un altro"));
  EXPECT_TRUE(blocks[2].starts_with("p: Dopo uno"));
}

TEST(Geometric, ANumberAndItsUnitPartedByTheLineEndStayInOneBlock) {
  PagePainter page;
  page.page();
  page.line(60, 60, std::string(kFull) + " per 591,5");
  page.line(60, 72, "milioni di euro in tutto il periodo considerato finora.");
  const Document document = lay_out_page(page);
  EXPECT_EQ(document.blocks.size(), 1u);
  EXPECT_NE(document.text.find("591,5\nmilioni di euro"), std::string::npos);
}

TEST(Geometric, WideSpacesOfJustifiedTextAreSpaces) {
  PagePainter page;
  page.page();
  page.line(60, 60, std::string(kFull) + " poi si va a capo qui sotto");
  page.line(60, 72, "righe molto distese di testo", {.space = 3.2f});
  page.line(60, 84, "e poi finisce.");
  const Document document = lay_out_page(page);
  EXPECT_NE(document.text.find("righe molto distese di testo"), std::string::npos) << document.text;
}

TEST(Geometric, LettersSetApartAreOneWord) {
  PagePainter page;
  page.page();
  page.line(60, 60, "R E L A Z I O N E", {.size = 20, .space = 0.3f});
  page.lines(60, 100, {kFull, kFull, "fine."});
  const Document document = lay_out_page(page);
  expect_sound(document);
  EXPECT_NE(document.text.find("RELAZIONE"), std::string::npos) << document.text;
}

TEST(Geometric, LettersAreSpelledOneWay) {
  struct Case {
    std::string_view painted, text;
  };
  constexpr Case kCases[] = {
      {"e\xEF\xAC\x83"
       "ciente",
       "efficiente"},                        // the ffi ligature
      {"citta\xCC\x80", "città"},            // a combining accent
      {"am\xC2\xADministra", "amministra"},  // a soft hyphen inside a line
      {"\xEF\x80\xA3"
       "voce",
       "voce"},  // a private-use glyph
      {"1\xC2\xA0"
       "234",
       "1\xC2\xA0"
       "234"},  // a no-break space stays
      {"1\xE2\x80\x89"
       "234",
       "1\xE2\x80\x89"
       "234"},
  };
  for (const Case& c : kCases) {
    PagePainter page;
    page.page();
    page.line(60, 60, "prima " + std::string(c.painted) + " dopo");
    const Document document = lay_out_page(page);
    expect_sound(document);
    EXPECT_EQ(document.text, "prima " + std::string(c.text) + " dopo");
  }
}

TEST(Geometric, WordsPrintedTwiceOnOneSpotAreReadOnce) {
  PagePainter page;
  page.page();
  page.line(60, 60, "Totale 1.234 euro");
  page.line(60.4f, 60.3f, "Totale 1.234 euro");
  EXPECT_EQ(lay_out_page(page).text, "Totale 1.234 euro");
}

TEST(Geometric, APageTurnedIsReadUprightAndKeepsItsBoxes) {
  PagePainter page;
  page.page(600, 800);
  for (int i = 0; i < 4; ++i) {
    page.line(60, 60 + 12 * static_cast<float>(i), kFull, {.rotation = 90});
  }
  page.line(60, 108, "in tutto 7.195 comuni.", {.rotation = 90});
  const Document document = lay_out_page(page);
  expect_sound(document);
  EXPECT_EQ(document.blocks.size(), 1u) << document.text;
  const auto at = static_cast<uint32_t>(document.text.find("7.195"));
  const Citation citation = cite(document, {at, at + 5});
  ASSERT_EQ(citation.boxes.size(), 1u);
  // Runs down the page, 108 points from its right edge.
  EXPECT_NEAR(citation.boxes[0].x1, 600 - 100, 0.1);
  EXPECT_NEAR(citation.boxes[0].y1 - citation.boxes[0].y0, 25, 0.1);
}

TEST(Geometric, PartsOfARowStandApart) {
  PagePainter page;
  page.page();
  page.lines(60, 60, {kFull, kFull, "fine."});
  page.line(60, 140, "Prot. n. 123");
  page.line(400, 140, "Palermo, 12 marzo");
  const Blocks blocks = blocks_of(lay_out_page(page));
  EXPECT_EQ(blocks.back(), "p: Prot. n. 123>Palermo, 12 marzo");
}

// Whatever words stand wherever, none is lost and every span holds.
TEST(Geometric, WordsAtRandomPlacesAreAllKept) {
  constexpr std::string_view kWords[] = {"parola", "12",           "1.234,5", "fine.",  "•",
                                         "a)",     "cento-",       "3",       "Totale", "€",
                                         "2021-",  "citt\xC3\xA0", "....",    "IV"};
  constexpr float kSizes[] = {4, 6, 8, 10, 10, 10, 12, 18, 40};
  std::mt19937 random(7);
  for (int round = 0; round < 150; ++round) {
    PagePainter page;
    size_t painted = 0;
    for (int p = 0; p < 3; ++p) {
      page.page();
      const int count = static_cast<int>(random() % 120);
      for (int i = 0; i < count; ++i, ++painted) {
        // Half of the words keep to lines, the others stand anywhere.
        const bool tidy = random() % 2 == 0;
        const auto x = static_cast<float>(random() % 560);
        const auto y = static_cast<float>(tidy ? 20 + random() % 50 * 15 : random() % 790);
        page.line(x, y, kWords[random() % std::size(kWords)],
                  {.size = kSizes[random() % std::size(kSizes)],
                   .bold = random() % 5 == 0,
                   .space_after = random() % 4 != 0,
                   .rotation = static_cast<uint16_t>(random() % 12 == 0 ? 90 : 0)});
      }
    }
    const Document document = lay_out_page(page);
    expect_sound(document);
    // A word may be written as two (a mark and its note), and left out where it is printed twice.
    EXPECT_GE(document.words.size() + painted / 10, painted);
    for (const Word& word : document.words) {
      const Citation citation = cite(document, word.span);
      EXPECT_EQ(citation.boxes.size(), 1u);
    }
  }
}

TEST(Geometric, PagesWithoutWordsAndWordsWithoutGlyphsAreNoTrouble) {
  PagePainter empty;
  empty.page().page();
  const Document none = lay_out_page(empty);
  EXPECT_EQ(none.pages.size(), 2u);
  EXPECT_TRUE(none.text.empty());

  PagePainter page;
  page.page();
  page.line(60, 60, "parole senza glifi 42 qui");
  Reading reading = page.take();
  reading.edges.clear();
  for (ReadWord& word : reading.words) {
    word.edge_count = 0;
    word.font_size = 0;
    word.box = {0, 0, 0, 0};
  }
  EXPECT_EQ(lay_out_geometric(std::move(reading)).words.size(), 5u);
}

}  // namespace
}  // namespace cifra
