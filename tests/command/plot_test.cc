#include "tools/cifra/plot.h"

#include <gtest/gtest.h>
#include <libxml/parser.h>

#include <memory>

#include "tools/cifra/plot_axis.h"

namespace cifra::command {
namespace {

std::string labels_of(const Axis& axis) {
  std::string labels;
  for (const Tick& tick : axis.ticks) labels.append(labels.empty() ? "" : " | ").append(tick.label);
  return labels;
}

TEST(PlotAxis, TicksAreRoundAndItalian) {
  struct Case {
    double low, high;
    const char* unit;
    const char* labels;
  };
  constexpr Case kCases[] = {
      {4e6, 16.4e6, "", "0 | 5 milioni | 10 milioni | 15 milioni | 20 milioni"},
      {0.1, 0.32, "%", "0% | 0,1% | 0,2% | 0,3% | 0,4%"},
      {-3, 5, "", "−4 | −2 | 0 | 2 | 4 | 6"},
      {102.5, 105.3, "", "102 | 103 | 104 | 105 | 106"},
      {1200, 1200, "", "1.080 | 1.100 | 1.200 | 1.300 | 1.400"},
  };
  for (const Case& test : kCases) {
    const Axis axis = value_axis(test.low, test.high, 5, test.unit);
    EXPECT_LE(axis.low, test.low) << test.labels;
    EXPECT_GE(axis.high, test.high) << test.labels;
    if (test.low != test.high) {
      EXPECT_EQ(labels_of(axis), test.labels);
    }
  }
}

TEST(PlotAxis, TimesAreYearsMonthsOrDays) {
  const auto axis = [](std::string_view from, std::string_view to) {
    return labels_of(time_axis(*middle_day(from, ""), *middle_day(to, ""), 6));
  };
  EXPECT_EQ(axis("2015-03-01", "2020-02-01"), "2015 | 2016 | 2017 | 2018 | 2019 | 2020 | 2021");
  EXPECT_EQ(axis("2021-01-20", "2021-04-02"),
            "gen 2021 | feb 2021 | mar 2021 | apr 2021 | mag 2021");
  EXPECT_TRUE(axis("2021-01-03", "2021-01-05").starts_with("2 gen 2021 | 3 gen 2021"));
}

TEST(PlotAxis, TheMiddleOfATime) {
  EXPECT_EQ(middle_day("1970-01-01", "1970-01-03"), 1);
  EXPECT_EQ(middle_day("", "1970-01-11"), 10);
  EXPECT_FALSE(middle_day("", "").has_value());
  EXPECT_FALSE(middle_day("2021-02-30", "").has_value());
}

Plot sample() {
  Plot plot;
  plot.title = "alberi piantati";
  plot.source = "Fonti: Parchi & giardini <2022>";
  plot.points = {
      {18262, 1000, "1.000", false}, {18628, 2500, "2.500", false}, {18993, 4000, "4.000", true}};
  return plot;
}

TEST(TerminalPlot, DrawsPointsBetweenAxes) {
  EXPECT_EQ(terminal_plot(sample(), 40), R"(alberi piantati
4.000 ┤               ⠄◆
      │             ⠠⠁
      │           ⠠⠈
3.000 ┤          ⠌
      │       ⢀●⠁
      │     ⢀⠐
2.000 ┤    ⡐
      │  ⡀⠂
1.000 ┤●⠂
      │
      │
    0 ┤
      └────────────────────────────────
       2020          2022          2024
)");
}

TEST(TerminalPlot, OneTimeIsNoPlot) {
  Plot plot = sample();
  plot.points.resize(1);
  EXPECT_EQ(terminal_plot(plot, 80), "");
}

TEST(SvgPlot, IsWellFormedWhateverTheWords) {
  Plot plot = sample();
  plot.title = "a < b & \"c\" > d\x01 — perché";
  plot.points.front().label = "<1.000 & più>";
  const std::string svg = svg_plot(plot);
  const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
      xmlReadMemory(svg.data(), static_cast<int>(svg.size()), "plot.svg", nullptr,
                    XML_PARSE_NONET | XML_PARSE_NOERROR),
      &xmlFreeDoc);
  ASSERT_NE(document, nullptr) << svg;
  const xmlNode* root = xmlDocGetRootElement(document.get());
  EXPECT_STREQ(reinterpret_cast<const char*>(root->name), "svg");
  size_t circles = 0;
  for (const xmlNode* node = root->children; node != nullptr; node = node->next) {
    if (node->type == XML_ELEMENT_NODE &&
        std::string_view(reinterpret_cast<const char*>(node->name)) == "circle") {
      ++circles;
    }
  }
  EXPECT_EQ(circles, plot.points.size());
  EXPECT_NE(svg.find("Parchi &amp; giardini &lt;2022&gt;"), std::string::npos);
}

TEST(SvgPlot, NoAndOnePointAreDrawn) {
  Plot plot = sample();
  plot.points.resize(1);
  EXPECT_NE(svg_plot(plot).find("1.000</text>"), std::string::npos);
  plot.points.clear();
  EXPECT_NE(svg_plot(plot).find("</svg>"), std::string::npos);
}

}  // namespace
}  // namespace cifra::command
