// Which paragraphs are rows below a caption, and which only look like them.

#include "core/layout/row_captions.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace cifra {
namespace {

struct Case {
  const char* name;
  std::vector<std::string> blocks;
  std::vector<std::string> captions;
};

const std::vector<Case> kCases = {
    {"rows on lines",
     {"Incassi per anno (in milioni)", "2019 16,4", "2020 17,6 (+7,3%)", "Segue il testo."},
     {"", "Incassi per anno (in milioni)", "Incassi per anno (in milioni)", ""}},
    {"names and numbers in turns",
     {"Testo prima.", "Numero di furti", "LAZIO", "231", "MOLISE", "13"},
     {"", "", "", "Numero di furti\nLAZIO", "Numero di furti\nLAZIO", "Numero di furti\nLAZIO"}},
    {"one row is none", {"Incassi per anno", "2019 16,4"}, {"", ""}},
    {"rows without a caption", {"Testo prima.", "Lazio 20", "Molise 3"}, {"", "", ""}},
    {"prose", {"Gli incassi calano.", "Nel 2019 erano 16.", "Nel 2020 sono 17."}, {"", "", ""}},
};

TEST(RowCaptions, LeadTheirRows) {
  for (const Case& c : kCases) {
    Document document;
    for (const std::string& text : c.blocks) {
      if (!document.text.empty()) document.text += '\n';
      Block block;
      block.span.begin = static_cast<uint32_t>(document.text.size());
      document.text += text;
      block.span.end = static_cast<uint32_t>(document.text.size());
      document.blocks.push_back(block);
    }
    const std::vector<Span> captions = row_captions(document);
    for (size_t i = 0; i < c.captions.size(); ++i) {
      EXPECT_EQ(document.of(captions[i]), c.captions[i]) << c.name << ", block " << i;
    }
  }
}

TEST(RowCaptions, DocumentsWithPagesHaveTables) {
  Document document;
  document.pages.resize(1);
  document.text = "Incassi\n2019 16\n2020 17";
  for (const Span span : {Span{0, 7}, Span{8, 15}, Span{16, 23}}) {
    Block block;
    block.span = span;
    document.blocks.push_back(block);
  }
  for (const Span& caption : row_captions(document)) EXPECT_TRUE(caption.empty());
}

}  // namespace
}  // namespace cifra
