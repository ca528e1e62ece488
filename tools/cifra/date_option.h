// The check of every option that takes a date: a date that is none would find nothing, silently.

#pragma once

#include <chrono>
#include <regex>
#include <string>

namespace cifra::command {

// For CLI11's Option::check: what is wrong with it, or nothing.
inline std::string check_date(const std::string& date) {
  static const std::regex shape(R"((\d{4})-(\d{2})-(\d{2}))");
  std::smatch parts;
  if (std::regex_match(date, parts, shape)) {
    const auto number = [&](size_t part) { return std::stoi(parts[part].str()); };
    const std::chrono::year_month_day day{std::chrono::year(number(1)),
                                          std::chrono::month(static_cast<unsigned>(number(2))),
                                          std::chrono::day(static_cast<unsigned>(number(3)))};
    if (day.ok()) return {};
  }
  return "\"" + date + "\" is no date: give one as 2021-01-20";
}

}  // namespace cifra::command
