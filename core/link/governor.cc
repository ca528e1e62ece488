#include "core/link/governor.h"

#include <algorithm>

#include "core/lexicon/phrase_role.h"
#include "core/link/adverbial.h"
#include "core/link/noun_phrase.h"
#include "core/link/verb.h"

namespace cifra {
namespace {

bool is_comparative(const LinkWord& word) {
  return word.folded.starts_with("inferior") || word.folded.starts_with("superior");
}

// "in |media|", "per un |importo|".
bool after_preposition(const std::vector<LinkWord>& words, WordRange sentence, uint32_t at) {
  uint32_t i = at;
  while (i > sentence.begin && has(words[i - 1], phrase::kArticle | phrase::kDeterminer)) --i;
  return i > sentence.begin && has(words[i - 1], phrase::kPreposition);
}

// "è stata in |Italia| del 20%", "vale nel |2020| 3 miliardi": steps between verb and figure.
bool is_where_or_when(const std::vector<LinkWord>& words, WordRange sentence, uint32_t at) {
  const LinkWord& word = words[at];
  const bool proper = word.capital && !word.sentence_start && !word.digits;
  if (!proper && !has(word, phrase::kMonth | phrase::kTimeNoun) && !word.digits) return false;
  uint32_t i = at;
  while (i > sentence.begin &&
         (has(words[i - 1], phrase::kArticle | phrase::kDeterminer) || words[i - 1].capital ||
          words[i - 1].digits) &&
         !has(words[i - 1], phrase::kPreposition)) {
    --i;
  }
  if (i < sentence.begin + 2 || has(words[i - 1], phrase::kOf)) return false;
  static constexpr std::string_view kIn[] = {"in",  "nel",   "nello", "nell'", "nella",
                                             "nei", "negli", "nelle", "a",     "ad"};
  if (std::ranges::find(kIn, words[i - 1].folded) == std::end(kIn)) return false;
  return is_verb_at(words, i - 2) || has(words[i - 2], phrase::kParticiple | phrase::kAuxiliary);
}

// The copula a word follows, adverbs between them stepped over, or kNoIndex.
uint32_t copula_before(const std::vector<LinkWord>& words, WordRange sentence, uint32_t at) {
  uint32_t i = at;
  while (i > sentence.begin && has(words[i - 1], phrase::kAdverb)) --i;
  return i > sentence.begin && has(words[i - 1], phrase::kCopula) && is_verb_at(words, i - 1)
             ? i - 1
             : kNoIndex;
}

// "potranno |durare|", "deve essere": the verb an infinitive hangs on.
uint32_t modal_before(const std::vector<LinkWord>& words, WordRange sentence, uint32_t infinitive) {
  for (uint32_t i = infinitive; i > sentence.begin && infinitive - i < 7;) {
    i = before_light_complement(words, i, sentence.begin);
    if (i == sentence.begin) break;
    --i;
    if (is_verb_at(words, i)) return i;
    if (!has(words[i], phrase::kAdverb | phrase::kPronoun)) break;
  }
  return kNoIndex;
}

Left left_of_mark(const std::vector<LinkWord>& words, WordRange sentence, uint32_t fact,
                  uint32_t mark, Left left) {
  const std::string& sign = words[mark].folded;
  if (sign == "(" || sign == "[") {
    left.governor = Governor::kBracket;
  } else if (sign == ":" || sign == "-" || sign == "–" || sign == "—" || sign == "=") {
    left.governor = Governor::kLabel;
  } else if ((sign == "," || sign == "/" || sign == "+" || sign == "−") &&
             figure_before(words, sentence, fact, mark) != kNoIndex) {
    left.governor = Governor::kFigure;
    left.at = figure_before(words, sentence, fact, mark);
  } else if (sign == "+" || sign == "−" || sign == "“" || sign == "\"" || sign == "«" ||
             sign == "*" || sign == "€" || sign == "≈" || sign == "~" || sign == ">" ||
             sign == "<") {
    if (mark > sentence.begin) {
      return look_left(words, sentence, mark, fact);
    }
  } else if (sign == "," && mark > sentence.begin) {
    // "hanno aderito, nel complesso, 1.750 scuole", "Nel 2023, 300 imprese"
    const uint32_t aside = before_light_complement(words, mark, sentence.begin);
    if (aside < mark && aside > sentence.begin && words[aside - 1].folded == ",") {
      return look_left(words, sentence, aside - 1, fact);
    }
    if (skip_adverbials(words, sentence.begin, mark) < mark) left.governor = Governor::kLabel;
  } else if (sign == ")") {  // "Mar Ligure (Savona e Genova) 1.434": the name before the bracket
    uint32_t open = mark;
    while (open > sentence.begin && words[open].folded != "(") --open;
    if (open > sentence.begin) {
      left.governor = Governor::kLabel;
      left.at = open;
    }
  }
  return left;
}

}  // namespace

Left look_left(const std::vector<LinkWord>& words, WordRange sentence, uint32_t figure,
               uint32_t fact) {
  Left left;
  uint32_t i = figure;
  while (i > sentence.begin) {
    --i;
    const LinkWord& word = words[i];
    left.at = i;
    if (word.fact != kNoIndex) {
      left.governor = Governor::kFigure;
      return left;
    }
    if (word.punctuation) return left_of_mark(words, sentence, fact, i, left);
    if (is_verb_at(words, i)) {
      left.governor = Governor::kVerb;
      return left;
    }
    if (has(word, phrase::kParticiple)) {
      if (const uint32_t verb = auxiliary_before(words, sentence, i); verb != kNoIndex) {
        left.governor = Governor::kVerb;
        left.participle = i;
        left.at = verb;
        return left;
      }
      left.governor = Governor::kNoun;
      return left;
    }
    constexpr uint32_t kLight = phrase::kArticle | phrase::kPreposition | phrase::kAdverb |
                                phrase::kDeterminer | phrase::kPronoun | phrase::kHedge |
                                phrase::kConnective | phrase::kAuxiliary;
    if (has(word, phrase::kConjunction)) {
      if (i > sentence.begin && figure_before(words, sentence, fact, i) != kNoIndex) {
        left.governor = Governor::kFigure;
        left.at = figure_before(words, sentence, fact, i);
        return left;
      }
      return left;
    }
    if (word.folded == "dire" && i > sentence.begin + 1 && words[i - 2].folded == "vale") {
      i -= 2;  // "vale a dire"
      continue;
    }
    if (is_where_or_when(words, sentence, i)) continue;
    // "un |esile| 1%": an adjective of the figure
    if (i + 1 == figure && i > sentence.begin && word.roles == 0 && !word.capital &&
        (words[i - 1].folded == "un" || words[i - 1].folded == "uno")) {
      continue;
    }
    if (has(word, phrase::kLightNoun) && after_preposition(words, sentence, i)) continue;
    if (is_comparative(word)) left.comparative = true;
    if (is_infinitive(word)) {
      if (const uint32_t verb = modal_before(words, sentence, i); verb != kNoIndex) {
        left.governor = Governor::kVerb;
        left.at = verb;
        return left;
      }
    }
    if (has(word, phrase::kPreposition) && !has(word, phrase::kHedge)) left.preposition = true;
    // "il tasso è |fermo| al 12%", "resta stabile a": a predicate, and what it is said of counts.
    if (const uint32_t copula = copula_before(words, sentence, i);
        left.preposition && !has(word, kLight) && copula != kNoIndex) {
      left.governor = Governor::kVerb;
      left.at = copula;
      return left;
    }
    if (!has(word, kLight)) {
      left.governor = Governor::kNoun;
      return left;
    }
  }
  return left;
}

uint32_t auxiliary_before(const std::vector<LinkWord>& words, WordRange sentence,
                          uint32_t participle) {
  uint32_t found = kNoIndex;
  for (uint32_t i = participle; i > sentence.begin && participle - i < 5;) {
    --i;
    if (has(words[i], phrase::kAuxiliary | phrase::kCopula)) {
      found = i;
    } else if (!has(words[i], phrase::kAdverb | phrase::kPronoun)) {
      break;
    }
  }
  return found;
}

uint32_t figure_before(const std::vector<LinkWord>& words, WordRange sentence, uint32_t fact,
                       uint32_t at) {
  for (uint32_t i = at; i > sentence.begin && at - i < 3;) {
    --i;
    if (words[i].fact != kNoIndex && words[i].fact != fact) return i;
    if (is_verb_at(words, i)) return kNoIndex;
  }
  return kNoIndex;
}

}  // namespace cifra
