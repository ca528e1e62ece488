#include <gtest/gtest.h>

#include <algorithm>

#include "core/lexicon/places.h"
#include "core/link/acronyms.h"
#include "core/link/inherited_time.h"
#include "core/link/linker.h"
#include "core/link/place.h"
#include "tests/link/marked_text.h"

namespace cifra {
namespace {

Fact last_fact(std::string_view marked) {
  MarkedDocument made = paragraph(marked);
  link_facts(made.document, made.facts);
  return made.facts.back();
}

struct TextCase {
  const char* text;
  const char* expected;
};

TEST(Speaker, IsWhoTheSentenceNames) {
  constexpr TextCase kCases[] = {
      {"«I cantieri aperti sono [40|number]», ha detto il sottosegretario Bianchi.",
       "sottosegretario Bianchi"},
      {"Secondo l'Istat le nascite sono [390.000|number].", "Istat"},
      {"Secondo i dati di Terna la domanda è stata di [300|number].", "Terna"},
      {"La ministra Verdi ha annunciato che le scuole coinvolte sono [120|number].",
       "ministra Verdi"},
      {"«Abbiamo speso [3 milioni|money]. Ne spenderemo altri [2|money]», spiega il presidente "
       "della Regione, Mario Neri.",
       "presidente della Regione, Mario Neri"},
      {"Sono stati aperti [70|number] cantieri. Lo ha detto il ministro Paolo Verdi.",
       "ministro Paolo Verdi"},
      {"È nata l'opera: [70|number] metri. È quanto fa sapere la Regione Lazio.", "Regione Lazio"},
      {"\"I cantieri sono [300|number] – ha proseguito il sindaco Neri – e cresceranno\".",
       "sindaco Neri"},
      {"Verdi ai sindaci: «In arrivo [300 milioni|money]»", "Verdi"},
      {"Come riferito dal prefetto Anna Bruni, gli sfollati sono [300|number].",
       "prefetto Anna Bruni"},
      {"Secondo il XV rapporto annuale Istat i prestiti sono [300|number].", "Istat"},
      {"Le asseverazioni, dicono i dati Enea, sono [300|number].", "Enea"},
      {"I detenuti sono [54.000|number], fa sapere il Garante.", "Garante"},
      {"Il Ministro Anna Gialli è qui. «Sono [30|number]», ha detto il Ministro.",
       "Ministro Anna Gialli"},
      {"La Tabella 3 riporta [90|number] voci.", ""},
      {"Il Veneto riporta la quota più alta, [90|number] casi.", ""},
      {"Nel secondo governo guidato dal Presidente Mario Neri erano [4|number].", ""},
      {"Per quanto riguarda la Città di Enna precisa che i pozzi sono [4|number].", ""},
      {"MINISTRA. Buonasera, le scuole coinvolte sono [120|number].", "MINISTRA"},
      {"REPARTO. Nei letti nuovi [120|number] pazienti.", ""},
      {"Al ministero ricordano che le domande sono [120|number].", ""},
      {"Le scuole coinvolte sono [120|number].", ""},
      {"Nel secondo trimestre le scuole erano [90|number].", ""},
  };
  for (const TextCase& test : kCases) {
    EXPECT_EQ(last_fact(test.text).speaker, test.expected) << test.text;
  }
}

TEST(Speaker, OfAQuotationFarBackSaysNothing) {
  std::string text = "\"Bene\", ha detto il ministro Rossi. ";
  for (int i = 0; i < 500; ++i) text += "Si lavora. ";
  EXPECT_EQ(last_fact(text + "I cantieri sono [40|count].").speaker, "");
}

TEST(Speaker, MayBeToldByTheBlockAfter) {
  MarkedDocument made;
  add_block(made, "Le scuole sono [90|number].");
  add_block(made, "Lo scrive l'Istat nella nota di oggi.");
  link_facts(made.document, made.facts);
  EXPECT_EQ(made.facts[0].speaker, "Istat");
}

TEST(Place, IsTheNearestNamed) {
  constexpr TextCase kCases[] = {
      {"In Lombardia gli alunni sono [1,4 milioni|number].", "03"},
      {"Seguono Padova (335) e Bologna ([256|number]).", "037006"},
      {"In provincia di Padova le imprese sono [90.000|number].", "028"},
      {"Nel modenese gli sfollati sono [3.500|number].", "036"},
      {"In Francia la quota è del [30|percent]%.", "FR"},
      {"In Italia sono [8.000|number], in Veneto [563|number].", "05"},
      {"Le Marche contano [225|number] Comuni.", "11"},
      {"Nel Bresciano i contagi sono [300|number].", "017"},
      {"Il signor Mario Francese ne ha visti [90|number].", ""},
      {"Roma, 5 marzo 2020 - Le scuole sono [90|number].", ""},
      {"Fermo restando il limite di [90|number] unità.", ""},
      {"ATTIVITÀ – Roma, 21 giugno 2024: scuole [90|number].", ""},
      {"La Banca di Verona ha [90|number] sportelli.", ""},
      {"Il comune di San Giovanni di Sicilia ha [90|number] case.", ""},
      {"Gli uffici di via Milano ospitano [90|number] persone.", ""},
      {"La sede è a 20121 Milano e ha [90|number] posti.", ""},
      {"Il programma Italia domani vale [90|money] miliardi.", ""},
      {"Il Servizio sanitario nazionale ha [90|number] sedi.", ""},
      {"Il corso in italiano ha [90|number] iscritti.", ""},
      {"A livello nazionale gli iscritti sono [90|number].", "IT"},
      {"Nei porti italiani le navi sono [90|number].", "IT"},
      {"Nelle Province autonome di Trento e di Bolzano ([90|number]) sono pochi.", "021"},
      {"Tra le Regioni Puglia (N=[90|number]), Lazio (N=20).", "16"},
      {"A Marsala gli alunni sono [90|number].", "081011"},
  };
  for (const TextCase& test : kCases) {
    EXPECT_EQ(last_fact(test.text).place, test.expected) << test.text;
  }
}

TEST(Place, OfALabelIsTheWholeLabel) {
  EXPECT_EQ(place_in("Marche").code, "11");
  EXPECT_EQ(place_in("Fermo restando il resto").code, "");
}

TEST(Place, OfATablesHeadIsTheInnermost) {
  EXPECT_EQ(place_in_head("SUD / Calabria / Cosenza").code, "078045");
  EXPECT_EQ(place_in_head("Cosenza / Rende").code, "078");
  EXPECT_EQ(place_in_head("Totale").code, "");
}

TEST(Place, OfAnAdjectiveIsNamedAsOthersAre) {
  EXPECT_EQ(last_fact("I porti italiani sono [90|number].").place_name, "Italia");
  EXPECT_EQ(last_fact("Nel modenese sono [90|number].").place_name, "Modena");
  EXPECT_EQ(name_of_place("02"), "Valle d'Aosta");
  EXPECT_EQ(name_of_place("066049"), "L'Aquila");
}

TEST(Place, CodesAreOfTheirLevel) {
  EXPECT_EQ(place_named("emilia-romagna")->code, "08");
  EXPECT_EQ(place_named("roma")->code, "058091");
  EXPECT_EQ(province_named("roma")->code, "058");
  EXPECT_EQ(place_named("germania")->code, "DE");
  EXPECT_FALSE(place_named("atlantide"));
}

TEST(Time, OfAHeading) {
  constexpr TextCase kCases[] = {
      {"Turismo 2023", "2023"},
      {"I risultati di marzo 2011", "2011-03"},
      {"Traffico del primo semestre 2021", "2021-01/2021-06"},
      {"III trimestre del 2020", "2020-07/2020-09"},
      {"Anno scolastico 2019-2020", "2019/2020"},
      {"Dal 2013 al confronto con il 2018", ""},
      {"Legge 2018 sulle aree interne", ""},
      {"Agenda 2030", ""},
  };
  for (const TextCase& test : kCases) EXPECT_EQ(time_in(test.text), test.expected) << test.text;
}

TEST(Time, IsInheritedAndSaysFromWhere) {
  MarkedDocument made;
  made.document.metadata.published_on = "2022-05-04";
  add_block(made, "Le scuole sono [90|number].");
  add_block(made, "Risultati del 2021", BlockRole::kHeading);
  add_block(made, "Le scuole sono [91|number].");
  link_facts(made.document, made.facts);
  EXPECT_EQ(made.facts[0].time, "2022-05-04");
  EXPECT_EQ(made.facts[0].time_source, TimeSource::kDocumentDate);
  EXPECT_EQ(made.facts[1].time, "2021");
  EXPECT_EQ(made.facts[1].time_source, TimeSource::kHeading);
}

TEST(Nature, IsReadOffTheClause) {
  struct NatureCase {
    const char* text;
    Nature nature;
  };
  constexpr NatureCase kCases[] = {
      {"Gli iscritti crescono di [300|number|increase].", Nature::kChange},
      {"L'obiettivo è arrivare a [500|number] scuole.", Nature::kTarget},
      {"Per il 2027 si prevedono [500|number] domande.", Nature::kForecast},
      {"Nell'anno sono stati venduti [500|number] biglietti.", Nature::kFlow},
      {"Attualmente risultano [500|number] sportelli.", Nature::kLevel},
      {"La Regione ha speso [500|money] euro.", Nature::kFlow},
      {"Il servizio può contare su [500|number] medici.", Nature::kLevel},
      {"Le nascite sono [500|number].", Nature::kFlow},
      {"Il fondo ha raggiunto quota [500|money].", Nature::kLevel},
      {"È punito con la multa da [500|money] euro.", Nature::kUnknown},
      {"La pena prevista dall'articolo 3 è di [500|money] euro.", Nature::kLevel},
      {"Nel target [5-11|duration] anni i vaccinati sono [500|number].", Nature::kLevel},
      {"Le scuole saranno [500|number].", Nature::kForecast},
  };
  for (const NatureCase& test : kCases) {
    EXPECT_EQ(last_fact(test.text).nature, test.nature) << test.text;
  }
}

TEST(Notes, SayWhatGaveAField) {
  const Fact fact = last_fact("Secondo l'Istat in Molise le nascite sono [90|number].");
  for (const char* note :
       {"place: from the nearest place of its sentence",
        "speaker: from who is quoted or named as the source",
        "subject: from the subject of the verb", "nature: from what is measured"}) {
    EXPECT_NE(std::ranges::find(fact.notes, note), fact.notes.end()) << note;
  }
}

TEST(Acronyms, JoinTheirLongForms) {
  struct AcronymCase {
    const char* text;
    const char* short_form;
    const char* long_form;
  };
  constexpr AcronymCase kCases[] = {
      {"Nel Fascicolo Sanitario Elettronico (FSE) entrano i referti.", "FSE",
       "Fascicolo Sanitario Elettronico"},
      {"La CIE (Carta d'identità elettronica) si rinnova.", "CIE", "Carta d'identità elettronica"},
      {"Lo Spid, il Sistema Pubblico d’Identità Digitale, cresce.", "Spid",
       "Sistema Pubblico d’Identità Digitale"},
      {"L'Istituto superiore di sanità (Iss) lo rileva.", "Iss", "Istituto superiore di sanità"},
      {"Anagrafe Nazionale della Popolazione Residente - ANPR", "ANPR",
       "Anagrafe Nazionale della Popolazione Residente"},
      {"Nell'ANPR, l'Anagrafe nazionale della popolazione residente, entrano i Comuni.", "ANPR",
       "Anagrafe nazionale della popolazione residente"},
      {"Il Sistema di interscambio (di seguito SDI) riceve le fatture.", "SDI",
       "Sistema di interscambio"},
      {"Il Polo strategico nazionale («PSN») ospita i servizi.", "PSN",
       "Polo strategico nazionale"},
      {"La CUN o Commissione unica nazionale decide.", "CUN", "Commissione unica nazionale"},
      {"Cos'è la NADEF: Nota di aggiornamento al Documento di economia e finanza.", "NADEF",
       "Nota di aggiornamento al Documento di economia e finanza"},
      {"Il “Polo Strategico Nazionale” (PSN) ospita i servizi.", "PSN",
       "Polo Strategico Nazionale"},
      {"La nuova PA: partire dall'ascolto.", nullptr, nullptr},
      {"I comuni (Roma esclusa) sono pronti.", nullptr, nullptr},
      {"Il ministro (PD) non c'era.", nullptr, nullptr},
  };
  for (const AcronymCase& test : kCases) {
    const MarkedDocument made = paragraph(test.text);
    const std::vector<Acronym> found = find_acronyms(made.document);
    if (test.short_form == nullptr) {
      EXPECT_TRUE(found.empty()) << test.text;
      continue;
    }
    ASSERT_EQ(found.size(), 1U) << test.text;
    EXPECT_EQ(found[0].short_form, test.short_form);
    EXPECT_EQ(found[0].long_form, test.long_form);
  }
}

}  // namespace
}  // namespace cifra
