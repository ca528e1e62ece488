// `cifra query`: facts that answer a question, best first, each with its source.

#include <CLI/CLI.hpp>
#include <iostream>

#include "core/query/italian_value.h"
#include "core/query/search.h"
#include "core/store/reader.h"
#include "tools/cifra/date_option.h"
#include "tools/cifra/fact_block.h"
#include "tools/cifra/fact_cells.h"
#include "tools/cifra/number_option.h"
#include "tools/cifra/output.h"
#include "tools/cifra/store_option.h"
#include "tools/cifra/verb.h"

namespace cifra::command {
namespace {

struct Options {
  std::filesystem::path store;
  std::vector<std::string> words;
  std::optional<Format> format;
  SearchFilter filter;
};

int run(const Options& options) {
  const Database database(options.store, Database::Mode::kRead);
  const Stemmer stemmer;
  std::string text;
  for (const std::string& word : options.words) text.append(text.empty() ? "" : " ").append(word);
  Question question = parse_question(text, stemmer);
  if (question.terms.empty() && !text.empty()) {
    say("\"" + text + "\" has no word to look for; ask with a noun, as in \"quanti comuni\"");
    return kDone;
  }
  add_acronyms(database, stemmer, question);
  std::vector<int64_t> facts;
  for (const SearchHit& hit : search(database, question, stemmer, options.filter)) {
    facts.push_back(hit.fact);
  }
  const Format format = format_for_output(options.format);
  RowPrinter rows(format, record_columns(), std::cout, terminal_of_output());
  int rank = 0;
  for (const FactRow& fact : fact_rows(database, facts)) {
    ++rank;
    if (rows.wants_block()) {
      const std::string head = std::to_string(rank) + "  ";
      rows.block(block_of(fact, std::string(rank < 10 ? 1 : 0, ' ') + head));
    } else if (rows.wants_json()) {
      rows.row(json_of(fact, rank), {});
    } else {
      rows.row("", record_of(fact));
    }
  }
  rows.finish();
  if (rank == 0) say("no fact of the store answers this");
  return kDone;
}

}  // namespace

void add_query(CLI::App& app, const Environment&, Run& chosen) {
  CLI::App* verb = app.add_subcommand("query", "facts that answer a question, best first");
  auto options = std::make_shared<Options>();
  SearchFilter& filter = options->filter;
  verb->add_option("words", options->words, "a question in Italian, or bare words");
  add_store_option(*verb, options->store);
  add_format_option(*verb, options->format);
  verb->add_option("--unit", filter.unit, "only this unit: EUR, %, km2 …")->type_name("UNIT");
  verb->add_option("--kind", filter.kind, "only this kind")
      ->check(CLI::IsMember(
          {"count", "money", "percent", "measure", "duration", "share", "multiple", "number"}));
  add_number_option(*verb, "--min", filter.minimum, "only values of at least this");
  add_number_option(*verb, "--max", filter.maximum, "only values of at most this");
  verb->add_option("--from", filter.from, "only of this day or later, YYYY-MM-DD")
      ->check(check_date)
      ->type_name("DATE");
  verb->add_option("--to", filter.to, "only of this day or earlier")
      ->check(check_date)
      ->type_name("DATE");
  verb->add_option("--issuer", filter.issuer, "only of issuers with these words in their name")
      ->type_name("WORDS");
  verb->add_option("--document", filter.document,
                   "only of this document: its id or part of its path")
      ->type_name("DOCUMENT");
  verb->add_option("--limit", filter.limit, "rows at most")
      ->check(CLI::Range(1, 1'000'000))
      ->type_name("N")
      ->capture_default_str();
  verb->footer("Example: cifra query \"Quanti cittadini hanno Spid?\" --store facts.db");
  verb->callback([&chosen, options] { chosen = [options] { return run(*options); }; });
}

}  // namespace cifra::command
