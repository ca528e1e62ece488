#include "tools/cifra/claims_file.h"

#include <gtest/gtest.h>

#include <sstream>
#include <stdexcept>

namespace cifra::command {
namespace {

struct Case {
  const char* name;    // of the file
  const char* column;  // --column
  std::string text;
  const char* claims;  // "|" between them; what an error says, after "!"
};

const Case kCases[] = {
    {"c.txt", "", "Sono 12, forse 13.\n\n  Sono 14. \r\n", "Sono 12, forse 13.|Sono 14."},
    {"-", "", "Sono 12.", "Sono 12."},
    {"c.csv", "", "claim\n\"Sono 12, forse 13.\"\n", "Sono 12, forse 13."},
    {"c.CSV", "", "id;Affermazione;voto\r\n1;Sono 12, forse 13.;5\r\n", "Sono 12, forse 13."},
    {"c.csv", "",
     "\xEF\xBB\xBF"
     "frase\nSono 12.\n",
     "Sono 12."},
    {"c.tsv", "", "id\tclaim\n1\tSono 12, forse 13.\n", "Sono 12, forse 13."},
    {"c.csv", "", "claim\n\"Disse: \"\"sono 12\"\",\nieri.\"\n", "Disse: \"sono 12\",\nieri."},
    {"c.csv", "Testo", "id,testo\n1,Sono 12.\n", "Sono 12."},
    {"-", "testo", "id,testo\n1,Sono 12.\n", "Sono 12."},
    {"c.csv", "", "claim,note,\nSono 12.,ok,,\n", "Sono 12."},
    {"c.csv", "", "id,testo\n1,Sono 12.\n",
     "!no column is headed \"claim\"; the first line has \"id\", \"testo\": name one"},
    {"c.csv", "tasto", "id,testo\n1,Sono 12.\n", "!no column is headed \"tasto\""},
    {"c.csv", "", "Sono 12, forse 13.\nSono 14.\n", "!no column is headed \"claim\""},
    {"c.csv", "", "claim\nSono 11.\nSono 12, forse 13.\n",
     "!line 3: 2 cells under 1 columns; put text that holds the separator in quotation marks"},
    {"c.csv", "", "claim\n\"Sono 12.\n", "!line 2: a quoted cell is not closed"},
    {"c.csv", "", "claim\n", "!holds no claim"},
    {"c.txt", "", "", "!holds no claim"},
    {"c.txt", "", std::string("PK\x03\x04\0\0", 6), "!no text file"},
    {"c.csv", "", "claim\nPerch\xE9 sono 12.\n", "!not UTF-8"},
};

TEST(ClaimsFile, GivesClaimsOrSaysWhatIsWrong) {
  for (const Case& test : kCases) {
    std::istringstream in(test.text);
    std::string got;
    try {
      for (const std::string& claim : claims_in(in, test.name, test.column)) {
        got += (got.empty() ? "" : "|") + claim;
      }
      EXPECT_EQ(got, test.claims) << test.text;
    } catch (const std::runtime_error& error) {
      got = std::string("!") + error.what();
      EXPECT_EQ(test.claims[0], '!') << got;
      EXPECT_NE(got.find(test.claims + 1), std::string::npos) << got;
    }
  }
}

}  // namespace
}  // namespace cifra::command
