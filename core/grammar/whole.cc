// The total a figure is a part of, when the text says it: "7.195 Comuni su 7.903", "3 dei 5
// progetti", "300 euro, di cui 200 al Nord", "19.928 denunciati: di questi 423 arrestati".

#include "core/grammar/context.h"
#include "core/grammar/noun_phrase.h"
#include "core/grammar/passes.h"

namespace cifra {
namespace {

constexpr uint32_t kReachOfOn = 8;      // tokens from a part to "su"
constexpr uint32_t kReachOfWhich = 14;  // tokens from "di cui" back to the total
constexpr uint32_t kReachOfParts = 60;  // … and on to the last part

bool can_be_part(const Figure& part, const Figure& total) {
  if (part.kind == Kind::kPercent || part.kind == Kind::kShare || part.kind == Kind::kMultiple) {
    return false;
  }
  const bool counts = (part.kind == Kind::kCount || part.kind == Kind::kNumber) &&
                      (total.kind == Kind::kCount || total.kind == Kind::kNumber);
  const bool same = counts || (part.kind == total.kind && part.unit == total.unit);
  return same && !(total.value < part.value);
}

// From the part over its noun to "su" and over "un totale di", "i", "oltre" to the total.
const Finding* total_after(const Stretch& stretch, const Finding& part) {
  const Tokens& tokens = stretch.tokens;
  uint32_t at = extent(part).last;
  for (uint32_t step = 0; step < kReachOfOn; ++step, ++at) {
    if (!goes_on_at(tokens, at) || fact_at(stretch, at) != nullptr) return nullptr;
    const Token& token = tokens[at];
    // "sono 12 le proposte ammesse, su 90"
    if (token.is(",") && (classes_at(tokens, at + 1) & kOn) != 0) continue;
    // "disponibile per 3.250.948/3.254.349 casi"
    if (step == 0 && token.is("/") && is_glued(tokens, at)) {
      const Finding* total = fact_at(stretch, at + 1);
      return total != nullptr && !is_round(*total) ? total : nullptr;
    }
    if (!token.is_word()) return nullptr;
    const WordClasses classes = classes_at(tokens, at);
    const bool on = (classes & kOn) != 0;
    const bool of = step == 0 && (classes & kOf) != 0 && (classes & kWithArticle) != 0;
    if (on || of) {
      ++at;
      for (int words = 0; words < 5 && goes_on_at(tokens, at); ++words, ++at) {
        if (const Finding* total = fact_at(stretch, at)) return total;
        const WordClasses link = classes_at(tokens, at);
        const bool passes = (link & (kArticle | kQuantifier)) != 0 || (link & kOf) != 0 ||
                            tokens.is(at, "totale") || tokens.is(at, "oltre") ||
                            tokens.is(at, "complessivi") || tokens.is(at, "complessive") ||
                            tokens.is(at, "piu") || tokens.is(at, "platea") ||
                            tokens.is(at, "complesso");
        if (!passes) return nullptr;
      }
      return nullptr;
    }
    if (classes & (kFiniteVerb | kConjunction | kRelative)) return nullptr;
  }
  return nullptr;
}

// "di cui", "dei quali", "di queste", "tra questi", "di essi" at `at`.
bool says_of_which(const Tokens& tokens, uint32_t at) {
  const bool of = tokens.is(at, "di") || tokens.is(at, "dei") || tokens.is(at, "delle") ||
                  tokens.is(at, "tra") || tokens.is(at, "fra") || tokens.is(at, "degli");
  if (!of) return false;
  const uint32_t next = at + 1;
  return tokens.is(next, "cui") || stands_for_things(tokens, next);
}

void set_whole(Stretch& stretch, Finding& part, const Finding& total, std::string_view rule) {
  part.figure.whole = total.figure.value;
  if (stretch.options.with_steps) {
    part.figure.steps.push_back({rule, total.figure.span, total.figure.value.to_string()});
  }
}

// Nothing but nouns, "e" and commas between two figures.
bool coordinated(const Stretch& stretch, const Finding& before, const Finding& after) {
  const Tokens& tokens = stretch.tokens;
  const uint32_t end = extent(after).first;
  for (uint32_t at = extent(before).last; at < end; ++at) {
    const WordClasses classes = classes_at(tokens, at);
    if (tokens.is(at, ";") || (classes & (kFiniteVerb | kRelative)) != 0) return false;
  }
  // "di cui 31 di sostegno, i collaboratori 19": a subject of its own
  const bool subject =
      after.figure.counted.end != 0 && after.figure.counted.end <= after.figure.span.begin;
  return before.figure.whole.has_value() && !subject;
}

// What "questi" stands for after the figure: the part of "35 mila edifici su 40 mila", the total of
// "100 obiettivi, di cui 83 piccoli e 17 grandi".
size_t referent(const std::vector<Finding>& findings, size_t index) {
  const Figure& figure = findings[index].figure;
  for (size_t back = index; back-- > 0 && index - back < 6;) {
    const Figure& before = findings[back].figure;
    if (!before.is_fact()) continue;
    const bool total = figure.whole ? before.value == *figure.whole
                                    : before.whole && *before.whole == figure.value;
    if (total) return back;
    if (!figure.whole) break;
  }
  return index;
}

// "e ampliamento dei servizi su 5": another noun's number, not one more part.
bool is_governed(const Tokens& tokens, uint32_t left) {
  if (left == 0) return false;
  const WordClasses classes = classes_at(tokens, left - 1);
  return (classes & (kOn | kFor | kWith | kTo | kOf | kFrom)) != 0;
}

// "120 dei quali", "25 delle quali", "30 di questi" right after the part.
bool of_which_after(const Stretch& stretch, const Finding& finding) {
  const uint32_t end = extent(finding).last;
  return says_of_which(stretch.tokens, end) && !stretch.tokens.is(end + 1, "cui");
}

// Opens a clause with the total: "su 100 imprese", "dei 300 progetti", "di questi 3 miliardi".
bool opens_total(const Tokens& tokens, uint32_t at) {
  const WordClasses classes = classes_at(tokens, at);
  return (classes & kOn) != 0 || ((classes & kOf) != 0 && (classes & kWithArticle) != 0) ||
         (tokens.is(at, "di") && (tokens.is(at + 1, "questi") || tokens.is(at + 1, "queste")));
}

// "Su 100 imprese intervistate 38 assumono": the figure before, opened by "su" in the same clause.
const Finding* total_before(const Stretch& stretch, const Finding& part, const Finding* previous) {
  const Tokens& tokens = stretch.tokens;
  if (previous == nullptr) return nullptr;
  const uint32_t first = extent(part).first;
  if (first > 0 && (classes_at(tokens, first - 1) & kOn) != 0) return nullptr;
  uint32_t on = extent(*previous).first;
  for (int words = 0; words < 4 && on > 0 && goes_on_at(tokens, on); ++words) {
    --on;
    if (opens_total(tokens, on)) break;
    if (!tokens.is(on, "totale") && !tokens.is(on, "questi") && !tokens.is(on, "queste") &&
        (classes_at(tokens, on) & (kArticle | kOf)) == 0) {
      return nullptr;
    }
  }
  if (!opens_total(tokens, on)) return nullptr;
  if ((classes_at(tokens, on) & kOn) == 0 && previous->figure.whole)
    return nullptr;  // a part itself
  const bool opens = on == 0 || tokens[on].starts_sentence || tokens.is(on - 1, ",") ||
                     tokens.is(on - 1, ";") || tokens.is(on - 1, ":") || tokens.is(on - 1, "che") ||
                     tokens.is(on - 1, "\"") || tokens.is(on - 1, "(") || tokens.is(on - 1, "-");
  if (!opens) return nullptr;
  for (uint32_t at = extent(*previous).last; at < extent(part).first; ++at) {
    if (!goes_on_at(tokens, at) || ends_clause(tokens[at])) return nullptr;
  }
  return previous;
}

// Where "di cui" stands before the figure with nothing but hedges, articles and small words
// between; kNoFinding when it does not.
uint32_t of_which_before(const Stretch& stretch, uint32_t left, uint32_t not_before) {
  const Tokens& tokens = stretch.tokens;
  for (uint32_t back = 2; back < 8 && back <= left && left - back >= not_before; ++back) {
    const uint32_t at = left - back;
    if (says_of_which(tokens, at)) return at;
    if (fact_at(stretch, at) != nullptr || ends_clause(tokens[at])) return kNoFinding;
  }
  return kNoFinding;
}

}  // namespace

void annotate_whole(Stretch& stretch) {
  const Tokens& tokens = stretch.tokens;
  std::vector<Finding>& findings = stretch.findings;
  size_t total = SIZE_MAX;  // the figure whose parts are being told
  uint32_t parts_from = 0;
  size_t previous = SIZE_MAX;   // the last fact
  size_t last_part = SIZE_MAX;  // the last part of that total
  bool opened = false;          // "su 640", "dei 640": what is in brackets is of its part
  for (size_t i = 0; i < findings.size(); ++i) {
    Finding& finding = findings[i];
    if (!finding.figure.is_fact()) continue;
    if (const Finding* on = total_after(stretch, finding);
        on != nullptr && can_be_part(finding.figure, on->figure)) {
      set_whole(stretch, finding, *on, "whole.on");
    }
    const Finding* last = previous == SIZE_MAX ? nullptr : &findings[previous];
    if (const Finding* on = total_before(stretch, finding, last);
        on != nullptr && !finding.figure.whole && can_be_part(finding.figure, on->figure)) {
      set_whole(stretch, finding, *on, "whole.on");
      // "Dei 1.143 comuni 387 …, 214 …"
      total = previous;
      last_part = i;
      parts_from = extent(finding).last;
      opened = true;
    }
    if (last != nullptr && of_which_after(stretch, finding)) {
      const Finding& told = findings[referent(findings, previous)];
      if (can_be_part(finding.figure, told.figure) &&
          extent(finding).first - extent(*last).last < kReachOfWhich) {
        set_whole(stretch, finding, told, "whole.of_which");
      }
    }
    const uint32_t left = left_edge(stretch, finding);
    const uint32_t not_before = previous == SIZE_MAX ? 0 : extent(findings[previous]).last;
    const uint32_t which = of_which_before(stretch, left, not_before);
    if (which != kNoFinding) {
      opened = false;
      // the nearest figure before that can hold this one, or what "questi" stands for
      total = SIZE_MAX;
      const bool these = tokens.is(which + 1, "questi") || tokens.is(which + 1, "queste");
      const size_t told = these && previous != SIZE_MAX ? referent(findings, previous) : previous;
      if (told != previous && can_be_part(finding.figure, findings[told].figure)) {
        total = told;
        parts_from = which;
      }
      for (size_t back = total == SIZE_MAX ? i : 0; back-- > 0 && i - back < 6;) {
        const Finding& candidate = findings[back];
        if (!candidate.figure.is_fact()) continue;
        if (which > extent(candidate).last + kReachOfWhich && back + 1 < i) break;
        if (can_be_part(finding.figure, candidate.figure)) {
          total = back;
          parts_from = which;
          break;
        }
      }
    }
    if (total != SIZE_MAX && !finding.figure.whole) {
      // "2 milioni di banchi (di cui 400 innovativi), 40 docenti": the bracket ends its parts
      const bool near = left - parts_from < kReachOfParts &&
                        stretch.depths[parts_from] <= stretch.depths[left] &&
                        (!opened || stretch.depths[left] == 0);
      bool same_sentence = near;
      for (uint32_t at = parts_from + 1; same_sentence && at <= left; ++at) {
        same_sentence = goes_on_at(tokens, at);
      }
      if (!same_sentence) {
        total = SIZE_MAX;
      } else if (can_be_part(finding.figure, findings[total].figure) &&
                 (which != kNoFinding || !is_governed(tokens, left)) &&
                 (which != kNoFinding || finding.figure.kind != Kind::kCount ||
                  finding.figure.counted == findings[total].figure.counted ||
                  (last_part < i && coordinated(stretch, findings[last_part], finding)))) {
        set_whole(stretch, finding, findings[total], "whole.of_which");
        last_part = i;
      }
    }
    if (finding.figure.kind != Kind::kPercent) previous = i;
  }
}

}  // namespace cifra
