#include "core/pipeline/stages.h"

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "core/link/acronyms.h"
#include "core/link/linker.h"
#include "core/pipeline/metadata.h"
#include "core/pipeline/recognition.h"

namespace cifra {
namespace {

std::vector<AcronymRecord> acronyms_of(const Document& document, const Stemmer& stemmer) {
  std::vector<AcronymRecord> records;
  for (Acronym& acronym : find_acronyms(document)) {
    const std::string short_stem = stemmer.stems(acronym.short_form);
    const std::string long_stems = stemmer.stems(acronym.long_form);
    records.push_back(
        {std::move(acronym.short_form), std::move(acronym.long_form), short_stem, long_stems});
  }
  return records;
}

}  // namespace

DocumentRecord facts_of(Document document, const DocumentOrigin& origin, const Extract& extract,
                        const Stemmer& stemmer) {
  complete_metadata(document, origin.file_name);
  if (!origin.sidecar.empty()) {
    apply_sidecar_text(document, origin.sidecar, sidecar_of(origin.file_name).string());
  }
  const std::vector<CellFigure> figures = recognise_document(document);
  std::vector<std::string> complaints;
  std::vector<Fact> facts = extract(document, figures, complaints);
  std::move(complaints.begin(), complaints.end(), std::back_inserter(document.warnings));
  link_facts(document, facts);
  DocumentRecord record = make_record(origin.hash, document, std::move(facts), stemmer);
  record.acronyms = acronyms_of(document, stemmer);
  record.sidecar = origin.sidecar;
  return record;
}

}  // namespace cifra
