#include "core/text/byte_fields.h"

#include <stdexcept>

namespace cifra {

void ByteWriter::text(std::string_view value) {
  number(value.size());
  bytes_ += value;
}

size_t ByteReader::count() {
  const uint64_t value = number();
  if (value > bytes_.size() - at_) fail("it counts more than it holds");
  return static_cast<size_t>(value);
}

std::string_view ByteReader::text() {
  const size_t size = count();
  at_ += size;
  return bytes_.substr(at_ - size, size);
}

void ByteReader::fail(std::string_view why) const {
  throw std::runtime_error(std::string(what_) + ": " + std::string(why));
}

}  // namespace cifra
