// Packs: what a sentence looks like to them, what they find, and what is said of a wrong one.

#include "core/packs/pack.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "core/grammar/recogniser.h"

namespace cifra {
namespace {

SlottedSentence slotted_whole(const std::string& text, const std::vector<Figure>& figures) {
  std::vector<const Figure*> all;
  for (const Figure& figure : figures) all.push_back(&figure);
  return slotted(text, {0, static_cast<uint32_t>(text.size())}, all);
}

// Slots shown by the first letter of their kind, in brackets.
std::string shown(const std::string& text) {
  const std::vector<Figure> figures = recognise(text);
  const SlottedSentence sentence = slotted_whole(text, figures);
  std::string out = sentence.text;
  for (auto figure = sentence.figures.rbegin(); figure != sentence.figures.rend(); ++figure) {
    std::string name = "<";
    name += name_of(figures[figure->figure].kind);
    name += '>';
    out.replace(figure->at, 3, name);
  }
  return out;
}

struct Sentence {
  const char* text;
  const char* slotted;
};

constexpr Sentence kSentences[] = {
    {"Il Bando\u00A0stanzia\n circa 12 milioni di euro.", " il bando stanzia <money> . "},
    {"Più di 3 scuole su dieci", " <count> scuole su <number> "},
    {"L’importo è pari a € 5.000", " l' importo e pari a <money> "},
    {"Nessuna cifra", " nessuna cifra "},
    {"Il 20 gennaio 2021 erano il 13%", " il <date> erano il <percent> "},
};

TEST(Slot, MakesFiguresOneCharacter) {
  for (const Sentence& test : kSentences) EXPECT_EQ(shown(test.text), test.slotted) << test.text;
}

std::string rule(std::string_view body) {
  std::string toml = "id = \"p\"\nversion = \"1\"\n[[rule]]\nname = \"r\"\n";
  toml += body;
  return toml;
}

constexpr std::string_view kExamples =
    "yes = [\"Il bando stanzia 5 euro.\"]\nno = [\"Costa 5 euro.\"]\n";

struct Fault {
  std::string toml;
  const char* reason;  // part of it
};

TEST(Pack, NamesFileRuleFaultAndRemedy) {
  const Fault kFaults[] = {
      {"id = ", "p.toml: line 1: "},
      {"version = \"1\"\n", "p.toml: `id` is missing"},
      {"id = \"p\"\n", "`version` is missing"},
      {"id = \"p\"\nversion = \"1\"\n", "there is no [[rule]]"},
      {"id = \"p\"\nversion = \"1\"\nrules = 1\n", "key `rules` unknown; known: id, version"},
      {rule("pattern = \"stanzia {mony}\"\n" + std::string(kExamples)),
       "p.toml: rule r: slot {mony} unknown; known: money, percent"},
      {rule("pattern = \"stanzia\"\n" + std::string(kExamples)), "has no slot for a figure"},
      {rule("pattern = \"(stanzia {money}\"\n" + std::string(kExamples)),
       "is no RE2 expression: a ( without its )"},
      {rule("pattern = \"stanzia [z-a] {money}\"\n" + std::string(kExamples)),
       "no RE2 expression: a range in [ ] whose end comes before its begin, at z-a"},
      {rule("pattern = \"* {money}\"\n" + std::string(kExamples)),
       "no RE2 expression: a *, +, ? or { } with nothing before it to repeat, at *"},
      {rule("pattern = \"stanzia {money}\"\n" + std::string(kExamples)) +
           rule("pattern = \"stanzia {money}\"\n" + std::string(kExamples))
               .substr(rule("").find("[[rule]]")),
       "rule r: there are two rules of this name"},
      {rule("pattern = 5\n" + std::string(kExamples)), "`pattern` is no text"},
      {rule(kExamples), "`pattern` is missing"},
      {rule("pattern = \"stanzia {money}\"\nno = [\"Costa 5 euro.\"]\n"), "`yes` is missing"},
      {rule("pattern = \"stanzia {money}\"\nyes = [\"Stanzia 5 euro.\"]\n"), "`no` is missing"},
      {rule("pattern = \"eroga {money}\"\n" + std::string(kExamples)),
       "rule r: finds nothing in yes: Il bando stanzia 5 euro."},
      {rule("pattern = \"{money}\"\n" + std::string(kExamples)),
       "rule r: finds something in no: Costa 5 euro."},
      {rule("pattern = \"stanzia {money}\"\nnature = \"guess\"\n" + std::string(kExamples)),
       "nature `guess` unknown; known: level"},
      {rule("pattern = \"stanzia {money}\"\npaterns = \"x\"\n" + std::string(kExamples)),
       "rule r: key `paterns` unknown"},
      {rule("pattern = \"stanzia {money}\"\nconfidence = 2.0\n" + std::string(kExamples)),
       "not from 0 to 1"},
  };
  for (const Fault& test : kFaults) {
    auto result = load_pack(test.toml, "p.toml");
    ASSERT_TRUE(std::holds_alternative<PackFaults>(result)) << test.toml;
    std::string reasons;
    for (const std::string& reason : std::get<PackFaults>(result).reasons) reasons += reason;
    EXPECT_NE(reasons.find(test.reason), std::string::npos) << reasons;
  }
}

struct Find {
  const char* pattern;
  const char* text;
  const char* found;  // the figures' words, "|" between
};

constexpr Find kFinds[] = {
    {"STANZIA {money}", "Il bando stanzia quasi 5 milioni di euro.", "5 milioni"},
    {"novità: {count}", "Le novità: 12 aule.", "12"},
    {"novità {count}", "Le supernovità 12 aule.", ""},
    {"{count} aule", "Ci sono 12 aule e 13 aule.", "12|13"},
    {"l'importo( totale)? è {money}", "L’importo totale è 5 euro.", "5"},
    {"da {date} {percent}", "Da gennaio 2021 13%", "13"},
    {"{money} , {percent}", "Vale 5 euro, 13%", "5"},
};

TEST(Pack, FindsFigures) {
  for (const Find& test : kFinds) {
    Pack pack;
    pack.rules.push_back({});
    pack.rules[0].patterns = {test.pattern};
    ASSERT_TRUE(pack.compile().empty()) << test.pattern;
    const std::string text = test.text;
    const std::vector<Figure> figures = recognise(text);
    std::string found;
    for (const PackMatch& match : pack.matches(slotted_whole(text, figures))) {
      if (!found.empty()) found += '|';
      found += figures[match.figure].span.of(text);
    }
    EXPECT_EQ(found, test.found) << test.pattern;
  }
}

}  // namespace
}  // namespace cifra
