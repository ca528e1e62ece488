// What recognising figures costs: its time over one pass of ICU's word break iterator on the same
// prose, its memory, and its time on hostile inputs at 1, 2, 4 and 8 MB.
//
//     grammar_bench [FILE.txt…]     prose; without files, sentences made here

#include <sys/resource.h>
#include <time.h>
#include <unicode/brkiter.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "core/grammar/recogniser.h"

namespace {

constexpr size_t kMegabyte = size_t{1} << 20U;
constexpr int kRuns = 25;  // the machine may have other work

// CPU seconds of this thread: other programs on the machine do not count.
double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

// The best of some runs.
double measure(const std::function<void()>& work, int runs) {
  double best = 1e9;
  for (int i = 0; i < runs; ++i) {
    const double begin = cpu_seconds();
    work();
    best = std::min(best, cpu_seconds() - begin);
  }
  return best;
}

// From here on the peak is counted anew (Linux).
void reset_peak_memory() { std::ofstream("/proc/self/clear_refs") << "5"; }

long peak_memory_kib() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

std::string repeated(std::string_view part, size_t size) {
  std::string text;
  text.reserve(size + part.size());
  while (text.size() < size) text += part;
  return text;
}

// Paragraphs as a page of results has them: a figure every two lines.
std::vector<std::string> dense_prose() {
  const std::string paragraph =
      "Il piano nazionale accompagna la trasformazione delle amministrazioni pubbliche e dei "
      "servizi "
      "rivolti a cittadini e imprese, con interventi che riguardano infrastrutture, competenze e "
      "semplificazione delle procedure. Nel 2021 gli enti che hanno aderito alla piattaforma sono "
      "stati 7.195 su 7.903, mentre le transazioni hanno superato i 18 miliardi di euro. La "
      "collaborazione tra i diversi livelli di governo resta la condizione perché i risultati "
      "raggiunti siano duraturi; per questo il dipartimento ha previsto attività di formazione e "
      "di "
      "sostegno ai territori, con particolare attenzione ai comuni più piccoli, dove risiede circa "
      "il 16,5 per cento della popolazione. Secondo il monitoraggio, due milioni e mezzo di "
      "studenti "
      "hanno seguito almeno un percorso, con una crescita significativa rispetto all'anno "
      "precedente e con effetti positivi sulla qualità dei servizi erogati. ";
  return std::vector<std::string>(1500, paragraph);
}

// The same after three paragraphs that say what is done, not how much.
std::vector<std::string> ordinary_prose() {
  const std::string paragraph =
      "Le amministrazioni individuano gli interventi da realizzare insieme ai territori e ne "
      "curano "
      "l'attuazione, assicurando che le procedure siano semplici, trasparenti e accessibili a "
      "tutti. "
      "La qualità dei servizi dipende dalla capacità di ascoltare chi li usa: per questo il piano "
      "prevede momenti di confronto con associazioni, scuole e imprese, e una rete di sportelli "
      "che "
      "accompagni le persone meno esperte. I responsabili delle strutture verificano "
      "periodicamente lo stato di avanzamento, segnalano le difficoltà incontrate e propongono le "
      "correzioni necessarie, nel rispetto delle competenze di ciascun livello di governo. ";
  std::vector<std::string> paragraphs;
  for (const std::string& dense : dense_prose()) {
    paragraphs.insert(paragraphs.end(), 3, paragraph);
    paragraphs.push_back(dense);
  }
  return paragraphs;
}

// Lines as lists, captions and tables read as text have them, each a block of its own; more than
// one kind, so that no branch is foreseen by what the line before was.
std::vector<std::string> short_lines() {
  const std::vector<std::string> lines = {
      "Comuni aderenti: 7.195 su 7.903 (91%)",
      "oltre 18 miliardi di euro di transazioni nel 2021, +12,5% sull'anno precedente",
      "La spesa media per abitante è di 233 euro al mese.",
      "2) le domande ammesse sono state 1.418, di cui 312 in graduatoria",
      "da 12 a 18 mesi per la realizzazione degli interventi",
      "Art. 4, comma 2: il contributo non supera 2 milioni e mezzo di euro",
      "Sono venticinque le regioni e le province coinvolte nella rilevazione.",
      "Occupati a maggio: 23,4 milioni, circa 60mila in più rispetto ad aprile",
      "Due terzi degli edifici scolastici hanno una certificazione energetica.",
      "Il 15 marzo 2022 è stata avviata la seconda fase",
      "Superficie: 1.250 ettari, pari al 3,2 per cento del territorio comunale",
      "meno di 300 posti letto, il 40% dei quali in strutture private",
      "Per informazioni: tel. 06 5555 1234, dalle 9 alle 13",
      "Gli impianti installati producono 4,5 GWh l'anno",
      "Responsabile del procedimento e riferimenti dell'ufficio",
      "tra i 10 e i 15 mila euro per ciascun beneficiario",
      "un calo di 0,4 punti percentuali, il terzo consecutivo",
  };
  std::vector<std::string> made;
  uint32_t draw = 1;
  for (size_t i = 0; i < 20000; ++i) {
    draw = draw * 1664525U + 1013904223U;
    made.push_back(lines[(draw >> 16U) % lines.size()]);
  }
  return made;
}

void bench_prose(const char* name, const std::vector<std::string>& paragraphs) {
  size_t bytes = 0;
  std::vector<icu::UnicodeString> wide;
  for (const std::string& paragraph : paragraphs) {
    bytes += paragraph.size();
    wide.push_back(icu::UnicodeString::fromUTF8(paragraph));
  }
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale("it"), status));
  size_t breaks = 0;
  const double by_icu = measure(
      [&] {
        for (const icu::UnicodeString& paragraph : wide) {
          words->setText(paragraph);
          while (words->next() != icu::BreakIterator::DONE) ++breaks;
        }
      },
      kRuns);
  size_t figures = 0;
  cifra::Recogniser recogniser;
  const double by_grammar = measure(
      [&] {
        figures = 0;
        for (const std::string& paragraph : paragraphs)
          figures += recogniser.recognise(paragraph).size();
      },
      kRuns);
  const double megabytes = static_cast<double>(bytes) / static_cast<double>(kMegabyte);
  std::printf("%s: %.1f MB, %zu figures, one in %zu bytes\n", name, megabytes, figures,
              bytes / std::max<size_t>(figures, 1));
  std::printf("  ICU word breaks  %8.1f ms  %6.1f MB/s\n", by_icu * 1e3, megabytes / by_icu);
  std::printf("  recognise        %8.1f ms  %6.1f MB/s\n", by_grammar * 1e3,
              megabytes / by_grammar);
  std::printf("  ratio            %8.2f (below 1: faster than ICU's word breaks)\n",
              by_grammar / by_icu);
}

