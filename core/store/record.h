// A document and its facts as the store's rows, all of it computed before the writer's turn: the
// work that needs words, stems and boxes runs beside the reading, the writer only binds.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/document.h"
#include "core/facts/fact.h"
#include "core/store/sketch.h"
#include "core/text/stems.h"

namespace cifra {

struct Range {  // code points into the document's text
  uint32_t begin = 0, end = 0;
};

struct PassageRecord {
  std::string role;  // as in schema.sql
  uint32_t page = kNoIndex;
  Range range;
  std::string text, headings, stems, heading_stems;
};

struct FactRecord {
  Fact fact;
  std::string id;
  uint32_t passage = kNoIndex;  // into DocumentRecord::passages
  uint32_t page = kNoIndex;
  Range range;
  std::string surface, whole;
  std::vector<Box> boxes;
  std::string subject_stems, counted_stems, head_stems;
};

struct PageRecord {
  float width = 0, height = 0;
  Range range;
};

struct TableRecord {
  uint32_t page = kNoIndex;
  Range range;
  std::string caption;
  uint32_t rows = 0, columns = 0, head_rows = 0, head_columns = 0;
  float confidence = 1;
};

struct AcronymRecord {
  std::string short_form, long_form, short_stem, long_stems;
};

struct DocumentRecord {
  std::string hash;  // SHA-256 of the file
  uint64_t size = 0;
  Metadata metadata;
  std::vector<std::string> warnings;
  uint32_t characters = 0;
  std::string title_stems;
  std::vector<PageRecord> pages;
  std::vector<TableRecord> tables;
  std::vector<PassageRecord> passages;  // in text order
  std::vector<FactRecord> facts;        // in text order, ids unique
  std::vector<AcronymRecord> acronyms;
  Sketch text_sketch, figure_sketch;
  std::string archive;  // empty: the store keeps the one it has
  std::string sidecar;
  std::string fingerprint;
  std::string reading;  // reader and layout that made the archive; empty where that is
};

// Fills all but size, archive, sidecar, fingerprint and reading. `facts` are the document's, in
// text order.
DocumentRecord make_record(std::string hash, const Document& document, std::vector<Fact> facts,
                           const Stemmer& stemmer);

// 16 hex digits; the same wherever and whenever the same file says the same.
std::string fact_id(std::string_view document_hash, Range range, const Figure& figure);

// White space of any kind and length as one space, none at the ends.
std::string single_spaced(std::string_view text);

}  // namespace cifra
