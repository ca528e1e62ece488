// A fact: a figure with what it measures, when, where, who says so, and what made it.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/document/document.h"
#include "core/grammar/figure.h"

namespace cifra {

enum class TimeSource : uint8_t { kNone, kStated, kHeading, kTitle, kDocumentDate };
enum class Nature : uint8_t { kUnknown, kLevel, kFlow, kChange, kTarget, kForecast };

struct Fact {
  Figure figure;              // spans into the document's text
  uint32_t block = kNoIndex;  // the block it stands in
  uint32_t table = kNoIndex;  // for a table cell: the table, the cell, its heads
  uint32_t cell = kNoIndex;
  std::string row, column;

  std::string counted;     // figure.counted's words, line breaks made spaces
  std::string subject;     // "cittadini dotati di Spid"
  std::string speaker;     // "sottosegretario Butti", "Istat"
  std::string place;       // ISTAT or ISO code: "IT", "03", "058", "058091" (lexicon/places.h)
  std::string place_name;  // as written
  std::string time;        // figure.time, or inherited
  TimeSource time_source = TimeSource::kNone;
  Nature nature = Nature::kUnknown;
  float confidence = 1;  // 0…1

  std::string plugin, plugin_version, rule;  // what made it
  std::vector<std::string> notes;            // "subject: from the counted noun", for explain
};

std::string_view name_of(TimeSource source);
std::string_view name_of(Nature nature);

}  // namespace cifra
