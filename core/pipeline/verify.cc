#include "core/pipeline/verify.h"

#include <cmath>

#include "core/document/citation.h"
#include "core/pipeline/source.h"
#include "core/text/utf8.h"

namespace cifra {
namespace {

constexpr float kSamePlace = 0.5f;  // points

bool same_box(const Box& a, const Box& b) {
  return std::abs(a.x0 - b.x0) < kSamePlace && std::abs(a.y0 - b.y0) < kSamePlace &&
         std::abs(a.x1 - b.x1) < kSamePlace && std::abs(a.y1 - b.y1) < kSamePlace;
}

// Code points to bytes, for offsets that ascend.
class ByteCursor {
 public:
  explicit ByteCursor(std::string_view text) : text_(text) {}
  uint32_t at(int64_t code_point) {
    if (code_point < count_) byte_ = 0, count_ = 0;
    for (; count_ < code_point && byte_ < text_.size(); ++count_) {
      byte_ += decode_utf8(text_, byte_).size;
    }
    return static_cast<uint32_t>(byte_);
  }

 private:
  std::string_view text_;
  size_t byte_ = 0;
  int64_t count_ = 0;
};

// Empty when the fact stands in the document as the store says.
std::string what_is_wrong(const FactRow& fact, const Document& document, ByteCursor& cursor) {
  const uint32_t begin = cursor.at(fact.begin);
  const Span span{begin, cursor.at(fact.end)};
  if (document.of(span) != fact.surface) {
    return "other words stand at its place: " + std::string(document.of(span));
  }
  const Citation citation = locate(document, span);
  const int64_t page = citation.page == kNoIndex ? 0 : int64_t{citation.page} + 1;
  if (page != fact.page) return "it stands on page " + std::to_string(page);
  if (citation.boxes.size() != fact.boxes.size()) return "its boxes are others";
  for (size_t i = 0; i < fact.boxes.size(); ++i) {
    if (!same_box(citation.boxes[i], fact.boxes[i])) return "its boxes are elsewhere";
  }
  return "";
}

std::vector<FactRow> facts_of_document(const Database& database, int64_t document) {
  Statement select = database.prepare("SELECT number FROM facts WHERE document = ? ORDER BY begin");
  select.bind(1, document);
  std::vector<int64_t> numbers;
  while (select.step()) numbers.push_back(select.integer(0));
  return fact_rows(database, numbers);
}

void check_facts(const Database& database, const Document& document, VerifiedDocument& result) {
  ByteCursor cursor(document.text);
  for (const FactRow& fact : facts_of_document(database, result.document.number)) {
    const std::string wrong = what_is_wrong(fact, document, cursor);
    if (wrong.empty()) {
      ++result.held;
      continue;
    }
    result.broken.push_back(fact.id);
    if (result.reason.empty()) result.reason = "fact " + fact.id + ": " + wrong;
  }
}

}  // namespace

void verify(const Database& database, const std::filesystem::path& store, const ReadFile& read,
            const std::function<void(const VerifiedDocument&)>& done) {
  for (const DocumentRow& row : document_rows(database)) {
    VerifiedDocument result;
    result.document = row;
    result.facts = row.facts;
    if (const auto source = source_of(database, store, row.number)) {
      const std::variant<Document, ReadFailure> read_again = read(*source);
      if (const auto* document = std::get_if<Document>(&read_again)) {
        check_facts(database, *document, result);
      } else {
        result.reason = std::get<ReadFailure>(read_again).reason;
      }
    } else {
      result.reason = "the file is gone or has changed since it was read";
    }
    done(result);
  }
}

}  // namespace cifra
