#include "core/text/stems.h"

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <functional>
#include <stdexcept>
#include <unordered_map>

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

constexpr size_t kMostKnown = 20'000;  // words; some 3 MB

bool is_function_word(std::string_view word) {
  return std::find(kFunctionWords.begin(), kFunctionWords.end(), word) != kFunctionWords.end();
}

}  // namespace

struct Stemmer::Impl {
  struct Delete {
    void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
  };
  // What a word as written comes to. A text says the same few thousand words again and again.
  struct Known {
    std::string word, stem;
    bool function_word = false;
  };
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };

  std::unique_ptr<sb_stemmer, Delete> snowball{sb_stemmer_new("italian", "UTF_8")};
  mutable std::unordered_map<std::string, Known, Hash, std::equal_to<>> known;

  const Known& look_up(std::string_view written) const {
    if (const auto found = known.find(written); found != known.end()) return found->second;
    if (known.size() >= kMostKnown) known.clear();
    Known fresh;
    fresh.word = fold(written);
    fresh.stem = stem(fresh.word);
    fresh.function_word = is_function_word(fresh.word);
    return known.emplace(written, std::move(fresh)).first->second;
  }

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

namespace {

// Calls `each` with the begin and end of every word and number of a text.
template <class Each>
void walk_words(std::string_view text, const Each& each) {
  constexpr size_t kOutside = std::string_view::npos;
  size_t begin = kOutside;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    const bool in_word = is_letter(c.value) || (c.value >= '0' && c.value <= '9');
    if (in_word && begin == kOutside) begin = at;
    if (!in_word && begin != kOutside) {
      each(begin, at);
      begin = kOutside;
    }
    at += c.size;
  }
  if (begin != kOutside) each(begin, text.size());
}

}  // namespace

std::vector<Term> Stemmer::terms(std::string_view text) const {
  std::vector<Term> terms;
  walk_words(text, [&](size_t begin, size_t end) {
    const Impl::Known& known = impl_->look_up(text.substr(begin, end - begin));
    terms.push_back({known.word, known.stem, static_cast<uint32_t>(begin),
                     static_cast<uint32_t>(end), known.function_word});
  });
  return terms;
}

std::string Stemmer::stems(std::string_view text) const {
  std::string result;
  walk_words(text, [&](size_t begin, size_t end) {
    const Impl::Known& known = impl_->look_up(text.substr(begin, end - begin));
    if (known.function_word) return;
    if (!result.empty()) result += ' ';
    result += known.stem;
  });
  return result;
}

}  // namespace cifra
