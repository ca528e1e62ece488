// A point of a series as JSON; apart from series.cc so that only this file pulls in the JSON
// library.

#include <nlohmann/json.hpp>

#include "core/query/series.h"

namespace cifra {

std::string json_of(const SeriesPoint& point, const Series& series) {
  using Json = nlohmann::ordered_json;
  Json json = Json::parse(json_of(point.fact));
  json["series_value"] = point.value ? Json(point.value->to_string()) : Json();
  json["series_unit"] = series.unit.empty() ? Json() : Json(series.unit);
  json["inherited_time"] = point.inherited_time;
  const std::string_view mark = name_of(point.mark);
  json["mark"] = mark.empty() ? Json() : Json(mark);
  json["against"] = point.against;
  json["repeated"] = point.repeated;
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace cifra
