// What a count counts. In this order: the noun phrase after it ("16 milioni di cittadini"), its
// subject after it ("sono 863 i casi"), labels, brackets and rows (counted_label), subjects
// (counted_subject), the noun of the count before it in the clause ("863 casi nel 2019 e 912 nel
// 2020").
//
// Cannot do: nouns of another sentence, pronouns' antecedents further back; the linker does.

#include "core/grammar/context.h"
#include "core/grammar/counted_noun.h"
#include "core/grammar/lead_noun.h"
#include "core/grammar/noun_phrase.h"
#include "core/grammar/passes.h"
#include "core/grammar/pronoun.h"
#include "core/grammar/unit.h"

namespace cifra {

bool may_count(const Finding& finding) {
  return finding.figure.kind == Kind::kNumber || finding.figure.kind == Kind::kCount;
}

bool is_big(const Finding& finding) {
  if (finding.power >= 6) return true;
  return finding.tokens.size() > 1 && finding.figure.value >= Value{Decimal(1000000)};
}

bool names_money(const Stretch& stretch, const Finding& finding, TokenRange phrase) {
  if (!is_big(finding) && finding.power < 3) return false;
  for (uint32_t at = phrase.first; at < phrase.last && at < phrase.first + 2; ++at) {
    if (has_trait(stretch.tokens[at], kMoneyWord)) return true;
  }
  return false;
}

bool is_plural_article(const Token& token) {
  return token.is("i") || token.is("gli") || token.is("le");
}

namespace {

constexpr uint32_t kReachOfPronoun = 60;  // tokens from "quelli" back to its noun
constexpr uint32_t kReachOfIndex = 16;    // from an index to its points

bool is_one(const Figure& figure) { return !figure.high && figure.value == Value{Decimal(1)}; }

// Over "di", "dei", "tra", "o più", "circa" between a number and its noun.
uint32_t past_links(const Stretch& stretch, const Finding& finding) {
  const Tokens& tokens = stretch.tokens;
  uint32_t at = past_markup_right(tokens, extent(finding).last);
  if (at < tokens.size() && tokens[at].type == TokenClass::kSuperscript) ++at;  // a note's mark
  if (tokens.is(at, "circa") || tokens.is(at, "ca")) ++at;
  if ((tokens.is(at, "o") || tokens.is(at, "e") || tokens.is(at, "ed")) &&
      (tokens.is(at + 1, "piu") || tokens.is(at + 1, "oltre") || tokens.is(at + 1, "passa") ||
       tokens.is(at + 1, "meno"))) {
    at += 2;
  }
  // "16 milioni di", "una decina di"; "115 dei servizi", but "i 41 della rilevazione"
  const bool takes_of = finding.scaled || finding.power > 0 || finding.in_words ||
                        finding.figure.approximation == Approximation::kMagnitude;
  const bool of = (tokens.is(at, "di") || tokens.is(at, "d'")) && takes_of;
  if (of || tokens.is(at, "dei") || tokens.is(at, "degli") || tokens.is(at, "delle") ||
      tokens.is(at, "tra") || tokens.is(at, "fra")) {
    const bool between = (classes_at(tokens, at) & kBetween) != 0;
    ++at;
    // "115 dei nostri", "due dei tre progetti"
    if (const Finding* inner = fact_at(stretch, at); inner != nullptr && may_count(*inner)) {
      if (between && inner->figure.high) return at;  // "70mila tra 5.000 e 10.000 abitanti"
      at = inner->tokens.last;
      if (tokens.is(at, "di")) ++at;
    }
  }
  at = past_markup_right(tokens, at);
  return at;
}

// "lo spread sale oltre 300 punti", but "sono stati decurtati 300 punti".
bool tells_of_index(const Stretch& stretch, uint32_t at) {
  const uint32_t begin = at > kReachOfIndex ? at - kReachOfIndex : 0;
  for (; at > begin && goes_on_at(stretch.tokens, at); --at) {
    const Token& token = stretch.tokens[at - 1];
    if (token.is("spread") || token.is("indice") || token.is("differenziale") ||
        token.is("borsa") || token.is("tasso") || token.is("posto") || token.is("classifica") ||
        token.is("graduatoria") || token.is("punteggio")) {
      return true;
    }
  }
  return false;
}

// "2 milioni di registrati": written as a participle, and a noun here.
bool names_people(const Stretch& stretch, uint32_t at) {
  const Tokens& tokens = stretch.tokens;
  if (!is_word_at(tokens, at) || stretch.owner[at] != kNoFinding) return false;
  return has_trait(tokens[at], kLooksLikeParticiple) && at > 0 && tokens.is(at - 1, "di");
}

Counted after_number(const Stretch& stretch, const Finding& finding) {
  const Tokens& tokens = stretch.tokens;
  const uint32_t at = past_links(stretch, finding);
  if (!goes_on_at(tokens, at)) return {};
  // "degli infermieri ne mancano 35 tra positivi e isolati"
  if (at > 0 && (classes_at(tokens, at - 1) & kBetween) != 0 &&
      follows_pronoun(tokens, left_edge(stretch, finding))) {
    return {};
  }
  TokenRange phrase = noun_phrase_at(stretch, at, !is_one(finding.figure));
  if (phrase.empty() && names_people(stretch, at)) phrase = {at, at + 1};
  if (phrase.empty() || names_money(stretch, finding, phrase)) return {};
  // "170 VENETO": a row of a map
  if (tokens[phrase.first].all_capitals && is_place(tokens, phrase)) return {};
  // "lo spread oltre 300 punti": a scale's points, not things
  if (phrase.size() == 1 && tokens.is(phrase.first, "punti") && tells_of_index(stretch, at)) {
    return {};
  }
  return {phrase, "counted.after"};
}

// "le presenze in più sono oltre 39 milioni", "i matrimoni calano, le nascite di 200": the noun
// before "in più", or before the "di" of a change.
Counted before_change(const Stretch& stretch, const Finding& finding, uint32_t left) {
  const Tokens& tokens = stretch.tokens;
  if (finding.figure.change == Change::kNone || left < 2) return {};
  uint32_t end = left;
  while (end > 2 && left - end < 3 && (classes_at(tokens, end - 1) & kCopula) != 0) --end;
  if ((tokens.is(end - 1, "piu") || tokens.is(end - 1, "meno")) && tokens.is(end - 2, "in")) {
    end -= 2;
  } else if (end == left && (classes_at(tokens, left - 1) & kOf) != 0) {
    end = left - 1;
    if (tokens.is(end - 1, ",")) return {};
  } else {
    return {};
  }
  const uint32_t begin = end > 8 ? end - 8 : 0;
  const TokenRange phrase = noun_phrase_before(stretch, end, begin);
  if (phrase.empty() || phrase.first == 0 || !is_plural_article(tokens[phrase.first - 1]) ||
      !is_plural_noun(tokens, phrase.first)) {
    return {};
  }
  return {phrase, "counted.before_change"};
}

// "sale al 73", "dal 12": a rate with its article; of things they are many.
bool has_singular_article(const Stretch& stretch, const Finding& finding) {
  const uint32_t first = finding.tokens.first;
  if (first == 0 || finding.figure.high) return false;
  const Tokens& tokens = stretch.tokens;
  return tokens.is(first - 1, "al") || tokens.is(first - 1, "dal") || tokens.is(first - 1, "il") ||
         tokens.is(first - 1, "del") || tokens.is(first - 1, "all'") ||
         tokens.is(first - 1, "dall'") || tokens.is(first - 1, "dell'");
}

// "in |14 stazioni|", "di |74 nazionalità|".
bool is_governed(const Tokens& tokens, uint32_t left) {
  constexpr WordClasses kGoverning = kIn | kOn | kWith | kFor | kBetween | kOf;
  return left > 0 && goes_on_at(tokens, left) && (classes_at(tokens, left - 1) & kGoverning) != 0;
}

// "il 40% dei Comuni, cioè 3.160": what the percent before it is of.
Counted of_percent(const Stretch& stretch, const Finding* percent, uint32_t left) {
  const Tokens& tokens = stretch.tokens;
  if (percent == nullptr) return {};
  const uint32_t of = extent(*percent).last;
  if ((classes_at(tokens, of) & kOf) == 0) return {};
  const TokenRange noun = noun_phrase_at(stretch, of + 1, true);
  if (noun.empty() || noun.last > left || left - noun.last > 5) return {};
  bool equals = false;
  for (uint32_t at = noun.last; at < left; ++at) {
    equals = equals || tokens.is(at, "cioe") || tokens.is(at, "ossia") || tokens.is(at, "ovvero") ||
             tokens.is(at, "pari") || tokens.is(at, "(");
    if (tokens.is(at, ";") || tokens.is(at, ".")) return {};
  }
  return equals ? Counted{noun, "counted.of_percent"} : Counted{};
}

// Whether a noun that ends at `from` stands in the sentence of `to`, and not too far before it.
bool in_one_sentence(const Tokens& tokens, uint32_t from, uint32_t to) {
  if (from == 0 || from > to || to - from > kReachOfPronoun) return false;
  for (uint32_t at = from; at <= to; ++at) {
    if (!goes_on_at(tokens, at)) return false;
  }
  return true;
}

// "rilasciati 12.480 visti": a participle where nothing else is counted.
Counted participle_after(const Stretch& stretch, const Finding& finding) {
  const Tokens& tokens = stretch.tokens;
  const uint32_t at = past_links(stretch, finding);
  const bool participle = goes_on_at(tokens, at) && is_word_at(tokens, at) &&
                          stretch.owner[at] == kNoFinding && !is_one(finding.figure) &&
                          has_trait(tokens[at], kLooksLikeParticiple);
  if (!participle) return {};
  const bool closes = at + 1 >= tokens.size() || !goes_on_at(tokens, at + 1) ||
                      !tokens[at + 1].is_word() || (classes_at(tokens, at + 1) & kConjunction) != 0;
  // "dei 1.023 deportati tornarono 15"
  const uint32_t first = finding.tokens.first;
  const bool articled = first > 0 && !is_singular_determiner(tokens, first - 1) &&
                        (classes_at(tokens, first - 1) & (kDefiniteArticle | kWithArticle)) != 0;
  return closes || articled ? Counted{{at, at + 1}, "counted.participle"} : Counted{};
}

// "di questi 45 scadono", "200 di queste", "30 dei quali": of the things counted before.
bool counts_of_these(const Stretch& stretch, const Finding& finding, uint32_t left) {
  const Tokens& tokens = stretch.tokens;
  const uint32_t end = extent(finding).last;
  const auto these_at = [&](uint32_t at) {
    const bool of = (classes_at(tokens, at) & (kOf | kBetween)) != 0;
    return of && stands_for_things(tokens, at + 1);
  };
  if (these_at(end)) return true;
  // "di queste ultime solo 31", "tra questi, ben 40"
  for (uint32_t at = left; at > 1 && left - at < 4; --at) {
    if (these_at(at - 2)) return true;
    const bool passes = tokens.is(at - 1, ",") || tokens.is(at - 1, "ultimi") ||
                        tokens.is(at - 1, "ultime") || tokens.is(at - 1, "ben") ||
                        (classes_at(tokens, at - 1) & kAdverb) != 0;
    if (!passes) return false;
  }
  return false;
}

// "tra 10 e 15 Comuni" read as two: the noun of the number that follows at once.
bool joins_next(const Stretch& stretch, const Finding& finding) {
  const Tokens& tokens = stretch.tokens;
  const uint32_t at = extent(finding).last;
  const bool joins = tokens.is(at, "e") || tokens.is(at, "o") || tokens.is(at, "ed") ||
                     tokens.is(at, "-") || tokens.is(at, "/") ||
                     (classes_at(tokens, at) & kTo) != 0;
  if (!joins) return false;
  uint32_t next = at + 1;
  while (next < at + 4 && next < tokens.size() &&
         ((classes_at(tokens, next) & kArticle) != 0 || tokens.is(next, "oltre") ||
          tokens.is(next, "circa") || tokens.is(next, "quasi") || tokens.is(next, "max") ||
          tokens.is(next, "min") || tokens.is(next, "massimo") || tokens.is(next, ".") ||
          tokens.is(next, "ai") || tokens.is(next, "alle"))) {
    ++next;
  }
  const Finding* following = fact_at(stretch, next);
  if (following == nullptr || (tokens.is(at, "/") && is_round(*following))) return false;
  return may_count(*following) && is_big(*following) == is_big(finding);
}

// "le ore di volo superano quota 6.700", "i chilometri sono 180": hours and measures are no things
// counted; days and years are.
bool measures(const Stretch& stretch, const Counted& counted, Finding& finding) {
  const auto unit = read_unit_at(stretch, counted.tokens.first);
  if (!unit || !unit->factor.empty()) return false;
  if (unit->kind != UnitKind::kMeasure && unit->code != "h") return false;
  finding.figure.kind = kind_of(unit->kind);
  finding.figure.unit.assign(unit->code);
  if (stretch.options.with_steps) {
    finding.figure.steps.push_back(
        {counted.rule, stretch.span(counted.tokens), finding.figure.unit});
  }
  return true;
}

// "82,4 milioni: 51,3 per malattia": of hours, as what gave it its scale turned out to be.
bool measures_as_before(const Stretch& stretch, Finding& finding) {
  if (finding.like == kNoFinding || !finding.figure.unit.empty()) return false;
  const Figure& giver = stretch.findings[finding.like].figure;
  if (giver.unit.empty()) return false;
  finding.figure.kind = giver.kind;
  finding.figure.unit = giver.unit;
  return true;
}

bool is_base_of_rate(const Stretch& stretch, const Finding& finding) {
  const uint32_t first = extent(finding).first;
  if (first == 0) return false;
  return stretch.tokens.is(first - 1, "ogni") ||
         (stretch.tokens.is(first - 1, "per") && is_round(finding));
}

// What the sentence or caption that leads the block says its numbers count, read when first needed.
class LeadCounted {
 public:
  explicit LeadCounted(const Stretch& stretch) : stretch_(stretch) {}

