// `cifra read`: a document as Cifra sees it.

#include <iostream>
#include <map>
#include <memory>
#include <string>

#include "tools/cifra/document_formats.h"
#include "tools/cifra/open_document.h"
#include "tools/cifra/output.h"
#include "tools/cifra/table_formats.h"
#include "tools/cifra/verb.h"

namespace cifra::command {
namespace {

struct ReadOptions {
  std::string file;
  std::string format = "text";
  bool tables = false;
};

const std::map<std::string, void (*)(const Document&, std::ostream&)> kFormats = {
    {"text", write_text}, {"markdown", write_markdown}, {"json", write_json}, {"html", write_html}};

const std::map<std::string, void (*)(const Document&, std::ostream&)> kTableFormats = {
    {"text", write_tables_markdown},
    {"csv", write_tables_csv},
    {"json", write_tables_json},
    {"markdown", write_tables_markdown},
    {"html", write_tables_html}};

int read(const Environment& environment, const ReadOptions& options) {
  if (!is_there(options.file)) return kWrongUse;
  const auto opened = open_document(environment, options.file);
  if (const auto* failure = std::get_if<ReadFailure>(&opened)) {
    std::cerr << "cifra: " << options.file << ": " << failure->reason << '\n';
    return kDoneWithFailures;
  }
  const Document& document = std::get<Document>(opened);
  for (const std::string& warning : document.warnings) {
    std::cerr << "cifra: " << options.file << ": " << warning << '\n';
  }
  const auto& formats = options.tables ? kTableFormats : kFormats;
  const auto format = formats.find(options.format);
  if (format == formats.end()) {
    std::cerr << "cifra: --format " << options.format << " is for --tables only\n";
    return kWrongUse;
  }
  format->second(document, std::cout);
  if (options.tables && document.tables.empty()) say(options.file + ": no tables found in it");
  return kDone;
}

}  // namespace

void add_read(CLI::App& app, const Environment& environment, Run& run) {
  CLI::App* verb = app.add_subcommand("read", "show a document as Cifra sees it");
  auto options = std::make_shared<ReadOptions>();
  verb->add_option("file", options->file, "the document: PDF, HTML, plain text")
      ->required()
      ->type_name("FILE");
  verb->add_flag("--tables", options->tables, "its tables alone, one by one");
  verb->add_option("--format", options->format,
                   "text, markdown, json (with boxes) or html; csv for tables")
      ->check(CLI::IsMember({"text", "markdown", "json", "html", "csv"}))
      ->capture_default_str();
  verb->footer(
      "Example: cifra read rapporto.pdf --format markdown\n"
      "         cifra read bilancio.pdf --tables --format csv");
  verb->callback([&run, environment, options] {
    run = [environment, options] { return read(environment, *options); };
  });
}

}  // namespace cifra::command
