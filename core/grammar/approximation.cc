// How near the truth a figure says it is: hedges before it ("circa", "più di", "non supera i"),
// after it ("circa", "o più", "in su"), and limits at a few words' distance ("un importo massimo
// annuale di"). The longest phrase wins; phrases are the table of core/lexicon/hedge.

#include <algorithm>
#include <array>
#include <string>

#include "core/grammar/context.h"
#include "core/grammar/noun_phrase.h"
#include "core/grammar/passes.h"
#include "core/lexicon/hedge.h"
#include "core/lexicon/word_list.h"

namespace cifra {
namespace {

constexpr uint32_t kReach = 9;  // tokens looked at on one side

Approximation approximation_of(HedgeMeaning meaning) {
  switch (meaning) {
    case HedgeMeaning::kAbout:
      return Approximation::kAbout;
    case HedgeMeaning::kOver:
      return Approximation::kOver;
    case HedgeMeaning::kAtLeast:
      return Approximation::kAtLeast;
    case HedgeMeaning::kUnder:
      return Approximation::kUnder;
    case HedgeMeaning::kAtMost:
      return Approximation::kAtMost;
    case HedgeMeaning::kNearly:
      return Approximation::kNearly;
    case HedgeMeaning::kNothing:
      break;
  }
  return Approximation::kNone;
}

struct Found {
  HedgeMeaning meaning = HedgeMeaning::kNothing;
  TokenRange tokens;
};

bool may_hedge(const Token& token) {
  if (token.is_word()) return true;
  return token.is("~") || token.is("<") || token.is(">") || token.is("=") || token.is(".") ||
         token.is("\u2264") || token.is("\u2265");
}

std::string_view reduced(const Token& token) {
  return token.is_word() ? reduced_word(token.folded, facts_of(token).classes) : token.folded;
}

bool may_end_hedge(const Token& token) {
  return token.is_word() ? has_trait(token, kEndsHedge) : ends_hedge(token.folded);
}

// "da" before the figure that holds the token.
bool opens_range(const Stretch& stretch, uint32_t token) {
  const Finding* finding = fact_at(stretch, token);
  if (finding == nullptr) return false;
  const uint32_t first = extent(*finding).first;
  return first > 0 && (classes_at(stretch.tokens, first - 1) & kFrom) != 0;
}

// "non può essere inferiore a 300": where the "non" of such verbs stands; `at` for none.
uint32_t negation_before(const Tokens& tokens, uint32_t at) {
  static const WordSet kVerbs(
      "essere puo possono deve devono potra potranno dovra dovranno sia siano risulti "
      "risulta risultare risultano comunque mai debba possa");
  for (uint32_t back = at; back > 0 && at - back < 5 && goes_on_at(tokens, back); --back) {
    if (tokens.is(back - 1, "non")) return back - 1;
    const bool copula = (classes_at(tokens, back - 1) & kCopula) != 0;
    const std::string_view word = tokens[back - 1].folded;
    // "da non superare più di 35 volte"
    const bool infinitive = word.size() > 5 && (word.ends_with("are") || word.ends_with("ere") ||
                                                word.ends_with("ire"));
    if (!tokens[back - 1].is_word() || (!copula && !infinitive && !kVerbs.has(word))) break;
  }
  return at;
}

HedgeMeaning negated(HedgeMeaning meaning) {
  if (meaning == HedgeMeaning::kUnder) return HedgeMeaning::kAtLeast;
  if (meaning == HedgeMeaning::kOver) return HedgeMeaning::kAtMost;
  return meaning;
}

// The longest phrase of the table that ends right before the figure.
std::optional<Found> before(const Stretch& stretch, uint32_t figure) {
  const Tokens& tokens = stretch.tokens;
  std::array<std::string_view, kLongestHedge> words;
  std::array<uint32_t, kLongestHedge> places{};
  size_t count = 0;
  for (uint32_t at = figure; at > 0 && figure - at < kReach && count < words.size(); --at) {
    if (!goes_on_at(tokens, at)) break;
    const uint32_t over = past_markup_left(tokens, at);
    if (over != at) {
      if (over == 0 || !goes_on_at(tokens, over)) break;
      at = over;
    }
    const Token& token = tokens[at - 1];
    if (!may_hedge(token) || stretch.owner[at - 1] != kNoFinding) break;
    if (token.is(".") && count == 0 && !is_glued(tokens, at - 1)) break;
    const std::string_view word = reduced(token);
    if (word.empty()) continue;
    if (count == 0 && !may_end_hedge(token)) return std::nullopt;
    words[count] = word;
    places[count] = at - 1;
    ++count;
  }
  std::string all;
  for (size_t i = count; i-- > 0;) all.append(words[i]).append(i > 0 ? " " : "");
  std::string_view phrase = all;
  for (size_t size = count; size > 0; --size) {
    const Hedge* hedge = hedge_before(phrase);
    if (hedge == nullptr) {
      phrase.remove_prefix(std::min(words[size - 1].size() + 1, phrase.size()));
      continue;
    }
    const uint32_t first = places[size - 1];
    // "7mila in meno di dodici mesi prima": a comparison with the figure before
    const bool compares = size == 2 && words[0] == "di" && first > 1 &&
                          tokens.is(first - 1, "in") && stretch.owner[first - 2] != kNoFinding;
    if (compares) return std::nullopt;
    // "da due fino a sei anni" is a range
    const bool range_end = (tokens.is(first, "fino") || tokens.is(first, "sino")) && first > 1 &&
                           fact_at(stretch, first - 1) != nullptr &&
                           opens_range(stretch, first - 1);
    if (range_end) return std::nullopt;
    const uint32_t negation = negation_before(tokens, first);
    if (negation != first) return Found{negated(hedge->meaning), {negation, figure}};
    return Found{hedge->meaning, {first, figure}};
  }
  return std::nullopt;
}

// "massimo" and "minimo" with adjectives, "di", "pari a" between them and the figure.
std::optional<Found> limit_before(const Stretch& stretch, uint32_t figure) {
  const Tokens& tokens = stretch.tokens;
  bool adjectives = false;
  for (uint32_t at = figure; at > 0 && figure - at < kReach; --at) {
    if (!goes_on_at(tokens, at)) break;
    const Token& token = tokens[at - 1];
    if (!token.is_word() || stretch.owner[at - 1] != kNoFinding) break;
    if (token.folded.size() == 7 || token.folded.size() == 6) {
      const bool most = token.folded.starts_with("massim");
      const bool least = token.folded.starts_with("minim");
      if (most || least) {
        if (at > 1 && tokens[at - 2].folded.starts_with("temperatur")) return std::nullopt;
        // "è aumentata nel minimo a 200 euro": the minimum itself
        if (at > 1 && tokens.is(at - 2, "nel")) return std::nullopt;
        return Found{most ? HedgeMeaning::kAtMost : HedgeMeaning::kAtLeast, {at - 1, figure}};
      }
    }
    const WordClasses classes = classes_at(tokens, at - 1);
    const bool link = token.is("di") || token.is("pari") || token.is("a") || token.is("ad") ||
                      token.is("in") || token.is("e") || token.is("stabilito") ||
                      token.is("fissato") || token.is("fissata") || (classes & kArticle) != 0;
    if (!link) {
      // "il massimo relativo di 1,46": the highest there was
      if (token.is("relativo") || token.is("storico") || token.is("assoluto")) return std::nullopt;
      if (!is_modifier(tokens, at - 1) && !token.is("annuo") && !token.is("annua") &&
          !token.is("mensile")) {
        break;
      }
      if (adjectives) break;  // one adjective: "massimo annuale", "massima ammissibile"
      adjectives = true;
    }
  }
  return std::nullopt;
}

// "ha superato, quanto ai Comuni, la soglia di": a threshold and its verb further off.
std::optional<Found> threshold_before(const Stretch& stretch, uint32_t figure) {
  const Tokens& tokens = stretch.tokens;
  if (figure < 3 || (classes_at(tokens, figure - 1) & kOf) == 0) return std::nullopt;
  const Token& noun = tokens[figure - 2];
  if (!noun.is("soglia") && !noun.is("tetto") && !noun.is("muro") && !noun.is("traguardo")) {
    return std::nullopt;
  }
  for (uint32_t at = figure - 2; at > 0 && figure - at < 2 * kReach; --at) {
    if (!goes_on_at(tokens, at)) break;
    const bool bracket = tokens.is(at - 1, "(") || tokens.is(at - 1, ")");
    if (ends_clause(tokens[at - 1]) && !bracket) break;
    const std::string_view word = tokens[at - 1].folded;
    if (word.starts_with("super") || word.starts_with("oltrepass")) {
      return Found{HedgeMeaning::kOver, {at - 1, figure}};
    }
  }
  return std::nullopt;
}

// The longest phrase of the table that begins at `at`.
std::optional<Found> phrase_after(const Stretch& stretch, uint32_t at) {
  const Tokens& tokens = stretch.tokens;
  std::string phrase;
  std::optional<Found> longest;
  for (uint32_t next = at; next < at + 4; ++next) {
    if (!goes_on_at(tokens, next) || !tokens[next].is_word()) break;
    if (stretch.owner[next] != kNoFinding) break;
    if (next == at && !has_trait(tokens[at], kBeginsHedgeAfter)) break;
    const std::string_view word = reduced(tokens[next]);
    if (word.empty()) break;
    if (!phrase.empty()) phrase.append(" ");
    phrase.append(word);
    const Hedge* hedge = hedge_after(phrase);
    if (hedge != nullptr) longest = Found{hedge->meaning, {at, next + 1}};
  }
  return longest;
}

// Past the noun of the figure that ends at `end`.
uint32_t noun_end(const Stretch& stretch, uint32_t end) {
  const uint32_t noun = stretch.tokens.is(end, "di") ? end + 1 : end;
  const TokenRange phrase = noun_phrase_at(stretch, noun, false);
  return phrase.empty() ? end : phrase.last;
}

// A hedge after the figure that does not belong to the next figure ("300 euro, circa il doppio").
std::optional<Found> after(const Stretch& stretch, const Finding& finding) {
  const Tokens& tokens = stretch.tokens;
  const uint32_t end = past_markup_right(tokens, extent(finding).last);
  std::optional<Found> found = phrase_after(stretch, end);
  const uint32_t past = found || tokens.is(end, ",") ? end : noun_end(stretch, end);
  if (!found && past != end) found = phrase_after(stretch, past);
  if (!found && tokens.is(past, ",")) {
    found = phrase_after(stretch, past + 1);
    const uint32_t next = found ? found->tokens.last : end;
    const bool parenthetic = found && (next >= tokens.size() || !goes_on_at(tokens, next) ||
                                       tokens.is(next, ",") || ends_clause(tokens[next]));
    if (!parenthetic) found.reset();
  }
  if (!found) return std::nullopt;
  uint32_t next = found->tokens.last;
  while (next < tokens.size() && goes_on_at(tokens, next) &&
         (classes_at(tokens, next) & (kArticle | kPreposition)) != 0 &&
         next < found->tokens.last + 2) {
    ++next;
  }
  const bool before_another =
      next < tokens.size() && stretch.owner[next] != kNoFinding && goes_on_at(tokens, next);
  if (before_another) return std::nullopt;
  if (found->meaning == HedgeMeaning::kAtLeast && tokens.is(found->tokens.first, "almeno") &&
      found->tokens.last < tokens.size() && tokens[found->tokens.last].is_word() &&
      goes_on_at(tokens, found->tokens.last)) {
    return std::nullopt;
  }
  return found;
}

}  // namespace

void annotate_approximation(Stretch& stretch) {
  for (Finding& finding : stretch.findings) {
    Figure& figure = finding.figure;
    if (!figure.is_fact()) continue;
    const uint32_t first = extent(finding).first;
    std::optional<Found> found = before(stretch, first);
    if (!found) found = limit_before(stretch, first);
    if (!found) found = threshold_before(stretch, first);
    if (!found) found = after(stretch, finding);
    if (!found || found->meaning == HedgeMeaning::kNothing) continue;
    figure.approximation = approximation_of(found->meaning);
    finding.hedge = found->tokens;
    if (stretch.options.with_steps) {
      figure.steps.push_back({"approximation.hedge", stretch.span(found->tokens),
                              std::string(name_of(figure.approximation))});
    }
  }
}

}  // namespace cifra
