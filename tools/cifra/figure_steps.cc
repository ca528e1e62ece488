#include "tools/cifra/figure_steps.h"

#include <nlohmann/json.hpp>
#include <string>

#include "tools/cifra/output.h"

namespace cifra::command {

using Json = nlohmann::ordered_json;

Json json_of_steps(const Document& document, const Figure& figure) {
  Json list = Json::array();
  for (const Step& step : figure.steps) {
    list.push_back({{"rule", std::string(step.rule)},
                    {"words", on_one_line(document.of(step.span))},
                    {"result", step.result}});
  }
  return list;
}

void print_steps(const Json& steps, std::ostream& out) {
  for (const Json& step : steps) {
    const std::string words = step["words"].get<std::string>();
    const std::string result = step["result"].get<std::string>();
    out << "  " << step["rule"].get<std::string>();
    if (!words.empty()) out << ": \"" << words << '"';
    if (!result.empty()) out << " → " << result;
    out << '\n';
  }
}

}  // namespace cifra::command
