// From a text as Cifra keeps it (normal_form.h) back to the text as it was given: NFC joins code
// points, and carriage returns and a byte order mark are dropped.

#pragma once

#include <cstdint>
#include <string_view>

namespace cifra {

class RawOffsets {
 public:
  // `raw` must outlive this.
  explicit RawOffsets(std::string_view raw) : raw_(raw) {}

  // The code points of `raw` before byte `offset` of its normal form; where the offset lies inside
  // what several code points were joined to, the end of those. Cheap when offsets ascend.
  uint32_t code_point_at(uint32_t offset);

 private:
  void step();

  std::string_view raw_;
  uint32_t raw_byte_ = 0;
  uint32_t raw_code_point_ = 0;
  uint32_t normal_byte_ = 0;
};

}  // namespace cifra
