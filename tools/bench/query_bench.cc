// What a question costs in a large store: makes stores of the given numbers of facts with text in
// the manner of official releases, asks each 200 mixed questions on one core and prints the median,
// the 95th percentile and the slowest.
//
//     query_bench FOLDER [FACTS…]      100000 and 1000000 if none is given
//
// A store made before is asked again as it lies. The words follow Zipf's law, with a long tail of
// proper names, as in real text: a few words stand everywhere, most are rare.

#include <sched.h>
#include <time.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "core/link/place.h"
#include "core/query/search.h"
#include "core/store/reader.h"
#include "core/store/writer.h"

namespace {

using namespace cifra;
using Words = std::vector<std::string>;

// Of this thread: what else the machine does is not the question's cost. Pages of the store are in
// memory after the first questions, as they are for whoever asks often.
double cpu_milliseconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * 1e-6;
}

constexpr int kQuestions = 200;
constexpr int kSentences = 40;         // a document
constexpr int kDocumentsAtOnce = 200;  // a transaction

Words split(std::string_view list) {
  Words words;
  for (size_t at = 0; at < list.size();) {
    size_t end = list.find('|', at);
    if (end == std::string_view::npos) end = list.size();
    words.emplace_back(list.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

// What the sentences are of.
struct Vocabulary {
  Words nouns = split(
      "cittadini|imprese|scuole|alunni|docenti|ospedali|pazienti|comuni|progetti|domande|famiglie|"
      "lavoratori|studenti|edifici|interventi|cantieri|veicoli|treni|passeggeri|turisti|aziende|"
      "cooperative|musei|biblioteche|visitatori|controlli|verifiche|sanzioni|denunce|arresti|"
      "infermieri|medici|donatori|trapianti|vaccini|posti letto|alloggi|sfollati|volontari|"
      "incendi|frane|alluvioni|ettari di bosco|impianti|pannelli|turbine|depuratori|acquedotti|"
      "sportelli|pratiche|certificati|licenze|concessioni|porti|aeroporti|stazioni|autobus|"
      "biciclette|parcheggi|asili nido|palestre|teatri|cinema|film|biglietti|abbonamenti|"
      "borse di studio|dottorati|ricercatori|brevetti|startup|bandi|gare|appalti|contratti|"
      "dipendenti|pensionati|disoccupati|tirocini|apprendisti|agricoltori|allevamenti|vigneti");
  Words qualities = split(
      "residenti|attivi|finanziati|iscritti|registrati|coinvolti|pubblici|privati|statali|"
      "comunali|regionali|digitali|sociali|sanitari|scolastici|stranieri|giovani|anziani|"
      "certificati|autorizzati|conclusi|sospesi|ristrutturati|accreditati|elettrici|rurali|"
      "montani|costieri|storici|industriali|agricoli|artigiani|culturali|sportivi|ambientali|"
      "collegati alla rete|in attesa di verifica|con meno di trenta anni|a tempo determinato|"
      "nelle aree interne|nei piccoli borghi|per la transizione digitale|di interesse nazionale");
  Words places = split(
      "Lombardia|Lazio|Campania|Veneto|Sicilia|Piemonte|Puglia|Toscana|Calabria|Sardegna|Liguria|"
      "Marche|Abruzzo|Umbria|Basilicata|Molise|Torino|Milano|Roma|Napoli|Palermo|Genova|Bologna|"
      "Firenze|Bari|Catania|Venezia|Verona|Padova|Trieste|Brescia|Parma|Modena|Perugia|Cagliari");
  Words names;  // the long tail

  explicit Vocabulary(std::mt19937_64& random) {
    const Words heads = split("Castel|Monte|Borgo|Rocca|Villa|Torre|Ponte|Fonte|Pieve|San");
    const Words middles = split("mor|bel|ran|tin|val|gar|nov|fer|lup|ser|cor|pal|mar|ver|sal|dol");
    const Words ends = split("ano|ino|etto|asco|ella|ona|ese|ato|enta|olo|ico|ara|isi|ugo|evo");
    for (int i = 0; i < 30000; ++i) {
      const auto pick = [&](const Words& list) { return list[random() % list.size()]; };
      names.push_back(pick(heads) + pick(middles) + pick(middles) + pick(ends));
    }
  }
};

// Index of a word by Zipf's law.
size_t zipf(std::mt19937_64& random, size_t size) {
  const double share = std::uniform_real_distribution<>(0, 1)(random);
  return static_cast<size_t>(std::pow(static_cast<double>(size), share)) - 1;
}

const std::string& pick(std::mt19937_64& random, const Words& list) {
  return list[std::min(zipf(random, list.size()), list.size() - 1)];
}

struct Topic {
  std::string noun, quality, place, name;
  int year = 2020;
};

Topic any_topic(std::mt19937_64& random, const Vocabulary& words) {
  return {pick(random, words.nouns), pick(random, words.qualities), pick(random, words.places),
          pick(random, words.names), 2005 + static_cast<int>(random() % 20)};
}

class StoreMaker {
 public:
  StoreMaker(Database& database, std::mt19937_64& random, const Vocabulary& words)
      : database_(database), random_(random), words_(words), writer_(database) {}

  void make(int64_t facts) {
    int64_t made = 0, document = 0;
    while (made < facts) {
      Transaction transaction(database_);
      if (made == 0) {
        writer_.begin_run({"2024-01-01T00:00:00Z", "query_bench", "bench", {}});
        writer_.know_plugin({"bench", "1.0", ""});
      }
      for (int i = 0; i < kDocumentsAtOnce && made < facts; ++i) {
        const DocumentRecord record = document_of(document++);
        made += static_cast<int64_t>(record.facts.size());
        Place place;
        place.root = "/bench";
        place.path = std::to_string(document) + ".txt";
        writer_.put_place(place, writer_.put(record));
      }
      transaction.commit();
    }
  }

 private:
  DocumentRecord document_of(int64_t number) {
    DocumentRecord record;
    std::string hash = std::to_string(number);
    record.hash = std::string(64 - hash.size(), '0') + hash;
    const Topic topic = any_topic(random_, words_);
    record.metadata.title = "Rapporto " + std::to_string(topic.year) + " su " + topic.noun + " " +
                            topic.quality + " in " + topic.place;
    record.metadata.published_on = std::to_string(topic.year + 1) + "-03-15";
    record.metadata.media_type = "text/plain";
    record.title_stems = stemmer_.stems(record.metadata.title);
    record.fingerprint = "bench";
    record.archive = "-";
    for (int i = 0; i < kSentences; ++i) add_sentence(record, topic);
    record.characters = at_;
    at_ = 0;
    // Sketches no two documents share.
    for (uint32_t& value : record.text_sketch.minima) value = static_cast<uint32_t>(random_());
    for (uint32_t& value : record.figure_sketch.minima) value = static_cast<uint32_t>(random_());
    return record;
  }

  void add_sentence(DocumentRecord& record, const Topic& topic) {
    Topic here = any_topic(random_, words_);
    if (random_() % 2 == 0) here.noun = topic.noun;
    const std::string count = std::to_string(100 + random_() % 900000);
    const std::string share = std::to_string(1 + random_() % 98);
    PassageRecord passage;
    passage.role = "sentence";
    passage.text = "Nel " + std::to_string(here.year) + " in " + here.place + " risultano " +
                   count + " " + here.noun + " " + here.quality + ", il " + share +
                   "% del totale, dopo " + "gli interventi avviati a " + here.name + " con " +
                   pick(random_, words_.nouns) + " " + pick(random_, words_.qualities) + ".";
    passage.headings = topic.noun + " " + topic.quality;
    passage.stems = stemmer_.stems(passage.text);
    passage.heading_stems = stemmer_.stems(passage.headings);
    const auto length = static_cast<uint32_t>(passage.text.size());
    passage.range = {at_, at_ + length};
    const auto index = static_cast<uint32_t>(record.passages.size());
    add_fact(record, index, passage, count, Kind::kCount, here);
    add_fact(record, index, passage, share, Kind::kPercent, here);
    record.passages.push_back(std::move(passage));
    at_ += length + 1;
  }

  void add_fact(DocumentRecord& record, uint32_t passage_index, const PassageRecord& passage,
                const std::string& number, Kind kind, const Topic& topic) {
    FactRecord row;
    const auto begin = at_ + static_cast<uint32_t>(passage.text.find(" " + number) + 1);
    row.range = {begin, begin + static_cast<uint32_t>(number.size())};
    Fact& fact = row.fact;
    fact.figure.kind = kind;
    fact.figure.value = Value::parse(number).value_or(Value{});
    if (kind == Kind::kPercent) fact.figure.unit = "%";
    fact.subject = topic.noun + " " + topic.quality;
    if (kind == Kind::kCount) fact.counted = topic.noun;
    fact.time = std::to_string(topic.year);
    fact.time_source = TimeSource::kStated;
    fact.place = place_in(topic.place).code;
    fact.place_name = topic.place;
    fact.plugin = "bench";
    fact.plugin_version = "1.0";
    fact.rule = "bench";
    row.id = fact_id(record.hash, row.range, fact.figure);
    row.passage = passage_index;
    row.surface = number;
    row.subject_stems = stemmer_.stems(fact.subject);
    row.counted_stems = stemmer_.stems(fact.counted);
    record.facts.push_back(std::move(row));
  }

  Database& database_;
  std::mt19937_64& random_;
  const Vocabulary& words_;
  Writer writer_;
  Stemmer stemmer_;
  uint32_t at_ = 0;  // in the document's text
};

std::string question_of(std::mt19937_64& random, const Vocabulary& words, int number) {
  const Topic topic = any_topic(random, words);
  const std::string year = std::to_string(topic.year);
  switch (number % 6) {
    case 0:
      return "Quanti " + topic.noun + " " + topic.quality + " risultano in " + topic.place +
             " nel " + year + "?";
    case 1:
      return "Che percentuale di " + topic.noun + " è a " + topic.name + " secondo il rapporto?";
    case 2:
      return topic.noun + " " + topic.quality;
    case 3:
      return "Quanto costano gli interventi su " + topic.noun + " avviati a " + topic.name + "?";
    case 4:
      return topic.name;
    default:
      return "Di quanto sono aumentati i " + topic.noun + " " + topic.quality +
             " tra il 2010 e il " + year + " in " + topic.place + "?";
  }
}

void ask(const std::filesystem::path& path, int64_t facts, const Vocabulary& words) {
  const Database database(path, Database::Mode::kRead);
  const Stemmer stemmer;
  std::mt19937_64 random(7);
  std::vector<double> times;
  size_t answers = 0;
  for (int i = 0; i < kQuestions; ++i) {
    const std::string text = question_of(random, words, i);
    const double begin = cpu_milliseconds();
    Question question = parse_question(text, stemmer);
    add_acronyms(database, question);
    std::vector<int64_t> found;
    for (const SearchHit& hit : search(database, question, stemmer)) found.push_back(hit.fact);
    answers += fact_rows(database, found).size();
    times.push_back(cpu_milliseconds() - begin);
    if (std::getenv("QUERY_BENCH_SHOW")) std::printf("%8.1f ms  %s\n", times.back(), text.c_str());
  }
  std::ranges::sort(times);
  std::printf("%9lld facts: median %6.1f ms, 95%% under %6.1f ms, slowest %6.1f ms, %zu rows\n",
              static_cast<long long>(facts), times[times.size() / 2],
              times[times.size() * 95 / 100], times.back(), answers);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "query_bench FOLDER [FACTS…]\n");
    return 2;
  }
  cpu_set_t one;
  CPU_ZERO(&one);
  CPU_SET(sched_getcpu(), &one);
  sched_setaffinity(0, sizeof one, &one);
  std::vector<int64_t> sizes;
  for (int i = 2; i < argc; ++i) sizes.push_back(std::atoll(argv[i]));
  if (sizes.empty()) sizes = {100000, 1000000};
  std::mt19937_64 random(1);
  const Vocabulary words(random);
  for (int64_t facts : sizes) {
    const auto path = std::filesystem::path(argv[1]) / ("facts-" + std::to_string(facts) + ".db");
    if (!std::filesystem::exists(path)) {
      Database database(path, Database::Mode::kCreate);
      StoreMaker(database, random, words).make(facts);
    }
    ask(path, facts, words);
  }
}
