// What reader-html makes of pages, through the plugin boundary as a run does. A case is a page and
// the blocks expected of it, one a line.

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>
#include <variant>

#include "core/plugin/registry.h"
#include "tests/paths.h"

namespace cifra {
namespace {

const Registry& registry() {
  static const Registry kRegistry({build_folder() / "plugins"});
  return kRegistry;
}

// "h2 words", "p words", "li1 words", "note words", "table caption", "  1,0 1x2 head: words".
std::string shown(const Reading& reading) {
  static constexpr const char* kRoles[] = {"p", "h", "li", "caption", "note", "head", "foot"};
  const auto words = [&](Span span) {
    std::string text(span.of(reading.text));
    std::replace(text.begin(), text.end(), '\n', '|');
    return text;
  };
  std::ostringstream out;
  for (const ReadBlock& block : reading.blocks) {
    if (block.role != BlockRole::kTable) {
      out << kRoles[static_cast<size_t>(block.role)];
      if (block.role == BlockRole::kHeading || block.role == BlockRole::kListItem) {
        out << static_cast<int>(block.level);
      }
      out << ' ' << words(block.text) << '\n';
      continue;
    }
    const ReadTable& table = reading.tables[block.table];
    out << "table" << (table.caption.empty() ? "" : " ") << words(table.caption) << '\n';
    for (const ReadCell& cell : table.cells) {
      out << "  " << cell.row << ',' << cell.column;
      if (cell.row_span != 1 || cell.column_span != 1) {
        out << ' ' << cell.row_span << 'x' << cell.column_span;
      }
      out << (cell.head ? " head: " : ": ") << words(cell.text) << '\n';
    }
  }
  return out.str();
}

Reading read_page(std::string_view page) {
  auto result = registry().read("pagina.html", page, 1 << 24);
  if (auto* failure = std::get_if<ReadFailure>(&result)) {
    ADD_FAILURE() << failure->reason;
    return {};
  }
  return std::move(std::get<Reading>(result));
}

struct Case {
  const char* name;
  const char* page;
  const char* blocks;
};

constexpr Case kBlocks[] = {
    {"headings, paragraphs, nested lists",
     "<h1>Bilancio</h1><p>Le voci sono due:</p><ul><li>spese<ul><li>3 milioni per la scuola</li>"
     "</ul></li><li><p>entrate</p><p>in calo</p></li></ul><h3>Note</h3>",
     "h1 Bilancio\np Le voci sono due:\nli0 spese\nli1 3 milioni per la scuola\nli0 entrate\n"
     "p in calo\nh3 Note\n"},
    {"inline elements do not break words",
     "<p>Sono <b>16 mil</b>ioni e <span>400</span><i>mila</i> i <a href=x>cittadini</a>.</p>",
     "p Sono 16 milioni e 400mila i cittadini.\n"},
    {"br parts lines, two part paragraphs",
     "<p>Spesa<br>5 milioni<br/><br>\nEntrata<br>6 milioni</p>",
     "p Spesa|5 milioni\np Entrata|6 milioni\n"},
    {"entities and spaces",
     "<p>Pi&ugrave;  di\n 5&nbsp;000&#160;&euro;&nbsp;per&shy;ch&#233; &lt;no&gt;</p>",
     "p Più di 5\u00A0000\u00A0€\u00A0perché <no>\n"},
    {"note marks leave, other raised digits stay",
     "<p>Sono 1.234<sup><a href='#n1'>1</a></sup> su 990<a href='#n2'>[2]</a>, 5 km<sup>2</sup>, "
     "il 1<sup>o</sup> e 1.234<sup>3</sup>.</p><ol><li id=n1>Dato provvisorio.</li>"
     "<li id=n2>Dato finale.</li></ol>",
     "p Sono 1.234 su 990, 5 km², il 1º e 1.234³.\nnote Dato provvisorio.\nnote Dato finale.\n"},
    {"hidden and struck text",
     "<p>Costo <del>5</del> 6 euro<span style='display: none'> o 7</span><span hidden>8</span>.</p>"
     "<p aria-hidden=true>9</p><div class='sr-only'>Salta</div><p class='d-none d-md-block'>dieci "
     "euro</p>",
     "p Costo 6 euro.\np dieci euro\n"},
    {"definition list", "<dl><dt>Importo</dt><dd>5 milioni</dd></dl>",
     "p Importo\nli0 5 milioni\n"},
    {"text without blocks", "<body>Sono 5 <p>e 6</p> e 7</body>", "p Sono 5\np e 6\np e 7\n"},
    {"table with heads and spans",
     "<table><caption>Spesa (milioni)</caption><thead><tr><th rowspan=2>Regione<th colspan=2>Anno"
     "</tr><tr><th>2020<th>2021</tr></thead><tfoot><tr><td>Totale<td>3<td>7</tr></tfoot><tbody>"
     "<tr><th scope=row>Lazio<td>1<td>3<br>4</tr></tbody></table>",
     "table Spesa (milioni)\n  0,0 2x1 head: Regione\n  0,1 1x2 head: Anno\n  1,1 head: 2020\n"
     "  1,2 head: 2021\n  2,0 head: Lazio\n  2,1: 1\n  2,2: 3|4\n  3,0: Totale\n  3,1: 3\n"
     "  3,2: 7\n"},
    {"table with a note mark and hidden row",
     "<table><tr><th>a<th>b</tr><tr hidden><td>x<td>y</tr><tr><td>1.234<sup><a "
     "href='#f'>1</a></sup>"
     "<td>5<sup>2</sup></tr></table>",
     "table\n  0,0 head: a\n  0,1 head: b\n  1,0: 1.234\n  1,1: 5²\n"},
    {"layout table", "<table><tr><td><h2>Titolo</h2><p>Sono 5.</p></td></tr></table>",
     "h2 Titolo\np Sono 5.\n"},
    {"rowspan 0 goes to the end of the group, colspan without end is cut",
     "<table><tbody><tr><td rowspan=0>a<td colspan=99999>b</tr><tr><td>c</tr></tbody><tbody><tr>"
     "<td>d<td>e</tr></tbody></table>",
     "table\n  0,0 2x1: a\n  0,1 1x999: b\n  1,1: c\n  2,0: d\n  2,1: e\n"},
    {"unclosed and wrongly nested", "<div><p>Sono <b>5<p>e 6</b> <li>sette",
     "p Sono 5\np e 6\nli0 sette\n"},
    {"quote element", "<p>Ha detto: <q>sono 5</q>.</p>", "p Ha detto: “sono 5”.\n"},
};

TEST(ReaderHtml, PushesBlocks) {
  for (const Case& test : kBlocks) EXPECT_EQ(shown(read_page(test.page)), test.blocks) << test.name;
}

constexpr const char* kSentence =
    "<p>Nel 2020 sono stati stanziati 12 milioni di euro per le scuole, il doppio del 2019.</p>"
    "<p>Lo ha detto il ministro, presentando la relazione annuale alle Camere.</p>";

// Furniture that must leave the sentence alone.
constexpr Case kFurniture[] = {
    {"nav, header, footer, aside",
     "<header><p>Il portale del ministero, per tutti i cittadini.</p></header><nav><ul><li><a "
     "href=1>Uno</a></ul></nav>%<aside><p>Ci sono 99 altri contenuti, tutti da leggere.</p></aside>"
     "<footer><p>Via Roma 1, 00100 Roma. Tel. 06 1234.</p></footer>",
     ""},
    {"class words",
     "<div class='mainMenu'><p>Voce 1, voce 2, voce 3 e tutte le altre voci.</p></div><div "
     "id=page>%</div><div class='site-footer'><p>Capitale sociale 5 milioni, interamente "
     "versato.</p></div>",
     ""},
    {"roles", "<div role=banner>Ministero 1</div>%<div role=contentinfo>CF 800</div>", ""},
    {"cookie notice without a name",
     "<div><p>Questo sito usa cookie di 3 tipi, anche di terze parti.</p><button>Accetta</button>"
     "<a href=x>Rifiuta</a> o accetta tutto</div><div>%</div>",
     ""},
    {"main element wins",
     "<div><p>Altre 44 notizie, tutte di oggi e tutte da leggere con "
     "calma.</p></div><main>%</main>",
     ""},
    {"list of links",
     "<div>%<ul><li><a href=1>Allegato 1</a><li><a href=2>Allegato 2</a><li><a href=3>Allegato "
     "3</a></ul></div>",
     ""},
    {"a class on everything is no reason", "<div class='has-sidebar menu-open'>%</div>", ""},
    {"a form around the page", "<form>%</form>", ""},
    {"read more", "<article>%<p><a href=x>Leggi le altre 12 notizie</a></p></article>", ""},
    {"script and style",
     "<script>var a = 5;</script><style>p{width:5px}</style>%<noscript>6</noscript>", ""},
    {"title before the text's column",
     "<div class=hero><h1>Scuola: 12 milioni</h1></div><main>%</main>", "h1 Scuola: 12 milioni\n"},
};

TEST(ReaderHtml, FindsTheMainText) {
  const std::string sentence = shown(read_page(kSentence));
  ASSERT_EQ(std::count(sentence.begin(), sentence.end(), '\n'), 2);
  for (const Case& test : kFurniture) {
    std::string page = test.page;
    page.replace(page.find('%'), 1, kSentence);
    EXPECT_EQ(shown(read_page(page)), test.blocks + sentence) << test.name;
  }
}

struct Head {
  const char* head;
  const char* title;
  const char* issuer;
  const char* published_on;
};

constexpr Head kHeads[] = {
    {"<title>Bilancio - Ministero X</title><meta property='og:site_name' content='Ministero X'>"
     "<meta property='article:published_time' content='2021-01-20T10:00:00+01:00'>",
     "Bilancio", "Ministero X", "2021-01-20"},
    {"<title>t</title><meta name='DC.title' content='Bilancio'><meta name='DC.publisher' "
     "content='Regione Y'><meta name='DC.date' content='20/01/2021'>",
     "Bilancio", "Regione Y", "2021-01-20"},
    {"<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"no\"},"
     "{\"@type\":[\"NewsArticle\"],\"headline\":\"Bilancio\",\"datePublished\":\"2021-01-20\","
     "\"publisher\":{\"@type\":\"Organization\",\"name\":\"Istituto Z\"}}]}</script>",
     "Bilancio", "Istituto Z", "2021-01-20"},
    {"<title>Bilancio | Portale</title><script type='application/ld+json'>{broken</script>",
     "Bilancio | Portale", "", ""},
    {"<meta name=date content='presto'>", "", "", ""},
};

TEST(ReaderHtml, ReadsTheHead) {
  for (const Head& test : kHeads) {
    const Reading reading =
        read_page("<html><head>" + std::string(test.head) + "</head><body><p>5</p></body></html>");
    EXPECT_EQ(reading.metadata.title, test.title) << test.head;
    EXPECT_EQ(reading.metadata.issuer, test.issuer) << test.head;
    EXPECT_EQ(reading.metadata.published_on, test.published_on) << test.head;
  }
  const Reading reading =
      read_page("<h1>Bilancio</h1><time pubdate datetime='2021-01-20'>ieri</time><p>Sono 5.</p>");
  EXPECT_EQ(reading.metadata.title, "Bilancio");
  EXPECT_EQ(reading.metadata.published_on, "2021-01-20");
}

struct Charset {
  const char* name;
  std::string_view page;
};

using namespace std::literals;

constexpr Charset kCharsets[] = {
    {"declared in meta", "<meta charset=iso-8859-1><p>citt\xE0 di 5 \x80</p>"sv},
    {"declared for http",
     "<meta http-equiv=Content-Type content='text/html; charset=windows-1252'><p>citt\xE0 di 5 \x80</p>"sv},
    {"declared and wrong", "<meta charset=utf-8><p>citt\xE0 di 5 \x80</p>"sv},
    {"declared latin, is utf-8", "<meta charset=iso-8859-1><p>città di 5 €</p>"sv},
    {"nothing declared", "<p>città di 5 €</p>"sv},
    {"mark", "\xEF\xBB\xBF<meta charset=iso-8859-1><p>città di 5 €</p>"sv},
    {"xml declaration", "<?xml version='1.0' encoding='ISO-8859-15'?><p>citt\xE0 di 5 \xA4</p>"sv},
};

TEST(ReaderHtml, DecodesPages) {
  for (const Charset& test : kCharsets) {
    EXPECT_EQ(shown(read_page(test.page)), "p città di 5 €\n") << test.name;
  }
}

TEST(ReaderHtml, StandsHostilePages) {
  std::string deep = "<p>Sono 5.</p>";
  for (int i = 0; i < 50'000; ++i) deep += "<div><span>";
  EXPECT_EQ(shown(read_page(deep + "6")).substr(0, 10), "p Sono 5.\n");
  std::string wide = "<table>";
  for (int i = 0; i < 300; ++i) wide += "<tr><td rowspan=65534 colspan=1000>1<td>2</tr>";
  EXPECT_EQ(read_page(wide).tables.size(), 1u);
}

TEST(ReaderHtml, SaysThatAPageHoldsNoText) {
  for (const char* page : {"<html><body><script>build()</script></body></html>", "<html></html>"}) {
    auto result = registry().read("pagina.html", page, 1 << 20);
    ASSERT_TRUE(std::holds_alternative<ReadFailure>(result)) << page;
    EXPECT_NE(std::get<ReadFailure>(result).reason.find("holds no text"), std::string::npos);
  }
}

}  // namespace
}  // namespace cifra
