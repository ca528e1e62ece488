// What goes into the archive comes out of it; damaged bytes are refused, never read.

#include "core/document/archive.h"

#include <gtest/gtest.h>

#include <random>
#include <stdexcept>

namespace cifra {
namespace {

Document example() {
  Document document;
  document.text = "Tabella 1\n\nNord\t12\nSud\t7\n\nUna città ha 1.234 abitanti.";
  document.metadata = {"Titolo",          "Ente", "2021-01-20",  "https://example.org",
                       "application/pdf", "P",    "reader-pdf 1"};
  document.warnings = {"page 3 has no text layer"};
  document.pages = {{595.276f, 841.89f, {0, 55}}, {841.89f, 595.276f, {55, 55}}};
  document.styles = {{10, false, true, 0}, {12.5f, true, false, 270}};
  document.blocks = {{BlockRole::kCaption, 0, {0, 9}, 0, kNoIndex, kNoIndex, 0},
                     {BlockRole::kTable, 0, {11, 24}, 0, kNoIndex, kNoIndex, 0},
                     {BlockRole::kParagraph, 0, {26, 55}, 0, kNoIndex, kNoIndex, kNoIndex}};
  document.lines = {{{26, 55}, 0, {60.25f, 100.5f, 200, 110.75f}}};
  document.words = {{{26, 29}, 0, {60.25f, 100.5f, 75, 110.75f}, 0, 4, 1},
                    {{30, 36}, 0, {78, 100.5f, 99, 110.75f}, 4, 0, 0}};
  document.edges = {60.25f, 65, 70, 75};
  Table table;
  table.span = {11, 24};
  table.caption = 0;
  table.notes = {2};
  table.rows = 2;
  table.columns = 2;
  table.head_columns = 1;
  table.confidence = 0.87f;
  table.cells = {{0, 0, 1, 1, true, {11, 15}, 0, {1, 2, 3, 4}},
                 {0, 1, 1, 1, false, {16, 18}, kNoIndex, {}},
                 {1, 0, 1, 2, true, {19, 22}, 0, {1.5f, 2, 3, 4}}};
  document.tables = {table};
  return document;
}

TEST(Archive, RoundsAsItSays) {
  Document in = example();
  in.words[0].box = {60.123f, 100.456f, 75.789f, 110.011f};
  in.tables[0].cells[0].box = {1.005f, 2.004f, 3.333f, 4.567f};
  const Document out = from_archive(to_archive(in));
  round_to_archive(in);
  EXPECT_EQ(out.words[0].box.x0, in.words[0].box.x0);
  EXPECT_EQ(out.words[0].box.y1, in.words[0].box.y1);
  EXPECT_EQ(out.tables[0].cells[0].box.x1, in.tables[0].cells[0].box.x1);
  EXPECT_EQ(out.edges, in.edges);
}

TEST(Archive, GivesBackWhatItTook) {
  const Document in = example();
  const Document out = from_archive(to_archive(in));
  EXPECT_EQ(out.text, in.text);
  EXPECT_EQ(out.metadata.title, in.metadata.title);
  EXPECT_EQ(out.metadata.producer, in.metadata.producer);
  EXPECT_EQ(out.metadata.published_on, in.metadata.published_on);
  EXPECT_EQ(out.metadata.reader, in.metadata.reader);
  EXPECT_EQ(out.warnings, in.warnings);
  ASSERT_EQ(out.pages.size(), 2u);
  EXPECT_EQ(out.pages[0].width, in.pages[0].width);
  EXPECT_EQ(out.pages[1].span, in.pages[1].span);
  ASSERT_EQ(out.styles.size(), 2u);
  EXPECT_EQ(out.styles[1].rotation, 270);
  EXPECT_TRUE(out.styles[1].bold);
  EXPECT_TRUE(out.styles[0].italic);
  ASSERT_EQ(out.blocks.size(), 3u);
  EXPECT_EQ(out.blocks[0].role, BlockRole::kCaption);
  EXPECT_EQ(out.blocks[0].table, 0u);
  EXPECT_EQ(out.blocks[2].table, kNoIndex);
  ASSERT_EQ(out.words.size(), 2u);
  EXPECT_EQ(out.words[0].span, in.words[0].span);
  EXPECT_EQ(out.words[0].edge_count, 4);
  EXPECT_EQ(out.words[0].style, 1);
  EXPECT_NEAR(out.words[0].box.x0, 60.25f, 0.006);
  EXPECT_EQ(out.edges.size(), 4u);
  EXPECT_NEAR(out.edges[2], 70, 0.006);
  ASSERT_EQ(out.tables.size(), 1u);
  EXPECT_EQ(out.tables[0].notes, in.tables[0].notes);
  EXPECT_EQ(out.tables[0].confidence, 0.87f);
  ASSERT_EQ(out.tables[0].cells.size(), 3u);
  EXPECT_EQ(out.tables[0].cells[2].column_span, 2);
  EXPECT_EQ(out.tables[0].cells[1].page, kNoIndex);
  EXPECT_EQ(from_archive(to_archive(in, Packing::kNone)).text, in.text);
  // Once read, a document is archived the same again.
  EXPECT_EQ(to_archive(out), to_archive(from_archive(to_archive(out))));
}

TEST(Archive, AnEmptyDocumentIsADocument) {
  EXPECT_EQ(from_archive(to_archive(Document{})).text, "");
}

void expect_damage_is_refused(const std::string& whole) {
  for (size_t size = 0; size < whole.size(); ++size) {
    EXPECT_THROW(from_archive(std::string_view(whole).substr(0, size)), std::runtime_error) << size;
  }
  std::string newer = whole;
  newer[4] = 9;
  EXPECT_THROW(from_archive(newer), std::runtime_error);
  std::mt19937 random(1);
  for (int i = 0; i < 2000; ++i) {
    std::string damaged = whole;
    for (int k = 0; k < 3; ++k) damaged[random() % damaged.size()] = static_cast<char>(random());
    try {
      const Document document = from_archive(damaged);
      for (const Block& block : document.blocks) EXPECT_LE(block.span.end, document.text.size());
    } catch (const std::runtime_error&) {
    }
  }
}

TEST(Archive, DamagedBytesAreRefused) {
  for (const Packing packing : {Packing::kNone, Packing::kCompressed}) {
    expect_damage_is_refused(to_archive(example(), packing));
  }
}

TEST(Archive, IsToldByItsFirstBytes) {
  const std::string archive = to_archive(Document());
  EXPECT_TRUE(is_archive(archive));
  for (size_t size = 0; size < 5; ++size) EXPECT_FALSE(is_archive(archive.substr(0, size))) << size;
  EXPECT_FALSE(is_archive("CIFD\x80"));
}

}  // namespace
}  // namespace cifra
