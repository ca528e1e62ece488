#include "core/lexicon/verbs.h"

#include <algorithm>
#include <string>
#include <unordered_set>

namespace cifra {
namespace {

// Regular verbs by infinitive: every third person is made from it.
constexpr std::string_view kRegular =
    "accedere accertare accogliere acquistare adottare affluire aggiungere aiutare ammettere "
    "ampliare annunciare applicare approvare arrestare arruolare assegnare assicurare assistere "
    "assumere attendere attirare attivare attribuire autorizzare avviare beneficiare calcolare "
    "certificare chiedere chiudere coinvolgere collegare colpire commettere comportare comprendere "
    "comprare comunicare concedere concentrare concludere condurre confermare consegnare "
    "consentire "
    "conservare considerare consumare contare contenere contribuire controllare coprire cominciare "
    "completare compiere creare curare dedicare denunciare depositare destinare detenere "
    "determinare dichiarare difendere diffondere dimostrare disporre distribuire distruggere "
    "diventare dovere durare effettuare elaborare emergere entrare erogare eseguire esprimere "
    "estendere evidenziare evitare finanziare firmare fissare formare fornire frequentare "
    "garantire generare gestire giungere guadagnare immettere impegnare impiegare importare "
    "incassare includere incontrare incrementare indicare individuare inserire installare "
    "integrare interessare intervenire investire inviare iscrivere lanciare lasciare lavorare "
    "leggere liquidare mancare mandare mantenere mettere mostrare muovere nascere offrire operare "
    "ospitare ottenere pagare partecipare partire percepire perdere permettere piantare portare "
    "possedere precedere precisare presentare prestare prevedere produrre programmare promuovere "
    "proporre provenire provocare pubblicare raccogliere raddoppiare recare recuperare registrare "
    "rendere residere restituire ricadere ricevere richiedere ricordare ricorrere riferire "
    "riguardare rilasciare rilevare rimborsare rinnovare ripartire riportare riscuotere riservare "
    "risiedere rispondere riuscire salvare scegliere scoprire scrivere segnalare seguire "
    "sequestrare servire smaltire soffrire sostenere sottolineare sottoscrivere sottrarre spendere "
    "spettare spiegare stabilire stanziare stimare studiare svolgere tenere trasferire transitare "
    "trattare triplicare trovare usare utilizzare vantare variare vendere versare visitare vivere "
    "occupare spiccare cedere segnare affiancare allungare accorciare contrarre bloccare "
    "coordinare "
    "sfiorare ammontare salire scendere sfruttare costruire restaurare ristrutturare bonificare "
    "risparmiare avviare rinviare beneficiare cambiare iniziare abitare convivere dormire curare "
    "emettere immatricolare licenziare noleggiare ordinare prenotare radicare regolare restare "
    "revocare scadere stampare stipulare sospendere tassare testare tornare tutelare vigilare "
    "volere superare ridurre crescere confluire attestare beneficiare rientrare subentrare aderire "
    "appartenere ritenere sottoporre convertire aggiudicare censire monitorare ispezionare "
    "verificare denominare derivare discendere esportare mobilitare movimentare trasportare "
    "ricoverare vaccinare dimettere guarire morire decedere riconoscere introdurre elevare "
    "innalzare abbassare tagliare prorogare scaricare aprire visualizzare consultare rivolgere "
    "dichiarare affermare aggiungere concedere quotare godere fruire usufruire bastare servire "
    "occorrere esistere circolare viaggiare sfollare perire uccidere ferire incrementare";

// Forms the rules above do not make.
constexpr std::string_view kIrregular =
    "fa fanno faceva facevano fece fecero farà faranno dà danno dava davano diede diedero darà "
    "daranno sta stanno stava stavano starà staranno vede vedono vedeva vede vide videro vedrà "
    "vedranno sa sanno dice dicono diceva disse dissero dirà tiene tengono teneva tenne terrà "
    "terranno ottiene ottengono ottenne mantiene mantengono mantenne detiene detengono contiene "
    "contengono sostiene sostengono sostenne appartiene appartengono ritiene ritengono pone "
    "pongono "
    "dispone dispongono propone propongono propose produce producono produceva produsse produrrà "
    "riduce riducono ridusse ridurrà introduce introducono introdusse conduce conducono proviene "
    "provengono interviene intervengono intervenne prevede prevedono prevedeva prevedevano previde "
    "prevedrà vuole vogliono voleva vorrà coglie accoglie accolgono accolse raccoglie raccolgono "
    "raccolse sceglie scelgono scelse coinvolse coinvolsero accese aggiunse aggiunsero chiese "
    "chiesero chiuse comprese comprende concesse concluse corse diffuse distrusse emerse iscrisse "
    "mise misero nacque nacquero offrì perse permise prese presero promosse raggiunse raggiunsero "
    "rese resero rimase rimasero rispose risposero scrisse scoprì svolse tolse "
    "uccise vinse visse volse esce escono uscì uscirono uscirà riesce riescono muore muoiono morì "
    "morirono rimane rimangono sale salgono rivolge vive vivono";

// Forms that are nouns or adjectives far more often than verbs.
constexpr std::string_view kNotVerbs =
    "formano importa stima stime fornite leggi legge partita partite entrata entrate uso usi "
    "vendite parte parti offerta domanda visita visite cura cure lavora accesso assiste prestano "
    "mando porta porte presa prese spesa spese consumo consumi aiuto aiuti conto perdite ricovera "
    "finanzia riserva riserve firma firme mostra mostre nota note quota quote opera opere crea "
    "controlla pratica pratiche media dimora scelta scelte tratta tratte legge leggi ricorda "
    "ferita "
    "ferite abbassi copri circola viva vive crescita registra contrasta "
    "impegna programma cominci coperta crediti scarica piante comune vendita ripresa";

constexpr std::string_view kIrregularParticiples =
    "speso spesa spesi spese emesso emessa emessi emesse chiuso chiusa chiusi chiuse iscritto "
    "iscritta iscritti iscritte fatto fatta fatti fatte coinvolto coinvolta coinvolti coinvolte "
    "rimasto rimasta rimasti rimaste raggiunto raggiunta raggiunti raggiunte aggiunto aggiunti "
    "previsto prevista previsti previste richiesto richiesta richiesti richieste accolto accolta "
    "accolti accolte raccolto raccolta raccolti raccolte svolto svolta svolti svolte scelto scelta "
    "scelti scelte prodotto prodotta prodotti prodotte ridotto ridotta ridotti ridotte concesso "
    "concessa concessi concesse ammesso ammessa ammessi ammesse trasmesso trasmessi trasmesse "
    "messo messa messi messe aperto aperta aperti aperte coperto coperti coperte sofferto offerto "
    "offerti preso presa presi prese compreso compresi comprese inteso esteso estesa difeso perso "
    "persi perse diffuso diffusa diffusi escluso esclusi escluse incluso inclusi incluse concluso "
    "conclusi concluse conclusa morto morta morti morte nato nata nati nate deciso ucciso uccisi "
    "uccise scritto scritti scritte tradotto condotto condotti condotte introdotto introdotti "
    "rotto vinto vinti visto visti sceso scesa scesi scese salito cresciuto cresciuta cresciuti "
    "cresciute promosso promossi promosse disposto disposti disposte posto proposto proposti "
    "proposte esposto composto composta composti imposto risposto rivolto rivolta rivolti rivolte "
    "distrutto distrutti distrutte pervenuto pervenuti pervenute venduto venduti vendute";

// End like participles and are none.
constexpr std::string_view kNotParticiples =
    "mercato stato stati stata state risultato risultati dato dati comitato ministerato decreto "
    "privato privata privati private sanità attività metà città minuto minuti istituto istituti "
    "statuto contributo contributi tributo tributi aiuto aiuti salute rifiuto rifiuti deputato "
    "deputati deputata candidato candidati sindacato sindacati soldato partito partiti credito "
    "crediti debito debiti reddito redditi abito ambito sito siti rito seguito merito vita visita "
    "visite uscita uscite entrata entrate partita partite vendita vendite nascita crescita "
    "quantità "
    "gratuito gratuita gratuiti gratuite giornata giornate annata prefettura data date strato "
    "avvocato avvocati magistrato magistrati certificato certificati trattato reato reati prato "
    "palato grado invito rata rate tonnellata tonnellate camerata ondata ondate lato lati tasso "
    "quadrato quadrati peccato fiato termostato novità età comunicato mandato assoluto assoluta "
    "subito limite limiti lite prete rete reti sete dieta dieci tenuta tenute seduta sedute caduta "
    "azienda perdita perdite utilità unità comunità pubblicità elettricità";

void add_words(std::string_view words, std::unordered_set<std::string>& set) {
  for (size_t at = 0; at < words.size();) {
    size_t end = words.find(' ', at);
    if (end == std::string_view::npos) end = words.size();
    if (end > at) set.emplace(words.substr(at, end - at));
    at = end + 1;
  }
}

void add_first_conjugation(const std::string& stem, std::unordered_set<std::string>& set) {
  for (const char* ending : {"a", "ano", "ava", "avano", "ò", "arono", "asse", "assero"}) {
    set.insert(stem + ending);
  }
  std::string before_e = stem;  // cercherà, lascerà
  if (stem.ends_with('c') || stem.ends_with('g')) before_e += 'h';
  if (stem.ends_with("ci") || stem.ends_with("gi")) before_e.pop_back();
  for (const char* ending : {"erà", "eranno", "erebbe", "erebbero"}) set.insert(before_e + ending);
}

void add_second_conjugation(const std::string& stem, std::unordered_set<std::string>& set) {
  for (const char* ending : {"e", "ono", "eva", "evano", "ette", "ettero", "é", "erono", "erà",
                             "eranno", "erebbe", "erebbero", "esse", "essero"}) {
    set.insert(stem + ending);
  }
}

void add_third_conjugation(const std::string& stem, std::unordered_set<std::string>& set) {
  for (const char* ending : {"e", "ono", "isce", "iscono", "iva", "ivano", "ì", "irono", "irà",
                             "iranno", "irebbe", "irebbero", "isse"}) {
    set.insert(stem + ending);
  }
}

std::unordered_set<std::string> build_finite_forms() {
  std::unordered_set<std::string> infinitives, forms, not_verbs;
  add_words(kRegular, infinitives);
  for (const std::string& infinitive : infinitives) {
    const std::string stem = infinitive.substr(0, infinitive.size() - 3);
    if (infinitive.ends_with("are")) add_first_conjugation(stem, forms);
    if (infinitive.ends_with("ere")) add_second_conjugation(stem, forms);
    if (infinitive.ends_with("ire")) add_third_conjugation(stem, forms);
  }
  add_words(kIrregular, forms);
  add_words(kNotVerbs, not_verbs);
  for (const std::string& form : not_verbs) forms.erase(form);
  return forms;
}

bool ends_like_participle(std::string_view word) {
  if (word.size() < 5) return false;
  const std::string_view end = word.substr(word.size() - 3);
  if (end[1] != 't') return false;
  if (end[0] != 'a' && end[0] != 'i' && end[0] != 'u') return false;
  return end[2] == 'o' || end[2] == 'a' || end[2] == 'i' || end[2] == 'e';
}

// Third persons plural of verbs no table knows: "-ano" and "-ono" after the adjectives and nouns
// that end so are told apart.
bool ends_like_plural_verb(std::string_view word) {
  constexpr std::string_view kOthers[] = {
      "italiano",  "urbano",    "umano",        "anziano",     "siciliano",     "toscano",
      "romano",    "lontano",   "sovrano",      "vulcano",     "metropolitano", "extraurbano",
      "suburbano", "africano",  "americano",    "veterano",    "decano",        "campano",
      "lucano",    "emiliano",  "friulano",     "telefono",    "abbandono",     "perdono",
      "patrono",   "microfono", "pantano",      "padano",      "montano",       "disumano",
      "pakistano", "messicano", "repubblicano", "francescano", "germano"};
  if (word.size() < 7 || word.ends_with("iano") || word.ends_with("itano") ||
      word.ends_with("etano")) {
    return false;
  }
  if (std::ranges::find(kOthers, word) != std::end(kOthers)) return false;
  for (std::string_view ending : {"ano", "ono", "ranno", "rebbero", "ssero"}) {
    if (word.ends_with(ending)) return true;
  }
  return false;
}

}  // namespace

bool is_finite_verb(std::string_view word) {
  static const std::unordered_set<std::string> kForms = build_finite_forms();
  return kForms.contains(std::string(word)) || ends_like_plural_verb(word);
}

std::vector<std::string> finite_verbs_in_e() {
  std::vector<std::string> found;
  for (const std::string& form : build_finite_forms()) {
    if (form.ends_with('e')) found.push_back(form);
  }
  return found;
}

bool is_participle(std::string_view word) {
  static const std::unordered_set<std::string> kIrregulars = [] {
    std::unordered_set<std::string> set;
    add_words(kIrregularParticiples, set);
    return set;
  }();
  static const std::unordered_set<std::string> kNone = [] {
    std::unordered_set<std::string> set;
    add_words(kNotParticiples, set);
    return set;
  }();
  const std::string key(word);
  if (kIrregulars.contains(key)) return true;
  return ends_like_participle(word) && !kNone.contains(key);
}

}  // namespace cifra
