// Walks the examples of the rules for what is no fact and for what stands around a figure, and
// those of the hedges.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "core/grammar/recogniser.h"
#include "core/grammar/rule.h"
#include "core/lexicon/hedge.h"

namespace cifra {
namespace {

std::vector<Figure> read(std::string_view text) {
  RecogniserOptions options;
  options.with_steps = true;
  return recognise(text, options);
}

// Lines are items of a list, each told the first figure of the one before; others are read whole.
std::vector<Figure> read_as(const Rule& rule, std::string_view text) {
  const size_t line = text.find('\n');
  if (rule.name != "ellipsis.sibling" || line == std::string_view::npos) return read(text);
  const std::vector<Figure> before = read(text.substr(0, line));
  const auto first = std::find_if(before.begin(), before.end(),
                                  [](const Figure& figure) { return figure.is_fact(); });
  RecogniserOptions options;
  options.with_steps = true;
  options.sibling = first == before.end() ? nullptr : &*first;
  return recognise(text.substr(line + 1), options);
}

bool has_step(const Figure& figure, std::string_view rule) {
  return std::any_of(figure.steps.begin(), figure.steps.end(),
                     [rule](const Step& step) { return step.rule == rule; });
}

// "approximation=over", "counted=soci", …: all fields, each as an example would say it.
std::vector<std::string> fields_of(const Figure& figure, std::string_view text) {
  return {"approximation=" + std::string(name_of(figure.approximation)),
          "change=" + std::string(name_of(figure.change)),
          "counted=" + std::string(figure.counted.of(text)),
          "whole=" + (figure.whole ? figure.whole->to_string() : ""),
          "per=" + figure.per,
          "time=" + figure.time,
          "unit=" + figure.unit};
}

TEST(NoFactRules, HoldTheirExamples) {
  for (const Rule& rule : no_fact_rules()) {
    EXPECT_FALSE(rule.yes.empty()) << rule.name;
    EXPECT_FALSE(rule.no.empty()) << rule.name;
    for (const Example& example : rule.yes) {
      std::string found;
      for (const Figure& figure : read(example.text)) {
        EXPECT_FALSE(figure.is_fact()) << rule.name << ": " << example.text;
        if (has_step(figure, rule.name) && found.empty()) {
          found =
              std::string(name_of(figure.kind)) + " " + std::string(figure.span.of(example.text));
        }
      }
      EXPECT_EQ(found, example.figure) << rule.name << ": " << example.text;
    }
    for (const std::string_view text : rule.no) {
      for (const Figure& figure : read(text)) {
        EXPECT_FALSE(has_step(figure, rule.name)) << rule.name << ": " << text;
      }
    }
  }
}

void expect_rules(std::span<const Rule> rules) {
  for (const Rule& rule : rules) {
    EXPECT_FALSE(rule.yes.empty()) << rule.name;
    EXPECT_FALSE(rule.no.empty()) << rule.name;
    for (const Example& example : rule.yes) {
      const size_t space = example.figure.find(' ');
      const std::string_view value = example.figure.substr(0, space);
      const std::string field(example.figure.substr(space + 1));
      bool found = false;
      std::string others;
      for (const Figure& figure : read_as(rule, example.text)) {
        const auto fields = fields_of(figure, example.text);
        const bool same = figure.value.to_string() == value && has_step(figure, rule.name) &&
                          std::find(fields.begin(), fields.end(), field) != fields.end();
        found = found || same;
        others += figure.value.to_string() + ":";
        for (const std::string& each : fields) others += " " + each;
        others += "; ";
      }
      EXPECT_TRUE(found) << rule.name << ": \"" << example.text << "\" has no " << example.figure
                         << " but " << others;
    }
    for (const std::string_view text : rule.no) {
      for (const Figure& figure : read_as(rule, text)) {
        if (figure.kind == Kind::kDate) continue;
        EXPECT_FALSE(has_step(figure, rule.name)) << rule.name << ": \"" << text << '"';
      }
    }
  }
}

TEST(ContextRules, HoldTheirExamples) { expect_rules(context_rules()); }

TEST(EllipsisRules, HoldTheirExamples) { expect_rules(ellipsis_rules()); }

constexpr Approximation kApproximations[] = {
    Approximation::kAbout,  Approximation::kOver,   Approximation::kAtLeast, Approximation::kUnder,
    Approximation::kAtMost, Approximation::kNearly, Approximation::kNone};

// Takes the brackets around the figure out of the example.
std::string without_brackets(std::string_view example) {
  std::string text(example);
  std::erase(text, '[');
  std::erase(text, ']');
  return text;
}

void expect_hedges(std::span<const Hedge> hedges) {
  for (const Hedge& hedge : hedges) {
    const std::string text = without_brackets(hedge.yes);
    const size_t at = hedge.yes.find('[');
    ASSERT_NE(at, std::string_view::npos) << hedge.phrase;
    bool found = false;
    for (const Figure& figure : read(text)) {
      if (!figure.span.contains(Span{static_cast<uint32_t>(at), static_cast<uint32_t>(at + 1)})) {
        continue;
      }
      found = true;
      EXPECT_EQ(name_of(figure.approximation),
                name_of(kApproximations[static_cast<size_t>(hedge.meaning)]))
          << text;
    }
    EXPECT_TRUE(found) << text;
  }
}

TEST(Hedges, HoldTheirExamples) {
  expect_hedges(hedges_before());
  expect_hedges(hedges_after());
}

}  // namespace
}  // namespace cifra
