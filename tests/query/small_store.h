// A store of a few short texts, made by the pipeline's own stages, for tests that ask it.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/document/archive.h"
#include "core/document/reading.h"
#include "core/layout/layout.h"
#include "core/pipeline/stages.h"
#include "core/store/writer.h"
#include "tests/store/scratch.h"

namespace cifra {

struct SmallText {
  const char* name;  // of the file
  const char* title;
  const char* published_on;
  const char* text;
};

inline std::vector<Fact> every_figure(const Document&, const std::vector<CellFigure>& figures,
                                      std::vector<std::string>&) {
  std::vector<Fact> facts;
  for (const CellFigure& cell : figures) {
    if (!cell.figure.is_fact()) continue;
    Fact fact;
    fact.figure = cell.figure;
    fact.table = cell.table;
    fact.cell = cell.cell;
    fact.row = cell.row;
    fact.column = cell.column;
    fact.plugin = std::string("figures");
    fact.plugin_version = std::string("1.0");
    fact.rule = std::string("figure");
    facts.push_back(std::move(fact));
  }
  return facts;
}

class SmallStore {
 public:
  explicit SmallStore(const std::vector<SmallText>& texts)
      : database(scratch_ / "facts.db", Database::Mode::kCreate) {
    Transaction transaction(database);
    Writer writer(database);
    writer.begin_run({"2024-01-01T00:00:00Z", "test", "test", {}});
    writer.know_plugin({"figures", "1.0", ""});
    int number = 0;
    for (const SmallText& text : texts) {
      Reading reading;
      reading.verbatim = text.text;
      reading.metadata.title = text.title;
      reading.metadata.published_on = text.published_on;
      DocumentOrigin origin;
      origin.hash = std::string(60, 'a').append(std::to_string(1000 + number++));
      origin.file_name = text.name;
      const Document document = lay_out(std::move(reading));
      DocumentRecord record = facts_of(document, origin, every_figure, stemmer);
      record.fingerprint = std::string("test");
      record.archive = to_archive(document);
      Place place;
      place.root = std::string("/texts");
      place.path = text.name;
      writer.put_place(place, writer.put(record));
    }
    writer.end_run("2024-01-01T00:00:01Z", {});
    transaction.commit();
  }

 private:
  Scratch scratch_;

 public:
  Stemmer stemmer;
  Database database;
};

}  // namespace cifra
