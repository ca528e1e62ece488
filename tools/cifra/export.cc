// `cifra export`: all facts of a store with their sources, as CSV or JSON Lines.

#include <CLI/CLI.hpp>
#include <iostream>

#include "core/store/reader.h"
#include "tools/cifra/output.h"
#include "tools/cifra/output_file.h"
#include "tools/cifra/store_option.h"
#include "tools/cifra/verb.h"

namespace cifra::command {
namespace {

constexpr size_t kAtOnce = 1000;  // rows held in memory

struct Options {
  std::filesystem::path store, output;
  std::string format = "csv";
  bool superseded = false;
};

const std::vector<Column> kColumns = {
    {"fact"},        {"value"},         {"high"},         {"unit"},  {"kind"},       {"counted"},
    {"subject"},     {"approximation"}, {"change"},       {"whole"}, {"per"},        {"time"},
    {"time_source"}, {"nature"},        {"speaker"},      {"place"}, {"place_name"}, {"row"},
    {"column"},      {"surface"},       {"quote"},        {"page"},  {"document"},   {"path"},
    {"title"},       {"issuer"},        {"published_on"}, {"url"},   {"confidence"}, {"plugin"},
    {"rule"}};

std::vector<std::string> cells_of(const FactRow& fact) {
  const DocumentRow& document = fact.document;
  return {fact.id,
          fact.value,
          fact.high,
          fact.unit,
          fact.kind,
          fact.counted,
          fact.subject,
          fact.approximation,
          fact.change,
          fact.whole,
          fact.per,
          fact.time,
          fact.time_source,
          fact.nature,
          fact.speaker,
          fact.place,
          fact.place_name,
          fact.row,
          fact.column,
          fact.surface,
          fact.quote,
          fact.page > 0 ? std::to_string(fact.page) : "",
          document.id,
          document.path,
          document.title,
          document.issuer,
          document.published_on,
          document.url,
          std::to_string(fact.confidence).substr(0, 5),
          fact.plugin,
          fact.rule};
}

void export_facts(const Database& database, const Options& options, std::ostream& out) {
  RowPrinter rows(options.format == "csv" ? Format::kCsv : Format::kJsonl, kColumns, out,
                  Terminal());
  Statement select = database.prepare(
      std::string("SELECT f.number FROM documents d CROSS JOIN facts f ON f.document = d.id ") +
      (options.superseded ? "" : "WHERE d.state = 'current' ") + "ORDER BY d.id, f.begin");
  std::vector<int64_t> numbers;
  const auto print = [&] {
    for (const FactRow& fact : fact_rows(database, numbers)) {
      if (rows.wants_json()) {
        rows.row(json_of(fact), {});
      } else {
        rows.row("", cells_of(fact));
      }
    }
    numbers.clear();
  };
  while (select.step()) {
    numbers.push_back(select.integer(0));
    if (numbers.size() == kAtOnce) print();
  }
  print();
  rows.finish();
}

int run(const Options& options) {
  const Database database(options.store, Database::Mode::kRead);
  if (options.output.empty()) {
    export_facts(database, options, std::cout);
    return kDone;
  }
  if (const auto reason = why_not_written(options.output, database, options.store)) {
    say("--output " + *reason);
    return kWrongUse;
  }
  write_file(options.output, [&](std::ostream& out) { export_facts(database, options, out); });
  return kDone;
}

}  // namespace

void add_export(CLI::App& app, const Environment&, Run& chosen) {
  CLI::App* verb = app.add_subcommand("export", "write all facts with their sources");
  auto options = std::make_shared<Options>();
  add_store_option(*verb, options->store);
  verb->add_option("--format", options->format, "csv or jsonl")
      ->check(CLI::IsMember({"csv", "jsonl"}))
      ->type_name("FORMAT")
      ->capture_default_str();
  verb->add_option("--output", options->output, "a file; standard output if none is given")
      ->type_name("FILE");
  verb->add_flag("--superseded", options->superseded, "facts of older versions as well");
  verb->footer("Example: cifra export --store facts.db --format csv --output facts.csv");
  verb->callback([&chosen, options] { chosen = [options] { return run(*options); }; });
}

}  // namespace cifra::command
