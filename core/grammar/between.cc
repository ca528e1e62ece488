#include "core/grammar/between.h"

#include <algorithm>

#include "core/grammar/context.h"
#include "core/grammar/noun_phrase.h"
#include "core/lexicon/verbs.h"
#include "core/lexicon/word_list.h"

namespace cifra {
namespace {

constexpr int kLongestLead = 6;       // tokens
constexpr uint32_t kReachOfHead = 5;  // tokens from "di" back to the noun that governs it

bool is_index_noun(std::string_view word) {
  static const WordSet words(
      "indice indici coefficiente coefficienti punteggio punteggi rapporto voto voti magnitudo "
      "rt r0 spread classifica posizione posto gradino densita ph rating moltiplicatore");
  return words.has(word);
}

bool is_rate_noun(std::string_view word) {
  static const WordSet words("tasso tassi percentuale percentuali incidenza aliquota aliquote");
  return words.has(word);
}

// Nouns that only say that a number follows, or when, and what stands for a noun said before.
bool is_number_noun(std::string_view word) {
  static const WordSet words(
      "massimo minimo media totale picco record tetto limite soglia valore livello dato resto "
      "restante primo prima secondo seconda terzo terza quarto quarta ultimo ultima altro altra "
      "massima minima importo cifra somma parte saldo complesso insieme precedente stesso stessa "
      "anno mese giorno settimana "
      "trimestre semestre bimestre periodo decennio anni mesi giorni settimane fine inizio scorso");
  return words.has(word);
}

LeadArticle article_of(const Token& token, WordClasses classes) {
  if ((classes & (kDefiniteArticle | kWithArticle)) == 0) return LeadArticle::kNone;
  const char last = token.folded.back();
  // "il", "dello", "all'", not "la"
  if (last == 'l' || last == 'o' || last == '\'') return LeadArticle::kSingular;
  if (last == 'i') return LeadArticle::kPlural;
  return last == 'e' ? LeadArticle::kFemininePlural : LeadArticle::kNone;
}

constexpr WordClasses kSimplePreposition = kOf | kTo | kFrom | kIn | kOn | kWith | kFor | kBetween;

// Marks and words that part two clauses, or two members of a list.
bool parts(const Tokens& tokens, uint32_t at) {
  const Token& token = tokens[at];
  if (!token.is_word()) {
    return token.is(",") || token.is(";") || token.is(":") || token.is("(") ||
           (token.is("-") && token.space_before && at + 1 < tokens.size() &&
            tokens[at + 1].space_before);
  }
  for (const std::string_view word : {"e", "ed", "o", "od", "oppure", "ma", "mentre", "contro",
                                      "cioe", "ossia", "ovvero", "che", "bensi"}) {
    if (token.is(word)) return (classes_at(tokens, at) & kFiniteVerb) == 0;
  }
  return false;
}

// "quella reale di 310": the thing said before.
bool is_stand_in(const Token& token) {
  return token.is("quello") || token.is("quella") || token.is("quelli") || token.is("quelle");
}

bool is_past_tense(std::string_view word) {
  return word.size() > 5 &&
         (word.ends_with("ava") || word.ends_with("eva") || word.ends_with("iva"));
}

bool is_verb(const Tokens& tokens, uint32_t at) {
  const Token& token = tokens[at];
  const WordClasses classes = classes_at(tokens, at);
  if ((classes & kFiniteVerb) != 0) return !(token.is("stato") && token.capital);
  if (token.capital && !token.starts_sentence) return false;
  if (has_trait(token, kLooksLikeVerb) || has_trait(token, kLooksLikeParticiple)) return true;
  return classes == kNoClass && (is_finite_verb(token.folded) || is_past_tense(token.folded));
}

// Reads the clause of a number word by word.
class ClauseReader {
 public:
  ClauseReader(const Stretch& stretch, Between& out)
      : stretch_(stretch), tokens_(stretch.tokens), out_(out) {}

  void read(uint32_t first, uint32_t last) {
    const uint8_t depth = last < tokens_.size() ? stretch_.depths[last] : 0;
    for (uint32_t at = first; at < last; ++at) {
      if (stretch_.depths[at] > depth) continue;
      read_token(at, at == first);
    }
  }

