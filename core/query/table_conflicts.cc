// Totals of tables that their parts do not make (core/tables finds them), as facts of the store.

#include <algorithm>
#include <span>
#include <stdexcept>

#include "core/query/conflict_finding.h"
#include "core/query/interval.h"
#include "core/tables/table_values.h"
#include "core/text/utf8.h"

namespace cifra {
namespace {

constexpr size_t kShownParts = 6;  // spelled out in the reason; more are counted

struct CellFact {
  int64_t number = 0;
  Quantity quantity;
};

class CellFacts {
 public:
  CellFacts(const Database& database, int64_t document, const Document& read)
      : document_(document),
        counter_(read.text),
        fact_(database.prepare("SELECT f.number, " + std::string(kQuantityColumns) +
                               " FROM facts f WHERE f.document = ?1 AND f.begin >= ?2 AND "
                               "f.begin < ?3 LIMIT 1")) {}

  // The fact that stands in a cell.
  std::optional<CellFact> of(const Cell& cell) {
    fact_.reset();
    fact_.bind(1, document_)
        .bind(2, int64_t{counter_.at(cell.span.begin)})
        .bind(3, int64_t{counter_.at(cell.span.end)});
    if (!fact_.step()) return std::nullopt;
    return CellFact{fact_.integer(0), quantity_in(fact_, 1)};
  }

 private:
  int64_t document_;
  CodePointCounter counter_;
  Statement fact_;
};

// Scaled numbers, amounts and percentages are rounded where they are printed; things counted are
// not.
bool within_rounding(const std::vector<CellFact>& cells) {
  std::optional<Allowed> added;
  const Quantity& total = cells.back().quantity;
  if (counted_exactly(total)) return false;
  for (size_t i = 0; i + 1 < cells.size(); ++i) {
    const auto part = allowed(cells[i].quantity);
    if (!part) return true;
    added = added ? sum(*added, *part) : *part;
  }
  const auto stated = allowed(total);
  return !added || !stated || !disjoint(*added, *stated);
}

// A "total" among its parts is a mean of them, whatever its head says; below all it is a misprint.
bool is_among_parts(const std::vector<CellFact>& cells) {
  const Value& total = cells.back().quantity.value;
  const auto value = [](const CellFact& cell) { return cell.quantity.value; };
  const auto parts = std::span(cells).first(cells.size() - 1);
  const bool negative = std::ranges::any_of(
      cells, [](const CellFact& cell) { return cell.quantity.value.numerator.is_negative(); });
  return !negative && !(total < value(*std::ranges::min_element(parts, {}, value))) &&
         total < value(*std::ranges::max_element(parts, {}, value));
}

// Whether in another row, whose total holds, the cell of this column is a part that adds something.
bool is_part_elsewhere(const Document& document, const Table& table, uint32_t column,
                       const std::vector<SumCheck>& checks) {
  const auto adds = [&](uint32_t part) {
    const Cell& cell = table.cells[part];
    return cell.column == column &&
           document.of(cell.span).find_first_of("123456789") != std::string_view::npos;
  };
  return std::ranges::any_of(checks, [&](const SumCheck& other) {
    return other.holds && table.cells[other.parts.front()].row == table.cells[other.total].row &&
           std::ranges::any_of(other.parts, adds);
  });
}

// A column told beside those it is a part of ("di cui", "nuovi ingressi") is none of the parts of a
// row's total: without it the sum holds.
bool holds_without_one(const Document& document, const Table& table, const SumCheck& check,
                       const std::vector<CellFact>& cells, const std::vector<SumCheck>& checks) {
  if (table.cells[check.parts.front()].row != table.cells[check.total].row) return false;
  const auto over = check.sum.minus(check.stated);
  if (!over) return false;
  for (size_t i = 0; i < check.parts.size(); ++i) {
    if (cells[i].quantity.value == Value{*over} &&
        !is_part_elsewhere(document, table, table.cells[check.parts[i]].column, checks)) {
      return true;
    }
  }
  return false;
}

// Percentages add up only to a hundred; changes in percent do not add up.
bool adds_up_at_all(const Quantity& total) {
  return total.kind != Kind::kPercent ||
         (total.change == Change::kNone && total.value == Value{Decimal(100)});
}

std::string reason(const Document& document, const Table& table, const SumCheck& check) {
  std::string words;
  if (check.parts.size() > kShownParts) {
    words = "its " + std::to_string(check.parts.size()) + " parts add up to ";
  } else {
    for (const uint32_t part : check.parts) {
      if (!words.empty()) words += " + ";
      words += document.of(table.cells[part].span);
    }
    words += " = ";
  }
  return words + check.sum.to_string() + ", and not " + check.stated.to_string();
}

void check_table(const Document& document, uint32_t number, CellFacts& facts,
                 std::vector<ConflictFinding>& findings) {
  const TableView view(document, number);
  const Table& table = document.tables[number];
  const TableValues values = read_values(view);
  for (const SumCheck& check : values.sums) {
    if (check.holds) continue;
    std::vector<CellFact> cells;
    for (const uint32_t part : check.parts) {
      if (auto fact = facts.of(table.cells[part])) cells.push_back(*fact);
    }
    // A part that is no fact was read as no figure: nobody knows what it adds.
    const auto total = facts.of(table.cells[check.total]);
    if (!total || cells.size() != check.parts.size()) continue;
    cells.push_back(*total);
    if (!adds_up_at_all(total->quantity) ||
        holds_without_one(document, table, check, cells, values.sums) || is_among_parts(cells) ||
        within_rounding(cells)) {
      continue;
    }
    ConflictFinding finding{ConflictKind::kSum, reason(document, table, check), {}};
    for (const CellFact& cell : cells) finding.facts.push_back(cell.number);
    findings.push_back(std::move(finding));
  }
}

std::string name_of_document(const Database& database, int64_t document) {
  Statement place = database.prepare(
      "SELECT root || '/' || path FROM locations WHERE document = ?1 ORDER BY missing, id LIMIT 1");
  place.bind(1, document);
  return place.step() ? place.text(0) : "document " + std::to_string(document);
}

}  // namespace

void find_table_conflicts(const Database& database, std::optional<int64_t> document,
                          std::vector<ConflictFinding>& findings,
                          std::vector<std::string>& unread) {
  Statement documents = database.prepare(
      std::string("SELECT DISTINCT t.document FROM tables t JOIN documents d ON d.id = t.document "
                  "WHERE d.state = 'current'") +
      (document ? " AND t.document = ?1" : "") + " ORDER BY 1");
  if (document) documents.bind(1, *document);
  while (documents.step()) {
    const int64_t id = documents.integer(0);
    Document read;
    try {
      read = read_archive(database, id);
    } catch (const std::runtime_error& error) {  // damaged bytes cost their own document
      unread.push_back(name_of_document(database, id) + ": its tables were not checked, " +
                       error.what() + "; `cifra ingest` of its file may mend it");
      continue;
    }
    CellFacts facts(database, id, read);
    for (uint32_t table = 0; table < read.tables.size(); ++table) {
      check_table(read, table, facts, findings);
    }
  }
}

}  // namespace cifra
