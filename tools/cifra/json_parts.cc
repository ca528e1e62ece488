#include "tools/cifra/json_parts.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace cifra::command {

nlohmann::ordered_json json_of(const Box& box) {
  nlohmann::ordered_json out = nlohmann::ordered_json::array();
  for (const float side : {box.x0, box.y0, box.x1, box.y1}) {
    out.push_back(std::round(static_cast<double>(side) * 100) / 100);
  }
  return out;
}

nlohmann::ordered_json json_page(uint32_t page) {
  if (page == kNoIndex) return nullptr;
  return page + 1;
}

}  // namespace cifra::command
