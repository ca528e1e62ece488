#include "core/grammar/calendar_time.h"

#include <algorithm>
#include <charconv>

#include "core/lexicon/calendar.h"

namespace cifra {
namespace {

void append_padded(std::string& text, int number, size_t width) {
  const std::string digits = std::to_string(number);
  if (digits.size() < width) text.append(width - digits.size(), '0');
  text.append(digits);
}

std::optional<int> read_part(std::string_view& text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || number < 0) return std::nullopt;
  text.remove_prefix(static_cast<size_t>(end - text.data()));
  return number;
}

// Days since 0000-03-01 of the proleptic Gregorian calendar (Howard Hinnant, "chrono-compatible
// low-level date algorithms").
int days_of(const CalendarDate& date) {
  const int year = date.month <= 2 ? date.year - 1 : date.year;
  const int era = year / 400;
  const int year_of_era = year - era * 400;
  const int shifted_month = date.month + (date.month > 2 ? -3 : 9);
  const int day_of_year = (153 * shifted_month + 2) / 5 + date.day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
}

CalendarDate date_of(int days) {
  const int era = days / 146097;
  const int day_of_era = days - era * 146097;
  const int year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted_month = (5 * day_of_year + 2) / 153;
  const int month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month,
          day_of_year - (153 * shifted_month + 2) / 5 + 1};
}

// The day in the middle of what the date means, for distances.
int middle(const CalendarDate& date) {
  return days_of({date.year, date.month == 0 ? 7 : date.month, date.day == 0 ? 15 : date.day});
}

}  // namespace

bool is_possible(const CalendarDate& date) {
  if (date.month < 0 || date.month > 12 || date.day < 0) return false;
  if (date.day == 0) return true;
  return date.month != 0 &&
         date.day <= days_in_month(date.year == 0 ? 2000 : date.year, date.month);
}

std::string iso(const CalendarDate& date) {
  if (date.year == 0) return "";
  std::string text;
  append_padded(text, date.year, 4);
  if (date.month == 0) return text;
  text.push_back('-');
  append_padded(text, date.month, 2);
  if (date.day == 0) return text;
  text.push_back('-');
  append_padded(text, date.day, 2);
  return text;
}

std::string iso_interval(const CalendarDate& first, const CalendarDate& last) {
  if (first.year == 0 || last.year == 0) return "";
  std::string text = iso(first);
  if (!(first == last)) text.append("/").append(iso(last));
  return text;
}

std::optional<CalendarDate> read_iso(std::string_view text) {
  CalendarDate date;
  int* const parts[] = {&date.year, &date.month, &date.day};
  for (int* part : parts) {
    const auto number = read_part(text);
    if (!number) return std::nullopt;
    *part = *number;
    if (text.empty()) return is_possible(date) ? std::optional(date) : std::nullopt;
    if (text.front() != '-') return std::nullopt;
    text.remove_prefix(1);
  }
  return std::nullopt;
}

std::optional<CalendarDate> first_of(std::string_view time) {
  return read_iso(time.substr(0, time.find('/')));
}

std::optional<CalendarDate> last_of(std::string_view time) {
  const size_t slash = time.find('/');
  return read_iso(slash == std::string_view::npos ? time : time.substr(slash + 1));
}

CalendarDate with_year(CalendarDate date, std::optional<CalendarDate> reference, Side side) {
  if (date.year != 0 || !reference || reference->year == 0) return date;
  const int target = middle(*reference);
  std::optional<CalendarDate> best;
  int best_distance = 0;
  for (int year = reference->year - 1; year <= reference->year + 1; ++year) {
    CalendarDate candidate = date;
    candidate.year = year;
    const int distance = middle(candidate) - target;
    if ((side == Side::kBefore && distance > 0) || (side == Side::kAfter && distance < 0)) continue;
    // reports look back: what is to come counts as twice as far
    const int weighed = distance > 0 ? 2 * distance : -distance;
    if (!best || weighed < best_distance) {
      best = candidate;
      best_distance = weighed;
    }
  }
  return best.value_or(date);
}

CalendarDate last_day(const CalendarDate& date) {
  CalendarDate last = date;
  if (last.month == 0) last.month = 12;
  if (last.day == 0) last.day = days_in_month(last.year, last.month);
  return last;
}

CalendarDate plus_months(CalendarDate date, int months) {
  const int total = date.year * 12 + date.month - 1 + months;
  date.year = total / 12;
  date.month = total % 12 + 1;
  if (date.day != 0) date.day = std::min(date.day, days_in_month(date.year, date.month));
  return date;
}

CalendarDate plus_days(CalendarDate date, int days) { return date_of(days_of(date) + days); }

}  // namespace cifra
