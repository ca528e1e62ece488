// What is ordered of a worker for one document and what comes back: the document's record. All that
// is done with a document's content happens there, so that a plugin or a text that crashes, hangs
// or floods costs that document.

#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/pipeline/stages.h"
#include "core/plugin/reader_process.h"

namespace cifra {

// Of the code that lays documents out; made by the build.
extern const std::string_view kReadingFingerprint;

struct DocumentOrder {
  std::filesystem::path file;  // to be read; empty: the facts are made of the kept text
  std::string archive;         // the kept text
  DocumentOrigin origin;
};

// The record of a document that was just read, its archive and reading included.
DocumentRecord record_of_reading(Document document, const DocumentOrigin& origin,
                                 const Extract& extract, const Stemmer& stemmer);

// DocumentRecord::reading of what a reader (Metadata::reader) reads with this program.
std::string reading_by(const std::string& reader);

// The order without its file, for ReaderProcess::work; the worker's answer to it is a record's
// bytes.
std::string to_bytes(const DocumentOrder& order);
DocumentWork document_work();

}  // namespace cifra
