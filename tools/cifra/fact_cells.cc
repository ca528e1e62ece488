#include "tools/cifra/fact_cells.h"

#include <filesystem>

namespace cifra::command {
namespace {

// A column and what stands in it.
struct Field {
  const char* name;
  std::string (*of)(const FactRow&);
};

// clang-format off
constexpr Field kFields[] = {
    {"fact", [](const FactRow& f) { return f.id; }},
    {"value", [](const FactRow& f) { return f.value; }},
    {"high", [](const FactRow& f) { return f.high; }},
    {"unit", [](const FactRow& f) { return f.unit; }},
    {"kind", [](const FactRow& f) { return f.kind; }},
    {"counted", [](const FactRow& f) { return f.counted; }},
    {"subject", [](const FactRow& f) { return f.subject; }},
    {"approximation", [](const FactRow& f) { return f.approximation; }},
    {"change", [](const FactRow& f) { return f.change; }},
    {"whole", [](const FactRow& f) { return f.whole; }},
    {"per", [](const FactRow& f) { return f.per; }},
    {"time", [](const FactRow& f) { return f.time; }},
    {"time_source", [](const FactRow& f) { return f.time_source; }},
    {"nature", [](const FactRow& f) { return f.nature; }},
    {"speaker", [](const FactRow& f) { return f.speaker; }},
    {"place", [](const FactRow& f) { return f.place; }},
    {"row", [](const FactRow& f) { return f.row; }},
    {"column", [](const FactRow& f) { return f.column; }},
    {"surface", [](const FactRow& f) { return on_one_line(f.surface); }},
    {"quote", [](const FactRow& f) { return on_one_line(f.quote); }},
    {"document", [](const FactRow& f) { return f.document.id; }},
    {"path", [](const FactRow& f) { return f.document.path; }},
    {"title", [](const FactRow& f) { return f.document.title; }},
    {"issuer", [](const FactRow& f) { return f.document.issuer; }},
    {"published_on", [](const FactRow& f) { return f.document.published_on; }},
    {"page", [](const FactRow& f) { return f.page > 0 ? std::to_string(f.page) : std::string(); }},
};
// clang-format on

}  // namespace

std::vector<Column> record_columns() {
  std::vector<Column> columns;
  for (const Field& field : kFields) columns.push_back({field.name});
  return columns;
}

std::vector<std::string> record_of(const FactRow& fact) {
  std::vector<std::string> cells;
  for (const Field& field : kFields) cells.push_back(field.of(fact));
  return cells;
}

std::string marked_quote(const FactRow& fact) {
  constexpr size_t kBefore = 110, kAfter = 70;  // bytes
  const std::string& quote = fact.quote;
  if (fact.mark_end > quote.size() || fact.mark_begin >= fact.mark_end) return on_one_line(quote);
  size_t begin = 0, end = quote.size();
  if (fact.mark_begin > kBefore) begin = quote.find(' ', fact.mark_begin - kBefore);
  if (begin == std::string::npos || begin > fact.mark_begin) begin = fact.mark_begin;
  if (quote.size() - fact.mark_end > kAfter) end = quote.find(' ', fact.mark_end + kAfter);
  if (end == std::string::npos) end = quote.size();
  std::string part = begin > 0 ? "…" : "";
  part.append(quote, begin, fact.mark_begin - begin).append(1, kMarkBegin);
  part.append(quote, fact.mark_begin, fact.mark_end - fact.mark_begin).append(1, kMarkEnd);
  part.append(quote, fact.mark_end, end - fact.mark_end);
  if (end < quote.size()) part += " …";
  return on_one_line(part);
}

std::string shortened(std::string_view text, size_t columns) {
  if (display_width(text) <= columns) return std::string(text);
  return wrapped(text, columns - 2).front() + " …";
}

std::string time_of(const FactRow& fact) {
  const bool inherited = !fact.time.empty() && fact.time_source != "stated";
  return inherited ? "(" + fact.time + ")" : fact.time;
}

std::string document_of(const FactRow& fact) {
  std::string document = std::filesystem::path(fact.document.path).filename().string();
  if (fact.page > 0) document.append(", page ").append(std::to_string(fact.page));
  if (fact.document.missing) document += " (gone)";
  return document;
}

}  // namespace cifra::command
