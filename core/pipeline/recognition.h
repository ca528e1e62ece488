// The stage between a Document and its facts: figures of every block and every table cell.

#pragma once

#include <string>
#include <vector>

#include "core/document/document.h"
#include "core/tables/cell_figures.h"

namespace cifra {

struct RecognitionOptions {
  std::string document_date;  // ISO 8601; empty takes metadata.published_on
  bool with_steps = false;
};

// All figures of the document in text order: prose figures have table == kNoIndex. Running heads
// and feet and tables of contents give none. Spans are into document.text.
std::vector<CellFigure> recognise_document(const Document& document,
                                           const RecognitionOptions& options = {});

}  // namespace cifra
