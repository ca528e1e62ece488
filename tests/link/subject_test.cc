#include "core/link/subject.h"

#include <gtest/gtest.h>

#include "core/link/linker.h"
#include "tests/link/marked_text.h"

namespace cifra {
namespace {

struct SubjectCase {
  const char* text;     // marked; the last figure is asked for
  const char* subject;  // what it measures
};

constexpr SubjectCase kCases[] = {
    // The counted noun with its modifiers.
    {"Sono [12 milioni] i {cittadini} che risultano oggi dotati di tessera sanitaria.",
     "cittadini dotati di tessera sanitaria"},
    {"Il bando ha raccolto [310] {domande} presentate da piccoli Comuni, molte al Sud.",
     "domande presentate da piccoli Comuni"},
    {"Al 31 marzo risultano collegate alla rete [420] {scuole}.", "scuole collegate alla rete"},
    {"Il piano coinvolge [900] {docenti}, [300] {dirigenti} e [20] {ispettori}.", "ispettori"},
    {"Sono stati assunti [900] {docenti} della scuola primaria e circa [300] {dirigenti}.",
     "dirigenti assunti"},
    {"Bilancio dell'anno: arrestate [70] {persone}, sequestrati beni.", "persone arrestate"},
    // A verb before it without a subject of its own: never a time or a place.
    {"Al 1° gennaio 2021 in Molise risiedono [290 mila] {persone}.",
     "persone che risiedono in Molise"},
    {"Il servizio piace: lo usano, in media, [2 milioni] di {persone}.", "persone che lo usano"},
    {"Hanno superato la prova, nel complesso, [310] {candidati}.",
     "candidati che hanno superato la prova"},
    {"Nel 2022 ha votato il [61|percent]% degli iscritti.", "iscritti che hanno votato"},
    {"Assorbe il [27|percent]% delle risorse.", "risorse"},
    {"In totale la rete registra [30] {guasti}.", "guasti"},
    {"Sono iniziati [30] nuovi {cantieri}.", "nuovi cantieri iniziati"},
    // What is said of something, and the noun it is said of.
    {"La spesa per gli asili, stimata nel limite di [3 milioni|money], resta.",
     "spesa per gli asili"},
    {"Controlli del mese: sequestrati beni per [3 milioni|money].", "beni sequestrati"},
    {"Dall'invaso di monte i prelievi sono regolari, dell'ordine di [90|measure] l/s.", "prelievi"},
    {"Resta costante la quota di alunni stranieri, pari al [16|percent]%.",
     "quota di alunni stranieri"},
    {"Nel gruppo più anziano chi possiede due lauree è il [2|percent]%.",
     "chi possiede due lauree"},
    {"I Comuni allagati sono [40] {Comuni}. Quasi [60|number] quelli con frane.",
     "Comuni con frane"},
    {"Il corso chiama [90] {volontari} per aiutare.", "volontari"},
    {"Chi lascia è un magro [1|percent]% degli iscritti.", "Chi lascia, quota degli iscritti"},
    {"Ai Comuni lo Stato ha trasferito [9 milioni|money].", "Stato"},
    {"Il prezzo dei crediti è fissato nel [20|percent]% del loro valore.", "prezzo dei crediti"},
    {"Per effetto della norma viene [raddoppiato|multiple] il contributo ai piccoli Comuni.",
     "contributo ai piccoli Comuni"},
    {"La domanda, di [3 milioni|money] in più dell'anno prima, cresce.", "domanda"},
    // Taken up.
    {"Sono arrivate [900] {domande}: di queste [300] riguardano i piccoli Comuni.",
     "domande che riguardano i piccoli Comuni"},
    {"{Nuclei} seguiti [900]; di questi [300] hanno due figli.", "Nuclei che hanno due figli"},
    {"Impianti dismessi: [40|number]", "Impianti dismessi"},
    {"Gli agenti hanno tolto dal mercato [900|measure] di tabacchi.", "tabacchi"},
    // The subject of the verb.
    {"Il bando chiede che il cofinanziamento superi il [40|percent] per cento.", "cofinanziamento"},
    {"Serve che l'ente paghi [3 milioni|money].", "ente"},
    {"Nei porti il traffico delle crociere, che nel 2021 perde il [30|percent] per cento, cala.",
     "traffico delle crociere"},
    {"Al momento della firma i cantieri aperti erano [40|number].", "cantieri aperti"},
    {"Tra marzo e giugno 2022 gli enti hanno speso [3 milioni|money].", "enti"},
    {"Nel corso di [30|duration] giorni la piattaforma è cresciuta molto.", "piattaforma"},
    {"Nel 2021 le risorse destinate agli asili nido ammontano a [700 milioni|money].",
     "risorse destinate agli asili nido"},
    {"Il tasso di adesione, dopo due mesi, raggiunge il [64|percent] per cento.",
     "tasso di adesione"},
    {"La durata media dei procedimenti è di [390|duration] giorni.",
     "durata media dei procedimenti"},
    {"Si rileva che la dotazione del fondo è di [5 milioni|money].", "dotazione del fondo"},
    {"Ai sensi dei commi 8 e 9 una parte delle entrate ammonta a [2 milioni|money].",
     "parte delle entrate"},
    {"Il tasso di abbandono è fermo al [12|percent] per cento.", "tasso di abbandono"},
    {"L'erogazione a favore della scuola non può superare l'importo di [900|money] euro.",
     "erogazione a favore della scuola, importo"},
    {"La quota di treni puntuali è stata in Toscana dell'[81|percent] per cento.",
     "quota di treni puntuali"},
    {"Pesa il tasso di rinuncia, salito al [31|percent] per cento.", "tasso di rinuncia"},
    {"Porto di Levante (Ancona e Pesaro) [1.434] {unità}.", "Porto di Levante, unità"},
    // What is said of the counted noun, where the figure opens the clause.
    {"[36|percent] delle vittime abita in un'altra provincia.",
     "vittime che abitano in un'altra provincia"},
    {"[310] {sindaci} hanno firmato l'appello, molti al Sud.",
     "sindaci che hanno firmato l'appello"},
    // The noun before it.
    {"È stato istituito un fondo per le periferie di [90 milioni|money].",
     "fondo per le periferie"},
    // Labels and brackets.
    {"Imprese ispezionate: [5.120|number]", "Imprese ispezionate"},
    {"I trapianti di rene sono stati [2.050|number] (+[3|percent|increase]%).",
     "trapianti di rene"},
    {"Le gare sono per lo più nazionali ([65|percent]%) e regionali ([13|percent]%).",
     "gare, regionali"},
    {"Le visite sono [47|number]; [20|number] riguardano scuole ([66|percent]% agibili).",
     "scuole, agibili"},
    {"A maggio si tiene il terzo incontro (durata [2|duration] giorni).", "terzo incontro, durata"},
    // A complement or an adjective tells a figure from the one before it.
    {"Il [34|percent] dei treni regionali era in ritardo e il [12|percent] in avaria.",
     "treni regionali, in avaria"},
    // Ellipsis goes to what was measured before.
    {"I {cantieri} aperti erano [40]. Adesso sono [25|number] in più.", "cantieri aperti"},
};

TEST(Subject, IsANounPhraseOfTheSentence) {
  for (const SubjectCase& test : kCases) {
    MarkedDocument made = paragraph(test.text);
    link_facts(made.document, made.facts);
    EXPECT_EQ(made.facts.back().subject, test.subject) << test.text;
  }
}

TEST(Subject, OfAListItemComesFromItsLead) {
  MarkedDocument made;
  add_block(made, "Contributi per gli impianti sportivi:");
  add_block(made, "[35.000|money]", BlockRole::kListItem);
  link_facts(made.document, made.facts);
  EXPECT_EQ(made.facts[0].subject, "Contributi per gli impianti sportivi");
}

TEST(Subject, OfAListItemTakesItsLabelAndNotItsMark) {
  struct ItemCase {
    const char* text;
    const char* subject;
  };
  constexpr ItemCase kItems[] = {
      {"a) Anziani: almeno il [10|percent]% dei candidati;", "Anziani, quota dei candidati"},
      {"• Brilla il comparto dei mobili, +[51|percent]%.", "comparto dei mobili"},
      {"3. Nell'ambito del programma, le scuole collegate sono [90|number].", "scuole collegate"},
  };
  for (const ItemCase& test : kItems) {
    MarkedDocument made;
    add_block(made, test.text, BlockRole::kListItem);
    link_facts(made.document, made.facts);
    EXPECT_EQ(made.facts[0].subject, test.subject) << test.text;
  }
}

TEST(Subject, OfAnAnswerComesFromItsQuestion) {
  MarkedDocument made;
  add_block(made, "Quanti abbonamenti mensili sono stati venduti?");
  add_block(made, "Nel 2016 [105.000|number].");
  link_facts(made.document, made.facts);
  EXPECT_EQ(made.facts[0].subject, "abbonamenti mensili");
}

TEST(Subject, OfALoneFigureIsTheLabelBefore) {
  MarkedDocument made;
  add_block(made, "Furti per regione", BlockRole::kHeading);
  add_block(made, "UMBRIA");
  add_block(made, "[41|number]");
  add_block(made, "[12|percent]%");
  link_facts(made.document, made.facts);
  for (const Fact& fact : made.facts) {
    EXPECT_EQ(fact.subject, "UMBRIA, Furti per regione");
    EXPECT_EQ(fact.place, "10");
  }
}

TEST(Subject, OfACellLeavesOutATablesTitle) {
  MarkedDocument made = paragraph("[90|number]");
  made.document.tables.emplace_back();
  Fact& fact = made.facts[0];
  fact.table = 0;
  fact.row = "Invaso alto";
  fact.column = "MONITORAGGIO GIORNALIERO DEI VOLUMI D'ACQUA INVASATI AD USO POTABILE / Quota";
  link_facts(made.document, made.facts);
  EXPECT_EQ(fact.subject, "Invaso alto, Quota");
}

TEST(Subject, IsKeptWhereTheExtractorSetIt) {
  MarkedDocument made = paragraph("Le domande sono [12|number].");
  made.facts[0].subject = "domande accolte";
  link_facts(made.document, made.facts);
  EXPECT_EQ(made.facts[0].subject, "domande accolte");
}

}  // namespace
}  // namespace cifra
