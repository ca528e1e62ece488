// Rules of the grammar with their examples. A rule's name stands in Figure::steps where it had a
// part in a reading; one test (tests/grammar/rule_test.cc) walks all examples.

#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace cifra {

struct Example {
  std::string_view text;
  // The one figure of the text: "value[..high]" and what else the rule is about, each word one of
  // kind, unit, approximation, change; "2500000 EUR money over".
  std::string_view figure;
};

struct Rule {
  std::string_view name;             // "number.scale"
  std::string_view what;             // one sentence
  std::vector<Example> yes;          // the rule had a part in the only reading
  std::vector<std::string_view> no;  // texts in which it has none
};

// Each file of the grammar that has rules gives them; all_rules() joins them. A file's rules stand
// in FILE_rules.cc where they would crowd it.
std::span<const Rule> number_rules();
std::span<const Rule> proportion_rules();
std::span<const Rule> unit_rules();
std::span<const Rule> range_rules();

std::vector<const Rule*> all_rules();

// Rules for what is no fact, and for what stands around a figure, walked by
// tests/grammar/context_rule_test.cc. An example of the former gives "kind surface" of the one
// reading, as "date 14 marzo 2021"; of the latter the value of a figure and a field the rule gives
// it, as "300 change=increase"; so do those of scale and unit that another number says.
std::span<const Rule> no_fact_rules();
std::span<const Rule> context_rules();
std::span<const Rule> ellipsis_rules();

}  // namespace cifra
