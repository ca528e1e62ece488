// An ingest without plugins or processes: a reader that makes a paragraph of every line, an
// extractor that makes a fact of every figure. Counts what it is asked.

#pragma once

#include <atomic>
#include <fstream>
#include <memory>
#include <string>

#include "core/document/archive.h"
#include "core/pipeline/ingest.h"
#include "tests/store/scratch.h"

namespace cifra {

struct FakeParts {
  using Read = std::function<std::variant<Document, ReadFailure>(const std::filesystem::path&)>;

  Read read = [this](const std::filesystem::path& file) { return read_lines(file, *files_read); };
  Extract extract = [](const Document&, const std::vector<CellFigure>& figures,
                       std::vector<std::string>&) { return facts_of_figures(figures); };
  IngestParts parts;
  std::shared_ptr<std::atomic<int>> files_read = std::make_shared<std::atomic<int>>(0);

  FakeParts() {
    parts.reads = [](const std::filesystem::path& file) { return file.extension() == ".txt"; };
    parts.new_worker = [this]() -> IngestParts::Work {
      return [this](const DocumentOrder& order) { return work(order); };
    };
    parts.fingerprint = "first";
    parts.plugins = {{"fake", "1.0.0", "for tests"}};
  }

  FakeParts(const FakeParts&) = delete;
  FakeParts& operator=(const FakeParts&) = delete;

  std::variant<DocumentRecord, ReadFailure> work(const DocumentOrder& order) const {
    const Stemmer stemmer;
    try {
      if (order.file.empty()) {
        return facts_of(from_archive(order.archive), order.origin, extract, stemmer);
      }
      auto result = read(order.file);
      if (auto* failure = std::get_if<ReadFailure>(&result)) return *failure;
      return record_of_reading(std::move(std::get<Document>(result)), order.origin, extract,
                               stemmer);
    } catch (const std::exception& error) {
      return ReadFailure{std::string("its text could not be worked through: ") + error.what()};
    }
  }

  static std::vector<Fact> facts_of_figures(const std::vector<CellFigure>& figures) {
    std::vector<Fact> facts;
    for (const CellFigure& figure : figures) {
      if (!figure.figure.is_fact()) continue;
      Fact fact;
      fact.figure = figure.figure;
      fact.plugin = "fake";
      fact.plugin_version = "1.0.0";
      fact.rule = "figure";
      facts.push_back(std::move(fact));
    }
    return facts;
  }

  static std::variant<Document, ReadFailure> read_lines(const std::filesystem::path& file,
                                                        std::atomic<int>& count) {
    ++count;
    std::ifstream stream(file, std::ios::binary);
    Document document;
    document.text = std::string(std::istreambuf_iterator<char>(stream), {});
    if (document.text.starts_with("BROKEN")) return ReadFailure{"the file is broken"};
    document.metadata.media_type = "text/plain";
    for (size_t begin = 0; begin < document.text.size();) {
      const size_t end = std::min(document.text.find('\n', begin), document.text.size());
      if (end > begin) {
        Block block;
        block.span = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
        document.blocks.push_back(block);
      }
      begin = end + 1;
    }
    return document;
  }
};

inline void write_file(const std::filesystem::path& file, std::string_view text) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}

// A folder "docs" and a store beside it.
struct FakeIngest {
  Scratch scratch;
  FakeParts fake;
  IngestRequest request;
  int64_t clock = 2'000'000'000'000'000'000;  // 2033: every file of the test is old by then

  FakeIngest() {
    std::filesystem::create_directories(docs());
    request.paths = {docs()};
    request.store = store();
    request.jobs = 2;
    request.program = "cifra test";
    request.now = [this] { return clock; };
  }

  std::filesystem::path docs() const { return scratch / "docs"; }
  std::filesystem::path store() const { return scratch / "facts.db"; }
  void put(const std::string& name, std::string_view text) const {
    write_file(docs() / name, text);
  }
  RunReport run() const { return ingest(request, fake.parts); }

  // All rows of a query, columns joined by "|", rows by "\n".
  std::string rows(const std::string& sql) const {
    const Database database(store(), Database::Mode::kRead);
    Statement statement = database.prepare(sql);
    std::string result;
    while (statement.step()) {
      if (!result.empty()) result += '\n';
      for (int i = 0; i < statement.columns(); ++i) {
        if (i > 0) result += '|';
        result += statement.text(i);
      }
    }
    return result;
  }
};

}  // namespace cifra
