// What a count counts. In this order: the noun phrase after it ("16 milioni di cittadini"), its
// subject after it ("sono 863 i casi"), the label before it ("casi accertati: 863"), the noun a
// bracket explains ("le domande (863)"), the subject before its verb ("i casi sono 863"), the noun
// of the count before it in the clause ("863 casi nel 2019 e 912 nel 2020").
//
// Cannot do: nouns of another sentence, pronouns' antecedents further back; the linker does.

#include "core/grammar/context.h"
#include "core/grammar/noun_phrase.h"
#include "core/grammar/passes.h"
#include "core/grammar/pronoun.h"

namespace cifra {
namespace {

constexpr uint32_t kReachOfSubject = 40;  // tokens
constexpr uint32_t kReachOfLabel = 12;
constexpr uint32_t kReachOfCarry = 30;

struct Counted {
  TokenRange tokens;
  std::string_view rule;
};

bool may_count(const Finding& finding) {
  return finding.figure.kind == Kind::kNumber || finding.figure.kind == Kind::kCount;
}

// "5 milioni": without a noun of its own it is as likely a sum of money; "5.123.456" is not.
bool is_big(const Finding& finding) { return finding.power >= 6; }

// "65 milioni di incasso": the noun says that the number is money.
bool names_money(const Stretch& stretch, const Finding& finding, TokenRange phrase) {
  if (!is_big(finding) && finding.power < 3) return false;
  for (uint32_t at = phrase.first; at < phrase.last && at < phrase.first + 2; ++at) {
    if (is_money_word(stretch.tokens[at].folded)) return true;
  }
  return false;
}

// Verbs whose number is a price: "le missioni costano 16 milioni".
bool is_cost_verb(const Token& token) {
  for (const std::string_view stem :
       {"val", "cost", "serv", "pes", "impegn", "spend", "spes", "guadagn", "frutt", "incass",
        "stanzi", "destin", "assorb", "invest", "pag", "vers", "eroga", "finanzi"}) {
    if (token.folded.starts_with(stem)) return true;
  }
  return false;
}

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
  const bool takes_of = finding.scaled || finding.in_words ||
                        finding.figure.approximation == Approximation::kMagnitude;
  const bool of = (tokens.is(at, "di") || tokens.is(at, "d'")) && takes_of;
  if (of || tokens.is(at, "dei") || tokens.is(at, "degli") || tokens.is(at, "delle") ||
      tokens.is(at, "tra") || tokens.is(at, "fra")) {
    ++at;
    // "115 dei nostri", "due dei tre progetti"
    if (const Finding* inner = fact_at(stretch, at); inner != nullptr && may_count(*inner)) {
      at = inner->tokens.last;
      if (tokens.is(at, "di")) ++at;
    }
  }
  at = past_markup_right(tokens, at);
  return at;
}

Counted after_number(const Stretch& stretch, const Finding& finding) {
  const Tokens& tokens = stretch.tokens;
  const uint32_t at = past_links(stretch, finding);
  if (!goes_on_at(tokens, at)) return {};
  const TokenRange phrase = noun_phrase_at(stretch, at, !is_one(finding.figure));
  if (phrase.empty() || names_money(stretch, finding, phrase)) return {};
  // "lo spread oltre 300 punti": a scale's points, not things
  if (phrase.size() == 1 && tokens.is(phrase.first, "punti")) return {};
  return {phrase, "counted.after"};
}

bool is_plural_article(const Token& token) {
  return token.is("i") || token.is("gli") || token.is("le");
}

// "sono 863 i casi": an article right after the number.
Counted subject_after(const Stretch& stretch, const Finding& finding) {
  const Tokens& tokens = stretch.tokens;
  const uint32_t at = extent(finding).last;
  if (!goes_on_at(tokens, at) || !is_plural_article(tokens[at])) return {};
  const TokenRange phrase = noun_phrase_at(stretch, at + 1, true);
  if (phrase.empty() || names_money(stretch, finding, phrase)) return {};
  return {phrase, "counted.subject_after"};
}

bool begins_sentence(const Tokens& tokens, uint32_t at) {
  return at == 0 || !goes_on_at(tokens, at) || tokens[at - 1].is(":") ||
         tokens[at - 1].is("\u2022") || tokens[at - 1].is("\u25CB") || tokens[at - 1].is("-");
}

// "evasori totali individuati: 8.743"
Counted label_before(const Stretch& stretch, const Finding& finding, uint32_t left) {
  const Tokens& tokens = stretch.tokens;
  if (left < 2 || !tokens.is(left - 1, ":") || !goes_on_at(tokens, left)) return {};
  uint32_t first = left - 1;
  while (first > 0 && left - first < kReachOfLabel && goes_on_at(tokens, first) &&
         !tokens[first].line_break_before && !ends_clause(tokens[first - 1]) &&
         fact_at(stretch, first - 1) == nullptr) {
    --first;
  }
  for (uint32_t at = first; at + 1 < left; ++at) {
    const WordClasses classes = classes_at(tokens, at);
    const bool empty_word = (classes & (kArticle | kOf)) != 0 || tokens.is(at, "numero") ||
                            tokens.is(at, "totale") || tokens.is(at, "n");
    if (tokens.is(at, "anno") || tokens.is(at + 1, "anno") || tokens.is(at, "mese")) return {};
    if (empty_word) continue;
    const TokenRange phrase = noun_phrase_at(stretch, at, false);
    if (!phrase.empty()) {
      return names_money(stretch, finding, phrase) ? Counted{} : Counted{phrase, "counted.label"};
    }
    if (classes & kPreposition) return {};
  }
  return {};
}

// "dove è alto il numero di furti sono la Liguria (30)": what the numbers of names in brackets are
// of.
Counted named_bracket(const Stretch& stretch, uint32_t end) {
  const Tokens& tokens = stretch.tokens;
  for (uint32_t at = end; at > 1 && end - at < kReachOfSubject && goes_on_at(tokens, at); --at) {
    if (!tokens.is(at - 1, "numero") || (classes_at(tokens, at) & kOf) == 0) continue;
    const TokenRange phrase = noun_phrase_at(stretch, at + 1, true);
    return phrase.empty() ? Counted{} : Counted{phrase, "counted.named_bracket"};
  }
  return {};
}

// "LAZIO (372)": in capitals a name is told by its ending.
bool ends_as_singular(const Token& token) {
  const char last = token.folded.back();
  return last != 'i' && last != 'e';
}

// The noun before a bracket: "le domande di subentro (863)".
Counted before_bracket(const Stretch& stretch, const Finding& finding, uint32_t left) {
  const Tokens& tokens = stretch.tokens;
  if (left < 2 || !tokens.is(left - 1, "(")) return {};
  uint32_t end = left - 1;
  // "Padova (335)": a name is not what is counted
  if (tokens[end - 1].capital && !tokens[end - 1].starts_sentence) {
    return named_bracket(stretch, end);
  }
  const uint32_t begin = end > kReachOfSubject ? end - kReachOfSubject : 0;
  for (int hop = 0; hop < 3; ++hop) {
    const TokenRange phrase = noun_phrase_before(stretch, end, begin);
    if (phrase.empty()) return {};
    for (uint32_t at = phrase.first; at < phrase.last; ++at) {
      if (is_plural_noun(tokens, at) &&
          !(tokens[at].all_capitals && ends_as_singular(tokens[at])) &&
          (!tokens[at].capital || tokens[at].starts_sentence || tokens[at].all_capitals)) {
        const TokenRange noun{at, phrase.last};
        return names_money(stretch, finding, noun) ? Counted{} : Counted{noun, "counted.bracket"};
      }
    }
    end = phrase.first;
    if (end > begin && (classes_at(tokens, end - 1) & kArticle) != 0) return {};
    if (end > begin && (classes_at(tokens, end - 1) & kPreposition) != 0) --end;
    if (end == phrase.first) return {};
  }
  return {};
}

// Verbs that put their subject's number after them: "i casi sono 863", "salgono a 863".
bool is_level_verb(const Tokens& tokens, uint32_t at) {
  return (classes_at(tokens, at) & kFiniteVerb) != 0 ||
         (is_word_at(tokens, at) && looks_like_verb(tokens[at].folded));
}

bool names_number(const Token& token) {
  return token.is("numero") || token.is("totale") || token.is("media") || token.is("quota") ||
         token.is("platea") || token.is("insieme");
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

// "posti letto tra 501 e 1.000", "il maggior numero di domande, 18.740": the noun right before.
Counted noun_before(const Stretch& stretch, const Finding& finding, uint32_t left) {
  const Tokens& tokens = stretch.tokens;
  if (left < 2 || !goes_on_at(tokens, left)) return {};
  uint32_t end = extent(finding).last;
  if (end < tokens.size() && tokens[end].type == TokenClass::kSuperscript) ++end;  // a note's mark
  const bool between =
      finding.figure.high && (tokens.is(left, "tra") || tokens.is(left, "fra") ||
                              tokens.is(left - 1, "tra") || tokens.is(left - 1, "fra"));
  const bool closes = end >= tokens.size() || !goes_on_at(tokens, end) || tokens.is(end, ",") ||
                      tokens.is(end, ".") || tokens.is(end, ";");
  const bool apposition = tokens.is(left - 1, ",") && closes;
  if (!between && !apposition) return {};
  const uint32_t stop = tokens.is(left, "tra") || tokens.is(left, "fra") ? left : left - 1;
  const TokenRange phrase = noun_phrase_before(stretch, stop, stop > 8 ? stop - 8 : 0);
  for (uint32_t at = phrase.first; at < phrase.last; ++at) {
    if (!is_plural_noun(tokens, at) || tokens[at].capital) continue;
    const TokenRange noun{at, phrase.last};
    if (names_money(stretch, finding, noun)) return {};
    if (apposition && (at == 0 || (classes_at(tokens, at - 1) & kOf) == 0)) return {};
    return {noun, "counted.noun_before"};
  }
  return {};
}

// "…, gli studenti 65.000": a subject whose verb was said before.
Counted elliptic_subject(const Stretch& stretch, const Finding& finding, uint32_t left) {
  const Tokens& tokens = stretch.tokens;
  const TokenRange phrase = noun_phrase_before(stretch, left, left > 8 ? left - 8 : 0);
  if (phrase.empty() || phrase.first < 1 || !is_plural_noun(tokens, phrase.first)) return {};
  const uint32_t article = phrase.first - 1;
  const bool partitive =
      tokens.is(article, "dei") || tokens.is(article, "degli") || tokens.is(article, "delle");
  if (!partitive && !is_plural_article(tokens[article])) return {};
  const bool opens = article == 0 || tokens[article].starts_sentence;
  if (opens && partitive) return {phrase, "counted.elliptic_subject"};
  const bool joined = !opens && (tokens.is(article - 1, ",") || tokens.is(article - 1, "e") ||
                                 tokens.is(article - 1, ";"));
  if (!joined || names_money(stretch, finding, phrase)) return {};
  return {phrase, "counted.elliptic_subject"};
}

// The first plural noun phrase with its article, or "numero di" and its noun, between two tokens.
Counted subject_between(const Stretch& stretch, const Finding& finding, uint32_t clause,
                        uint32_t verb) {
  const Tokens& tokens = stretch.tokens;
  for (uint32_t at = clause; at < verb; ++at) {
    const Token& token = tokens[at];
    const bool head =
        is_plural_article(token) || (begins_sentence(tokens, at) && is_plural_noun(tokens, at));
    const bool of_number =
        (token.is("dei") || token.is("di") || token.is("degli") || token.is("delle")) &&
        ((at > clause && names_number(tokens[at - 1])) ||
         (at > clause + 1 && names_number(tokens[at - 2]) && is_modifier(tokens, at - 1)));
    if (!head && !of_number) continue;
    const bool step = is_plural_article(token) || of_number;
    const TokenRange phrase = noun_phrase_at(stretch, step ? at + 1 : at, true);
    if (phrase.empty() || phrase.last > verb) continue;
    return names_money(stretch, finding, phrase) ? Counted{} : Counted{phrase, "counted.subject"};
  }
  return {};
}

// The plural subject of the verb before the number.
Counted subject_before(const Stretch& stretch, const Finding& finding) {
  const Tokens& tokens = stretch.tokens;
  const uint32_t left = extent(finding).first;  // "superano" may be a hedge and is the verb too
  const uint32_t begin = left > kReachOfSubject ? left - kReachOfSubject : 0;
  uint32_t verb = left;
  bool found = false;
  const auto ends = [&](uint32_t at) {  // "[4]", "art. 2" are in nobody's way
    return ends_clause(tokens[at]) && stretch.owner[at] == kNoFinding;
  };
  for (uint32_t at = left; at > begin && left - at < 7 && goes_on_at(tokens, at); --at) {
    if (ends(at - 1) || fact_at(stretch, at - 1) != nullptr) break;
    if (is_level_verb(tokens, at - 1)) {
      verb = at - 1;
      found = true;
      if (is_big(finding) && is_cost_verb(tokens[verb])) return {};
    }
  }
  if (!found) return {};
  uint32_t clause = verb;
  while (clause > begin && goes_on_at(tokens, clause)) {
    if (tokens.is(clause - 1, ")")) {  // brackets are stepped over whole
      uint32_t open = clause - 1;
      while (open > begin && !tokens.is(open, "(")) --open;
      if (!tokens.is(open, "(")) break;
      clause = open;
      continue;
    }
    if (ends(clause - 1)) break;
    --clause;
  }
  // "si dice che gli occupati sono 300": the subject stands after the last "che"; "domande che
  // superano quota 300": before it
  for (uint32_t at = verb; at > clause; --at) {
    if (!tokens.is(at - 1, "che")) continue;
    const TokenRange antecedent =
        at == verb ? noun_phrase_before(stretch, at - 1, clause) : TokenRange{};
    if (!antecedent.empty() && is_plural_noun(tokens, antecedent.first)) {
      return names_money(stretch, finding, antecedent) ? Counted{}
                                                       : Counted{antecedent, "counted.relative"};
    }
    const Counted inner = at < verb ? subject_between(stretch, finding, at, verb) : Counted{};
    if (!inner.tokens.empty()) return inner;
    break;
  }
  return subject_between(stretch, finding, clause, verb);
}

// The count before this one in the same clause.
Counted carried(const Stretch& stretch, const Finding& finding, const Finding* previous,
                TokenRange previous_noun) {
  const Tokens& tokens = stretch.tokens;
  if (previous == nullptr || previous_noun.empty()) return {};
  // "7 soci su 10": the total is the scale of the part
  const uint32_t first = extent(finding).first;
  if (!finding.scaled && finding.power == 0 && (classes_at(tokens, first - 1) & kOn) != 0) {
    return {};
  }
  if (is_big(finding) != is_big(*previous) && is_big(finding)) return {};
  const bool whole = finding.figure.value.numerator.is_integer();
  if (!whole && previous->figure.value.numerator.is_integer()) return {};
  const uint32_t from = extent(*previous).last;
  const uint32_t to = extent(finding).first;
  if (to < from || to - from > kReachOfCarry) return {};
  for (uint32_t at = from; at <= to; ++at) {
    if (!goes_on_at(tokens, at)) return {};
    // "…; a Padova (335)": the bracket explains a name, which is of the same kind as before
    const bool bracket = to > 0 && tokens.is(to - 1, "(");
    if (at < to && ((tokens[at].is(";") && !bracket) || tokens[at].is("?"))) return {};
    if (at < to && tokens[at].is(":") && !tokens.is(at + 1, "di") && !bracket) return {};
  }
  return {previous_noun, "counted.carried"};
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

// "tra 10 e 15 Comuni" read as two: the noun of the number that follows at once.
bool joins_next(const Stretch& stretch, const Finding& finding) {
  const Tokens& tokens = stretch.tokens;
  const uint32_t at = extent(finding).last;
  const bool joins = tokens.is(at, "e") || tokens.is(at, "o") || tokens.is(at, "ed") ||
                     tokens.is(at, "-") || (classes_at(tokens, at) & kTo) != 0;
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
  return following != nullptr && may_count(*following) && is_big(*following) == is_big(finding);
}

}  // namespace

void annotate_counted(Stretch& stretch) {
  const Tokens& tokens = stretch.tokens;
  std::vector<Finding>& findings = stretch.findings;
  const Finding* previous = nullptr;  // the last count and its noun
  TokenRange previous_noun;
  const Finding* percent = nullptr;  // the last percent
  bool money_near = false;           // the text so far speaks of money
  for (size_t i = 0; i < findings.size(); ++i) {
    Finding& finding = findings[i];
    if (finding.figure.kind == Kind::kPercent) percent = &finding;
    if (finding.figure.kind == Kind::kMoney || finding.power >= 9) money_near = true;
    if (!finding.figure.is_fact() || !may_count(finding)) continue;
    const uint32_t left = left_edge(stretch, finding);
    Counted counted = after_number(stretch, finding);
    if (counted.tokens.empty() && joins_next(stretch, finding)) {
      for (size_t next = i + 1; next < findings.size() && next < i + 3; ++next) {
        if (!may_count(findings[next])) continue;
        counted = after_number(stretch, findings[next]);
        break;
      }
    }
    if (counted.tokens.empty()) counted = subject_after(stretch, finding);
    // A big number is more likely money than what a label or a bracket names.
    const bool may_be_named = !is_big(finding) || (finding.power < 9 && !money_near);
    if (counted.tokens.empty() && may_be_named) counted = label_before(stretch, finding, left);
    if (counted.tokens.empty() && may_be_named) counted = before_bracket(stretch, finding, left);
    if (counted.tokens.empty() && may_be_named) counted = of_percent(stretch, percent, left);
    if (counted.tokens.empty()) counted = before_change(stretch, finding, left);
    if (counted.tokens.empty() && may_be_named) counted = noun_before(stretch, finding, left);
    if (counted.tokens.empty()) counted = elliptic_subject(stretch, finding, left);
    const bool own = !counted.tokens.empty();
    if (!own && follows_pronoun(tokens, left)) {
      counted = {taken_up(stretch, left, previous, previous_noun), "counted.taken_up"};
    } else if (!own) {
      counted = subject_before(stretch, finding);
    }
    const bool like_before = previous != nullptr && is_big(*previous);
    if (counted.tokens.empty() && (may_be_named || like_before))
      counted = carried(stretch, finding, previous, previous_noun);
    if (counted.tokens.empty()) continue;
    finding.figure.kind = Kind::kCount;
    finding.figure.counted = tokens.span(counted.tokens);
    if (stretch.options.with_steps) {
      finding.figure.steps.push_back({counted.rule, finding.figure.counted, ""});
    }
    previous = &finding;
    previous_noun = counted.tokens;
  }
}

}  // namespace cifra
