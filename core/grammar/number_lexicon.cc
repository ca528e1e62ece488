#include "core/grammar/number_lexicon.h"

#include <algorithm>
#include <array>

namespace cifra {
namespace {

// Tables of a few dozen entries, asked for words that passed a test of their first two letters.
template <typename Range, typename Member>
auto find_by(const Range& range, Member member, std::string_view word)
    -> decltype(&*range.begin()) {
  for (const auto& entry : range) {
    if (entry.*member == word) return &entry;
  }
  return nullptr;
}

class Beginnings {
 public:
  void mark(std::string_view form) { made_[key(form)] = true; }
  bool has(std::string_view word) const { return word.size() >= 2 && made_[key(word)]; }

 private:
  static size_t key(std::string_view word) {
    return static_cast<unsigned char>(word[0]) * 256U + static_cast<unsigned char>(word[1]);
  }
  std::array<bool, 65536> made_{};
};

const Beginnings& phrase_beginnings() {
  static const Beginnings made = [] {
    Beginnings beginnings;
    for (const auto& word : collective_words()) beginnings.mark(word.form);
    for (const auto& word : scale_words()) {
      if (word.alone) beginnings.mark(word.form);
    }
    for (const auto& word : multiple_stems()) beginnings.mark(word.stem);
    for (const auto& word : multiple_nouns()) beginnings.mark(word.stem);
    for (const auto& word : vague_quantifiers()) beginnings.mark(word);
    beginnings.mark("meta");
    beginnings.mark("mezzo");
    return beginnings;
  }();
  return made;
}

}  // namespace

const PhraseTable& scale_phrases() {
  static const PhraseTable table = [] {
    PhraseTable made(PhraseTable::Spelling::kFolded);
    for (uint32_t i = 0; i < scale_words().size(); ++i) made.add(scale_words()[i].form, i);
    return made;
  }();
  return table;
}

const ScaleWord* bare_scale(std::string_view folded) {
  if (!folded.starts_with("mi") && !folded.starts_with("bi")) return nullptr;
  const ScaleWord* found = find_by(scale_words(), &ScaleWord::form, folded);
  return found != nullptr && found->alone ? found : nullptr;
}
const CollectiveWord* collective(std::string_view folded) {
  return phrase_beginnings().has(folded)
             ? find_by(collective_words(), &CollectiveWord::form, folded)
             : nullptr;
}
const FractionWord* fraction(std::string_view folded) {
  return find_by(fraction_words(), &FractionWord::form, folded);
}
const FractionSign* fraction_sign(std::string_view folded) {
  if (folded.size() < 2) return nullptr;
  return find_by(fraction_signs(), &FractionSign::form, folded);
}
const MultipleStem* multiple_verb(std::string_view folded) {
  if (folded.size() < 7) return nullptr;
  for (const MultipleStem& stem : multiple_stems()) {
    if (!folded.starts_with(stem.stem)) continue;
    const auto endings = multiple_endings();
    const std::string_view ending = folded.substr(stem.stem.size());
    if (std::find(endings.begin(), endings.end(), ending) != endings.end()) return &stem;
  }
  return nullptr;
}
const MultipleStem* multiple_noun(std::string_view folded) {
  return find_by(multiple_nouns(), &MultipleStem::stem, folded);
}
bool is_vague_quantifier(std::string_view folded) {
  const auto words = vague_quantifiers();
  return std::find(words.begin(), words.end(), folded) != words.end();
}

bool begins_number_phrase(std::string_view folded) { return phrase_beginnings().has(folded); }

}  // namespace cifra
