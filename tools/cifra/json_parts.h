// What several outputs write alike in JSON.

#pragma once

#include <nlohmann/json_fwd.hpp>

#include "core/document/document.h"

namespace cifra::command {

// [x0,y0,x1,y1] in points, to a hundredth: no more is meant.
nlohmann::ordered_json json_of(const Box& box);
// From 1; null for none.
nlohmann::ordered_json json_page(uint32_t page);

}  // namespace cifra::command
