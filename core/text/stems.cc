#include "core/text/stems.h"

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "core/text/folding.h"
#include "core/text/utf8.h"

namespace cifra {
namespace {

// Words that say nothing of what a figure measures, folded, in order.
constexpr std::array<std::string_view, 96> kFunctionWords = {
    "a",      "ad",     "agli",   "ai",     "al",     "all",    "alla",  "alle",   "allo",
    "anche",  "c",      "che",    "chi",    "ci",     "coi",    "col",   "con",    "cui",
    "d",      "da",     "dagli",  "dai",    "dal",    "dall",   "dalla", "dalle",  "dallo",
    "degli",  "dei",    "del",    "dell",   "della",  "delle",  "dello", "di",     "e",
    "ed",     "fra",    "gli",    "i",      "il",     "in",     "l",     "la",     "le",
    "lei",    "li",     "lo",     "loro",   "lui",    "ma",     "ne",    "negli",  "nei",
    "nel",    "nell",   "nella",  "nelle",  "nello",  "o",      "od",    "per",    "piu",
    "quale",  "quali",  "quella", "quelle", "quelli", "quello", "quest", "questa", "queste",
    "questi", "questo", "se",     "si",     "su",     "sua",    "sue",   "sugli",  "sui",
    "sul",    "sull",   "sulla",  "sulle",  "sullo",  "suo",    "suoi",  "tra",    "un",
    "una",    "uno",    "v",      "ve",     "vi",     "m"};

bool is_function_word(std::string_view word) {
  return std::find(kFunctionWords.begin(), kFunctionWords.end(), word) != kFunctionWords.end();
}

}  // namespace

struct Stemmer::Impl {
  struct Delete {
    void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
  };
  std::unique_ptr<sb_stemmer, Delete> snowball{sb_stemmer_new("italian", "UTF_8")};

  std::string stem(const std::string& word) const {
    const sb_symbol* result =
        sb_stemmer_stem(snowball.get(), reinterpret_cast<const sb_symbol*>(word.data()),
                        static_cast<int>(word.size()));
    if (!result) throw std::bad_alloc();
    return {reinterpret_cast<const char*>(result),
            static_cast<size_t>(sb_stemmer_length(snowball.get()))};
  }
};

Stemmer::Stemmer() : impl_(std::make_unique<Impl>()) {
  if (!impl_->snowball) throw std::runtime_error("libstemmer has no Italian stemmer");
}
Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

std::vector<Term> Stemmer::terms(std::string_view text) const {
  std::vector<Term> terms;
  const auto add = [&](size_t begin, size_t end) {
    Term term;
    term.begin = static_cast<uint32_t>(begin);
    term.end = static_cast<uint32_t>(end);
    term.word = fold(text.substr(begin, end - begin));
    term.stem = impl_->stem(term.word);
    term.function_word = is_function_word(term.word);
    terms.push_back(std::move(term));
  };
  constexpr size_t kOutside = std::string_view::npos;
  size_t begin = kOutside;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    const bool in_word = is_letter(c.value) || (c.value >= '0' && c.value <= '9');
    if (in_word && begin == kOutside) begin = at;
    if (!in_word && begin != kOutside) {
      add(begin, at);
      begin = kOutside;
    }
    at += c.size;
  }
  if (begin != kOutside) add(begin, text.size());
  return terms;
}

std::string Stemmer::stems(std::string_view text) const {
  std::string result;
  for (const Term& term : terms(text)) {
    if (term.function_word) continue;
    if (!result.empty()) result += ' ';
    result += term.stem;
  }
  return result;
}

}  // namespace cifra
