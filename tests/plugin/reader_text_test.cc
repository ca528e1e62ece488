// What reader-text makes of bytes, through the plugin boundary as a run does.

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <variant>

#include "core/plugin/registry.h"
#include "tests/paths.h"

namespace cifra {
namespace {

using namespace std::literals;

const Registry& registry() {
  static const Registry kRegistry({build_folder() / "plugins"});
  return kRegistry;
}

struct Case {
  const char* name;
  std::string_view bytes;
  std::string_view text;
  size_t warnings;
};

constexpr Case kCases[] = {
    {"utf8", "Perch\xC3\xA9 5 \xE2\x82\xAC"sv, "Perché 5 €", 0},
    {"utf8 with mark",
     "\xEF\xBB\xBF"
     "citt\xC3\xA0"sv,
     "città", 0},
    {"utf8 decomposed", "citta\xCC\x80"sv, "città", 0},
    {"utf16 little endian",
     "\xFF\xFE"
     "5\0 \0\xAC\x20"sv,
     "5 €", 0},
    {"utf16 big endian", "\xFE\xFF\0005\0 \x20\xAC"sv, "5 €", 0},
    {"utf16 without mark", "c\0i\0t\0t\0\xE0\0 \0d\0i\0"sv, "città di", 0},
    {"windows-1252", "L\x92importo \xE8 di 5 \x80"sv, "L’importo è di 5 €", 0},
    {"iso-8859-15", "La citt\xE0 paga 5 \xA4"sv, "La città paga 5 €", 0},
    {"line ends", "a\r\nb\rc\nd\fe"sv, "a\nb\nc\nd\ne", 0},
    {"byte of no character", "citt\xE0 \x81 5"sv, "città \xEF\xBF\xBD 5", 1},
    {"damaged utf8", "\xC3\xA8 \xC3\xA8 \xC3\xA8 \xC3\xA8 \xC3\xA8 \xFF 5"sv,
     "è è è è è \xEF\xBF\xBD 5", 1},
    {"a stray zero", "Le sedi sono 5.\0 I posti sono 30.\n"sv,
     "Le sedi sono 5.\xEF\xBF\xBD I posti sono 30.\n", 1},
    {"only spaces", " \n"sv, " \n", 0},
};

TEST(ReaderText, DecodesEveryEncoding) {
  for (const Case& test : kCases) {
    auto result = registry().read("nota.txt", test.bytes, 1 << 20);
    ASSERT_TRUE(std::holds_alternative<Reading>(result))
        << test.name << ": " << std::get<ReadFailure>(result).reason;
    const Reading& reading = std::get<Reading>(result);
    EXPECT_EQ(reading.verbatim, test.text) << test.name;
    EXPECT_EQ(reading.warnings.size(), test.warnings) << test.name;
    EXPECT_EQ(reading.metadata.media_type, "text/plain") << test.name;
  }
}

struct Refusal {
  const char* file;
  std::string_view bytes;
  uint64_t limit;
  std::string_view reason;  // part of it
};

constexpr Refusal kRefusals[] = {
    {"nota.txt", "PK\3\4\0\0\0\0"sv, 1000, "named .txt, but its content is something else"},
    {"foto.xyz", "\x89PNG\0\0\0"sv, 1000, "no reader knows"},
    {"nota.txt", "una nota lunga"sv, 5, "more than 5 bytes"},
};

TEST(ReaderText, RefusesInPlainWords) {
  for (const Refusal& test : kRefusals) {
    auto result = registry().read(test.file, test.bytes, test.limit);
    ASSERT_TRUE(std::holds_alternative<ReadFailure>(result)) << test.reason;
    EXPECT_NE(std::get<ReadFailure>(result).reason.find(test.reason), std::string::npos)
        << std::get<ReadFailure>(result).reason;
  }
}

TEST(ReaderText, ClaimsFilesByName) {
  EXPECT_TRUE(registry().reads("cartella/NOTA.TXT"));
  EXPECT_FALSE(registry().reads("cartella/txt"));
}

TEST(ReaderText, CountsThePlacesItDoesNotKnow) {
  const auto warning = [](std::string_view bytes) {
    auto result = registry().read("nota.txt", bytes, 1 << 20);
    return std::get<Reading>(result).warnings.at(0);
  };
  EXPECT_EQ(warning("citt\xE0 \x81 5"),
            "Read as windows-1252; 1 place holds bytes that stand for no character and shows as "
            "U+FFFD.");
  EXPECT_EQ(warning("citt\xE0 \x81 5 \x81"),
            "Read as windows-1252; 2 places hold bytes that stand for no character and show as "
            "U+FFFD.");
}

}  // namespace
}  // namespace cifra
