// What finding tables costs: the CPU time of finding them on the pages of a folder's PDFs and of
// making figures of their cells, against the CPU time of the rest of `cifra ingest` over the
// folder.
//
//     table_bench FOLDER [CIFRA]       CIFRA is the program beside this one if not given
//
// Without tables the words of their cells would be read as prose, which costs too: the share
// printed is more than tables add. Each figure is the best of three runs.

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/layout/clean_words.h"
#include "core/layout/layout.h"
#include "core/layout/page_lines.h"
#include "core/layout/running_text.h"
#include "core/layout/table_region.h"
#include "core/tables/cell_figures.h"
#include "tools/bench/measured_run.h"

namespace {

namespace fs = std::filesystem;

using cifra::bench::kRuns;

double cpu_now() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

cifra::Reading read_words(const fs::path& file) {
  cifra::Reading reading;
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_file(file.string()));
  if (document == nullptr || document->is_locked()) return reading;
  for (int i = 0; i < document->pages(); ++i) {
    const std::unique_ptr<poppler::page> page(document->create_page(i));
    if (page == nullptr) continue;
    const poppler::rectf size = page->page_rect(poppler::crop_box);
    reading.pages.push_back({static_cast<float>(size.width()), static_cast<float>(size.height())});
    for (const poppler::text_box& box : page->text_list(poppler::page::text_list_include_font)) {
      const poppler::byte_array bytes = box.text().to_utf8();
      cifra::ReadWord word;
      word.text.begin = static_cast<uint32_t>(reading.text.size());
      reading.text.append(bytes.begin(), bytes.end());
      word.text.end = static_cast<uint32_t>(reading.text.size());
      word.page = static_cast<uint32_t>(reading.pages.size() - 1);
      const poppler::rectf r = box.bbox();
      word.box = {static_cast<float>(r.left()), static_cast<float>(r.top()),
                  static_cast<float>(r.right()), static_cast<float>(r.bottom())};
      word.font_size = static_cast<float>(box.get_font_size());
      word.rotation = static_cast<uint16_t>(box.rotation() * 90);
      word.space_after = box.has_space_after();
      reading.words.push_back(word);
    }
  }
  return reading;
}

struct TableCost {
  double seconds = 0;
  size_t tables = 0, figures = 0;
};

TableCost table_cost(const std::vector<fs::path>& files) {
  TableCost cost;
  for (const fs::path& file : files) {
    cifra::Reading reading = read_words(file);
    cifra::clean_words(reading);
    std::vector<cifra::PageLines> pages = cifra::make_page_lines(reading);
    cifra::mark_running_text(pages);
    double begin = cpu_now();
    cost.tables += cifra::find_tables(pages).size();
    cost.seconds += cpu_now() - begin;
    const cifra::Document document = cifra::lay_out(std::move(reading));
    begin = cpu_now();
    for (uint32_t i = 0; i < document.tables.size(); ++i) {
      cost.figures += cifra::cell_figures(document, i, {}).size();
    }
    cost.seconds += cpu_now() - begin;
  }
  return cost;
}

}  // namespace

int main(int argc, char** argv) {
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  const cifra::bench::Arguments arguments = cifra::bench::arguments_of(argc, argv);
  const std::vector<fs::path>& files = arguments.files;
  const cifra::bench::TemporaryFolder place;
  TableCost tables;
  double ingest = 1e9;
  for (int i = 0; i < kRuns; ++i) {
    const TableCost cost = table_cost(files);
    if (i == 0 || cost.seconds < tables.seconds) tables = cost;
    const auto run = [&] {
      cifra::bench::ingest(arguments.cifra, arguments.folder, place / "facts.db", 1);
    };
    ingest = std::min(ingest, cifra::bench::cost_of(run).cpu);
  }
  std::printf("%zu files, %zu tables, %zu figures in their cells\n", files.size(), tables.tables,
              tables.figures);
  std::printf("finding tables and their figures  cpu %7.3f s\n", tables.seconds);
  std::printf("ingest, all of it                 cpu %7.3f s\n", ingest);
  std::printf("added by tables                   %.3f  (at most 0.15 on prose, 0.40 on tables)\n",
              tables.seconds / (ingest - tables.seconds));
  return 0;
}
