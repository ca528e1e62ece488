// Who published a document, when and under which title: from the file beside it, from what the
// reader found, else from the text (letterheads, datelines, "aggiornati al 20 gennaio 2021").
//
// Lives above the grammar because dates in the text are read by its rules.

#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/document/document.h"

namespace cifra {

// Fills what is missing or junk in `document.metadata` from the text and, last of all, the date
// from the file's name. Pure.
void complete_metadata(Document& document, std::string_view file_name);

// The highest heading, or failing that the first words.
std::string title_in_text(const Document& document);
// A title as a program makes one: "Microsoft Word - nota.doc", "Presentazione standard", the file's
// name.
bool is_junk_title(std::string_view title, std::string_view file_name);

// NAME.meta.json beside NAME.ext wins over everything: title, issuer, published_on, url. What is
// wrong with it is added to the document's warnings, naming the file and the remedy; the document
// is kept. True when there is such a file.
bool apply_sidecar(Document& document, const std::filesystem::path& file);
// The same for a sidecar's content, as the store keeps it; `name` is its file name.
void apply_sidecar_text(Document& document, std::string_view bytes, std::string_view name);

// "rapporto.pdf" → "rapporto.meta.json".
std::filesystem::path sidecar_of(const std::filesystem::path& file);

}  // namespace cifra