 private:
  enum class Place : uint8_t { kOpen, kSubject, kComplement };

  void read_token(uint32_t at, bool opens) {
    const Token& token = tokens_[at];
    if (stretch_.owner[at] != kNoFinding || !token.is_word()) {
      place_ = Place::kOpen;
      return;
    }
    const WordClasses classes = classes_at(tokens_, at);
    if (token.is("ne")) {
      out_.taken_up = true;
      after_clitic_ = true;
      return;
    }
    if ((classes & kSimplePreposition) != 0 || (classes & kOtherPreposition) != 0) {
      // "la spesa di Roma" goes on as the subject it is
      if ((classes & kOf) == 0 || place_ != Place::kSubject) place_ = Place::kComplement;
      had_head_ = place_ == Place::kSubject;
      return;
    }
    if ((classes & kArticle) != 0) {
      const bool governed = place_ == Place::kComplement && at > 0 &&
                            (classes_at(tokens_, at - 1) & kPreposition) != 0;
      if (!governed) {
        place_ = Place::kSubject;
        had_head_ = false;
        plural_ = token.folded.back() == 'i' || token.is("le");
      }
      return;
    }
    if (is_stand_in(token)) {
      place_ = Place::kOpen;
      return;
    }
    // "i lavori ultimati 412": a participle of its noun
    const bool of_noun = place_ == Place::kSubject && had_head_ &&
                         has_trait(token, kLooksLikeParticiple) && (classes & kFiniteVerb) == 0;
    if (of_noun) return;
    const bool determined = place_ == Place::kSubject && !had_head_;
    if (!determined && (after_clitic_ || is_verb(tokens_, at))) {
      out_.verb = true;
      out_.bare = false;
      after_clitic_ = false;
      place_ = Place::kOpen;
      return;
    }
    if ((classes & (kConjunction | kPronoun | kAdverb | kRelative)) != 0) return;
    const bool adjective = (classes & (kAdjective | kQuantifier)) != 0 && (classes & kNominal) == 0;
    if (adjective && !is_number_noun(token.folded)) return;
    read_noun(at, opens);
  }

  void read_noun(uint32_t at, bool opens) {
    const Token& token = tokens_[at];
    note(token);
    if (token.capital && (!token.starts_sentence || place_ != Place::kOpen)) {
      had_head_ = true;
      return;
    }
    if (place_ != Place::kComplement && !had_head_) out_.bare = false;
    if (place_ == Place::kSubject && !had_head_) {
      had_head_ = true;
      if (is_number_noun(token.folded) || has_trait(token, kMoneyWord)) return;
      (plural_ ? out_.own_plural : out_.own_singular) = true;
      return;
    }
    if (place_ != Place::kOpen) return;
    if (is_number_noun(token.folded) || has_trait(token, kMoneyWord)) return;
    const bool able = token.folded.ends_with("bili") || token.folded.ends_with("bile");
    if (opens && !able && is_plural_noun(tokens_, at)) {
      out_.own_plural = true;
    } else {
      out_.verb = true;  // no determiner: a verb of no table
    }
  }

  void note(const Token& token) {
    out_.index = out_.index || is_index_noun(token.folded);
    out_.rate = out_.rate || is_rate_noun(token.folded);
    out_.money = out_.money || has_trait(token, kMoneyWord);
  }

