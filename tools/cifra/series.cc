// `cifra series`: one metric over time and documents, as rows, as a plot in the terminal, as SVG.

#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <set>

#include "core/query/italian_value.h"
#include "core/query/series.h"
#include "tools/cifra/fact_cells.h"
#include "tools/cifra/output.h"
#include "tools/cifra/output_file.h"
#include "tools/cifra/plot.h"
#include "tools/cifra/plot_axis.h"
#include "tools/cifra/store_option.h"
#include "tools/cifra/verb.h"

namespace cifra::command {
namespace {

struct Options {
  std::filesystem::path store, svg;
  std::vector<std::string> words;
  std::optional<Format> format;
  SearchFilter filter;
};

// Titles of the documents, each once, with their dates.
std::string sources_of(const Series& series) {
  std::set<int64_t> known;
  std::string sources;
  for (const SeriesPoint& point : series.points) {
    const DocumentRow& document = point.fact.document;
    if (!known.insert(document.number).second) continue;
    sources += sources.empty() ? "Fonti: " : "; ";
    if (!document.issuer.empty()) sources.append(document.issuer).append(", ");
    sources += document.title.empty() ? std::filesystem::path(document.path).filename().string()
                                      : on_one_line(document.title);
    if (!document.published_on.empty()) sources += " (" + document.published_on + ")";
  }
  return sources;
}

Plot plot_of(const Series& series, const std::string& metric) {
  Plot plot;
  plot.title = metric;
  if (series.unit == "%" || series.unit == "‰") {
    plot.unit = series.unit;
  } else if (!series.unit.empty()) {
    FactRow one;  // "1 tonnellate", for the unit's name
    one.value = "1";
    one.unit = series.unit;
    plot.title += " (" + italian_value(one).substr(2) + ")";
  }
  plot.source = sources_of(series);
  for (const SeriesPoint& point : series.points) {
    const auto day = middle_day(point.fact.time_from, point.fact.time_to);
    if (!day || !point.value) continue;
    plot.points.push_back({*day, point.value->approximate(), italian_value(point.fact),
                           point.mark != SeriesMark::kNone});
  }
  std::ranges::stable_sort(plot.points, {}, &PlotPoint::day);
  return plot;
}

void print(const Series& series, RowPrinter& rows) {
  constexpr size_t kLongest = 100;  // columns of a subject; CSV has it whole
  for (const SeriesPoint& point : series.points) {
    const FactRow& fact = point.fact;
    std::string mark(name_of(point.mark));
    if (!point.against.empty()) mark += " " + point.against.front().substr(0, 8);
    rows.row(rows.wants_json() ? json_of(point, series) : "",
             {time_of(fact), italian_value(fact),
              rows.wants_block() ? shortened(on_one_line(fact.subject), kLongest) : fact.subject,
              document_of(fact), fact.id.substr(0, 8), mark});
  }
  rows.finish();
}

int run(const Options& options) {
  std::string metric;
  for (const std::string& word : options.words) {
    metric.append(metric.empty() ? "" : " ").append(word);
  }
  const Database database(options.store, Database::Mode::kRead);
  if (!options.svg.empty()) {
    if (const auto reason = why_not_written(options.svg, database, options.store)) {
      say("--svg " + *reason);
      return kWrongUse;
    }
  }
  const Stemmer stemmer;
  const Series series = series_of(database, stemmer, metric, options.filter);
  const Format format = format_for_output(options.format);
  const Terminal terminal = terminal_of_output();
  RowPrinter rows(format,
                  {{"time"},
                   {"value", true},
                   {"what", false, true},
                   {"document", false, true},
                   {"fact"},
                   {"mark"}},
                  std::cout, terminal);
  print(series, rows);
  if (series.points.empty()) say("no fact of the store measures this");
  const Plot plot = plot_of(series, metric);
  if (format == Format::kTable) {
    const std::string drawn = terminal_plot(plot, terminal.width);
    if (!drawn.empty()) std::cout << '\n' << drawn;
  }
  if (options.svg.empty()) return kDone;
  if (plot.points.empty()) {
    say(options.svg.string() + ": not written, there is no point with a time to draw");
    return kDone;
  }
  write_file(options.svg, [&](std::ostream& out) { out << svg_plot(plot); });
  return kDone;
}

}  // namespace

void add_series(CLI::App& app, const Environment&, Run& chosen) {
  CLI::App* verb = app.add_subcommand("series", "one metric over time and documents");
  auto options = std::make_shared<Options>();
  SearchFilter& filter = options->filter;
  filter.limit = 0;
  verb->add_option("metric", options->words, "what is measured, in a few words")->required();
  add_store_option(*verb, options->store);
  add_format_option(*verb, options->format);
  verb->add_option("--svg", options->svg, "write a plot one could print")->type_name("FILE");
  verb->add_option("--unit", filter.unit, "only this unit: EUR, %, km2 …")->type_name("UNIT");
  verb->add_option("--from", filter.from, "only of this day or later, YYYY-MM-DD")
      ->type_name("DATE");
  verb->add_option("--to", filter.to, "only of this day or earlier")->type_name("DATE");
  verb->add_option("--document", filter.document,
                   "only of this document: its id or part of its path")
      ->type_name("DOCUMENT");
  verb->footer("Example: cifra series \"identità Spid\" --svg spid.svg");
  verb->callback([&chosen, options] { chosen = [options] { return run(*options); }; });
}

}  // namespace cifra::command
