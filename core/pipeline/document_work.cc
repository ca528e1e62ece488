#include "core/pipeline/document_work.h"

#include <memory>
#include <utility>

#include "core/document/archive.h"
#include "core/store/record_bytes.h"
#include "core/text/byte_fields.h"

namespace cifra {
namespace {

DocumentOrder order_of(std::string_view bytes) {
  ByteReader reader(bytes, "the order of a document's work");
  DocumentOrder order;
  for (std::string* text :
       {&order.archive, &order.origin.hash, &order.origin.file_name, &order.origin.sidecar}) {
    *text = reader.text();
  }
  return order;
}

}  // namespace

std::string reading_by(const std::string& reader) {
  return reader + "; layout " + std::string(kReadingFingerprint);
}

DocumentRecord record_of_reading(Document document, const DocumentOrigin& origin,
                                 const Extract& extract, const Stemmer& stemmer) {
  round_to_archive(document);
  std::string archive = to_archive(document);
  std::string reading = reading_by(document.metadata.reader);
  DocumentRecord record = facts_of(std::move(document), origin, extract, stemmer);
  record.archive = std::move(archive);
  record.reading = std::move(reading);
  return record;
}

std::string to_bytes(const DocumentOrder& order) {
  ByteWriter bytes;
  for (const std::string* text :
       {&order.archive, &order.origin.hash, &order.origin.file_name, &order.origin.sidecar}) {
    bytes.text(*text);
  }
  return bytes.take();
}

DocumentWork document_work() {
  const auto stemmer = std::make_shared<Stemmer>();
  return [stemmer](const Registry& registry, std::optional<Document> read, std::string_view bytes,
                   const Registry::Asked& asked) {
    const DocumentOrder order = order_of(bytes);
    const Extract extract = [&](const Document& document, const std::vector<CellFigure>& figures,
                                std::vector<std::string>& complaints) {
      return registry.extract(document, figures, complaints, asked);
    };
    if (read) {
      return to_bytes(record_of_reading(std::move(*read), order.origin, extract, *stemmer));
    }
    return to_bytes(facts_of(from_archive(order.archive), order.origin, extract, *stemmer));
  };
}

}  // namespace cifra
