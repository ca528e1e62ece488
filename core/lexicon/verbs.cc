#include "core/lexicon/verbs.h"

#include <algorithm>
#include <string>
#include <unordered_set>

namespace cifra {
namespace {

// Regular verbs by infinitive: every third person is made from it.
constexpr std::string_view kRegular =
    "abbandonare abbassare abbattere abbracciare abilitare abitare abolire accedere accelerare "
    "accentuare accertare accettare accogliere accompagnare accorciare accreditare accrescere "
    "accumulare accusare acquisire acquistare adeguare aderire adoperare adottare affermare "
    "affiancare affidare affluire affrontare agevolare aggiornare aggiudicare aggiungere "
    "aggravare agire aiutare allacciare allargare allestire alloggiare allungare alternare alzare "
    "ambire ammalare ammettere ammodernare ammontare ampliare analizzare annunciare anticipare "
    "appaltare apparire appartenere applicare apprendere apprezzare approdare approvare aprire "
    "archiviare arrestare arretrare arricchire arruolare articolare ascoltare aspettare assegnare "
    "assicurare assistere assolvere assorbire assumere attendere attenuare atterrare attestare "
    "attingere attirare attivare attraversare attribuire attuare auspicare autorizzare avanzare "
    "avvenire avviare avvicinare azzerare badare bastare beneficiare bere bloccare bocciare "
    "bonificare brillare bruciare buttare cadere calcolare cambiare camminare campeggiare "
    "cancellare capire cedere censire cercare certificare cessare chiamare chiedere chiudere "
    "circolare citare classificare coinvolgere collaborare collegare collocare colmare colpire "
    "combattere cominciare commentare commettere comparire compensare competere compiere "
    "completare comportare comprare comprendere comunicare concedere concentrare concernere "
    "concludere concorrere condannare condividere condurre conferire confermare configurare "
    "confluire confrontare congelare connettere conoscere conquistare consegnare conseguire "
    "consentire conservare considerare consolidare constatare consultare consumare contagiare "
    "contare contenere contestare continuare contrarre contribuire controllare convenire "
    "convertire convivere convocare coordinare coprire correggere correre corrispondere "
    "costituire costringere costruire creare credere crescere crollare cucinare curare custodire "
    "debuttare decedere decidere decollare decorrere dedicare definire delegare demolire "
    "denominare denunciare depositare derivare descrivere destinare detenere determinare "
    "dichiarare difendere differenziare differire diffondere digitalizzare dimettere diminuire "
    "dimostrare dipendere diplomare dirigere discendere disciplinare discutere disegnare disporre "
    "distare distinguere distribuire distruggere divenire diventare dividere documentare "
    "domandare donare dormire dotare dovere durare eccedere effettuare elaborare eleggere "
    "elencare elevare eliminare emergere emettere entrare equivalere ereditare erodere erogare "
    "escludere eseguire esibire esigere esistere esonerare espellere esplodere esportare "
    "esprimere estendere estinguere evidenziare evitare evolvere fallire favorire ferire fermare "
    "filtrare finanziare firmare fissare fluttuare fondare formare fornire fotografare frenare "
    "frequentare fruire fumare funzionare garantire generare gestire giocare giudicare giungere "
    "giustificare godere governare gravare guadagnare guarire guidare illustrare imboccare "
    "immaginare immatricolare immettere impattare impedire impegnare impiegare implementare "
    "importare incaricare incassare incentivare incidere includere incontrare incrementare "
    "indagare indebitare indicare indire individuare inerire influenzare informare ingrandire "
    "iniziare innalzare innescare innovare inquinare insediare insegnare inserire insistere "
    "installare integrare intendere intensificare interagire intercettare interessare "
    "interrompere intervenire intraprendere introdurre invadere invecchiare invertire investire "
    "inviare invitare ipotizzare irrigare iscrivere isolare ispezionare istituire lamentare "
    "lanciare lasciare lavare lavorare legare leggere legiferare liberare licenziare limitare "
    "liquidare localizzare lottare mancare mandare mangiare mantenere maturare menzionare "
    "meritare mettere migliorare minacciare mirare mobilitare modificare moltiplicare monitorare "
    "morire mostrare motivare movimentare muovere nascere navigare negare noleggiare nominare "
    "notare notificare numerare obbligare occorrere occupare offrire omettere omologare operare "
    "ordinare orientare oscillare ospitare osservare ottenere ottimizzare pagare parlare "
    "partecipare parteggiare partire passeggiare pedalare peggiorare penalizzare pensare "
    "percepire percorrere perdere perfezionare perire permanere permettere perseguire pervenire "
    "pesare piacere pianificare piantare poggiare portare posare posizionare possedere posticipare "
    "potenziare praticare precedere precipitare precisare predominare preferire prelevare "
    "premiare prendere prenotare preoccupare preparare prescrivere presentare presiedere prestare "
    "prevalere prevedere prevenire primeggiare privatizzare privilegiare procedere proclamare "
    "produrre progettare programmare proibire promettere promuovere pronunciare propendere "
    "proporre prorogare proseguire proteggere provenire provocare provvedere pubblicare punire "
    "puntare quantificare quotare raccogliere raddoppiare radicare rafforzare raggruppare "
    "ragionare rallentare rapportare ratificare reagire realizzare recare recepire recitare "
    "reclutare recuperare regalare reggere registrare regolare regredire reintegrare rendere "
    "reperire replicare reputare residere resistere respingere restare restaurare restituire "
    "restringere retribuire retrocedere rettificare revocare riaprire riassumere ribadire "
    "ricadere ricavare ricevere richiamare richiedere riciclare ricollocare ricomprendere "
    "riconoscere riconvertire ricordare ricorrere ricostruire ricoverare ridefinire ridistribuire "
    "ridurre riempire rientrare riferire rifinanziare rifiutare riflettere riformare rigenerare "
    "riguardare rilanciare rilasciare rilevare rimandare rimanere rimborsare rimettere rimodulare "
    "rimuovere rinforzare rinnovare rinunciare rinviare ripartire ripetere riportare riposare "
    "riprendere ripristinare riqualificare risalire risarcire riscaldare riscontrare riscuotere "
    "risentire riservare risiedere risolvere risparmiare rispecchiare rispettare rispondere "
    "ristrutturare ritardare ritenere ritirare ritornare riunire riuscire rivedere rivelare "
    "rivendicare rivolgere rovesciare saldare salire saltare salvare sanare sanzionare sbarcare "
    "sbloccare scadere scambiare scappare scaricare scattare scegliere scendere schierare "
    "sciogliere scivolare scommettere scomparire scontare sconvolgere scoprire scorrere scrivere "
    "segnalare segnare seguire selezionare sembrare semplificare sentire separare sequestrare "
    "servire sfidare sfiorare sfollare sfruttare sganciare sgravare significare sintetizzare "
    "slittare smaltire smantellare smentire soccorrere soddisfare soffrire soggiacere soggiornare "
    "sommare sondare sorgere sorpassare sorprendere sorvegliare sospendere sospettare sostenere "
    "sostituire sottendere sottolineare sottoporre sottoscrivere sottrarre sovvenzionare "
    "specificare spendere sperare sperimentare spettare spiccare spiegare spingere sponsorizzare "
    "spostare sprecare stabilire stabilizzare staccare stampare standardizzare stanziare stimare "
    "stimolare stipulare stravolgere strutturare studiare subentrare subire succedere suddividere "
    "suggerire superare supportare sussistere svalutare svettare sviluppare svolgere svuotare "
    "tagliare tassare telefonare tendere tenere tentare terminare testare tornare totalizzare "
    "tracciare trainare tramontare transitare trascorrere trascurare trasferire trasformare "
    "trasmettere trasportare trattare travolgere trionfare triplicare trovare truffare tutelare "
    "uccidere ultimare unire urbanizzare urtare usare uscire usufruire utilizzare vaccinare "
    "valere valorizzare valutare vantare variare velocizzare vendere verificare versare viaggiare "
    "vietare vigere vigilare vincere vincolare violare visitare visualizzare vivere volare volere "
    "votare";

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
    "morirono rimane rimangono sale salgono rivolge vive vivono "
    "possiede possiedono siede siedono toglie tolgono spegne spengono avviene avvengono avvenne "
    "compone compongono impone impongono espone espongono oppone "
    "oppongono sottrae sottraggono trae traggono traduce traducono induce deduce perviene "
    "pervengono pervennero diviene divengono conviene convengono permane permangono equivale "
    "equivalgono prevale prevalgono propende vale valgono chiede possa possano debba debbano "
    "abbia abbiano vada vadano";

// Made by the rules above, and other words far more often than verbs.
constexpr std::string_view kNotVerbs =
    "importa fornite leggi legge entrate uso usi vendite parti accesso assiste "
    "mando presa prese consumo consumi aiuto aiuti conto ricovera abbassi copri circola viva vive "
    "crescita cominci coperta crediti scarica comune vendita favore une ultima fine ripresa "
    "ferita ferite notte arte divora rete ire are ere pone mare intere alle oltre dove tale "
    "come spese scelte partite visite cure stime quote note opere firme mostre porte pratiche "
    "tratte offerta parte perdite riserve media dimora";

// Nouns and adjectives as well as verbs: the neighbours tell.
constexpr std::string_view kNounsToo =
    "stima domanda visita cura lavora porta finanzia riserva firma mostra nota quota opera crea "
    "controlla pratica tratta ricorda registra contrasta impegna programma mira modifica specifica "
    "isola struttura punta notifica cerca disciplina somma ferma classifica sfida libera traccia "
    "delega condanna divide rettifica riforma nomina rinuncia lotta replica limita prova causa "
    "misura minaccia ratifica viola premia verifica valuta tassa fattura stampa conferma consulta "
    "gioca pesa diploma ricerca consegna denuncia bonifica revoca proroga taglia compare";

constexpr std::string_view kIrregularSubjunctives =
    "valga valgano tenga tengano ottenga ottengano contenga contengano mantenga mantengano "
    "intervenga faccia facciano dia diano stia stiano voglia vogliano rimanga rimangano riduca "
    "riducano produca producano disponga dispongano proponga propongano ponga pongano scelga "
    "raccolga accolga salga salgano venga vengano pervenga pervengano";

// Stems of verbs that have no object: a noun after them is their subject.
constexpr std::string_view kIntransitive[] = {
    "aderi",    "partecip", "rispo",  "acced",   "arriv",    "vot",    "viv",   "viss",   "risied",
    "abit",     "lavor",    "nasc",   "nat",     "muoi",     "mor",    "manca", "rinunc", "subentr",
    "confluit", "emerg",    "ricorr", "concorr", "soggiorn", "appart", "esist", "giung",  "giunt"};

constexpr std::string_view kIrregularParticiples =
    "accesa accese accesi acceso accolta accolte accolti accolto affissa affisse affissi affisso "
    "aggiunti aggiunto ammessa ammesse ammessi ammesso annessa annesse annessi annesso aperta "
    "aperte aperti aperto apparsa apparse apparsi apparso assolta assolte assolti assolto assunta "
    "assunte assunti assunto attesi atteso attratta attratte attratti attratto avvolta avvolte "
    "avvolti avvolto chiesa chiese chiesi chieso chiesta chieste chiesti chiesto chiusa chiuse "
    "chiusi chiuso coinvolta coinvolte coinvolti coinvolto colti colto commesso comparsa comparse "
    "comparsi comparso composta composti composto comprese compresi compreso concessa concesse "
    "concessi concesso conclusa concluse conclusi concluso condivisa condivise condivisi "
    "condiviso condotte condotti condotto confusa confuse confusi confuso connessa connesse "
    "connessi connesso coperta coperte coperti coperto corrette corretti corretto corrisposta "
    "corrisposte corrisposti corrisposto corrotta corrotte corrotti corrotto costretta costrette "
    "costretti costretto cresciuta cresciute cresciuti cresciuto decisa decise decisi deciso "
    "delusa deluse delusi deluso descritta descritte descritti descritto difeso diffusa diffuse "
    "diffusi diffuso dipinta dipinte dipinti dipinto diretti diretto discesa discese discesi "
    "disceso discussa discusse discussi discusso dismessa dismesse dismessi dismesso dispersa "
    "disperse dispersi disperso disposte disposti disposto distinta distinte distinti distinto "
    "distrutte distrutti distrutto divisi diviso eletta eletti eletto emersa emerse emersi emerso "
    "emessa emesse emessi emesso eretta erette eretti eretto erosa erose erosi eroso esclusa "
    "escluse esclusi escluso esplosa esplose esplosi esploso esposto espressa espresse espressi "
    "espresso estesa esteso estratta estratte estratti estratto evasa evase evasi evaso fatta "
    "fatte fatti fatto giunta giunte giunti giunto imposto inclusa incluse inclusi incluso "
    "indotta indotte indotti indotto interrotte interrotti interrotto inteso intrapresa "
    "intraprese intrapresi intrapreso introdotti introdotto invasa invase invasi invaso iscritta "
    "iscritte iscritti iscritto lette letto messa messe messi messo morta morte morti morto mossi "
    "mosso nascosta nascoste nascosti nascosto nata nate nati nato offerti offerto permessa "
    "permesse perse persi perso pervenute pervenuti pervenuto posto presa prescritta prescritte "
    "prescritti prescritto prese presi preso pretesa pretese pretesi preteso prevista previste "
    "previsti previsto prodotta prodotte prodotti prodotto promessi promesso promossa promosse "
    "promossi promosso proposte proposti proposto protetta protette protetti protetto provvista "
    "provviste provvisti provvisto raccolta raccolte raccolti raccolto raggiunta raggiunte "
    "raggiunti raggiunto resi reso richiesta richieste richiesti richiesto ridotta ridotte "
    "ridotti ridotto rimasta rimaste rimasti rimasto rimessa rimesse rimessi rimesso rimossa "
    "rimosse rimossi rimosso ripresi ripreso risolta risolte risolti risolto risposto ristretta "
    "ristrette ristretti ristretto rivista riviste rivisti rivisto rivolta rivolte rivolti "
    "rivolto rotto salito scelta scelte scelti scelto scesa scese scesi sceso scomparsa scomparse "
    "scomparsi scomparso sconfitta sconfitte sconfitti sconfitto sconvolta sconvolte sconvolti "
    "sconvolto scoperti scoperto scossi scosso scritte scritti scritto sofferta sofferte sofferti "
    "sofferto sommersa sommerse sommersi sommerso soppressa soppresse soppressi soppresso "
    "sorpresi sorpreso sorte sorti sorto sospesa sospese sospesi sospeso sottoscritta "
    "sottoscritte sottoscritti sottoscritto sottratta sottratte sottratti sottratto spenta spente "
    "spenti spento spesa spese spesi speso spinta spinte spinti spinto stesa stese stesi steso "
    "stretti stretto svolta svolte svolti svolto tolta tolte tolti tolto tradotto trascritta "
    "trascritte trascritti trascritto trasmessa trasmesse trasmessi trasmesso uccisa uccise "
    "uccisi ucciso vendute venduti venduto vinte vinti vinto visti visto";

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
    "durata durate azienda perdita perdite utilità unità comunità pubblicità elettricità";

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

// "arrivi", "preveda": the subjunctive of a clause with "affinché", "che".
std::unordered_set<std::string> build_subjunctives() {
  std::unordered_set<std::string> infinitives, forms;
  add_words(kRegular, infinitives);
  for (const std::string& infinitive : infinitives) {
    const std::string stem = infinitive.substr(0, infinitive.size() - 3);
    const bool first = infinitive.ends_with("are");
    std::string before_i = stem;  // paghi, indichino, but lasci
    if (stem.ends_with('c') || stem.ends_with('g')) before_i += 'h';
    if (stem.ends_with('i')) before_i.pop_back();
    for (const char* ending : {"i", "ino"}) {
      if (first) forms.insert(before_i + ending);
    }
    for (const char* ending : {"a", "ano", "isca", "iscano"}) {
      if (!first) forms.insert(stem + ending);
    }
  }
  add_words(kIrregularSubjunctives, forms);
  return forms;
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
  add_words(kNounsToo, not_verbs);
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
      "italiano",  "urbano",       "umano",       "anziano",  "siciliano",     "toscano",
      "romano",    "lontano",      "sovrano",     "vulcano",  "metropolitano", "extraurbano",
      "suburbano", "africano",     "americano",   "veterano", "decano",        "campano",
      "lucano",    "emiliano",     "friulano",    "telefono", "abbandono",     "patrono",
      "microfono", "pantano",      "padano",      "montano",  "disumano",      "pakistano",
      "messicano", "repubblicano", "francescano", "germano"};
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

// "utilizzerà", "passò": an accent at the end that few other words have.
bool ends_like_accented_verb(std::string_view word) {
  constexpr std::string_view kOthers[] = {"perciò", "però", "ciò"};
  if (word.size() < 6 || std::ranges::find(kOthers, word) != std::end(kOthers)) return false;
  return word.ends_with("ò") || word.ends_with("erà") || word.ends_with("irà");
}

}  // namespace

bool is_finite_verb(std::string_view word) {
  static const std::unordered_set<std::string> kForms = build_finite_forms();
  return kForms.contains(std::string(word)) || ends_like_plural_verb(word) ||
         ends_like_accented_verb(word);
}

bool is_noun_or_verb(std::string_view word) {
  static const std::unordered_set<std::string> kForms = [] {
    std::unordered_set<std::string> set;
    add_words(kNounsToo, set);
    return set;
  }();
  return kForms.contains(std::string(word));
}

bool is_known_infinitive(std::string_view word) {
  static const std::unordered_set<std::string> kForms = [] {
    std::unordered_set<std::string> set;
    add_words(kRegular, set);
    add_words(
        "fare dare stare dire ridurre produrre introdurre condurre porre disporre proporre "
        "comporre sottrarre trarre ottenere tenere sapere vedere",
        set);
    for (const char* noun : {"dovere", "volere", "piacere", "potere", "parere"}) set.erase(noun);
    return set;
  }();
  return kForms.contains(std::string(word));
}

bool is_intransitive(std::string_view word) {
  return std::ranges::any_of(kIntransitive,
                             [&](std::string_view stem) { return word.starts_with(stem); });
}

bool is_subjunctive(std::string_view word) {
  static const std::unordered_set<std::string> kForms = build_subjunctives();
  return kForms.contains(std::string(word));
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
