// Facts of one thing whose values differ beyond hedges and rounding, between documents or inside
// one: one finding a thing, with each value once a source. The database brings together what is
// said alike; only keys under which values differ are looked at.
//
// Cannot do: know that two names are of one thing. Facts are compared only when subject, heads,
// place, time, rate and unit are said alike, and are not where more than kMostCompared are: such a
// name is of no single thing.

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <span>
#include <string>
#include <utility>

#include "core/query/conflict_finding.h"
#include "core/query/rival_tables.h"
#include "core/text/ascii_letters.h"
#include "core/text/stems.h"

namespace cifra {
namespace {

// Values of one source under one key beyond which its subject names no single thing.
constexpr size_t kMostValues = 2;
constexpr size_t kFewestWords = 4;     // of a sentence that says what it speaks of
constexpr size_t kMostCompared = 200;  // facts of one key
constexpr size_t kShownValues = 6;     // spelled out in the reason; more are counted

using Stems = std::vector<std::string>;  // sorted, each once

struct Stated {
  int64_t number = 0, document = 0, source = 0, passage = 0, begin = 0;
  std::string key;
  std::string time_from, time_to;
  Stems subject, sentence;
  std::string headings;
  Quantity quantity;
  std::string whole;
  bool cell = false;
  int64_t table = 0;
  bool own_time = false;  // said beside it
};
using Group = std::vector<Stated>;  // of one key, in text order

struct Pair {
  size_t left = 0, right = 0;  // of a group
};

Stems words_in(std::string_view stems) {
  Stems words;
  for_each_stem(stems, [&](std::string_view stem) {
    const bool word = std::ranges::none_of(stem, is_ascii_digit);
    if (word) words.emplace_back(stem);
  });
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

// How much of the shorter sentence the longer one says: 0 … 1.
double shared(const Stems& left, const Stems& right) {
  if (left.empty() || right.empty()) return 0;
  size_t common = 0;
  for (auto a = left.begin(), b = right.begin(); a != left.end() && b != right.end();) {
    const int order = a->compare(*b);
    if (order == 0) ++common;
    if (order <= 0) ++a;
    if (order >= 0) ++b;
  }
  return static_cast<double>(common) / static_cast<double>(std::min(left.size(), right.size()));
}

// Whether the words around two figures say that both measure one thing. A longer subject says more
// by itself; a single noun ("Comuni") needs sentences that are nearly the same.
bool same_thing(const Stated& left, const Stated& right) {
  if (left.cell != right.cell) return false;
  const bool one_document = left.document == right.document;
  // Subject and heads are equal; but each table of a document has its total.
  if (left.cell) return !one_document || !std::ranges::binary_search(left.subject, "total");
  const size_t words = left.subject.size();
  if (one_document) {
    // "In particolare": two sentences of one document need a subject to be of one thing. A
    // heading's or title's time is of the whole text: they are told apart by more than it. And
    // under two headings one document speaks of two things.
    if (words < 2 || !left.own_time || !right.own_time || left.headings != right.headings) {
      return false;
    }
  }
  if (std::min(left.sentence.size(), right.sentence.size()) < kFewestWords) return false;
  const double needed = words >= 4 ? 0.4 : words >= 3 ? 0.5 : words == 2 ? 0.6 : 0.8;
  return shared(left.sentence, right.sentence) >= needed;
}

bool same_time(const Stated& left, const Stated& right) {
  return left.time_from == right.time_from && left.time_to == right.time_to;
}

bool are_rivals(const Stated& left, const Stated& right) {
  // Figures told in one sentence are told apart by it, and copies say the same once more.
  const bool copies = left.source == right.source && left.document != right.document;
  return left.passage != right.passage && !copies && same_time(left, right) &&
         left.whole == right.whole && left.quantity.value != right.quantity.value &&
         same_thing(left, right) && contradict(left.quantity, right.quantity);
}

// Leaves out the sources that say so many values that they must be of several things.
void drop_sources_of_many(Group& group) {
  std::map<int64_t, std::set<std::string>> values;
  for (const Stated& fact : group) values[fact.source].insert(fact.quantity.value.to_string());
  std::erase_if(group,
                [&](const Stated& fact) { return values.at(fact.source).size() > kMostValues; });
}

// Sets of facts that a chain of contradictions joins.
class Chains {
 public:
  explicit Chains(size_t size) : next_(size) { std::iota(next_.begin(), next_.end(), size_t{0}); }

  void join(size_t left, size_t right) { next_[last(right)] = last(left); }
  size_t last(size_t at) {
    while (next_[at] != at) at = next_[at] = next_[next_[at]];
    return at;
  }

 private:
  std::vector<size_t> next_;
};

// Of sentences enough pairs to join what contradicts; of cells all, since they are counted.
std::vector<Pair> rivals_in(const Group& group) {
  std::vector<Pair> pairs;
  Chains chains(group.size());
  for (size_t i = 0; i < group.size(); ++i) {
    for (size_t j = i + 1; j < group.size(); ++j) {
      if (!group[i].cell && chains.last(i) == chains.last(j)) continue;
      if (!are_rivals(group[i], group[j])) continue;
      pairs.push_back({i, j});
      chains.join(i, j);
    }
  }
  return pairs;
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

// "12, 14 and 20 of one thing at one time, in one document"
std::string reason(const std::vector<const Stated*>& facts) {
  std::vector<std::string> values;
  for (const Stated* fact : facts) {
    std::string value = said(fact->quantity);
    if (std::ranges::find(values, value) == values.end()) values.push_back(std::move(value));
  }
  const size_t shown = values.size() > kShownValues ? kShownValues : values.size();
  std::string words;
  for (size_t i = 0; i < shown; ++i) {
    const bool last = i + 1 == values.size();
    words += (i == 0 ? "" : last ? " and " : ", ") + values[i];
  }
  if (shown < values.size()) {
    words += " and " + std::to_string(values.size() - shown) + " more values";
  }
  words += " of one thing at one time";
  const bool one_document = std::ranges::all_of(
      facts, [&](const Stated* fact) { return fact->document == facts.front()->document; });
  return one_document ? words + ", in one document" : words;
}

class Teller {
 public:
  Teller(std::optional<int64_t> document, const std::function<void(ConflictFinding)>& tell)
      : document_(document), tell_(tell) {}

  // One finding for each set of facts that `pairs` join.
  void tell(const Group& group, const std::vector<Pair>& pairs) const {
    Chains chains(group.size());
    std::vector<bool> concerned(group.size());
    for (const Pair& pair : pairs) {
      chains.join(pair.left, pair.right);
      concerned[pair.left] = concerned[pair.right] = true;
    }
    std::map<size_t, std::vector<const Stated*>> sets;  // by their first fact
    std::map<size_t, size_t> first;
    for (size_t i = 0; i < group.size(); ++i) {
      if (concerned[i])
        sets[first.try_emplace(chains.last(i), i).first->second].push_back(&group[i]);
    }
    for (const auto& [_, facts] : sets) tell_set(facts);
  }

 private:
  void tell_set(const std::vector<const Stated*>& facts) const {
    const auto of_document = [&](const Stated* fact) { return fact->document == *document_; };
    if (document_ && std::ranges::none_of(facts, of_document)) return;
    ConflictFinding finding{ConflictKind::kValues, reason(facts), {}};
    std::set<std::pair<int64_t, std::string>> told;  // a source is told of a value once
    for (const Stated* fact : facts) {
      if (told.emplace(fact->source, fact->quantity.value.to_string()).second) {
        finding.facts.push_back(fact->number);
      }
    }
    tell_(std::move(finding));
  }

  std::optional<int64_t> document_;
  const std::function<void(ConflictFinding)>& tell_;
};

// A fact's own time counts, stated beside it, or that of its heading or title. A cell needs both
// its heads: many tables have a "Totale".
constexpr std::string_view kCompared =
    "d.state = 'current' AND (f.time_source = 'stated' OR (f.time_source IN ('heading', 'title') "
    "AND f.table_id IS NULL)) AND s.subject <> '' AND f.kind NOT IN ('multiple', 'duration') AND "
    "(f.table_id IS NULL OR (f.row_head IS NOT NULL AND f.column_head IS NOT NULL))";

constexpr std::string_view kKey =
    "s.subject || '|' || s.heads || '|' || coalesce(f.place, '') || '|' || coalesce(f.per, '') || "
    "'|' || coalesce(f.change, '') || '|' || coalesce(f.nature, '') || '|' || coalesce(f.time, '') "
    // "dal 1° marzo sono 28.726": up to when it was said
    "|| iif(f.time LIKE '%/..', coalesce(d.published_on, ''), '') || '|' || (f.unit IS NULL) || "
    "'|' || coalesce(f.row_head, '') || '|' || "
    "coalesce(f.column_head, '')";

class StatedReader {
 public:
  explicit StatedReader(const Database& database)
      : fact_(database.prepare(
            "SELECT f.document, d.copy_group, coalesce(f.passage, -f.number), "
            "coalesce(f.time_from, ''), coalesce(f.time_to, ''), s.subject, coalesce(p.stems, ''), "
            "f.table_id IS NOT NULL, coalesce(f.whole, ''), coalesce(p.headings, ''), "
            "coalesce(f.table_id, 0), f.time_source = 'stated', f.begin, " +
            std::string(kKey) + ", " + std::string(kQuantityColumns) +
            " FROM facts f JOIN fact_stems s ON s.fact = f.number JOIN documents d ON d.id = "
            "f.document LEFT JOIN passages p ON p.id = f.passage WHERE f.number = ?1")) {}

  std::optional<Stated> read(int64_t number) {
    fact_.reset();
    fact_.bind(1, number);
    if (!fact_.step()) return std::nullopt;
    Stated fact;
    fact.number = number;
    fact.document = fact_.integer(0);
    fact.source = fact_.integer(1);
    fact.passage = fact_.integer(2);
    fact.time_from = fact_.text(3);
    fact.time_to = fact_.text(4);
    fact.subject = words_in(fact_.view(5));
    fact.sentence = words_in(fact_.view(6));
    fact.cell = fact_.integer(7) != 0;
    fact.whole = fact_.text(8);
    fact.headings = fact_.text(9);
    fact.table = fact_.integer(10);
    fact.own_time = fact_.integer(11) != 0;
    fact.begin = fact_.integer(12);
    fact.key = fact_.text(13);
    fact.quantity = quantity_in(fact_, 14);
    return fact;
  }

 private:
  Statement fact_;
};

// A fact in short: a store may hold millions.
struct Keyed {
  size_t key = 0, value = 0;  // hashes
  int64_t number = 0;
};

// Calls `use` with the facts of each key under which values differ, in the order of their first.
void each_key(const Database& database, const std::function<void(Group)>& use) {
  std::vector<Keyed> facts;
  Statement rows = database.prepare(
      "SELECT " + std::string(kKey) +
      ", f.value, f.number FROM facts f JOIN fact_stems s ON s.fact = f.number JOIN documents d "
      "ON d.id = f.document WHERE " +
      std::string(kCompared));
  const std::hash<std::string_view> hash;
  while (rows.step()) facts.push_back({hash(rows.view(0)), hash(rows.view(1)), rows.integer(2)});
  std::ranges::sort(facts, {}, [](const Keyed& one) { return std::pair(one.key, one.number); });

  std::vector<std::span<const Keyed>> keys;
  for (size_t begin = 0, end = 0; begin < facts.size(); begin = end) {
    bool differ = false;
    for (; end < facts.size() && facts[end].key == facts[begin].key; ++end) {
      differ = differ || facts[end].value != facts[begin].value;
    }
    const bool few = end - begin <= kMostCompared;
    if (differ && few) keys.push_back(std::span(facts).subspan(begin, end - begin));
  }
  std::ranges::sort(keys, {}, [](std::span<const Keyed> key) { return key.front().number; });
  StatedReader reader(database);
  for (const std::span<const Keyed> key : keys) {
    std::map<std::string, Group> groups;  // several only where hashes are one by chance
    for (const Keyed& one : key) {
      if (auto fact = reader.read(one.number)) groups[fact->key].push_back(std::move(*fact));
    }
    for (auto& [_, group] : groups) {
      std::ranges::sort(group, {},
                        [](const Stated& fact) { return std::pair(fact.document, fact.begin); });
      use(std::move(group));
    }
  }
}

}  // namespace

void find_value_conflicts(const Database& database, std::optional<int64_t> document,
                          const std::function<void(ConflictFinding)>& tell) {
  struct Cells {
    Group group;
    std::vector<Pair> pairs;
  };
  const Teller teller(document, tell);
  RivalTables tables(database, kKey);
  std::vector<Cells> of_cells;  // decided when all are counted
  each_key(database, [&](Group group) {
    drop_sources_of_many(group);
    std::vector<Pair> pairs = rivals_in(group);
    if (pairs.empty()) return;
    if (group.front().table == 0) return teller.tell(group, pairs);
    for (const Pair& pair : pairs) tables.add(group[pair.left].table, group[pair.right].table);
    of_cells.push_back({std::move(group), std::move(pairs)});
  });
  for (Cells& cells : of_cells) {
    std::erase_if(cells.pairs, [&](const Pair& pair) {
      return tables.are_of_two_things(cells.group[pair.left].table, cells.group[pair.right].table);
    });
    teller.tell(cells.group, cells.pairs);
  }
}

}  // namespace cifra
