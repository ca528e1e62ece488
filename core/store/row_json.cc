// Rows as JSON; apart from reader.cc so that only this file pulls in the JSON library.

#include <cmath>
#include <nlohmann/json.hpp>

#include "core/store/reader.h"

namespace cifra {
namespace {

using Json = nlohmann::ordered_json;

Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

// Coordinates to a hundredth of a point: no more is meant.
Json box_json(const Box& box) {
  const auto rounded = [](float x) { return static_cast<double>(std::lround(x * 100)) / 100; };
  return {rounded(box.x0), rounded(box.y0), rounded(box.x1), rounded(box.y1)};
}

// Paths may hold bytes that are no UTF-8; they must not end the listing.
std::string line_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json document_json(const DocumentRow& row) {
  return {{"id", row.id},
          {"path", row.path},
          {"title", or_null(row.title)},
          {"issuer", or_null(row.issuer)},
          {"published_on", or_null(row.published_on)},
          {"url", or_null(row.url)},
          {"superseded", row.superseded},
          {"missing", row.missing}};
}

}  // namespace

std::string json_of(const FactRow& row, int rank) {
  Json json = Json::object();
  if (rank > 0) json["rank"] = rank;
  json["fact"] = row.id;
  json["value"] = row.value;
  json["high"] = or_null(row.high);
  json["unit"] = or_null(row.unit);
  json["kind"] = row.kind;
  json["counted"] = or_null(row.counted);
  json["subject"] = or_null(row.subject);
  json["approximation"] = or_null(row.approximation);
  json["change"] = or_null(row.change);
  json["whole"] = or_null(row.whole);
  json["per"] = or_null(row.per);
  json["time"] = or_null(row.time);
  json["time_source"] = or_null(row.time_source);
  json["nature"] = or_null(row.nature);
  json["speaker"] = or_null(row.speaker);
  json["place"] = or_null(row.place);
  json["place_name"] = or_null(row.place_name);
  json["row"] = or_null(row.row);
  json["column"] = or_null(row.column);
  json["surface"] = row.surface;
  json["quote"] = row.quote;
  json["headings"] = or_null(row.headings);
  json["document"] = document_json(row.document);
  json["page"] = row.page > 0 ? Json(row.page) : Json();
  json["boxes"] = Json::array();
  for (const Box& box : row.boxes) json["boxes"].push_back(box_json(box));
  json["confidence"] = static_cast<double>(std::lround(row.confidence * 1000)) / 1000;
  json["plugin"] = row.plugin;
  json["rule"] = row.rule;
  return line_of(json);
}

std::string json_of(const DocumentRow& row) {
  Json json = document_json(row);
  json["media_type"] = row.media_type;
  json["pages"] = row.pages;
  json["facts"] = row.facts;
  json["copy_group"] = row.copy_group;
  return line_of(json);
}

std::string json_of(const FailureRow& row) {
  return line_of({{"path", row.path}, {"reason", row.reason}, {"at", row.at}});
}

}  // namespace cifra
