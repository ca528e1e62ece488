// Clock times: "ore 10.30", "alle 19.40", "dalle 7 alle 23", "h 15:00", "(lun-ven, 10-13)".
//
// Cannot do: hours in words ("alle otto"), for "alle otto regioni" is as likely.

#include <charconv>

#include "core/grammar/no_fact.h"
#include "core/grammar/noun_phrase.h"
#include "core/lexicon/calendar.h"
#include "core/lexicon/reference_cue.h"
#include "core/lexicon/word_list.h"

namespace cifra {
namespace {

// "10", "10.30", "10,30", "10:30", "10:30:15"; `minutes` tells whether they are said.
std::optional<uint32_t> time_of_day(const Tokens& tokens, uint32_t at, bool& minutes) {
  if (!is_numeral_at(tokens, at)) return std::nullopt;
  const std::string_view digits = tokens[at].folded;
  int hour = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, hour);
  if (error != std::errc() || hour > 24 || stop - digits.data() > 2) return std::nullopt;
  minutes = false;
  uint32_t last = at + 1;
  if (stop != end) {
    int minute = 0;
    const auto [rest, failure] = std::from_chars(stop + 1, end, minute);
    if (failure != std::errc() || rest != end || minute > 59 || rest - stop != 3) {
      return std::nullopt;
    }
    minutes = true;
    return last;
  }
  while ((tokens.is(last, ":") || tokens.is(last, "h")) && is_glued(tokens, last) &&
         is_glued(tokens, last + 1)) {
    const auto minute = integer_at(tokens, last + 1);
    if (!minute || *minute > 59 || tokens[last + 1].folded.size() != 2) break;
    minutes = true;
    last += 2;
  }
  return last;
}

// Nothing after the number makes it a quantity.
bool stands_alone(const Tokens& tokens, uint32_t last) {
  if (last >= tokens.size() || tokens[last].starts_sentence) return true;
  if (is_quantity_word(tokens[last]) || tokens.is(last, "per")) return false;
  if (tokens.is(last, "su") || tokens[last].is_numeral()) return false;
  return !may_be_counted(tokens, last) && !(is_word_at(tokens, last) && tokens[last].capital);
}

bool is_daily(std::string_view word) {
  static const WordSet words(
      "bollettino conferenza edizione messa riunione seduta telegiornale tg treno volo "
      "aggiornamento "
      "punto collegamento corsa");
  return words.has(word);
}

bool is_hour_preposition(const Token& token) {
  return token.is("alle") || token.is("dalle") || token.is("all'") || token.is("dall'");
}

// "dalle 15,30 alle 17", at either preposition: the number at `number - 1` and what joins it.
bool is_opening_hours(const Tokens& tokens, uint32_t at, uint32_t last) {
  bool minutes = false;
  if (tokens.is(at, "dalle") || tokens.is(at, "dall'")) {
    const bool to = tokens.is(last, "alle") || tokens.is(last, "all'");
    return to && time_of_day(tokens, last + 1, minutes).has_value();
  }
  const bool from = at > 1 && (tokens.is(at - 2, "dalle") || tokens.is(at - 2, "dall'"));
  return from && time_of_day(tokens, at - 1, minutes) == at;
}

}  // namespace

std::optional<NoFact> match_clock(const Stretch& stretch, uint32_t at) {
  const Tokens& tokens = stretch.tokens;
  const Token& token = tokens[at];
  bool minutes = false;
  if (token.is_numeral()) {
    // "10:30" wherever it stands; "10-13" after days of the week.
    auto last = time_of_day(tokens, at, minutes);
    if (last && minutes && tokens.is(at + 1, ":")) {
      return NoFact{*last, Kind::kReference, std::nullopt, "", "clock.digits"};
    }
    if (!last || at < 2 || !(tokens.is(*last, "-") || tokens.is(*last, "/"))) return std::nullopt;
    const bool after_days = is_weekday(tokens[at - 1].folded) ||
                            (tokens.is(at - 1, ",") && is_weekday(tokens[at - 2].folded));
    if (after_days) {
      if (const auto end = time_of_day(tokens, *last + 1, minutes)) {
        return NoFact{*end, Kind::kReference, std::nullopt, "", "clock.opening_hours"};
      }
    }
    return std::nullopt;
  }
  if (!token.is_word()) return std::nullopt;
  const bool hours = token.is("ore") || token.is("h") || token.is("ora");
  // "il bollettino delle 18"
  const bool daily = token.is("delle") && at > 0 && is_daily(tokens[at - 1].folded);
  const bool preposition = daily || is_hour_preposition(token);
  if (!hours && !preposition) return std::nullopt;
  uint32_t number = at + 1;
  if (token.is("h") && tokens.is(number, ".")) ++number;
  auto last = time_of_day(tokens, number, minutes);
  if (!last) return std::nullopt;
  if (preposition && tokens[number].folded.find(',') != std::string_view::npos &&
      !is_opening_hours(tokens, at, *last)) {
    return std::nullopt;
  }
  if (!stands_alone(tokens, *last)) return std::nullopt;
  // "all'8 marzo" is a day.
  if (preposition && is_word_at(tokens, *last) && facts_of(tokens[*last]).month != 0) {
    return std::nullopt;
  }
  // "ore 9-13", "ore 9 - 13", "ore 9 e 13" of a list of hours
  while (hours && (tokens.is(*last, "-") || tokens.is(*last, "/"))) {
    const auto next = time_of_day(tokens, *last + 1, minutes);
    if (!next) break;
    last = next;
  }
  return NoFact{*last, Kind::kReference, std::nullopt, "", "clock.hour"};
}

}  // namespace cifra
