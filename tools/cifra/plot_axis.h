// The ticks of a plot's axes, as Italians write numbers and dates. Ticks are exact decimals; only
// where on the paper something stands is a float.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cifra::command {

struct Tick {
  double at = 0;
  std::string label;
};

struct Axis {
  double low = 0, high = 1;
  std::vector<Tick> ticks;

  // 0 at the low end, 1 at the high.
  double place_of(double number) const { return (number - low) / (high - low); }
};

// Round steps, at most `most` of them, from below `low` to above `high`; from 0 where the numbers
// leave it little to add. `unit` ("%") follows each label.
Axis value_axis(double low, double high, int most, std::string_view unit);

// Days since 1970: years, else months ("gen 2021"), else days ("3 gen 2021").
Axis time_axis(double low, double high, int most);

// The middle of a time's days ("2021-01-01", "2021-12-31"; one may be empty). Nothing without.
std::optional<double> middle_day(std::string_view from, std::string_view to);

}  // namespace cifra::command
