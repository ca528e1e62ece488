#include "core/lexicon/reference_cue.h"

#include "core/lexicon/word_list.h"

namespace cifra {
namespace {

struct CueRow {
  Cue cue;
  std::string_view words;
};

constexpr CueRow kCues[] = {
    {Cue::kStrong,
     "articolo articoli art artt comma commi co cc cpv lettera lett n nn nr num numero numeri "
     "legge leggi direttive regolamenti decreti circolari ordinanze sentenze "
     "l ll decreto dl dlgs dpr dpcm dm dgr dpgr ddl dd dir regolamento direttiva delibera "
     "deliberazione delibere determina determinazione circolare ordinanza sentenza provvedimento "
     "protocollo prot pagina pagine pag pagg pp p paragrafo paragrafi par \u00A7 rep doc "
     "atto fascicolo fasc foglio mappale particella subalterno raccomandata ricorso "
     "interrogazione mozione emendamento considerando cfr proposta"},
    {Cue::kWeak,
     "tabella tabelle tab tavola tavole tav figura figure fig figg grafico grafici graf prospetto "
     "prospetti riquadro box allegato allegati all appendice sezione sezioni sez capitolo capitoli "
     "capo titolo volume vol scheda schede lotto missione missioni componente componenti "
     "investimento subinvestimento sub riforma misura misure milestone submisura obiettivo "
     "linea azione asse fase fasi zona tipo tipologia tier livello classe categoria modello mod "
     "modulo versione ver v release step pilastro punto voce quadro rigo sottoparagrafo "
     "priorita pillar work wp task binario interno civico scala piano lettera nota note parte "
     "edizione vers stazione corsia strada ss sp gruppo girone turno round programma "
     "quesito domanda slide diapositiva esempio es ipotesi scenario opzione variante area "
     "distretto "
     "asl asp ats quota agenda europa orizzonte horizon expo covid omicron delta rai canale "
     "formula dimensione competenza punti lotti assi moduli esempi quesiti criteri requisiti "
     "principi linee obiettivi "
     "competenze traguardi "
     "form cod codice id ruolo matricola fascia indice campo colonna riga serie generazione"},
    {Cue::kPhone,
     "tel telefono telefonico telefoniche telefonica cell cellulare fax centralino "
     "whatsapp sms tfn verde"},
    {Cue::kCode,
     "cup cig iban bic cap piva pi cf fiscale isbn issn doi rea iva isil cro ean imei smartcig"},
};

constexpr std::string_view kDotted =
    "p co c cc l ll par all es v mod sub sp ss pi cf dir doc tab "
    "fig vol sez cap cod graf tav cell rep reg id cfr n nn nr num "
    "dd dm dl";
// … of which these are cues without a dot as well.
constexpr std::string_view kAlsoWithoutDot = "n nn nr dd dm dl ss sp id tab fig tav cf pi";

constexpr std::string_view kSuffixes =
    "bis ter quater quinquies sexies septies octies novies decies undecies duodecies terdecies "
    "quaterdecies quinquiesdecies sexiesdecies";

constexpr std::string_view kQuantityWords =
    "% \u2030 \u20AC $ \u00A3 euro eur usd gbp chf lire dollari sterline franchi yen mila milione "
    "milioni miliardo miliardi mln mld mio mil ml migliaia migliaio centinaia centinaio decine "
    "bilioni percento percentuali punti punto km kmq mq mc cm mm ettari metri metro kg "
    "tonnellate quintali litri kw kwh mw mwh gw gwh tw twh mbps gbps tep ore ora minuti secondi "
    "giorni giorno mesi mese anni anno settimane settimana chilometri chilogrammi gradi volte";

constexpr std::string_view kSmallNumbers =
    "uno una due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici "
    "quindici sedici diciassette diciotto diciannove venti trenta quaranta cinquanta sessanta "
    "settanta ottanta novanta cento";

const WordMap<Cue>& cues() {
  static const WordMap<Cue> map = [] {
    WordMap<Cue> result;
    for (const CueRow& row : kCues) {
      for_each_word(row.words, [&](std::string_view word) { result.emplace(word, row.cue); });
    }
    return result;
  }();
  return map;
}

const WordSet& quantity_words() {
  static const WordSet words(kQuantityWords);
  return words;
}

const WordSet& small_numbers() {
  static const WordSet words(kSmallNumbers);
  return words;
}

}  // namespace

Cue reference_cue(std::string_view folded) {
  const auto found = cues().find(folded);
  return found == cues().end() ? Cue::kNone : found->second;
}

bool is_plural_label(std::string_view folded) {
  static const WordSet words(
      "punti lotti assi moduli esempi quesiti criteri requisiti principi linee obiettivi "
      "competenze "
      "traguardi");
  return words.has(folded);
}

bool needs_dot(std::string_view folded) {
  static const WordSet dotted(kDotted);
  static const WordSet not_only(kAlsoWithoutDot);
  return dotted.has(folded) && !not_only.has(folded);
}

bool is_article_suffix(std::string_view folded) {
  static const WordSet words(kSuffixes);
  return words.has(folded);
}

bool is_quantity_word(std::string_view folded) { return quantity_words().has(folded); }

bool is_small_number_word(std::string_view folded) { return small_numbers().has(folded); }

std::vector<std::string_view> cue_words() {
  std::vector<std::string_view> words = cues().words();
  for (const std::string_view word : quantity_words().words()) words.push_back(word);
  for (const std::string_view word : small_numbers().words()) words.push_back(word);
  return words;
}

}  // namespace cifra
