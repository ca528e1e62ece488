#include "core/query/surroundings.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/ascii_letters.h"
#include "core/text/is_any.h"
#include "core/text/span.h"
#include "core/text/utf8.h"

namespace cifra {
namespace {

// A figure's terms in the sentence.
struct TermPlace {
  size_t first = 0, last = 0;  // half-open
};

TermPlace place_of(const std::vector<Term>& terms, Span figure) {
  TermPlace place;
  while (place.first < terms.size() && terms[place.first].end <= figure.begin) ++place.first;
  place.last = place.first;
  while (place.last < terms.size() && terms[place.last].begin < figure.end) ++place.last;
  return place;
}

// "|dal 21,35%| al 28,71%", "a fronte dei |2.665|": the level before, given for comparison.
bool is_former_level(const std::vector<Term>& terms, Span mark, std::span<const Span> others) {
  static constexpr std::string_view kFrom[] = {"da",    "dal", "dallo", "dall",
                                               "dalla", "dai", "dalle"};
  static constexpr std::string_view kTo[] = {"a", "ad", "al", "allo", "all", "alla", "ai", "alle"};
  static constexpr std::string_view kAgainst[] = {"contro", "fronte", "rispetto"};
  const TermPlace own = place_of(terms, mark);
  for (size_t back = 1; back <= 3 && back <= own.first; ++back) {
    const std::string& word = terms[own.first - back].word;
    if (is_any(word, kAgainst)) return true;
    if (back != 1 || !is_any(word, kFrom)) continue;
    for (const Span& other : others) {
      const TermPlace next = place_of(terms, other);
      if (next.first <= own.last || next.first > own.last + 4) continue;
      if (is_any(terms[next.first - 1].word, kTo)) return true;
    }
  }
  return false;
}

// "famiglie con un Isee non superiore a |20.000| euro", "Comuni con più di |5.000| abitanti": a
// bound that says which ones are meant.
bool is_condition(const std::vector<Term>& terms, Span mark, std::span<const Span> others) {
  constexpr size_t kWordsBack = 7;
  static constexpr std::string_view kBounds[] = {"superiore", "inferiore", "fino",   "oltre",
                                                 "piu",       "meno",      "almeno", "sotto",
                                                 "sopra",     "massimo",   "minimo"};
  const TermPlace own = place_of(terms, mark);
  bool bounded = false;
  for (size_t back = 1; back <= kWordsBack && back <= own.first; ++back) {
    const Term& term = terms[own.first - back];
    const bool of_other = std::ranges::any_of(
        others, [&](Span other) { return term.begin < other.end && term.end > other.begin; });
    if (of_other) return false;
    const std::string& word = term.word;
    if (word == "con") return bounded;
    bounded = bounded || is_any(word, kBounds);
  }
  return false;
}

// How far along the sentence each term stands: a step a word that carries meaning, more for what
// parts clauses.
struct Ruler {
  std::vector<uint32_t> at;      // of terms[i], and of the end
  std::vector<uint32_t> clause;  // number of the clause of terms[i]

  Ruler(const std::vector<Term>& terms, std::string_view text) {
    constexpr uint32_t kMarkCost = 2, kClauseCost = 5, kAndCost = 1;
    uint32_t position = 0, number = 0;
    size_t edge = 0;
    for (const Term& term : terms) {
      for (size_t i = edge; i < term.begin; ++i) {
        const char c = text[i];
        // "50.000" and "1,65" part nothing.
        const bool in_number = i + 1 < text.size() && is_ascii_digit(text[i + 1]) && i > 0 &&
                               is_ascii_digit(text[i - 1]);
        if (in_number) continue;
        if (c == ',') position += kMarkCost;
        if (c == ';' || c == ':' || c == '(' || c == ')' || c == '.') {
          position += kClauseCost;
          ++number;
        }
      }
      // "nel minimo a 20 e nel massimo a 200": what follows "e" belongs to what comes next.
      if (term.word == "e" || term.word == "ed" || term.word == "o") position += kAndCost;
      at.push_back(position);
      clause.push_back(number);
      if (!term.function_word) ++position;
      edge = term.end;
    }
    at.push_back(position);
    clause.push_back(number);
  }

