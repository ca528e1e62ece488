// Walks the examples of every rule of the grammar.

#include "core/grammar/rule.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <string>

#include "core/grammar/recogniser.h"

namespace cifra {
namespace {

std::vector<Figure> facts_of(std::string_view text) {
  RecogniserOptions options;
  options.with_steps = true;
  std::vector<Figure> figures = recognise(text, options);
  std::erase_if(figures, [](const Figure& figure) { return !figure.is_fact(); });
  return figures;
}

bool has_step(const Figure& figure, std::string_view rule) {
  return std::any_of(figure.steps.begin(), figure.steps.end(),
                     [rule](const Step& step) { return step.rule == rule; });
}

// The words that say all of the figure, the value first.
std::vector<std::string> words_of(const Figure& figure) {
  std::string value = figure.value.to_string();
  if (figure.high) value += ".." + figure.high->to_string();
  std::vector<std::string> words = {value, std::string(name_of(figure.kind)), figure.unit,
                                    std::string(name_of(figure.approximation)),
                                    std::string(name_of(figure.change))};
  return words;
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += word + ' ';
  return all;
}

TEST(Rules, HaveExamplesThatHold) {
  for (const Rule* rule : all_rules()) {
    for (const Example& example : rule->yes) {
      const std::vector<Figure> figures = facts_of(example.text);
      ASSERT_FALSE(figures.empty()) << rule->name << ": nothing read in \"" << example.text << '"';
      const Figure& figure = figures[0];
      const std::vector<std::string> words = words_of(figure);
      std::istringstream expected{std::string(example.figure)};
      for (std::string word; expected >> word;) {
        EXPECT_NE(std::find(words.begin(), words.end(), word), words.end())
            << rule->name << ": \"" << example.text << "\" has no " << word << " but "
            << joined(words);
      }
      EXPECT_EQ(words[0], example.figure.substr(0, example.figure.find(' '))) << example.text;
      const bool whole_example = example.text.find(',') == std::string_view::npos ||
                                 example.text.find(", ") == std::string_view::npos;
      if (whole_example) {
        EXPECT_EQ(figures.size(), 1U) << rule->name << ": \"" << example.text << '"';
      }
    }
    for (const std::string_view text : rule->no) {
      for (const Figure& figure : facts_of(text)) {
        EXPECT_FALSE(has_step(figure, rule->name))
            << rule->name << " reads " << joined(words_of(figure)) << " in \"" << text << '"';
      }
    }
  }
}

TEST(Rules, AreNamedInTheStepsOfTheirExamples) {
  for (const Rule* rule : all_rules()) {
    for (const Example& example : rule->yes) {
      for (const Figure& figure : facts_of(example.text)) {
        EXPECT_TRUE(has_step(figure, rule->name))
            << rule->name << " has no part in \"" << example.text << '"';
        break;
      }
    }
  }
}

TEST(Rules, HaveOneNameEach) {
  std::set<std::string_view> names;
  for (const Rule* rule : all_rules()) EXPECT_TRUE(names.insert(rule->name).second) << rule->name;
}

}  // namespace
}  // namespace cifra
