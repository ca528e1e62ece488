#include "core/store/reader.h"

#include "core/document/archive.h"
#include "core/text/utf8.h"

namespace cifra {
namespace {

constexpr std::string_view kPathOfDocument =
    "coalesce((SELECT l.root || '/' || l.path FROM locations l WHERE l.document = d.id "
    "ORDER BY l.missing, l.id LIMIT 1), d.former_path)";

DocumentRow document_from(const Statement& row, int column) {
  DocumentRow document;
  document.number = row.integer(column);
  document.id = row.text(column + 1).substr(0, 16);
  document.path = row.text(column + 2);
  document.title = row.text(column + 3);
  document.issuer = row.text(column + 4);
  document.published_on = row.text(column + 5);
  document.url = row.text(column + 6);
  document.media_type = row.text(column + 7);
  document.pages = row.integer(column + 8);
  document.superseded = row.text(column + 9) == "superseded";
  document.copy_group = row.integer(column + 10);
  document.missing = row.integer(column + 11) != 0;
  return document;
}

std::string document_columns() {
  return "d.id, d.hash, " + std::string(kPathOfDocument) +
         ", d.title, d.issuer, d.published_on, d.url, d.media_type, d.pages, d.state, "
         "d.copy_group, coalesce((SELECT min(l.missing) FROM locations l WHERE l.document = d.id), "
         "0)";
}

FactRow fact_from(const Statement& row) {
  FactRow fact;
  int column = 0;
  fact.number = row.integer(column++);
  for (std::string* text :
       {&fact.id,        &fact.value,         &fact.high,        &fact.unit,
        &fact.kind,      &fact.counted,       &fact.subject,     &fact.approximation,
        &fact.change,    &fact.whole,         &fact.per,         &fact.time,
        &fact.time_from, &fact.time_to,       &fact.time_source, &fact.nature,
        &fact.speaker,   &fact.place,         &fact.place_name,  &fact.row,
        &fact.column,    &fact.surface,       &fact.rule,        &fact.notes,
        &fact.plugin,    &fact.plugin_version}) {
    *text = row.text(column++);
  }
  fact.begin = row.integer(column++);
  fact.end = row.integer(column++);
  fact.page = row.integer(column++);
  fact.confidence = row.real(column++);
  fact.quote = row.text(column++);
  fact.headings = row.text(column++);
  const bool has_passage = !row.is_null(column);
  const int64_t passage_begin = row.integer(column++);
  if (has_passage) {
    fact.mark_begin = bytes_of_code_points(fact.quote, fact.begin - passage_begin);
    fact.mark_end = bytes_of_code_points(fact.quote, fact.end - passage_begin);
  } else {
    fact.quote = fact.surface;
    fact.mark_end = static_cast<uint32_t>(fact.quote.size());
  }
  fact.document = document_from(row, column);
  return fact;
}

std::string select_facts(std::string_view condition) {
  return "SELECT f.number, f.id, f.value, f.high, f.unit, f.kind, f.counted, f.subject, "
         "f.approximation, f.change, f.whole, f.per, f.time, f.time_from, f.time_to, "
         "f.time_source, f.nature, f.speaker, f.place, f.place_name, f.row_head, f.column_head, "
         "f.surface, f.rule, f.notes, g.id, g.version, f.begin, f.\"end\", f.page, f.confidence, "
         "p.text, p.headings, p.begin, " +
         document_columns() +
         " FROM facts f JOIN documents d ON d.id = f.document "
         "JOIN plugins g ON g.number = f.plugin "
         "LEFT JOIN passages p ON p.id = f.passage WHERE " +
         std::string(condition);
}

void add_boxes(Statement& boxes, FactRow& fact) {
  boxes.bind(1, fact.number);
  while (boxes.step()) {
    fact.boxes.push_back({static_cast<float>(boxes.real(0)), static_cast<float>(boxes.real(1)),
                          static_cast<float>(boxes.real(2)), static_cast<float>(boxes.real(3))});
  }
  boxes.reset();
}

Statement select_boxes(const Database& database) {
  return database.prepare("SELECT x0, y0, x1, y1 FROM boxes WHERE fact = ? ORDER BY line");
}

// The next text after every one that begins with `prefix`, so that an index finds them.
std::string after_prefix(std::string_view prefix) { return std::string(prefix) + "\x7f"; }

}  // namespace

FactReader::FactReader(const Database& database)
    : facts_(database.prepare(select_facts("f.number = ?"))), boxes_(select_boxes(database)) {}

std::vector<FactRow> FactReader::rows(std::span<const int64_t> numbers) {
  std::vector<FactRow> rows;
  for (int64_t number : numbers) {
    facts_.bind(1, number);
    if (facts_.step()) {
      rows.push_back(fact_from(facts_));
      add_boxes(boxes_, rows.back());
    }
    facts_.reset();
  }
  return rows;
}

std::vector<FactRow> fact_rows(const Database& database, std::span<const int64_t> numbers) {
  if (numbers.empty()) return {};
  return FactReader(database).rows(numbers);
}

std::optional<FactRow> fact_with_id(const Database& database, std::string_view id) {
  if (id.size() < 4) return std::nullopt;
  Statement facts = database.prepare(select_facts("f.id >= ? AND f.id < ? LIMIT 2"));
  facts.bind(1, id).bind(2, after_prefix(id));
  if (!facts.step()) return std::nullopt;
  FactRow fact = fact_from(facts);
  if (fact.id != id && facts.step()) return std::nullopt;
  Statement boxes = select_boxes(database);
  add_boxes(boxes, fact);
  return fact;
}

std::optional<Replacement> replacement_of(const Database& database, std::string_view id) {
  if (id.size() < 4) return std::nullopt;
  Statement old = database.prepare(
      "SELECT id, replaced_by, reason, value, unit, subject, quote FROM replaced_facts "
      "WHERE id >= ? AND id < ? LIMIT 2");
  old.bind(1, id).bind(2, after_prefix(id));
  if (!old.step()) return std::nullopt;
  Replacement result{old.text(1), old.text(2), old.text(3), old.text(4), old.text(5), old.text(6)};
  if (old.text(0) != id && old.step()) return std::nullopt;
  // A fact may have been replaced again and again; a circle (a file put back) ends where it began.
  Statement next = database.prepare("SELECT replaced_by FROM replaced_facts WHERE id = ?");
  for (int steps = 0; !result.replaced_by.empty() && steps < 1000; ++steps) {
    next.bind(1, result.replaced_by);
    if (!next.step()) break;
    result.replaced_by = next.text(0);
    next.reset();
  }
  return result;
}

std::vector<DocumentRow> document_rows(const Database& database, const DocumentFilter& filter) {
  Statement documents = database.prepare(
      "SELECT " + document_columns() +
      ", (SELECT count(*) FROM facts f WHERE f.document = d.id) FROM documents d " +
      (filter.superseded ? "" : "WHERE d.state = 'current' ") + "ORDER BY 3, d.id");
  std::vector<DocumentRow> rows;
  while (documents.step()) {
    rows.push_back(document_from(documents, 0));
    rows.back().facts = documents.integer(12);
  }
  return rows;
}

std::optional<int64_t> document_named(const Database& database, std::string_view name) {
  Statement by_hash = database.prepare("SELECT id FROM documents WHERE hash >= ? AND hash < ?");
  by_hash.bind(1, name).bind(2, after_prefix(name));
  if (name.size() >= 4 && by_hash.step()) return by_hash.integer(0);
  Statement by_path = database.prepare(
      "SELECT l.document FROM locations l JOIN documents d ON d.id = l.document "
      "WHERE l.path = ?1 OR l.root || '/' || l.path = ?1 OR l.path LIKE '%/' || ?1 "
      "ORDER BY d.state, l.missing, l.id LIMIT 1");
  by_path.bind(1, name);
  if (by_path.step()) return by_path.integer(0);
  return std::nullopt;
}

Document read_archive(const Database& database, int64_t document) {
  Statement archive = database.prepare("SELECT bytes FROM archives WHERE document = ?");
  archive.bind(1, document);
  if (!archive.step()) {
    throw StoreError(StoreError::Cause::kNotDone, "store: document " + std::to_string(document) +
                                                      " has no kept text; ingest its file again");
  }
  return from_archive(archive.view(0));
}

std::vector<FailureRow> failure_rows(const Database& database) {
  Statement failures = database.prepare(
      "SELECT f.root || '/' || f.path, f.reason, r.started_at FROM failures f "
      "JOIN runs r ON r.id = f.run ORDER BY 1");
  std::vector<FailureRow> rows;
  while (failures.step()) rows.push_back({failures.text(0), failures.text(1), failures.text(2)});
  return rows;
}

}  // namespace cifra
