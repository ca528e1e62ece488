#include "core/query/surroundings.h"

#include <string>
#include <string_view>
#include <vector>

#include "core/text/span.h"

namespace cifra {
namespace {

size_t bytes_of(std::string_view text, int64_t code_points) {
  size_t at = 0;
  while (code_points > 0 && at < text.size()) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
    --code_points;
  }
  return at;
}

// The words to both sides of `mark`, with what stands between.
std::vector<SentenceWord> sentence_words(const Stemmer& stemmer, std::string_view text, Span mark,
                                         const std::vector<Span>& others) {
  constexpr uint32_t kMarkCost = 2, kClauseCost = 5, kFigureCost = 4;
  const std::vector<Term> terms = stemmer.terms(text);
  std::vector<SentenceWord> words;
  size_t first = 0;  // of the figure's own terms
  while (first < terms.size() && terms[first].end <= mark.begin) ++first;
  size_t last = first;
  while (last < terms.size() && terms[last].begin < mark.end) ++last;
  const auto walk = [&](size_t from, size_t to, int step) {
    uint32_t distance = 0;
    bool same_clause = true;
    size_t edge = step > 0 ? mark.end : mark.begin;
    for (size_t i = from; i != to; i += static_cast<size_t>(step)) {
      const size_t begin = step > 0 ? edge : terms[i].end;
      const size_t end = step > 0 ? terms[i].begin : edge;
      for (size_t at = begin; at < end && at < text.size(); ++at) {
        const char c = text[at];
        if (c == ',') distance += kMarkCost;
        if (c == ';' || c == ':' || c == '(' || c == ')' || c == '.') {
          distance += kClauseCost;
          same_clause = false;
        }
      }
      edge = step > 0 ? terms[i].end : terms[i].begin;
      for (const Span& other : others) {
        const bool entered = step > 0 ? other.begin == terms[i].begin : other.end == terms[i].end;
        if (entered) distance += kFigureCost;
      }
      if (terms[i].function_word) continue;
      words.push_back({terms[i].stem, distance, same_clause});
      ++distance;
    }
  };
  walk(last, terms.size(), 1);
  if (first > 0) walk(first - 1, static_cast<size_t>(-1), -1);
  return words;
}

std::vector<Span> other_figures(Statement& others, const Candidate& candidate,
                                std::string_view text) {
  std::vector<Span> spans;
  others.bind(1, candidate.passage).bind(2, candidate.fact);
  while (others.step() && spans.size() < 40) {
    spans.push_back({static_cast<uint32_t>(bytes_of(text, others.integer(0))),
                     static_cast<uint32_t>(bytes_of(text, others.integer(1)))});
  }
  others.reset();
  return spans;
}

}  // namespace

SurroundingReader::SurroundingReader(const Database& database, const Stemmer& stemmer)
    : stemmer_(stemmer),
      passage_(database.prepare("SELECT p.text, f.begin - p.begin, f.\"end\" - p.begin FROM facts "
                                "f JOIN passages p ON p.id = f.passage WHERE f.number = ?1")),
      others_(database.prepare("SELECT f.begin - p.begin, f.\"end\" - p.begin FROM facts f JOIN "
                               "passages p ON p.id = f.passage WHERE f.passage = ?1 AND "
                               "f.number <> ?2")),
      neighbours_(database.prepare("SELECT stems FROM passages WHERE id BETWEEN ?1 - 2 AND ?1 + 1 "
                                   "AND id <> ?1 AND document = ?2")) {}

Surrounding SurroundingReader::read(const Candidate& candidate) {
  Surrounding around;
  if (candidate.passage == 0) return around;
  passage_.bind(1, candidate.fact);
  if (passage_.step()) {
    const std::string text = passage_.text(0);
    const Span mark{static_cast<uint32_t>(bytes_of(text, passage_.integer(1))),
                    static_cast<uint32_t>(bytes_of(text, passage_.integer(2)))};
    around.words = sentence_words(stemmer_, text, mark, other_figures(others_, candidate, text));
  }
  passage_.reset();
  neighbours_.bind(1, candidate.passage).bind(2, candidate.document);
  while (neighbours_.step()) {
    around.neighbour_stems += neighbours_.view(0);
    around.neighbour_stems += ' ';
  }
  neighbours_.reset();
  return around;
}

}  // namespace cifra
