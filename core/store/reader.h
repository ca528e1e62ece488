// What the store answers: rows of facts and documents, ready to print. The one place that knows the
// keys of a row in JSON, so every verb prints the same.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/document.h"
#include "core/store/database.h"

namespace cifra {

struct DocumentRow {
  int64_t number = 0;  // documents.id
  std::string id;      // first 16 digits of the hash
  std::string path;    // one of its places, absolute; empty when it has none
  std::string title, issuer, published_on, url, media_type;
  int64_t pages = 0;
  int64_t facts = 0;
  bool superseded = false;
  bool missing = false;    // its file was not there when last looked for, nor a copy elsewhere
  int64_t copy_group = 0;  // documents that count as one source share it
};

// Texts are empty where the store holds NULL.
struct FactRow {
  int64_t number = 0;  // facts.number
  std::string id;
  std::string value, high, unit, kind, counted, subject, approximation, change, whole, per;
  std::string time, time_from, time_to, time_source, nature, speaker, place, place_name;
  std::string row, column;  // heads of a table cell
  std::string surface;
  std::string quote;                      // the passage around it, as printed
  uint32_t mark_begin = 0, mark_end = 0;  // the figure in `quote`, bytes
  std::string headings;                   // " / " between them
  int64_t begin = 0, end = 0;             // code points into the document's text
  int64_t page = 0;                       // 0: none
  std::vector<Box> boxes;
  double confidence = 1;
  std::string plugin, plugin_version, rule, notes;
  DocumentRow document;  // without `facts`
};

// Reads facts by their numbers, many times over: what it asks of the store is prepared once.
class FactReader {
 public:
  explicit FactReader(const Database& database);  // which must outlive this

  // In this order; a number that is not there is left out.
  std::vector<FactRow> rows(std::span<const int64_t> numbers);

 private:
  Statement facts_, boxes_;
};

// As a FactReader's rows(), once.
std::vector<FactRow> fact_rows(const Database& database, std::span<const int64_t> numbers);

// A fact by its id or the beginning of one (at least 4 digits). Nothing when none or several begin
// so.
std::optional<FactRow> fact_with_id(const Database& database, std::string_view id);

// What took a fact's place, followed to the fact that stands.
struct Replacement {
  std::string replaced_by;                  // empty: nothing did
  std::string reason;                       // "new version of the document"
  std::string value, unit, subject, quote;  // what the old fact said
};
std::optional<Replacement> replacement_of(const Database& database, std::string_view id);

struct DocumentFilter {
  bool superseded = false;  // older versions as well
};
std::vector<DocumentRow> document_rows(const Database& database, const DocumentFilter& filter = {});

// The number of the document with this id (or the beginning of one), path or file name.
std::optional<int64_t> document_named(const Database& database, std::string_view name);

// The kept document as it was read; sidecar not applied. Throws StoreError when it is not there.
Document read_archive(const Database& database, int64_t document);

struct FailureRow {
  std::string path, reason, at;  // `at`: when the run that last met it started, UTC
};
std::vector<FailureRow> failure_rows(const Database& database);

// One JSON object on one line, the keys of the product page and more; `rank` 0 is left out.
std::string json_of(const FactRow& row, int rank = 0);
std::string json_of(const DocumentRow& row);
std::string json_of(const FailureRow& row);

}  // namespace cifra
