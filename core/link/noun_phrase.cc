#include "core/link/noun_phrase.h"

#include <algorithm>

#include "core/lexicon/phrase_role.h"
#include "core/link/adverbial.h"
#include "core/link/verb.h"

namespace cifra {
namespace {

constexpr uint32_t kLongestPhrase = 16;  // words; a subject is a line, not a sentence

bool is_quote_mark(const LinkWord& word) {
  static constexpr std::string_view kMarks[] = {"“", "”", "\"", "«", "»", "‘", "’", "'"};
  return word.punctuation && std::ranges::find(kMarks, word.folded) != std::end(kMarks);
}

bool is_content(const LinkWord& word) {
  constexpr uint32_t kEmpty = phrase::kArticle | phrase::kPreposition | phrase::kConjunction |
                              phrase::kConnective | phrase::kRelative | phrase::kPronoun |
                              phrase::kAdverb | phrase::kDeterminer | phrase::kCopula |
                              phrase::kAuxiliary | phrase::kTimeNoun | phrase::kMonth;
  const bool letter = word.folded.size() < 2;  // "D.", "R." of an interview
  return !word.punctuation && !word.digits && !letter && word.fact == kNoIndex &&
         !has(word, kEmpty);
}

// Within a relative clause that opened up to three words before ("che si sono …").
bool follows_relative(const std::vector<LinkWord>& words, uint32_t at, uint32_t limit) {
  for (uint32_t i = at; i > limit && at - i < 4;) {
    --i;
    if (has(words[i], phrase::kRelative)) return true;
    const bool light = has(words[i], phrase::kPronoun | phrase::kAdverb | phrase::kAuxiliary);
    if (!light) return false;
  }
  return false;
}

// "giovani sotto i 27 anni", "Comuni con 5.000 abitanti": a figure after a preposition that tells
// which ones are meant.
bool may_stand_inside(const std::vector<LinkWord>& words, uint32_t at) {
  uint32_t first = at;
  while (first > 0 && words[first - 1].fact == words[at].fact) --first;
  for (uint32_t i = first; i > 0 && first - i < 4;) {
    --i;
    const std::string& word = words[i].folded;
    if (words[at].inner && (word == "età" || word == "fascia")) return true;
    if (word == "con" || word == "sotto" || word == "over" || word == "under" || word == "tra" ||
        word == "fra" || word == "sopra") {
      return true;
    }
    if (has(words[i], phrase::kPreposition) && words[at].inner && word != "per" && word != "in" &&
        word != "nei" && word != "negli" && word != "entro" && word != "dopo") {
      return true;
    }
    if (!has(words[i], phrase::kArticle | phrase::kHedge | phrase::kAdverb | phrase::kPreposition))
      return false;
  }
  return false;
}

// Drops what no phrase ends with: prepositions, articles, adverbs, conjunctions, open quotes.
WordRange trim_end(const std::vector<LinkWord>& words, WordRange phrase) {
  constexpr uint32_t kDangling = phrase::kArticle | phrase::kPreposition | phrase::kConjunction |
                                 phrase::kConnective | phrase::kRelative | phrase::kPronoun |
                                 phrase::kAdverb | phrase::kDeterminer | phrase::kAuxiliary;
  while (!phrase.empty()) {
    const LinkWord& word = words[phrase.end - 1];
    const bool closing = is_quote_mark(word) && word.folded != "“" && word.folded != "«";
    if (closing) break;
    if (!word.punctuation && !has(word, kDangling)) break;
    if (word.capital && !word.sentence_start && !word.punctuation) break;  // "app Io"
    --phrase.end;
  }
  // "volontari |per aiutare|"
  if (phrase.end > phrase.begin + 2 && has(words[phrase.end - 1], phrase::kInfinitive) &&
      has(words[phrase.end - 2], phrase::kPreposition) &&
      !has(words[phrase.end - 2], phrase::kOf)) {
    phrase.end -= 2;
  }
  return phrase;
}

WordRange trim_start(const std::vector<LinkWord>& words, WordRange phrase) {
  constexpr uint32_t kLeading = phrase::kArticle | phrase::kPreposition | phrase::kConjunction |
                                phrase::kConnective | phrase::kPronoun | phrase::kAdverb |
                                phrase::kDeterminer | phrase::kRelative;
  while (!phrase.empty()) {
    const LinkWord& word = words[phrase.begin];
    const bool opening = is_quote_mark(word) && word.folded != "”" && word.folded != "»";
    if (opening) break;
    if (!word.punctuation && !has(word, kLeading)) break;
    ++phrase.begin;
  }
  return phrase;
}

// "(è) stato istituito un fondo": what stands before the first bare article after a verb's rest.
WordRange drop_predicate(const std::vector<LinkWord>& words, WordRange phrase) {
  if (phrase.empty() || phrase.begin == 0 || !is_verb_at(words, phrase.begin - 1)) return phrase;
  uint32_t i = phrase.begin;
  while (i < phrase.end && has(words[i], phrase::kAuxiliary | phrase::kParticiple |
                                             phrase::kAdverb | phrase::kPredicative)) {
    ++i;
  }
  if (i == phrase.begin) return phrase;
  // "Sono presenti |nel Disueri| volumi"
  if (i + 2 < phrase.end && has(words[i], phrase::kPreposition) && !has(words[i], phrase::kOf) &&
      words[i + 1].capital) {
    ++i;
    while (i + 1 < phrase.end && words[i].capital) ++i;
    return {i, phrase.end};
  }
  for (uint32_t j = i; j < phrase.end; ++j) {
    if (has(words[j], phrase::kArticle) && !has(words[j], phrase::kPreposition))
      return {j, phrase.end};
  }
  return i < phrase.end ? WordRange{i, phrase.end} : phrase;
}

bool ends_as_gerund(const LinkWord& word) {
  return word.folded.size() > 6 && (word.folded.ends_with("ando") || word.folded.ends_with("endo"));
}

bool is_gerund(const LinkWord& word) { return word.sentence_start && ends_as_gerund(word); }

// "|gli| iscritti", "|degli| iscritti"
bool after_article(const std::vector<LinkWord>& words, uint32_t at) {
  if (at == 0 || words[at - 1].fact != kNoIndex) return false;
  const LinkWord& before = words[at - 1];
  const bool joined =
      has(before, phrase::kPreposition) &&
      (before.folded.ends_with("gli") || before.folded.ends_with("ei") ||
       before.folded.ends_with("elle") || before.folded.ends_with("ai") ||
       before.folded.ends_with("alle") || before.folded == "sui" || before.folded == "sulle");
  return has(before, phrase::kArticle) || joined;
}

// "da |adottare|", "può |superare| l'importo".
bool is_infinitive_at(const std::vector<LinkWord>& words, uint32_t at) {
  if (!is_infinitive(words[at]) || at == 0) return false;
  const LinkWord& before = words[at - 1];
  return is_verb_at(words, at - 1) || before.folded == "da" || before.folded == "non" ||
         ends_as_gerund(before) || is_infinitive(before) ||
         (at > 1 && before.folded == "a" && ends_as_gerund(words[at - 2]));
}

// "Nel settembre 2019 i pagamenti …": what stands before the first bare article after an opening
// complement is an adverbial.
WordRange drop_adverbial(const std::vector<LinkWord>& words, WordRange phrase) {
  if (!phrase.empty() && is_gerund(words[phrase.begin])) {  // "Sommando i ruoli il personale …"
    for (uint32_t i = phrase.end; i > phrase.begin + 1;) {
      --i;
      if (has(words[i], phrase::kArticle) && !has(words[i], phrase::kPreposition)) {
        return {i, phrase.end};
      }
    }
  }
  if (phrase.empty()) return phrase;
  const LinkWord& opening = words[phrase.begin];
  if (!has(opening, phrase::kPreposition | phrase::kRelative) && !opening.digits) return phrase;
  for (uint32_t i = phrase.begin + 1; i < phrase.end; ++i) {
    if (has(words[i], phrase::kRelative)) break;
    if (has(words[i], phrase::kArticle) &&
        !has(words[i - 1], phrase::kPreposition | phrase::kConjunction)) {
      return {i, phrase.end};
    }
  }
  uint32_t i = phrase.begin + 1;  // "Nel 2020 pagamenti …"
  bool time = false;
  while (i < phrase.end && (words[i].digits || has(words[i], phrase::kMonth | phrase::kTimeNoun))) {
    time = true;
    ++i;
  }
  return time && i < phrase.end ? WordRange{i, phrase.end} : phrase;
}

bool holds_word(const std::vector<LinkWord>& words, WordRange range, std::string_view folded) {
  for (uint32_t i = range.begin; i < range.end; ++i) {
    if (words[i].folded == folded) return true;
  }
  return false;
}

// "(non può) |superare| l'importo", "arrivando a contribuire": what stands before the noun.
WordRange drop_infinitive(const std::vector<LinkWord>& words, WordRange phrase) {
  while (!phrase.empty() &&
         (is_infinitive_at(words, phrase.begin) ||
          (has(words[phrase.begin], phrase::kInfinitive) && !after_article(words, phrase.begin)) ||
          (ends_as_gerund(words[phrase.begin]) && phrase.begin + 1 < phrase.end))) {
    ++phrase.begin;
    while (!phrase.empty() && has(words[phrase.begin], phrase::kArticle | phrase::kPreposition)) {
      ++phrase.begin;
    }
  }
  return phrase;
}

// "(con) |riferimento alle| regioni", "(in) |arrivo per la| Sanità": the locution before the noun.
WordRange drop_locution(const std::vector<LinkWord>& words, WordRange phrase) {
  if (phrase.begin == 0 || phrase.begin + 1 >= phrase.end) return phrase;
  const bool locution = has(words[phrase.begin], phrase::kLocution | phrase::kLightNoun) &&
                        has(words[phrase.begin - 1], phrase::kPreposition) &&
                        has(words[phrase.begin + 1], phrase::kPreposition);
  if (!locution) return phrase;
  ++phrase.begin;
  return trim_start(words, phrase);
}

}  // namespace

bool has_content(const std::vector<LinkWord>& words, WordRange phrase) {
  for (uint32_t i = phrase.begin; i < phrase.end; ++i) {
    if (is_content(words[i])) return true;
  }
  return false;
}

bool has_noun(const std::vector<LinkWord>& words, WordRange phrase) {
  for (uint32_t i = phrase.begin; i < phrase.end; ++i) {
    if (!is_content(words[i])) continue;
    const bool named = words[i].capital && !words[i].sentence_start;
    const bool said_of = has(words[i], phrase::kParticiple | phrase::kPredicative) ||
                         ends_as_gerund(words[i]) || is_infinitive_at(words, i) ||
                         has(words[i], phrase::kInfinitive);
    if (named || !said_of) return true;
    if (after_article(words, i) && !has(words[i], phrase::kPredicative)) return true;
  }
  return false;
}

bool is_time_only(const std::vector<LinkWord>& words, WordRange phrase) {
  return !phrase.empty() && !has_content(words, phrase);
}

WordRange phrase_from(const std::vector<LinkWord>& words, uint32_t start, uint32_t limit) {
  WordRange phrase{start, start};
  bool in_relative = false, verb_seen = false, content = false;
  for (uint32_t i = start; i < limit && i - start < kLongestPhrase + 4; ++i) {
    const LinkWord& word = words[i];
    if (i > start && word.sentence_start) break;
    if (word.fact != kNoIndex && !(content && may_stand_inside(words, i))) break;
    if (word.punctuation && word.fact == kNoIndex && !is_quote_mark(word)) break;
    if (content && ends_as_gerund(word)) break;
    if (has(word, phrase::kRelative) && content) {
      if (in_relative) break;
      in_relative = true;
    } else if (is_verb_at(words, i)) {
      if (!in_relative) break;
      const bool chain = has(word, phrase::kAuxiliary);
      if (verb_seen && !chain) break;
      verb_seen = verb_seen || !chain || has(word, phrase::kCopula);
    } else if (has(word, phrase::kConnective) && !has(word, phrase::kAdverb) && content) {
      break;
    } else if (has(word, phrase::kHedge) && content &&
               (i + 1 >= limit || words[i + 1].fact != kNoIndex || words[i + 1].digits)) {
      break;
    } else if (has(word, phrase::kConjunction) && word.fact == kNoIndex && content &&
               i + 1 < limit) {
      const LinkWord& next = words[i + 1];
      // "trapianti e |con| 12 donatori": only complements with "di" and the like are parallel.
      const bool other_complement = has(next, phrase::kPreposition) && !has(next, phrase::kOf) &&
                                    !holds_word(words, {start, i}, next.folded);
      const bool same_level =
          !other_complement &&
          !has(next, phrase::kArticle | phrase::kAdverb | phrase::kPronoun | phrase::kRelative) &&
          !is_verb_at(words, i + 1) && next.fact == kNoIndex &&
          !(i + 2 < limit && has(next, phrase::kPreposition) && is_infinitive(words[i + 2]));
      if (!same_level) break;
    } else if (has(word, phrase::kArticle) && content &&
               !has(words[i - 1], phrase::kPreposition | phrase::kConjunction) && !in_relative) {
      break;
    }
    content = content || is_content(word);
    phrase.end = i + 1;
    if (phrase.end - phrase.begin >= kLongestPhrase && content) break;
  }
  return trim_start(words, trim_end(words, phrase));
}

namespace {

// "50 agli enti e |ai| titolari": the next of several that are given something.
bool opens_recipient(const LinkWord& word) {
  static constexpr std::string_view kTo[] = {"a", "ad", "al", "allo", "alla", "ai", "agli", "alle"};
  return std::ranges::find(kTo, word.folded) != std::end(kTo);
}

// "|costante| la proporzione di casi", "|Marginale| il ruolo": a word right before a bare article
// is of another phrase, unless a relative clause holds both.
bool opens_another_noun(const std::vector<LinkWord>& words, uint32_t at, uint32_t limit) {
  constexpr uint32_t kFar = 8;
  if (at + 1 >= words.size() || !is_content(words[at]) || !has(words[at + 1], phrase::kArticle)) {
    return false;
  }
  if (words[at].span.end >= words[at + 1].span.begin) return false;
  for (uint32_t i = at; i > limit && at - i < kFar;) {
    --i;
    if (has(words[i], phrase::kRelative)) return false;
  }
  return true;
}

}  // namespace

WordRange phrase_before(const std::vector<LinkWord>& words, uint32_t end, uint32_t limit) {
  WordRange phrase{end, end};
  bool verb = false, content = false;
  for (uint32_t i = end; i > limit;) {
    --i;
    const LinkWord& word = words[i];
    const bool inside = phrase.begin < end || word.inner;
    if (word.fact != kNoIndex && !(inside && may_stand_inside(words, i))) break;
    if (word.punctuation && word.fact == kNoIndex && !is_quote_mark(word)) break;
    if (is_verb_at(words, i) && !follows_relative(words, i, limit)) break;
    if (has(word, phrase::kConnective) && !has(word, phrase::kAdverb)) break;
    // "sostenibile |che il| Paese": it opens the clause of the verb that follows the phrase.
    if (word.folded == "che" && !verb && i + 1 < end && has(words[i + 1], phrase::kArticle)) break;
    verb = verb || is_verb_at(words, i);
    if (word.folded == "chi" && verb && !(i > limit && has(words[i - 1], phrase::kPreposition))) {
      return trim_end(words, {i, end});  // "|chi possiede| una casa"
    }
    if (has(word, phrase::kConjunction) && word.fact == kNoIndex && i + 1 < end &&
        (has(words[i + 1], phrase::kArticle) || opens_recipient(words[i + 1]))) {
      break;
    }
    if (content && word.folded == "fino") break;  // "(titolari d'impresa) |fino| a un importo"
    if (content && opens_another_noun(words, i, limit)) break;
    content = content || is_content(word);
    phrase.begin = i;
    if (word.sentence_start) break;
  }
  phrase = drop_predicate(words, trim_end(words, phrase));
  phrase.begin = skip_adverbials(words, phrase.begin, phrase.end);
  phrase = trim_start(words, drop_adverbial(words, phrase));
  phrase = drop_locution(words, phrase);
  phrase = drop_infinitive(words, phrase);
  if (phrase.end - phrase.begin > kLongestPhrase) phrase.begin = phrase.end - kLongestPhrase;
  phrase = trim_start(words, phrase);
  while (!phrase.empty() && is_verb_at(words, phrase.begin)) {
    ++phrase.begin;
    phrase = trim_start(words, phrase);
  }
  return phrase;
}

WordRange subject_before(const std::vector<LinkWord>& words, uint32_t end, uint32_t limit) {
  const WordRange phrase = phrase_before(words, end, limit);
  if (phrase.empty() || phrase.begin == 0) return phrase;
  // "Al momento dell'insediamento erano", "Al 1° gennaio in Italia risiedono": a complement.
  if (is_time_or_place(words, phrase) && !has(words[phrase.begin - 1], phrase::kArticle)) return {};
  for (uint32_t i = phrase.begin; i > limit;) {
    --i;
    if (has(words[i], phrase::kPreposition) && !has(words[i], phrase::kOf)) return {};
    if (!has(words[i], phrase::kOf | phrase::kArticle | phrase::kLocution | phrase::kTimeNoun |
                           phrase::kDeterminer)) {
      break;
    }
    if (words[i].sentence_start) break;
  }
  return phrase;
}

std::string phrase_text(std::string_view text, const std::vector<LinkWord>& words,
                        WordRange phrase) {
  std::string result;
  bool glue = true;
  for (uint32_t i = phrase.begin; i < phrase.end; ++i) {
    if (has(words[i], phrase::kRelative)) {  // "che risultano attualmente dotati" → "dotati"
      uint32_t after = i + 1;
      bool copula = false;
      while (after < phrase.end && has(words[after], phrase::kCopula | phrase::kAuxiliary |
                                                         phrase::kPronoun | phrase::kAdverb)) {
        copula = copula || has(words[after], phrase::kCopula | phrase::kAuxiliary);
        ++after;
      }
      if (copula && after < phrase.end && has(words[after], phrase::kParticiple) &&
          !has(words[i + 1], phrase::kAuxiliary & ~phrase::kCopula)) {
        i = after;
      }
    }
    if (!glue && words[i].span.begin > words[i - 1].span.end) result += ' ';
    glue = false;
    result += words[i].span.of(text);
  }
  // A quote opened and not closed, or the reverse, is noise.
  for (std::string_view mark : {"“", "”", "«", "»", "\""}) {
    const size_t first = result.find(mark);
    const size_t last = result.rfind(mark);
    const bool paired = mark == "\"" ? first != last
                                     : result.find(mark == "“"   ? "”"
                                                   : mark == "”" ? "“"
                                                   : mark == "«" ? "»"
                                                                 : "«") != std::string::npos;
    if (first != std::string::npos && !paired) result.erase(first, mark.size());
  }
  return result;
}

}  // namespace cifra
