#include "core/pipeline/metadata.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "core/layout/plain_text.h"
#include "core/pipeline/document_date.h"
#include "core/pipeline/issuer.h"

namespace cifra {
namespace {

Document read(std::string_view text, std::string_view media_type = "text/plain") {
  Reading reading;
  reading.verbatim = std::string(text);
  reading.metadata.media_type = media_type;
  return lay_out_verbatim(std::move(reading));
}

struct NamedDate {
  std::string_view name, date;
};

TEST(DateInName, ReadsWholeDatesOnly) {
  constexpr NamedDate kCases[] = {
      {"20200308.pdf", "2020-03-08"},
      {"bollettino_20200308_v2.pdf", "2020-03-08"},
      {"nota-2021-05-19.html", "2021-05-19"},
      {"report_12-03-2020.txt", "2020-03-12"},
      {"verbale 10.01.2024.pdf", "2024-01-10"},
      {"120200308.pdf", ""},
      {"20201308.pdf", ""},
      {"0105-2021.pdf", ""},
      {"00000000.pdf", ""},
      {"relazione2020.pdf", ""},
      {"", ""},
  };
  for (const NamedDate& c : kCases) EXPECT_EQ(date_in_name(c.name), c.date) << c.name;
}

struct DatedText {
  std::string_view text, date;
};

TEST(DateInText, FindsTheDayOfPublication) {
  constexpr DatedText kCases[] = {
      {"Roma, 3 marzo 2022\n\nGli iscritti sono dodici.", "2022-03-03"},
      {"(Farnesina, 29 novembre 2018) Si è chiusa la seduta.", "2018-11-29"},
      {"ROMA, 29 nov. 2013 – Gli occupati sono in calo.", "2013-11-29"},
      {"Sintesi dei risultati\n(informazioni e dati aggiornati al 20 gennaio 2021)", "2021-01-20"},
      {"Dati aggiornati all'8 marzo 2020\n\nGli iscritti sono dodici.", "2020-03-08"},
      {"Pubblicato il 29/03/2024\n\nRoma, 28 marzo 2024\n\nGli iscritti sono 12.", "2024-03-29"},
      {"Data di pubblicazione: 5 maggio 2021", "2021-05-05"},
      {"COMUNICATO STAMPA – 18 marzo 2019\n\nGli iscritti sono dodici.", "2019-03-18"},
      {"11 ottobre 2022\n\nProduzione industriale ad agosto", "2022-10-11"},
      {"Novembre 13, 2025\n\nGli iscritti sono dodici.", "2025-11-13"},
      {"Elezioni del 4 marzo 2018, i dati\n\nROMA, 5 MARZO - Ha votato il 72%.", "2018-03-05"},
      {"Nota sui posti letto\n\nI posti letto sono dodici.\n\nRoma, 1° aprile 2011", "2011-04-01"},
      // Days that say something else.
      {"La legge 17 luglio 2020, n. 77 ha stanziato 3 milioni per gli anni seguenti.", ""},
      {"9 agosto 2019\n\n8 agosto 2020\n\nSicilia\n\n231", ""},
      {"Gli incontri cominciano il 12 maggio 2021 e durano due mesi in tutte le sedi.", ""},
      {"Nel 2020 gli iscritti erano dodici.", ""},
      {"", ""},
  };
  for (const DatedText& c : kCases) EXPECT_EQ(date_in_text(read(c.text)), c.date) << c.text;
}

struct Head {
  std::string_view text, issuer;
};

TEST(IssuerInText, ReadsLetterheads) {
  constexpr Head kCases[] = {
      {"MINISTERO DELL'ECONOMIA E DELLE FINANZE\nComunicato n. 5\n\nIl saldo è in calo di molto.",
       "Ministero dell'Economia e delle Finanze"},
      {"Presidenza del Consiglio dei Ministri\nIL MINISTRO PER IL SUD\n\nUn testo qualsiasi.",
       "Presidenza del Consiglio dei Ministri"},
      {"Corte dei conti | Sezione di controllo | Delib. n. 6\n\nLa relazione riguarda il 2015.",
       "Corte dei conti"},
      {"IL MINISTRO DELLA SALUTE\n\nsentito il Consiglio, decreta quanto segue.",
       "Ministro della Salute"},
      {"REGIONE PIEMONTE - Giunta regionale\n\nGli ospedali sono dodici.", "Regione Piemonte"},
      {"Comune di Forlì\n\nGli ospedali sono dodici.", "Comune di Forlì"},
      {"L’UNIVERSITÀ DI PAVIA\n\nGli iscritti sono mille.", "Università di Pavia"},
      {"Il ministero ha comunicato ieri che i posti sono 12.", ""},
      {"Ministeri e Regioni hanno firmato l'accordo sui trasporti locali.", ""},
      {"Istat, cresce il lavoro nelle regioni del Sud\n\nGli occupati sono dodici.", ""},
      {"Comune di Roma: tre bandi per le scuole\n\nI bandi sono tre.", ""},
      {"Agenzia per le nuove tecnologie, l'energia e lo sviluppo economico\n\nI dati sono tre.",
       "Agenzia per le nuove tecnologie, l'energia e lo sviluppo economico"},
      {"ISTAT\n\nGli occupati sono dodici.", "Istat"},
      {"Regionevole premessa\n\nGli iscritti sono mille.", ""},
  };
  for (const Head& c : kCases) EXPECT_EQ(issuer_in_text(read(c.text)), c.issuer) << c.text;
}

TEST(TitleInText, PrefersTheHighestHeading) {
  EXPECT_EQ(title_in_text(read("MINISTERO DELL'INTERNO\n\nIl rapporto sull'anno 2020\n\n"
                               "Nel 2020 sono stati svolti dodici controlli in tutte le sedi.\n")),
            "Il rapporto sull'anno 2020");
  EXPECT_EQ(title_in_text(read("Gli iscritti sono 12 in tutto il Paese.\n")),
            "Gli iscritti sono 12 in tutto il Paese.");
  EXPECT_EQ(title_in_text(read("")), "");
}

TEST(JunkTitle, KnowsWhatProgramsWrite) {
  for (std::string_view title :
       {"", "Microsoft Word - nota_05.doc", "Presentazione standard di PowerPoint", "untitled",
        "bozza finale.docx", "rapporto_2020_v3", "20200308", "nota"}) {
    EXPECT_TRUE(is_junk_title(title, "nota.pdf")) << title;
  }
  for (std::string_view title :
       {"Rapporto annuale 2020", "Bilancio", "I numeri dell'Assegno unico"}) {
    EXPECT_FALSE(is_junk_title(title, "nota.pdf")) << title;
  }
}

TEST(Metadata, FileNameIsTheLastResort) {
  Document document = read("Gli iscritti sono dodici in tutto.\n");
  complete_metadata(document, "bollettino-20200308.txt");
  EXPECT_EQ(document.metadata.published_on, "2020-03-08");
  EXPECT_EQ(document.metadata.title, "Gli iscritti sono dodici in tutto.");

  Document empty = read("");
  complete_metadata(empty, "nota.txt");
  EXPECT_EQ(empty.metadata.title, "nota");
}

TEST(Metadata, PartsTheSitesName) {
  Document document = read("Gli arrivi sono dodici.", "text/html");
  document.metadata.title = "Movimento turistico, anno 2023 | Istat";
  complete_metadata(document, "pagina.html");
  EXPECT_EQ(document.metadata.title, "Movimento turistico, anno 2023");
  EXPECT_EQ(document.metadata.issuer, "Istat");
  document.metadata.title = "Il piano - seconda parte";
  complete_metadata(document, "pagina.html");
  EXPECT_EQ(document.metadata.title, "Il piano - seconda parte");
}

TEST(Metadata, KeepsWhatTheReaderFound) {
  Document document = read("COMUNE DI ROMA\n\nGli iscritti sono dodici in tutto.\n", "text/html");
  document.metadata.title = " Gli  iscritti\nai corsi ";
  document.metadata.issuer = "Roma Capitale";
  document.metadata.published_on = "2021-02-03";
  complete_metadata(document, "20200308.html");
  EXPECT_EQ(document.metadata.title, "Gli iscritti ai corsi");
  EXPECT_EQ(document.metadata.issuer, "Roma Capitale");
  EXPECT_EQ(document.metadata.published_on, "2021-02-03");
}

// A folder of its own for each test, gone at its end.
class Sidecar : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() /
              ("cifra-sidecar-" + std::to_string(getpid()) + "-" +
               testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  Document with(std::string_view json) {
    std::ofstream(folder_ / "nota.meta.json") << json;
    Document document = read("Gli iscritti sono 12.");
    document.metadata.title = "Prima";
    EXPECT_TRUE(apply_sidecar(document, folder_ / "nota.txt"));
    return document;
  }

  std::filesystem::path folder_;
};

TEST_F(Sidecar, Wins) {
  const Document document = with(
      R"({"title":"Dopo","issuer":"Inps","published_on":"2021-01-20","url":"https://x.it","n":1})");
  EXPECT_EQ(document.metadata.title, "Dopo");
  EXPECT_EQ(document.metadata.issuer, "Inps");
  EXPECT_EQ(document.metadata.published_on, "2021-01-20");
  EXPECT_EQ(document.metadata.url, "https://x.it");
  EXPECT_TRUE(document.warnings.empty());
}

TEST_F(Sidecar, NamesFileAndRemedy) {
  struct Wrong {
    std::string_view json, message;
  };
  constexpr Wrong kCases[] = {
      {R"({"title": )", "nota.meta.json is not valid JSON"},
      {"", "nota.meta.json is not valid JSON"},
      {"[]", "nota.meta.json holds no JSON object"},
      {R"({"title": 12})", "nota.meta.json has a title that is no text"},
      {R"({"published_on": "20 gennaio 2021"})",
       "nota.meta.json has published_on \"20 gennaio 2021\"; write the date as 2021-01-20"},
      {R"({"published_on": "2021-13-01"})", "nota.meta.json has published_on \"2021-13-01\""},
  };
  for (const Wrong& c : kCases) {
    const Document document = with(c.json);
    EXPECT_EQ(document.metadata.title, "Prima") << c.json;
    ASSERT_EQ(document.warnings.size(), 1U) << c.json;
    EXPECT_TRUE(document.warnings[0].starts_with(c.message)) << document.warnings[0];
  }
}

TEST_F(Sidecar, MayBeAbsent) {
  Document document = read("Gli iscritti sono 12.");
  EXPECT_FALSE(apply_sidecar(document, folder_ / "altra.txt"));
  EXPECT_TRUE(document.warnings.empty());
}

}  // namespace
}  // namespace cifra
