#include "core/query/candidates.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>
#include <utility>

namespace cifra {
namespace {

// How much a search looks at. Beyond these a store is too large for everything, and the rarest
// words decide.
constexpr int kCountCap = 2000;      // matches of a stem counted at most; more is "common"
constexpr size_t kCandidates = 900;  // facts ranked at all
constexpr int kTierLimit = 300;      // facts one query of the index may add

// A term as the index is asked for it.
struct IndexTerm {
  std::string query;    // "anpr" or ("comun" OR "municip")
  int64_t matches = 0;  // capped
  double weight = 0;
};

std::string index_word(std::string_view stem) {
  std::string result(1, '"');
  for (char c : stem) {
    if (c != '"') result += c;
  }
  result += '"';
  return result;
}

std::string index_query(const QuestionTerm& term) {
  std::string query;
  for (const TermVariant& variant : term.variants) {
    std::string all;
    for (const std::string& stem : variant.stems)
      all += (all.empty() ? "" : " AND ") + index_word(stem);
    query += (query.empty() ? "(" : " OR ") + (variant.stems.size() > 1 ? "(" + all + ")" : all);
  }
  return query + ")";
}

std::vector<IndexTerm> index_terms(const Database& database, const Question& question) {
  Statement count = database.prepare(
      "SELECT count(*) FROM (SELECT 1 FROM facts_fts WHERE facts_fts MATCH ?1 LIMIT ?2)");
  std::vector<IndexTerm> terms;
  for (const QuestionTerm& term : question.terms) {
    IndexTerm row;
    row.query = index_query(term);
    count.bind(1, index_word(term.stem)).bind(2, int64_t{kCountCap});
    if (count.step()) row.matches = count.integer(0);
    count.reset();
    // Rare words say more; the count of a common one is unknown, only that it is common.
    row.weight =
        term.weight * std::log(1 + 4.0 * kCountCap / (2.0 + static_cast<double>(row.matches)));
    if (row.matches == 0) row.weight *= 0.5;  // not a word of this store: it tells nothing apart
    terms.push_back(std::move(row));
  }
  return terms;
}

// What a filter leaves, as a condition on facts f and documents d; its texts are parameters from
// ?10 on.
struct FilterSql {
  std::string where = "d.state = 'current'";
  std::vector<std::string> texts;
  std::vector<double> numbers;

  explicit FilterSql(const SearchFilter& filter) {
    if (!filter.unit.empty()) add("f.unit = ", filter.unit);
    if (!filter.kind.empty()) add("f.kind = ", filter.kind);
    if (!filter.from.empty()) add("coalesce(f.time_to, '9999') >= ", filter.from);
    if (!filter.to.empty()) add("coalesce(f.time_from, '0000') <= ", filter.to);
    if (!filter.issuer.empty()) {
      where += " AND d.issuer LIKE '%' || ?" + parameter(filter.issuer) + " || '%'";
    }
    if (!filter.document.empty()) {
      const std::string name = parameter(filter.document);
      where += " AND (d.hash LIKE ?" + name +
               " || '%' OR EXISTS (SELECT 1 FROM locations l WHERE "
               "l.document = d.id AND l.root || '/' || l.path LIKE '%' || ?" +
               name + " || '%'))";
    }
    if (filter.minimum)
      where += " AND coalesce(f.high_real, f.value_real) >= " + bound(*filter.minimum);
    if (filter.maximum) where += " AND f.value_real <= " + bound(*filter.maximum);
  }

  void bind(Statement& statement) const {
    for (size_t i = 0; i < texts.size(); ++i) {
      statement.bind(static_cast<int>(kFirst + i), texts[i]);
    }
    for (size_t i = 0; i < numbers.size(); ++i) {
      statement.bind(static_cast<int>(kFirst + 10 + i), numbers[i]);
    }
  }

 private:
  static constexpr size_t kFirst = 10;

