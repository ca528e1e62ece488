#include "core/query/search.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "core/query/surroundings.h"
#include "core/query/term_match.h"

namespace cifra {
namespace {

constexpr size_t kFinalists = 150;  // candidates whose sentences are looked at word by word

std::string json_list(const std::vector<int64_t>& numbers) {
  std::string list(1, '[');
  for (int64_t number : numbers) {
    if (list.size() > 1) list += ',';
    list += std::to_string(number);
  }
  list += ']';
  return list;
}

struct Pool {
  std::vector<Candidate> candidates;
  std::unordered_map<int64_t, DocumentWords> documents;
};

// From sums of how strongly candidates say each term to how well it tells them apart.
void weigh_telling(DocumentWords& words) {
  double sum = 0;
  for (double& said : words.telling) {
    said = said == 0 ? 0 : std::log((1.5 + static_cast<double>(words.candidates)) / (0.5 + said));
    sum += said = std::max(said, 0.0);
  }
  for (double& weight : words.telling) weight = sum > 0 ? weight / sum : 0;
}

// Looks at what stands beside each candidate in its passage: a figure that counts what is asked for
// leaves nothing to count for the others, and of two that say the same the exact one answers.
void compare_neighbours(const Question& question, std::vector<Candidate>& candidates) {
  constexpr double kCounts = 0.9, kRounding = 0.06;
  const auto noun = std::ranges::find_if(question.terms, &QuestionTerm::asked_noun);
  std::unordered_map<int64_t, std::vector<Candidate*>> passages;
  for (Candidate& candidate : candidates) {
    if (candidate.passage != 0) passages[candidate.passage].push_back(&candidate);
  }
  for (auto& [id, beside] : passages) {
    for (Candidate* one : beside) {
      for (const Candidate* other : beside) {
        if (one == other) continue;
        if (noun != question.terms.end() && !other->counted_stems.empty() &&
            strength_in(*noun, head_of(other->counted_stems)) >= kCounts) {
          one->noun_elsewhere = true;
        }
        const bool rounded = !one->approximation.empty() && other->approximation.empty();
        if (rounded && one->unit == other->unit && one->change == other->change &&
            std::abs(one->real - other->real) <= kRounding * std::abs(other->real)) {
          one->restated = true;
        }
      }
    }
  }
}

// 0 for the oldest of the documents, 1 for the latest.
void date_documents(std::unordered_map<int64_t, DocumentWords>& documents) {
  std::vector<std::string> dates;
  for (const auto& [id, words] : documents) {
    if (!words.published_on.empty()) dates.push_back(words.published_on);
  }
  std::ranges::sort(dates);
  const auto repeated = std::ranges::unique(dates);
  dates.erase(repeated.begin(), repeated.end());
  if (dates.size() < 2) return;
  for (auto& [id, words] : documents) {
    const auto at = std::ranges::lower_bound(dates, words.published_on) - dates.begin();
    words.recency = static_cast<double>(at) / static_cast<double>(dates.size() - 1);
  }
}

Pool load(const Database& database, const Question& question, const Stemmer& stemmer,
          const std::vector<int64_t>& facts) {
  Statement read = database.prepare(
      "SELECT f.number, coalesce(f.passage, 0), f.document, f.kind, coalesce(f.unit, ''), "
      "coalesce(f.change, ''), coalesce(f.nature, ''), coalesce(f.place, ''), "
      "coalesce(f.time, ''), coalesce(f.time_source, ''), coalesce(f.time_from, ''), "
      "coalesce(f.time_to, ''), f.value, f.confidence, s.subject, s.counted, s.heads, "
      "coalesce(p.stems, ''), coalesce(p.heading_stems, ''), coalesce(f.approximation, ''), "
      "coalesce(f.whole, ''), coalesce(f.high, ''), f.value_real FROM json_each(?1) j "
      "JOIN facts f ON f.number = j.value JOIN fact_stems s ON s.fact = f.number "
      "LEFT JOIN passages p ON p.id = f.passage");
  read.bind(1, json_list(facts));
  Pool pool;
  pool.candidates.reserve(facts.size());
  while (read.step()) {
    Candidate row;
    row.fact = read.integer(0);
    row.passage = read.integer(1);
    row.document = read.integer(2);
    std::string* const texts[] = {&row.kind,    &row.unit, &row.change,      &row.nature,
                                  &row.place,   &row.time, &row.time_source, &row.time_from,
                                  &row.time_to, &row.value};
    for (int i = 0; i < 10; ++i) *texts[i] = read.text(3 + i);
    row.confidence = read.real(13);
    std::string* const stems[] = {&row.subject_stems, &row.counted_stems, &row.head_stems,
                                  &row.sentence_stems, &row.heading_stems};
    for (int i = 0; i < 5; ++i) *stems[i] = read.text(14 + i);
    row.approximation = read.text(19);
    row.whole = read.text(20);
    row.high = read.text(21);
    row.real = read.real(22);
    pool.candidates.push_back(std::move(row));
  }
  Statement title = database.prepare(
      "SELECT title_stems, coalesce(issuer, ''), coalesce(published_on, ''), "
      "(SELECT min(id) FROM passages WHERE document = ?1) FROM documents WHERE id = ?1");
  for (Candidate& candidate : pool.candidates) {
    auto [found, is_new] = pool.documents.try_emplace(candidate.document);
    DocumentWords& words = found->second;
    if (is_new) {
      title.bind(1, candidate.document);
      if (title.step()) {
        words.stems = title.text(0) + ' ' + stemmer.stems(title.view(1));
        words.published_on = title.text(2);
        words.first_passage = title.integer(3);
      }
      title.reset();
      words.matched = term_strengths(question, words.stems);
    }
    candidate.order = std::max<int64_t>(0, candidate.passage - words.first_passage);
    const std::vector<double> said =
        term_strengths(question, candidate.sentence_stems + ' ' + candidate.subject_stems + ' ' +
                                     candidate.heading_stems);
    for (size_t i = 0; i < said.size(); ++i) words.matched[i] = std::max(words.matched[i], said[i]);
    words.telling.resize(said.size());
    for (size_t i = 0; i < said.size(); ++i) words.telling[i] += said[i];
    ++words.candidates;
  }
  for (auto& [id, words] : pool.documents) weigh_telling(words);
  compare_neighbours(question, pool.candidates);
  date_documents(pool.documents);
  return pool;
}

using RankedCandidates = std::vector<std::pair<SearchHit, const Candidate*>>;

// "chi ha fino a 20.000 euro riceve 60 euro, chi fino a 50.000 ne riceve 25": a condition goes with
// the figure that stands nearest to it.
void share_conditions(RankedCandidates& ranked) {
  constexpr auto kAt = static_cast<size_t>(Feature::kCondition);
  std::unordered_map<int64_t, double> nearest;
  for (const auto& [hit, candidate] : ranked) {
    const bool itself = hit.features[static_cast<size_t>(Feature::kEcho)] > 0;
    double& best = nearest[candidate->passage];
    if (!itself) best = std::max(best, hit.features[kAt]);
  }
  for (auto& [hit, candidate] : ranked) {
    if (hit.features[kAt] < nearest[candidate->passage]) hit.features[kAt] = 0;
  }
}

}  // namespace

std::vector<SearchHit> search(const Database& database, const Question& question,
                              const Stemmer& stemmer, const SearchFilter& filter) {
  const CandidateFacts found = candidate_facts(database, question, filter);
  const std::vector<double>& weights = found.term_weights;
  const Pool pool = load(database, question, stemmer, found.facts);

  const auto better = [](const SearchHit& a, const SearchHit& b) {
    return a.score != b.score ? a.score > b.score : a.fact < b.fact;
  };
  RankedCandidates ranked;
  for (const Candidate& candidate : pool.candidates) {
    SearchHit hit{
        candidate.fact, 0,
        features_of(question, weights, candidate, pool.documents.at(candidate.document), {})};
    hit.score = score_of(hit.features);
    ranked.emplace_back(hit, &candidate);
  }
  const auto by_score = [&](const auto& a, const auto& b) { return better(a.first, b.first); };
  std::ranges::sort(ranked, by_score);
  ranked.resize(std::min(ranked.size(), std::max(kFinalists, filter.limit)));
  SurroundingReader reader(database, stemmer);
  for (auto& [hit, candidate] : ranked) {
    hit.features = features_of(question, weights, *candidate,
                               pool.documents.at(candidate->document), reader.read(*candidate));
  }
  share_conditions(ranked);
  for (auto& [hit, candidate] : ranked) hit.score = score_of(hit.features);
  std::ranges::sort(ranked, by_score);
  std::vector<SearchHit> hits;
  for (const auto& [hit, candidate] : ranked) {
    if (hits.size() == filter.limit) break;
    hits.push_back(hit);
  }
  return hits;
}

}  // namespace cifra
