#include "core/grammar/figure.h"

#include <gtest/gtest.h>

namespace cifra {
namespace {

TEST(Figure, NamesReadBack) {
  for (int i = 0; i <= static_cast<int>(Kind::kReference); ++i) {
    const Kind kind = static_cast<Kind>(i);
    EXPECT_EQ(kind_named(name_of(kind)), kind);
  }
  EXPECT_EQ(kind_named("sum"), std::nullopt);
}

}  // namespace
}  // namespace cifra
