// Rules of the grammar with their examples. A rule's name stands in Figure::steps where it had a
// part in a reading; one test (tests/grammar/rule_test.cc) walks all examples.

#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace cifra {

struct Example {
  std::string_view text;
  // The one figure of the text: "value[..high] [unit] [kind] [approximation] [change]", any of the
  // words after the value left out; "2500000 EUR money over".
  std::string_view figure;
};

struct Rule {
  std::string_view name;  // "number.scale"
  std::string_view what;  // one sentence
  std::vector<Example> yes;
  std::vector<std::string_view> no;  // texts in which the rule makes nothing
};

// The rules of each file that has some; all_rules() joins them.
std::span<const Rule> number_rules();
std::span<const Rule> unit_rules();
std::span<const Rule> range_rules();
std::span<const Rule> ellipsis_rules();

std::vector<const Rule*> all_rules();

}  // namespace cifra
