// What has digits or number words and is no fact: dates, clock times, ordinals, references, codes,
// names with numbers, list marks. At each token the longest reading of any rule wins.

#include <array>
#include <charconv>

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

// Words other than months, days, cues and ordinals that some rule begins with.
const WordSet& other_words() {
  static const WordSet words(
      "ore ora h alle dalle all' dall' ue ce cee euratom numero fit mille ventiquattro "
      "ventiquattr' "
      "trecentosessanta carta agenda horizon orizzonte europa expo superbonus bonus "
      "supersismabonus sismabonus ecobonus unione quaranta cinquanta sessanta settanta ottanta "
      "novanta");
  return words;
}

// Symbols that some rule begins with: a decade's or a year's "'", "\u00A7 3", "#12", "+39", "[4]".
bool begins_rule_as_symbol(const Token& token) {
  return token.is("'") || token.is("\u00A7") || token.is("#") || token.is("+") || token.is("[") ||
         token.is("(");
}

// Whether any rule may begin at the token: one cheap look before seven dear ones.
bool may_begin(const Tokens& tokens, uint32_t at) {
  const Token& token = tokens[at];
  if (token.is_numeral()) return true;
  if (!token.is_word()) return token.type == TokenClass::kSymbol && begins_rule_as_symbol(token);
  return token.all_capitals || has_trait(token, kBeginsNoFact) || may_begin_run(tokens, at);
}

bool is_free(const Stretch& stretch, uint32_t at, uint32_t last) {
  return last <= stretch.tokens.size() && stretch.is_free({at, last});
}

}  // namespace

void recognise_no_facts(Stretch& stretch) {
  const uint32_t size = static_cast<uint32_t>(stretch.tokens.size());
  for (uint32_t at = 0; at < size;) {
    if (stretch.owner[at] != kNoFinding || !may_begin(stretch.tokens, at)) {
      ++at;
      continue;
    }
    std::optional<NoFact> longest;
    for (const auto rule : kRules) {
      auto found = rule(stretch, at);
      if (!found || !is_free(stretch, at, found->last)) continue;
      if (!longest || found->last > longest->last) longest = std::move(found);
    }
    if (!longest) {
      ++at;
      continue;
    }
    Finding finding;
    finding.tokens = {at, longest->last};
    finding.figure.kind = longest->kind;
    if (longest->value) finding.figure.value.numerator = *longest->value;
    finding.figure.time = longest->time;
    if (stretch.options.with_steps) {
      finding.figure.steps.push_back({longest->rule, stretch.span(finding.tokens), longest->time});
    }
    at = longest->last;
    stretch.add(std::move(finding));
  }
}

bool begins_no_fact(std::string_view folded) {
  return other_words().has(folded) || month_named(folded) || day_named(folded) ||
         reference_cue(folded) != Cue::kNone || is_ordinal_word(folded);
}

std::vector<std::string_view> words_that_begin_no_facts() { return other_words().words(); }

std::optional<int> integer_at(const Tokens& tokens, uint32_t at) {
  if (!is_numeral_at(tokens, at)) return std::nullopt;
  const std::string_view digits = tokens[at].folded;
  if (digits.size() > 9) return std::nullopt;
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

std::optional<int> year_at(const Tokens& tokens, uint32_t at) {
  const auto number = integer_at(tokens, at);
  if (!number || tokens[at].folded.size() != 4 || *number < 1800 || *number > 2100) {
    return std::nullopt;
  }
  return number;
}

bool may_be_counted(const Tokens& tokens, uint32_t at) {
  return is_word_at(tokens, at) && !tokens[at].capital && !tokens[at].blank_line_before &&
         !tokens[at].starts_sentence && is_plural_noun(tokens, at);
}

}  // namespace cifra
