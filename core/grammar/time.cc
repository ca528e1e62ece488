// When a figure holds: the expression of time next to it, or the one that frames its sentence, or
// that of the sentence that introduces its list. What is compared with ("rispetto al 2019") gives a
// figure no time; an expression in brackets holds inside them.

#include <algorithm>

#include "core/grammar/context.h"
#include "core/grammar/noun_phrase.h"
#include "core/grammar/passes.h"
#include "core/grammar/time_clause.h"
#include "core/grammar/time_expression.h"
#include "core/text/sentences.h"
#include "core/text/tokeniser.h"

namespace cifra {
namespace {

constexpr uint32_t kReachOfOwn = 6;   // tokens from an expression to the figure that it opens
constexpr int kMostLooked = 8;        // expressions before a figure
constexpr uint32_t kReachAfter = 12;  // tokens from a figure to the expression that follows it

struct Sentence {
  std::vector<TimeExpression> expressions;
  std::vector<bool> taken;             // says the time of the figure right before it
  const std::vector<uint8_t>& depths;  // open brackets at each token of the stretch
};

// The end of the figure with its noun.
uint32_t end_with_noun(const Stretch& stretch, const Finding& finding) {
  const uint32_t end = extent(finding).last;
  const uint32_t noun = stretch.tokens.is(end, "di") ? end + 1 : end;
  const TokenRange phrase = noun_phrase_at(stretch, noun, false);
  return phrase.empty() ? end : phrase.last;
}

bool date_begins(const Stretch& stretch, uint32_t at) {
  const uint32_t owner = stretch.owner[at];
  return owner != kNoFinding && stretch.findings[owner].figure.kind == Kind::kDate;
}

// The expression that follows the figure within its clause, before any other figure. `adjacent`
// tells whether nothing but its noun stands between.
size_t expression_after(const Stretch& stretch, const Sentence& sentence, const Finding& finding,
                        bool& adjacent) {
  const Tokens& tokens = stretch.tokens;
  const uint32_t end = extent(finding).last;
  const auto next = std::lower_bound(
      sentence.expressions.begin(), sentence.expressions.end(), end,
      [](const TimeExpression& each, uint32_t token) { return each.tokens.first < token; });
  for (size_t i = static_cast<size_t>(next - sentence.expressions.begin());
       i < sentence.expressions.size(); ++i) {
    const TimeExpression& expression = sentence.expressions[i];
    if (expression.tokens.first - end > kReachAfter) return SIZE_MAX;
    for (uint32_t at = end; at < expression.tokens.first; ++at) {
      if (fact_at(stretch, at) != nullptr || ends_clause(tokens[at]) || tokens.is(at, ",")) {
        return SIZE_MAX;
      }
      if ((classes_at(tokens, at) & kConjunction) != 0 && !tokens.is(at, "e")) return SIZE_MAX;
    }
    if (expression.role == TimeRole::kCompare) return SIZE_MAX;
    // "il doppio dell'anno scorso" compares
    if (finding.figure.kind == Kind::kMultiple &&
        (classes_at(tokens, expression.tokens.first) & kOf) != 0) {
      return SIZE_MAX;
    }
    // the next row of a list that begins with its year
    if (tokens[expression.tokens.first].line_break_before && expression.role == TimeRole::kFrame &&
        date_begins(stretch, expression.tokens.first)) {
      return SIZE_MAX;
    }
    adjacent = expression.tokens.first <= end_with_noun(stretch, finding) + 2;
    // "l'1,2% e nel 2019" goes with what comes
    if (expression.tokens.first > 0 && (tokens.is(expression.tokens.first - 1, "e") ||
                                        tokens.is(expression.tokens.first - 1, "ed"))) {
      return SIZE_MAX;
    }
    return i;
  }
  return SIZE_MAX;
}

// "l'86% delle famiglie (2022), ma": the expression alone in a bracket after the figure's noun.
size_t expression_in_bracket(const Stretch& stretch, const Sentence& sentence,
                             const Finding& finding) {
  const Tokens& tokens = stretch.tokens;
  const uint32_t end = extent(finding).last;
  for (size_t i = 0; i < sentence.expressions.size(); ++i) {
    const TokenRange& words = sentence.expressions[i].tokens;
    if (words.first <= end || words.first - end > kReachAfter) continue;
    if (!tokens.is(words.first - 1, "(") || !tokens.is(words.last, ")")) return SIZE_MAX;
    for (uint32_t at = end; at + 1 < words.first; ++at) {
      if (fact_at(stretch, at) != nullptr || ends_clause(tokens[at]) || tokens.is(at, ",") ||
          (classes_at(tokens, at) & (kFiniteVerb | kRelative)) != 0) {
        return SIZE_MAX;
      }
    }
    return i;
  }
  return SIZE_MAX;
}

// The last expression before the figure that frames it.
size_t expression_before(const Stretch& stretch, const Sentence& sentence, const Finding& finding) {
  const Tokens& tokens = stretch.tokens;
  const uint32_t begin = extent(finding).first;
  size_t since = SIZE_MAX;
  size_t attribute = SIZE_MAX;
  int looked = 0;
  for (size_t i = sentence.expressions.size(); i-- > 0;) {
    const TimeExpression& expression = sentence.expressions[i];
    if (expression.tokens.last > begin) continue;
    // what is said in brackets holds inside them
    if (sentence.depths[expression.tokens.first] > sentence.depths[begin]) continue;
    if (sentence.taken[i] && (!verb_between(tokens, expression.tokens.last, begin) ||
                              turns_between(tokens, expression.tokens.last, begin))) {
      continue;
    }
    if (ends_apposition(stretch, expression)) continue;
    // "dai 2.350 stalli del 2019 si è saliti a 3.120"
    if (sentence.taken[i] && expression.role == TimeRole::kAttribute) continue;
    if (++looked > kMostLooked) break;
    if (is_closed_clause(tokens, expression, begin)) continue;
    switch (expression.role) {
      case TimeRole::kFrame:
        return i;
      case TimeRole::kSince:
        if (since == SIZE_MAX && !ends_between(tokens, expression.tokens.last, begin)) since = i;
        break;
      case TimeRole::kCompare:
        if (tells_on(tokens, expression)) return i;
        break;
      case TimeRole::kAttribute:
        if (attribute == SIZE_MAX && !of_an_act(stretch, expression) &&
            !ends_between(tokens, expression.tokens.last, begin)) {
          attribute = i;
        }
        break;
    }
  }
  return since != SIZE_MAX ? since : attribute;
}

// The one expression that frames the sentence, if there is but one outside brackets.
size_t only_frame(const Sentence& sentence) {
  size_t only = SIZE_MAX;
  for (size_t i = 0; i < sentence.expressions.size(); ++i) {
    const TimeExpression& expression = sentence.expressions[i];
    if (expression.role != TimeRole::kFrame || sentence.taken[i]) continue;
    if (sentence.depths[expression.tokens.first] > 0) continue;
    if (only != SIZE_MAX) return SIZE_MAX;
    only = i;
  }
  return only;
}

// "sono 16 milioni, mentre nel settembre 2019 erano 5": what is said after the contrast holds
// there.
bool contrast_between(const Tokens& tokens, uint32_t from, uint32_t to) {
  for (uint32_t at = from; at < to; ++at) {
    if (tokens.is(at, "mentre") || tokens.is(at, "ma") || tokens.is(at, "quando") ||
        tokens.is(at, "invece") || tokens.is(at, "contro") || tokens.is(at, "quanto") ||
        tokens.is(at, "dopo") || tokens.is(at, "fronte") || tokens.is(at, "rispetto") ||
        tokens.is(at, ";")) {
      return true;
    }
  }
  return false;
}

// "rispetto alle 190", "contro i 45".
bool is_compared(const Tokens& tokens, const Finding& finding) {
  const uint32_t first = extent(finding).first;
  for (uint32_t back = 1; back < 4 && back <= first; ++back) {
    if (tokens.is(first - back, "rispetto") || tokens.is(first - back, "contro") ||
        tokens.is(first - back, "confronto") || tokens.is(first - back, "sui") ||
        tokens.is(first - back, "sulle")) {
      return true;
    }
  }
  return false;
}

// "309.319 nel 2014 (-4,4%)": the figure before the bracket that this one explains, when its time
// is known.
const Finding* explained(const Stretch& stretch, const std::vector<Finding>& findings, size_t begin,
                         size_t at, const std::vector<uint8_t>& depths) {
  const uint32_t first = findings[at].tokens.first;
  if (depths[first] == 0) return nullptr;
  uint32_t open = first;
  while (open > 0 && first - open < 6 && !stretch.tokens.is(open, "(")) --open;
  if (!stretch.tokens.is(open, "(")) return nullptr;
  for (size_t i = at; i-- > begin;) {
    const Finding& finding = findings[i];
    if (finding.tokens.last > open || !finding.figure.is_fact()) continue;
    if (depths[finding.tokens.first] >= depths[first]) continue;
    const bool near = open - extent(finding).last < 10;
    // "12 in più rispetto alle 190 del 2017 (+6%)": what the change is of comes before
    if (findings[at].figure.change != Change::kNone && is_compared(stretch.tokens, finding)) {
      return nullptr;
    }
    return near && !finding.figure.time.empty() ? &finding : nullptr;
  }
  return nullptr;
}

// "gli iscritti al 31 dicembre 2016 (9.026) e quelli al 30 novembre 2017 (8.774)", "più del 2019
// (863)": the expression that stands right before the bracket of a figure. What is compared with
// has levels, not changes: "rispetto al 2019 (+3%)".
size_t expression_before_bracket(const Stretch& stretch, const Sentence& sentence,
                                 const Finding& finding) {
  const uint32_t first = extent(finding).first;
  if (first < 2) return SIZE_MAX;
  uint32_t open = finding.hedge.empty() ? first - 1 : std::min(first, finding.hedge.first) - 1;
  if (stretch.tokens.is(open, "-") || stretch.tokens.is(open, "+")) --open;
  if (!stretch.tokens.is(open, "(")) return SIZE_MAX;
  for (size_t i = 0; i < sentence.expressions.size(); ++i) {
    const TimeExpression& expression = sentence.expressions[i];
    if (expression.tokens.last != open) continue;
    const bool changes =
        finding.figure.change != Change::kNone || finding.figure.kind == Kind::kPercent;
    return expression.role == TimeRole::kCompare && changes ? SIZE_MAX : i;
  }
  return SIZE_MAX;
}

// "16.500 in due tranche: 8.171 a febbraio, gli altri nel 2024": another time stands nearer.
bool another_between(const Sentence& sentence, uint32_t from, size_t only) {
  return only > 0 && sentence.expressions[only - 1].tokens.first >= from &&
         sentence.taken[only - 1];
}

// ", nel 1995 era di 28 anni": an expression that opens a clause of its own on the past.
bool opens_own_clause(const Stretch& stretch, const TimeExpression& expression) {
  const Tokens& tokens = stretch.tokens;
  if (expression.tokens.first == 0) return false;
  // "mancano 4.500 medici e tra il 2022 e il 2025 ne usciranno altri"
  if (tokens.is(expression.tokens.first - 1, "e") || tokens.is(expression.tokens.first - 1, "ed")) {
    return true;
  }
  if (!tokens.is(expression.tokens.first - 1, ",")) return false;
  // "in 30 giorni, oggi in 22": of the figure after it
  for (uint32_t at = expression.tokens.last; at < expression.tokens.last + kReachOfOwn; ++at) {
    if (!goes_on_at(tokens, at) || tokens.is(at, ",")) break;
    if (fact_at(stretch, at) != nullptr) return true;
  }
  for (uint32_t at = expression.tokens.last; at < expression.tokens.last + 4; ++at) {
    if (tokens.is(at, "era") || tokens.is(at, "erano") || tokens.is(at, "fu") ||
        tokens.is(at, "furono")) {
      return true;
    }
  }
  return false;
}

void set_time(const Stretch& stretch, Finding& finding, const TimeExpression& expression,
              std::string_view rule) {
  finding.figure.time = expression.time;
  finding.figure.time_span = stretch.span(expression.tokens);
  if (stretch.options.with_steps) {
    finding.figure.steps.push_back({rule, finding.figure.time_span, expression.time});
  }
}

// The frame of the sentence that introduces the list; empty for none.
std::string time_of_lead(const RecogniserOptions& options, TimeContext context) {
  if (options.lead.empty()) return "";
  Stretch lead;
  lead.text = options.lead;
  lead.options.document_date = options.document_date;
  tokenise(options.lead, 0, 512, lead.tokens);
  mark_sentences(lead.tokens);
  lead.owner.assign(lead.tokens.size(), kNoFinding);
  find_starts(lead);
  recognise_no_facts(lead);
  recognise_quantities(lead);
  const TokenRange all{0, static_cast<uint32_t>(lead.tokens.size())};
  std::string time;
  std::string attribute;
  for (const TimeExpression& expression : time_expressions(lead, all, context)) {
    if (expression.role == TimeRole::kFrame) time = expression.time;
    if (expression.role == TimeRole::kAttribute) attribute = expression.time;
  }
  return time.empty() ? attribute : time;
}

}  // namespace

void annotate_time(Stretch& stretch) {
  const Tokens& tokens = stretch.tokens;
  std::vector<Finding>& findings = stretch.findings;
  TimeContext context;
  context.document = read_iso(stretch.options.document_date);
  std::optional<std::string> lead;
  const std::vector<uint8_t>& depths = stretch.depths;
  size_t next = 0;
  for (uint32_t first = 0; first < tokens.size();) {
    uint32_t last = first + 1;
    while (last < tokens.size() && !tokens[last].starts_sentence) ++last;
    const size_t begin = next;
    bool has_fact = false;
    while (next < findings.size() && findings[next].tokens.first < last) {
      has_fact = has_fact || findings[next].figure.is_fact();
      if (findings[next].figure.kind == Kind::kDate) {
        if (const auto date = last_of(findings[next].figure.time); date && !has_fact) {
          context.last = date;
        }
      }
      ++next;
    }
    if (has_fact) {
      Sentence sentence{{}, {}, depths};
      sentence.expressions = time_expressions(stretch, {first, last}, context);
      if (sentence.expressions.empty() && stretch.options.lead.empty()) {
        first = last;
        continue;
      }
      sentence.taken.assign(sentence.expressions.size(), false);
      std::vector<bool> settled(next - begin, false);
      // Expressions right after a figure are its own; the others frame what follows them.
      for (size_t i = begin; i < next; ++i) {
        Finding& finding = findings[i];
        if (!finding.figure.is_fact()) continue;
        bool adjacent = false;
        size_t after = expression_after(stretch, sentence, finding, adjacent);
        if (after == SIZE_MAX || !adjacent) {
          after = expression_in_bracket(stretch, sentence, finding);
          if (after == SIZE_MAX) continue;
        }
        set_time(stretch, finding, sentence.expressions[after], "time.after");
        // "nei tre anni che vanno dal 2012 al 2014": a span says the time of the rest
        sentence.taken[after] = finding.figure.kind != Kind::kDuration;
        settled[i - begin] = true;
      }
      const size_t only = only_frame(sentence);
      for (size_t i = begin; i < next; ++i) {
        Finding& finding = findings[i];
        if (!finding.figure.is_fact() || settled[i - begin]) continue;
        if (const size_t own = expression_before_bracket(stretch, sentence, finding);
            own != SIZE_MAX) {
          set_time(stretch, finding, sentence.expressions[own], "time.bracket");
          continue;
        }
        const size_t before = expression_before(stretch, sentence, finding);
        const bool own_bracket =
            before != SIZE_MAX && depths[finding.tokens.first] > 0 &&
            depths[sentence.expressions[before].tokens.first] >= depths[finding.tokens.first];
        const Finding* outside =
            own_bracket ? nullptr : explained(stretch, findings, begin, i, depths);
        if (outside != nullptr) {
          finding.figure.time = outside->figure.time;
          finding.figure.time_span = outside->figure.time_span;
          continue;
        }
        if (before != SIZE_MAX && sentence.expressions[before].role != TimeRole::kAttribute) {
          set_time(stretch, finding, sentence.expressions[before], "time.frame");
          continue;
        }
        bool adjacent = false;
        const size_t after = expression_after(stretch, sentence, finding, adjacent);
        if (after != SIZE_MAX) {
          set_time(stretch, finding, sentence.expressions[after], "time.after");
        } else if (before != SIZE_MAX) {
          set_time(stretch, finding, sentence.expressions[before], "time.attribute");
        } else if (only != SIZE_MAX && !opens_own_clause(stretch, sentence.expressions[only]) &&
                   !another_between(sentence, extent(finding).last, only) &&
                   !ends_apposition(stretch, sentence.expressions[only]) &&
                   !is_closed_clause(tokens, sentence.expressions[only], extent(finding).first) &&
                   !contrast_between(tokens, extent(finding).last,
                                     sentence.expressions[only].tokens.first)) {
          set_time(stretch, finding, sentence.expressions[only], "time.only");
        } else if (!stretch.options.lead.empty()) {
          if (!lead) lead = time_of_lead(stretch.options, context);
          finding.figure.time = *lead;
          if (stretch.options.with_steps && !lead->empty()) {
            finding.figure.steps.push_back({"time.lead", {}, *lead});
          }
        }
      }
    }
    first = last;
  }
}

}  // namespace cifra
