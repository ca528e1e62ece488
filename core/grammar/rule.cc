#include "core/grammar/rule.h"

namespace cifra {

std::vector<const Rule*> all_rules() {
  std::vector<const Rule*> all;
  for (const std::span<const Rule> rules :
       {number_rules(), proportion_rules(), unit_rules(), range_rules()}) {
    for (const Rule& rule : rules) all.push_back(&rule);
  }
  return all;
}

}  // namespace cifra
