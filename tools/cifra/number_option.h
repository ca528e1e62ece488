// An option that takes a number as Italians write it: "16,4", "1.234,5", "-3", or with a point as
// programs do: "16.4".

#pragma once

#include <CLI/App.hpp>
#include <optional>
#include <string>

#include "core/grammar/numeral.h"

namespace cifra::command {

inline std::optional<double> number_in(const std::string& text) {
  const bool negative = text.starts_with('-');
  const auto numeral = read_numeral(std::string_view(text).substr(negative ? 1 : 0));
  if (!numeral) return std::nullopt;
  const double number = numeral->value.approximate();
  return negative ? -number : number;
}

inline void add_number_option(CLI::App& verb, const std::string& name,
                              std::optional<double>& number, const std::string& help) {
  verb.add_option_function<std::string>(
          name, [&number](const std::string& text) { number = number_in(text); }, help)
      ->check([](const std::string& text) {
        return number_in(text) ? std::string()
                               : "\"" + text + "\" is no number: write it as 16,4 or 16400000";
      })
      ->type_name("NUMBER");
}

}  // namespace cifra::command
