// The header is C++20 as well, with the same layout; and the C++ face hands over what it is given.

#include <gtest/gtest.h>

#include <cifra_plugin.hpp>
#include <string>

#include "tests/abi/layout.h"

namespace {

using namespace cifra::plugin;

struct Odd {};

class Thrower : public Reader {
 public:
  static constexpr const char* kMediaTypes = "text/plain";
  static constexpr const char* kExtensions = ".txt";
  static uint32_t sniff(std::string_view head, std::string_view) {
    if (head.empty()) throw Odd();
    return 7;
  }
  void read(std::string_view bytes, std::string_view, Sink&) override {
    if (bytes == "failure") throw Failure("needs a password");
    if (bytes == "unsupported") throw Unsupported("not mine");
    if (bytes == "memory") throw std::bad_alloc();
    if (bytes == "odd") throw Odd();
    if (bytes == "stopped") throw Stopped();
  }
};

}  // namespace

CIFRA_PLUGIN("thrower", "1.2.3", "Throws", Thrower)

namespace {

struct Case {
  std::string_view bytes;
  cifra_status status;
  std::string_view reason;
};

constexpr Case kCases[] = {
    {"fine", CIFRA_OK, ""},
    {"failure", CIFRA_FAILED, "needs a password"},
    {"unsupported", CIFRA_UNSUPPORTED, "not mine"},
    {"memory", CIFRA_FAILED, "not enough memory"},
    {"odd", CIFRA_FAILED, "it threw something that is no std::exception"},
    {"stopped", CIFRA_STOPPED, ""},
};

TEST(Face, TurnsExceptionsIntoStatusAndReason) {
  const auto* reader =
      static_cast<const cifra_reader_1*>(cifra_plugin.get_interface(CIFRA_READER_1));
  ASSERT_NE(reader, nullptr);
  std::string reason;
  const cifra_error error{sizeof error, &reason, [](void* context, cifra_string text) {
                            *static_cast<std::string*>(context) = view(text);
                          }};
  void* instance = cifra_plugin.create(&error);
  ASSERT_NE(instance, nullptr);
  const cifra_reader_sink sink{};
  for (const Case& test : kCases) {
    reason.clear();
    EXPECT_EQ(reader->read(instance, pass(test.bytes), {}, &sink, &error), test.status)
        << test.bytes;
    EXPECT_EQ(reason, test.reason);
  }
  cifra_plugin.destroy(instance);
  EXPECT_EQ(reader->sniff(pass("x"), {}), 7u);
  EXPECT_EQ(reader->sniff({}, {}), 0u);
}

TEST(Face, OffersOnlyWhatItHas) {
  EXPECT_EQ(cifra_plugin.get_interface(CIFRA_EXTRACTOR_1), nullptr);
  EXPECT_EQ(cifra_plugin.get_interface("cifra.reader/2"), nullptr);
  EXPECT_EQ(cifra_plugin.abi_version, CIFRA_ABI_VERSION);
  EXPECT_STREQ(cifra_plugin.id, "thrower");
  EXPECT_STREQ(cifra_plugin.version, "1.2.3");
}

}  // namespace
