#include "core/pipeline/document_work.h"

#include <cstring>
#include <memory>
#include <stdexcept>
#include <utility>

#include "core/document/archive.h"
#include "core/store/record_bytes.h"

namespace cifra {
namespace {

void put(std::string& out, std::string_view text) {
  const uint64_t size = text.size();
  out.append(reinterpret_cast<const char*>(&size), sizeof size);
  out += text;
}

std::string_view take(std::string_view& bytes) {
  uint64_t size = 0;
  if (bytes.size() < sizeof size) throw std::runtime_error("an order ends too early");
  std::memcpy(&size, bytes.data(), sizeof size);
  bytes.remove_prefix(sizeof size);
  if (bytes.size() < size) throw std::runtime_error("an order ends too early");
  const std::string_view text = bytes.substr(0, static_cast<size_t>(size));
  bytes.remove_prefix(static_cast<size_t>(size));
  return text;
}

DocumentOrder order_of(std::string_view bytes) {
  DocumentOrder order;
  for (std::string* text :
       {&order.archive, &order.origin.hash, &order.origin.file_name, &order.origin.sidecar}) {
    *text = take(bytes);
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
  std::string bytes;
  for (const std::string* text :
       {&order.archive, &order.origin.hash, &order.origin.file_name, &order.origin.sidecar}) {
    put(bytes, *text);
  }
  return bytes;
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