  Span noun_of(const Finding& finding, uint32_t left) {
    if (stretch_.options.lead.empty() || finding.figure.value.denominator != Decimal(1) ||
        !finding.figure.value.numerator.is_integer()) {
      return {};
    }
    if (!read_) lead_ = lead_noun(stretch_.options.lead);
    read_ = true;
    const bool own_row = is_row_of_place(stretch_, finding, left);
    return own_row ? lead_ : Span{};
  }

 private:
  const Stretch& stretch_;
  bool read_ = false;
  Span lead_;
};

}  // namespace

void annotate_counted(Stretch& stretch) {
  const Tokens& tokens = stretch.tokens;
  std::vector<Finding>& findings = stretch.findings;
  const Finding* previous = nullptr;  // the last count and its noun
  TokenRange previous_noun;
  const Finding* percent = nullptr;   // the last percent
  const Finding* measured = nullptr;  // the last whose noun was a unit
  bool money_near = false;            // the sentence so far speaks of money
  uint32_t read_to = 0;
  LeadCounted lead(stretch);
  const std::vector<uint8_t>& depths = stretch.depths;
  const Finding* free = nullptr;  // the last count that no preposition governs, and its noun
  TokenRange free_noun;
  const Finding* outside = nullptr;  // the last count outside brackets and its noun
  TokenRange outside_noun;
  for (size_t i = 0; i < findings.size(); ++i) {
    Finding& finding = findings[i];
    if (finding.figure.kind == Kind::kPercent) percent = &finding;
    for (; read_to < finding.tokens.first; ++read_to) {
      if (tokens[read_to].starts_sentence) money_near = false;
    }
    if (finding.figure.kind == Kind::kMoney || finding.power >= 9) money_near = true;
    if (!finding.figure.is_fact() || !may_count(finding)) continue;
    if (measures_as_before(stretch, finding)) continue;
    const uint32_t left = left_edge(stretch, finding);
    // "(53 denunciati, 4 arrestati), i furti 286": what a bracket counts is not carried out of it
    if (depths[finding.tokens.first] == 0) {
      previous = outside;
      previous_noun = outside_noun;
      if (free != nullptr && depths[free->tokens.first] > 0) {
        free = outside;
        free_noun = outside_noun;
      }
    }
    Counted counted = after_number(stretch, finding);
    // "Residenti 14.200⏎Famiglie 6.310": the noun of the next row
    if (!counted.tokens.empty() && tokens[counted.tokens.first].line_break_before &&
        tokens[counted.tokens.first].capital) {
      if (const Counted row = counted_row(stretch, finding, left); !row.tokens.empty()) {
        counted = row;
      }
    }
    if (counted.tokens.empty() && joins_next(stretch, finding)) {
      for (size_t next = i + 1; next < findings.size() && next < i + 3; ++next) {
        if (!may_count(findings[next])) continue;
        counted = after_number(stretch, findings[next]);
        break;
      }
    }
    const bool near = in_one_sentence(tokens, previous_noun.last, left);
    if (counted.tokens.empty() && counts_of_these(stretch, finding, left)) {
      if (!near) continue;  // the things of another sentence
      counted = {previous_noun, "counted.pronoun"};
    }
    // "455 su 791 posti": of a kind with its total
    if (counted.tokens.empty() && i + 1 < findings.size() && may_count(findings[i + 1]) &&
        (classes_at(tokens, extent(finding).last) & kOn) != 0 &&
        findings[i + 1].tokens.first == extent(finding).last + 1) {
      counted = counted_subject(stretch, finding, {});  // "i punti sono 357 su 560 reparti"
      if (counted.tokens.empty()) counted = after_number(stretch, findings[i + 1]);
    }
    if (counted.tokens.empty()) counted = counted_subject_after(stretch, finding, left);
    // A big number is more likely money than what a label or a bracket names.
    const bool may_be_named = !is_big(finding) || (finding.power < 9 && !money_near);
    // "gli stranieri sono 510, l'8% dei residenti: 97 in più"
    const bool changed = near && finding.figure.change != Change::kNone;
    if (counted.tokens.empty() && may_be_named && !changed) {
      counted = counted_label(stretch, finding, left);
    }
    // "nove in meno per le donne (da 60 a 51)": levels of the count that changed
    if (counted.tokens.empty() && left > 1 && tokens.is(left - 1, "da") &&
        tokens.is(left - 2, "(")) {
      counted = counted_of_change(stretch, left - 2);
      if (counted.tokens.empty())
        counted = counted_carried(stretch, finding, previous, previous_noun);
    }
    if (counted.tokens.empty() && may_be_named) counted = counted_bracket(stretch, finding, left);
    if (counted.tokens.empty() && may_be_named) counted = of_percent(stretch, percent, left);
    if (counted.tokens.empty() && has_singular_article(stretch, finding)) continue;
    if (counted.tokens.empty()) counted = before_change(stretch, finding, left);
    if (counted.tokens.empty() && may_be_named) {
      counted = counted_apposition(stretch, finding, left);
    }
    if (counted.tokens.empty()) counted = counted_elliptic_subject(stretch, finding, left);
    if (counted.tokens.empty() && may_be_named) counted = counted_row(stretch, finding, left);
    if (counted.tokens.empty()) counted = counted_topic(stretch, left);
    const bool own = !counted.tokens.empty();
    if (!own && follows_pronoun(tokens, left)) {
      counted = {taken_up(stretch, left, previous, previous_noun), "counted.taken_up"};
    } else if (!own) {
      counted = counted_subject(stretch, finding, near ? previous_noun : TokenRange{});
    }
    const bool like_before = previous != nullptr && has_millions(*previous);
    if (counted.tokens.empty() && may_be_named) {
      if (const Span noun = lead.noun_of(finding, left); !noun.empty()) {
        finding.figure.kind = Kind::kCount;
        finding.figure.counted = noun;
        finding.figure.counted_in_lead = true;
        if (stretch.options.with_steps) finding.figure.steps.push_back({"counted.lead", {}, ""});
        continue;
      }
    }
    const bool governed = is_governed(tokens, left);
    if (counted.tokens.empty() && (may_be_named || like_before)) {
      // "1.842 corsisti di 74 nazionalità: 960 ai primi corsi"
      // "3.515 nel modenese, in 10 campi, 1.635 a Ferrara": more than what stands between
      const bool more =
          previous != nullptr && free != previous && previous->figure.value < finding.figure.value;
      if (!governed && left > 0 && (more || tokens.is(left - 1, ":"))) {
        counted = counted_carried(stretch, finding, free, free_noun);
      }
      if (counted.tokens.empty())
        counted = counted_carried(stretch, finding, previous, previous_noun);
    }
    if (counted.tokens.empty() && may_be_named) counted = participle_after(stretch, finding);
    if (counted.tokens.empty()) continue;
    if (measures(stretch, counted, finding)) {
      measured = &finding;
      continue;
    }
    // "da 48 a 54": the second of two levels
    if (measured != nullptr && counted.rule == "counted.carried" &&
        (previous == nullptr || previous < measured)) {
      finding.figure.kind = measured->figure.kind;
      finding.figure.unit = measured->figure.unit;
      continue;
    }
    finding.figure.kind = Kind::kCount;
    finding.figure.counted = tokens.span(counted.tokens);
    if (stretch.options.with_steps) {
      finding.figure.steps.push_back({counted.rule, finding.figure.counted, ""});
    }
    // "34,2 casi per 100.000 abitanti, contro 32,5"
    if (previous != nullptr && is_base_of_rate(stretch, finding)) continue;
    previous = &finding;
    previous_noun = counted.tokens;
    if (!governed) {
      free = previous;
      free_noun = previous_noun;
    }
    if (depths[finding.tokens.first] == 0) {
      outside = previous;
      outside_noun = previous_noun;
    }
  }
}

}  // namespace cifra
