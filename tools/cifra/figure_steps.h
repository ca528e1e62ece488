// How a figure was read, step by step: what `figures --explain` and `explain` print.

#pragma once

#include <nlohmann/json_fwd.hpp>
#include <ostream>

#include "core/document/document.h"
#include "core/grammar/figure.h"

namespace cifra::command {

// One object a step: rule, words, result. Empty unless the figure was recognised with steps.
nlohmann::ordered_json json_of_steps(const Document& document, const Figure& figure);

// One indented line a step, from what json_of_steps() gives.
void print_steps(const nlohmann::ordered_json& steps, std::ostream& out);

}  // namespace cifra::command
