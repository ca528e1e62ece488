#include "core/store/merge.h"

#include <string_view>

#include "core/store/sketch.h"

namespace cifra {
namespace {

// ?1 the document's number in the shard, ?2 in the store; ?3, ?4, ?5 what passages', tables' and
// facts' numbers grow by.
constexpr std::string_view kCopyDocument[] = {
    "INSERT INTO archives SELECT ?2, bytes FROM shard.archives WHERE document = ?1",
    "INSERT INTO sketches SELECT ?2, text, figures FROM shard.sketches WHERE document = ?1",
    "INSERT INTO sketch_bands SELECT band, hash, ?2 FROM shard.sketch_bands WHERE document = ?1",
    "INSERT INTO pages SELECT ?2, number, width, height, begin, \"end\" FROM shard.pages "
    "WHERE document = ?1",
    "INSERT INTO acronyms SELECT ?2, short, long, short_stem, long_stems FROM shard.acronyms "
    "WHERE document = ?1",
    "INSERT INTO tables SELECT id + ?4, ?2, number, page, begin, \"end\", caption, rows, columns, "
    "head_rows, head_columns, confidence FROM shard.tables WHERE document = ?1",
    "INSERT INTO passages SELECT id + ?3, ?2, page, role, begin, \"end\", text, headings, stems, "
    "heading_stems FROM shard.passages WHERE document = ?1",
    "INSERT INTO facts SELECT f.number + ?5, f.id, ?2, f.passage + ?3, f.page, f.begin, f.\"end\", "
    "f.surface, f.kind, f.value, f.value_real, f.high, f.high_real, f.numerator, f.denominator, "
    "f.unit, f.counted, f.per, f.approximation, f.change, f.whole, f.subject, f.speaker, f.place, "
    "f.place_name, f.time, f.time_from, f.time_to, f.time_source, f.nature, f.confidence, "
    "own.number, f.rule, f.table_id + ?4, f.row_head, f.column_head, f.notes FROM shard.facts f "
    "JOIN shard.plugins g ON g.number = f.plugin "
    "JOIN main.plugins own ON own.id = g.id AND own.version = g.version WHERE f.document = ?1",
    "INSERT INTO boxes SELECT b.fact + ?5, b.line, b.x0, b.y0, b.x1, b.y1 FROM shard.facts f "
    "CROSS JOIN shard.boxes b ON b.fact = f.number WHERE f.document = ?1",
    "INSERT INTO fact_stems SELECT s.fact + ?5, s.subject, s.counted, s.heads FROM shard.facts f "
    "CROSS JOIN shard.fact_stems s ON s.fact = f.number WHERE f.document = ?1",
    "INSERT INTO passages_fts (rowid, text, headings, stems) SELECT id, text, headings, stems "
    "FROM main.passages WHERE document = ?2",
    "INSERT INTO facts_fts (rowid, subject, counted, heads, sentence, headings, title) "
    "SELECT w.fact, w.subject, w.counted, w.heads, w.sentence, w.headings, w.title "
    "FROM main.facts f CROSS JOIN main.fact_words w ON w.fact = f.number WHERE f.document = ?2",
};

class Attached {
 public:
  Attached(const Database& database, const std::filesystem::path& shard) : database_(database) {
    { const Database checked(shard, Database::Mode::kRead); }  // there, ours, of this version
    Statement attach = database.prepare("ATTACH ? AS shard");
    attach.bind(1, shard.string()).run();
  }
  ~Attached() {
    try {
      database_.execute("DETACH shard");
    } catch (const StoreError&) {
      // Inside a failed transaction it cannot be let go; closing the store will.
    }
  }
  Attached(const Attached&) = delete;
  Attached& operator=(const Attached&) = delete;

