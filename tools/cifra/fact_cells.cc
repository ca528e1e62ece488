#include "tools/cifra/fact_cells.h"

#include <filesystem>

#include "tools/cifra/output.h"

namespace cifra::command {

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

std::string time_of(const FactRow& fact) {
  const bool inherited = !fact.time.empty() && fact.time_source != "stated";
  return inherited ? "(" + fact.time + ")" : fact.time;
}

std::string document_of(const FactRow& fact) {
  std::string document = std::filesystem::path(fact.document.path).filename().string();
  if (fact.page > 0) document.append(", page ").append(std::to_string(fact.page));
  return document;
}

}  // namespace cifra::command
