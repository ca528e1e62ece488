#include "tools/cifra/table.h"

#include <gtest/gtest.h>

#include <sstream>

#include "tools/cifra/fact_block.h"

namespace cifra::command {
namespace {

const std::vector<Column> kColumns = {
    {"time"}, {"value", true}, {"what", false, true}, {"document", false, true}, {"fact"}};
const std::vector<std::vector<std::string>> kRows = {
    {"2019-09", "4 milioni", "persone con la stessa credenziale di accesso ai servizi",
     "servizi-digitali-2021.pdf, page 1", "4dd99705"},
    {"2021-01", "16,4 milioni", "cittadini", "nota.txt", "910f2f00"}};

std::string table(size_t width) {
  std::ostringstream out;
  Terminal terminal;
  terminal.width = width;
  print_table(kColumns, kRows, out, terminal);
  return std::string("\n").append(out.str());
}

TEST(Table, HasARowALineWhereThereIsRoom) {
  EXPECT_EQ(table(140), R"(
time            value  what                                                     document                           fact
2019-09     4 milioni  persone con la stessa credenziale di accesso ai servizi  servizi-digitali-2021.pdf, page 1  4dd99705
2021-01  16,4 milioni  cittadini                                                nota.txt                           910f2f00
)");
}

TEST(Table, PutsSentencesBelowWhereThereIsNone) {
  EXPECT_EQ(table(80), R"(
time            value  fact
    what · document
2019-09     4 milioni  4dd99705
    persone con la stessa credenziale di accesso ai servizi ·
    servizi-digitali-2021.pdf, page 1
2021-01  16,4 milioni  910f2f00
    cittadini · nota.txt
)");
}

FactRow spid() {
  FactRow fact;
  fact.id = "910f2f0012345678";
  fact.value = "16400000";
  fact.kind = "count";
  fact.counted = "cittadini";
  fact.subject = "cittadini dotati di Spid";
  fact.approximation = "over";
  fact.time = "2021-01";
  fact.time_source = "document_date";
  fact.quote =
      "I cittadini che usano Spid per entrare nei servizi delle amministrazioni sono oltre 16 "
      "milioni e 400mila, dice la nota.";
  fact.mark_begin = static_cast<uint32_t>(fact.quote.find("16"));
  fact.mark_end = static_cast<uint32_t>(fact.quote.find(','));
  fact.page = 3;
  fact.document.path = "/atti/nota.pdf";
  fact.document.published_on = "2021-01-20";
  return fact;
}

std::string block(const FactRow& fact, bool colours = false) {
  std::ostringstream out;
  Terminal terminal;
  terminal.width = 80;
  terminal.colours = colours;
  print_block(block_of(fact, " 1  "), out, terminal);
  return std::string("\n").append(out.str());
}

TEST(FactBlock, SaysWhatWhenInWhichWordsAndWhere) {
  EXPECT_EQ(block(spid()), R"(
 1  oltre 16,4 milioni di cittadini · 2021-01 (date of the document)
    cittadini dotati di Spid
    I cittadini che usano Spid per entrare nei servizi delle amministrazioni
    sono oltre «16 milioni e 400mila», dice la nota.
    nota.pdf, page 3, of 2021-01-20 · fact 910f2f00
)");
}

TEST(FactBlock, NamesTheHeadsOfACellAndWhatIsGone) {
  FactRow fact = spid();
  fact.value = "1234";
  fact.counted = fact.subject = "casi";
  fact.approximation = fact.time = "";
  fact.whole = "7903";
  fact.row = "Lombardia / Milano";
  fact.column = "Totale casi";
  fact.quote = "Milano 1.234";
  fact.mark_begin = 7;
  fact.mark_end = 12;
  fact.document.missing = true;
  fact.document.published_on = "";
  EXPECT_EQ(block(fact), R"(
 1  1.234 casi su 7.903
    Lombardia / Milano · Totale casi
    Milano «1.234»
    nota.pdf, page 3 (gone) · fact 910f2f00
)");
}

TEST(FactBlock, CutsASubjectThatFillsAPageAndKeepsAnIdWhole) {
  FactRow fact = spid();
  for (int i = 0; i < 40; ++i) fact.subject += " dei Comuni";
  fact.document.path = "/atti/" + std::string(38, 'n') + ".pdf";
  const std::string shown = block(fact);
  EXPECT_NE(shown.find("dei Comuni …\n    I cittadini"), std::string::npos) << shown;
  EXPECT_NE(shown.find(" ·\n    fact\u00A0910f2f00\n"), std::string::npos) << shown;
}

TEST(FactBlock, MarksTheFigureOnEveryLineItRunsOver) {
  FactRow fact = spid();
  fact.quote = std::string(70, 'x') + " 16 milioni e 400mila";
  fact.mark_begin = 71;
  fact.mark_end = static_cast<uint32_t>(fact.quote.size());
  const std::string shown = block(fact, true);
  EXPECT_NE(shown.find(" \x1b[1m16\x1b[0m\n    \x1b[1mmilioni e 400mila\x1b[0m\n"),
            std::string::npos)
      << shown;
}

struct Quantity {
  FactRow fact;
  const char* words;
};

FactRow quantity(const char* value, const char* unit, const char* counted, const char* per) {
  FactRow fact;
  fact.value = value;
  fact.unit = unit;
  fact.counted = counted;
  fact.per = per;
  return fact;
}

TEST(FactBlock, WritesQuantitiesAsItaliansDo) {
  const Quantity kQuantities[] = {
      {quantity("16400000", "", "cittadini", ""), "16,4 milioni di cittadini"},
      {quantity("7195", "", "Comuni", ""), "7.195 Comuni"},
      {quantity("18000000000", "EUR", "", ""), "18 miliardi di euro"},
      {quantity("1200", "EUR", "", "mo"), "1.200 euro al mese"},
      {quantity("500", "kg", "", "abitante"), "500 kg per abitante"},
      {quantity("13", "%", "", ""), "13%"},
  };
  for (const Quantity& test : kQuantities) EXPECT_EQ(quantity_words(test.fact), test.words);
}

struct Wrap {
  const char* text;
  size_t width;
  const char* lines;  // "|" between
};

TEST(Wrapped, BreaksAtSpacesElseAfterASign) {
  const Wrap kWraps[] = {
      {"uno due tre", 7, "uno due|tre"},
      {"https://esempio.it/documenti/nota", 20, "https://esempio.it/|documenti/nota"},
      {"abcdefghij", 4, "abcd|efgh|ij"},
      {"", 4, ""},
  };
  for (const Wrap& test : kWraps) {
    std::string got;
    for (const std::string& line : wrapped(test.text, test.width)) {
      got += (got.empty() ? "" : "|") + line;
    }
    EXPECT_EQ(got, test.lines);
  }
}

}  // namespace
}  // namespace cifra::command
