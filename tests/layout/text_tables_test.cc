// Texts and the tables found in them: cells of a row parted by " | ", heads in brackets, a spanning
// cell followed by its width.

#include "core/layout/text_tables.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace cifra {
namespace {

std::string tables_of(std::string_view text) {
  std::ostringstream result;
  for (const TextTable& found : find_text_tables(text, text_lines(text))) {
    const Table& table = found.table;
    for (uint16_t row = 0; row < table.rows; ++row) {
      bool first = true;
      for (const Cell& cell : table.cells) {
        if (cell.row != row) continue;
        result << (first ? "" : " | ") << cell.column << ':' << (cell.head ? "[" : "")
               << cell.span.of(text) << (cell.head ? "]" : "");
        if (cell.column_span > 1) result << '*' << cell.column_span;
        first = false;
      }
      result << '\n';
    }
    result << "=\n";
  }
  return result.str();
}

struct Case {
  std::string_view name, text, tables;
};

const Case kCases[] = {
    {"columns of spaces",
     "Saldo (milioni)\n"
     "MESI        2011      2010\n"
     "gennaio    -2.000    +4.169\n"
     "febbraio  -10.000    -8.797\n"
     "Fine del testo.\n",
     "0:[MESI] | 1:[2011] | 2:[2010]\n0:[gennaio] | 1:-2.000 | 2:+4.169\n"
     "0:[febbraio] | 1:-10.000 | 2:-8.797\n=\n"},
    {"empty cells and dashes",
     "Regione          Letti    Medici\n"
     "Lazio            1.200        30\n"
     "Molise                        12\n"
     "Valle d'Aosta        -         3\n",
     "0:[Regione] | 1:[Letti] | 2:[Medici]\n0:[Lazio] | 1:1.200 | 2:30\n"
     "0:[Molise] | 2:12\n0:[Valle d'Aosta] | 1:- | 2:3\n=\n"},
    {"a head over two columns",
     "                Valori (milioni)\n"
     "Anno         Arrivi      Presenze\n"
     "2022          118,5         412,0\n"
     "2023          133,6         447,2\n",
     "0:[Anno] | 1:[Arrivi] | 2:[Presenze]\n0:[2022] | 1:118,5 | 2:412,0\n"
     "0:[2023] | 1:133,6 | 2:447,2\n=\n"},
    {"a spanning head inside",
     "             Primo anno            Secondo anno\n"
     "Voce      Entrate    Uscite     Entrate    Uscite\n"
     "Nord          1,5       2,5         3,5       4,5\n"
     "Sud           5,5       6,5         7,5       8,5\n",
     "1:[Primo anno]*2 | 3:[Secondo anno]*2\n"
     "0:[Voce] | 1:[Entrate] | 2:[Uscite] | 3:[Entrate] | 4:[Uscite]\n"
     "0:[Nord] | 1:1,5 | 2:2,5 | 3:3,5 | 4:4,5\n0:[Sud] | 1:5,5 | 2:6,5 | 3:7,5 | 4:8,5\n=\n"},
    {"tabs", "Regione\tLetti\tMedici\nLazio\t1.200\t30\nMolise\t90\t12\n",
     "0:[Regione] | 1:[Letti] | 2:[Medici]\n0:[Lazio] | 1:1.200 | 2:30\n"
     "0:[Molise] | 1:90 | 2:12\n=\n"},
    {"bars and rules",
     "| Regione | Letti |\n|---------|-------|\n| Lazio | 1.200 |\n| Molise | 90 |\n",
     "0:[Regione] | 1:[Letti]\n0:[Lazio] | 1:1.200\n0:[Molise] | 1:90\n=\n"},
    {"a rule below the head",
     "Regione    Letti\n-------  -------\nLazio      1.200\nMolise        90\n",
     "0:[Regione] | 1:[Letti]\n0:[Lazio] | 1:1.200\n0:[Molise] | 1:90\n=\n"},
    {"a title between rows",
     "Regione    Letti\nLazio      1.200\nIsole\nSicilia       90\nSardegna      80\n",
     "0:[Regione] | 1:[Letti]\n0:[Lazio] | 1:1.200\n0:[Isole]\n0:[Sicilia] | 1:90\n"
     "0:[Sardegna] | 1:80\n=\n"},
    {"sloppy prose is no table",
     "Nel corso del solo 2020 i lavori  sono stati completati in  1.715 comuni, e\n"
     "altri ne  seguiranno entro  l'anno, secondo il piano. Hanno  risposto 5560\n"
     "comuni,  ciascuno con una  domanda per il fondo destinato ai  servizi.\n",
     ""},
    {"two lines are no table", "Lazio   12   13\nMolise   3    4\n", ""},
    {"words alone are no table", "uno   due\ntre   quattro\ncinque   sei\n", ""},
};

TEST(TextTables, FindsCellsByGaps) {
  for (const Case& c : kCases) EXPECT_EQ(tables_of(c.text), c.tables) << c.name;
}

}  // namespace
}  // namespace cifra
