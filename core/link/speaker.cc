#include "core/link/speaker.h"

#include <algorithm>

#include "core/lexicon/attribution.h"
#include "core/lexicon/phrase_role.h"
#include "core/link/noun_phrase.h"
#include "core/link/verb.h"

namespace cifra {
namespace {

constexpr uint32_t kLongestName = 10;  // words of "presidente della Conferenza delle Regioni …"

bool is_opening(const LinkWord& word) { return word.folded == "«" || word.folded == "“"; }
bool is_closing(const LinkWord& word) { return word.folded == "»" || word.folded == "”"; }

bool is_shouted(std::string_view text, const LinkWord& word) {
  constexpr size_t kLongestAcronym = 8;
  const std::string_view written = word.span.of(text);
  return written.size() > kLongestAcronym &&
         std::ranges::none_of(written, [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_roman(const LinkWord& word) {
  return word.capital && word.folded.size() > 1 &&
         word.folded.find_first_not_of("ivxlc") == std::string::npos;
}

// A name that begins at `start`: titles, capitals and what links them ("ministra per il Sud
// Rossi").
WordRange name_from(const std::vector<LinkWord>& words, uint32_t start, uint32_t limit) {
  uint32_t begin = start;
  while (begin < limit && has(words[begin], phrase::kArticle)) ++begin;
  uint32_t end = begin, i = begin;
  bool title = false;
  for (; i < limit && i - begin < kLongestName; ++i) {
    const LinkWord& word = words[i];
    if (word.fact != kNoIndex || word.digits) break;
    // "il presidente, Mario Rossi, …": the name after the office.
    if (word.folded == "," && title && i + 1 < limit && words[i + 1].capital && i == end) continue;
    if (word.punctuation) break;
    const bool named = word.capital || is_title(word.folded);
    if (named) {
      title = title || is_title(word.folded);
      end = i + 1;
      continue;
    }
    const bool link = has(word, phrase::kPreposition | phrase::kArticle | phrase::kConjunction);
    if (!link && !(title && i == end && !is_verb_at(words, i))) break;
    if (!link) end = i + 1;  // "direttore generale"
    // "il ministro e …": what comes next is another
    if (has(word, phrase::kConjunction) && !title) break;
  }
  return {begin, end};
}

// The words of a name that can be a source; nothing for a paper, a place alone, a shouted line.
std::string source_text(std::string_view text, const std::vector<LinkWord>& words, WordRange name) {
  if (name.empty()) return {};
  const LinkWord& first = words[name.begin];
  if (!first.capital && !is_title(first.folded)) return {};
  if (is_no_source(first.folded) || first.roles != 0) {
    const bool office = is_title(first.folded);
    if (!office) return {};
  }
  bool named = false;
  for (uint32_t i = name.begin; i < name.end; ++i) {
    if (is_shouted(text, words[i])) return {};
    named = named || is_title(words[i].folded) || (words[i].capital && !words[i].sentence_start) ||
            is_known_source(words[i].folded);
  }
  return named ? words_text(text, words, name) : std::string();
}

bool all_places(const std::vector<LinkWord>& words, WordRange name) {
  for (uint32_t i = name.begin; i < name.end; ++i) {
    if (!words[i].place) return false;
  }
  return !name.empty();
}

// The source that begins at `start`, after the words that lead to it: "i dati |dell'Istat|".
std::string source_from(std::string_view text, const std::vector<LinkWord>& words, uint32_t start,
                        uint32_t limit) {
  const uint32_t opening = start;
  while (start < limit) {
    const LinkWord& word = words[start];
    const bool leads = (!word.capital && leads_to_source(word.folded)) || is_roman(word);
    // "rapporto |annuale| Istat"
    const bool adjective = start > opening && !word.capital && !word.punctuation &&
                           !has(word, phrase::kFiniteVerb | phrase::kParticiple) &&
                           start + 1 < limit && words[start + 1].capital;
    if (!leads && !adjective) break;
    ++start;
  }
  if (start >= limit) return {};
  return source_text(text, words, name_from(words, start, limit));
}

// "secondo l'Istat", "stando alla Corte dei conti", "Fonte: Terna", "dati Enea", "come riferito
// da".
std::string named_source(std::string_view text, const std::vector<LinkWord>& words,
                         WordRange sentence) {
  for (uint32_t i = sentence.begin; i + 1 < sentence.end; ++i) {
    const std::string& word = words[i].folded;
    const std::string& next = words[i + 1].folded;
    uint32_t start = kNoIndex;
    if (word == "secondo" && !is_shouted(text, words[i]) &&
        (i == sentence.begin || !has(words[i - 1], phrase::kArticle | phrase::kPreposition))) {
      start = i + 1;
    } else if (word == "stando" || (word == "detta" && i > 0 && words[i - 1].folded == "a")) {
      start = i + 1;
    } else if ((word == "fonte" || word == "fonti") && (next == ":" || next == "dati")) {
      start = next == ":" ? i + 2 : i + 3;
    } else if (is_known_source(next) && words[i + 1].capital &&
               (word == "dati" || word == "stime" || word == "rilevazioni" || word == "numeri" ||
                word == "calcoli" || word == "bollettino" || word == "rapporto")) {
      start = i + 1;
    } else if ((word == "per" || has(words[i], phrase::kOf)) && i + 2 < sentence.end) {
      // "Per l'Istat …", "i dati dell'Istat"
      const uint32_t name = has(words[i + 1], phrase::kArticle) ? i + 2 : i + 1;
      const bool opens = word == "per" && words[i].sentence_start;
      const bool data =
          i > sentence.begin && (words[i - 1].folded == "dati" || words[i - 1].folded == "stime");
      if ((opens || data) && words[name].capital && is_known_source(words[name].folded)) {
        return std::string(words[name].span.of(text));
      }
    } else if (has(words[i], phrase::kParticiple) && is_saying_verb(word) &&
               next.starts_with("da") && has(words[i + 1], phrase::kPreposition)) {
      start = i + 2;  // "come riferito dal ministro"
    }
    if (start == kNoIndex || start >= sentence.end) continue;
    if (std::string said = source_from(text, words, start, sentence.end); !said.empty())
      return said;
  }
  return {};
}

// The subject before the verb of saying at `verb`: "il ministro Rossi ha detto".
std::string sayer_before(std::string_view text, const std::vector<LinkWord>& words, uint32_t verb,
                         uint32_t limit) {
  uint32_t end = verb;
  while (end > limit && (has(words[end - 1], phrase::kPronoun | phrase::kAdverb) ||
                         words[end - 1].folded == ",")) {
    --end;
  }
  // "…, dice il ministro": the comma of an aside is of no subject
  const WordRange before = subject_before(words, end, limit);
  if (before.empty() || before.end - before.begin > kLongestName) return {};
  uint32_t open = before.begin;
  while (open > limit && has(words[open - 1], phrase::kArticle | phrase::kDeterminer)) --open;
  if (open > limit && is_verb_at(words, open - 1)) return {};  // the object of another verb
  return source_text(text, words, before);
}

// "ha detto il ministro Rossi", "il ministro Rossi ha detto", "fa sapere la Regione".
std::string sayer(std::string_view text, const std::vector<LinkWord>& words, WordRange range) {
  for (uint32_t i = range.begin; i < range.end; ++i) {
    if (!is_saying_verb(words[i].folded)) continue;
    const bool participle =
        has(words[i], phrase::kParticiple) && !has(words[i], phrase::kFiniteVerb);
    const LinkWord* before = i > range.begin ? &words[i - 1] : nullptr;
    if (before != nullptr && (has(*before, phrase::kArticle | phrase::kPreposition) ||
                              before->folded == "si" || before->folded == "ci")) {
      continue;
    }
    uint32_t verb = i;
    if (participle) {
      if (before == nullptr) continue;
      const std::string& auxiliary = before->folded;
      if (auxiliary != "ha" && auxiliary != "hanno" && auxiliary != "aveva") continue;
      verb = i - 1;
    }
    uint32_t after = i + 1;
    const std::string& form = words[i].folded;
    if (form.starts_with("fa") || form.starts_with("res") || form.starts_with("rend")) {
      // "fa sapere", "rende noto"
      const bool known =
          after < range.end && (words[after].folded == "sapere" || words[after].folded == "noto" ||
                                words[after].folded == "presente");
      if (!known) continue;
      ++after;
    } else if (form == "sapere") {
      continue;
    }
    while (after < range.end && has(words[after], phrase::kAdverb)) ++after;
    if (after < range.end && (words[after].capital || has(words[after], phrase::kArticle) ||
                              is_title(words[after].folded))) {
      const WordRange name = name_from(words, after, range.end);
      if (std::string said = source_text(text, words, name);
          !said.empty() && !all_places(words, name)) {
        return said;
      }
    }
    const bool that =
        after < range.end && (words[after].folded == "che" || words[after].folded == ":");
    if (is_weak_saying_verb(form) && !that) {
      const WordRange subject = subject_before(words, verb, range.begin);
      bool office = false;
      uint32_t capitals = 0;
      for (uint32_t j = subject.begin; j < subject.end; ++j) {
        office = office || is_title(words[j].folded) || is_known_source(words[j].folded);
        capitals += words[j].capital && !words[j].place ? 1U : 0U;
      }
      if (!office && capitals < 2) continue;  // "Stefano Neri parla di …"
    }
    if (std::string said = sayer_before(text, words, verb, range.begin); !said.empty()) return said;
  }
  return {};
}

// "Lo ha detto il ministro", "È quanto fa sapere la Regione", "Così il sindaco Rossi": who said
// what stands before the sentence.
std::string told_after(std::string_view text, const std::vector<LinkWord>& words,
                       WordRange sentence) {
  if (sentence.end - sentence.begin < 3) return {};
  const std::string& first = words[sentence.begin].folded;
  const std::string& second = words[sentence.begin + 1].folded;
  if (first == "lo" || ((first == "è" || first == "e'" || first == "e") && second == "quanto") ||
      ((first == "è" || first == "e'") && words[sentence.begin + 2].folded == "quanto")) {
    return sayer(text, words, {sentence.begin + 1, sentence.end});
  }
  if (first == "così" || (first == "parola" && second == "di")) {
    return source_from(text, words, sentence.begin + 1, sentence.end);
  }
  return {};
}

// The words between « and », “ and ”, or two " around `at`; empty when it stands in no quotation.
WordRange quotation_around(const std::vector<LinkWord>& words, uint32_t at) {
  constexpr uint32_t kFar = 400;
  uint32_t begin = at, straight = kNoIndex;
  bool odd = false;
  for (uint32_t i = at; i > 0 && at - i < kFar; --i) {
    if (words[i].folded != "\"") continue;
    odd = !odd;
    if (straight == kNoIndex) straight = i;
  }
  if (at < kFar && words[0].folded == "\"") {
    odd = !odd;
    if (straight == kNoIndex) straight = 0;
  }
  while (begin > 0 && at - begin < kFar && !is_opening(words[begin]) && !is_closing(words[begin])) {
    --begin;
  }
  const auto size = std::min(static_cast<uint32_t>(words.size()), at + kFar);
  uint32_t end = at;
  if (is_opening(words[begin])) {
    while (end < size && !is_closing(words[end])) ++end;
    return {begin, std::min(end + 1, size)};
  }
  if (!odd) return {};
  while (end < size && words[end].folded != "\"") ++end;
  return end < size ? WordRange{straight, end + 1} : WordRange{};
}

// "Bianchi: «…»", "Bianchi ai sindaci: “…”": the name a headline gives a quotation to.
std::string headline_speaker(std::string_view text, const std::vector<LinkWord>& words,
                             uint32_t quotation) {
  if (quotation < 2 || words[quotation - 1].folded != ":") return {};
  const WordRange sentence = sentence_of(words, quotation - 1);
  uint32_t end = sentence.begin;
  while (end < quotation - 1 && words[end].capital) ++end;
  const bool name = end > sentence.begin && end - sentence.begin <= 3 &&
                    (end == quotation - 1 || has(words[end], phrase::kPreposition));
  if (!name || words[sentence.begin].roles != 0 || is_no_source(words[sentence.begin].folded)) {
    return {};
  }
  return words_text(text, words, {sentence.begin, end});
}

// "PRESIDENTE. Buonasera", "MINISTRA: …": the turn of an interview or a debate.
std::string turn_label(std::string_view text, const std::vector<LinkWord>& words) {
  for (uint32_t i = 0; i < words.size() && i < 5; ++i) {
    const bool mark = words[i].folded == "." || words[i].folded == ":";
    if (mark && i > 0) {  // an office, and not any line in capitals
      return is_title(words[0].folded) ? words_text(text, words, {0, i}) : std::string();
    }
    const std::string_view word = words[i].span.of(text);
    if (!words[i].capital || words[i].folded == word) return {};
    for (char c : word) {
      if (c >= 'a' && c <= 'z') return {};
    }
  }
  return {};
}

}  // namespace

std::string find_speaker(std::string_view text, const std::vector<LinkWord>& words, uint32_t at) {
  constexpr uint32_t kFar = 200;  // words
  const WordRange sentence = sentence_of(words, at);
  if (std::string source = named_source(text, words, sentence); !source.empty()) return source;
  const auto size = static_cast<uint32_t>(words.size());
  const WordRange quotation = quotation_around(words, at);
  if (!quotation.empty()) {
    for (const WordRange range :
         {WordRange{quotation.end, std::min(size, quotation.end + kFar)}, quotation,
          WordRange{quotation.begin > kFar ? quotation.begin - kFar : 0, quotation.begin}}) {
      if (std::string said = sayer(text, words, range); !said.empty()) return said;
    }
    if (std::string said = headline_speaker(text, words, quotation.begin); !said.empty()) {
      return said;
    }
  } else if (std::string said = sayer(text, words, sentence); !said.empty()) {
    return said;
  }
  for (uint32_t next = sentence.end; next < size && next - sentence.end < kFar;) {
    const WordRange after = sentence_of(words, next);
    if (std::string said = told_after(text, words, after); !said.empty()) return said;
    next = after.end;
  }
  return turn_label(text, words);
}

std::string speaker_told_after(std::string_view text, Span block) {
  constexpr uint32_t kEnough = 300;  // bytes
  const std::string_view begins = block.of(text);
  const bool tells = begins.starts_with("Lo ") || begins.starts_with("È quanto") ||
                     begins.starts_with("E' quanto") || begins.starts_with("E’ quanto") ||
                     begins.starts_with("Così ");
  if (!tells) return {};
  if (block.size() > kEnough) {  // at the end of a word
    const size_t space = begins.rfind(' ', kEnough);
    block.end = block.begin + static_cast<uint32_t>(space);
  }
  const std::vector<LinkWord> words = split_words(text, block, {}, 0, 0);
  return words.empty() ? std::string() : told_after(text, words, sentence_of(words, 0));
}

std::string full_name(std::string_view text, const std::string& speaker) {
  constexpr size_t kLongest = 60;  // bytes of a name
  if (speaker.empty() || speaker.find(' ') != std::string::npos) return speaker;
  const std::string title = fold_word(speaker);
  if (!is_title(title)) return speaker;
  std::string capital = title;
  capital[0] = static_cast<char>(capital[0] - 'a' + 'A');
  for (const std::string& form : {title + ' ', capital + ' '}) {
    for (size_t at = text.find(form); at != std::string_view::npos; at = text.find(form, at + 1)) {
      const auto begin = static_cast<uint32_t>(at);
      const auto end = static_cast<uint32_t>(std::min(text.size(), at + kLongest));
      const std::vector<LinkWord> words = split_words(text, {begin, end}, {}, 0, 0);
      uint32_t last = 1;
      while (last < words.size() && last < 4 && words[last].capital && words[last].roles == 0 &&
             words[last].span.begin == words[last - 1].span.end + 1) {
        ++last;
      }
      const bool person = last > 1 && words[last - 1].span.end < end && !is_title(words[1].folded);
      if (person) return words_text(text, words, {0, last});
    }
  }
  return speaker;
}

}  // namespace cifra
