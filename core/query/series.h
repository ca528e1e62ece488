// One metric over time and documents: which of the store's facts measure what some words name, in
// order of time, with those marked that cannot both be true.
//
// Cannot do: tell metrics apart that their documents name with the same words; where the words fit
// several, the one that the best answers are of is taken.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/grammar/decimal.h"
#include "core/query/search.h"
#include "core/store/database.h"
#include "core/store/reader.h"
#include "core/text/stems.h"

namespace cifra {

enum class SeriesMark : uint8_t {
  kNone,
  kConflict,  // another source says other of the same time
  kRevision,  // the same issuer said other of it before
};
std::string_view name_of(SeriesMark mark);

struct SeriesPoint {
  FactRow fact;
  std::optional<Value> value;  // in the series' unit, signed; nothing where digits run out
  bool inherited_time = false;
  SeriesMark mark = SeriesMark::kNone;
  std::vector<std::string> against;   // ids of the facts it contradicts
  std::vector<std::string> repeated;  // ids of facts that say the same in copies, or beside it
};

struct Series {
  std::string unit;                 // of the points' `value`; empty for counts
  bool change = false;              // of differences, not of levels
  std::string place;                // code; empty where its facts name none
  std::vector<SeriesPoint> points;  // by time, then by publication; without time last
};

// `filter.limit` bounds the facts looked at; 0 takes a generous one.
Series series_of(const Database& database, const Stemmer& stemmer, std::string_view metric,
                 SearchFilter filter);

// One JSON object on one line: the fact as everywhere, and what the series adds.
std::string json_of(const SeriesPoint& point, const Series& series);

}  // namespace cifra