 private:
  const Database& database_;
};

// How far numbers of a table's rows must move to come after the last one here.
int64_t shift_of(const Database& database, std::string_view table, std::string_view key,
                 int64_t document) {
  const std::string name(key), rows(table);
  Statement shift = database.prepare("SELECT (SELECT coalesce(max(" + name + "), 0) FROM main." +
                                     rows + ") + 1 - coalesce((SELECT min(" + name +
                                     ") FROM shard." + rows + " WHERE document = ?), 0)");
  shift.bind(1, document);
  shift.step();
  return shift.integer(0);
}

int64_t copy_document(const Database& database, const Writer& writer, int64_t document) {
  Statement sketches =
      database.prepare("SELECT text, figures FROM shard.sketches WHERE document = ?");
  sketches.bind(1, document);
  Sketch text, figures;
  if (sketches.step()) {
    text = Sketch::from_bytes(sketches.view(0));
    figures = Sketch::from_bytes(sketches.view(1));
  }
  Statement insert = database.prepare(
      "INSERT INTO documents (hash, size, title, issuer, published_on, url, media_type, producer, "
      "pages, characters, warnings, state, former_path, copy_group, sidecar, fingerprint, run, "
      "title_stems, reading) SELECT hash, size, title, issuer, published_on, url, media_type, "
      "producer, "
      "pages, characters, warnings, state, former_path, ?2, sidecar, fingerprint, ?3, title_stems, "
      "reading "
      "FROM shard.documents WHERE id = ?1");
  const int64_t group = writer.copy_group_of(text, figures);
  insert.bind(1, document).bind(2, group).bind(3, writer.run()).run();
  const int64_t copy = database.last_row();
  if (group == 0) {
    Statement own = database.prepare("UPDATE documents SET copy_group = id WHERE id = ?");
    own.bind(1, copy).run();
  }
  const int64_t passages = shift_of(database, "passages", "id", document);
  const int64_t tables = shift_of(database, "tables", "id", document);
  const int64_t facts = shift_of(database, "facts", "number", document);
  for (std::string_view sql : kCopyDocument) {
    Statement statement = database.prepare(sql);
    const int64_t values[] = {document, copy, passages, tables, facts};
    for (int i = 0; i < 5; ++i) statement.bind_if_asked(i + 1, values[i]);
    statement.run();
  }
  return copy;
}

std::optional<int64_t> integer_or_nothing(const Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return row.integer(column);
}

struct PlacedDocument {
  Place place;
  int64_t document = 0;
  bool missing = false;
};

PlacedDocument placed_from(const Statement& row, int column) {
  PlacedDocument placed;
  placed.document = row.integer(column);
  placed.place.root = row.text(column + 1);
  placed.place.path = row.text(column + 2);
  placed.place.size = row.integer(column + 3);
  placed.place.modified = integer_or_nothing(row, column + 4);
  placed.place.sidecar_size = integer_or_nothing(row, column + 5);
  placed.place.sidecar_modified = integer_or_nothing(row, column + 6);
  placed.missing = row.integer(column + 7) != 0;
  return placed;
}

void merge_places(const Database& database, Writer& writer) {
  constexpr std::string_view kColumns =
      "l.root, l.path, l.size, l.modified, l.sidecar_size, l.sidecar_modified, l.missing";
  Statement theirs = database.prepare(
      "SELECT own.id, " + std::string(kColumns) +
      " FROM shard.locations l "
      "JOIN shard.documents d ON d.id = l.document JOIN main.documents own ON own.hash = d.hash "
      "ORDER BY l.id");
  Statement ours = database.prepare("SELECT l.document, " + std::string(kColumns) +
                                    " FROM main.locations l WHERE l.root || '/' || l.path = ?");
  Statement missing =
      database.prepare("UPDATE main.locations SET missing = 1 WHERE root || '/' || path = ?");
  std::vector<PlacedDocument> places;
  while (theirs.step()) places.push_back(placed_from(theirs, 0));
  for (const PlacedDocument& placed : places) {
    ours.bind(1, placed.place.full_path());
    std::optional<PlacedDocument> known;
    if (ours.step()) known = placed_from(ours, 0);
    ours.reset();
    if (known && placed.missing) continue;
    writer.put_place(placed.place, placed.document);
    if (placed.missing) missing.bind(1, placed.place.full_path()).run();
    if (known && known->document != placed.document &&
        known->place.modified.value_or(0) >= placed.place.modified.value_or(0)) {
      writer.put_place(known->place, known->document);
    }
  }
}

// What older versions and old fact ids became, and what could not be read.
void merge_history(const Database& database, const Writer& writer) {
  Statement successors = database.prepare(
      "UPDATE main.documents SET superseded_by = (SELECT new.id FROM shard.documents old "
      "JOIN shard.documents next ON next.id = old.superseded_by "
      "JOIN main.documents new ON new.hash = next.hash WHERE old.hash = documents.hash) "
      "WHERE state = 'superseded' AND superseded_by IS NULL");
  successors.run();
  Statement replaced = database.prepare(
      "INSERT OR IGNORE INTO main.replaced_facts SELECT r.id, r.replaced_by, own.id, r.value, "
      "r.unit, r.subject, r.quote, r.reason, ?1 FROM shard.replaced_facts r "
      "JOIN shard.documents d ON d.id = r.document JOIN main.documents own ON own.hash = d.hash");
  replaced.bind(1, writer.run()).run();
  Statement failures = database.prepare(
      "INSERT OR IGNORE INTO main.failures SELECT root, path, reason, size, modified, fingerprint, "
      "?1 FROM shard.failures WHERE root || '/' || path NOT IN "
      "(SELECT root || '/' || path FROM main.locations)");
  failures.bind(1, writer.run()).run();
}

}  // namespace

MergeReport merge_store(const Database& database, Writer& writer,
                        const std::filesystem::path& shard) {
  MergeReport report;
  const Attached attached(database, shard);
  Transaction transaction(database);
  database.execute(
      "INSERT OR IGNORE INTO main.plugins (id, version, summary) "
      "SELECT id, version, summary FROM shard.plugins");
  Statement theirs = database.prepare(
      "SELECT d.id, own.id, (SELECT count(*) FROM shard.facts f WHERE f.document = d.id) "
      "FROM shard.documents d LEFT JOIN main.documents own ON own.hash = d.hash ORDER BY d.id");
  struct Theirs {
    int64_t document, facts;
  };
  std::vector<Theirs> fresh;
  while (theirs.step()) {
    if (theirs.is_null(1)) {
      fresh.push_back({theirs.integer(0), theirs.integer(2)});
    } else {
      ++report.known;
    }
  }
  for (const Theirs& one : fresh) {
    copy_document(database, writer, one.document);
    ++report.documents;
    report.facts += one.facts;
  }
  merge_places(database, writer);
  merge_history(database, writer);
  transaction.commit();
  return report;
}

}  // namespace cifra
