#include "core/text/byte_fields.h"

#include <gtest/gtest.h>

#include <functional>
#include <limits>
#include <stdexcept>

namespace cifra {
namespace {

TEST(ByteFields, ComeBackInOrder) {
  constexpr uint64_t kLargest = std::numeric_limits<uint64_t>::max();
  ByteWriter writer;
  for (const uint64_t number : {uint64_t{0}, uint64_t{127}, uint64_t{128}, kLargest}) {
    writer.number(number);
  }
  writer.text("è una prova");
  writer.text("");
  const std::string bytes = writer.take();
  ByteReader reader(bytes, "a test");
  for (const uint64_t number : {uint64_t{0}, uint64_t{127}, uint64_t{128}, kLargest}) {
    EXPECT_EQ(reader.number(), number);
  }
  EXPECT_EQ(reader.text(), "è una prova");
  EXPECT_EQ(reader.text(), "");
  EXPECT_TRUE(reader.at_end());
}

TEST(ByteFields, DamageIsSaidAndNeverReadPast) {
  const auto complaint = [](std::string_view bytes, const std::function<void(ByteReader&)>& read) {
    ByteReader reader(bytes, "a test");
    try {
      read(reader);
    } catch (const std::runtime_error& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  const auto number = [](ByteReader& reader) { reader.number(); };
  const auto text = [](ByteReader& reader) { reader.text(); };
  EXPECT_EQ(complaint("", number), "a test: it ends too early");
  EXPECT_EQ(complaint("\x80", number), "a test: it ends too early");
  EXPECT_EQ(complaint(std::string(11, '\xFF'), number), "a test: a number is too long");
  EXPECT_EQ(complaint("\x05"
                      "abc",
                      text),
            "a test: it counts more than it holds");
}

}  // namespace
}  // namespace cifra
