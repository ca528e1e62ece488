#include "core/store/writer.h"

#include <set>
#include <vector>

#include "core/store/document_rows.h"
#include "core/store/succession.h"

namespace cifra {

Writer::Writer(const Database& database) : database_(database) {}

void Writer::begin_run(const RunStart& start) {
  Statement insert = database_.prepare(
      "INSERT INTO runs (started_at, program, fingerprint, paths) VALUES (?, ?, ?, ?)");
  insert.bind(1, start.started_at).bind(2, start.program).bind(3, start.fingerprint);
  insert.bind(4, json_array(start.paths)).run();
  run_ = database_.last_row();
  database_.prepare("INSERT OR IGNORE INTO meta VALUES ('application', 'cifra')").run();
  Statement created = database_.prepare("INSERT OR IGNORE INTO meta VALUES ('created_with', ?)");
  created.bind(1, start.program).run();
}

void Writer::end_run(const std::string& finished_at, const RunCounts& counts) {
  Statement update = database_.prepare(
      "UPDATE runs SET finished_at = ?, documents = ?, pages = ?, facts = ?, skipped = ?, "
      "failed = ? WHERE id = ?");
  update.bind(1, finished_at).bind(2, counts.documents).bind(3, counts.pages);
  update.bind(4, counts.facts).bind(5, counts.skipped).bind(6, counts.failed).bind(7, run_).run();
}

void Writer::know_plugin(const PluginVersion& plugin) {
  Statement insert = database_.prepare(
      "INSERT INTO plugins (id, version, summary) VALUES (?, ?, ?) "
      "ON CONFLICT (id, version) DO UPDATE SET summary = excluded.summary");
  insert.bind(1, plugin.id).bind(2, plugin.version).bind(3, plugin.summary).run();
}

std::optional<int64_t> Writer::document_with_hash(const std::string& hash) {
  Statement find = database_.prepare("SELECT id FROM documents WHERE hash = ?");
  find.bind(1, hash);
  if (!find.step()) return std::nullopt;
  return find.integer(0);
}

int64_t Writer::put(const DocumentRecord& record) {
  const std::optional<int64_t> known = document_with_hash(record.hash);
  if (!known) {
    const int64_t document = insert_document(
        database_, record, run_, copy_group_of(record.text_sketch, record.figure_sketch));
    insert_rows_of(database_, record, document);
    return document;
  }
  const std::vector<OldFact> old_facts = facts_for_succession(database_, *known);
  remove_rows_of(database_, *known);
  update_document(database_, record, run_, *known);
  insert_rows_of(database_, record, *known);
  const std::vector<OldFact> new_facts = facts_for_succession(database_, *known);
  forget_replacements_of(*known);
  note_successors(database_, *known, run_, "read by another version of Cifra", old_facts, new_facts,
                  successors_by_place(old_facts, new_facts));
  Statement successor = database_.prepare("SELECT superseded_by FROM documents WHERE id = ?");
  successor.bind(1, *known);
  if (successor.step() && !successor.is_null(0)) supersede(*known, successor.integer(0));
  return *known;
}

int64_t Writer::copy_group_of(const Sketch& text, const Sketch& figures) const {
  Statement likely = database_.prepare(
      "SELECT b.document, count(*) FROM sketch_bands b WHERE b.band = ? AND b.hash = ? "
      "GROUP BY b.document");
  std::set<int64_t> candidates;
  for (const SketchBand& band : bands_of(text)) {
    likely.bind(1, band.band).bind(2, band.hash);
    while (likely.step()) candidates.insert(likely.integer(0));
    likely.reset();
  }
  Statement sketches = database_.prepare(
      "SELECT s.text, s.figures, d.copy_group FROM sketches s JOIN documents d ON d.id = "
      "s.document "
      "WHERE s.document = ?");
  for (int64_t candidate : candidates) {
    sketches.bind(1, candidate);
    if (sketches.step() && are_copies(text, figures, Sketch::from_bytes(sketches.view(0)),
                                      Sketch::from_bytes(sketches.view(1)))) {
      return sketches.integer(2);
    }
    sketches.reset();
  }
  return 0;
}

bool Writer::put_place(const Place& place, int64_t document) {
  clear_failure(place.full_path());
  Statement find =
      database_.prepare("SELECT id, document FROM locations WHERE root || '/' || path = ?");
  find.bind(1, place.full_path());
  if (!find.step()) {
    Statement insert = database_.prepare(
        "INSERT INTO locations (document, root, path, size, modified, sidecar_size, "
        "sidecar_modified) VALUES (?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, document).bind(2, place.root).bind(3, place.path).bind(4, place.size);
    insert.bind_or_null(5, place.modified).bind_or_null(6, place.sidecar_size);
    insert.bind_or_null(7, place.sidecar_modified).run();
    make_current(document);
    return true;
  }
  const int64_t location = find.integer(0), before = find.integer(1);
  find.reset();
  Statement update = database_.prepare(
      "UPDATE locations SET document = ?, size = ?, modified = ?, sidecar_size = ?, "
      "sidecar_modified = ?, missing = 0 WHERE id = ?");
  update.bind(1, document).bind(2, place.size).bind_or_null(3, place.modified);
  update.bind_or_null(4, place.sidecar_size).bind_or_null(5, place.sidecar_modified);
  update.bind(6, location).run();
  make_current(document);
  if (before == document) return false;
  Statement elsewhere =
      database_.prepare("SELECT 1 FROM locations WHERE document = ? AND NOT missing");
  elsewhere.bind(1, before);
  if (elsewhere.step()) return false;
  Statement former = database_.prepare("UPDATE documents SET former_path = ? WHERE id = ?");
  former.bind(1, place.full_path()).bind(2, before).run();
  supersede(before, document);
  return false;
}

// A file that is put back as it was makes its document current again.
void Writer::make_current(int64_t document) {
  Statement update = database_.prepare(
      "UPDATE documents SET state = 'current', superseded_by = NULL, former_path = NULL "
      "WHERE id = ? AND state = 'superseded'");
  update.bind(1, document).run();
  if (database_.changes() > 0) forget_replacements_of(document);
}

void Writer::supersede(int64_t document, int64_t successor) {
  Statement update = database_.prepare(
      "UPDATE documents SET state = 'superseded', superseded_by = ? WHERE id = ?");
  update.bind(1, successor).bind(2, document).run();
  const std::vector<OldFact> old_facts = facts_for_succession(database_, document);
  const std::vector<OldFact> new_facts = facts_for_succession(database_, successor);
  note_successors(database_, document, run_, "new version of the document", old_facts, new_facts,
                  successors_by_meaning(old_facts, new_facts));
}

void Writer::forget_replacements_of(int64_t document) {
  Statement standing = database_.prepare(
      "DELETE FROM replaced_facts WHERE id IN (SELECT id FROM facts WHERE document = ?)");
  standing.bind(1, document).run();
}

int64_t Writer::mark_missing(const std::string& path) {
  Statement places = database_.prepare(
      "SELECT id, root || '/' || path, missing FROM locations "
      "WHERE root || '/' || path = ?1 OR (root || '/' || path > ?1 || '/' AND "
      "root || '/' || path < ?1 || '0')");  // '0' follows '/'
  places.bind(1, path);
  const int64_t marked = mark_those_missing(places);
  Statement failures = database_.prepare(
      "SELECT root || '/' || path FROM failures WHERE root || '/' || path = ?1 OR "
      "(root || '/' || path > ?1 || '/' AND root || '/' || path < ?1 || '0')");
  failures.bind(1, path);
  std::vector<std::string> gone;
  while (failures.step()) {
    std::error_code ignored;
    const auto status = std::filesystem::symlink_status(failures.text(0), ignored);
    if (status.type() == std::filesystem::file_type::not_found) gone.push_back(failures.text(0));
  }
  for (const std::string& file : gone) clear_failure(file);
  return marked;
}

void Writer::mark_missing(int64_t document) {
  Statement places = database_.prepare(
      "SELECT id, root || '/' || path, missing FROM locations WHERE document = ?");
  places.bind(1, document);
  mark_those_missing(places);
}

// `places`: their numbers, paths and marks.
int64_t Writer::mark_those_missing(Statement& places) {
  std::vector<int64_t> marked;
  Statement mark = database_.prepare("UPDATE locations SET missing = ? WHERE id = ?");
  while (places.step()) {
    std::error_code ignored;
    const bool missing = !std::filesystem::exists(places.text(1), ignored);
    if (missing != (places.integer(2) != 0)) {
      mark.bind(1, int64_t{missing}).bind(2, places.integer(0)).run();
      if (missing) marked.push_back(places.integer(0));
    }
  }
  database_
      .prepare(
          "DELETE FROM locations WHERE missing AND EXISTS (SELECT 1 FROM locations other "
          "WHERE other.document = locations.document AND NOT other.missing)")
      .run();
  Statement kept = database_.prepare("SELECT 1 FROM locations WHERE id = ?");
  return std::ranges::count_if(marked, [&](int64_t place) {
    kept.reset();
    return kept.bind(1, place).step();
  });
}

void Writer::put_failure(const Place& place, const std::string& reason,
                         const std::string& fingerprint) {
  clear_failure(place.full_path());
  Statement insert = database_.prepare("INSERT INTO failures VALUES (?, ?, ?, ?, ?, ?, ?)");
  insert.bind(1, place.root).bind(2, place.path).bind(3, reason).bind(4, place.size);
  insert.bind_or_null(5, place.modified).bind(6, fingerprint).bind(7, run_).run();
}

void Writer::clear_failure(const std::string& full_path) {
  Statement remove = database_.prepare("DELETE FROM failures WHERE root || '/' || path = ?");
  remove.bind(1, full_path).run();
}

}  // namespace cifra
