// `cifra figures`: the figures of one document, without a store.

#include <CLI/CLI.hpp>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <variant>

#include "core/document/citation.h"
#include "core/layout/layout.h"
#include "core/pipeline/recognition.h"
#include "core/text/raw_offsets.h"
#include "core/text/utf8.h"
#include "tools/cifra/date_option.h"
#include "tools/cifra/figure_steps.h"
#include "tools/cifra/json_parts.h"
#include "tools/cifra/open_document.h"
#include "tools/cifra/output.h"
#include "tools/cifra/verb.h"

namespace cifra::command {
namespace {

using Json = nlohmann::ordered_json;

struct Options {
  std::string file;
  std::string date;
  bool all = false;
  bool explain = false;
  std::optional<Format> format;
};

// Offsets are printed in code points: of the document's text, or of the input as it was given.
class Offsets {
 public:
  Offsets(const Document& document, const std::string* raw)
      : counter_(document.text), raw_(raw == nullptr ? std::string_view() : *raw), is_raw_(raw) {}
  uint32_t at(uint32_t byte) { return is_raw_ ? raw_.code_point_at(byte) : counter_.at(byte); }

 private:
  CodePointCounter counter_;
  RawOffsets raw_;
  bool is_raw_;
};

Json text_or_null(std::string_view text) {
  return text.empty() ? Json(nullptr) : Json(std::string(text));
}
Json value_or_null(const std::optional<Value>& value) {
  return value ? Json(value->to_string()) : Json(nullptr);
}

Json boxes_of(const std::vector<Box>& boxes) {
  Json list = Json::array();
  for (const Box& box : boxes) list.push_back(json_of(box));
  return list;
}

Json row_of(const Document& document, const CellFigure& found, Offsets& offsets, bool explain) {
  const Figure& figure = found.figure;
  const Citation citation = locate(document, figure.span);
  const bool in_table = found.table != kNoIndex;
  const uint32_t start = offsets.at(figure.span.begin);
  Json row{{"start", start},
           {"end", offsets.at(figure.span.end)},
           {"surface", std::string(document.of(figure.span))},
           {"kind", std::string(name_of(figure.kind))},
           {"value", figure.value.to_string()},
           {"high", value_or_null(figure.high)},
           {"unit", text_or_null(figure.unit)},
           {"counted", text_or_null(on_one_line(document.of(figure.counted)))},
           {"approximation", text_or_null(name_of(figure.approximation))},
           {"change", text_or_null(name_of(figure.change))},
           {"whole", value_or_null(figure.whole)},
           {"per", text_or_null(figure.per)},
           {"time", text_or_null(figure.time)},
           {"page", citation.page == kNoIndex ? Json(nullptr) : Json(citation.page + 1)},
           {"boxes", boxes_of(citation.boxes)},
           {"row", in_table ? text_or_null(found.row) : Json(nullptr)},
           {"column", in_table ? text_or_null(found.column) : Json(nullptr)}};
  if (explain) row["steps"] = json_of_steps(document, figure);
  return row;
}

std::string cell_text(const Json& value) {
  if (value.is_null()) return "";
  return value.is_string() ? on_one_line(value.get<std::string>()) : value.dump();
}

const std::vector<Column>& table_columns() {
  static const std::vector<Column> columns = {{"surface", false, true},
                                              {"kind"},
                                              {"value", true},
                                              {"high", true},
                                              {"unit"},
                                              {"counted", false, true},
                                              {"approximation"},
                                              {"change"},
                                              {"whole", true},
                                              {"per"},
                                              {"time"},
                                              {"page", true}};
  return columns;
}

// Every key of the rows, for CSV; what a screen has room for, for a table.
std::vector<Column> columns_for(Format format, bool explain) {
  if (format == Format::kTable) return table_columns();
  std::vector<Column> columns;
  for (const char* name :
       {"start", "end", "surface", "kind", "value", "high", "unit", "counted", "approximation",
        "change", "whole", "per", "time", "page", "boxes", "row", "column"}) {
    columns.push_back({name});
  }
  if (explain) columns.push_back({"steps"});
  return columns;
}

void print_explanation(const Json& row) {
  std::cout << on_one_line(row["surface"].get<std::string>()) << " = "
            << row["value"].get<std::string>();
  if (!row["high"].is_null()) std::cout << " … " << row["high"].get<std::string>();
  for (const char* key : {"unit", "kind"}) {
    if (!row[key].is_null()) std::cout << ' ' << row[key].get<std::string>();
  }
  std::cout << '\n';
  print_steps(row["steps"], std::cout);
}

int print(const Document& document, const std::string* raw, const Options& options) {
  RecognitionOptions recognition;
  recognition.document_date = options.date;
  recognition.with_steps = options.explain;
  const Format format = format_for_output(options.format);
  const std::vector<Column> columns = columns_for(format, options.explain);
  RowPrinter printer(format, columns, std::cout, terminal_of_output());
  Offsets offsets(document, raw);
  for (const CellFigure& found : recognise_document(document, recognition)) {
    if (!options.all && !found.figure.is_fact()) continue;
    const Json row = row_of(document, found, offsets, options.explain);
    if (options.explain && format == Format::kTable) {
      print_explanation(row);
      continue;
    }
    std::vector<std::string> cells;
    for (const Column& column : columns) cells.push_back(cell_text(row[column.name]));
    printer.row(row.dump(-1, ' ', false, Json::error_handler_t::replace), std::move(cells));
  }
  if (!options.explain || format != Format::kTable) printer.finish();
  return kDone;
}

int run_on_input(const Options& options) {
  const std::string raw{std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()};
  Reading reading;
  reading.verbatim = raw;
  reading.metadata.media_type = "text/plain";
  const Document document = lay_out(std::move(reading));
  return print(document, &raw, options);
}

int run_on_file(const Options& options, const Environment& environment) {
  if (!is_there(options.file)) return kWrongUse;
  const auto read = open_document(environment, options.file);
  if (const auto* failure = std::get_if<ReadFailure>(&read)) {
    say(options.file + ": " + failure->reason);
    return kDoneWithFailures;
  }
  const Document& document = std::get<Document>(read);
  for (const std::string& warning : document.warnings) say(options.file + ": " + warning);
  return print(document, nullptr, options);
}

}  // namespace

void add_figures(CLI::App& app, const Environment& environment, Run& chosen) {
  CLI::App* verb = app.add_subcommand("figures", "list the figures of one document");
  auto options = std::make_shared<Options>();
  verb->add_option("FILE", options->file, "the document; - is UTF-8 text on standard input")
      ->required();
  verb->add_option("--date", options->date,
                   "the document's date, as 2021-01-20: resolves \"ad oggi\"")
      ->check(check_date)
      ->type_name("DATE");
  verb->add_flag("--all", options->all, "dates, ordinals and references as well");
  verb->add_flag("--explain", options->explain, "how each figure was read, step by step");
  add_format_option(*verb, options->format);
  verb->footer("Example: echo 'Sono 16 milioni e 400mila' | cifra figures -");
  verb->callback([&chosen, &environment, options] {
    chosen = [&environment, options] {
      return options->file == "-" ? run_on_input(*options) : run_on_file(*options, environment);
    };
  });
}

}  // namespace cifra::command