  std::string parameter(const std::string& text) {
    texts.push_back(text);
    return std::to_string(kFirst + texts.size() - 1);
  }
  std::string bound(double number) {
    numbers.push_back(number);
    return std::string(1, '?').append(std::to_string(kFirst + 10 + numbers.size() - 1));
  }
  void add(std::string_view condition, const std::string& text) {
    where += " AND ";
    where += condition;
    where += '?';
    where += parameter(text);
  }
};

class CandidateGatherer {
 public:
  CandidateGatherer(const Database& database, const FilterSql& filter,
                    std::vector<const IndexTerm*> terms)
      : find_(database.prepare("SELECT f.number FROM facts_fts "
                               "JOIN facts f ON f.number = facts_fts.rowid "
                               "JOIN documents d ON d.id = f.document "
                               "WHERE facts_fts MATCH ?1 AND " +
                               filter.where + " LIMIT ?2")),
        filter_(filter),
        terms_(std::move(terms)) {
    std::ranges::sort(
        terms_, [](const IndexTerm* a, const IndexTerm* b) { return a->matches < b->matches; });
  }

  // Facts that print a number that is sought.
  void add_number(const SoughtNumber& number) {
    for (const std::string& phrase : number.phrases) add("sentence : " + index_word(phrase));
  }

  // All terms together first, then leaving one out, then the rarest pairs, then single rare ones.
  std::vector<int64_t> gather() {
    for (size_t keep = terms_.size(); keep >= 3 && !full(); --keep) add_leading(keep);
    for (size_t i = 0; i < terms_.size() && !full(); ++i) add_without(i);
    for (size_t i = 0; i < terms_.size() && !full(); ++i) {
      for (size_t j = i + 1; j < terms_.size() && !full(); ++j) {
        add(terms_[i]->query + " AND " + terms_[j]->query);
      }
    }
    for (const IndexTerm* term : terms_) {
      if (!full()) add(term->query);
    }
    return std::move(found_);
  }

 private:
  bool full() const { return found_.size() >= kCandidates; }

  void add_leading(size_t count) {
    std::string query;
    for (size_t i = 0; i < count; ++i) query += (i == 0 ? "" : " AND ") + terms_[i]->query;
    add(query);
  }

  void add_without(size_t left_out) {
    std::string query;
    for (size_t i = 0; i < terms_.size(); ++i) {
      if (i != left_out) query += (query.empty() ? "" : " AND ") + terms_[i]->query;
    }
    if (!query.empty()) add(query);
  }

  void add(const std::string& query) {
    find_.bind(1, query).bind(2, int64_t{kTierLimit});
    filter_.bind(find_);  // a reset forgets what was bound
    while (find_.step()) {
      if (known_.insert(find_.integer(0)).second) found_.push_back(find_.integer(0));
    }
    find_.reset();
  }

  Statement find_;
  const FilterSql& filter_;
  std::vector<const IndexTerm*> terms_;
  std::vector<int64_t> found_;
  std::unordered_set<int64_t> known_;
};

std::vector<int64_t> facts_without_words(const Database& database, const FilterSql& filter) {
  Statement find =
      database.prepare("SELECT f.number FROM facts f JOIN documents d ON d.id = f.document WHERE " +
                       filter.where + " ORDER BY d.published_on DESC, f.number LIMIT ?2");
  filter.bind(find);
  find.bind(2, static_cast<int64_t>(kCandidates));
  std::vector<int64_t> facts;
  while (find.step()) facts.push_back(find.integer(0));
  return facts;
}

}  // namespace

CandidateFacts candidate_facts(const Database& database, const Question& question,
                               const SearchFilter& filter) {
  const FilterSql filter_sql(filter);
  const std::vector<IndexTerm> terms = index_terms(database, question);
  CandidateFacts result;
  double sum = 0;
  for (const IndexTerm& term : terms) sum += term.weight;
  std::vector<const IndexTerm*> asked;
  for (const IndexTerm& term : terms) {
    asked.push_back(&term);
    result.term_weights.push_back(sum > 0 ? term.weight / sum : 0);
  }
  if (terms.empty()) {
    result.facts = facts_without_words(database, filter_sql);
    return result;
  }
  CandidateGatherer gatherer(database, filter_sql, std::move(asked));
  if (question.bare) {
    for (const SoughtNumber& number : question.numbers) gatherer.add_number(number);
  }
  result.facts = gatherer.gather();
  return result;
}

}  // namespace cifra
