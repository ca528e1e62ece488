#include "core/grammar/number_lexicon.h"

#include <algorithm>
#include <span>

#include "core/lexicon/word_list.h"

namespace cifra {
namespace {

// The entries of a table by one of their members.
template <typename Entry, typename Member>
WordMap<const Entry*> map_by(std::span<const Entry> entries, Member member) {
  WordMap<const Entry*> made;
  for (const Entry& entry : entries) made.emplace(entry.*member, &entry);
  return made;
}
template <typename Entry>
const Entry* find(const WordMap<const Entry*>& map, std::string_view word) {
  const auto found = map.find(word);
  return found == map.end() ? nullptr : found->second;
}

const LetterPairs& phrase_beginnings() {
  static const LetterPairs made = [] {
    LetterPairs beginnings;
    const auto mark = [&](std::string_view word) { beginnings.mark(word[0], word[1]); };
    for (const auto& word : collective_words()) mark(word.form);
    for (const auto& word : scale_words()) {
      if (word.alone) mark(word.form);
    }
    for (const auto& word : multiple_stems()) mark(word.stem);
    for (const auto& word : multiple_nouns()) mark(word.stem);
    for (const auto& word : vague_quantifiers()) mark(word);
    mark("meta");
    mark("mezzo");
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
  static const auto words = map_by(scale_words(), &ScaleWord::form);
  const ScaleWord* found = find(words, folded);
  return found != nullptr && found->alone ? found : nullptr;
}
const CollectiveWord* collective(std::string_view folded) {
  static const auto words = map_by(collective_words(), &CollectiveWord::form);
  return find(words, folded);
}
const FractionWord* fraction(std::string_view folded) {
  static const auto words = map_by(fraction_words(), &FractionWord::form);
  return find(words, folded);
}
const FractionSign* fraction_sign(std::string_view folded) {
  if (folded.size() < 2) return nullptr;
  static const auto signs = map_by(fraction_signs(), &FractionSign::form);
  return find(signs, folded);
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
  static const auto words = map_by(multiple_nouns(), &MultipleStem::stem);
  return find(words, folded);
}
bool is_vague_quantifier(std::string_view folded) {
  static const auto words = [] {
    WordMap<bool> made;
    for (const std::string_view word : vague_quantifiers()) made.emplace(word, true);
    return made;
  }();
  return words.contains(folded);
}

bool begins_number_phrase(std::string_view folded) {
  return folded.size() >= 2 && phrase_beginnings().has(folded[0], folded[1]);
}

namespace {

const WordMap<bool>& opening_words() {
  static const auto words = [] {
    WordMap<bool> made;
    for (const auto& word : collective_words()) made.emplace(word.form, true);
    for (const auto& word : scale_words()) made.emplace(word.form, true);
    for (const auto& word : multiple_nouns()) made.emplace(word.stem, true);
    for (const std::string_view word : vague_quantifiers()) made.emplace(word, true);
    for (const std::string_view word : {"meta", "mezzo", "mezza", "mezz'"}) {
      made.emplace(word, true);
    }
    return made;
  }();
  return words;
}

}  // namespace

bool opens_number_phrase(std::string_view folded) {
  return opening_words().contains(folded) || multiple_verb(folded) != nullptr;
}

std::vector<std::string> number_phrase_words() {
  std::vector<std::string> words;
  for (const std::string_view word : opening_words().words()) words.emplace_back(word);
  for (const FractionWord& word : fraction_words()) words.emplace_back(word.form);
  for (const MultipleStem& stem : multiple_stems()) {
    for (const std::string_view ending : multiple_endings()) {
      words.push_back(std::string(stem.stem).append(ending));
    }
  }
  return words;
}

}  // namespace cifra
