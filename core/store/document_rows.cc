#include "core/store/document_rows.h"

#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/facts/period.h"

namespace cifra {
namespace {

std::optional<int64_t> page_number(uint32_t page) {
  if (page == kNoIndex) return std::nullopt;
  return int64_t{page} + 1;
}

std::string lines_of(const std::vector<std::string>& notes) {
  std::string result;
  for (const std::string& note : notes) result += (result.empty() ? "" : "\n") + note;
  return result;
}

// The columns that insert and update share, ?1 to ?16.
void bind_document(Statement& statement, const DocumentRecord& record, int64_t run) {
  const Metadata& metadata = record.metadata;
  statement.bind(1, record.hash)
      .bind(2, static_cast<int64_t>(record.size))
      .bind_or_null(3, metadata.title)
      .bind_or_null(4, metadata.issuer)
      .bind_or_null(5, metadata.published_on)
      .bind_or_null(6, metadata.url)
      .bind(7, metadata.media_type)
      .bind_or_null(8, metadata.producer)
      .bind(9, static_cast<int64_t>(record.pages.size()))
      .bind(10, int64_t{record.characters})
      .bind_or_null(11, record.warnings.empty() ? "" : json_array(record.warnings))
      .bind_or_null(12, record.sidecar)
      .bind(13, record.fingerprint)
      .bind(14, run)
      .bind(15, record.title_stems)
      .bind(16, record.reading);
}

void insert_passages(const Database& database, const DocumentRecord& record, int64_t document,
                     std::vector<int64_t>& numbers) {
  Statement insert = database.prepare(
      "INSERT INTO passages (document, page, role, begin, \"end\", text, headings, stems, "
      "heading_stems) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  Statement index = database.prepare(
      "INSERT INTO passages_fts (rowid, text, headings, stems) VALUES (?, ?, ?, ?)");
  for (const PassageRecord& row : record.passages) {
    insert.bind(1, document).bind_or_null(2, page_number(row.page)).bind(3, row.role);
    insert.bind(4, int64_t{row.range.begin}).bind(5, int64_t{row.range.end}).bind(6, row.text);
    insert.bind(7, row.headings).bind(8, row.stems).bind(9, row.heading_stems).run();
    numbers.push_back(database.last_row());
    index.bind(1, numbers.back()).bind(2, row.text).bind(3, row.headings).bind(4, row.stems).run();
  }
}

void insert_tables(const Database& database, const DocumentRecord& record, int64_t document,
                   std::vector<int64_t>& numbers) {
  Statement insert = database.prepare(
      "INSERT INTO tables (document, number, page, begin, \"end\", caption, rows, columns, "
      "head_rows, head_columns, confidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  for (const TableRecord& row : record.tables) {
    insert.bind(1, document).bind(2, static_cast<int64_t>(numbers.size()) + 1);
    insert.bind_or_null(3, page_number(row.page)).bind(4, int64_t{row.range.begin});
    insert.bind(5, int64_t{row.range.end}).bind_or_null(6, row.caption);
    insert.bind(7, int64_t{row.rows}).bind(8, int64_t{row.columns});
    insert.bind(9, int64_t{row.head_rows}).bind(10, int64_t{row.head_columns});
    insert.bind(11, double{row.confidence}).run();
    numbers.push_back(database.last_row());
  }
}

void bind_fact_words(Statement& insert, const FactRecord& row) {
  const Fact& fact = row.fact;
  const Figure& figure = fact.figure;
  const auto period = period_of(fact.time);
  const bool fraction = figure.value.denominator != Decimal(1);
  insert.bind(7, row.surface)
      .bind(8, name_of(figure.kind))
      .bind(9, figure.value.to_string())
      .bind(10, figure.value.approximate())
      .bind_or_null(13, fraction ? figure.value.numerator.to_string() : "")
      .bind_or_null(14, fraction ? figure.value.denominator.to_string() : "")
      .bind_or_null(15, figure.unit)
      .bind_or_null(16, fact.counted)
      .bind_or_null(17, figure.per)
      .bind_or_null(18, name_of(figure.approximation))
      .bind_or_null(19, name_of(figure.change))
      .bind_or_null(20, row.whole)
      .bind_or_null(21, fact.subject)
      .bind_or_null(22, fact.speaker)
      .bind_or_null(23, fact.place)
      .bind_or_null(24, fact.place_name)
      .bind_or_null(25, fact.time)
      .bind_or_null(26, period ? period->from : "")
      .bind_or_null(27, period ? period->to : "")
      .bind_or_null(28, name_of(fact.time_source))
      .bind_or_null(29, name_of(fact.nature))
      .bind(30, double{fact.confidence})
      .bind(32, fact.rule)
      .bind_or_null(34, fact.row)
      .bind_or_null(35, fact.column)
      .bind_or_null(36, lines_of(fact.notes));
  if (figure.high) insert.bind(11, figure.high->to_string()).bind(12, figure.high->approximate());
}

std::optional<int64_t> number_at(const std::vector<int64_t>& numbers, uint32_t index) {
  if (index >= numbers.size()) return std::nullopt;
  return numbers[index];
}

void insert_facts(const Database& database, const DocumentRecord& record, int64_t document,
                  const std::vector<int64_t>& passages, const std::vector<int64_t>& tables) {
  if (record.facts.empty()) return;
  Statement insert = database.prepare(
      "INSERT INTO facts (id, document, passage, page, begin, \"end\", surface, kind, value, "
      "value_real, high, high_real, numerator, denominator, unit, counted, per, approximation, "
      "change, whole, subject, speaker, place, place_name, time, time_from, time_to, time_source, "
      "nature, confidence, plugin, rule, table_id, row_head, column_head, notes) VALUES "
      "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
      "?, ?, ?, ?, ?, ?)");
  Statement box = database.prepare("INSERT INTO boxes VALUES (?, ?, ?, ?, ?, ?)");
  Statement stems = database.prepare("INSERT INTO fact_stems VALUES (?, ?, ?, ?)");
  std::map<std::pair<std::string, std::string>, int64_t> plugins;
  int64_t first = 0, last = 0;
  for (const FactRecord& row : record.facts) {
    auto [plugin, fresh] = plugins.try_emplace({row.fact.plugin, row.fact.plugin_version}, 0);
    if (fresh) plugin->second = plugin_number(database, plugin->first.first, plugin->first.second);
    insert.bind(1, row.id).bind(2, document).bind_or_null(3, number_at(passages, row.passage));
    insert.bind_or_null(4, page_number(row.page)).bind(5, int64_t{row.range.begin});
    insert.bind(6, int64_t{row.range.end}).bind(31, plugin->second);
    insert.bind_or_null(33, number_at(tables, row.fact.table));
    bind_fact_words(insert, row);
    insert.run();
    last = database.last_row();
    if (first == 0) first = last;
    for (size_t line = 0; line < row.boxes.size(); ++line) {
      box.bind(1, last).bind(2, static_cast<int64_t>(line) + 1);
      box.bind(3, double{row.boxes[line].x0}).bind(4, double{row.boxes[line].y0});
      box.bind(5, double{row.boxes[line].x1}).bind(6, double{row.boxes[line].y1}).run();
    }
    stems.bind(1, last).bind(2, row.subject_stems).bind(3, row.counted_stems);
    stems.bind(4, row.head_stems).run();
  }
  Statement index = database.prepare(
      "INSERT INTO facts_fts (rowid, subject, counted, heads, sentence, headings, title) "
      "SELECT fact, subject, counted, heads, sentence, headings, title FROM fact_words "
      "WHERE fact BETWEEN ? AND ?");
  index.bind(1, first).bind(2, last).run();
}

}  // namespace

int64_t insert_document(const Database& database, const DocumentRecord& record, int64_t run,
                        int64_t copy_group) {
  Statement insert = database.prepare(
      "INSERT INTO documents (hash, size, title, issuer, published_on, url, media_type, producer, "
      "pages, characters, warnings, sidecar, fingerprint, run, title_stems, reading, copy_group) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)");
  bind_document(insert, record, run);
  insert.bind(17, copy_group).run();
  const int64_t document = database.last_row();
  if (copy_group == 0) {
    Statement own = database.prepare("UPDATE documents SET copy_group = id WHERE id = ?");
    own.bind(1, document).run();
  }
  return document;
}

void update_document(const Database& database, const DocumentRecord& record, int64_t run,
                     int64_t document) {
  Statement update = database.prepare(
      "UPDATE documents SET hash = ?1, size = ?2, title = ?3, issuer = ?4, published_on = ?5, "
      "url = ?6, media_type = ?7, producer = ?8, pages = ?9, characters = ?10, warnings = ?11, "
      "sidecar = ?12, fingerprint = ?13, run = ?14, title_stems = ?15, "
      "reading = CASE ?16 WHEN '' THEN reading ELSE ?16 END WHERE id = ?17");
  bind_document(update, record, run);
  update.bind(17, document).run();
}

void insert_rows_of(const Database& database, const DocumentRecord& record, int64_t document) {
  if (!record.archive.empty()) {
    Statement archive =
        database.prepare("INSERT OR REPLACE INTO archives (document, bytes) VALUES (?, ?)");
    archive.bind(1, document).bind_blob(2, record.archive).run();
  }
  Statement page = database.prepare("INSERT INTO pages VALUES (?, ?, ?, ?, ?, ?)");
  for (size_t i = 0; i < record.pages.size(); ++i) {
    const PageRecord& row = record.pages[i];
    page.bind(1, document).bind(2, static_cast<int64_t>(i) + 1);
    page.bind(3, double{row.width}).bind(4, double{row.height});
    page.bind(5, int64_t{row.range.begin}).bind(6, int64_t{row.range.end}).run();
  }
  Statement acronym = database.prepare("INSERT OR IGNORE INTO acronyms VALUES (?, ?, ?, ?, ?)");
  for (const AcronymRecord& row : record.acronyms) {
    acronym.bind(1, document).bind(2, row.short_form).bind(3, row.long_form);
    acronym.bind(4, row.short_stem).bind(5, row.long_stems).run();
  }
  Statement sketch = database.prepare("INSERT INTO sketches VALUES (?, ?, ?)");
  sketch.bind(1, document).bind_blob(2, record.text_sketch.bytes());
  sketch.bind_blob(3, record.figure_sketch.bytes()).run();
  Statement band = database.prepare("INSERT OR IGNORE INTO sketch_bands VALUES (?, ?, ?)");
  for (const SketchBand& row : bands_of(record.text_sketch)) {
    band.bind(1, row.band).bind(2, row.hash).bind(3, document).run();
  }
  std::vector<int64_t> passages, tables;
  insert_passages(database, record, document, passages);
  insert_tables(database, record, document, tables);
  insert_facts(database, record, document, passages, tables);
}

// The FTS tables keep no text of their own, so their entries are taken out first, while the rows
// they were made of still stand.
void remove_rows_of(const Database& database, int64_t document) {
  for (std::string_view sql :
       {"INSERT INTO facts_fts (facts_fts, rowid, subject, counted, heads, sentence, headings, "
        "title) SELECT 'delete', w.fact, w.subject, w.counted, w.heads, w.sentence, w.headings, "
        "w.title FROM facts f CROSS JOIN fact_words w ON w.fact = f.number WHERE f.document = ?",
        "INSERT INTO passages_fts (passages_fts, rowid, text, headings, stems) "
        "SELECT 'delete', id, text, headings, stems FROM passages WHERE document = ?",
        "DELETE FROM facts WHERE document = ?", "DELETE FROM passages WHERE document = ?",
        "DELETE FROM tables WHERE document = ?", "DELETE FROM pages WHERE document = ?",
        "DELETE FROM acronyms WHERE document = ?", "DELETE FROM sketches WHERE document = ?",
        "DELETE FROM sketch_bands WHERE document = ?"}) {
    Statement statement = database.prepare(sql);
    statement.bind(1, document).run();
  }
}

int64_t plugin_number(const Database& database, const std::string& id, const std::string& version) {
  Statement find = database.prepare("SELECT number FROM plugins WHERE id = ? AND version = ?");
  find.bind(1, id).bind(2, version);
  if (find.step()) return find.integer(0);
  Statement insert = database.prepare("INSERT INTO plugins (id, version) VALUES (?, ?)");
  insert.bind(1, id).bind(2, version).run();
  return database.last_row();
}

std::string json_array(const std::vector<std::string>& texts) {
  return nlohmann::json(texts).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace cifra
