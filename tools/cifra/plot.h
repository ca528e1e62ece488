// A metric's points over time as a plot: in the terminal, and as SVG one could print.
//
// Cannot do: error bars; of points that crowd each other only those labels are written that fit.

#pragma once

#include <string>
#include <vector>

namespace cifra::command {

struct PlotPoint {
  double day = 0;       // since 1970
  double number = 0;    // only for its place: the label says the value
  std::string label;    // "16,4 milioni"
  bool marked = false;  // contradicts another
};

struct Plot {
  std::string title;
  std::string unit;               // behind each number of the axis: "%"
  std::string source;             // "Fonti: …"
  std::vector<PlotPoint> points;  // in order of time
};

// Lines of text, each ended; empty where all points are of one time. `width` columns at most.
std::string terminal_plot(const Plot& plot, size_t width);

// A whole SVG file, 800 by 500, in plain text that any program renders; also of one point.
std::string svg_plot(const Plot& plot);

}  // namespace cifra::command
