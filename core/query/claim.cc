#include "core/query/claim.h"

#include <algorithm>
#include <utility>

#include "core/document/document.h"
#include "core/grammar/recogniser.h"
#include "core/lexicon/phrase_role.h"
#include "core/lexicon/question_words.h"
#include "core/lexicon/word_class.h"
#include "core/link/governor.h"
#include "core/link/inherited_time.h"
#include "core/link/linker.h"
#include "core/link/verb.h"
#include "core/link/words.h"
#include "core/text/folding.h"
#include "core/text/is_any.h"

namespace cifra {
namespace {

Asked asked_for(Kind kind) {
  switch (kind) {
    case Kind::kCount:
      return Asked::kCount;
    case Kind::kMoney:
      return Asked::kMoney;
    case Kind::kPercent:
    case Kind::kShare:
      return Asked::kShare;
    case Kind::kDuration:
      return Asked::kDuration;
    case Kind::kMeasure:
      return Asked::kMeasure;
    case Kind::kMultiple:
      return Asked::kMultiple;
    default:
      return Asked::kAnything;
  }
}

// A claim is a document of one paragraph to the linker.
Document document_of(std::string_view claim, std::string_view date) {
  Document document;
  document.text = claim;
  Block paragraph;
  paragraph.span = {0, static_cast<uint32_t>(claim.size())};
  document.blocks.push_back(paragraph);
  document.metadata.published_on = date;
  return document;
}

Quantity quantity_of(const Figure& figure, std::string_view claim) {
  Quantity quantity;
  quantity.kind = figure.kind;
  quantity.value = figure.value;
  quantity.high = figure.high;
  quantity.unit = figure.unit;
  quantity.approximation = figure.approximation;
  quantity.change = figure.change;
  quantity.whole = figure.whole;
  quantity.surface = figure.span.of(claim);
  return quantity;
}

// The claim with its numbers blanked out, so that only words are looked for.
std::string without_numbers(std::string_view claim, const std::vector<Fact>& facts) {
  std::string words(claim);
  for (const Fact& fact : facts) {
    for (uint32_t i = fact.figure.span.begin; i < fact.figure.span.end; ++i) words[i] = ' ';
  }
  return words;
}

// "i deputati |sotto i 35 anni| sono 48", "i Comuni |con oltre 5.000 abitanti| ricevono …", "il
// pacchetto |da 10 API| vale …", "le famiglie |con Isee inferiore a 20.000 euro|": says which ones
// are meant.
bool tells_which(const Fact& fact, const std::vector<LinkWord>& words, uint32_t index) {
  constexpr uint32_t kWordsBack = 7;
  const WordRange own = words_of_fact(words, index);
  const uint32_t at = own.begin;
  const bool age = fact.figure.kind == Kind::kDuration && fact.figure.unit == "a";
  const bool size = fact.counted.starts_with("abitanti");
  constexpr uint32_t kNounAndBound = 4;  // "con |Isee inferiore a|"
  bool bound = false;
  for (uint32_t i = at; i > 0 && at - i < kWordsBack;) {
    --i;
    const std::string& word = words[i].folded;
    if (word == "con" && bound && at - i >= kNounAndBound) return true;
    bound = bound || word.starts_with("superior") || word.starts_with("inferior") ||
            is_any(word, {"sotto", "sopra", "fino"});
    if (words[i].fact != kNoIndex || words[i].punctuation || is_verb_at(words, i)) return false;
    if (is_any(word, {"sotto", "sopra", "over", "under"}) && (age || size)) return true;
    if (age && is_any(word, {"tra", "fra", "dai", "oltre"})) return true;
    if (size && is_any(word, {"con", "fino", "oltre"})) return true;
    if (word == "da" && i + 1 == at && fact.figure.kind == Kind::kCount) {
      const bool to =
          own.end < words.size() && is_any(words[own.end].folded, {"a", "ad", "al", "ai"});
      return i > 0 && !to && !is_verb_at(words, i - 1);
    }
  }
  return false;
}

// "l'affluenza |è salita oltre| l'82 %", "|è scesa a| 12": where it got to, not by how much.
bool is_reached(const std::vector<LinkWord>& words, uint32_t index) {
  constexpr uint32_t kWordsBack = 5;
  const uint32_t at = words_of_fact(words, index).begin;
  bool to = false;
  for (uint32_t i = at; i > 0 && at - i < kWordsBack;) {
    --i;
    const std::string& word = words[i].folded;
    if (is_any(word, {"oltre", "sopra", "sotto", "fino", "a", "ad", "al", "all'", "alla"}))
      to = true;
    if (is_any(word, {"di", "del", "dell'", "dello", "della"})) return false;
    if (word.starts_with("sal") || word.starts_with("sces") || word.starts_with("scend")) return to;
  }
  return false;
}

// "|i crolli| sono stati 61", "l'intensità degli aiuti è stata del 42 %": the verb says how much
// the subject is, and only a subject that is a change itself makes one of it.
bool is_level_of_subject(const Fact& fact, const std::vector<LinkWord>& words, uint32_t index) {
  const WordRange own = words_of_fact(words, index);
  for (uint32_t i = own.end; i < words.size() && i < own.end + 6; ++i) {
    const std::string& word = words[i].folded;
    if (is_any(word, {"piu", "più", "meno", "inferiore", "superiore"})) return false;
  }
  const Left left = look_left(words, sentence_of(words, own.begin), own.begin, index);
  if (left.governor != Governor::kVerb || (words[left.at].roles & phrase::kCopula) == 0)
    return false;
  for (uint32_t i = left.at; i < own.begin; ++i) {
    if (is_change_word(fold(words[i].folded))) return false;  // "sono |cresciuti|"
  }
  const std::string head = fold(fact.subject.substr(0, fact.subject.find(' ')));
  return !head.empty() && !is_change_word(head);
}

// "la spesa |non è stata| di 7 milioni": the verb that governs the figure is denied.
bool is_denied(const std::vector<LinkWord>& words, uint32_t index) {
  const WordRange own = words_of_fact(words, index);
  if (own.empty()) return false;
  const Left left = look_left(words, sentence_of(words, own.begin), own.begin, index);
  if (left.governor != Governor::kVerb) return false;
  for (uint32_t i = left.at; i > 0 && left.at - i < 3;) {
    --i;
    if (words[i].folded == "non") return true;
    if ((words[i].roles & (phrase::kPronoun | phrase::kAuxiliary)) == 0) return false;
  }
  return false;
}

// "non superano i 10", "non sono più di 10": what is denied is the bound, which has been turned.
bool is_turned_bound(Approximation approximation) {
  return approximation == Approximation::kAtMost || approximation == Approximation::kAtLeast;
}

// "non hanno raggiunto i 10", "non arrivano a 10": fewer.
bool falls_short(const std::vector<LinkWord>& words, uint32_t index) {
  constexpr uint32_t kWordsBack = 6;
  const uint32_t at = words_of_fact(words, index).begin;
  bool reaches = false;
  for (uint32_t i = at; i > 0 && at - i < kWordsBack;) {
    --i;
    const std::string& word = words[i].folded;
    if (words[i].punctuation) return false;
    if (reaches && word == "non") return true;
    reaches = reaches || word.starts_with("raggiun") || word.starts_with("arriv");
  }
  return false;
}

// "Non è vero che i comuni siano 12": all that follows is denied.
bool denies_all(std::string_view claim) {
  static constexpr std::string_view kOpenings[] = {"Non è vero che ", "Non e' vero che ",
                                                   "È falso che ", "E' falso che ",
                                                   "Non è corretto che "};
  return std::ranges::any_of(kOpenings,
                             [&](std::string_view opening) { return claim.starts_with(opening); });
}

// Marks the figures that say which ones are meant, where others are left to be checked, and those
// that are denied.
void mark_roles(std::string_view claim, const std::vector<Fact>& facts,
                std::vector<ClaimFigure>& figures) {
  const Span all{0, static_cast<uint32_t>(claim.size())};
  const auto words = split_words(claim, all, facts, 0, static_cast<uint32_t>(facts.size()));
  for (uint32_t i = 0; i < facts.size(); ++i) {
    figures[i].condition = facts.size() > 1 && tells_which(facts[i], words, i);
    Approximation& approximation = figures[i].quantity.approximation;
    if (falls_short(words, i)) {
      approximation = figures[i].fact.figure.approximation = Approximation::kUnder;
    } else {
      figures[i].denied = is_denied(words, i) && !is_turned_bound(approximation);
    }
    if (denies_all(claim)) figures[i].denied = !figures[i].denied;
    if (figures[i].quantity.change != Change::kNone &&
        (is_reached(words, i) || is_level_of_subject(facts[i], words, i))) {
      figures[i].quantity.change = figures[i].fact.figure.change = Change::kNone;
      figures[i].question.change = false;
    }
  }
  if (std::ranges::all_of(figures, &ClaimFigure::condition)) {
    for (ClaimFigure& figure : figures) figure.condition = false;
  }
  for (const ClaimFigure& which : figures) {
    if (!which.condition) continue;
    for (ClaimFigure& figure : figures) {
      if (!figure.condition) figure.conditions.push_back(which.quantity);
    }
  }
}

// "più |che nel 2020|": a comparative in the clause before, where "che" compares.
bool follows_comparative(std::string_view before) {
  static constexpr std::string_view kComparatives[] = {
      "più ",   "Più ",   "meno ",      "Meno ", "maggior", "minor", "superior", "inferior",
      "meglio", "peggio", "altrettant", "stess", "diminui", "calat", "cresciut"};
  before = before.substr(before.find_last_of(",;:") + 1);
  return std::ranges::any_of(kComparatives, [&](std::string_view word) {
    return before.find(word) != std::string_view::npos;
  });
}

// "contro |i 12 del 2019|", not "i delitti contro |il patrimonio nel 2020|".
bool opens_with_figure(std::string_view text) {
  const std::vector<Figure> figures = recognise(text);
  if (figures.empty()) return false;
  std::string_view before = text.substr(0, figures.front().span.begin);
  while (!before.empty()) {
    const size_t end = std::min(before.find_first_of(" '"), before.size());
    if (end > 0 && word_classes(fold_word(before.substr(0, end))) == 0) return false;
    before.remove_prefix(std::min(end + 1, before.size()));
  }
  return true;
}

// Where the claim begins to say what it compares itself with; its end where it does not.
size_t comparison_in(std::string_view claim) {
  enum class When : uint8_t { kAlways, kAfterComparative, kBeforeFigure };
  struct Mark {
    std::string_view words;
    When when;
  };
  static constexpr Mark kMarks[] = {
      {" rispetto a", When::kAlways},        {" a fronte ", When::kAlways},
      {" che nel", When::kAfterComparative}, {" che ad ", When::kAfterComparative},
      {" che a ", When::kAfterComparative},  {" che in ", When::kAfterComparative},
      {" contro ", When::kBeforeFigure},
  };
  size_t first = claim.size();
  for (const Mark& mark : kMarks) {
    const size_t at = claim.find(mark.words);
    if (at >= first) continue;
    if (mark.when == When::kAfterComparative && !follows_comparative(claim.substr(0, at))) continue;
    const std::string_view after = claim.substr(std::min(claim.size(), at + mark.words.size()));
    if (mark.when == When::kBeforeFigure && !opens_with_figure(after)) continue;
    first = at;
  }
  return first;
}

// "più |che nel 2020|", "in calo |rispetto al 2019|": times a claim compares with and is not of,
// unless it says them elsewhere too.
std::vector<std::string> times_compared_with(std::string_view claim) {
  const size_t at = comparison_in(claim);
  if (at >= claim.size()) return {};
  const size_t end = std::min(claim.find(',', at), claim.size());
  const std::vector<std::string> compared = times_in(claim.substr(at, end - at));
  std::vector<std::string> own = times_in(claim.substr(0, at));
  for (std::string& time : times_in(claim.substr(end))) own.push_back(std::move(time));
  std::vector<std::string> bases;
  for (const std::string& time : compared) {
    if (std::ranges::find(own, time) == own.end()) bases.push_back(time);
  }
  return bases;
}

}  // namespace

std::vector<ClaimFigure> figures_of_claim(std::string_view claim, std::string_view date,
                                          const Stemmer& stemmer) {
  const Document document = document_of(claim, date);
  std::vector<Fact> facts;
  RecogniserOptions options;
  options.document_date = date;
  for (Figure& figure : recognise(document.text, options)) {
    if (!figure.is_fact()) continue;
    Fact fact;
    fact.figure = std::move(figure);
    fact.block = 0;
    fact.counted = fact.figure.counted.of(document.text);
    facts.push_back(std::move(fact));
  }
  link_facts(document, facts);

  const std::vector<std::string> bases = times_compared_with(claim);
  Question words = parse_question(without_numbers(claim, facts), stemmer);
  for (const std::string& base : bases) {
    if (const auto period = period_of(base)) std::erase(words.periods, *period);
  }
  std::vector<ClaimFigure> figures;
  for (const Fact& fact : facts) {
    ClaimFigure figure;
    figure.quantity = quantity_of(fact.figure, document.text);
    figure.question = words;
    figure.question.asked = asked_for(fact.figure.kind);
    figure.question.asked_surely = true;
    figure.question.unit.clear();  // units are converted when values are compared
    figure.question.change = fact.figure.change != Change::kNone;
    const std::string counted = stemmer.stems(fact.counted);
    for (QuestionTerm& term : figure.question.terms) {
      term.asked_noun = !counted.empty() && counted.substr(0, counted.find(' ')) == term.stem;
    }
    figure.fact = fact;
    if (std::ranges::find(bases, fact.time) != bases.end()) {
      figure.fact.time.clear();
      figure.fact.figure.time.clear();
    }
    figures.push_back(std::move(figure));
  }
  mark_roles(claim, facts, figures);
  return figures;
}

}  // namespace cifra
