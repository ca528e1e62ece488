// `cifra query`: facts that answer a question, best first, each with its source.

#include <CLI/CLI.hpp>
#include <iostream>

#include "core/lexicon/places.h"
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

bool any(const Database& database, const std::string& condition, const std::string& text) {
  Statement find = database.prepare(
      "SELECT 1 FROM facts f JOIN documents d ON d.id = f.document "
      "WHERE d.state = 'current' AND " +
      condition + " LIMIT 1");
  find.bind(1, text);
  return find.step();
}

// What of the filter leaves nothing, so that nobody takes a slip of the keyboard for an answer.
std::string why_nothing(const Database& database, const SearchFilter& filter) {
  if (!filter.unit.empty() && !any(database, "f.unit = ?1", filter.unit)) {
    return "--unit " + filter.unit +
           ": no fact of the store has this unit; units are written EUR, %, pp, km, m2, t, a, mo";
  }
  if (!filter.issuer.empty() && !any(database, "d.issuer LIKE '%' || ?1 || '%'", filter.issuer)) {
    return "--issuer " + filter.issuer + ": no issuer of the store; `cifra documents` lists them";
  }
  if (!filter.document.empty() &&
      !any(database,
           "(d.hash LIKE ?1 || '%' OR EXISTS (SELECT 1 FROM locations l WHERE l.document = d.id "
           "AND l.root || '/' || l.path LIKE '%' || ?1 || '%'))",
           filter.document)) {
    return "--document " + filter.document +
           ": no document of the store; `cifra documents` lists them";
  }
  return "no fact of the store answers this";
}

// What the question names and no answer is of: a place, a time. Empty where some answer is.
std::string why_only_near(const Question& question, const std::vector<FactRow>& facts) {
  const auto is_of_place = [&](const FactRow& fact) {
    return std::ranges::find(question.places, fact.place) != question.places.end();
  };
  if (!facts.empty() && !question.places.empty() && std::ranges::none_of(facts, is_of_place)) {
    return "no fact shown is said of " + name_of_place(question.places.front()) +
           "; these are the nearest";
  }
  const auto is_of_time = [&](const FactRow& fact) {
    return std::ranges::any_of(question.periods, [&](const Period& period) {
      const bool apart =
          (!fact.time_to.empty() && fact.time_to < period.from) ||
          (!fact.time_from.empty() && !period.to.empty() && fact.time_from > period.to);
      return !apart;
    });
  };
  if (!facts.empty() && !question.periods.empty() && std::ranges::none_of(facts, is_of_time)) {
    return "no fact shown is of the time asked for; these are the nearest";
  }
  return {};
}

int run(const Options& options) {
  if (options.filter.minimum && options.filter.maximum &&
      *options.filter.minimum > *options.filter.maximum) {
    say("--min is above --max: no value lies between them");
    return kWrongUse;
  }
  if (!options.filter.from.empty() && !options.filter.to.empty() &&
      options.filter.from > options.filter.to) {
    say("--from is after --to: no day lies between them");
    return kWrongUse;
  }
  const Database database(options.store, Database::Mode::kRead);
  const Stemmer stemmer;
  std::string text;
  for (const std::string& word : options.words) text.append(text.empty() ? "" : " ").append(word);
  Question question = parse_question(text, stemmer);
  if (question.terms.empty() && !text.empty()) {
    say("\"" + text + "\" has no word to look for; ask with a noun, as in \"quanti comuni\"");
    return kDone;
  }
  add_acronyms(database, question);
  std::vector<int64_t> facts;
  for (const SearchHit& hit : search(database, question, stemmer, options.filter)) {
    facts.push_back(hit.fact);
  }
  const Format format = format_for_output(options.format);
  RowPrinter rows(format, record_columns(), std::cout, terminal_of_output());
  int rank = 0;
  const std::vector<FactRow> answers = fact_rows(database, facts);
  for (const FactRow& fact : answers) {
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
  if (const std::string why = why_only_near(question, answers); !why.empty()) say(why);
  if (rank == 0) say(why_nothing(database, options.filter));
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
