// Whether a figure is a difference, and which way: signs ("+3%"), "in più" and "in meno", nouns and
// verbs of growing and shrinking that govern it with "di" ("un calo del 3%", "cresce, a maggio, del
// 2%"), comparisons ("superiore del 3%"), and figures coordinated with one of these.
//
// A level is none: "sale al 7%", "passa dal 10 al 15%".

#include "core/grammar/change_reading.h"
#include "core/grammar/context.h"
#include "core/grammar/noun_phrase.h"
#include "core/grammar/passes.h"
#include "core/lexicon/change_word.h"

namespace cifra {
namespace {

constexpr uint32_t kReachAfter = 10;  // tokens to "in più" after a figure
constexpr uint32_t kReachNear = 5;    // … where a plain "di" may belong to another noun

// "+3%", "-0,3": a sign against the number and no range before it.
ChangeReading by_sign(const Stretch& stretch, const Finding& finding) {
  const Tokens& tokens = stretch.tokens;
  uint32_t sign = finding.tokens.first;
  const bool own = tokens.is(sign, "+") || tokens.is(sign, "-");
  if (!own) {
    if (sign == 0 || !is_glued(tokens, sign)) return {};
    --sign;
  }
  if (!tokens.is(sign, "+") && !tokens.is(sign, "-")) return {};
  if (tokens.is(sign, "+") && is_glued(tokens, sign) && tokens[sign - 1].is_numeral()) return {};
  if (tokens.is(sign, "-")) {
    if (is_glued(tokens, sign) &&
        (tokens[sign - 1].is_word() || tokens[sign - 1].is_numeral() || tokens.is(sign - 1, "%"))) {
      return {};
    }
  }
  // "+/-" is a tolerance
  if (sign > 0 && tokens.is(sign - 1, "/") && is_glued(tokens, sign)) return {};
  return {tokens.is(sign, "+") ? Change::kIncrease : Change::kDecrease,
          "change.sign",
          {sign, sign + 1}};
}

// "in più", "in meno", "di più", "di meno" at `at`.
Change more_or_less(const Tokens& tokens, uint32_t at) {
  if (!tokens.is(at, "in") && !tokens.is(at, "di")) return Change::kNone;
  if (tokens.is(at + 1, "piu")) return Change::kIncrease;
  if (tokens.is(at + 1, "meno")) return Change::kDecrease;
  return Change::kNone;
}

// "in meno di 12 mesi"; "12 mesi prima", "2 anni fa" is a time to compare with.
bool tells_how_long(const Tokens& tokens, const Finding& finding) {
  const uint32_t after = extent(finding).last;
  return finding.figure.kind == Kind::kDuration && !tokens.is(after, "prima") &&
         !tokens.is(after, "fa") && !tokens.is(after, "precedenti");
}

// "800 mila occupati in più", "15 laureati nelle Tic in più".
ChangeReading by_more_after(const Stretch& stretch, const Finding& finding) {
  const Tokens& tokens = stretch.tokens;
  const uint32_t end = extent(finding).last;
  for (uint32_t at = end; at < end + kReachAfter && goes_on_at(tokens, at); ++at) {
    const Change change = more_or_less(tokens, at);
    // "880 più di ieri", "410 più che nel 2019"
    const bool compared = (classes_at(tokens, at + 1) & kOf) != 0 ||
                          (tokens.is(at + 1, "che") && (classes_at(tokens, at + 2) & kIn) != 0);
    if (at == end && compared && fact_at(stretch, at + 2) == nullptr) {
      if (tokens.is(at, "piu")) return {Change::kIncrease, "change.more", {at, at + 1}};
      if (tokens.is(at, "meno")) return {Change::kDecrease, "change.more", {at, at + 1}};
    }
    if (change != Change::kNone && (tokens.is(at, "in") || at == end)) {
      // "in più di 20 Paesi", "di più di 3" belong to what follows
      const Finding* next = fact_at(stretch, at + 3);
      const bool hedges_next = (tokens.is(at + 2, "di") || tokens.is(at + 2, "che")) &&
                               next != nullptr && (at > end + 1 || tells_how_long(tokens, *next));
      if (hedges_next) return {};
      return {change, "change.more", {at, at + 2}};
    }
    const Token& token = tokens[at];
    if (!token.is_word() || stretch.owner[at] != kNoFinding) return {};
    const WordClasses classes = classes_at(tokens, at);
    if (classes & (kFiniteVerb | kRelative | kConjunction)) return {};
  }
  return {};
}

// "i posti in più sono 120", "in più, oltre 400".
ChangeReading by_more_before(const Stretch& stretch, uint32_t left) {
  const Tokens& tokens = stretch.tokens;
  uint32_t at = left;
  for (int skipped = 0; skipped < 3 && at > 0 && goes_on_at(tokens, at); ++skipped) {
    if (at >= 2 && more_or_less(tokens, at - 2) != Change::kNone && tokens.is(at - 2, "in")) {
      // "in più 3 milioni" is "besides" at the begin of a sentence
      if (tokens[at - 2].starts_sentence) return {};
      return {more_or_less(tokens, at - 2), "change.more", {at - 2, at}};
    }
    if ((classes_at(tokens, at - 1) & kCopula) == 0) return {};
    --at;
  }
  return {};
}

bool is_level_noun(const Token& token) {
  return token.is("importo") || token.is("livello") || token.is("soglia") || token.is("quota") ||
         token.is("valore") || token.is("misura") || token.is("cifra") || token.is("totale") ||
         token.is("limite") || token.is("numero");
}

bool is_close_comparison(ChangeWord word) {
  return word == ChangeWord::kIncreasePlace || word == ChangeWord::kDecreasePlace;
}

// The word of change that governs the figure with "di", from the preposition at `of` leftwards.
ChangeReading by_governor(const Stretch& stretch, const Finding& finding, uint32_t of) {
  const Tokens& tokens = stretch.tokens;
  const bool articled = (classes_at(tokens, of) & kWithArticle) != 0;
  const Kind kind = finding.figure.kind;
  const bool relative = kind == Kind::kPercent || kind == Kind::kShare;
  bool verb_passed = false;
  bool of_passed = false;
  // "arriva all'importo di 9 euro" names a level
  const bool threshold = of > 0 && (tokens.is(of - 1, "soglia") || tokens.is(of - 1, "tetto") ||
                                    tokens.is(of - 1, "muro") || tokens.is(of - 1, "traguardo"));
  if (threshold) return {};
  if (of > 1 && is_level_noun(tokens[of - 1]) && (classes_at(tokens, of - 2) & kTo) != 0) return {};
  for (uint32_t at = of; at > 0 && of - at < kReachBefore; --at) {
    if (!goes_on_at(tokens, at)) break;
    const uint32_t word = at - 1;
    const Token& token = tokens[word];
    if (ends_clause(token)) break;
    if (fact_at(stretch, word) != nullptr) break;
    if (!token.is_word() || stretch.owner[word] != kNoFinding) continue;
    ChangeWord found = facts_of(token).change;
    // "il sale", "la cala": a noun that is written as a verb
    const bool named = word > 0 && (classes_at(tokens, word - 1) & kArticle) != 0;
    if (named && !has_trait(token, kChangeNoun) && !is_close_comparison(found)) {
      found = ChangeWord::kNone;
    }
    // "una variazione negativa del 3%"
    const bool varies =
        word > 0 && (tokens.is(word - 1, "variazione") || tokens.is(word - 1, "variazioni") ||
                     tokens.is(word - 1, "dinamica"));
    if (varies && (token.folded.starts_with("positiv") || token.folded.starts_with("negativ"))) {
      return {token.folded.starts_with("p") ? Change::kIncrease : Change::kDecrease,
              "change.governor",
              {word - 1, of}};
    }
    const uint32_t distance = of - word - 1;
    if (found != ChangeWord::kNone) {
      const bool place = is_close_comparison(found);
      if (place && distance > 1) continue;
      if (place && (classes_at(tokens, of) & kOf) != 0 && !articled &&
          (token.is("maggiore") || token.is("maggiori") || token.is("minore") ||
           token.is("minori"))) {
        return {};  // "minore di 3" is a level
      }
      if (place && !relative && !articled && !token.folded.starts_with("superior") &&
          !token.folded.starts_with("inferior") && !(word > 0 && tokens.is(word - 1, "piu")) &&
          !(word > 0 && tokens.is(word - 1, "meno"))) {
        return {};
      }
      if ((found == ChangeWord::kGain || found == ChangeWord::kLoss) && distance > 0) return {};
      // "la crescita … di 3 milioni di unità": at a distance only an articled "di", a share, or
      // "una diminuzione delle entrate di 80 mila euro": the plural before is what shrinks
      const bool sum = kind == Kind::kMoney && is_change_noun(token.folded) && !verb_passed &&
                       is_plural_noun(tokens, of - 1);
      // commas and adverbs between
      if (distance > kReachNear && !articled && !relative && !sum && of_passed) return {};
      // "è calato il numero di 3 comuni" and the like: a noun of its own governs the "di"
      if (distance > 0 && !articled && !relative && !sum && is_noun(tokens, of - 1) && of_passed) {
        return {};
      }
      Change change = change_of(found);
      if (place && word > 0 && tokens.is(word - 1, "meno")) {
        change = change == Change::kIncrease ? Change::kDecrease : Change::kIncrease;
      }
      return {change, "change.governor", {word, word + 1}};
    }
    const WordClasses classes = classes_at(tokens, word);
    if (classes & kRelative) break;
    if ((classes & kFiniteVerb) && !(classes & kCopula)) {
      if (verb_passed) break;
      verb_passed = true;
    }
    of_passed = of_passed || (classes & kOf) != 0;
  }
  return {};
}

// "guadagna il 9%", "cede il 4,1 per mille", "si perdono due punti": money is earned and lost
// without being a change.
ChangeReading by_object(const Stretch& stretch, const Finding& finding, uint32_t left) {
  const Tokens& tokens = stretch.tokens;
  if (left == 0 || !goes_on_at(tokens, left)) return {};
  uint32_t at = left - 1;
  if ((classes_at(tokens, at) & kAdverb) != 0 && at > 0 && goes_on_at(tokens, at)) --at;
  if (tokens.is(at, "appello") && at > 1 && tokens[at - 2].folded.starts_with("manca")) {
    return {Change::kDecrease, "change.object", {at - 2, left}};
  }
  if (at > 0 && tokens.is(at - 1, "appello") && tokens[at].folded.starts_with("manca")) {
    return {Change::kDecrease, "change.object", {at - 1, left}};
  }
  const ChangeWord word = facts_of(tokens[at]).change;
  if (word != ChangeWord::kGain && word != ChangeWord::kLoss) return {};
  // what is earned or lost in money is no change of a level
  const bool small = finding.figure.kind != Kind::kMoney && finding.power < 3 &&
                     finding.figure.value < Value{Decimal(1000)};
  if (word == ChangeWord::kGain && !small) return {};
  // "un rubinetto perde 5 litri", but "l'Italia ha perso 1.153 km²"
  if (finding.figure.kind == Kind::kMeasure && !tokens[at].folded.starts_with("pers")) return {};
  if (at > 0 && tokens.is(at - 1, "fondo")) return {};  // "a fondo perduto fino al 40%"
  return {change_of(word), "change.object", {at, at + 1}};
}

// "più 3%", "meno due punti": signs in words, of percents only.
ChangeReading by_word(const Stretch& stretch, const Finding& finding) {
  const uint32_t first = finding.tokens.first;
  if (finding.figure.kind != Kind::kPercent || first == 0) return {};
  const bool more = stretch.tokens.is(first - 1, "piu");
  if (!more && !stretch.tokens.is(first - 1, "meno")) return {};
  return {more ? Change::kIncrease : Change::kDecrease, "change.word", {first - 1, first}};
}

// "un aumento superiore al 3%", "un calo medio di oltre 20 unità", "una crescita stimata intorno al
// 2%": a hedge between the noun and the figure instead of its preposition.
ChangeReading by_hedged_noun(const Stretch& stretch, const Finding& finding, uint32_t left) {
  const Tokens& tokens = stretch.tokens;
  if (finding.hedge.empty() || finding.hedge.first >= finding.tokens.first) return {};
  if (tokens.is(finding.hedge.first, "fino") || tokens.is(finding.hedge.first, "sino")) return {};
  for (uint32_t at = left; at > 0 && left - at < 3 && goes_on_at(tokens, at); --at) {
    const Token& token = tokens[at - 1];
    if (!token.is_word() || stretch.owner[at - 1] != kNoFinding) return {};
    if (has_trait(token, kChangeNoun)) {
      return {change_of(facts_of(token).change), "change.equal", {at - 1, at}};
    }
    const bool verb = (classes_at(tokens, at - 1) & kCopula) != 0;
    if (!verb && !is_modifier(tokens, at - 1)) return {};
  }
  return {};
}

// "un aumento pari al 3%", "la diminuzione di morti sulle autostrade (raccordi compresi), pari al
// 3%", "il calo rispetto al 2019 è pari al 3%", "la riduzione ammonta a 12 milioni".
ChangeReading by_equal(const Stretch& stretch, uint32_t left) {
  const Tokens& tokens = stretch.tokens;
  // left is after "pari a" or "ammonta a", the preposition being at left - 1
  if (left < 3 || (classes_at(tokens, left - 1) & kTo) == 0) return {};
  const bool amounts = tokens[left - 2].folded.starts_with("ammont");
  if (!amounts && !tokens.is(left - 2, "pari")) return {};
  for (uint32_t word = left - 2; word > 0 && left - word < kReachBefore; --word) {
    const uint32_t at = word - 1;
    if (!goes_on_at(tokens, word) || fact_at(stretch, at) != nullptr) return {};
    if (tokens.is(at, ")")) {
      while (word > 1 && left - word < kReachBefore && !tokens.is(word - 1, "(")) --word;
      continue;
    }
    if (ends_clause(tokens[at])) return {};
    if ((classes_at(tokens, at) & (kRelative | kFiniteVerb)) != 0 &&
        (classes_at(tokens, at) & kCopula) == 0) {
      return {};
    }
    if (has_trait(tokens[at], kChangeNoun)) {
      return {change_of(facts_of(tokens[at]).change), "change.equal", {at, at + 1}};
    }
  }
  return {};
}

// "ridotta da un terzo alla metà".
ChangeReading by_range(const Stretch& stretch, const Finding& finding, uint32_t left) {
  const Tokens& tokens = stretch.tokens;
  if (!finding.figure.high || finding.figure.kind != Kind::kShare || left < 2) return {};
  if ((classes_at(tokens, left - 1) & kFrom) == 0 && !tokens[left].is("da")) return {};
  const uint32_t word = tokens[left].is("da") ? left - 1 : left - 2;
  const ChangeWord found = facts_of(tokens[word]).change;
  if (found != ChangeWord::kIncrease && found != ChangeWord::kDecrease) return {};
  return {change_of(found), "change.governor", {word, word + 1}};
}

ChangeReading read(const Stretch& stretch, const Finding& finding, const Finding* previous,
                   std::string_view previous_rule) {
  const Tokens& tokens = stretch.tokens;
  if (finding.figure.value.numerator.is_negative()) return {};
  if (const ChangeReading found = by_sign(stretch, finding); found.change != Change::kNone)
    return found;
  if (const ChangeReading found = by_more_after(stretch, finding); found.change != Change::kNone) {
    return found;
  }
  if (const ChangeReading found = by_word(stretch, finding); found.change != Change::kNone)
    return found;
  const uint32_t left = left_edge(stretch, finding);
  if (const ChangeReading found = by_hedged_noun(stretch, finding, left);
      found.change != Change::kNone) {
    return found;
  }
  if (const ChangeReading found = by_more_before(stretch, left); found.change != Change::kNone) {
    return found;
  }
  if (const ChangeReading found = by_range(stretch, finding, left); found.change != Change::kNone) {
    return found;
  }
  // "saliti di altre 2 mila unità"
  const bool other = left > 1 && goes_on_at(tokens, left) &&
                     (tokens.is(left - 1, "altri") || tokens.is(left - 1, "altre") ||
                      tokens.is(left - 1, "ulteriori") || tokens.is(left - 1, "ben"));
  const uint32_t of = other ? left - 1 : left;
  if (of > 0 && goes_on_at(tokens, of) && (classes_at(tokens, of - 1) & kOf) != 0) {
    if (const ChangeReading found = by_governor(stretch, finding, of - 1);
        found.change != Change::kNone) {
      return found;
    }
  }
  if (const ChangeReading found = by_equal(stretch, left); found.change != Change::kNone)
    return found;
  if (const ChangeReading found = by_object(stretch, finding, left);
      found.change != Change::kNone) {
    return found;
  }
  if (const ChangeReading found = change_by_bracket(stretch, finding, left, previous);
      found.change != Change::kNone) {
    return found;
  }
  if (const ChangeReading found = change_by_gapped_verb(stretch, finding, left, previous);
      found.change != Change::kNone) {
    return found;
  }
  return change_by_coordination(stretch, finding, left, previous, previous_rule);
}

}  // namespace

void annotate_change(Stretch& stretch) {
  const Finding* previous = nullptr;
  std::string_view previous_rule;
  for (Finding& finding : stretch.findings) {
    Figure& figure = finding.figure;
    if (!figure.is_fact()) continue;
    const bool in_bracket = stretch.depths[finding.tokens.first] > 0;
    if (figure.change == Change::kNone) {
      const ChangeReading reading = read(stretch, finding, previous, previous_rule);
      figure.change = reading.change;
      if (!in_bracket) previous_rule = reading.rule;
      if (stretch.options.with_steps && reading.change != Change::kNone) {
        figure.steps.push_back(
            {reading.rule, stretch.span(reading.words), std::string(name_of(figure.change))});
      }
    }
    if (!in_bracket) previous = &finding;  // "calano di 14mila (-3,6%) e di 20mila"
  }
}

}  // namespace cifra
