#include "core/facts/period.h"

#include <charconv>
#include <chrono>
#include <cstdio>

namespace cifra {
namespace {

std::optional<int> digits(std::string_view text, size_t count) {
  if (text.size() != count) return std::nullopt;
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

std::string written(std::chrono::year_month_day day) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return buffer;
}

std::optional<Period> period_of_date(std::string_view text) {
  using std::chrono::day, std::chrono::month, std::chrono::year, std::chrono::year_month_day;
  const auto y = digits(text.substr(0, 4), 4);
  if (!y) return std::nullopt;
  const year in_year(*y);
  if (text.size() == 4) {
    return Period{written(in_year / 1 / 1), written(in_year / 12 / 31)};
  }
  if (text[4] != '-' || text.size() < 7) return std::nullopt;
  const auto m = digits(text.substr(5, 2), 2);
  if (!m || *m < 1 || *m > 12) return std::nullopt;
  const month in_month(static_cast<unsigned>(*m));
  if (text.size() == 7) {
    return Period{written(in_year / in_month / 1),
                  written(year_month_day(in_year / in_month / std::chrono::last))};
  }
  if (text[7] != '-' || text.size() != 10) return std::nullopt;
  const auto d = digits(text.substr(8, 2), 2);
  if (!d) return std::nullopt;
  const year_month_day whole = in_year / in_month / day(static_cast<unsigned>(*d));
  if (!whole.ok()) return std::nullopt;
  return Period{written(whole), written(whole)};
}

}  // namespace

std::optional<Period> period_of(std::string_view iso_time) {
  const size_t slash = iso_time.find('/');
  if (slash == std::string_view::npos) return period_of_date(iso_time);
  const std::string_view from = iso_time.substr(0, slash), to = iso_time.substr(slash + 1);
  const bool open_from = from == ".." || from.empty(), open_to = to == ".." || to.empty();
  if (open_from && open_to) return std::nullopt;
  const auto first = open_from ? Period{} : period_of_date(from);
  const auto last = open_to ? Period{} : period_of_date(to);
  if (!first || !last) return std::nullopt;
  return Period{first->from, last->to};
}

}  // namespace cifra
