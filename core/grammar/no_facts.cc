// What has digits or number words and is no fact: dates, clock times, ordinals, references, codes,
// names with numbers, list marks. At each token the longest reading of any rule wins.

#include <array>

#include "core/grammar/no_fact.h"
#include "core/grammar/noun_phrase.h"
#include "core/grammar/passes.h"
#include "core/lexicon/calendar.h"
#include "core/lexicon/reference_cue.h"
#include "core/lexicon/word_list.h"

namespace cifra {
namespace {

constexpr std::optional<NoFact> (*kRules[])(const Stretch&, uint32_t) = {
    match_date,    match_clock, match_reference, match_code,
    match_ordinal, match_name,  match_list_mark,
};

// Words other than months, days, cues, ordinals and the first ones of names that some rule begins
// with.
constexpr std::string_view kOtherWords =
    "ore ora h alle dalle delle all' dall' ue ce cee euratom numero ventiquattr' trecentosessanta "
    "agenda horizon orizzonte europa expo superbonus bonus supersismabonus sismabonus ecobonus "
    "unione quaranta cinquanta sessanta settanta ottanta novanta cov";

const WordMap<bool>& other_words() {
  static const WordMap<bool> words = [] {
    WordMap<bool> made;
    for_each_word(kOtherWords, [&](std::string_view word) { made.emplace(word, true); });
    for (const std::string_view word : words_that_begin_names()) made.emplace(word, true);
    return made;
  }();
  return words;
}

bool is_free(const Stretch& stretch, uint32_t at, uint32_t last) {
  return last <= stretch.tokens.size() && stretch.is_free({at, last});
}

// Whether a rule may begin at the token of Stretch::starts; most words begin numbers alone.
bool may_begin(const Tokens& tokens, uint32_t at) {
  const Token& token = tokens[at];
  return !token.is_word() || token.all_capitals || has_trait(token, kBeginsNoFact) ||
         is_glued(tokens, at + 1);
}

}  // namespace

void recognise_no_facts(Stretch& stretch) {
  for (const uint32_t at : stretch.starts) {
    if (stretch.owner[at] != kNoFinding || !may_begin(stretch.tokens, at)) continue;
    std::optional<NoFact> longest;
    for (const auto rule : kRules) {
      auto found = rule(stretch, at);
      if (!found || !is_free(stretch, at, found->last)) continue;
      if (!longest || found->last > longest->last) longest = std::move(found);
    }
    if (!longest) continue;
    Finding finding;
    finding.tokens = {at, longest->last};
    finding.figure.kind = longest->kind;
    if (longest->value) finding.figure.value.numerator = *longest->value;
    finding.figure.time = longest->time;
    if (stretch.options.with_steps) {
      finding.figure.steps.push_back({longest->rule, stretch.span(finding.tokens), longest->time});
    }
    stretch.add(std::move(finding));
  }
}

bool begins_no_fact(std::string_view folded) {
  return other_words().contains(folded) || month_named(folded) || day_named(folded) ||
         reference_cue(folded) != Cue::kNone || is_ordinal_word(folded);
}

std::vector<std::string_view> words_that_begin_no_facts() { return other_words().words(); }

bool may_be_counted(const Tokens& tokens, uint32_t at) {
  return is_word_at(tokens, at) && !tokens[at].capital && !tokens[at].blank_line_before &&
         !tokens[at].starts_sentence && is_plural_noun(tokens, at);
}

}  // namespace cifra
