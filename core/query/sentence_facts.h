// The facts of a document sentence by sentence, in text order: what checks inside one document look
// at.

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/query/agreement.h"
#include "core/store/database.h"
#include "core/text/span.h"

namespace cifra {

struct SentenceFact {
  int64_t number = 0;  // facts.number
  Span span;           // the figure in its sentence's text, bytes
  Quantity quantity;
  std::string nature, time_from, time_to, place, per;
  std::string subject_stems;
  bool cell = false;  // of a table
};

struct FactSentence {
  int64_t begin = 0, end = 0;  // code points into the document's text
  std::string role, headings, text;
  std::vector<SentenceFact> facts;

  std::string_view between(const SentenceFact& left, const SentenceFact& right) const {
    return std::string_view(text).substr(left.span.end, right.span.begin - left.span.end);
  }
};

// Calls `use` for each current document (or the one given) with its sentences that hold facts.
void each_document(const Database& database, std::optional<int64_t> document,
                   const std::function<void(const std::vector<FactSentence>&)>& use);

// The quantity in columns `first` … `first` + 7 of a row: kind, value, high, unit, approximation,
// change, whole, surface.
inline constexpr std::string_view kQuantityColumns =
    "f.kind, f.value, f.high, f.unit, f.approximation, f.change, f.whole, f.surface";
inline constexpr int kQuantityColumnCount = 8;
Quantity quantity_in(const Statement& row, int first);

}  // namespace cifra
