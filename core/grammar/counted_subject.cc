// The subject a number is told of: before its verb ("i casi sono 863", "domande che superano quota
// 300"), with a verb said before ("…, gli studenti 65.000"), or said to be what the sentence speaks
// of ("Tra le Regioni, sette hanno …", "Sul fronte dei reparti, quelli chiusi sono 12").
//
// Cannot do: subjects of another sentence.

#include "core/grammar/context.h"
#include "core/grammar/counted_noun.h"
#include "core/grammar/noun_phrase.h"

namespace cifra {
namespace {

constexpr uint32_t kReachOfSubject = 40;      // tokens
constexpr uint32_t kReachOfSubjectAfter = 8;  // from a number over its verb to its subject
constexpr uint32_t kReachOfVerb = 7;
constexpr uint32_t kReachOfEllipsis = 10;

// Verbs whose number is a price: "le missioni costano 16 milioni".
bool is_cost_verb(const Token& token) {
  for (const std::string_view stem :
       {"val", "cost", "serv", "pes", "impegn", "spend", "spes", "guadagn", "frutt", "incass",
        "stanzi", "destin", "assorb", "invest", "pag", "vers", "eroga", "finanzi"}) {
    if (token.folded.starts_with(stem)) return true;
  }
  return false;
}

bool begins_sentence(const Tokens& tokens, uint32_t at) {
  return at == 0 || !goes_on_at(tokens, at) || tokens[at - 1].is(":") ||
         tokens[at - 1].is("\u2022") || tokens[at - 1].is("\u25CB") || tokens[at - 1].is("-");
}

// Verbs that put their subject's number after them: "i casi sono 863", "salgono a 863".
bool is_level_verb(const Tokens& tokens, uint32_t at) {
  // "lo Stato", no form of "essere"
  if (tokens.is(at, "stato") && tokens[at].capital && !tokens[at].starts_sentence) return false;
  return (classes_at(tokens, at) & kFiniteVerb) != 0 || has_trait(tokens[at], kLooksLikeVerb);
}

bool names_number(const Token& token) {
  return token.is("numero") || token.is("totale") || token.is("media") || token.is("quota") ||
         token.is("platea") || token.is("insieme") || token.is("livello") || token.is("volume") ||
         token.is("flusso");
}

// Words after which another clause with a subject of its own begins.
bool contrasts(const Token& token) {
  return token.is("mentre") || token.is("ma") || token.is("pero") || token.is("quando");
}

// "quelli", "quelle" that no preposition governs.
bool stands_for_subject(const Tokens& tokens, uint32_t at) {
  if (!tokens.is(at, "quelli") && !tokens.is(at, "quelle")) return false;
  return at == 0 || (classes_at(tokens, at - 1) & kPreposition) == 0;
}

// The first plural noun phrase with its article, or `earlier` for "quelli" with no topic, or
// "numero di" and its noun, between two tokens.
Counted subject_between(const Stretch& stretch, const Finding& finding, uint32_t clause,
                        uint32_t verb, TokenRange earlier) {
  const Tokens& tokens = stretch.tokens;
  Counted among;  // "tra gli alunni sono 300"
  for (uint32_t at = clause; at < verb; ++at) {
    const Token& token = tokens[at];
    if (stands_for_subject(tokens, at)) {
      const TokenRange topic = topic_before(stretch, at);
      if (!topic.empty()) return {topic, "counted.topic"};
      if (!earlier.empty()) return {earlier, "counted.pronoun"};
    }
    const bool head =
        is_plural_article(token) || (begins_sentence(tokens, at) && is_plural_noun(tokens, at));
    const bool of_number =
        (token.is("dei") || token.is("di") || token.is("degli") || token.is("delle")) &&
        ((at > clause && names_number(tokens[at - 1])) ||
         (at > clause + 1 && names_number(tokens[at - 2]) && is_modifier(tokens, at - 1)));
    if (!head && !of_number) continue;
    const bool step = is_plural_article(token) || of_number;
    const TokenRange phrase = noun_phrase_at(stretch, step ? at + 1 : at, true);
    if (phrase.empty() || phrase.last > verb || tokens.is(phrase.last, ":")) continue;
    const WordClasses before = at > 0 && goes_on_at(tokens, at) ? classes_at(tokens, at - 1) : 0;
    if (is_plural_article(token) && (before & kPreposition) != 0) {  // "secondo le stime"
      if (among.tokens.empty() && (before & kBetween) != 0) among = {phrase, "counted.subject"};
      continue;
    }
    return names_money(stretch, finding, phrase) ? Counted{} : Counted{phrase, "counted.subject"};
  }
  return among;
}

// "Oltre 900 sono gli alunni", "sono stati 863, nel 2022, i casi": what may stand between a number
// and its subject besides a copula and dates.
bool may_stand_before_subject(const Tokens& tokens, uint32_t at) {
  const WordClasses classes = classes_at(tokens, at);
  if ((classes & kCopula) != 0 || ((classes & kAdverb) != 0 && !tokens.is(at, "piu"))) return true;
  if (tokens.is(at, ",") || tokens.is(at, "stati") || tokens.is(at, "state")) return true;
  if ((classes & (kIn | kTo)) != 0) {
    return tokens.is(at + 1, "totale") || tokens.is(at + 1, "tutto") ||
           tokens.is(at + 1, "complesso") || (at + 1 < tokens.size() && tokens[at + 1].capital);
  }
  return tokens.is(at, "totale") || tokens.is(at, "tutto") || tokens.is(at, "complesso") ||
         tokens.is(at, "invece") || tokens.is(at, "infatti") || tokens.is(at, "quindi") ||
         (tokens[at].capital && at > 0 && (classes_at(tokens, at - 1) & kIn) != 0);
}

// "sono 863", "sono state circa 863".
bool follows_copula(const Tokens& tokens, uint32_t left) {
  for (uint32_t at = left; at > 0 && left - at < 3 && goes_on_at(tokens, at); --at) {
    if ((classes_at(tokens, at - 1) & kCopula) != 0) return true;
  }
  return false;
}

// The plural noun phrase before `end`: "il dato delle |tessere ritirate|".
TokenRange plural_before(const Stretch& stretch, uint32_t end, uint32_t begin) {
  TokenRange phrase = noun_phrase_before(stretch, end, begin);
  while (!phrase.empty() && !is_plural_noun(stretch.tokens, phrase.first)) {
    do {
      ++phrase.first;
    } while (!phrase.empty() && (classes_at(stretch.tokens, phrase.first - 1) & kOf) == 0);
  }
  return phrase;
}

// "delle patenti ritirate, passate da 212 a 231", "i veicoli scesi a 7mila": what has moved.
Counted of_participle(const Stretch& stretch, const Finding& finding, uint32_t left,
                      uint32_t begin) {
  const Tokens& tokens = stretch.tokens;
  if (left < begin + 3 || (classes_at(tokens, left - 1) & (kTo | kFrom)) == 0) return {};
  uint32_t end = left - 2;
  if (!is_word_at(tokens, end) || !looks_like_participle(tokens[end].folded)) return {};
  if (end > begin && tokens.is(end - 1, ",")) --end;
  const TokenRange phrase = plural_before(stretch, end, begin);
  if (phrase.empty() || phrase.first == 0) return {};
  const WordClasses before = classes_at(tokens, phrase.first - 1);
  if ((before & (kWithArticle | kDefiniteArticle | kOf)) == 0) return {};
  return names_money(stretch, finding, phrase) ? Counted{} : Counted{phrase, "counted.participle"};
}

// What opens a clause to say what it speaks of; "A" and "DI" stand for the prepositions in all
// their forms.
constexpr std::string_view kTopicOpeners[] = {"tra",
                                              "fra",
                                              "quanto A",
                                              "riguardo A",
                                              "guardando A",
                                              "passando A",
                                              "in merito A",
                                              "in tema DI",
                                              "in materia DI",
                                              "SU fronte DI",
                                              "per quanto riguarda",
                                              "per quel che riguarda",
                                              "relativamente A"};

// The token after the opener at `at`; `at` when it does not stand there.
uint32_t past_opener(const Tokens& tokens, uint32_t at, std::string_view opener) {
  uint32_t next = at;
  while (!opener.empty()) {
    const size_t space = opener.find(' ');
    const std::string_view word = opener.substr(0, space);
    opener = space == std::string_view::npos ? "" : opener.substr(space + 1);
    if (next >= tokens.size()) return at;
    const WordClasses classes = classes_at(tokens, next);
    const bool same = tokens.is(next, word) || (word == "A" && (classes & kTo) != 0) ||
                      (word == "DI" && (classes & kOf) != 0) ||
                      (word == "SU" && (classes & kOn) != 0);
    if (!same) return at;
    ++next;
  }
  return next;
}

TokenRange topic_at(const Stretch& stretch, uint32_t at, uint32_t end) {
  const Tokens& tokens = stretch.tokens;
  for (const std::string_view opener : kTopicOpeners) {
    uint32_t noun = past_opener(tokens, at, opener);
    if (noun == at) continue;
    while (noun < end && (classes_at(tokens, noun) & kArticle) != 0) ++noun;
    const TokenRange phrase = noun_phrase_at(stretch, noun, true);
    if (phrase.empty() || phrase.last >= end) continue;
    for (uint32_t comma = phrase.last; comma < end; ++comma) {
      if (tokens.is(comma, ",")) return phrase;
    }
  }
  return {};
}

}  // namespace

TokenRange topic_before(const Stretch& stretch, uint32_t end) {
  const Tokens& tokens = stretch.tokens;
  const uint32_t begin = end > kReachOfSubject ? end - kReachOfSubject : 0;
  for (uint32_t at = end; at > begin; --at) {
    const uint32_t first = at - 1;
    const bool opens = first == 0 || !goes_on_at(tokens, first) || tokens.is(first - 1, ":") ||
                       tokens.is(first - 1, ";") || tokens.is(first - 1, "mentre");
    if (opens) {
      const TokenRange topic = topic_at(stretch, first, end);
      if (!topic.empty()) return topic;
    }
    if (!goes_on_at(tokens, first)) break;
  }
  return {};
}

// "Tra le Regioni, sette hanno aderito".
Counted counted_topic(const Stretch& stretch, uint32_t left) {
  if (left < 3 || !stretch.tokens.is(left - 1, ",")) return {};
  const TokenRange topic = topic_before(stretch, left);
  if (topic.empty() || left - topic.last > kReachOfVerb) return {};
  return {topic, "counted.topic"};
}

// "…, gli studenti 65.000", "…, i lavoratori in nero 45": a subject whose verb was said before.
Counted counted_elliptic_subject(const Stretch& stretch, const Finding& finding, uint32_t left) {
  const Tokens& tokens = stretch.tokens;
  // "le città hanno 13 progetti, i capoluoghi gli altri 83"
  const bool others = left > 1 && (classes_at(tokens, left - 1) & kQuantifier) != 0 &&
                      is_plural_article(tokens[left - 2]);
  if (others) return {};
  for (uint32_t at = left; at > 0 && left - at < kReachOfEllipsis; --at) {
    const uint32_t article = at - 1;
    const Token& token = tokens[article];
    if (!token.is_word() || stretch.owner[article] != kNoFinding) return {};
    if (is_level_verb(tokens, article) || (classes_at(tokens, article) & kRelative) != 0) return {};
    const bool partitive = token.is("dei") || token.is("degli") || token.is("delle");
    const bool opens = article == 0 || !goes_on_at(tokens, article);
    if (partitive ? opens && at != left : is_plural_article(token)) {
      const TokenRange phrase = noun_phrase_at(stretch, at, true);
      const bool joined = opens || tokens.is(article - 1, ",") || tokens.is(article - 1, "e") ||
                          tokens.is(article - 1, ";") || tokens.is(article - 1, ":") ||
                          tokens.is(article - 1, "ed") || tokens.is(article - 1, "mentre");
      if (!phrase.empty() && phrase.last <= left && joined) {
        return names_money(stretch, finding, phrase) ? Counted{}
                                                     : Counted{phrase, "counted.elliptic_subject"};
      }
    }
    if (opens) return {};
  }
  return {};
}

// "Oltre 900 sono gli alunni", "sono state 863 le domande".
Counted counted_subject_after(const Stretch& stretch, const Finding& finding, uint32_t left) {
  const Tokens& tokens = stretch.tokens;
  const uint32_t end = extent(finding).last;
  bool copula = false;
  bool comma = false;
  for (uint32_t at = end; at < end + kReachOfSubjectAfter && goes_on_at(tokens, at); ++at) {
    if (stretch.owner[at] == kNoFinding && is_plural_article(tokens[at])) {
      // "i casi sono 863, gli ospedali 12": another subject
      const bool opens = left == 0 || !goes_on_at(tokens, left) || tokens.is(left - 1, ",") ||
                         tokens.is(left - 1, ";");
      const bool contrasted = at == end + 1 && tokens.is(end, "invece") && opens;
      if (at > end && !copula && !contrasted && (comma || !follows_copula(tokens, left))) return {};
      TokenRange phrase = noun_phrase_at(stretch, at + 1, true);
      // "15.000 gli ammessi": a participle with its article
      const bool participle = phrase.empty() && goes_on_at(tokens, at + 1) &&
                              is_word_at(tokens, at + 1) &&
                              has_trait(tokens[at + 1], kLooksLikeParticiple);
      if (participle) phrase = {at + 1, at + 2};
      if (phrase.empty() || names_money(stretch, finding, phrase)) return {};
      return {phrase, "counted.subject_after"};
    }
    copula = copula || (classes_at(tokens, at) & kCopula) != 0;
    comma = comma || tokens.is(at, ",");
    const uint32_t owner = stretch.owner[at];
    const bool date = owner != kNoFinding && stretch.findings[owner].figure.kind == Kind::kDate;
    const bool before_date = at + 1 < tokens.size() && stretch.owner[at + 1] != kNoFinding &&
                             fact_at(stretch, at + 1) == nullptr &&
                             (classes_at(tokens, at) & (kIn | kTo)) != 0;
    if (!date && !before_date && (owner != kNoFinding || !may_stand_before_subject(tokens, at))) {
      return {};
    }
  }
  return {};
}

Counted counted_subject(const Stretch& stretch, const Finding& finding, TokenRange earlier) {
  const Tokens& tokens = stretch.tokens;
  const uint32_t left = extent(finding).first;  // "superano" may be a hedge and is the verb too
  const uint32_t begin = left > kReachOfSubject ? left - kReachOfSubject : 0;
  uint32_t verb = left;
  bool found = false;
  const auto ends = [&](uint32_t at) {  // "[4]", "art. 2" are in nobody's way
    return ends_clause(tokens[at]) && stretch.owner[at] == kNoFinding;
  };
  for (uint32_t at = left; at > begin && left - at < kReachOfVerb && goes_on_at(tokens, at); --at) {
    const Finding* fact = fact_at(stretch, at - 1);
    // "le richieste sono triplicate, da 417 a 1.266"
    if (ends(at - 1) || (fact != nullptr && fact->figure.kind != Kind::kMultiple)) break;
    if (found && tokens.is(at - 1, "che")) break;  // the verb of another clause stands before it
    if (is_level_verb(tokens, at - 1)) {
      verb = at - 1;
      found = true;
      if (is_big(finding) && is_cost_verb(tokens[verb])) return {};
    }
  }
  if (!found) return of_participle(stretch, finding, left, begin);
  uint32_t clause = verb;
  while (clause > begin && goes_on_at(tokens, clause)) {
    if (tokens.is(clause - 1, ")")) {  // brackets are stepped over whole
      uint32_t open = clause - 1;
      while (open > begin && !tokens.is(open, "(")) --open;
      if (!tokens.is(open, "(")) break;
      clause = open;
      continue;
    }
    if (ends(clause - 1) || contrasts(tokens[clause - 1])) break;
    --clause;
  }
  // "si dice che gli occupati sono 300": the subject stands after the last "che"; "domande che
  // superano quota 300": before it
  for (uint32_t at = verb; at > clause; --at) {
    if (!tokens.is(at - 1, "che")) continue;
    // "le vittime, che da 57 salgono a 66"
    const bool over_level =
        (classes_at(tokens, at) & kFrom) != 0 && verb > at && fact_at(stretch, verb - 1) != nullptr;
    const bool at_verb = at == verb || over_level ||
                         (at + 1 == verb && (classes_at(tokens, at) & (kPronoun | kAdverb)) != 0);
    const uint32_t noun_end = at > 1 && tokens.is(at - 2, ",") ? at - 2 : at - 1;
    const TokenRange antecedent =
        at_verb && noun_end > clause ? plural_before(stretch, noun_end, clause) : TokenRange{};
    if (!antecedent.empty()) {
      return names_money(stretch, finding, antecedent) ? Counted{}
                                                       : Counted{antecedent, "counted.relative"};
    }
    const Counted inner =
        at < verb ? subject_between(stretch, finding, at, verb, earlier) : Counted{};
    if (!inner.tokens.empty()) return inner;
    break;
  }
  // "i casi sono 30 e i guariti sono 12": after the last figure, where a subject stands there
  uint32_t last_fact = verb;
  while (last_fact > clause && fact_at(stretch, last_fact - 1) == nullptr) --last_fact;
  if (last_fact > clause) {
    const Counted nearer = subject_between(stretch, finding, last_fact, verb, earlier);
    if (!nearer.tokens.empty()) return nearer;
  }
  const Counted subject = subject_between(stretch, finding, clause, verb, earlier);
  // "Il numero di vittime tra i ciclisti: sono state 698"
  const bool told_before = clause > begin && tokens.is(clause - 1, ":");
  if (!subject.tokens.empty() || !told_before) return subject;
  uint32_t before = clause - 1;
  while (before > begin && goes_on_at(tokens, before) && !ends(before - 1)) --before;
  return subject_between(stretch, finding, before, clause - 1, earlier);
}

}  // namespace cifra
