// reader-pdf across the plugin boundary: words and boxes of good files, plain reasons for bad ones.

#include <dlfcn.h>
#include <gtest/gtest.h>

#include <string>

#include "core/plugin/cifra_plugin.h"
#include "core/plugin/reading_sink.h"
#include "tests/paths.h"
#include "tests/plugin/small_pdf.h"

namespace cifra {
namespace {

cifra_string pass(std::string_view text) { return {text.data(), text.size()}; }

class ReaderPdf : public testing::Test {
 protected:
  void SetUp() override {
    library_ = dlopen((build_folder() / "plugins/reader-pdf.so").c_str(), RTLD_NOW | RTLD_LOCAL);
    ASSERT_NE(library_, nullptr) << dlerror();
    entry_ = static_cast<const cifra_plugin_entry*>(dlsym(library_, "cifra_plugin"));
    ASSERT_NE(entry_, nullptr);
    reader_ = static_cast<const cifra_reader_1*>(entry_->get_interface(CIFRA_READER_1));
    ASSERT_NE(reader_, nullptr);
    instance_ = entry_->create(nullptr);
  }
  void TearDown() override { entry_->destroy(instance_); }

  cifra_status read(std::string_view bytes) {
    reason_.clear();
    const cifra_error error{sizeof error, &reason_, [](void* context, cifra_string reason) {
                              static_cast<std::string*>(context)->assign(reason.data, reason.size);
                            }};
    ReadingSink sink(1 << 24);
    const cifra_reader_sink table = sink.table();
    const cifra_status status =
        reader_->read(instance_, pass(bytes), pass("a.pdf"), &table, &error);
    EXPECT_EQ(sink.fault(), "");
    reading_ = sink.take();
    return status;
  }
  std::string words() const {
    std::string out;
    for (const ReadWord& word : reading_.words) {
      out += word.text.of(reading_.text);
      if (word.space_after) out += ' ';
    }
    return out;
  }

