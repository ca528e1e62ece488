// Points and stretches of time as figures carry them, ISO 8601: "2021-01-20", "2019-09", "2020",
// "2015/2019", "2021/..".

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cifra {

// 0 for a month or a day that is not said; a year of 0 for one that is not known.
struct CalendarDate {
  int year = 0;
  int month = 0;
  int day = 0;

  bool operator==(const CalendarDate&) const = default;
};

// Whether there are such a month and day.
bool is_possible(const CalendarDate& date);
// "2021-01-20", "2019-09", "2020"; empty without a year.
std::string iso(const CalendarDate& date);
std::string iso_interval(const CalendarDate& first, const CalendarDate& last);
// Reads what iso() writes; nothing for an interval.
std::optional<CalendarDate> read_iso(std::string_view text);
// First and last part of an interval or of a single date; an open end is nothing.
std::optional<CalendarDate> first_of(std::string_view time);
std::optional<CalendarDate> last_of(std::string_view time);

enum class Side { kNearest, kBefore, kAfter };
// Gives a date without a year the one that brings it nearest to `reference` (on the side asked
// for). Without a reference it stays as it is.
CalendarDate with_year(CalendarDate date, std::optional<CalendarDate> reference, Side side);

// The last day a date means: 2020 → 2020-12-31.
CalendarDate last_day(const CalendarDate& date);
// Months later (or earlier when negative); the day stays, cut to the month's end.
CalendarDate plus_months(CalendarDate date, int months);
CalendarDate plus_days(CalendarDate date, int days);

}  // namespace cifra
