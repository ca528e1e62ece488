// What the registry says of libraries that are no plugin for this host.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "core/plugin/registry.h"
#include "tests/paths.h"

namespace cifra {
namespace {

const Registry& registry() {
  static const Registry kRegistry({build_folder() / "misbehaving"});
  return kRegistry;
}

struct Case {
  const char* file;
  const char* reason;  // part of it
};

constexpr Case kCases[] = {
    {"misbehaving_abi_of_tomorrow.so", "speaks plugin ABI 99, this Cifra speaks 1"},
    {"misbehaving_abi_short_entry.so", "its entry has 8 bytes where ABI 1 has"},
    {"misbehaving_no_interface.so", "no interface this Cifra knows: cifra.reader/1"},
    {"misbehaving_no_symbol.so", "exports no symbol `cifra_plugin`"},
    {"misbehaving_odd_id.so", "id is not made of lower case letters"},
    {"misbehaving_twin_b.so", "two plugins `twin`: version 1.0.0"},
    {"misbehaving_undefined.so", "function_of_a_library_that_is_not_linked"},
    {"no_library.so", "cannot be loaded"},
};

TEST(Loader, NamesWhatIsWrong) {
  for (const Case& test : kCases) {
    const auto& problems = registry().problems();
    const auto found = std::find_if(problems.begin(), problems.end(), [&](const auto& problem) {
      return problem.path.filename() == test.file;
    });
    ASSERT_NE(found, problems.end()) << test.file;
    EXPECT_NE(found->reason.find(test.reason), std::string::npos) << found->reason;
  }
  EXPECT_EQ(registry().problems().size(), std::size(kCases));
}

TEST(Loader, KeepsTheGoodOnes) {
  std::vector<std::string> ids;
  for (const PluginInfo& plugin : registry().plugins()) ids.push_back(plugin.id);
  EXPECT_EQ(ids, (std::vector<std::string>{"misbehaving-extractor", "misbehaving-reader", "twin"}));
}

TEST(Loader, FindsNothingInAFolderThatIsNotThere) {
  const Registry empty({"/nowhere/at/all"});
  EXPECT_TRUE(empty.plugins().empty());
  EXPECT_TRUE(empty.problems().empty());
}

TEST(Loader, LoadsAFolderOnceHoweverOftenItIsNamed) {
  const std::filesystem::path folder = build_folder() / "plugins";
  const Registry once({folder}), twice({folder, folder / "..", folder / "../plugins"});
  EXPECT_EQ(once.plugins().size(), twice.plugins().size());
  EXPECT_TRUE(twice.problems().empty());
  EXPECT_EQ(once.extractor_fingerprint(), twice.extractor_fingerprint());
  EXPECT_NE(once.extractor_fingerprint().find("figures 1.0.0"), std::string::npos);
}

}  // namespace
}  // namespace cifra