  void* library_ = nullptr;
  const cifra_plugin_entry* entry_ = nullptr;
  const cifra_reader_1* reader_ = nullptr;
  void* instance_ = nullptr;
  std::string reason_;
  Reading reading_;
};

TEST_F(ReaderPdf, WordsComeWithBoxesAndGlyphEdges) {
  ASSERT_EQ(read(small_pdf({{shown(72, 700, "Sono 1.234 comuni")}})), CIFRA_OK) << reason_;
  ASSERT_EQ(reading_.words.size(), 3u);
  const ReadWord& number = reading_.words[1];
  EXPECT_EQ(number.text.of(reading_.text), "1.234");
  EXPECT_EQ(number.edge_count, 6);
  EXPECT_FLOAT_EQ(number.font_size, 12);
  // Helvetica: "Sono " is 0.667 + 2·0.556 + 0.556 + 0.278 em wide.
  EXPECT_NEAR(number.box.x0, 72 + 12 * 2.613, 0.1);
  EXPECT_NEAR(reading_.edges[number.first_edge + 1] - number.box.x0, 12 * 0.556, 0.1);
  // The baseline is 142 points below the page's top.
  EXPECT_LT(number.box.y0, 142);
  EXPECT_GT(number.box.y1, 142);
  EXPECT_LT(number.box.y1 - number.box.y0, 17);
}

TEST_F(ReaderPdf, BoxesCountFromTheCropBoxAsDisplayed) {
  const std::string text = shown(172, 600, "qui");
  ASSERT_EQ(read(small_pdf({{text, "/CropBox [100 100 500 700]"}})), CIFRA_OK);
  EXPECT_NEAR(reading_.pages[0].width, 400, 0.1);
  EXPECT_NEAR(reading_.pages[0].height, 600, 0.1);
  EXPECT_NEAR(reading_.words[0].box.x0, 72, 0.1);
  EXPECT_NEAR((reading_.words[0].box.y0 + reading_.words[0].box.y1) / 2, 97, 3);

  ASSERT_EQ(read(small_pdf({{text, "/CropBox [100 100 500 700] /Rotate 90"}})), CIFRA_OK);
  EXPECT_NEAR(reading_.pages[0].width, 600, 0.1);
  EXPECT_NEAR(reading_.pages[0].height, 400, 0.1);
  // Turned clockwise: what was 72 from the left is 72 from the top, and the text runs down.
  EXPECT_EQ(reading_.words[0].rotation, 90);
  EXPECT_NEAR(reading_.words[0].box.y0, 72, 0.1);
}

TEST_F(ReaderPdf, BoldAndMetadataAreRead) {
  std::string file =
      small_pdf({{shown(72, 700, "Titolo")}}, "/Title (Relazione annuale) /Producer (Prova 1.0)");
  file.replace(file.find("/Helvetica"), 10, "/Times-Bold");
  ASSERT_EQ(read(file), CIFRA_OK) << reason_;
  EXPECT_TRUE(reading_.words.at(0).bold);
  EXPECT_EQ(reading_.metadata.title, "Relazione annuale");
  EXPECT_EQ(reading_.metadata.producer, "Prova 1.0");
}

TEST_F(ReaderPdf, TitlesOfProgramsAreLeftOut) {
  for (const char* title :
       {"Microsoft Word - nota.doc", "untitled", "Presentazione standard di PowerPoint",
        "bozza_3.indd", "Documento1", "12"}) {
    ASSERT_EQ(read(small_pdf({{shown(72, 700, "Testo")}}, "/Title (" + std::string(title) + ")")),
              CIFRA_OK);
    EXPECT_EQ(reading_.metadata.title, "") << title;
  }
}

TEST_F(ReaderPdf, BadFilesAreRefusedWithAReason) {
  const std::string good = small_pdf({{shown(72, 700, "Testo di prova")}});
  struct Case {
    std::string bytes;
    const char* reason;
  };
  const Case kCases[] = {
      {"", "the file is empty"},
      {"<html>non un PDF</html>", "not a PDF"},
      {std::string(5000, 'x'), "not a PDF"},
      {good.substr(0, good.size() / 2), "cut short"},
      {good.substr(0, good.size() - 40), "cut short"},
      {"%PDF-1.4\nstartxref\n99999\n%%EOF\n", "damaged"},
      {small_pdf({{""}}), "no text layer"},
      {small_pdf({{"q 595 0 0 842 0 0 cm /Im1 Do Q"}}, "", true), "pictures"},
  };
  for (const Case& c : kCases) {
    EXPECT_EQ(read(c.bytes), CIFRA_FAILED) << c.reason;
    EXPECT_NE(reason_.find(c.reason), std::string::npos) << reason_;
    EXPECT_TRUE(reading_.words.empty());
  }
}

TEST_F(ReaderPdf, AnythingAfterTheEndIsNoDamage) {
  const std::string good = small_pdf({{shown(72, 700, "Testo di prova")}});
  EXPECT_EQ(read(good + std::string(3000, '\0')), CIFRA_OK) << reason_;
  EXPECT_EQ(read("\r\n" + good), CIFRA_OK) << reason_;
}

TEST_F(ReaderPdf, AStampOnAScanIsNoTextLayer) {
  const std::string picture = "q 595 0 0 842 0 0 cm /Im1 Do Q\n";
  const std::string stamp = shown(400, 825, "Prot. 0012345 del 12/04/2020", 8);
  EXPECT_EQ(read(small_pdf({{picture + stamp}, {picture + stamp}}, "", true)), CIFRA_FAILED);
  EXPECT_NE(reason_.find("pictures"), std::string::npos) << reason_;
  // With text on another page the document is read, and says what is missing.
  EXPECT_EQ(
      read(small_pdf({{shown(72, 500, "Testo della prima pagina")}, {picture + stamp}}, "", true)),
      CIFRA_OK);
  EXPECT_EQ(words(), "Testo della prima pagina");
  ASSERT_EQ(reading_.warnings.size(), 1u);
  EXPECT_EQ(reading_.warnings[0], "page 2: no text layer but a stamp or number in the margin");
  // The same words in a file without pictures are all there is.
  EXPECT_EQ(read(small_pdf({{stamp}})), CIFRA_OK);
}

TEST_F(ReaderPdf, PagesWithoutTextAreNamedUnlessTheyAreBlank) {
  const SmallPage text{shown(72, 700, "Sono 12")}, blank{""}, drawing{"100 100 300 200 re f"},
      picture{"q 595 0 0 842 0 0 cm /Im1 Do Q"};
  ASSERT_EQ(read(small_pdf({text, blank, drawing, picture, picture, text, picture}, "", true)),
            CIFRA_OK);
  ASSERT_EQ(reading_.warnings.size(), 1u);
  EXPECT_EQ(reading_.warnings[0], "pages 3-5 and 7: no text layer, only a picture or a drawing");
  ASSERT_EQ(read(small_pdf({text, blank}, "", true)), CIFRA_OK);
  EXPECT_TRUE(reading_.warnings.empty());
}

// Letters moved down by 29, as a font without a character map shows them.
std::string shifted(std::string_view text) {
  std::string out;
  for (const char c : text) out += c > 61 ? static_cast<char>(c - 29) : c == ' ' ? ' ' : 'x';
  return out;
}

TEST_F(ReaderPdf, AnOutputIntentChangesNothing) {
  const std::string intent = "/OutputIntents [<< /S /GTS_PDFA1 /DestOutputProfile 5 0 R >>]";
  ASSERT_EQ(read(small_pdf({{shown(72, 700, "Sono 12")}, {shown(72, 700, "e 15")}}, "/Title (Dati)",
                           false, intent)),
            CIFRA_OK)
      << reason_;
  EXPECT_EQ(words(), "Sono 12e 15");
  EXPECT_EQ(reading_.metadata.title, "Dati");
}

TEST_F(ReaderPdf, ShiftedLettersAreNoText) {
  constexpr std::string_view kProse[] = {
      "riepilogo dei casi confermati nella settimana in corso",
      "numero di persone ricoverate nelle regioni del territorio",
      "andamento della situazione epidemiologica per provincia"};
  std::string plain, garbled;
  int y = 700;
  for (const std::string_view line : kProse) {
    plain += shown(72, y, line);
    garbled += shown(72, y, shifted(line));
    y -= 20;
  }
  EXPECT_EQ(read(small_pdf({{plain}})), CIFRA_OK) << reason_;
  EXPECT_EQ(read(small_pdf({{garbled}})), CIFRA_FAILED);
  EXPECT_NE(reason_.find("not text"), std::string::npos) << reason_;
}

TEST_F(ReaderPdf, BytesChangedAtRandomNeverEndTheProgram) {
  const std::string good =
      small_pdf({{shown(72, 700, "Sono 1.234 comuni su 7.904")}, {shown(72, 700, "e poi altri")}});
  uint32_t random = 1;
  for (int i = 0; i < 300; ++i) {
    std::string damaged = good;
    for (int k = 0; k < 8; ++k) {
      random = random * 1664525u + 1013904223u;
      damaged[(random >> 8) % damaged.size()] = static_cast<char>(random >> 24);
    }
    const cifra_status status = read(damaged);
    EXPECT_TRUE(status == CIFRA_OK || (status == CIFRA_FAILED && !reason_.empty()));
  }
}

}  // namespace
}  // namespace cifra
