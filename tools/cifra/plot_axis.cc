#include "tools/cifra/plot_axis.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>

#include "core/grammar/decimal.h"
#include "core/query/italian_value.h"

namespace cifra::command {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr auto kMonths = std::to_array<std::string_view>(
    {"gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"});

std::optional<int> number_in(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return {};
  return number;
}

std::optional<double> day_of(std::string_view date) {
  if (date.size() != 10) return {};
  const auto year = number_in(date.substr(0, 4)), month = number_in(date.substr(5, 2)),
             day = number_in(date.substr(8, 2));
  if (!year || !month || !day) return {};
  const year_month_day calendar{std::chrono::year(*year),
                                std::chrono::month(static_cast<unsigned>(*month)),
                                std::chrono::day(static_cast<unsigned>(*day))};
  if (!calendar.ok()) return {};
  return static_cast<double>(sys_days(calendar).time_since_epoch().count());
}

year_month_day calendar_of(double day) {
  return sys_days(std::chrono::days(static_cast<int>(std::floor(day))));
}

double first_of_month(int months) {  // since year 0
  const year_month_day calendar{std::chrono::year(months / 12),
                                std::chrono::month(static_cast<unsigned>(months % 12) + 1),
                                std::chrono::day(1)};
  return static_cast<double>(sys_days(calendar).time_since_epoch().count());
}

std::string month_label(const year_month_day& calendar) {
  return std::string(kMonths[static_cast<unsigned>(calendar.month()) - 1])
      .append(1, ' ')
      .append(std::to_string(static_cast<int>(calendar.year())));
}

// Steps in months: whole years are labelled by their number alone.
bool month_ticks(Axis& axis, int most) {
  constexpr int kSteps[] = {1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200};
  const year_month_day from = calendar_of(axis.low), to = calendar_of(axis.high);
  const auto months = [](const year_month_day& calendar) {
    return static_cast<int>(calendar.year()) * 12 +
           static_cast<int>(static_cast<unsigned>(calendar.month())) - 1;
  };
  const int first = months(from), last = months(to) + 1;
  if (last - first < 3) return false;
  int step = kSteps[0];
  for (const int candidate : kSteps) {
    step = candidate;
    if ((last - first) / candidate < most) break;
  }
  const int begin = first / step * step;
  const int end = (last + step - 1) / step * step;
  for (int month = begin; month <= end; month += step) {
    const double at = first_of_month(month);
    const year_month_day calendar = calendar_of(at);
    axis.ticks.push_back({at, step % 12 == 0 ? std::to_string(static_cast<int>(calendar.year()))
                                             : month_label(calendar)});
  }
  return true;
}

}  // namespace

std::optional<double> middle_day(std::string_view from, std::string_view to) {
  const auto first = day_of(from), last = day_of(to);
  if (first && last) return (*first + *last) / 2;
  return first ? first : last;
}

Axis time_axis(double low, double high, int most) {
  if (high - low < 1) {  // one time: the year around it
    low -= 183;
    high += 183;
  }
  Axis axis{low, high, {}};
  if (!month_ticks(axis, most)) {
    const int first = static_cast<int>(std::floor(low)) - 1;
    const int last = static_cast<int>(std::ceil(high)) + 1;
    const int step = std::max(1, (last - first + most - 1) / most);
    for (int day = first; day <= last || axis.ticks.size() < 2; day += step) {
      const year_month_day calendar = calendar_of(day);
      axis.ticks.push_back(
          {static_cast<double>(day),
           std::to_string(static_cast<unsigned>(calendar.day())) + ' ' + month_label(calendar)});
    }
  }
  axis.low = std::min(low, axis.ticks.front().at);
  axis.high = std::max(high, axis.ticks.back().at);
  return axis;
}

Axis value_axis(double low, double high, int most, std::string_view unit) {
  constexpr double kLittle = 0.6;  // of the highest: below this, 0 is near enough to show
  if (low > 0 && low < kLittle * high) low = 0;
  if (high < 0 && high > kLittle * low) high = 0;
  if (!(high > low)) {
    const double around = low == 0 ? 1 : std::abs(low) / 10;
    low -= around;
    high += around;
  }
  // Steps of 1, 2 or 5 times a power of ten.
  int power = static_cast<int>(std::floor(std::log10((high - low) / most))) - 1;
  constexpr int kMantissas[] = {1, 2, 5};
  for (;; ++power) {
    for (const int mantissa : kMantissas) {
      const double step = mantissa * std::pow(10.0, power);
      const auto first = static_cast<int64_t>(std::floor(low / step + 1e-9));
      const auto last = static_cast<int64_t>(std::ceil(high / step - 1e-9));
      if (last - first > most) continue;
      Axis axis{static_cast<double>(first) * step, static_cast<double>(last) * step, {}};
      for (int64_t i = first; i <= last; ++i) {
        const auto number = Decimal(i * mantissa).scaled(power);
        std::string label = number ? italian_number(number->to_string()) : "";
        axis.ticks.push_back({static_cast<double>(i) * step, label.append(unit)});
      }
      return axis;
    }
  }
}

}  // namespace cifra::command
