// `cifra query`: facts that answer a question, best first, each with its source.

#include <CLI/CLI.hpp>
#include <iostream>

#include "core/query/search.h"
#include "core/store/reader.h"
#include "tools/cifra/italian_value.h"
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

// The words around the figure on one line, the figure between marks. A long sentence is cut to
// what stands near it; whoever wants it whole asks for JSON.
std::string marked_quote(const FactRow& fact) {
  constexpr size_t kBefore = 110, kAfter = 70;  // bytes
  const std::string& quote = fact.quote;
  if (fact.mark_end > quote.size() || fact.mark_begin >= fact.mark_end) return on_one_line(quote);
  size_t begin = 0, end = quote.size();
  if (fact.mark_begin > kBefore) begin = quote.find(' ', fact.mark_begin - kBefore);
  if (begin == std::string::npos || begin > fact.mark_begin) begin = fact.mark_begin;
  if (quote.size() - fact.mark_end > kAfter) end = quote.find(' ', fact.mark_end + kAfter);
  if (end == std::string::npos) end = quote.size();
  std::string part = begin > 0 ? "…" : "";
  part.append(quote, begin, fact.mark_begin - begin).append(1, kMarkBegin);
  part.append(quote, fact.mark_begin, fact.mark_end - fact.mark_begin).append(1, kMarkEnd);
  part.append(quote, fact.mark_end, end - fact.mark_end);
  if (end < quote.size()) part += " …";
  return on_one_line(part);
}

std::string time_of(const FactRow& fact) {
  const bool inherited = !fact.time.empty() && fact.time_source != "stated";
  return inherited ? "(" + fact.time + ")" : fact.time;
}

// "rapporto.pdf, page 3".
std::string document_of(const FactRow& fact) {
  std::string document = std::filesystem::path(fact.document.path).filename().string();
  if (fact.page > 0) document.append(", page ").append(std::to_string(fact.page));
  return document;
}

int run(const Options& options) {
  const Database database(options.store, Database::Mode::kRead);
  const Stemmer stemmer;
  std::string text;
  for (const std::string& word : options.words) text.append(text.empty() ? "" : " ").append(word);
  Question question = parse_question(text, stemmer);
  add_acronyms(database, stemmer, question);
  std::vector<int64_t> facts;
  for (const SearchHit& hit : search(database, question, stemmer, options.filter)) {
    facts.push_back(hit.fact);
  }
  RowPrinter rows(format_for_output(options.format),
                  {{"", true},
                   {"value", true},
                   {"what", false, true},
                   {"time"},
                   {"quote", false, true},
                   {"document", false, true},
                   {"fact"}},
                  std::cout, terminal_of_output());
  int rank = 0;
  for (const FactRow& fact : fact_rows(database, facts)) {
    ++rank;
    rows.row(
        rows.wants_json() ? json_of(fact, rank) : "",
        {std::to_string(rank), italian_value(fact), fact.subject, time_of(fact), marked_quote(fact),
         document_of(fact), fact.page > 0 ? std::to_string(fact.page) : "", fact.id.substr(0, 8)});
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
  verb->add_option("--min", filter.minimum, "only values of at least this")->type_name("NUMBER");
  verb->add_option("--max", filter.maximum, "only values of at most this")->type_name("NUMBER");
  verb->add_option("--from", filter.from, "only of this day or later, YYYY-MM-DD")
      ->type_name("DATE");
  verb->add_option("--to", filter.to, "only of this day or earlier")->type_name("DATE");
  verb->add_option("--issuer", filter.issuer, "only of issuers with these words in their name")
      ->type_name("WORDS");
  verb->add_option("--document", filter.document,
                   "only of this document: its id or part of its path")
      ->type_name("DOCUMENT");
  verb->add_option("--limit", filter.limit, "rows at most")->type_name("N")->capture_default_str();
  verb->footer("Example: cifra query \"Quanti cittadini hanno Spid?\" --store facts.db");
  verb->callback([&chosen, options] { chosen = [options] { return run(*options); }; });
}

}  // namespace cifra::command
