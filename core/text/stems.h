// Italian words as search terms: lower case, accents folded, Snowball stems. What the store indexes
// and what a query looks for, so both must come from here.
//
// Cannot do: tell homographs apart ("porta" the noun and the verb are one stem); other languages
// are stemmed as if Italian.

#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace cifra {

struct Term {
  std::string word;             // folded: "identita"
  std::string stem;             // "ident"
  uint32_t begin = 0, end = 0;  // bytes, in the text given
  bool function_word = false;   // article, preposition, conjunction, pronoun
};

// Not thread-safe: one a thread. Costs little to make.
class Stemmer {
 public:
  Stemmer();
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;

  // The words and numbers of a text in order; an apostrophe and every other sign parts words.
  std::vector<Term> terms(std::string_view text) const;

  // Stems of the words that carry meaning, separated by spaces: "I pagamenti dell'app IO" is
  // "pag app io".
  std::string stems(std::string_view text) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Calls `use` with each of the stems that Stemmer::stems gives, in order.
template <typename Use>
void for_each_stem(std::string_view stems, Use use) {
  for (size_t at = 0; at < stems.size();) {
    const size_t end = std::min(stems.find(' ', at), stems.size());
    if (end > at) use(stems.substr(at, end - at));
    at = end + 1;
  }
}

}  // namespace cifra
