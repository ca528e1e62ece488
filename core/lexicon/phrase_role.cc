#include "core/lexicon/phrase_role.h"

#include <string>
#include <unordered_map>

#include "core/lexicon/verbs.h"

namespace cifra::phrase {
namespace {

struct RoleRow {
  uint32_t roles;
  std::string_view words;  // separated by spaces
};

// A new word is a word more on its line. A word on several lines has all their roles.
constexpr RoleRow kRows[] = {
    {kArticle, "il lo la l' i gli le un uno una un'"},
    {kPreposition | kOf, "di d' del dello dell' della dei degli delle"},
    {kPreposition,
     "a ad al allo all' alla ai agli alle da dal dallo dall' dalla dai dagli dalle in nel nello "
     "nell' nella nei negli nelle su sul sullo sull' sulla sui sugli sulle con col coi per tra fra "
     "entro verso presso senza tramite mediante durante dopo prima contro sotto sopra attraverso "
     "dentro fuori lungo oltre fino sino circa secondo over under"},
    {kConjunction, "e ed o od oppure né nonché"},
    {kConnective,
     "mentre ma però invece tuttavia inoltre infatti quindi dunque cioè ovvero ossia rispetto pari "
     "quando se perché poiché affinché benché sebbene dove come quanto quindi pertanto sia "
     "nonostante ciò così anzi poi contro fronte grazie dovuto dovuta causa circa appena ben "
     "anche soprattutto soltanto solo solamente compreso compresa compresi comprese incluso "
     "inclusa "
     "inclusi incluse escluso esclusa esclusi escluse salvo tranne eccetto superiore inferiore "
     "superiori inferiori rispettivamente"},
    {kRelative, "che cui quale quali chi"},
    {kDeterminer, "quanti quante quanta qual"},
    {kPronoun | kAnaphor,
     "questi queste essi esse loro ne stessi stesse quelli quelle costoro medesimi medesime ciò"},
    {kPronoun,
     "ognuno ognuna ciascuno ciascuna si ci vi ce lui lei egli ella esso essa mi ti ne n' s' c' v' "
     "se"},
    {kDeterminer,
     "questo questa quest' quel quello quella quell' quei quegli quelle tale tali altri altre "
     "altro "
     "altra tutti tutte tutto tutta ogni ciascun ciascuno ciascuna alcuni alcune diversi diverse "
     "numerosi numerose suo sua suoi sue proprio propria propri proprie stesso stessa primi prime "
     "primo prima ultimi ultime ultimo ultima restanti rimanenti molti molte questi queste loro "
     "ulteriori ulteriore nuovi nuove entrambi entrambe prossimi prossime prossimo prossima scorso "
     "scorsa scorsi "
     "scorse soli sole sola"},
    {kAdverb,
     "non attualmente complessivamente complessivo già ancora ormai oggi ieri domani ora adesso "
     "finora sempre mai solo soltanto solamente appena quasi circa ben anche pur inoltre infine "
     "poi "
     "prima dopo invece tuttavia così più meno molto poco troppo tanto assai piuttosto "
     "annualmente mensilmente mediamente rispettivamente stabilmente ovviamente soprattutto "
     "nuovamente insieme intanto dunque quindi pure addirittura perfino persino almeno oltre "
     "esattamente precisamente approssimativamente indicativamente effettivamente globalmente "
     "disposizione totalmente là qui lì oltreché purtroppo"},
    {kHedge | kAdverb,
     "circa oltre quasi almeno appena ben soli soltanto solo massimo minimo intorno attorno "
     "più meno poco abbondanti scarsi"},
    {kMonth,
     "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
     "dicembre"},
    {kTimeNoun,
     "anno anni mese mesi trimestre semestre quadrimestre bimestre giorno giorni settimana "
     "settimane fine inizio metà primavera estate autunno inverno data periodo triennio biennio "
     "quinquennio decennio esercizio annualità oggi data ore ora secolo"},
    {kGenericNoun,
     "unità persone casi soggetti euro milioni miliardi totale valore importo somma numero cifra "
     "quota percentuale parte dato dati valori media complesso resto crescita aumento calo "
     "incremento riduzione diminuzione rapporto livello tasso elementi volte punti maggioranza "
     "perdita perdite balzo progresso "
     "flessione rialzo ribasso variazione variazioni differenza scarto vantaggio eccedenza "
     "contrazione "
     "cali aumenti incrementi riduzioni risparmio taglio tagli guadagno copertura massimo minimo "
     "teu cosa cose gran complessivi complessive complessivo complessiva totali individui annuo "
     "annua annui "
     "annue annuale annuali mensile mensili giornaliero giornaliera medio medi massima massimi "
     "massime minima minimi minime durata costo costi limite limiti soglia tetto ammontare "
     "medie lordo lordi netto netti dire"},
    {kPredicative,
     "fermo ferma fermi ferme stabile stabili maggiore maggiori minore minori simile simili uguale "
     "uguali alto alta alti alte basso bassa bassi basse storico storica lordo lorda lordi lorde "
     "netto netta netti netti avanti indietro pochi poche primi prime secondi seconde terzi terze "
     "quarti quarte restante rimanente vicino vicina vicini vicine lontano lontana possibile "
     "necessario necessaria seguente seguenti presente presenti disponibile disponibili nuovo "
     "invariato invariata invariati invariate inferiore superiore inferiori superiori doppio "
     "doppia "
     "cosa cose"},
    {kLightNoun,
     "media complesso ordine arco misura dettaglio totale importo tutto concreto ragione arrivo "
     "momento caso particolare corso vigore essere pratica sintesi prevalenza tempo attesa "
     "programma "
     "cantiere"},
    {kLocution,
     "riferimento relazione merito seguito sensi ambito corso fronte favore caso termini base "
     "virtù "
     "occasione presenza conseguenza effetto confronto materia quanto ragione tema conto luogo "
     "momento partire cura capo sede vista funzione linea rapporto paragone"},
    {kFiniteVerb | kCopula | kAuxiliary,
     "è é sono era erano sarà saranno sarebbe sarebbero fu furono sia siano fosse fossero e'"},
    {kAuxiliary, "stato stati stata state essere avere venire venuto venuti venute essendo avendo"},
    {kFiniteVerb | kAuxiliary,
     "venga vengano venisse venissero ha hanno aveva avevano avrà avranno avrebbe avrebbero ebbe "
     "ebbero abbia abbiano avesse viene "
     "vengono veniva venivano verrà verranno verrebbe verrebbero venne vennero può possono poteva "
     "potevano potrà potranno potrebbe potrebbero deve devono doveva dovevano dovrà dovranno "
     "dovrebbe dovrebbero va vanno andrà andranno abbiamo siamo avevamo avremo saremo ho"},
    {kFiniteVerb | kCopula,
     "ammonta ammontano ammontava ammontavano ammonterà ammonteranno ammontò ammontarono risulta "
     "risultano risultava risultavano risultò risulterà equivale equivalgono raggiunge raggiungono "
     "raggiungeva raggiungerà raggiungeranno raggiunse supera superano superava superavano superò "
     "vale valgono valeva valevano varrà costa costano costava costerà costeranno sale salgono "
     "saliva salì salirà saliranno scende scendono scendeva scese scenderà passa passano passava "
     "passò passarono passerà passeranno cresce crescono cresceva crebbe crescerà cresceranno "
     "aumenta aumentano aumentava aumentò aumenterà aumenteranno diminuisce diminuiscono diminuì "
     "diminuirà cala calano calava calò calerà resta restano restava restavano resterà rimane "
     "rimangono rimaneva rimarrà tocca toccano toccava toccò sfiora sfiorano sfiorava sfiorò "
     "attesta attestano attestava attestò attesterà conta contano contava contavano pesa pesano "
     "pesava rappresenta rappresentano rappresentava rappresentavano costituisce costituiscono "
     "corrisponde corrispondono arriva arrivano arrivava arrivò arriverà arriveranno riduce "
     "riducono "
     "ridusse ridurrà dura durano durava durerà durerebbe oscilla oscillano varia variano misura "
     "misurano incide incidono copre coprono copriva segna segnano segnava segnò balza balzano "
     "consiste constano aggira aggirano colloca collocano ferma fermano fermò figura figurano "
     "torna tornano assomma assommano sfonda sfondano"},
};

std::unordered_map<std::string_view, uint32_t> build_table() {
  std::unordered_map<std::string_view, uint32_t> table;
  for (const RoleRow& row : kRows) {
    for (size_t at = 0; at < row.words.size();) {
      size_t end = row.words.find(' ', at);
      if (end == std::string_view::npos) end = row.words.size();
      if (end > at) table[row.words.substr(at, end - at)] |= row.roles;
      at = end + 1;
    }
  }
  return table;
}

// "arriviamo", "spendiamo".
bool is_first_plural(std::string_view word) { return word.size() > 5 && word.ends_with("iamo"); }

// "irrigabile", "ammissibili": says how something is.
bool is_able_adjective(std::string_view word) {
  if (word.size() < 8 || word.starts_with("respons") || word.starts_with("automob") ||
      word.starts_with("contabil") || word.starts_with("immobil")) {
    return false;
  }
  return word.ends_with("abile") || word.ends_with("abili") || word.ends_with("ibile") ||
         word.ends_with("ibili");
}

// "-mente" makes adverbs; the few nouns that end so are shorter.
bool is_mente_adverb(std::string_view word) { return word.size() > 7 && word.ends_with("mente"); }

}  // namespace

uint32_t roles_of(std::string_view word) {
  static const std::unordered_map<std::string_view, uint32_t> kTable = build_table();
  uint32_t roles = 0;
  if (auto found = kTable.find(word); found != kTable.end()) roles = found->second;
  if (roles == 0 && is_mente_adverb(word)) return kAdverb;
  if (is_finite_verb(word) || is_first_plural(word)) roles |= kFiniteVerb;
  if (is_participle(word)) roles |= kParticiple;
  if (is_known_infinitive(word)) roles |= kInfinitive;
  if (is_able_adjective(word)) roles |= kPredicative;
  if (is_noun_or_verb(word)) roles |= kNounOrVerb;
  if ((roles & kFiniteVerb) == 0 && is_subjunctive(word)) roles |= kSubjunctive;
  return roles;
}

}  // namespace cifra::phrase
