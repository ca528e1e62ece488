// Dates: "20 gennaio 2021", "1° luglio", "12/05/2021", "2021-05-12", "settembre 2019",
// "gennaio-maggio 2023", "2019/20", "2015-2019", "il 26 e il 30 ottobre", "gli anni '90", and years
// that stand alone. A year is told from a number by what stands around it.
//
// Cannot do: the Revolutionary calendar, years before 1000, "il Duemila".

#include <array>
#include <charconv>
#include <string>
#include <tuple>

#include "core/grammar/calendar_time.h"
#include "core/grammar/no_fact.h"
#include "core/lexicon/calendar.h"

namespace cifra {
namespace {

struct Parsed {
  CalendarDate date;
  uint32_t last = 0;
};

std::optional<CalendarDate> document_day(const Stretch& stretch) {
  return read_iso(stretch.options.document_date);
}

// "2021", "'21" after a month; two digits alone do not make a year.
std::optional<int> written_year(const Tokens& tokens, uint32_t at, uint32_t& last) {
  if (const auto year = year_at(tokens, at)) {
    last = at + 1;
    return year;
  }
  if (tokens.is(at, "'") && at + 1 < tokens.size() && is_glued(tokens, at + 1)) {
    const auto year = integer_at(tokens, at + 1);
    if (year && tokens[at + 1].folded.size() == 2) {
      last = at + 2;
      return *year + (*year < 40 ? 2000 : 1900);
    }
  }
  return std::nullopt;
}

// The year that follows a month: "2021", ", 2021", "del 2021", "dell'anno 2021", "'21", ". 2021".
std::optional<int> following_year(const Tokens& tokens, uint32_t at, uint32_t& last) {
  if (const auto year = written_year(tokens, at, last)) return year;
  if (tokens.is(at, "del") || tokens.is(at, "dell'")) {
    const uint32_t year_token = tokens.is(at + 1, "anno") ? at + 2 : at + 1;
    return written_year(tokens, year_token, last);
  }
  return std::nullopt;
}

// A month's name at `at`, with the dot of an abbreviation. "mar" and the like need a digit beside.
std::optional<int> month_at(const Tokens& tokens, uint32_t at, uint32_t& last) {
  if (!is_word_at(tokens, at)) return std::nullopt;
  const int month = facts_of(tokens[at]).month;
  if (month == 0) return std::nullopt;
  last = at + 1;
  if (is_short_month(tokens[at].folded) && tokens.is(last, ".") && is_glued(tokens, last)) ++last;
  return month;
}

// A day of a month: "1", "1°", "20", "venti".
std::optional<int> day_at(const Tokens& tokens, uint32_t at, uint32_t& last) {
  if (at >= tokens.size()) return std::nullopt;
  if (const auto day = integer_at(tokens, at)) {
    if (*day < 1 || *day > 31 || tokens[at].folded.size() > 2) return std::nullopt;
    last = at + 1;
    if (last < tokens.size() && is_glued(tokens, last) &&
        (tokens.is(last, "\u00B0") || tokens.is(last, "^"))) {
      ++last;
    }
    return day;
  }
  if (!tokens[at].is_word()) return std::nullopt;
  const int day = facts_of(tokens[at]).day;
  if (day == 0) return std::nullopt;
  last = at + 1;
  return day;
}

// "20 gennaio 2021", "1° luglio".
std::optional<Parsed> day_and_month(const Tokens& tokens, uint32_t at) {
  uint32_t last = 0;
  const auto day = day_at(tokens, at, last);
  if (!day) return std::nullopt;
  if (tokens.is(last, "-") || tokens.is(last, "/")) {  // 20-gen-2021
    if (!is_glued(tokens, last) || !is_glued(tokens, last + 1)) return std::nullopt;
    ++last;
  }
  if (tokens.is(last, "di")) ++last;  // "il 28 di marzo"
  const auto month = month_at(tokens, last, last);
  if (!month) return std::nullopt;
  Parsed parsed{{0, *month, *day}, last};
  if (!is_possible(parsed.date)) return std::nullopt;
  if (tokens.is(last, ",") && year_at(tokens, last + 1) && !may_be_counted(tokens, last + 2)) {
    ++last;
  }
  if ((tokens.is(last, "-") || tokens.is(last, "/")) && is_glued(tokens, last) &&
      year_at(tokens, last + 1)) {
    ++last;
  }
  if (const auto year = following_year(tokens, last, last)) {
    parsed.date.year = *year;
    parsed.last = last;
  }
  return parsed;
}

// Digits joined by one kind of mark: 12/05/2021, 12.05.2021, 2021-05-12, 12-5-21.
std::optional<Parsed> numeric_date(const Tokens& tokens, uint32_t at) {
  std::array<int, 3> parts{};
  std::array<size_t, 3> sizes{};
  uint32_t last = at + 1;
  const std::string_view digits = tokens[at].folded;
  if (digits.find('.') != std::string_view::npos) {
    size_t begin = 0;
    for (size_t i = 0; i < 3; ++i) {
      const size_t end = i == 2 ? digits.size() : digits.find('.', begin);
      if (end == std::string_view::npos || end == begin || end - begin > 4) return std::nullopt;
      const auto [stop, error] =
          std::from_chars(digits.data() + begin, digits.data() + end, parts[i]);
      if (error != std::errc() || stop != digits.data() + end) return std::nullopt;
      sizes[i] = end - begin;
      begin = end + 1;
    }
    if (sizes[2] == 3 || (sizes[2] == 2 && sizes[0] == 3)) return std::nullopt;
  } else {
    const std::string_view mark = tokens.is(last, "/") ? "/" : "-";
    for (size_t i = 0; i < 3; ++i) {
      const uint32_t token = at + static_cast<uint32_t>(2 * i);
      const auto number = integer_at(tokens, token);
      if (!number || (i > 0 && (!tokens.is(token - 1, mark) || !is_glued(tokens, token - 1) ||
                                !is_glued(tokens, token)))) {
        return std::nullopt;
      }
      parts[i] = *number;
      sizes[i] = tokens[token].folded.size();
    }
    last = at + 5;
  }
  CalendarDate date;
  if (sizes[0] == 4) {
    date = {parts[0], parts[1], parts[2]};
  } else if (sizes[2] == 4 || sizes[2] == 2) {
    date = {sizes[2] == 2 ? parts[2] + 2000 : parts[2], parts[1], parts[0]};
  } else {
    return std::nullopt;
  }
  if (date.year < 1000 || date.year > 2199 || date.month == 0 || date.day == 0) return std::nullopt;
  if (!is_possible(date)) return std::nullopt;
  return Parsed{date, last};
}

// "12/2020": a month of a year.
std::optional<Parsed> numeric_month(const Tokens& tokens, uint32_t at) {
  const auto month = integer_at(tokens, at);
  if (!month || *month < 1 || *month > 12 || tokens[at].folded.size() > 2) return std::nullopt;
  if (!tokens.is(at + 1, "/") || !is_glued(tokens, at + 1) || !is_glued(tokens, at + 2)) {
    return std::nullopt;
  }
  const auto year = year_at(tokens, at + 2);
  if (!year || *year < 1900) return std::nullopt;
  return Parsed{{*year, *month, 0}, at + 3};
}

NoFact date_found(uint32_t last, const CalendarDate& date, std::string_view rule) {
  NoFact found{last, Kind::kDate, std::nullopt, iso(date), rule};
  if (date.year != 0) found.value = Decimal(date.year);
  return found;
}

NoFact interval_found(uint32_t last, const CalendarDate& first, const CalendarDate& end,
                      std::string_view rule) {
  NoFact found{last, Kind::kDate, std::nullopt, iso_interval(first, end), rule};
  if (first.year != 0) found.value = Decimal(first.year);
  return found;
}

// "2015-2019", "2019/20", "2021 – 2027": years joined.
std::optional<NoFact> joined_years(const Tokens& tokens, uint32_t at) {
  const auto first = year_at(tokens, at);
  if (!first || !(tokens.is(at + 1, "-") || tokens.is(at + 1, "/"))) return std::nullopt;
  const bool glued = is_glued(tokens, at + 1) && is_glued(tokens, at + 2);
  const auto second = integer_at(tokens, at + 2);
  if (!second) return std::nullopt;
  const size_t size = tokens[at + 2].folded.size();
  int last_year = 0;
  if (size == 4 && (glued || tokens.is(at + 1, "-"))) {
    last_year = *second;
  } else if (size == 2 && glued) {
    last_year = *first / 100 * 100 + *second;
  }
  if (last_year <= *first || last_year > *first + 150) return std::nullopt;
  // A year on each side of three, as in 2021-2022-2023, goes on.
  uint32_t last = at + 3;
  while (tokens.is(last, "-") && is_glued(tokens, last) && year_at(tokens, last + 1)) {
    last_year = *year_at(tokens, last + 1);
    last += 2;
  }
  return interval_found(last, {*first, 0, 0}, {last_year, 0, 0}, "date.years");
}

// "gli anni '90", "anni Novanta": the decade, at the "'" or the word.
std::optional<NoFact> decade(const Tokens& tokens, uint32_t at) {
  static constexpr std::array<std::string_view, 10> kTens = {
      "zero",      "dieci",    "venti",    "trenta",  "quaranta",
      "cinquanta", "sessanta", "settanta", "ottanta", "novanta"};
  if (at == 0) return std::nullopt;
  const bool after_years = tokens.is(at - 1, "anni");
  const bool listed =
      at > 1 && (tokens.is(at - 1, "e") || tokens.is(at - 1, "o")) && tokens.is(at, "'");
  if (tokens.is(at, "'") && (after_years || listed) && at + 1 < tokens.size() &&
      is_glued(tokens, at + 1)) {
    const auto tens = integer_at(tokens, at + 1);
    if (tens && *tens % 10 == 0 && tokens[at + 1].folded.size() == 2) {
      const int start = 1900 + *tens;
      return interval_found(at + 2, {start, 0, 0}, {start + 9, 0, 0}, "date.decade");
    }
  }
  const bool articled =
      after_years && at > 1 && (classes_at(tokens, at - 2) & (kDefiniteArticle | kWithArticle));
  if (!articled || !is_word_at(tokens, at)) return std::nullopt;
  for (size_t i = 2; i < kTens.size(); ++i) {
    if (tokens[at].folded != kTens[i]) continue;
    const int start = 1900 + 10 * static_cast<int>(i);
    return interval_found(at + 1, {start, 0, 0}, {start + 9, 0, 0}, "date.decade");
  }
  return std::nullopt;
}

// "26" of "il 26 e il 30 ottobre", "dal 3 al 5 maggio 2020": a day whose month comes later.
std::optional<CalendarDate> elliptic_day(const Tokens& tokens, uint32_t at, uint32_t& last) {
  const auto day = day_at(tokens, at, last);
  if (!day) return std::nullopt;
  uint32_t cursor = last;
  for (int link = 0; link < 6; ++link) {
    bool joined = false;
    for (int words = 0; words < 3 && cursor < tokens.size(); ++words) {
      const Token& token = tokens[cursor];
      const bool comma = token.is(",") || token.is("-") || token.is("/");
      const bool coordinates = token.is("e") || token.is("ed") || token.is("o") || token.is("al") ||
                               token.is("all'") || token.is("a") || comma;
      const bool article = token.is("il") || token.is("l'") || token.is("del") ||
                           token.is("dell'") || token.is("dal") || token.is("nel");
      if (!coordinates && !article) break;
      joined = joined || coordinates;
      ++cursor;
    }
    if (!joined) return std::nullopt;
    if (const auto whole = day_and_month(tokens, cursor)) {
      CalendarDate date = whole->date;
      date.day = *day;
      if (!is_possible(date)) return std::nullopt;
      return date;
    }
    uint32_t next = 0;
    if (!day_at(tokens, cursor, next) || !is_numeral_at(tokens, cursor)) return std::nullopt;
    cursor = next;
  }
  return std::nullopt;
}

// "1 - 14 marzo 2021", "8 – 14/3": days of one month.
std::optional<NoFact> joined_days(const Stretch& stretch, uint32_t at) {
  const Tokens& tokens = stretch.tokens;
  uint32_t dash = 0;
  const auto first = day_at(tokens, at, dash);
  if (!first || !tokens.is(dash, "-")) return std::nullopt;
  auto end = day_and_month(tokens, dash + 1);
  const uint32_t slash = dash + 2;
  if (!end && tokens.is(slash, "/") && is_glued(tokens, slash) && is_glued(tokens, slash + 1) &&
      !tokens.is(slash + 2, "/")) {
    const auto day = integer_at(tokens, dash + 1);
    const auto month = integer_at(tokens, slash + 1);
    if (day && month && *month > 0 && is_possible({0, *month, *day})) {
      end = Parsed{{0, *month, *day}, slash + 2};
    }
  }
  if (!end || *first >= end->date.day) return std::nullopt;
  const CalendarDate last = with_year(end->date, document_day(stretch), Side::kNearest);
  CalendarDate begin = last;
  begin.day = *first;
  return interval_found(end->last, begin, last, "date.days");
}

// "1 giugno 2013 – 31 luglio 2013", "08/03/2021-14/03/2021": the date at `at` and one more.
std::optional<NoFact> joined_dates(const Stretch& stretch, const Parsed& first) {
  const Tokens& tokens = stretch.tokens;
  if (!tokens.is(first.last, "-") || !is_numeral_at(tokens, first.last + 1)) return std::nullopt;
  auto second = numeric_date(tokens, first.last + 1);
  if (!second) second = day_and_month(tokens, first.last + 1);
  if (!second) return std::nullopt;
  const CalendarDate last = with_year(second->date, document_day(stretch), Side::kNearest);
  CalendarDate begin = first.date;
  const auto before = [](const CalendarDate& a, const CalendarDate& b) {
    return std::tie(a.year, a.month, a.day) < std::tie(b.year, b.month, b.day);
  };
  if (begin.year == 0 && last.year != 0) {  // "28 dicembre - 6 gennaio 2021"
    begin.year = last.year;
    if (before(last, begin)) --begin.year;
  }
  if (begin.year == 0 || !before(begin, last)) return std::nullopt;
  return interval_found(second->last, begin, last, "date.days");
}

// "gennaio-maggio 2023", "marzo e settembre 2022" is left to the time pass; "settembre 2019".
std::optional<NoFact> month_and_year(const Tokens& tokens, uint32_t at) {
  uint32_t last = 0;
  const auto month = month_at(tokens, at, last);
  if (!month) return std::nullopt;
  if (const auto year = following_year(tokens, last, last)) {
    if (tokens.is(last, "-") || tokens.is(last, "/")) {
      // "gennaio 2021-maggio 2022": two months of two years
      uint32_t end = 0;
      const auto second = month_at(tokens, last + 1, end);
      if (second) {
        if (const auto second_year = following_year(tokens, end, end)) {
          return interval_found(end, {*year, *month, 0}, {*second_year, *second, 0}, "date.months");
        }
      }
    }
    return date_found(last, {*year, *month, 0}, "date.month");
  }
  if (tokens.is(last, "-") || tokens.is(last, "/")) {
    uint32_t end = 0;
    const auto second = month_at(tokens, last + 1, end);
    if (!second) return std::nullopt;
    if (const auto year = following_year(tokens, end, end)) {
      const int first_year = *second < *month ? *year - 1 : *year;
      return interval_found(end, {first_year, *month, 0}, {*year, *second, 0}, "date.months");
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<NoFact> match_date(const Stretch& stretch, uint32_t at) {
  const Tokens& tokens = stretch.tokens;
  const Token& token = tokens[at];
  if (token.type == TokenClass::kSymbol) {
    if (!token.is("'")) return std::nullopt;
    if (auto found = decade(tokens, at)) return found;
    uint32_t last = 0;
    if (at > 0 && (classes_at(tokens, at - 1) & kWithArticle)) {
      if (const auto year = written_year(tokens, at, last)) {
        return date_found(last, {*year, 0, 0}, "date.year");
      }
    }
    return std::nullopt;
  }
  // "7.195", "12,5": only with two dots are digits with marks a date
  const bool marked = token.is_numeral() && token.integer < 0;
  if (marked && token.folded.find('.') == token.folded.rfind('.')) return std::nullopt;
  if (token.is_word()) {
    if (auto found = month_and_year(tokens, at)) return found;
    if (auto found = decade(tokens, at)) return found;
  }
  if (token.is_numeral()) {
    const bool dash = tokens.is(at + 1, "-") || tokens.is(at + 2, "-");
    if (auto days = dash ? joined_days(stretch, at) : std::nullopt) return days;
    if (const auto date = numeric_date(tokens, at)) {
      if (auto dates = joined_dates(stretch, *date)) return dates;
      return date_found(date->last, date->date, "date.numeric");
    }
    if (const auto month = numeric_month(tokens, at)) {
      return date_found(month->last, month->date, "date.numeric");
    }
    if (auto years = joined_years(tokens, at)) return years;
  }
  if (auto date = day_and_month(tokens, at)) {
    if (auto dates = joined_dates(stretch, *date)) return dates;
    date->date = with_year(date->date, document_day(stretch), Side::kNearest);
    return date_found(date->last, date->date, "date.day");
  }
  if (token.is_numeral()) {
    uint32_t last = 0;
    if (const auto date = elliptic_day(tokens, at, last)) {
      return date_found(last, with_year(*date, document_day(stretch), Side::kNearest),
                        "date.elliptic_day");
    }
    // "domenica 28": a day of a month not said
    const auto day = integer_at(tokens, at);
    if (day && *day > 0 && *day < 32 && at > 0 && is_weekday(tokens[at - 1].folded) &&
        !may_be_counted(tokens, at + 1) &&
        !(at + 1 < tokens.size() && is_quantity_word(tokens[at + 1]))) {
      return NoFact{at + 1, Kind::kDate, std::nullopt, "", "date.weekday"};
    }
    if (stands_as_year(tokens, at))
      return date_found(at + 1, {*year_at(tokens, at), 0, 0}, "date.year");
  }
  return std::nullopt;
}

}  // namespace cifra
