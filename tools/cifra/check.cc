// `cifra check`: whether the store's facts support or refute a claim, with the facts that decide.

#include <CLI/CLI.hpp>
#include <cctype>
#include <fstream>
#include <iostream>
#include <map>
#include <stdexcept>

#include "core/query/check.h"
#include "core/query/italian_value.h"
#include "tools/cifra/claims_file.h"
#include "tools/cifra/date_option.h"
#include "tools/cifra/fact_block.h"
#include "tools/cifra/fact_cells.h"
#include "tools/cifra/output.h"
#include "tools/cifra/store_option.h"
#include "tools/cifra/verb.h"

namespace cifra::command {
namespace {

struct Options {
  std::filesystem::path store;
  std::vector<std::string> words;
  std::string file, column;
  std::string date;
  std::optional<Format> format;
};

std::vector<std::string> claims_of(const Options& options) {
  if (options.file.empty()) {
    std::string claim;
    for (const std::string& word : options.words)
      claim.append(claim.empty() ? "" : " ").append(word);
    return {claim};
  }
  try {
    if (options.file == "-") return claims_in(std::cin, "-", options.column);
    std::error_code error;
    if (std::filesystem::is_directory(options.file, error)) {
      throw std::runtime_error("a folder; give one file of claims");
    }
    std::ifstream in(options.file, std::ios::binary);
    if (!in) throw std::runtime_error("cannot be opened; is the name right?");
    return claims_in(in, options.file, options.column);
  } catch (const std::runtime_error& error) {
    throw std::runtime_error(options.file + ": " + error.what());
  }
}

// The claim with the figure of this row between marks.
std::string marked_claim(const CheckResult& result) {
  std::string claim = result.claim;
  if (result.figure) {
    claim.insert(result.figure->figure.span.end, 1, kMarkEnd);
    claim.insert(result.figure->figure.span.begin, 1, kMarkBegin);
  }
  return on_one_line(claim);
}

// The verdict with the figure and the reason, the claim, then the fact that decides.
Block lines_of(const CheckResult& result) {
  constexpr size_t kIndent = 4;
  std::string verdict(name_of(result.verdict));
  for (char& c : verdict) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  const std::string figure = result.figure
                                 ? on_one_line(std::string_view(result.claim)
                                                   .substr(result.figure->figure.span.begin,
                                                           result.figure->figure.span.size())) +
                                       ": "
                                 : "";
  Block block{{0, verdict + "  " + figure + result.why, Weight::kBold},
              {kIndent, "claim: " + marked_claim(result)}};
  if (result.evidence.empty()) return block;
  const bool open = result.verdict == Verdict::kUnknown;
  for (BlockLine line : block_of(result.evidence.front(), open ? "nearest: " : "store: ")) {
    line.indent = kIndent;
    block.push_back(std::move(line));
  }
  if (const size_t others = result.evidence.size() - 1; others > 0) {
    block.push_back({kIndent, "and " + std::to_string(others) + " more; --format json lists them",
                     Weight::kDim});
  }
  return block;
}

void print(const CheckResult& result, RowPrinter& rows) {
  if (rows.wants_block()) return rows.block(lines_of(result));
  if (rows.wants_json()) return rows.row(json_of(result), {});
  const bool has = !result.evidence.empty();
  const FactRow nearest = has ? result.evidence.front() : FactRow{};
  rows.row("", {marked_claim(result), std::string(name_of(result.verdict)), result.why,
                has ? italian_value(nearest) : "", has ? marked_quote(nearest) : "",
                has ? document_of(nearest) : "", nearest.id.substr(0, 8)});
}

int run(const Options& options) {
  if (options.words.empty() == options.file.empty()) {
    say("check: give one claim, or a file of claims with --file");
    return kWrongUse;
  }
  std::vector<std::string> claims;
  try {
    claims = claims_of(options);
  } catch (const std::runtime_error& error) {
    say(error.what());
    return kWrongUse;
  }
  const Database database(options.store, Database::Mode::kRead);
  const Stemmer stemmer;
  RowPrinter rows(format_for_output(options.format),
                  {{"claim", false, true},
                   {"verdict"},
                   {"why", false, true},
                   {"value", true},
                   {"quote", false, true},
                   {"document", false, true},
                   {"fact"}},
                  std::cout, terminal_of_output());
  std::map<Verdict, int64_t> verdicts;
  for (const std::string& claim : claims) {
    for (const CheckResult& result : check_claim(database, stemmer, claim, options.date)) {
      print(result, rows);
      ++verdicts[result.verdict];
    }
  }
  rows.finish();
  if (rows.count() > 1) {
    std::string counts;
    for (const auto& [verdict, count] : verdicts) {
      counts.append(counts.empty() ? "" : ", ").append(grouped(count)).append(" ");
      counts += name_of(verdict);
    }
    say(counts);
  }
  return kDone;
}

}  // namespace

void add_check(CLI::App& app, const Environment&, Run& chosen) {
  CLI::App* verb = app.add_subcommand("check", "whether the store supports or refutes a claim");
  auto options = std::make_shared<Options>();
  verb->add_option("claim", options->words, "a sentence in Italian with its figures");
  verb->add_option("--file", options->file,
                   "claims from a file, one a line or in a CSV column headed \"claim\"; - reads "
                   "standard input")
      ->type_name("FILE");
  verb->add_option("--column", options->column, "the CSV column of --file that holds the claims")
      ->type_name("NAME");
  verb->add_option("--date", options->date,
                   "when the claim was made, for words like \"quest'anno\"")
      ->check(check_date)
      ->type_name("DATE");
  add_store_option(*verb, options->store);
  add_format_option(*verb, options->format);
  verb->footer(
      "Example: cifra check \"A gennaio 2021 i cittadini con Spid erano oltre 16 milioni.\"");
  verb->callback([&chosen, options] { chosen = [options] { return run(*options); }; });
}

}  // namespace cifra::command
