#include "core/query/term_match.h"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "core/lexicon/word_class.h"
#include "core/text/stems.h"

namespace cifra {
namespace {

const std::unordered_set<std::string>& adjective_stems() {
  static const std::unordered_set<std::string> kStems = [] {
    const Stemmer stemmer;
    std::unordered_set<std::string> stems;
    for (const std::string_view word : classed_words()) {
      if ((word_classes(word) & (kAdjective | kQuantifier)) != 0) stems.insert(stemmer.stems(word));
    }
    for (const std::string_view ordinal : {"prima", "seconda", "terza", "quarta", "quinta"}) {
      stems.insert(stemmer.stems(ordinal));
    }
    return stems;
  }();
  return kStems;
}

}  // namespace

double likeness(std::string_view asked, std::string_view said) {
  constexpr size_t kSharedLetters = 5;
  constexpr double kDerived = 0.6;
  if (asked == said) return 1;
  const size_t shorter = std::min(asked.size(), said.size());
  if (shorter < kSharedLetters || (asked[0] >= '0' && asked[0] <= '9')) return 0;
  const bool prefix = asked.substr(0, shorter) == said.substr(0, shorter);
  return prefix ? kDerived : 0;
}

double strength_in(const QuestionTerm& term, std::string_view stems) {
  double best = 0;
  for (const TermVariant& variant : term.variants) {
    double sum = 0;
    for (const std::string& stem : variant.stems) {
      double found = 0;
      for_each_stem(stems, [&](std::string_view said) {
        if (found < 1) found = std::max(found, likeness(stem, said));
      });
      sum += found;
    }
    const double share = sum / static_cast<double>(variant.stems.size());
    // Half of a long form is no acronym.
    const double strength = variant.stems.size() > 1 && share < 0.7 ? 0 : share * variant.strength;
    best = std::max(best, strength);
    if (best == 1) break;
  }
  return best;
}

std::string_view head_of(std::string_view stems) {
  while (true) {
    const size_t end = stems.find(' ');
    if (end == std::string_view::npos) return stems;
    const std::string_view first = stems.substr(0, end);
    if (!adjective_stems().contains(std::string(first))) return first;
    stems.remove_prefix(end + 1);
  }
}

bool is_generic_noun(std::string_view stems) {
  static constexpr std::string_view kStems[] = {"unit",     "person",  "cas",  "soggett", "numer",
                                                "individu", "element", "punt", "volt"};
  return std::ranges::find(kStems, stems.substr(0, stems.find(' '))) != std::end(kStems);
}

double share_asked(const Question& question, std::string_view stems) {
  double asked = 0, all = 0;
  for_each_stem(stems, [&](std::string_view said) {
    if (said[0] >= '0' && said[0] <= '9') return;
    ++all;
    double best = 0;
    for (const QuestionTerm& term : question.terms) {
      for (const TermVariant& variant : term.variants) {
        for (const std::string& stem : variant.stems) {
          if (stem == said) best = std::max(best, variant.strength);
        }
      }
    }
    asked += best;
  });
  return all > 0 ? asked / all : 0;
}

std::vector<double> term_strengths(const Question& question, std::string_view stems) {
  std::vector<double> strengths;
  strengths.reserve(question.terms.size());
  for (const QuestionTerm& term : question.terms) strengths.push_back(strength_in(term, stems));
  return strengths;
}

}  // namespace cifra
