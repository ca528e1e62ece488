#include "core/lexicon/word_class.h"

#include <array>
#include <string>
#include <vector>

#include "core/lexicon/verbs.h"
#include "core/lexicon/word_list.h"

namespace cifra {
namespace {

struct ClassRow {
  WordClasses classes;
  std::string_view words;
};

// A word may stand in several rows: its classes add up.
constexpr ClassRow kRows[] = {
    {kDefiniteArticle, "il lo la i gli le l'"},
    {kIndefiniteArticle, "un uno una un'"},
    {kOf, "di d'"},
    {kOf | kWithArticle, "del dello della dell' dei degli delle de'"},
    {kTo, "a ad"},
    {kTo | kWithArticle, "al allo alla all' ai agli alle"},
    {kFrom, "da"},
    {kFrom | kWithArticle, "dal dallo dalla dall' dai dagli dalle"},
    {kIn, "in"},
    {kIn | kWithArticle, "nel nello nella nell' nei negli nelle"},
    {kOn, "su"},
    {kOn | kWithArticle, "sul sullo sulla sull' sui sugli sulle"},
    {kWith, "con"},
    {kWith | kWithArticle, "col coi colla collo"},
    {kFor, "per"},
    {kBetween, "tra fra"},
    {kOtherPreposition,
     "dinanzi innanzi entro durante dopo prima senza verso contro presso oltre sotto sopra "
     "attraverso mediante "
     "tramite secondo lungo dietro davanti fuori dentro nonostante malgrado salvo eccetto tranne "
     "escluso esclusi esclusa escluse compreso compresi compresa comprese incluso inclusi inclusa "
     "incluse rispetto insieme grazie intorno attorno accanto vicino fino sino circa nonche "
     "causa riguardo quanto pari superiore superiori inferiore inferiori ex via versus vs"},
    {kConjunction,
     "e ed o od oppure ovvero ossia cioe ma pero anzi invece mentre quando se perche poiche "
     "giacche siccome affinche purche benche sebbene anche pure inoltre quindi dunque percio "
     "pertanto infatti tuttavia neanche neppure nemmeno come cosi dove sia tanto allora "
     "eppure bensi altresi laddove qualora finche appena"},
    {kRelative, "che cui quale quali chi ch' c'"},
    {kPronoun,
     "si ne ci vi li mi ti se' io tu lui lei noi voi loro essi esse esso essa cio questo questa "
     "questi queste quello quella quelli quelle quei quegli quel quell' codesto tali tale stesso "
     "stessa stessi stesse costoro coloro colui ognuno ciascuno ciascuna qualcuno nessuno nessuna "
     "entrambi entrambe ambedue s' v' m' t'"},
    {kQuantifier,
     "solo sola unico unica altri altre altro altra ulteriori ulteriore diversi diverse vari varie "
     "molti molte pochi "
     "poche alcuni alcune tutti tutte tutta tutto parecchi parecchie numerosi numerose tanti tante "
     "troppi troppe certi certe ogni ciascun qualche quasi circa soli sole interi intere suoi sue "
     "nostri nostre loro primi prime ultimi ultime prossimi prossime restanti rimanenti suddetti "
     "suddette predetti predette citati citate seguenti"},
    {kFiniteVerb | kCopula,
     "è sono era erano fu furono sara saranno sarebbe sarebbero sia siano fosse fossero essendo "
     "risulta risultano risultava risultavano risultarono risultera risulteranno risultino "
     "risultati risultate ammonta ammontano ammontava ammontavano ammontera ammonteranno "
     "ammontare ammontino equivale equivalgono rappresenta rappresentano rappresentavano "
     "costituiscono costituisce diventano diventa diventati diventate restano resta restavano "
     "rimangono rimane stati state stata stato"},
    {kFiniteVerb,
     "ha hanno aveva avevano ebbe ebbero avra avranno avrebbe avrebbero abbia abbiano avesse "
     "avessero abbiamo ho avendo avere essere siamo viene vengono veniva venivano venne vennero "
     "verra verranno venga vengano va vanno andava andavano andra andranno vada vadano fa fanno "
     "faceva facevano fece fecero fara faranno faccia facciano dice dicono disse puo possono "
     "poteva potevano potra potranno possa possano deve devono doveva dovevano dovra dovranno "
     "debba debbano vuole vogliono voleva volevano vorra vorranno sta stanno stava stavano  "
     "danno dava davano dara daranno vale valgono valeva valevano sale salgono saliva salivano "
     "sali salira saliranno scende scendono tocca toccano arriva arrivano arrivava passa passano "
     "passava passavano resta restano tiene tengono ottiene ottengono contiene contengono riguarda "
     "riguardano costa costano conta contano contava contavano vive vivono nasce nascono muore "
     "muoiono cresce crescono cala calano aumenta aumentano diminuisce diminuiscono riduce "
     "riducono "
     "perde perdono guadagna guadagnano spetta spettano segue seguono prevede prevedono consente "
     "consentono occorre occorrono serve servono manca mancano basta bastano copre coprono compone "
     "compongono comprende comprendono dispone dispongono proviene provengono appartiene "
     "appartengono interessa interessano raggiunge raggiungono supera superano sfiora sfiorano "
     "registra registrano segna segnano mostra mostrano indica indicano emerge emergono c'era "
     "torna tornano diviene divengono pesa pesano incide incidono utilizza utilizzano compete "
     "spende spendono riceve ricevono produce producono trova trovano mette mettono"},
    {kAdverb,
     "piu meno gia ancora sempre mai poi oggi ieri domani solo soltanto appena bene male molto "
     "poco troppo tanto assai abbastanza addirittura perfino persino anche inoltre ora adesso "
     "qui qua    giu insieme circa quasi forse magari intanto infine spesso subito presto "
     "tardi dopo prima altrettanto altrettanti altrettante almeno ormai non pure annui annue annuo "
     "annua mensili mensile"},
    {kAdjective,
     "macro micro mini maxi relativi relative nuovi nuove nuovo nuova grandi grande piccoli "
     "piccole piccolo piccola "
     "giovani vecchi vecchie "
     "buoni buone bei belle maggiori minori migliori peggiori principali importanti interi intere "
     "ambiziosi ambiziose medi medie medio media singoli singole diversi diverse vari varie "
     "distinti distinte specifici specifiche differenti varie presunti presunte possibili veri "
     "vere "
     "vecchi ex antichi antiche alti alte bassi basse lunghi lunghe brevi noti note famosi famose "
     "semplici gravi forti deboli ricchi poveri illustri"},
    {kNominal,
     "buoni poveri ricchi astenuti bocciati caduti fermati inoccupati internati neoassunti neonati "
     "rimandati salvati "
     "sanzionati segnalati sopravvissuti sottoccupati "
     "pregiudicati inattivi rimpatriati abbonati adulti affiliati aiuti alleati allegati ammalati "
     "appalti arrestati assegnati "
     "assessorati assistiti assunti attentati attestati avvocati brevetti candidati cassintegrati "
     "centri certificati comitati comunicati condannati contagiati contatti contratti contributi "
     "coniugati conflitti consorziati crediti dati deceduti decreti delegati delitti denunciati "
     "deputati detenuti dettagli diplomati diritti disoccupati dispersi distretti edifici eletti "
     "elettorati emigrati esercenti esodati espulsi esuli fatti feriti frequentati fuoriusciti "
     "furti guariti immatricolati immigrati impatti impiegati imputati incaricati indagati infetti "
     "infortunati infermi interventi intervistati invitati iscritti istituti laureati latitanti "
     "letti licenziati magistrati malati mandati mercati minuti morti nati neolaureati occupati "
     "oggetti partiti passati patronati pensionati permessi piatti positivi prati premiati "
     "prestiti "
     "privati prodotti progetti protetti provveditorati reati ricoverati ricorsi rifugiati rifiuti "
     "risultati salariati sbarcati segretariati sfollati sindacati soldati soggetti statuti "
     "terremotati tossicodipendenti tracciati trapiantati trattati tributi truffati "
     "vaccinati verdetti versati volti voti aspetti progetti sospetti elementi istanti scritti "
     "affetti effetti difetti concetti precetti acquisti posti costi testi resti gesti pasti "
     "arresti punti conti sconti aumenti incontri corsi percorsi concorsi sessi versi universi "
     "aperti esperti concerti porti rapporti trasporti supporti sporti importi passaporti "
     "aeroporti sforzi apporti quarti "
     "minori giovani anziani ospiti siti inviti limiti debiti depositi requisiti quesiti esiti "
     "transiti ambiti compiti "
     "abiti militi vestiti appetiti coniugi meriti orbiti spiriti profitti attributi saluti "
     "istituti "
     "abitati fabbricati caseggiati prefabbricati semilavorati derivati preparati apparati "
     "aggregati "
     "elaborati carati primati legati consolati principati dottorati trovati associati inviati "
     "carcerati interessati beneficiati separati divorziati sposati adottati affidati pirati "
     "scaffali agguati boati gelati filati laminati surgelati agglomerati accreditati affollati "
     "gruppi minuti liuti sputi canditi banditi conviti transiti appartamenti "
     "telefonate nevicate mareggiate gelate sfilate camminate pedalate vallate terrazzate "
     "coltellate fiaccolate arcate navate brigate cordate scalinate gradinate testate coordinate "
     "giornate nottate cascate facciate derivate palestrate banchine "
     "sedute vedute reclute valute tenute liti ditte gite suite site "
     "aliquote annate borse cadute chiamate condotte consulte corse crociate date dirette ditte "
     "entrate facciate fatte ferite fermate fiammate flotte frate frutte gite giornate imprese "
     "inchieste intese lastre liste masse mattinate medicate mosse note offerte ondate partite "
     "passeggiate perdite piste poste proposte prorate quote raccolte rate reclute ricerche "
     "ricette richieste rivolte rotte scelte scoperte scorte sedute serate spinte strette tratte "
     "udienze uscite vedute vendite vincite visite vite volate nascite crescite riuscite salite "
     "sorelle vetrate tonnellate puntate testate portate gare fattorie batterie cute salute "
     "battute date feste foreste moste teste vaste inviate giovani guide donate unite "
     "allerte morte sorte carte arte parti parte arti porte poste coste riviste interviste "
     "viste"},
    {kIrregularParticiple,
     "  detti dette scritte lette ridotti ridotte prodotte condotti tradotti "
     "tradotte introdotti introdotte indotti indotte rotti interrotti interrotte corrotti presi "
     "prese compresi comprese ripresi riprese sorpresi sorprese scesi scese attesi attese estesi "
     "estese sospesi sospese spesi difesi difese resi rese accesi accese offesi uccisi uccise "
     "decisi decise divisi divise condivisi condivise suddivisi suddivise messi messe ammessi "
     "ammesse emessi emesse promossi promosse rimossi rimosse concessi concesse connessi connesse "
     "commessi commesse trasmessi trasmesse permesse sottomessi discussi discusse espressi "
     "espresse chiusi chiuse esclusi escluse inclusi incluse conclusi concluse diffusi diffuse "
     "previsti previste visti rimasti rimaste disposti disposte imposti imposte esposti esposte "
     "composti composte proposti predisposti predisposte sottoposti sottoposte chiesti "
     "chieste richiesti nascosti aperte coperti coperte scoperti offerti sofferti sorti  "
     "raggiunti raggiunte aggiunti aggiunte giunti giunte congiunti congiunte distinti distinte "
     "estinti estinte vinti vinte spinti dipinte assunte tolti tolte accolti accolte raccolti "
     "rivolti coinvolti coinvolte svolti svolte risolti risolte sepolti scelti persi perse  "
     "trascorsi trascorse emersi emerse apparsi apparse scomparsi scomparse sparsi immersi "
     "estratti estratte sottratti sottratte attratti contratte protette elette corretti corrette "
     "costretti costrette diretti iscritte sottoscritti sottoscritte prescritti prescritte "
     "distrutti distrutte istruite evasi evase rimesse smessi dismessi dismesse stanziati "
     "conferiti tratti respinti respinte"},
    {kNotCounted,
     "disponibili ammissibili riguardanti concernenti inerenti provenienti derivanti genere volta "
     "parte "
     "base seguito grado fronte fine giro media mezzo quanto tempo modo "
     "ordine "
     "caso luogo termine termini corso attesa totale complesso soprattutto cento mille cadauno "
     "ciascuno circa rispettivamente complessivi complessive totali scarsi scarse abbondanti mese "
     "anno trimestre semestre "
     "periodo obiettivo traguardo over under necessari "
     "necessarie lordi lorde netti nette"},
};

// What is in the table by a class row and by its plain letters.
const WordMap<WordClasses>& class_map() {
  static const WordMap<WordClasses> map = [] {
    WordMap<WordClasses> result;
    for (const ClassRow& row : kRows) {
      for_each_word(row.words, [&](std::string_view word) { result[word] |= row.classes; });
    }
    static const std::vector<std::string> kVerbs = finite_verbs_in_e();
    for (const std::string& verb : kVerbs) result.emplace(verb, kFiniteVerb);
    return result;
  }();
  return map;
}

bool in_words(std::string_view word, std::string_view words) { return has_word(words, word); }

class Endings {
 public:
  explicit Endings(std::string_view endings) {
    for_each_word(endings, [this](std::string_view ending) {
      endings_.push_back(ending);
      pairs_.mark(ending[ending.size() - 2], ending.back());
    });
  }
  // Whether the word has one of them and two more letters before it.
  bool are_of(std::string_view word) const {
    if (word.size() < 4 || !pairs_.has(word[word.size() - 2], word.back())) return false;
    for (const std::string_view ending : endings_) {
      if (word.size() > ending.size() + 1 && word.ends_with(ending)) return true;
    }
    return false;
  }

