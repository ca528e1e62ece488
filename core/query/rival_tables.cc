#include "core/query/rival_tables.h"

#include <algorithm>

namespace cifra {
namespace {

constexpr size_t kFew = 3;       // cells that may differ whatever agrees
constexpr size_t kAgreeing = 4;  // cells that agree for each that differs, where more do

std::pair<int64_t, int64_t> ordered(int64_t left, int64_t right) {
  return {std::min(left, right), std::max(left, right)};
}

}  // namespace

RivalTables::RivalTables(const Database& database, std::string_view key)
    : cells_(database.prepare("SELECT " + std::string(key) +
                              ", f.value FROM facts f JOIN fact_stems s ON s.fact = f.number "
                              "JOIN documents d ON d.id = f.document "
                              "WHERE f.table_id = ?1")) {}

void RivalTables::add(int64_t left, int64_t right) { ++differing_[ordered(left, right)]; }

const RivalTables::Cells& RivalTables::cells_of(int64_t table) {
  const auto [entry, fresh] = read_.try_emplace(table);
  if (!fresh) return entry->second;
  cells_.bind(1, table);
  while (cells_.step()) entry->second.emplace(cells_.text(0), cells_.text(1));
  cells_.reset();
  return entry->second;
}

bool RivalTables::are_of_two_things(int64_t left, int64_t right) {
  const auto tables = ordered(left, right);
  const size_t differing = differing_[tables];
  if (differing <= kFew) return false;
  if (left == right) return true;
  const auto [entry, fresh] = known_.try_emplace(tables);
  if (!fresh) return entry->second;
  const Cells &one = cells_of(left), &other = cells_of(right);
  const auto agreeing = static_cast<size_t>(std::ranges::count_if(one, [&](const auto& cell) {
    const auto same = other.find(cell.first);
    return same != other.end() && same->second == cell.second;
  }));
  return entry->second = agreeing < kAgreeing * differing;
}

}  // namespace cifra
