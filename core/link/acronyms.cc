#include "core/link/acronyms.h"

#include <algorithm>

#include "core/lexicon/phrase_role.h"
#include "core/lexicon/word_list.h"
#include "core/link/words.h"

namespace cifra {
namespace {

constexpr uint32_t kLongestForm = 14;  // words

bool is_light(const LinkWord& word) {
  return has(word, phrase::kPreposition | phrase::kArticle | phrase::kConjunction);
}

// "ANPR", "Spid", "Ssn", "SIOPE+": two to ten letters that begin with a capital; a word with small
// letters has to match a long form, so any is tried.
bool may_be_short(const LinkWord& word, std::string_view text) {
  const std::string_view form = word.span.of(text);
  if (!word.capital || form.size() < 2 || form.size() > 10) return false;
  return std::ranges::all_of(form, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || (c >= '0' && c <= '9');
  });
}

bool all_capitals(std::string_view form) {
  return std::ranges::count_if(form, [](char c) { return c >= 'A' && c <= 'Z'; }) >= 2;
}

// Matches letters[at…] with the words from `word` on: each full word gives its initial, and may
// give further letters of its own; light words may give theirs or none.
bool matches(std::string_view letters, size_t at, const std::vector<LinkWord>& words, uint32_t word,
             uint32_t end, int depth) {
  if (word == end) return at == letters.size();
  if (depth > 40) return false;
  const std::string& folded = words[word].folded;
  if (words[word].punctuation) return matches(letters, at, words, word + 1, end, depth + 1);
  if (is_light(words[word]) && matches(letters, at, words, word + 1, end, depth + 1)) return true;
  if (at >= letters.size() || folded.empty() || folded[0] != letters[at]) return false;
  if (matches(letters, at + 1, words, word + 1, end, depth + 1)) return true;
  // Two or three letters of one word: "ISTAT", Istituto |stat|istica.
  for (size_t more = 2; more <= 4 && at + more <= letters.size(); ++more) {
    if (folded.size() < more || folded.substr(0, more) != letters.substr(at, more)) break;
    if (matches(letters, at + more, words, word + 1, end, depth + 1)) return true;
  }
  return false;
}

std::string letters_of(std::string_view form) {
  std::string letters = fold_word(form);
  std::erase_if(letters, [](char c) { return c < 'a' || c > 'z'; });
  return letters;
}

uint32_t full_words(const std::vector<LinkWord>& words, uint32_t begin, uint32_t end) {
  uint32_t count = 0;
  for (uint32_t i = begin; i < end; ++i) count += !is_light(words[i]) && !words[i].punctuation;
  return count;
}

// The long form that ends right before `end`, for `letters`.
WordRange long_form_before(const std::vector<LinkWord>& words, uint32_t end,
                           std::string_view letters) {
  for (uint32_t begin = end; begin > 0 && end - begin < kLongestForm;) {
    --begin;
    const std::string& mark = words[begin].folded;
    if (words[begin].punctuation && mark != "“" && mark != "”" && mark != "\"" && mark != "«" &&
        mark != "»") {
      break;
    }
    if (is_light(words[begin]) || words[begin].punctuation) continue;
    if (full_words(words, begin, end) >= 2 && matches(letters, 0, words, begin, end, 0)) {
      return {begin, end};
    }
  }
  return {};
}

// The bracket, dash or comma that opens the short form at `at`: "(SDI)", "(di seguito «SDI»)",
// ", in breve SDI"; kNoIndex for none.
uint32_t opening_mark(const std::vector<LinkWord>& words, uint32_t at) {
  constexpr uint32_t kFar = 7;
  constexpr std::string_view kBetween =
      "di seguito nel d' ora in poi innanzi avanti breve anche solo denominato denominata "
      "denominati "
      "detto detta acronimo sigla o semplicemente per brevità « “ \" : '";
  for (uint32_t i = at; i > 0 && at - i < kFar;) {
    --i;
    const std::string& word = words[i].folded;
    if (word == "(") return i;
    const bool beside = i + 1 == at || has_word("in di nel d' o", words[i + 1].folded);
    if (beside && (word == "-" || word == "–" || word == ",")) return i;
    if (word != "," && !has_word(kBetween, word)) return kNoIndex;
  }
  return kNoIndex;
}

WordRange long_form_from(const std::vector<LinkWord>& words, uint32_t begin,
                         std::string_view letters) {
  while (begin < words.size() && (is_light(words[begin]) || words[begin].punctuation)) ++begin;
  WordRange best{};
  for (uint32_t end = begin + 1; end <= words.size() && end - begin < kLongestForm; ++end) {
    if (words[end - 1].punctuation && words[end - 1].folded != "-") break;
    if (is_light(words[end - 1])) continue;
    if (full_words(words, begin, end) >= 2 && matches(letters, 0, words, begin, end, 0)) {
      best = {begin, end};
    }
  }
  return best;
}

}  // namespace

bool abbreviates(std::string_view short_form, std::string_view long_form) {
  const Span all{0, static_cast<uint32_t>(long_form.size())};
  const std::vector<LinkWord> words = split_words(long_form, all, {}, 0, 0);
  const std::string letters = letters_of(short_form);
  return letters.size() >= 2 &&
         matches(letters, 0, words, 0, static_cast<uint32_t>(words.size()), 0);
}

std::vector<Acronym> find_acronyms(const Document& document) {
  std::vector<Acronym> acronyms;
  for (const Block& block : document.blocks) {
    const std::vector<LinkWord> words = split_words(document.text, block.span, {}, 0, 0);
    for (uint32_t i = 0; i < words.size(); ++i) {
      if (!may_be_short(words[i], document.text)) continue;
      const std::string letters = letters_of(words[i].span.of(document.text));
      if (letters.size() < 2) continue;
      const std::string_view after =
          i + 1 < words.size() ? std::string_view(words[i + 1].folded) : "";
      WordRange form{};
      if (const uint32_t mark = opening_mark(words, i); mark != kNoIndex) {
        form = long_form_before(words, mark, letters);
      }
      if (form.empty() && (after == "(" || after == "," || after == "-" || after == "–" ||
                           after == ":" || after == "o" || after == "ovvero")) {
        form = long_form_from(words, i + 2, letters);
      }
      while (!form.empty() && words[form.end - 1].punctuation) --form.end;
      if (form.empty()) continue;
      // "PA: partire dal basso": what only stands after a colon
      if (after == ":" && form.begin > i && !words[form.begin].capital) continue;
      // A capitalised plain word and two words that happen to begin alike are no acronym.
      if (!all_capitals(words[i].span.of(document.text)) && letters.size() < 3) continue;
      Acronym acronym{std::string(words[i].span.of(document.text)),
                      words_text(document.text, words, form)};
      const bool known = std::ranges::any_of(acronyms, [&](const Acronym& other) {
        return other.short_form == acronym.short_form && other.long_form == acronym.long_form;
      });
      if (!known) acronyms.push_back(std::move(acronym));
    }
  }
  return acronyms;
}

}  // namespace cifra
