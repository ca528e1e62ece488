#include "core/lexicon/attribution.h"

#include "core/lexicon/word_list.h"

namespace cifra {
namespace {

constexpr std::string_view kSaying =
    "dice dicono detto afferma affermano affermato dichiara dichiarano dichiarato spiega spiegano "
    "spiegato sottolinea sottolineano sottolineato aggiunge aggiungono aggiunto ricorda ricordano "
    "ricordato riferisce riferiscono riferito annuncia annunciano annunciato osserva osservano "
    "osservato precisa precisano precisato ammette ammesso conclude concluso commenta commentano "
    "commentato sostiene sostengono sostenuto evidenzia evidenziano evidenziato ribadisce ribadito "
    "rende comunica comunicano comunicato scrive scrivono scritto stima stimano segnala segnalano "
    "segnalato rileva rilevano rilevato calcola calcolano calcolato ricostruisce riporta riportano "
    "parla parlano assicura assicurato conferma confermano confermato informa informano replica "
    "risponde chiarisce chiarito avverte avvertito racconta indica indicano cita certifica "
    "prosegue proseguito continua continuato insiste insistito sintetizza argomenta argomentato "
    "puntualizza puntualizzato rimarca rimarcato rivendica rivendicato scandisce rassicura "
    "rassicurato avvisa ammonisce denuncia denunciato fatto fa fanno sapere reso rendono";

constexpr std::string_view kWeakSaying =
    "riporta riportano riportato indica indicano parla parlano cita stima stimano rileva rilevano "
    "rilevato calcola calcolano calcolato continua continuato prosegue segnala segnalano osserva "
    "osservano racconta denuncia denunciato avvisa scrive scrivono rende fa fanno fatto reso "
    "rendono dichiarano";

constexpr std::string_view kNoSources =
    "tabella tabelle figura figure grafico grafici allegato allegati articolo art comma capitolo "
    "sezione paragrafo dimensione regolamento decreto legge direttiva linee piano codice "
    "costituzione strategia modello quadro convenzione contratto principio criteri gdpr trattato "
    "ordinanza delibera deliberazione circolare disposizioni norma norme metodo scheda slide "
    "appendice nota premessa bando avviso";

constexpr std::string_view kLeadsToSource =
    "i gli le la il lo l' un una uno dati stime dato del dell' della degli delle dei di dello "
    "quanto "
    "rapporto relazione studio indagine bollettino stima elaborazioni elaborazione rilevazioni "
    "rilevazione analisi report ricerca nota comunicato monitoraggio annuario censimento ultimi "
    "ultime ultimo ultima più recenti recente nuovo nuova nuovi nuove calcoli conti numeri primo "
    "prima prime primi alla al alle ai agli allo all' da dal dall' dalla dai dagli diffuso diffusi "
    "diffuse diffusa pubblicato pubblicati pubblicata comunicato comunicati dichiarato emerge "
    "riferito reso noto afferma affermato scrive provvisori definitivi ufficiali";

constexpr std::string_view kKnownSources =
    "istat enea terna eurostat inps inail ispra ocse oecd bankitalia agenas iss aifa agcom anac "
    "unioncamere svimez censis gse arera enac enav aci almalaurea invalsi indire miur mim mef onu "
    "oms fmi bce agid pagopa cinetel siae assinform anpal anfia confindustria coldiretti "
    "confcommercio cgia legambiente ania abi assaeroporti assoporti passi agea ismea crea cnr ingv "
    "consob ivass covip ansfisa mit mise mimit mase anci upi caritas unhcr unicef mediobanca";

constexpr std::string_view kTitles =
    "ministro ministra viceministro viceministra sottosegretario sottosegretaria presidente "
    "presidentessa premier sindaco sindaca assessore assessora direttore direttrice "
    "dirigente commissario commissaria senatore senatrice deputato deputata onorevole segretario "
    "segretaria prefetto prefetta questore governatore governatrice professore professoressa "
    "dottor dottoressa ingegner generale comandante capo responsabile portavoce amministratore "
    "amministratrice rettore rettrice vicepresidente garante relatore relatrice ministero "
    "dipartimento agenzia istituto osservatorio commissione autorità regione comune corte banca "
    "ispettorato ragioneria governo";

constexpr std::string_view kTargets =
    "obiettivo obiettivi traguardo traguardi raggiungere conseguire milestone";

constexpr std::string_view kTargetVerbs =
    "dovrà dovranno deve devono punta puntano mira mirano prefigge prefiggono impegna impegnano "
    "intende intendono ambisce ambiscono dovrebbe dovrebbero doveva dovevano";

constexpr std::string_view kForecasts =
    "previsto prevista previsti previste prevede prevedono prevedeva previsione previsioni atteso "
    "attesa attesi attese proiezione proiezioni scenario attende attendono";

constexpr std::string_view kFlowNouns =
    "nascite decessi morti vittime arrivi partenze presenze pernottamenti vendite incassi incasso "
    "spesa spese investimenti produzione consumo consumi fatturato export importazioni "
    "esportazioni iscrizioni cancellazioni controlli sopralluoghi trapianti donazioni prelievi "
    "arresti arrestati denunce denunciati sequestri reati furti omicidi incidenti accessi download "
    "transazioni pagamenti richieste domande assunzioni cessazioni licenziamenti matrimoni divorzi "
    "contagi tamponi dosi somministrazioni gettito versamenti accertamenti verifiche ispezioni "
    "telefonate chiamate voli passeggeri viaggi visite immatricolazioni deceduti spettatori "
    "ingressi biglietti scioperi violazioni focolai consultazioni nati fabbisogno avanzo disavanzo "
    "deficit";

constexpr std::string_view kLevelNouns =
    "popolazione residenti abitanti occupati disoccupati inattivi dotazione stock debito "
    "patrimonio "
    "tasso quota incidenza percentuale soglia età superficie capacità potenza volume livello "
    "medici infermieri docenti alunni studenti iscritti detenuti famiglie posti prezzo aliquota";

constexpr std::string_view kStativeParticiples =
    "potuto avuto stato stati stata state rimasto rimasti rimaste diventato diventati disposto "
    "superato superata superati raggiunto raggiunta raggiunti raggiunte arrivato arrivata arrivati "
    "arrivate salito salita saliti salite sceso scesa scesi scese fissato fissata fissati fissate "
    "stabilito stabilita previsto prevista previsti previste iscritto iscritti iscritte composto "
    "composta composti collegato collegati collegate dotato dotati dotate attestato attestata "
    "suddiviso suddivisa occupato occupati occupate";

constexpr std::string_view kFlows =
    "registrato registrata registrati registrate venduto venduta venduti vendute transitato "
    "transitati transitate transitata speso spesa spesi spese erogato erogata erogati erogate "
    "incassato incassati incassate incassata versato versati versate prodotto prodotta prodotti "
    "prodotte effettuato effettuata effettuati effettuate eseguito eseguita eseguiti eseguite "
    "svolto svolti svolte presentato presentata presentati presentate pervenuto pervenuti "
    "pervenute "
    "ricevuto ricevuti ricevute recuperato recuperati recuperate sequestrato sequestrati "
    "sequestrate arrestato arrestati arrestate denunciato denunciati denunciate nato nati nate "
    "morti morto decessi nascite annuo annua annui annue mensile mensili giornaliero giornalieri "
    "all'anno incassi vendite arrivi partenze presenze trapianti sopralluoghi controlli "
    "concluso conclusi concluse rilasciato rilasciati rilasciate approvato approvati approvate "
    "assegnato assegnati assegnate coinvolto coinvolti coinvolte formato formati raccolto raccolti";

constexpr std::string_view kLevels =
    "risulta risultano risultava risultavano attualmente oggi ora adesso attivo attivi attive "
    "residente residenti popolazione tasso saldo stock consistenza disponibile disponibili dispone "
    "dispongono iscritto iscritti iscritte conta contano presenti è sono era erano ammonta "
    "ammontano ammontava ammontavano dotazione occupati disoccupati";

}  // namespace

bool is_saying_verb(std::string_view word) {
  static const WordSet kWords(kSaying);
  return kWords.has(word);
}

bool is_weak_saying_verb(std::string_view word) {
  static const WordSet kWords(kWeakSaying);
  return kWords.has(word);
}

bool is_no_source(std::string_view word) {
  static const WordSet kWords(kNoSources);
  return kWords.has(word);
}

bool leads_to_source(std::string_view word) {
  static const WordSet kWords(kLeadsToSource);
  return kWords.has(word);
}

bool is_known_source(std::string_view word) {
  static const WordSet kWords(kKnownSources);
  return kWords.has(word);
}

bool is_title(std::string_view word) {
  static const WordSet kWords(kTitles);
  return kWords.has(word);
}

bool is_target_cue(std::string_view word) {
  static const WordSet kWords(kTargets);
  return kWords.has(word);
}

bool is_target_verb(std::string_view word) {
  static const WordSet kWords(kTargetVerbs);
  return kWords.has(word);
}

bool is_forecast_cue(std::string_view word) {
  static const WordSet kWords(kForecasts);
  return kWords.has(word);
}

bool is_flow_cue(std::string_view word) {
  static const WordSet kWords(kFlows);
  return kWords.has(word);
}

bool is_level_cue(std::string_view word) {
  static const WordSet kWords(kLevels);
  return kWords.has(word);
}

bool is_flow_noun(std::string_view word) {
  static const WordSet kWords(kFlowNouns);
  return kWords.has(word);
}

bool is_level_noun(std::string_view word) {
  static const WordSet kWords(kLevelNouns);
  return kWords.has(word);
}

bool is_stative_participle(std::string_view word) {
  static const WordSet kWords(kStativeParticiples);
  return kWords.has(word);
}

}  // namespace cifra
