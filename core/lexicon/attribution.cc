#include "core/lexicon/attribution.h"

#include <string>
#include <unordered_set>

namespace cifra {
namespace {

using WordSet = std::unordered_set<std::string_view>;

WordSet words_of(std::string_view list) {
  WordSet set;
  for (size_t at = 0; at < list.size();) {
    size_t end = list.find(' ', at);
    if (end == std::string_view::npos) end = list.size();
    if (end > at) set.insert(list.substr(at, end - at));
    at = end + 1;
  }
  return set;
}

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
    "prosegue continua insiste sintetizza";

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
    "obiettivo obiettivi target traguardo traguardi dovrà dovranno deve devono punta puntano mira "
    "mirano raggiungere conseguire impegno impegna milestone scopo dovrebbe dovrebbero doveva "
    "dovevano";

constexpr std::string_view kForecasts =
    "previsto prevista previsti previste prevede prevedono prevedeva previsione previsioni atteso "
    "attesa attesi attese stimato stimata stimati stimate stima stimano stime stimava proiezione "
    "proiezioni scenario potrebbe potrebbero attende attendono";

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
    "all'anno incassi vendite arrivi partenze presenze trapianti sopralluoghi controlli ha hanno "
    "concluso conclusi concluse rilasciato rilasciati rilasciate approvato approvati approvate "
    "assegnato assegnati assegnate coinvolto coinvolti coinvolte formato formati raccolto raccolti";

constexpr std::string_view kLevels =
    "risulta risultano risultava risultavano attualmente oggi ora adesso attivo attivi attive "
    "residente residenti popolazione tasso saldo stock consistenza disponibile disponibili dispone "
    "dispongono iscritto iscritti iscritte conta contano presenti è sono era erano ammonta "
    "ammontano ammontava ammontavano dotazione occupati disoccupati";

}  // namespace

bool is_saying_verb(std::string_view word) {
  static const WordSet kWords = words_of(kSaying);
  return kWords.contains(word);
}

bool is_title(std::string_view word) {
  static const WordSet kWords = words_of(kTitles);
  return kWords.contains(word);
}

bool is_target_cue(std::string_view word) {
  static const WordSet kWords = words_of(kTargets);
  return kWords.contains(word);
}

bool is_forecast_cue(std::string_view word) {
  static const WordSet kWords = words_of(kForecasts);
  return kWords.contains(word);
}

bool is_flow_cue(std::string_view word) {
  static const WordSet kWords = words_of(kFlows);
  return kWords.contains(word);
}

bool is_level_cue(std::string_view word) {
  static const WordSet kWords = words_of(kLevels);
  return kWords.contains(word);
}

}  // namespace cifra
