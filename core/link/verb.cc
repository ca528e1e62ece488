#include "core/link/verb.h"

#include <algorithm>

#include "core/lexicon/phrase_role.h"

namespace cifra {
namespace {

// "L'Istat |stima| che", "il Fondo |finanzia| 30 progetti": a noun by its form, and a verb between
// a noun and its object.
bool reads_as_verb(const std::vector<LinkWord>& words, uint32_t at) {
  if (at == 0 || at + 1 >= words.size()) return false;
  const LinkWord& before = words[at - 1];
  const LinkWord& after = words[at + 1];
  constexpr uint32_t kOpensNoun =
      phrase::kArticle | phrase::kPreposition | phrase::kConjunction | phrase::kDeterminer;
  const bool pronoun =
      has(before, phrase::kPronoun | phrase::kRelative) && !has(before, phrase::kDeterminer);
  // "supera |quota| 100", "ha raggiunto |quota| 100"
  if (!pronoun && has(before, phrase::kFiniteVerb | phrase::kParticiple)) return false;
  if (!pronoun && (has(before, kOpensNoun) || before.punctuation || before.fact != kNoIndex)) {
    return false;
  }
  if (after.punctuation) return false;
  return after.fact != kNoIndex || after.folded == "che" ||
         has(after, phrase::kHedge | phrase::kArticle) || pronoun;
}

// "affinché la retribuzione |arrivi| a": the clause opened with what asks for a subjunctive, and
// has no verb yet.
bool opened_by_that(const std::vector<LinkWord>& words, uint32_t at) {
  static constexpr std::string_view kOpeners[] = {"affinché", "purché",     "qualora", "benché",
                                                  "sebbene",  "nonostante", "che",     "finché",
                                                  "ove",      "perché",     "laddove", "se"};
  constexpr uint32_t kFar = 12;
  if (at == 0 ||
      has(words[at - 1],
          phrase::kArticle | phrase::kPreposition | phrase::kConjunction | phrase::kDeterminer) ||
      words[at - 1].punctuation || words[at - 1].fact != kNoIndex) {
    return false;
  }
  for (uint32_t i = at; i > 0 && at - i < kFar;) {
    --i;
    if (words[i].sentence_start || words[i].fact != kNoIndex || words[i].folded == ";")
      return false;
    if (std::ranges::find(kOpeners, words[i].folded) != std::end(kOpeners)) {
      return words[i].folded != "che" || has(words[i + 1], phrase::kArticle);
    }
    if (has(words[i], phrase::kFiniteVerb)) return false;
  }
  return false;
}

// "|Splende| il comparto dei mobili": a word of no table that opens a sentence before an article.
bool opens_before_article(const std::vector<LinkWord>& words, uint32_t at) {
  const LinkWord& word = words[at];
  if (!word.sentence_start || word.punctuation || word.digits || at + 1 >= words.size()) {
    return false;
  }
  static constexpr std::string_view kDefinite[] = {"il", "lo", "la", "l'", "i", "gli", "le"};
  const bool article = !words[at + 1].capital &&
                       std::ranges::find(kDefinite, words[at + 1].folded) != std::end(kDefinite);
  return article && (word.folded.ends_with('a') || word.folded.ends_with('e'));
}

}  // namespace

bool is_verb_at(const std::vector<LinkWord>& words, uint32_t at) {
  const LinkWord& word = words[at];
  constexpr uint32_t kMaybe = phrase::kFiniteVerb | phrase::kNounOrVerb | phrase::kSubjunctive;
  if (word.fact != kNoIndex) return false;
  if (word.roles == 0) return opens_before_article(words, at);
  if (!has(word, kMaybe)) return false;
  if (has(word, phrase::kCopula | phrase::kAuxiliary) && word.folded != "conta") return true;
  if (word.capital && !word.sentence_start) return false;
  if (!has(word, phrase::kFiniteVerb)) {
    return has(word, phrase::kNounOrVerb) ? reads_as_verb(words, at) : opened_by_that(words, at);
  }
  // "|Chiuse| 400 agenzie": a participle that opens.
  if (word.sentence_start && has(word, phrase::kParticiple)) return false;
  if (at == 0) return true;
  const LinkWord& before = words[at - 1];
  if (before.span.end > word.span.begin || !has(before, phrase::kArticle | phrase::kPreposition) ||
      has(before, phrase::kPronoun | phrase::kFiniteVerb)) {
    return true;
  }
  // "che |la consultano|", "non |le usa|"
  const bool clitic = has(before, phrase::kArticle) && !before.folded.ends_with('\'') && at > 1 &&
                      (words[at - 2].folded == "non" || has(words[at - 2], phrase::kRelative));
  const bool no_noun = word.folded.ends_with("ano") || word.folded.ends_with("ono");
  return clitic || (no_noun && has(before, phrase::kArticle));
}

bool is_infinitive(const LinkWord& word) {
  const std::string& form = word.folded;
  return form.size() > 5 &&
         (form.ends_with("are") || form.ends_with("ere") || form.ends_with("ire"));
}

}  // namespace cifra
