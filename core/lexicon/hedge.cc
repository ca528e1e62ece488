#include "core/lexicon/hedge.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <string>
#include <utility>

#include "core/lexicon/conjugation.h"
#include "core/lexicon/word_class.h"
#include "core/lexicon/word_list.h"

namespace cifra {
namespace {

using enum HedgeMeaning;

constexpr Hedge kBefore[] = {
    {"circa", kAbout, "circa [300] sindaci"},
    {"ca", kAbout, "ca. [300] sindaci"},
    {"ca .", kAbout, "ca. [300] sindaci"},
    {"c . a .", kAbout, "c.a. [300] sindaci"},
    {"circa a", kAbout, "siamo circa a [300] sindaci"},
    {"~", kAbout, "~[300] sindaci"},
    {"intorno a", kAbout, "intorno ai [300] sindaci"},
    {"intorno", kAbout, "intorno i [300] euro"},
    {"attorno a", kAbout, "attorno ai [300] sindaci"},
    {"a incirca", kAbout, "all'incirca [300] sindaci"},
    {"in ordine di", kAbout, "nell'ordine dei [300] sindaci"},
    {"su ordine di", kAbout, "sull'ordine dei [300] sindaci"},
    {"di ordine di", kAbout, "dell'ordine di [300] sindaci"},
    {"piu o meno", kAbout, "più o meno [300] sindaci"},
    {"pressappoco", kAbout, "pressappoco [300] sindaci"},
    {"press' a poco", kAbout, "press'a poco [300] sindaci"},
    {"suppergiu", kAbout, "suppergiù [300] sindaci"},
    {"grosso modo", kAbout, "grosso modo [300] sindaci"},
    {"grossomodo", kAbout, "grossomodo [300] sindaci"},
    {"approssimativamente", kAbout, "approssimativamente [300] sindaci"},
    {"indicativamente", kAbout, "indicativamente [300] sindaci"},
    {"orientativamente", kAbout, "orientativamente [300] sindaci"},
    {"tendenzialmente", kAbout, "tendenzialmente [300] sindaci"},
    {"qualcosa come", kAbout, "qualcosa come [300] sindaci"},
    {"qualche cosa come", kAbout, "qualche cosa come [300] sindaci"},
    {"aggira su", kAbout, "si aggira sui [300] euro"},
    {"aggirano su", kAbout, "si aggirano sui [300] euro"},
    {"aggirava su", kAbout, "si aggirava sui [300] euro"},
    {"aggiravano su", kAbout, "si aggiravano sui [300] euro"},
    {"aggirera su", kAbout, "si aggirerà sui [300] euro"},
    {"aggireranno su", kAbout, "si aggireranno sui [300] euro"},
    {"aggirerebbe su", kAbout, "si aggirerebbe sui [300] euro"},
    {"aggiro su", kAbout, "si aggirò sui [300] euro"},
    {"aggirata su", kAbout, "si è aggirata sui [300] euro"},
    {"aggirato su", kAbout, "si è aggirato sui [300] euro"},
    {"attesta intorno a", kAbout, "si attesta intorno ai [300] euro"},
    {"aggirarsi su", kAbout, "può aggirarsi sui [300] euro"},
    {"stimabile in", kAbout, "una platea stimabile in [300] sindaci"},
    {"stimabili in", kAbout, "risorse stimabili in [300] euro"},

    {"oltre", kOver, "oltre [300] sindaci"},
    {"oltre a quota", kOver, "oltre quota [300] sindaci"},
    {"oltre quota", kOver, "oltre quota [300] sindaci"},
    {"oltre soglia di", kOver, "oltre la soglia dei [300] sindaci"},
    {"poco oltre", kOver, "poco oltre i [300] sindaci"},
    {"piu di", kOver, "più di [300] sindaci"},
    {"piu che", kOver, "più che [300] sindaci"},
    {"poco piu di", kOver, "poco più di [300] sindaci"},
    {"piu", kNothing, "spende 16 euro, più [5] di costi"},
    {"maggiore di", kOver, "un numero maggiore di [300]"},
    {"maggiori di", kOver, "valori maggiori di [300]"},
    {">", kOver, "> [300] sindaci"},
    {"sopra", kOver, "sopra i [300] euro"},
    {"sopra a", kOver, "sopra ai [300] euro"},
    {"sopra di", kOver, "al di sopra dei [300] euro"},
    {"sopra quota", kOver, "sopra quota [300]"},
    {"sopra soglia di", kOver, "sopra la soglia dei [300] euro"},
    {"sopra di soglia di", kOver, "al di sopra della soglia di [300] euro"},
    {"superiore a", kOver, "una somma superiore a [300] euro"},
    {"superiori a", kOver, "somme superiori ai [300] euro"},
    // "là" folds to an article and falls away
    {"a di di", kOver, "al di là dei [300] euro"},
    {"eccedente", kOver, "la parte eccedente i [300] euro"},
    {"eccedenti", kOver, "le somme eccedenti i [300] euro"},
    {"over", kOver, "gli over [65]"},
    {"ultra", kOver, "gli ultra [65]enni"},

    {"almeno", kAtLeast, "almeno [300] sindaci"},
    {"almeno a", kAtLeast, "corrisponde almeno a [300] sindaci"},
    {"almeno di", kAtLeast, "una spesa almeno di [300] euro"},
    {"perlomeno", kAtLeast, "perlomeno [300] sindaci"},
    {"per lo meno", kAtLeast, "per lo meno [300] sindaci"},
    {"per meno", kAtLeast, "per lo meno [300] sindaci"},
    {"quantomeno", kAtLeast, "quantomeno [300] sindaci"},
    {"quanto meno", kAtLeast, "quanto meno [300] sindaci"},
    {"come minimo", kAtLeast, "come minimo [300] sindaci"},
    {"minimo", kAtLeast, "minimo [300] sindaci"},
    {"minimo di", kAtLeast, "un minimo di [300] sindaci"},
    {"minima di", kAtLeast, "una quota minima di [300] euro"},
    {"minimo pari a", kAtLeast, "un importo minimo pari a [300] euro"},
    {"minima pari a", kAtLeast, "una quota minima pari a [300] euro"},
    {"a minimo", kAtLeast, "al minimo [300] sindaci"},
    {"min", kAtLeast, "min [300] euro"},
    {"min .", kAtLeast, "min. [300] euro"},
    {"non meno di", kAtLeast, "non meno di [300] sindaci"},
    {"non inferiore a", kAtLeast, "non inferiore a [300] euro"},
    {"non inferiori a", kAtLeast, "non inferiori ai [300] euro"},
    {"non minore di", kAtLeast, "non minore di [300] euro"},
    {"pari o superiore a", kAtLeast, "pari o superiore a [300] euro"},
    {"pari o superiori a", kAtLeast, "pari o superiori a [300] euro"},
    {"uguale o superiore a", kAtLeast, "uguale o superiore a [300] euro"},
    {"uguali o superiori a", kAtLeast, "uguali o superiori a [300] euro"},
    {"eguale o superiore a", kAtLeast, "eguale o superiore a [300] euro"},
    {"superiore o uguale a", kAtLeast, "superiore o uguale a [300] euro"},
    {"superiori o uguali a", kAtLeast, "superiori o uguali a [300] euro"},
    {"superiore o pari a", kAtLeast, "superiore o pari a [300] euro"},
    {"superiori o pari a", kAtLeast, "superiori o pari a [300] euro"},
    {"maggiore o uguale a", kAtLeast, "maggiore o uguale a [300] euro"},
    {"a partire da", kAtLeast, "a partire da [300] euro"},
    {"partendo da", kAtLeast, "partendo da [300] euro"},
    {"> =", kAtLeast, ">= [300] euro"},
    {"\u2265", kAtLeast, "≥ [300] euro"},

    {"meno di", kUnder, "meno di [300] sindaci"},
    {"minore di", kUnder, "un minore di [300] euro"},
    {"minori di", kUnder, "valori minori di [300]"},
    {"inferiore a", kUnder, "inferiore ai [300] euro"},
    {"inferiori a", kUnder, "inferiori ai [300] euro"},
    {"sotto", kUnder, "sotto i [300] euro"},
    {"sotto a", kUnder, "sotto ai [300] euro"},
    {"sotto di", kUnder, "al di sotto dei [300] euro"},
    {"sotto quota", kUnder, "sotto quota [300]"},
    {"sotto soglia di", kUnder, "sotto la soglia dei [300] euro"},
    {"sotto di soglia di", kUnder, "al di sotto della soglia dei [300] euro"},
    {"<", kUnder, "< [300] euro"},
    {"under", kUnder, "gli under [35]"},

    {"fino a", kAtMost, "fino a [300] sindaci"},
    {"fino", kAtMost, "redditi fino [300] euro"},
    {"fin a", kAtMost, "fin a [300] sindaci"},
    {"sino a", kAtMost, "sino ai [300] sindaci"},
    {"fino a massimo di", kAtMost, "fino a un massimo di [300] sindaci"},
    {"fino a soglia di", kAtMost, "fino alla soglia di [300] euro"},
    {"entro soglia di", kAtMost, "entro la soglia di [300] euro"},
    {"fino a quota", kAtMost, "fino a quota [300]"},
    {"a massimo", kAtMost, "al massimo [300] sindaci"},
    {"a massimo di", kAtMost, "al massimo di [300] sindaci"},
    {"a massimo a", kAtMost, "al massimo a [300] sindaci"},
    {"massimo", kAtMost, "massimo [300] sindaci"},
    {"massimo di", kAtMost, "un massimo di [300] sindaci"},
    {"massima di", kAtMost, "una spesa massima di [300] euro"},
    {"massimi di", kAtMost, "importi massimi di [300] euro"},
    {"massime di", kAtMost, "spese massime di [300] euro"},
    {"massimo pari a", kAtMost, "un importo massimo pari a [300] euro"},
    {"massima pari a", kAtMost, "una spesa massima pari a [300] euro"},
    {"massimo fissato in", kAtMost, "il massimo fissato in [300] euro"},
    {"max", kAtMost, "max [300] euro"},
    {"max .", kAtMost, "max. [300] euro"},
    {"non oltre", kAtMost, "non oltre [300] sindaci"},
    {"non oltre a", kAtMost, "non oltre ai [300] sindaci"},
    {"non piu di", kAtMost, "non più di [300] sindaci"},
    {"non piu che", kAtMost, "non più che [300] sindaci"},
    {"non superiore a", kAtMost, "non superiore a [300] euro"},
    {"non superiori a", kAtMost, "non superiori a [300] euro"},
    {"non maggiore di", kAtMost, "non maggiore di [300] euro"},
    {"pari o inferiore a", kAtMost, "pari o inferiore a [300] euro"},
    {"pari o inferiori a", kAtMost, "pari o inferiori a [300] euro"},
    {"uguale o inferiore a", kAtMost, "uguale o inferiore a [300] euro"},
    {"uguali o inferiori a", kAtMost, "uguali o inferiori a [300] euro"},
    {"inferiore o uguale a", kAtMost, "inferiore o uguale a [300] euro"},
    {"inferiori o uguali a", kAtMost, "inferiori o uguali a [300] euro"},
    {"inferiore o pari a", kAtMost, "inferiore o pari a [300] euro"},
    {"inferiori o pari a", kAtMost, "inferiori o pari a [300] euro"},
    {"minore o uguale a", kAtMost, "minore o uguale a [300] euro"},
    {"in limite di", kAtMost, "nel limite di [300] euro"},
    {"in limiti di", kAtMost, "nei limiti di [300] euro"},
    {"entro limite di", kAtMost, "entro il limite di [300] euro"},
    {"entro tetto di", kAtMost, "entro il tetto di [300] euro"},
    {"in limite massimo di", kAtMost, "nel limite massimo di [300] euro"},
    {"entro limite massimo di", kAtMost, "entro il limite massimo di [300] euro"},
    {"a piu", kAtMost, "al più [300] sindaci"},
    {"tutt' a piu", kAtMost, "tutt'al più [300] sindaci"},
    {"< =", kAtMost, "<= [300] euro"},
    {"\u2264", kAtMost, "≤ [300] euro"},

    {"quasi", kNearly, "quasi [300] sindaci"},
    {"quasi a", kNearly, "siamo quasi a [300] sindaci"},
    {"quasi di", kNearly, "un calo quasi di [300] euro"},
    {"pressoche", kNearly, "pressoché [300] sindaci"},
    {"poco meno di", kNearly, "poco meno di [300] sindaci"},
    {"poco sotto", kNearly, "poco sotto i [300] sindaci"},
    {"poco sotto a", kNearly, "poco sotto ai [300] sindaci"},
    {"a poco meno di", kNearly, "a poco meno di [300] euro"},
    {"appena sotto", kNearly, "appena sotto i [300] euro"},
    {"appena meno di", kNearly, "appena meno di [300] euro"},
    {"appena sopra", kOver, "appena sopra i [300] euro"},
    {"di poco inferiore a", kNearly, "di poco inferiore ai [300] euro"},
    {"di poco inferiori a", kNearly, "di poco inferiori ai [300] euro"},
    {"poco inferiore a", kNearly, "poco inferiore ai [300] euro"},
    {"a ridosso di", kNearly, "a ridosso dei [300] euro"},
    {"a soglia di", kNearly, "alla soglia dei [300] euro"},
    {"a soglie di", kNearly, "alle soglie dei [300] euro"},
    {"vicino a", kNearly, "vicino ai [300] euro"},
    {"vicini a", kNearly, "vicini ai [300] euro"},
    {"vicina a", kNearly, "vicina ai [300] euro"},
    {"vicine a", kNearly, "vicine ai [300] euro"},
    {"prossimo a", kNearly, "prossimo ai [300] euro"},
    {"prossima a", kNearly, "prossima ai [300] euro"},
    {"prossimi a", kNearly, "prossimi ai [300] euro"},
    {"prossime a", kNearly, "prossime ai [300] euro"},
};

constexpr Hedge kAfter[] = {
    {"circa", kAbout, "[300] circa"},
    {"ca", kAbout, "[300] ca."},
    {"a incirca", kAbout, "[300] all'incirca"},
    {"piu o meno", kAbout, "[300] sindaci, più o meno"},
    {"o giu di li", kAbout, "[300] sindaci o giù di lì"},
    {"o quasi", kNearly, "[300] sindaci o quasi"},
    {"scarsi", kNearly, "[300] euro scarsi"},
    {"scarse", kNearly, "[300] ore scarse"},
    {"abbondanti", kOver, "[300] euro abbondanti"},
    {"e passa", kOver, "[300] e passa euro"},
    {"e rotti", kOver, "[300] euro e rotti"},
    {"o piu", kAtLeast, "[300] o più sindaci"},
    {"ed oltre", kAtLeast, "[300] sindaci ed oltre"},
    {"e oltre", kAtLeast, "[300] sindaci e oltre"},
    {"o oltre", kAtLeast, "[300] sindaci o oltre"},
    {"e piu", kAtLeast, "[300] sindaci e più"},
    {"in su", kAtLeast, "da [300] euro in su"},
    {"almeno", kAtLeast, "[300] sindaci almeno"},
    {"a minimo", kAtLeast, "[300] euro al minimo"},
    {"come minimo", kAtLeast, "[300] euro come minimo"},
    {"o meno", kAtMost, "[300] sindaci o meno"},
    {"in giu", kAtMost, "da [300] euro in giù"},
    {"a massimo", kAtMost, "[300] euro al massimo"},
    {"massimo", kAtMost, "[300] euro massimo"},
    {"max", kAtMost, "[300] euro max"},
    {"a piu", kAtMost, "[300] euro al più"},
};

// Verbs whose object the figure is: "supera i 300 euro". A negation turns them to "at most".
struct HedgingVerb {
  std::string_view stem;
  Conjugation conjugation;
  HedgeMeaning meaning;
};
constexpr HedgingVerb kVerbs[] = {
    {"super", Conjugation::kAre, kOver},       {"oltrepass", Conjugation::kAre, kOver},
    {"sorpass", Conjugation::kAre, kOver},     {"travalic", Conjugation::kAre, kOver},
    {"valic", Conjugation::kAre, kOver},       {"sfond", Conjugation::kAre, kOver},
    {"ecced", Conjugation::kEre, kOver},       {"sfior", Conjugation::kAre, kNearly},
    {"rasent", Conjugation::kAre, kNearly},    {"lamb", Conjugation::kIre, kNearly},

    {"approssim", Conjugation::kAre, kNearly},
};
// What may stand between such a verb and its figure.
constexpr std::string_view kVerbObjects[] = {
    "",           "quota",       "soglia di", "tetto di",     "muro di",         "limite di",
    "importo di", "valore di",   "a",         "ampiamente",   "abbondantemente", "ormai",
    "di poco",    "dunque",      "quindi",    "infatti",      "invece",          "cosi",
    "gia",        "comunque",    "anche",     "nettamente",   "largamente",      "leggermente",
    "appena",     "addirittura", "persino",   "di gran lunga"};

// What may stand before a verb that says "over" and makes it "at most".
constexpr std::string_view kNegations[] = {
    "non ",          "senza ",    "non puo ",    "non possono ", "non potra ",
    "non potranno ", "non deve ", "non devono ", "non dovra ",   "non dovranno ",
    "non abbia ",    "non ha ",   "non hanno ",  "non abbiano ", "non si "};

using Phrases = WordMap<const Hedge*>;

Phrases phrases_of(std::span<const Hedge> hedges) {
  Phrases phrases;
  for (const Hedge& hedge : hedges) phrases.emplace(hedge.phrase, &hedge);
  return phrases;
}

struct VerbForms {
  std::deque<std::string> made;
  WordMap<HedgeMeaning> map;
};

const VerbForms& verb_forms() {
  static const VerbForms forms = [] {
    VerbForms found;
    for (const HedgingVerb& verb : kVerbs) {
      for (std::string& form : forms_of(verb.stem, verb.conjugation)) {
        found.map.emplace(found.made.emplace_back(std::move(form)), verb.meaning);
      }
    }
    return found;
  }();
  return forms;
}

// "supera", "superano soglia di": a verb and what may follow it.
const HedgeMeaning* verb_phrase(std::string_view phrase) {
  const size_t space = std::min(phrase.find(' '), phrase.size());
  const auto form = verb_forms().map.find(phrase.substr(0, space));
  if (form == verb_forms().map.end()) return nullptr;
  const std::string_view object = phrase.substr(std::min(space + 1, phrase.size()));
  const bool known =
      std::find(std::begin(kVerbObjects), std::end(kVerbObjects), object) != std::end(kVerbObjects);
  return known ? &form->second : nullptr;
}

const Hedge* find(const Phrases& phrases, std::string_view phrase) {
  const auto found = phrases.find(phrase);
  return found == phrases.end() ? nullptr : found->second;
}

const Hedge* hedge_of_verb(std::string_view phrase) {
  static const Hedge kOf[] = {{"", kAbout, ""}, {"", kOver, ""},   {"", kAtLeast, ""},
                              {"", kUnder, ""}, {"", kAtMost, ""}, {"", kNearly, ""}};
  if (const HedgeMeaning* meaning = verb_phrase(phrase)) {
    return &kOf[static_cast<size_t>(*meaning)];
  }
  if (!phrase.starts_with("non ") && !phrase.starts_with("senza ")) return nullptr;
  for (const std::string_view negation : kNegations) {
    if (!phrase.starts_with(negation)) continue;
    const HedgeMeaning* meaning = verb_phrase(phrase.substr(negation.size()));
    if (meaning != nullptr && *meaning == kOver) return &kOf[static_cast<size_t>(kAtMost)];
  }
  return nullptr;
}

std::string_view last_word(std::string_view phrase) {
  return phrase.substr(phrase.rfind(' ') + 1);  // npos + 1 is 0
}

const WordMap<bool>& beginnings() {
  static const WordMap<bool> words = [] {
    WordMap<bool> made;
    for (const Hedge& hedge : kAfter) {
      made.emplace(hedge.phrase.substr(0, hedge.phrase.find(' ')), true);
    }
    return made;
  }();
  return words;
}

const WordMap<bool>& endings() {
  static const WordMap<bool> words = [] {
    WordMap<bool> made;
    for (const Hedge& hedge : kBefore) made.emplace(last_word(hedge.phrase), true);
    for (const std::string_view object : kVerbObjects) made.emplace(last_word(object), true);
    for (const std::string& form : verb_forms().made) made.emplace(form, true);
    return made;
  }();
  return words;
}

}  // namespace

std::span<const Hedge> hedges_before() { return kBefore; }
std::span<const Hedge> hedges_after() { return kAfter; }

const Hedge* hedge_before(std::string_view phrase) {
  static const Phrases phrases = phrases_of(kBefore);
  const Hedge* hedge = find(phrases, phrase);
  return hedge != nullptr ? hedge : hedge_of_verb(phrase);
}

const Hedge* hedge_after(std::string_view phrase) {
  static const Phrases phrases = phrases_of(kAfter);
  return find(phrases, phrase);
}

bool begins_hedge_after(std::string_view reduced) { return beginnings().contains(reduced); }

std::vector<std::string_view> words_that_begin_hedges_after() { return beginnings().words(); }

bool ends_hedge(std::string_view reduced) { return endings().contains(reduced); }

std::vector<std::string_view> words_that_end_hedges() { return endings().words(); }

std::string_view reduced_word(std::string_view folded) {
  return reduced_word(folded, word_classes(folded));
}

std::string_view reduced_word(std::string_view folded, WordClasses classes) {
  if (classes & kArticle) return "";
  if (classes & kOf) return "di";
  if (classes & kTo) return "a";
  if (classes & kFrom) return "da";
  if (classes & kIn) return "in";
  if (classes & kOn) return "su";
  if (classes & kWith) return "con";
  return folded;
}

}  // namespace cifra
