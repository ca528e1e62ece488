// Extractors: their examples, documents nobody would write, the same facts every time.

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

#include "core/layout/layout.h"
#include "core/pipeline/recognition.h"
#include "core/plugin/registry.h"
#include "tools/cifra/conformance.h"
#include "tools/cifra/example_corpus.h"
#include "tools/cifra/isolated.h"

namespace cifra::command {
namespace {

constexpr unsigned kSeconds = 30;

std::string file_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

Document document_of(const std::string& text) {
  Reading reading;
  reading.verbatim = text;
  return lay_out(std::move(reading));
}

Document table_document() {
  Reading reading;
  ReadTable table;
  const auto cell = [&](uint16_t row, uint16_t column, const std::string& words) {
    ReadCell out;
    out.row = row;
    out.column = column;
    out.head = row == 0 || column == 0;
    out.text.begin = static_cast<uint32_t>(reading.text.size());
    reading.text += words;
    out.text.end = static_cast<uint32_t>(reading.text.size());
    table.cells.push_back(out);
  };
  for (uint16_t row = 0; row < 40; ++row) {
    for (uint16_t column = 0; column < 5; ++column) {
      cell(row, column,
           row == 0 || column == 0 ? "Voce " + std::string(1, static_cast<char>('a' + column))
                                   : std::to_string(row * 1000 + column) + " €");
    }
  }
  ReadBlock block;
  block.role = BlockRole::kTable;
  block.table = 0;
  reading.tables.push_back(std::move(table));
  reading.blocks.push_back(block);
  return lay_out(std::move(reading));
}

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

struct Trial {
  const char* name;
  Document (*make)();
};

// Documents nobody would write and every extractor must stand.
const Trial kTrials[] = {
    {"no text", [] { return Document{}; }},
    {"no figures", [] { return document_of("Il ministro ha incontrato i sindaci."); }},
    {"nothing but a figure", [] { return document_of("12"); }},
    {"figures at both ends", [] { return document_of("12 milioni di euro a 13 comuni su 14"); }},
    {"a table", &table_document},
    {"an endless sentence",
     [] { return document_of(repeated("sono 12 milioni di euro per 3 scuole e ", 5'000)); }},
    {"many paragraphs",
     [] { return document_of(repeated("Sono 12 milioni di euro per 3 scuole.\n\n", 2'000)); }},
    {"odd characters",
     [] {
       return document_of(
           "L’80\u202F% — «ﬁne» 👩\u200D👧 e\u0301 \u202E12 milioni\u202C di €\u00A05\u0301 \uFFFD 7 "
           "km²");
     }},
};

// Every fact a line; throws what the extractor did wrong.
std::string facts_of(const Registry& registry, const Document& document,
                     const std::vector<CellFigure>& figures) {
  std::vector<std::string> complaints;
  std::string lines;
  for (const Fact& fact : registry.extract(document, figures, complaints)) {
    lines += line_of(fact, document) + " confidence " + std::to_string(fact.confidence) + '\n';
  }
  if (!complaints.empty()) throw std::runtime_error(complaints.front());
  return lines;
}

std::string check_trial(const CheckRequest& request, const Document& document) {
  const Registry registry({request.library});
  const std::vector<CellFigure> figures = recognise_document(document);
  const std::string first = facts_of(registry, document, figures);
  std::string second, third;
  // Two at once: each thread gets an instance of its own.
  std::thread other([&] {
    try {
      second = facts_of(registry, document, figures);
    } catch (const std::exception& error) {
      second = error.what();
    }
  });
  third = facts_of(registry, document, figures);
  other.join();
  if (first != second || first != third) {
    throw std::runtime_error(
        "it gave other facts the second time: it keeps something, or it is not "
        "safe to run twice at once");
  }
  return "";
}

// What the plugin finds in an example, one fact a line.
std::vector<std::string> found_in(const CheckRequest& request, const ExampleBlock& block,
                                  std::string& fault, bool& late) {
  const Outcome outcome = run_isolated(
      [&] {
        const Registry registry({request.library});
        const Document document = document_of(block.text);
        std::vector<std::string> complaints;
        std::string lines;
        for (const Fact& fact :
             registry.extract(document, recognise_document(document), complaints)) {
          lines += line_of(fact, document) + '\n';
        }
        if (!complaints.empty()) throw std::runtime_error(complaints.front());
        return lines;
      },
      kSeconds);
  fault = outcome.fault;
  late = outcome.late;
  std::vector<std::string> lines;
  std::istringstream in(outcome.output);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string difference(const std::vector<std::string>& expected,
                       const std::vector<std::string>& found) {
  const auto without = [](const std::vector<std::string>& all,
                          const std::vector<std::string>& others) {
    std::string text;
    for (const std::string& line : all) {
      if (std::find(others.begin(), others.end(), line) == others.end()) {
        text += (text.empty() ? "" : ", ") + line;
      }
    }
    return text;
  };
  const std::string missing = without(expected, found), surplus = without(found, expected);
  if (missing.empty() && surplus.empty()) return expected == found ? "" : "facts in another order";
  return (missing.empty() ? "" : "not found: " + missing) +
         (missing.empty() || surplus.empty() ? "" : "; ") +
         (surplus.empty() ? "" : "not expected: " + surplus);
}

void check_corpus(const CheckRequest& request, const std::filesystem::path& file,
                  std::vector<CheckRow>& rows, size_t& expected) {
  ExampleCorpus corpus = parse_corpus(file_text(file), file.string());
  for (ExampleBlock& block : corpus.blocks) {
    std::string fault;
    bool late = false;
    std::vector<std::string> found = found_in(request, block, fault, late);
    if (request.update && fault.empty()) block.facts = std::move(found);
    if (fault.empty() && !request.update) fault = difference(block.facts, found);
    expected += block.facts.size();
    rows.push_back({"example: " + block.name, fault});
    if (late) return;
  }
  if (request.update) std::ofstream(file, std::ios::binary) << corpus_text(corpus);
}

}  // namespace

std::vector<CheckRow> check_extractor(const CheckRequest& request) {
  std::vector<CheckRow> rows;
  for (const Trial& trial : kTrials) {
    const Outcome outcome =
        run_isolated([&] { return check_trial(request, trial.make()); }, kSeconds);
    rows.push_back({std::string("stands: ") + trial.name, outcome.fault});
    if (outcome.late) return rows;  // each of the others would take as long
  }
  size_t expected = 0;
  std::vector<std::filesystem::path> files;
  if (std::filesystem::is_directory(request.examples)) {
    for (const auto& entry : std::filesystem::directory_iterator(request.examples)) {
      if (entry.path().extension() == ".corpus") files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  for (const std::filesystem::path& file : files) {
    try {
      check_corpus(request, file, rows, expected);
    } catch (const std::runtime_error& error) {
      rows.push_back({"examples in " + file.filename().string(), error.what()});
    }
  }
  // A pack's rules carry their examples and do not load without.
  if (expected == 0 && request.library.extension() != ".toml") {
    rows.push_back({"has examples", "no example expects a fact: write some into " +
                                        (request.examples / "NAME.corpus").string()});
  }
  return rows;
}

}  // namespace cifra::command
