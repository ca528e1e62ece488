// Facts of one thing whose values differ beyond hedges and rounding, between documents or inside
// one. What groups them is done by the database, so that a store of a million facts is walked once.
//
// Cannot do: know that two names are of one thing. Facts are compared only when subject, heads,
// place, time, rate and unit are said alike.

#include <algorithm>
#include <map>
#include <string>
#include <unordered_set>
#include <utility>

#include "core/query/conflict_finding.h"
#include "core/text/stems.h"

namespace cifra {
namespace {

// Values of one document under one key beyond which its subject names no single thing.
constexpr size_t kMostValues = 2;
constexpr size_t kFewestWords = 4;     // of a sentence that says what it speaks of
constexpr size_t kMostCompared = 200;  // facts of one key

struct Stated {
  int64_t number = 0, document = 0, source = 0, passage = 0;
  std::string key;
  std::string time_from, time_to;
  std::string subject, sentence;  // stems
  std::string headings;
  Quantity quantity;
  std::string whole;
  bool cell = false;
  int64_t table = 0;
  bool own_time = false;  // said beside it
};

struct ValueFinding {
  ConflictFinding finding;
  std::pair<int64_t, int64_t> tables;  // of its two facts; 0 for sentences
};

using Stems = std::unordered_set<std::string>;

bool is_word(std::string_view stem) {
  return std::ranges::none_of(stem, [](char c) { return c >= '0' && c <= '9'; });
}

Stems words_in(std::string_view stems) {
  Stems words;
  for_each_stem(stems, [&](std::string_view stem) {
    if (is_word(stem)) words.emplace(stem);
  });
  return words;
}

// How much of the shorter sentence the longer one says: 0 … 1.
double shared(const Stems& left, const Stems& right) {
  if (left.empty() || right.empty()) return 0;
  const auto common = static_cast<double>(
      std::ranges::count_if(left, [&](const std::string& word) { return right.contains(word); }));
  return common / static_cast<double>(std::min(left.size(), right.size()));
}

// Whether the words around two figures say that both measure one thing. A longer subject says more
// by itself; a single noun ("Comuni") needs sentences that are nearly the same.
bool same_thing(const Stated& left, const Stated& right) {
  if (left.cell != right.cell) return false;
  const Stems subject = words_in(left.subject);
  const bool one_document = left.document == right.document;
  // Subject and heads are equal; but each table of a document has its total.
  if (left.cell) return !one_document || !subject.contains("total");
  // "In particolare": two sentences of one document need a subject to be of one thing.
  if (one_document && subject.size() < 2) return false;
  // A heading's or title's time is of the whole text: two sentences of one document are told apart
  // by more than it, so only what documents say of each other counts.
  if ((!left.own_time || !right.own_time) && left.document == right.document) return false;
  // Under two headings one document speaks of two things.
  if (left.document == right.document && left.headings != right.headings) return false;
  const Stems one = words_in(left.sentence), other = words_in(right.sentence);
  if (std::min(one.size(), other.size()) < kFewestWords) return false;
  const size_t words = subject.size();
  const double needed = words >= 4 ? 0.4 : words >= 3 ? 0.5 : words == 2 ? 0.6 : 0.8;
  return shared(one, other) >= needed;
}

bool same_time(const Stated& left, const Stated& right) {
  return left.time_from == right.time_from && left.time_to == right.time_to;
}

size_t values_of(const std::vector<Stated>& group, int64_t source) {
  std::unordered_set<std::string> values;
  for (const Stated& fact : group) {
    if (fact.source == source) values.insert(fact.quantity.value.to_string());
  }
  return values.size();
}

bool differ(const Stated& left, const Stated& right) {
  if (left.whole != right.whole || left.quantity.value == right.quantity.value) return false;
  return contradict(left.quantity, right.quantity);
}

std::string said(const Quantity& quantity) {
  std::string words;
  if (quantity.approximation != Approximation::kNone) {
    words = std::string(name_of(quantity.approximation)) + " ";
  }
  words += quantity.value.to_string();
  if (quantity.high) words += "–" + quantity.high->to_string();
  return quantity.unit.empty() ? words : words + " " + quantity.unit;
}

// Two tables that differ in cell after cell are of two times or two things, whatever their heads
// say: a contradiction is an exception among what agrees.
void drop_other_tables(std::vector<ValueFinding>& found, std::vector<ConflictFinding>& findings) {
  constexpr size_t kMostCells = 3;
  std::map<std::pair<int64_t, int64_t>, size_t> cells;
  for (const ValueFinding& finding : found) ++cells[finding.tables];
  for (ValueFinding& finding : found) {
    const bool of_tables = finding.tables.first != 0;
    if (of_tables && cells.at(finding.tables) > kMostCells) continue;
    findings.push_back(std::move(finding.finding));
  }
}

void compare_group(const std::vector<Stated>& group, std::optional<int64_t> document,
                   std::vector<ValueFinding>& findings) {
  if (group.size() < 2 || group.size() > kMostCompared) return;
  std::unordered_set<std::string> told;  // a pair of sources is told of a value once
  for (size_t i = 0; i < group.size(); ++i) {
    for (size_t j = i + 1; j < group.size(); ++j) {
      const Stated &left = group[i], &right = group[j];
      if (document && left.document != *document && right.document != *document) continue;
      // Figures told in one sentence are told apart by it.
      if (left.passage == right.passage || !same_time(left, right) || !differ(left, right) ||
          !same_thing(left, right)) {
        continue;
      }
      if (left.source == right.source && left.document != right.document) continue;  // copies
      if (values_of(group, left.source) > kMostValues ||
          values_of(group, right.source) > kMostValues) {
        continue;
      }
      const std::string pair = std::to_string(left.source) + ' ' + left.quantity.value.to_string() +
                               ' ' + std::to_string(right.source) + ' ' +
                               right.quantity.value.to_string();
      if (!told.insert(pair).second) continue;
      findings.push_back(
          {{ConflictKind::kValues,
            said(left.quantity) + " and " + said(right.quantity) + " of one thing at one time" +
                (left.document == right.document ? ", in one document" : ""),
            {left.number, right.number}},
           {left.table, right.table}});
    }
  }
}

}  // namespace

void find_value_conflicts(const Database& database, std::optional<int64_t> document,
                          std::vector<ConflictFinding>& findings) {
  // Keys under which values differ at all, then their facts. A fact's own time counts, stated
  // beside it; one inherited from a title is of the document and not of the figure. A cell needs
  // both its heads: many tables have a "Totale".
  const std::string key =
      "s.subject || '|' || s.heads || '|' || coalesce(f.place, '') || '|' || "
      "coalesce(f.per, '') || '|' || coalesce(f.change, '') || '|' || coalesce(f.nature, '') || "
      "'|' || coalesce(f.time, '') || '|' || (f.unit IS NULL) || '|' || coalesce(f.row_head, '') "
      "|| '|' || coalesce(f.column_head, '')";
  const std::string from =
      " FROM facts f JOIN fact_stems s ON s.fact = f.number JOIN documents d ON d.id = f.document "
      "WHERE d.state = 'current' AND (f.time_source = 'stated' OR (f.time_source IN ('heading', "
      "'title') "
      "AND f.table_id IS NULL)) AND s.subject <> '' AND "
      "f.kind NOT IN ('multiple', 'duration') AND (f.table_id IS NULL OR (f.row_head IS NOT NULL "
      "AND f.column_head IS NOT NULL))";
  Statement rows = database.prepare(
      "WITH keyed AS MATERIALIZED (SELECT f.number AS number, f.value AS value, " + key +
      " AS key" + from +
      "), several AS (SELECT key FROM keyed GROUP BY key HAVING min(value) <> max(value)) "
      "SELECT k.key, f.number, f.document, d.copy_group, coalesce(f.passage, -f.number), "
      "coalesce(f.time_from, ''), coalesce(f.time_to, ''), s.subject, coalesce(p.stems, ''), "
      "f.table_id IS NOT NULL, coalesce(f.whole, ''), "
      "coalesce(p.headings, ''), coalesce(f.table_id, 0), f.time_source = 'stated', " +
      std::string(kQuantityColumns) +
      " FROM several v JOIN keyed k ON k.key = v.key JOIN facts f ON f.number = k.number "
      "JOIN fact_stems s ON s.fact = f.number JOIN documents d ON d.id = f.document "
      "LEFT JOIN passages p ON p.id = f.passage ORDER BY k.key, f.document, f.begin");
  std::vector<Stated> group;
  std::vector<ValueFinding> found;
  while (rows.step()) {
    if (!group.empty() && group.back().key != rows.view(0)) {
      compare_group(group, document, found);
      group.clear();
    }
    Stated fact;
    fact.key = rows.text(0);
    fact.number = rows.integer(1);
    fact.document = rows.integer(2);
    fact.source = rows.integer(3);
    fact.passage = rows.integer(4);
    fact.time_from = rows.text(5);
    fact.time_to = rows.text(6);
    fact.subject = rows.text(7);
    fact.sentence = rows.text(8);
    fact.cell = rows.integer(9) != 0;
    fact.whole = rows.text(10);
    fact.headings = rows.text(11);
    fact.table = rows.integer(12);
    fact.own_time = rows.integer(13) != 0;
    fact.quantity = quantity_in(rows, 14);
    group.push_back(std::move(fact));
  }
  compare_group(group, document, found);
  drop_other_tables(found, findings);
}

}  // namespace cifra
