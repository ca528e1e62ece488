// From a read document to the store's rows, stage by stage: metadata, figures, facts, links.

#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/document.h"
#include "core/store/record.h"
#include "core/tables/cell_figures.h"

namespace cifra {

// Of the code between a read document and its rows; made by the build.
extern const std::string_view kCodeFingerprint;

// Runs the extractor plugins; as Registry::extract.
using Extract = std::function<std::vector<Fact>(const Document&, const std::vector<CellFigure>&,
                                                std::vector<std::string>& complaints)>;

struct DocumentOrigin {
  std::string hash;       // SHA-256 of the file
  std::string file_name;  // "sintesi-20210120.pdf": may tell the date
  std::string sidecar;    // content of NAME.meta.json, or empty
};

// What an extractor did wrong is among the record's warnings.
DocumentRecord facts_of(Document document, const DocumentOrigin& origin, const Extract& extract,
                        const Stemmer& stemmer);

}  // namespace cifra
