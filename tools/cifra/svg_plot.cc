// The plot as SVG: axes, points with their values, a line through them, title and sources.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "tools/cifra/output.h"
#include "tools/cifra/plot.h"
#include "tools/cifra/plot_axis.h"

namespace cifra::command {
namespace {

constexpr double kWidth = 800, kHeight = 500;
constexpr double kLeft = 110, kRight = 760, kTop = 80, kBottom = 410;
constexpr double kCharacter = 6.4;  // width at 12 pixels, generous for most faces
constexpr std::string_view kLineColour = "#7a8fa6", kPointColour = "#0b5394",
                           kMarkedColour = "#b45309";

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      default:
        // XML forbids the other control characters even escaped.
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') result += c;
    }
  }
  return result;
}

// A coordinate with one decimal and a point, whatever the locale.
std::string at(double coordinate) {
  const auto tenths = std::lround(coordinate * 10);
  std::string text = std::to_string(tenths / 10);
  if (tenths % 10 != 0) text.append(1, '.').append(std::to_string(std::abs(tenths % 10)));
  return text;
}

struct Style {
  int size = 12;
  std::string_view anchor = "start", colour = "#222222", weight = "normal";
};

std::string text_at(double x, double y, std::string_view text, const Style& style) {
  return "<text x=\"" + at(x) + "\" y=\"" + at(y) + "\" font-size=\"" + std::to_string(style.size) +
         "\" text-anchor=\"" + std::string(style.anchor) + "\" font-weight=\"" +
         std::string(style.weight) + "\" fill=\"" + std::string(style.colour) + "\">" +
         escaped(text) + "</text>\n";
}

std::string line_at(double x0, double y0, double x1, double y1, std::string_view colour) {
  return "<line x1=\"" + at(x0) + "\" y1=\"" + at(y0) + "\" x2=\"" + at(x1) + "\" y2=\"" + at(y1) +
         "\" stroke=\"" + std::string(colour) + "\" stroke-width=\"1\"/>\n";
}

struct Rectangle {
  double x0, y0, x1, y1;

  bool touches(const Rectangle& other) const {
    return x0 < other.x1 && other.x0 < x1 && y0 < other.y1 && other.y0 < y1;
  }
};

// Where labels go: above their point, else below, else beside it, else nowhere.
class LabelPlacer {
 public:
  void take(double x, double y) { taken_.push_back({x - 5, y - 5, x + 5, y + 5}); }

  std::string label(double x, double y, const std::string& text) {
    const double half = static_cast<double>(display_width(text)) * kCharacter / 2;
    const double middle = std::clamp(x, kLeft + half, kWidth - 8 - half);
    const auto places = std::to_array<std::pair<double, double>>(
        {{middle, y - 11}, {middle, y + 20}, {x + half + 9, y + 4}, {x - half - 9, y + 4}});
    for (const auto& [centre, base] : places) {
      const Rectangle box{centre - half, base - 11, centre + half, base + 3};
      const bool inside = box.x0 > kLeft - 1 && box.x1 < kWidth - 4 && box.y1 < kBottom;
      if (!inside ||
          std::ranges::any_of(taken_, [&](const Rectangle& other) { return other.touches(box); })) {
        continue;
      }
      taken_.push_back(box);
      return text_at(centre, base, text, {12, "middle"});
    }
    return {};
  }

 private:
  std::vector<Rectangle> taken_;
};

// Two lines at most, so that many sources stay on the paper.
std::string source_lines(const std::string& source) {
  std::vector<std::string> lines = wrapped(source, static_cast<size_t>((kWidth - 2 * 24) / 5.8));
  if (lines.size() > 2) {
    lines.resize(2);
    lines.back() += " …";
  }
  std::string svg;
  double y = kHeight - 36;
  for (const std::string& line : lines) {
    svg += text_at(24, y, line, {11, "start", "#555555"});
    y += 16;
  }
  return svg;
}

}  // namespace

std::string svg_plot(const Plot& plot) {
  double low = 0, high = 1, first = 0, last = 1;
  if (!plot.points.empty()) {
    const auto [lowest, highest] = std::ranges::minmax_element(plot.points, {}, &PlotPoint::number);
    low = lowest->number;
    high = highest->number;
    first = plot.points.front().day;
    last = plot.points.back().day;
  }
  const Axis values = value_axis(low, high, 6, plot.unit);
  const Axis times = time_axis(first, last, 8);
  const auto x_of = [&](double day) { return std::lerp(kLeft, kRight, times.place_of(day)); };
  const auto y_of = [&](double number) {
    return std::lerp(kBottom, kTop, values.place_of(number));
  };

  std::string svg =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"800\" height=\"500\" "
      "viewBox=\"0 0 800 500\" font-family=\"'Titillium Web', 'DejaVu Sans', Arial, sans-serif\" "
      "role=\"img\">\n<title>" +
      escaped(plot.title) + "</title>\n<rect width=\"800\" height=\"500\" fill=\"#ffffff\"/>\n";
  const std::vector<std::string> title = wrapped(plot.title, 80);
  svg += text_at(24, 36, title.empty() ? "" : title.front() + (title.size() > 1 ? " …" : ""),
                 {18, "start", "#111111", "bold"});
  for (const Tick& tick : values.ticks) {
    const double y = y_of(tick.at);
    svg += line_at(kLeft, y, kRight, y, "#e2e6ea");
    svg += text_at(kLeft - 10, y + 4, tick.label, {12, "end", "#444444"});
  }
  svg += line_at(kLeft, kTop, kLeft, kBottom, "#333333");
  svg += line_at(kLeft, kBottom, kRight, kBottom, "#333333");
  for (const Tick& tick : times.ticks) {
    const double x = x_of(tick.at);
    svg += line_at(x, kBottom, x, kBottom + 6, "#333333");
    svg += text_at(x, kBottom + 22, tick.label, {12, "middle", "#444444"});
  }
  std::string path, points, labels;
  LabelPlacer placer;
  for (const PlotPoint& point : plot.points) placer.take(x_of(point.day), y_of(point.number));
  for (const PlotPoint& point : plot.points) {
    const double x = x_of(point.day), y = y_of(point.number);
    path.append(path.empty() ? "" : " ").append(at(x)).append(1, ',').append(at(y));
    points += "<circle cx=\"" + at(x) + "\" cy=\"" + at(y) + "\" r=\"4.5\" fill=\"" +
              std::string(point.marked ? "#ffffff" : kPointColour) + "\" stroke=\"" +
              std::string(point.marked ? kMarkedColour : kPointColour) +
              "\" stroke-width=\"2\"/>\n";
    labels += placer.label(x, y, point.label);
  }
  if (plot.points.size() > 1) {
    svg += "<polyline points=\"" + path + "\" fill=\"none\" stroke=\"" + std::string(kLineColour) +
           "\" stroke-width=\"1.5\"/>\n";
  }
  return svg + points + labels + source_lines(plot.source) + "</svg>\n";
}

}  // namespace cifra::command
