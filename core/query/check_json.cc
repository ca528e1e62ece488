// A verdict as JSON; apart from check.cc so that only this file pulls in the JSON library.

#include <nlohmann/json.hpp>

#include "core/query/check.h"
#include "core/text/utf8.h"

namespace cifra {
namespace {

using Json = nlohmann::ordered_json;

Json or_null(std::string_view text) { return text.empty() ? Json() : Json(text); }

Json figure_json(const Fact& fact, std::string_view claim) {
  const Figure& figure = fact.figure;
  Json json = Json::object();
  json["start"] = count_code_points(claim.substr(0, figure.span.begin));
  json["end"] = count_code_points(claim.substr(0, figure.span.end));
  json["surface"] = figure.span.of(claim);
  json["kind"] = name_of(figure.kind);
  json["value"] = figure.value.to_string();
  json["high"] = figure.high ? Json(figure.high->to_string()) : Json();
  json["unit"] = or_null(figure.unit);
  json["counted"] = or_null(fact.counted);
  json["approximation"] = or_null(name_of(figure.approximation));
  json["change"] = or_null(name_of(figure.change));
  json["subject"] = or_null(fact.subject);
  json["time"] = or_null(fact.time);
  json["place"] = or_null(fact.place);
  return json;
}

}  // namespace

std::string json_of(const CheckResult& result) {
  Json json = Json::object();
  json["claim"] = result.claim;
  json["figure"] = result.figure ? figure_json(*result.figure, result.claim) : Json();
  json["verdict"] = name_of(result.verdict);
  json["why"] = result.why;
  json["evidence"] = Json::array();
  int rank = 0;
  for (const FactRow& row : result.evidence) {
    json["evidence"].push_back(Json::parse(json_of(row, ++rank)));
  }
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace cifra
