#include "core/lexicon/question_words.h"

#include <string>
#include <unordered_map>
#include <unordered_set>

namespace cifra {
namespace {

struct AskedRow {
  Asked asked;
  std::string_view words;
};

constexpr AskedRow kNouns[] = {
    {Asked::kMoney,
     "soldi euro fondi risorse somme somma denaro finanziamenti finanziamento stanziamenti "
     "stanziamento importo costo costi spesa spese prezzo dotazione stipendio retribuzione salario "
     "paga premio contributo contributi incasso incassi gettito reddito multa sanzione valore "
     "debito fabbisogno saldo budget export bolletta canone indennizzo rimborso entrate "
     "investimento investimenti ricavi fatturato dollari sterline capitale patrimonio tariffa "
     "bonus assegno indennita tetto limite"},
    {Asked::kShare,
     "percentuale quota parte aliquota tasso incidenza affluenza proporzione percentuali fetta"},
    {Asked::kMeasure,
     "acqua energia elettricita superficie estensione potenza lunghezza altezza larghezza distanza "
     "peso capacita"},
    {Asked::kDuration,
     "eta durata tempo termine permanenza anni mesi giorni settimane ore minuti secondi scadenza"},
};

constexpr AskedRow kVerbs[] = {
    {Asked::kMoney,
     "costa costano costato costava vale valgono valeva spende spendono spendeva spendere speso "
     "incassa incassato incassarono stanzia stanziato stanziano guadagna guadagnano fruttato "
     "frutta recuperato recupera versa versato destina destinato finanzia riceve ricevono "
     "ricevuto ammonta ammontano ammontava ammontavano paga pagano pagato investe investito "
     "eroga erogato"},
    {Asked::kDuration, "dura durano durava durata durerebbe durera durato"},
};

constexpr std::string_view kChanges =
    "aumentato aumentata aumentati aumentate aumenta aumento cresciuto cresciuta cresciuti "
    "cresciute cresce crescono crescita calato calata calati calate cala calo diminuito diminuita "
    "diminuiti diminuite diminuzione ridotto ridotta ridotti ridotte riduzione riduce incremento "
    "sceso scesa scesi scese salito salita saliti salite variazione tagliata tagliato taglio "
    "prorogato rialzo flessione ribasso";

constexpr std::string_view kMore =
    "nuovo nuova nuovi nuove ulteriore ulteriori aggiungere aggiunge aggiungono aggiunto aggiunta "
    "aggiunti aggiunte guadagnato guadagnati perso persi persa perse mancano";

constexpr std::string_view kTotals =
    "totale totali totalmente complessivo complessiva complessivi complessive complessivamente "
    "globale globalmente insieme";

constexpr std::string_view kMeans = "media medio medi medie mediamente";

constexpr std::string_view kNow =
    "oggi attualmente adesso attuale attuali ultimo ultima ultimi ultime recente recenti";

constexpr std::string_view kInterrogatives =
    "quanto quanta quanti quante quant quale quali qual che chi come dove quando";

constexpr std::string_view kStopWords =
    "quanto quanta quanti quante quant qual quale quali che chi come dove quando e sono era erano "
    "sara saranno fu furono sia siano stato stata stati state essere ha hanno aveva avevano ebbe "
    "avra avranno avere abbia viene vengono venne secondo risulta risultano risultava risultavano "
    "gia piu meno ci si ne esattamente precisamente circa solo anche ancora attualmente oggi "
    "invece cosa c'erano c'e deve devono dovrebbe dovrebbero puo possono potrebbe potrebbero "
    "potevano sarebbe sarebbero verrebbe verrebbero veniva venivano cui quello quella tutto tutti "
    "tutte tutta corso dopo prima entro oltre fino dati dato ammonta ammontano ammontava "
    "ammontavano vale valeva costa costava esatto esatta numero media fatto fatti fatta fatte "
    "andato andati andata andate avuto avuti percentuale quota parte misura previsto prevista "
    "previsti previste prevede rispetto totale proprio propri fosse fossero va vanno sui sulle dai "
    "dalle negli ogni per sotto sopra tra fra qualche volte volta euro";

template <size_t N>
std::unordered_map<std::string_view, Asked> table_of(const AskedRow (&rows)[N]) {
  std::unordered_map<std::string_view, Asked> table;
  for (const AskedRow& row : rows) {
    for (size_t at = 0; at < row.words.size();) {
      size_t end = row.words.find(' ', at);
      if (end == std::string_view::npos) end = row.words.size();
      table.emplace(row.words.substr(at, end - at), row.asked);
      at = end + 1;
    }
  }
  return table;
}

std::unordered_set<std::string_view> set_of(std::string_view words) {
  std::unordered_set<std::string_view> set;
  for (size_t at = 0; at < words.size();) {
    size_t end = words.find(' ', at);
    if (end == std::string_view::npos) end = words.size();
    set.insert(words.substr(at, end - at));
    at = end + 1;
  }
  return set;
}

}  // namespace

Asked asked_by_noun(std::string_view word) {
  static const std::unordered_map<std::string_view, Asked> kTable = table_of(kNouns);
  const auto found = kTable.find(word);
  return found == kTable.end() ? Asked::kAnything : found->second;
}

Asked asked_by_verb(std::string_view word) {
  static const std::unordered_map<std::string_view, Asked> kTable = table_of(kVerbs);
  const auto found = kTable.find(word);
  return found == kTable.end() ? Asked::kAnything : found->second;
}

bool is_change_word(std::string_view word) {
  static const std::unordered_set<std::string_view> kWords = set_of(kChanges);
  return kWords.contains(word);
}

bool is_more_word(std::string_view word) {
  static const std::unordered_set<std::string_view> kWords = set_of(kMore);
  return kWords.contains(word);
}

bool is_total_word(std::string_view word) {
  static const std::unordered_set<std::string_view> kWords = set_of(kTotals);
  return kWords.contains(word);
}

bool is_mean_word(std::string_view word) {
  static const std::unordered_set<std::string_view> kWords = set_of(kMeans);
  return kWords.contains(word);
}

bool is_now_word(std::string_view word) {
  static const std::unordered_set<std::string_view> kWords = set_of(kNow);
  return kWords.contains(word);
}

bool is_interrogative(std::string_view word) {
  static const std::unordered_set<std::string_view> kWords = set_of(kInterrogatives);
  return kWords.contains(word);
}

bool is_question_stop_word(std::string_view word) {
  static const std::unordered_set<std::string_view> kWords = set_of(kStopWords);
  return kWords.contains(word);
}

}  // namespace cifra
