// Numbers and texts as bytes, one after the other: seven bits of a number a byte, so that small
// ones are short, a text behind its length. What archives, records and orders to workers are made
// of.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace cifra {

class ByteWriter {
 public:
  void number(uint64_t value) {
    while (value >= 0x80) {
      bytes_ += static_cast<char>(value | 0x80);
      value >>= 7;
    }
    bytes_ += static_cast<char>(value);
  }
  void text(std::string_view value);

  const std::string& bytes() const { return bytes_; }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// Takes what a ByteWriter put, in the same order. Throws std::runtime_error on bytes that cannot be
// that; its message begins with `what`, which must outlive this as `bytes` must.
class ByteReader {
 public:
  ByteReader(std::string_view bytes, std::string_view what) : bytes_(bytes), what_(what) {}

  uint64_t number() {
    uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (at_end()) fail("it ends too early");
      const auto byte = static_cast<unsigned char>(bytes_[at_++]);
      value |= uint64_t{byte & 0x7Fu} << shift;
      if (byte < 0x80) return value;
    }
    fail("a number is too long");
  }
  // How many elements follow, of a byte at least each.
  size_t count();
  std::string_view text();

  size_t position() const { return at_; }
  bool at_end() const { return at_ == bytes_.size(); }
  [[noreturn]] void fail(std::string_view why) const;

 private:
  std::string_view bytes_, what_;
  size_t at_ = 0;
};

}  // namespace cifra