  uint32_t distance(size_t term, TermPlace figure) const {
    if (term >= figure.last) return at[term] - at[figure.last == 0 ? 0 : figure.last - 1];
    return at[figure.first] - at[term];
  }
};

// The words of the sentence as seen from the figure at `mark`.
std::vector<SentenceWord> sentence_words(const std::vector<Term>& terms, std::string_view text,
                                         Span mark, const std::vector<Span>& others) {
  constexpr uint32_t kFigureCost = 4;
  const Ruler ruler(terms, text);
  const TermPlace own = place_of(terms, mark);
  if (own.first == terms.size()) return {};
  std::vector<TermPlace> places;
  for (const Span& other : others) {
    // A level given for comparison takes no words from the one it is compared with.
    if (!is_former_level(terms, other, {&mark, 1})) places.push_back(place_of(terms, other));
  }
  std::vector<SentenceWord> words;
  for (size_t i = 0; i < terms.size(); ++i) {
    const bool in_figure = i >= own.first && i < own.last;
    if (terms[i].function_word || in_figure) continue;
    SentenceWord word{terms[i].stem, ruler.distance(i, own),
                      ruler.clause[i] == ruler.clause[own.first], true};
    const uint32_t bare = word.distance;
    for (const TermPlace& other : places) {
      if (ruler.distance(i, other) < bare) word.nearest = false;
      const bool between = i < own.first ? other.first > i && other.last <= own.first
                                         : other.first >= own.last && other.last <= i;
      if (between) word.distance += kFigureCost;
    }
    words.push_back(std::move(word));
  }
  return words;
}

// "CASI CONFERMATI / |DECEDUTI|": the head right above the cell.
std::string_view innermost(std::string_view heads) {
  constexpr std::string_view kParted = " / ";
  const size_t at = heads.rfind(kParted);
  return at == std::string_view::npos ? heads : heads.substr(at + kParted.size());
}

std::vector<Span> other_figures(Statement& others, const Candidate& candidate,
                                std::string_view text) {
  std::vector<Span> spans;
  others.bind(1, candidate.passage).bind(2, candidate.fact);
  while (others.step() && spans.size() < 40) {
    spans.push_back({bytes_of_code_points(text, others.integer(0)),
                     bytes_of_code_points(text, others.integer(1))});
  }
  others.reset();
  return spans;
}

}  // namespace

SurroundingReader::SurroundingReader(const Database& database, const Stemmer& stemmer)
    : stemmer_(stemmer),
      passage_(database.prepare("SELECT p.text, f.begin - p.begin, f.\"end\" - p.begin, "
                                "coalesce(f.column_head, '') FROM facts f JOIN passages p "
                                "ON p.id = f.passage WHERE f.number = ?1")),
      others_(database.prepare("SELECT f.begin - p.begin, f.\"end\" - p.begin FROM facts f JOIN "
                               "passages p ON p.id = f.passage WHERE f.passage = ?1 AND "
                               "f.number <> ?2")),
      neighbours_(database.prepare("SELECT stems, id < ?1 FROM passages WHERE id BETWEEN ?1 - 2 "
                                   "AND ?1 + 1 AND id <> ?1 AND document = ?2")) {}

Surrounding SurroundingReader::read(const Candidate& candidate) {
  Surrounding around;
  if (candidate.passage == 0) return around;
  passage_.bind(1, candidate.fact);
  if (passage_.step()) {
    const std::string text = passage_.text(0);
    const Span mark{bytes_of_code_points(text, passage_.integer(1)),
                    bytes_of_code_points(text, passage_.integer(2))};
    const std::vector<Span> others = other_figures(others_, candidate, text);
    const std::vector<Term> terms = stemmer_.terms(text);
    around.words = sentence_words(terms, text, mark, others);
    around.tells_which = is_condition(terms, mark, others);
    around.own_head_stems = stemmer_.stems(innermost(passage_.view(3)));
    around.former_level = is_former_level(terms, mark, others);
  }
  passage_.reset();
  neighbours_.bind(1, candidate.passage).bind(2, candidate.document);
  while (neighbours_.step()) {
    std::string& stems = neighbours_.integer(1) != 0 ? around.before_stems : around.after_stems;
    stems.append(neighbours_.view(0)).append(1, ' ');
  }
  neighbours_.reset();
  return around;
}

}  // namespace cifra