 private:
  std::vector<std::string_view> endings_;
  LetterPairs pairs_;
};

}  // namespace

WordClasses word_classes(std::string_view folded) {
  const auto& map = class_map();
  const auto found = map.find(folded);
  return found == map.end() ? kNoClass : found->second;
}

std::vector<std::string_view> classed_words() { return class_map().words(); }

bool looks_like_participle(std::string_view folded) {
  const WordClasses classes = word_classes(folded);
  if (classes & kNominal) return false;
  if (classes & kIrregularParticiple) return true;
  return ends_like_participle(folded);
}

bool looks_like_verb(std::string_view folded) {
  const WordClasses classes = word_classes(folded);
  if (classes & kFiniteVerb) return true;
  return classes == kNoClass && ends_like_verb(folded);
}

bool ends_like_participle(std::string_view folded) {
  static const Endings endings("ati ate iti ite uti ute");
  return folded.size() > 5 && endings.are_of(folded);
}

bool ends_like_verb(std::string_view folded) {
  static const Endings endings(
      "iscono ebbero eranno iranno arono irono erono ssero avano evano ivano ando endo iamo ebbe "
      "ano ono anno");
  return endings.are_of(folded);
}

bool is_plural_in_o(std::string_view folded) {
  return in_words(folded,
                  "daspo euro auto moto foto video radio metro kilo stereo cento "
                  " euro teo video silo     loto");
}

bool is_plural_in_a(std::string_view folded) {
  return in_words(folded,
                  "nullaosta curricula memoranda uova paia centinaia migliaia miglia dita braccia "
                  "mura lenzuola ossa "
                  "cinema gorilla delta vaglia sosia mila data media staia "
                  " membra ginocchia membra grida risa media    "
                  "  agora panda koala   ");
}

}  // namespace cifra
