// Which lines are a table of contents, and which only look like one.

#include "core/layout/contents.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace cifra {
namespace {

struct Case {
  const char* name;
  std::vector<std::string> blocks;
  std::vector<bool> contents;
};

const std::vector<Case> kCases = {
    {"dots speak for themselves", {"2.1 Premessa ........ 3", "Segue il testo."}, {true, false}},
    {"dots without a page", {"1. INTRODUZIONE .......", "Il testo..."}, {true, false}},
    {"tabs need company",
     {"Premessa\t1", "Le risorse\t3", "Le misure\t7", "I tempi\t7", "Conclusioni\t12"},
     {true, true, true, true, true}},
    {"pages rise",
     {"Nord\t12", "Centro\t7", "Sud\t15", "Isole\t3", "Totale\t37"},
     {false, false, false, false, false}},
    {"values beyond the document",
     {"Nord\t120", "Centro\t700", "Sud\t800", "Isole\t900", "Totale\t2520"},
     {false, false, false, false, false}},
    {"too few", {"Premessa\t1", "Le risorse\t3"}, {false, false}},
    {"prose", {"Nel 2019 erano 12", "Oggi sono 15"}, {false, false}},
};

TEST(Contents, LinesAreTold) {
  for (const Case& c : kCases) {
    Document document;
    document.pages.resize(20);
    for (const std::string& text : c.blocks) {
      Block block;
      block.span.begin = static_cast<uint32_t>(document.text.size());
      document.text += text;
      block.span.end = static_cast<uint32_t>(document.text.size());
      document.blocks.push_back(block);
      document.text += "\n\n";
    }
    EXPECT_EQ(contents_lines(document), c.contents) << c.name;
  }
}

}  // namespace
}  // namespace cifra
