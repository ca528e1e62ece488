// Texts and the blocks they are read as, one a line: role and level, '<' and the lead block's
// number, '^' and the heading's, then the words with '/' for a line end.

#include "core/layout/plain_text.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/layout/outline_of.h"

namespace cifra {
namespace {

Document read(std::string text) {
  Reading reading;
  reading.verbatim = std::move(text);
  return lay_out_verbatim(std::move(reading));
}

struct Case {
  std::string_view name, text, blocks;
};

const Case kCases[] = {
    {"one line, one paragraph", "Gli iscritti sono 12.\n", "p Gli iscritti sono 12.\n"},
    {"wrapped lines",
     "Nel corso dell'anno gli sportelli hanno ricevuto le richieste di oltre\n"
     "ventimila cittadini, con una media di sessanta al giorno, e ne hanno\n"
     "accolte quasi la metà.\n"
     "Le altre restano in attesa.\n",
     "p Nel corso dell'anno gli sportelli hanno ricevuto le richieste di oltre/"
     "ventimila cittadini, con una media di sessanta al giorno, e ne hanno/"
     "accolte quasi la metà.\n"
     "p Le altre restano in attesa.\n"},
    {"a full line that ends a sentence goes on",
     "Alla fine di giugno risultano aperti tutti gli sportelli previsti dalla\n"
     "convenzione firmata in primavera con gli enti che hanno la competenza.\n"
     "Gli operatori in servizio sono 340, distribuiti fra le sedi principali e\n"
     "quelle distaccate.\n",
     "p Alla fine di giugno risultano aperti tutti gli sportelli previsti dalla/"
     "convenzione firmata in primavera con gli enti che hanno la competenza./"
     "Gli operatori in servizio sono 340, distribuiti fra le sedi principali e/"
     "quelle distaccate.\n"},
    {"every line followed by an empty one",
     "○ Gli enti che hanno completato il passaggio alla nuova banca dati sono                 \n\n"
     "1.240 su 1.300, e gestiscono i dati di oltre                     \n\n"
     "12 milioni di persone. Ne mancano                   \n\n"
     "sessanta.  \n\n \n\n"
     "● Pagamenti\n\n"
     "○ Nel settembre scorso erano                 \n\n"
     "circa 57 milioni.\n",
     "li0 ○ Gli enti che hanno completato il passaggio alla nuova banca dati sono/"
     "1.240 su 1.300, e gestiscono i dati di oltre/12 milioni di persone. Ne mancano/sessanta.\n"
     "li1<0 ● Pagamenti\n"
     "li0 ○ Nel settembre scorso erano/circa 57 milioni.\n"},
    {"long lines are paragraphs",
     "Le domande presentate alla data odierna sono quarantamila, secondo quanto riferisce "
     "l'istituto "
     "in una nota diffusa nella mattinata di oggi.\n"
     "Quasi tutte arrivano dal Mezzogiorno, dove la misura era attesa da tempo e dove gli uffici "
     "hanno allungato gli orari di apertura.\n",
     "p Le domande presentate alla data odierna sono quarantamila, secondo quanto riferisce "
     "l'istituto in una nota diffusa nella mattinata di oggi.\n"
     "p Quasi tutte arrivano dal Mezzogiorno, dove la misura era attesa da tempo e dove gli uffici "
     "hanno allungato gli orari di apertura.\n"},
    {"a number parted from its noun",
     "Nei porti sono transitate 228.811\ntonnellate di merci in sei mesi.\n",
     "p Nei porti sono transitate 228.811/tonnellate di merci in sei mesi.\n"},
    {"list with its lead",
     "Le risorse sono così ripartite:\n"
     "- Difesa: 12 milioni;\n"
     "- Esteri: 3 milioni, di cui uno\n  alla cooperazione;\n"
     "- Interno: 2 milioni.\n"
     "Il resto è accantonato.\n",
     "p Le risorse sono così ripartite:\n"
     "li0<0 - Difesa: 12 milioni;\n"
     "li0<0 - Esteri: 3 milioni, di cui uno/alla cooperazione;\n"
     "li0<0 - Interno: 2 milioni.\n"
     "p Il resto è accantonato.\n"},
    {"no lead where the sentence is closed",
     "La seduta è aperta.\n• primo punto;\n• secondo punto.\n",
     "p La seduta è aperta.\nli0 • primo punto;\nli0 • secondo punto.\n"},
    {"nested by look",
     "Si prevede:\na) il bando:\ni) per i Comuni;\nii) per le Regioni;\nb) la proroga.\n",
     "p Si prevede:\nli0<0 a) il bando:\nli1<1 i) per i Comuni;\nli1<1 ii) per le Regioni;\n"
     "li0<0 b) la proroga.\n"},
    {"i) after h) is a letter", "Elenco:\nh) otto;\ni) nove;\nl) dieci.\n",
     "p Elenco:\nli0<0 h) otto;\nli0<0 i) nove;\nli0<0 l) dieci.\n"},
    {"nested by indent",
     "Obiettivi:\n\n-  Spid usato da più enti\n\n   -  2020: 30 per cento\n\n   -  2021: 50 per "
     "cento\n\n-  Anpr\n",
     "p Obiettivi:\nli0<0 - Spid usato da più enti\nli1<1 - 2020: 30 per cento\n"
     "li1<1 - 2021: 50 per cento\nli0<0 - Anpr\n"},
    {"headings and their levels",
     "IL BILANCIO DEL FONDO\n\n"
     "1. Le entrate\n"
     "Nel primo semestre sono entrati 30 milioni, come previsto dal piano.\n\n"
     "1.1 Contributi\n"
     "I contributi dei privati valgono 4 milioni e sono in linea con l'anno.\n\n"
     "2. Le uscite\n"
     "Le uscite ammontano a 28 milioni e sono tutte per opere già avviate.\n",
     "h1 IL BILANCIO DEL FONDO\n"
     "h2^0 1. Le entrate\n"
     "p^1 Nel primo semestre sono entrati 30 milioni, come previsto dal piano.\n"
     "h3^1 1.1 Contributi\n"
     "p^3 I contributi dei privati valgono 4 milioni e sono in linea con l'anno.\n"
     "h2^0 2. Le uscite\n"
     "p^5 Le uscite ammontano a 28 milioni e sono tutte per opere già avviate.\n"},
    {"underlined headings", "Relazione\n=========\nSono 12.\n\nDati\n----\nSono 13.\n",
     "h1 Relazione\np^0 =========\np^0 Sono 12.\nh2^0 Dati\np^3 ----\np^3 Sono 13.\n"},
    {"rows of numbers stay apart",
     "giu. 2022 102,5 -2,1\nlug. 2022 102,9 +0,4\nago. 2022 105,3 +2,3\n",
     "p giu. 2022 102,5 -2,1\np lug. 2022 102,9 +0,4\np ago. 2022 105,3 +2,3\n"},
    {"cells one to a line", "Regione\n\nSicilia\n\n231\n\nLazio\n\n209\n",
     "p Regione\np Sicilia\np 231\np Lazio\np 209\n"},
    {"an abbreviation ends no paragraph",
     "Restano fermi gli interventi per la messa in sicurezza previsti dall'art.\n"
     "12 del decreto, che valgono trenta milioni di euro e sono attesi da molti\n"
     "anni nei territori colpiti.\n",
     "p Restano fermi gli interventi per la messa in sicurezza previsti dall'art./"
     "12 del decreto, che valgono trenta milioni di euro e sono attesi da molti/"
     "anni nei territori colpiti.\n"},
    {"hyphenation stays in the text",
     "Gli alunni che hanno chiesto di frequentare la scuola a tempo pieno sono cento-\n"
     "ventimila, un terzo dei quali risiede nelle regioni del Mezzogiorno, e altri\n"
     "attendono risposta.\n",
     "p Gli alunni che hanno chiesto di frequentare la scuola a tempo pieno sono cento-/"
     "ventimila, un terzo dei quali risiede nelle regioni del Mezzogiorno, e altri/"
     "attendono risposta.\n"},
};

TEST(PlainText, FindsBlocks) {
  for (const Case& c : kCases) {
    EXPECT_EQ(outline_of(read(std::string(c.text))), c.blocks) << c.name;
  }
}

TEST(PlainText, PagesEndAtFormFeeds) {
  const Document document = read(
      "Bollettino n. 4\nGli iscritti sono dodici.\n1\n\fBollettino n. 4\nI posti sono venti.\n2\n");
  ASSERT_EQ(document.pages.size(), 2U);
  EXPECT_EQ(outline_of(document),
            "head Bollettino n. 4\np Gli iscritti sono dodici.\nfoot 1\n"
            "head Bollettino n. 4\np I posti sono venti.\nfoot 2\n");
  EXPECT_EQ(document.blocks[1].page, 0U);
  EXPECT_EQ(document.blocks[4].page, 1U);
}

TEST(PlainText, KeepsTheTextButForLineEndsAndForm) {
  EXPECT_EQ(read("\xEF\xBB\xBFuno\r\ndue\rtre  \n").text, "uno\ndue\ntre  \n");
  EXPECT_EQ(read("perche\xCC\x81\n").text, "perch\xC3\xA9\n");
  EXPECT_EQ(read("a\xFFz").text, "a\xEF\xBF\xBDz");
  EXPECT_EQ(read("").blocks.size(), 0U);
  EXPECT_EQ(read(" \n\f\n").blocks.size(), 0U);
}

TEST(PlainText, BlocksCoverTheText) {
  for (const Case& c : kCases) expect_blocks_cover_text(read(std::string(c.text)), c.name);
}

}  // namespace
}  // namespace cifra
