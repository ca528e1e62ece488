// `cifra cite`: where a figure stands, in the forms people cite by, and as a picture of the page.

#include <CLI/CLI.hpp>
#include <iostream>

#include "core/pipeline/source.h"
#include "core/store/reader.h"
#include "tools/cifra/citation_formats.h"
#include "tools/cifra/fact_argument.h"
#include "tools/cifra/output.h"
#include "tools/cifra/output_file.h"
#include "tools/cifra/page_image.h"
#include "tools/cifra/store_option.h"
#include "tools/cifra/table.h"
#include "tools/cifra/verb.h"

namespace cifra::command {
namespace {

struct Options {
  std::string fact;
  std::filesystem::path store, image;
  std::string format = "text";
};

// Marks become bold on a terminal and brackets in a file: the quote already stands in «».
std::string text_with_marks(const FactRow& fact) {
  return terminal_of_output().colours ? marked_as(citation_text(fact), "\x1b[1m", "\x1b[0m")
                                      : marked_as(citation_text(fact), "[", "]");
}

int draw(const Options& options, const Database& database, const FactRow& fact) {
  if (fact.document.media_type != "application/pdf" || fact.page == 0) {
    say("--image: " + fact.document.path + " has no pages to picture (" + fact.document.media_type +
        "); --format annotation marks the words instead");
    return kWrongUse;
  }
  const auto source = source_of(database, options.store, fact.document.number);
  if (!source) {
    std::error_code error;
    const std::string kept = kept_sources(options.store).string();
    say("--image: " + fact.document.path + " is gone or has changed since it was read, and " +
        (std::filesystem::is_directory(kept, error)
             ? "no copy of it is kept in " + kept
             : "no copies are kept; put it back, and ingest it with --keep-sources"));
    return kDoneWithFailures;
  }
  write_named_file(options.image, [&](const std::filesystem::path& png) {
    return draw_page(*source, fact.page, fact.boxes, png);
  });
  return kDone;
}

int run(const Options& options) {
  const Database database(options.store, Database::Mode::kRead);
  if (!options.image.empty()) {
    if (const auto reason = why_not_written(options.image, database, options.store)) {
      say("--image " + *reason);
      return kWrongUse;
    }
  }
  const auto fact = fact_named(database, options.fact);
  if (!fact) return kWrongUse;
  std::error_code error;
  if (!std::filesystem::exists(fact->document.path, error)) {
    say(fact->document.path + ": no longer there; this cites what was read from it");
  }
  if (options.format == "text") {
    std::cout << text_with_marks(*fact) << '\n';
  } else if (options.format == "json") {
    std::cout << json_of(*fact) << '\n';
  } else if (options.format == "bibtex") {
    std::cout << citation_bibtex(*fact) << '\n';
  } else if (options.format == "csl-json") {
    std::cout << citation_csl_json(*fact) << '\n';
  } else {
    std::cout << citation_web_annotation(*fact) << '\n';
  }
  return options.image.empty() ? int{kDone} : draw(options, database, *fact);
}

}  // namespace

void add_cite(CLI::App& app, const Environment&, Run& chosen) {
  CLI::App* verb = app.add_subcommand("cite", "cite the source of a fact");
  auto options = std::make_shared<Options>();
  verb->add_option("FACT", options->fact, "a fact's id, or the beginning of one")->required();
  add_store_option(*verb, options->store);
  verb->add_option("--format", options->format,
                   "text, json, bibtex, csl-json or annotation (W3C Web Annotation)")
      ->check(CLI::IsMember({"text", "json", "bibtex", "csl-json", "annotation"}))
      ->type_name("FORMAT")
      ->capture_default_str();
  verb->add_option("--image", options->image, "a PNG of the page with the figure marked")
      ->type_name("FILE");
  verb->footer("Example: cifra cite 91bf2a5b42e62e1b --store facts.db --format bibtex");
  verb->callback([&chosen, options] { chosen = [options] { return run(*options); }; });
}

}  // namespace cifra::command