void bench_hostile(const char* name, std::string_view part) {
  std::printf("%-22s", name);
  double first = 0;
  for (const size_t megabytes : {1U, 2U, 4U, 8U}) {
    const std::string text = repeated(part, megabytes * kMegabyte);
    const double seconds = measure([&] { cifra::recognise(text); }, 1);
    if (megabytes == 1) first = seconds;
    std::printf("  %zu MB %7.1f ms (x%.1f)", megabytes, seconds * 1e3, seconds / first);
    std::fflush(stdout);
  }
  std::printf("\n");
}

// What the grammar needs besides the text and the figures it gives back.
void bench_memory(const char* name, std::string_view part) {
  for (const size_t megabytes : {1U, 8U}) {
    const std::string text = repeated(part, megabytes * kMegabyte);
    reset_peak_memory();
    const long before = peak_memory_kib();
    const size_t figures = cifra::recognise(text).capacity() * sizeof(cifra::Figure);
    std::printf("memory, %s: one block of %zu MB, peak grew by %.1f MB; its figures take %.1f MB\n",
                name, megabytes, static_cast<double>(peak_memory_kib() - before) / 1024.0,
                static_cast<double>(figures) / static_cast<double>(kMegabyte));
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> paragraphs;
  for (int i = 1; i < argc; ++i) {
    std::ifstream in(argv[i]);
    for (std::string line; std::getline(in, line);) {
      if (!line.empty()) paragraphs.push_back(line);
    }
  }
  bench_memory("no figures", "parole senza cifre e nulla più. ");
  bench_memory("a figure a line",
               "Sono stati avviati altri 12 progetti, si legge nella relazione. ");
  if (paragraphs.empty()) {
    bench_prose("ordinary prose", ordinary_prose());
    bench_prose("prose dense in figures", dense_prose());
    bench_prose("short lines, a figure in each", short_lines());
  } else {
    bench_prose("prose", paragraphs);
  }
  bench_hostile("digits", "7");
  bench_hostile("mille", "mille");
  bench_hostile("mille parted", "mille ");
  bench_hostile("commas in digits", "1,");
  bench_hostile("commas parted", "1, ");
  bench_hostile("milioni e milioni", "2 milioni e ");
  bench_hostile("tra tra tra", "tra 2 e ");
  bench_hostile("hyphens", "10-");
  bench_hostile("slashes", "10/");
  bench_hostile("brackets", "((((");
  bench_hostile("quotes", "'\"");
  bench_hostile("un su", "uno su ");
  bench_hostile("percents", "5% ");
  bench_hostile("di di di", "5 di ");
  bench_hostile("line ends", "a-\n");
  bench_hostile("blank lines", "\n\n1");
  bench_hostile("soft hyphens", "a\u00AD");
  bench_hostile("bad bytes", "\xFF\xC3");
  bench_hostile("one word", "a");
  bench_hostile("one word in capitals", "A");
  bench_hostile("one sentence", "nel 2019 il 3% dei 12 comuni, circa 5 milioni di euro, ");
  bench_hostile("and and and", "e ");
  bench_hostile("of of of", "di ");
  bench_hostile("no-break spaces", "\u00A0");
  bench_hostile("spaced digits", "1\u00A0");
  bench_hostile("combining accents", "\u0301");
  bench_hostile("accented letters", "e\u0301");
  bench_hostile("full stops", "1. ");
  bench_hostile("deep brackets", "(5 ");
  bench_hostile("dates", "1 marzo e ");
  bench_hostile("of which", "3 di cui ");
  bench_hostile("references", "art. 1, ");
  bench_hostile("superscripts", "\u00B2");
  bench_hostile("in the year", "nell'anno ");
  return 0;
}
