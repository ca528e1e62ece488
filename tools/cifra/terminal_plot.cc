// The plot in the terminal: points on lines of braille dots, eight to a character.

#include <algorithm>
#include <array>
#include <cmath>

#include "core/text/utf8.h"
#include "tools/cifra/output.h"
#include "tools/cifra/plot.h"
#include "tools/cifra/plot_axis.h"

namespace cifra::command {
namespace {

constexpr size_t kHeight = 12;        // lines of characters
constexpr size_t kLeastColumns = 20;  // of the field
constexpr size_t kMostColumns = 80;
constexpr std::string_view kPoint = "●", kMarked = "◆";

// Dots, 2 across and 4 down a character, and signs that stand over them.
class Field {
 public:
  explicit Field(size_t columns) : columns_(columns), dots_(columns * kHeight), signs_(dots_) {}

  size_t dots_across() const { return columns_ * 2; }
  size_t dots_down() const { return kHeight * 4; }

  void dot(size_t x, size_t y) {
    constexpr std::array<std::array<uint8_t, 2>, 4> kBits = {
        {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}}};
    dots_[cell(x, y)] = static_cast<uint8_t>(dots_[cell(x, y)] | kBits[y % 4][x % 2]);
  }

  void line(size_t x0, size_t y0, size_t x1, size_t y1) {
    const auto apart = [](size_t a, size_t b) { return a > b ? a - b : b - a; };
    const size_t steps = std::max<size_t>({1, apart(x0, x1), apart(y0, y1)});
    for (size_t i = 0; i <= steps; i += 2) {  // every other dot: lighter than the points
      const double part = static_cast<double>(i) / static_cast<double>(steps);
      dot(static_cast<size_t>(
              std::lround(std::lerp(static_cast<double>(x0), static_cast<double>(x1), part))),
          static_cast<size_t>(
              std::lround(std::lerp(static_cast<double>(y0), static_cast<double>(y1), part))));
    }
  }

  void sign(size_t x, size_t y, bool marked) {
    uint8_t& sign = signs_[cell(x, y)];
    sign = std::max<uint8_t>(sign, marked ? 2 : 1);
  }

  std::string row(size_t row) const {
    std::string text;
    for (size_t i = row * columns_; i < (row + 1) * columns_; ++i) {
      if (signs_[i] > 0) {
        text += signs_[i] == 2 ? kMarked : kPoint;
      } else if (dots_[i] > 0) {
        append_utf8(text, static_cast<char32_t>(0x2800 + dots_[i]));
      } else {
        text += ' ';
      }
    }
    text.erase(text.find_last_not_of(' ') + 1);
    return text;
  }

 private:
  size_t cell(size_t x, size_t y) const { return y / 4 * columns_ + x / 2; }

  size_t columns_;
  std::vector<uint8_t> dots_, signs_;
};

// The labels of the time axis under the field, those left out that would touch the one before.
std::string time_labels(const Axis& axis, size_t columns) {
  std::string line;
  size_t used = 0;
  for (const Tick& tick : axis.ticks) {
    const size_t width = display_width(tick.label);
    const auto middle =
        static_cast<size_t>(std::lround(axis.place_of(tick.at) * static_cast<double>(columns - 1)));
    const size_t begin = std::min(middle - std::min(middle, width / 2), columns - width);
    if (used > 0 && begin < used + 2) continue;
    line.append(begin - used, ' ').append(tick.label);
    used = begin + width;
  }
  return line;
}

}  // namespace

std::string terminal_plot(const Plot& plot, size_t width) {
  if (plot.points.empty() || plot.points.front().day == plot.points.back().day) return {};
  const auto [lowest, highest] = std::ranges::minmax_element(plot.points, {}, &PlotPoint::number);
  const Axis values = value_axis(lowest->number, highest->number, 4, plot.unit);
  size_t margin = 0;
  for (const Tick& tick : values.ticks) margin = std::max(margin, display_width(tick.label));
  const size_t columns =
      std::clamp(width - std::min(width, margin + 3), kLeastColumns, kMostColumns);
  const Axis times =
      time_axis(plot.points.front().day, plot.points.back().day, static_cast<int>(columns / 12));

  Field field(columns);
  const auto x_of = [&](double day) {
    return static_cast<size_t>(
        std::lround(times.place_of(day) * static_cast<double>(field.dots_across() - 1)));
  };
  const auto y_of = [&](double number) {
    return static_cast<size_t>(
        std::lround((1 - values.place_of(number)) * static_cast<double>(field.dots_down() - 1)));
  };
  for (size_t i = 0; i < plot.points.size(); ++i) {
    const PlotPoint& point = plot.points[i];
    const size_t x = x_of(point.day), y = y_of(point.number);
    if (i > 0) field.line(x_of(plot.points[i - 1].day), y_of(plot.points[i - 1].number), x, y);
    field.sign(x, y, point.marked);
  }

  std::vector<std::string> labels(kHeight);
  for (const Tick& tick : values.ticks) labels[y_of(tick.at) / 4] = tick.label;
  std::string text = plot.title + '\n';
  for (size_t row = 0; row < kHeight; ++row) {
    text.append(margin - display_width(labels[row]), ' ').append(labels[row]);
    text.append(labels[row].empty() ? " │" : " ┤").append(field.row(row)).append(1, '\n');
  }
  text.append(margin, ' ').append(" └");
  for (size_t i = 0; i < columns; ++i) text += "─";
  text.append(1, '\n').append(margin + 2, ' ').append(time_labels(times, columns));
  return text.append(1, '\n');
}

}  // namespace cifra::command
