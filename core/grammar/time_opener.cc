#include "core/grammar/time_opener.h"

#include <span>
#include <utility>

namespace cifra {
namespace {

// The words before the date's article. Capitals stand for a preposition in all its forms.
struct Opener {
  std::string_view words;
  TimeRole role;
};
constexpr Opener kSince[] = {{"a partire DA", TimeRole::kSince},
                             {"a decorrere DA", TimeRole::kSince},
                             {"con decorrenza DA", TimeRole::kSince},
                             {"con effetto DA", TimeRole::kSince},
                             {"sin DA", TimeRole::kSince},
                             {"fin DA", TimeRole::kSince},
                             {"gia DA", TimeRole::kSince},
                             {"DA", TimeRole::kSince}};
constexpr Opener kOpeners[] = {{"rispetto A", TimeRole::kCompare},
                               {"in confronto A", TimeRole::kCompare},
                               {"in confronto CON", TimeRole::kCompare},
                               {"IN confronto CON", TimeRole::kCompare},
                               {"A confronto CON", TimeRole::kCompare},
                               {"confronto CON", TimeRole::kCompare},
                               {"in rapporto A", TimeRole::kCompare},
                               {"in relazione A", TimeRole::kFrame},
                               {"con riferimento A", TimeRole::kFrame},
                               {"IN confronti DI", TimeRole::kCompare},
                               {"IN corso DI", TimeRole::kFrame},
                               {"IN arco DI", TimeRole::kFrame},
                               {"alla data DI", TimeRole::kFrame},
                               {"A termine DI", TimeRole::kFrame},
                               {"durante", TimeRole::kFrame},
                               {"entro", TimeRole::kFrame},
                               {"fino A", TimeRole::kFrame},
                               {"sino A", TimeRole::kFrame},
                               {"IN", TimeRole::kFrame},
                               {"A", TimeRole::kFrame},
                               {"per", TimeRole::kFrame},
                               {"SU", TimeRole::kCompare},
                               {"CON", TimeRole::kCompare},
                               {"contro", TimeRole::kCompare},
                               {"che", TimeRole::kCompare},
                               {"dopo", TimeRole::kCompare},
                               {"prima DI", TimeRole::kCompare},
                               {"oltre", TimeRole::kCompare},
                               {"sopra", TimeRole::kCompare},
                               {"sotto", TimeRole::kCompare},
                               {"DI", TimeRole::kAttribute}};

WordClasses class_named(std::string_view word) {
  if (word == "A") return kTo;
  if (word == "DI") return kOf;
  if (word == "DA") return kFrom;
  if (word == "IN") return kIn;
  if (word == "SU") return kOn;
  return word == "CON" ? WordClasses{kWith} : WordClasses{kNoClass};
}

std::vector<ParsedOpener> parsed_openers() {
  std::vector<ParsedOpener> made;
  for (const auto openers : {std::span<const Opener>(kSince), std::span<const Opener>(kOpeners)}) {
    for (const Opener& opener : openers) {
      ParsedOpener& added = made.emplace_back();
      added.role = opener.role;
      added.relative = opener.words == "che";
      for_each_word(opener.words, [&](std::string_view word) {
        added.words.push_back({word, class_named(word)});
      });
    }
  }
  return made;
}

}  // namespace

const WordMap<std::vector<const ParsedOpener*>>& openers_by_word() {
  static const auto all = parsed_openers();
  static const auto by_word = [] {
    WordMap<std::vector<const ParsedOpener*>> made;
    const auto add = [&made](std::string_view word) {
      if (made.contains(word)) return;
      std::vector<const ParsedOpener*> some;
      for (const ParsedOpener& opener : all) {
        const OpenerWord& first = opener.words[0];
        const bool same = first.classes != kNoClass ? (word_classes(word) & first.classes) != 0
                                                    : word == first.word;
        if (same) some.push_back(&opener);
      }
      if (!some.empty()) made.emplace(word, std::move(some));
    };
    for (const std::string_view word : classed_words()) add(word);
    for (const ParsedOpener& opener : all) add(opener.words[0].word);
    return made;
  }();
  return by_word;
}

}  // namespace cifra
