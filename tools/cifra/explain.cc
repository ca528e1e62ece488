// `cifra explain`: the way from the words of a sentence to a fact: tokens, rules of the grammar,
// what gave subject, time, place and speaker, which plugin made it.
//
// The figure is read again from the kept document, so the rules shown are those of this program;
// when they no longer find the figure, it says so.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/pipeline/recognition.h"
#include "core/query/italian_value.h"
#include "core/store/reader.h"
#include "core/text/tokeniser.h"
#include "core/text/utf8.h"
#include "tools/cifra/fact_argument.h"
#include "tools/cifra/fact_cells.h"
#include "tools/cifra/figure_steps.h"
#include "tools/cifra/output.h"
#include "tools/cifra/store_option.h"
#include "tools/cifra/table.h"
#include "tools/cifra/verb.h"

namespace cifra::command {
namespace {

using Json = nlohmann::ordered_json;

struct Options {
  std::string fact;
  std::filesystem::path store;
  std::string format = "table";
};

// What the store does not keep of a fact and is made again from its document.
struct Way {
  bool read_again = false;  // whether this program's grammar still finds the figure
  Json tokens = Json::array();
  Json steps = Json::array();
  std::string table;  // caption, for a cell
};

// Tokens of the sentence from a few before the figure to a few after it.
Json tokens_near(const FactRow& fact) {
  constexpr size_t kBeside = 4;
  Tokens tokens;
  tokenise(fact.quote, 0, SIZE_MAX, tokens);
  size_t first = tokens.size(), last = 0;
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (!tokens[i].span.overlaps({fact.mark_begin, fact.mark_end})) continue;
    first = std::min(first, i);
    last = i + 1;
  }
  Json list = Json::array();
  const size_t end = std::min(last + kBeside, tokens.size());
  for (size_t i = first > kBeside ? first - kBeside : 0; i < end; ++i) {
    static constexpr const char* kNames[] = {"word", "numeral", "superscript", "symbol"};
    list.push_back({{"words", on_one_line(tokens.source(i))},
                    {"folded", std::string(tokens[i].folded)},
                    {"class", kNames[static_cast<size_t>(tokens[i].type)]},
                    {"figure", i >= first && i < last}});
  }
  return list;
}

Way way_of(const Database& database, const FactRow& fact) {
  Way way;
  way.tokens = tokens_near(fact);
  const Document document = read_archive(database, fact.document.number);
  RecognitionOptions recognition;
  recognition.document_date = fact.document.published_on;
  recognition.with_steps = true;
  CodePointCounter counter(document.text);
  for (const CellFigure& found : recognise_document(document, recognition)) {
    if (counter.at(found.figure.span.begin) != fact.begin ||
        counter.at(found.figure.span.end) != fact.end) {
      continue;
    }
    way.read_again = true;
    way.steps = json_of_steps(document, found.figure);
    if (found.table != kNoIndex) {
      const uint32_t caption = document.tables[found.table].caption;
      if (caption != kNoIndex) way.table = on_one_line(document.of(document.blocks[caption].span));
    }
    break;
  }
  return way;
}

std::vector<std::string> lines_of(const std::string& notes) {
  std::vector<std::string> lines;
  std::stringstream stream(notes);
  for (std::string line; std::getline(stream, line);) {
    if (!line.empty()) lines.push_back(line);
  }
  return lines;
}

void print_json(const FactRow& fact, const Way& way) {
  Json json = Json::parse(json_of(fact));
  json["plugin"] = fact.plugin;
  json["plugin_version"] = fact.plugin_version;
  json["rule"] = fact.rule;
  json["notes"] = lines_of(fact.notes);
  json["caption"] = way.table.empty() ? Json(nullptr) : Json(way.table);
  json["tokens"] = way.tokens;
  json["read_again"] = way.read_again;
  json["steps"] = way.steps;
  std::cout << json.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

void print_line(const char* name, const std::string& text) {
  if (!text.empty()) std::cout << "  " << name << ": " << text << '\n';
}

// "subject", "time" …: the fields of a fact, as far as it has them.
void print_fields(const FactRow& fact) {
  std::cout << "\nFact\n";
  print_line("value", fact.value + (fact.high.empty() ? "" : " … " + fact.high));
  print_line("kind", fact.kind);
  print_line("unit", fact.unit);
  print_line("counted", fact.counted);
  print_line("approximation", fact.approximation);
  print_line("change", fact.change);
  print_line("whole", fact.whole);
  print_line("per", fact.per);
  print_line("subject", fact.subject);
  print_line("time", fact.time.empty() ? "" : fact.time + " (from: " + fact.time_source + ")");
  print_line("place", fact.place.empty() ? "" : fact.place_name + " (" + fact.place + ")");
  print_line("speaker", fact.speaker);
  print_line("nature", fact.nature);
}

void print_text(const FactRow& fact, const Way& way) {
  const bool colours = terminal_of_output().colours;
  const auto marked = [colours](const std::string& text) {
    return colours ? marked_as(text, "\x1b[1m", "\x1b[0m") : marked_as(text, "«", "»");
  };
  std::cout << "Fact " << fact.id << ": " << italian_value(fact) << "\n\nWords\n";
  print_line("sentence", marked(marked_quote(fact)));
  print_line("headings", on_one_line(fact.headings));
  print_line("document", fact.document.path);
  print_line("title", on_one_line(fact.document.title));
  if (fact.page > 0) print_line("page", std::to_string(fact.page));
  if (!fact.row.empty() || !fact.column.empty()) {
    std::cout << "\nTable\n";
    print_line("caption", way.table);
    print_line("row", on_one_line(fact.row));
    print_line("column", on_one_line(fact.column));
  }
  std::cout << "\nTokens\n ";
  for (const Json& token : way.tokens) {
    const std::string words = token["words"].get<std::string>();
    std::string part(1, ' ');
    if (token["figure"].get<bool>()) {
      part.append(1, kMarkBegin).append(words).append(1, kMarkEnd);
    } else {
      part.append(words);
    }
    std::cout << marked(part);
  }
  std::cout << "\n\nRules\n";
  print_steps(way.steps, std::cout);
  if (!way.read_again) {
    std::cout << "  this program's grammar reads no figure here; `cifra ingest` reads the document "
                 "anew\n";
  } else if (way.steps.empty()) {
    std::cout << "  the cell holds one number; its table says the rest\n";
  }
  print_fields(fact);
  std::cout << "\nWhat gave the fields\n";
  for (const std::string& note : lines_of(fact.notes)) std::cout << "  " << note << '\n';
  std::cout << "\nMade by\n  plugin: " << fact.plugin << ' ' << fact.plugin_version
            << ", rule: " << fact.rule << '\n';
}

int run(const Options& options) {
  const Database database(options.store, Database::Mode::kRead);
  const auto fact = fact_named(database, options.fact);
  if (!fact) return kWrongUse;
  const Way way = way_of(database, *fact);
  if (options.format == "json") {
    print_json(*fact, way);
  } else {
    print_text(*fact, way);
  }
  return kDone;
}

}  // namespace

void add_explain(CLI::App& app, const Environment&, Run& chosen) {
  CLI::App* verb = app.add_subcommand("explain", "how a fact came about, from words to fields");
  auto options = std::make_shared<Options>();
  verb->add_option("FACT", options->fact, "a fact's id, or the beginning of one")->required();
  add_store_option(*verb, options->store);
  verb->add_option("--format", options->format, "table (text for people) or json")
      ->check(CLI::IsMember({"table", "json"}))
      ->type_name("FORMAT")
      ->capture_default_str();
  verb->footer("Example: cifra explain 91bf2a5b --store facts.db");
  verb->callback([&chosen, options] { chosen = [options] { return run(*options); }; });
}

}  // namespace cifra::command