  const Stretch& stretch_;
  const Tokens& tokens_;
  Between& out_;
  Place place_ = Place::kOpen;
  bool had_head_ = false;
  bool plural_ = false;
  bool after_clitic_ = false;
};

// "una platea di 30": a noun that "di" makes the number's own.
void read_governor(const Stretch& stretch, const NumberLead& lead, uint32_t from, Between& out) {
  const Tokens& tokens = stretch.tokens;
  if ((lead.preposition & kOf) == 0) return;
  for (uint32_t at = lead.first; at > from && lead.first - at < kReachOfHead; --at) {
    const uint32_t word = at - 1;
    if (stretch.owner[word] != kNoFinding || !tokens[word].is_word()) return;
    const WordClasses classes = classes_at(tokens, word);
    if (is_stand_in(tokens[word])) {
      out.governed = false;
      return;
    }
    if ((classes & (kArticle | kPreposition)) != 0) {
      // "quella di accompagnamento di 531"
      const bool said_before = word > from && is_stand_in(tokens[word - 1]);
      out.governed = out.governed && !said_before;
      out.governed_definite =
          out.governed &&
          (classes & (kDefiniteArticle | kWithArticle | kTo | kIn | kFor | kOn)) != 0;
      return;
    }
    const bool capital = tokens[word].capital && !tokens[word].starts_sentence;
    if (is_number_noun(tokens[word].folded) || capital || is_verb(tokens, word)) {
      out.governed = false;
      return;
    }
    if (is_noun(tokens, word)) out.governed = true;
    if (!out.governed && (classes & kAdjective) == 0) return;
  }
}

}  // namespace

NumberLead lead_of(const Stretch& stretch, const Finding& finding) {
  const Tokens& tokens = stretch.tokens;
  NumberLead lead;
  uint32_t at = extent(finding).first;
  for (int steps = 0; steps < kLongestLead && at > 0 && goes_on_at(tokens, at); ++steps) {
    const uint32_t word = at - 1;
    const Token& token = tokens[word];
    if (stretch.owner[word] != kNoFinding) break;
    if (token.is("+") || token.is("-")) {
      if (token.is("-") && token.space_before && tokens[at].space_before) break;
      at = word;
      continue;
    }
    if (!token.is_word()) break;
    const WordClasses classes = classes_at(tokens, word);
    if (lead.preposition == 0 && lead.article == LeadArticle::kNone &&
        (classes & (kDefiniteArticle | kSimplePreposition)) != 0 && !token.is("la") &&
        !token.is("alla")) {
      lead.article = article_of(token, classes);
      lead.preposition = classes & kSimplePreposition;
    } else if (lead.preposition == 0 && (classes & kSimplePreposition) != 0) {
      lead.preposition = classes & kSimplePreposition;
    } else if (!has_trait(token, kEndsHedge) && (classes & kAdverb) == 0 &&
               !token.is("ulteriori") && !token.is("quota")) {
      if (lead.article == LeadArticle::kNone && lead.preposition == 0) {
        if (token.is("altri")) lead.article = LeadArticle::kPlural;
        if (token.is("altre")) lead.article = LeadArticle::kFemininePlural;
        if (lead.article != LeadArticle::kNone) at = word;
      }
      break;
    }
    at = word;
  }
  lead.first = at;
  return lead;
}

Between between(const Stretch& stretch, uint32_t from, const NumberLead& lead) {
  const Tokens& tokens = stretch.tokens;
  Between out;
  const uint8_t depth = lead.first < tokens.size() ? stretch.depths[lead.first] : 0;
  out.clause = from;
  bool colon = false;
  for (uint32_t at = lead.first; at > from; --at) {
    const uint32_t word = at - 1;
    if (stretch.depths[word] > depth) continue;
    const bool of_these = (classes_at(tokens, word) & (kOf | kBetween)) != 0 && at < lead.first &&
                          (tokens[at].is("cui") || tokens[at].is("questi") ||
                           tokens[at].is("queste") || tokens[at].is("quali"));
    // "2,8 miliardi; d) lavoro: 4,2": after another mark the colon is a label's
    if (tokens[word].is(";")) colon = false;
    colon = colon || tokens[word].is(":");
    out.part = out.part || of_these;
    if (!parts(tokens, word)) continue;
    if (out.marks == 0) out.clause = at;
    ++out.marks;
    out.parted = true;
    const Token& token = tokens[word];
    if (out.clause != at) continue;
    out.equal = token.is("cioe") || token.is("ossia") || token.is("ovvero");
    out.compared = token.is("contro");
  }
  out.part = out.part || colon;
  if (lead.first > from && tokens[lead.first - 1].is("pari")) out.equal = true;
  if (lead.first > from && tokens[lead.first - 1].is("rispetto")) out.compared = true;
  ClauseReader(stretch, out).read(out.clause, lead.first);
  read_governor(stretch, lead, from, out);
  // "dai 20,4 del 2019 ai 18,3", "sale da 3 milioni a 4"
  // … "a un massimo di 4"
  const WordClasses opener = lead.first > from ? classes_at(tokens, from) : WordClasses{kNoClass};
  if (!out.parted && out.bare && !out.verb && ((lead.preposition | opener) & (kTo | kFrom)) != 0) {
    out.parted = true;
    out.compared = true;
  }
  out.compared = out.compared || (lead.preposition & kFrom) != 0;
  out.parted = out.parted || out.compared || out.equal || out.taken_up;
  return out;
}

namespace {

// "il 4,89 toccato", "lo 0,7 promesso": of a rate, which is singular.
bool is_singular_participle(std::string_view word) {
  if (word.size() < 5) return false;
  for (const std::string_view ending :
       {"ato", "ito", "uto", "sto", "tto", "rso", "sso", "eso", "lto", "nto", "rto"}) {
    if (word.ends_with(ending)) return true;
  }
  return false;
}

}  // namespace

bool is_of_them(const Stretch& stretch, const Finding& finding) {
  const Tokens& tokens = stretch.tokens;
  const uint32_t at = finding.tokens.last;
  if (!goes_on_at(tokens, at) || (classes_at(tokens, at) & (kOf | kBetween)) == 0) return false;
  return stands_for_things(tokens, at + 1);
}

bool has_full_verb(const Stretch& stretch, const NumberLead& lead) {
  const Tokens& tokens = stretch.tokens;
  if (lead.first == 0 || !goes_on_at(tokens, lead.first)) return false;
  const uint32_t at = lead.first - 1;
  if (stretch.owner[at] != kNoFinding || !tokens[at].is_word()) return false;
  return (classes_at(tokens, at) & kCopula) == 0 && !has_trait(tokens[at], kLooksLikeParticiple) &&
         is_verb(tokens, at);
}

bool stands_without_noun(const Stretch& stretch, const Finding& finding, const NumberLead& lead) {
  const Tokens& tokens = stretch.tokens;
  const uint32_t at = finding.tokens.last;
  if (!goes_on_at(tokens, at)) return true;
  const Token& after = tokens[at];
  if (stretch.owner[at] != kNoFinding) return after.space_before;
  if (!after.is_word()) {
    if (after.is("-"))
      return after.space_before && at + 1 < tokens.size() && tokens[at + 1].space_before;
    return after.is(",") || after.is(";") || after.is(")") || after.is(".") || after.is(":") ||
           after.is("(") || after.is("!") || after.is("?") || after.is("\"");
  }
  if (after.capital) return false;
  // "una città da un milione di abitanti": what stands after "di" is its noun
  if (finding.power >= 6 && (after.is("di") || after.is("d'")) && is_plural_noun(tokens, at + 1)) {
    return false;
  }
  const WordClasses classes = classes_at(tokens, at);
  const bool one = lead.article == LeadArticle::kSingular;
  if (!one && (after.is("ne") || (after.is("se") && tokens.is(at + 1, "ne")))) return false;
  if (one && is_singular_participle(after.folded)) return true;
  if (at + 1 < tokens.size()) {
    const Token& next = tokens[at + 1];
    const bool numeral = next.is_numeral();
    if (after.is("ogni") || (numeral && (classes & (kOn | kFor)) != 0)) return false;
    if ((classes & (kOf | kOn | kBetween)) != 0) {
      return !stands_for_things(tokens, at + 1) && !next.is("cui") && !next.is("loro");
    }
  }
  if ((classes & kRelative) != 0 || (classes & kQuantifier) != 0) return false;
  if ((classes & kFiniteVerb) != 0 && is_plural_noun(tokens, at)) return false;  // "14 sale"
  if ((classes & kDefiniteArticle) != 0) {
    const char last = after.folded.back();
    // "il 9 giugno il 48%, il 10 il 51": a day
    const bool day = one && at + 1 < tokens.size() && tokens[at + 1].is_numeral();
    // "del 9 le truffe": a rate and who it is told of
    return (one || (last != 'i' && last != 'e')) && !day;
  }
  if ((classes & (kPreposition | kConjunction | kPronoun | kFiniteVerb | kAdverb)) != 0) {
    return true;
  }
  return is_verb(tokens, at);
}

}  // namespace cifra
