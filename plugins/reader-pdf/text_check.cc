#include "text_check.h"

#include <array>

namespace cifra::pdf {
namespace {

// For each letter a…z the letters that follow it in at least 0.12 % of the pairs of Italian or of
// English prose.
constexpr std::array<std::string_view, 26> kFollowers = {"bcdgilmnprstuvz",
                                                         "abeilosuy",
                                                         "acehikloprtu",
                                                         "aeiou",
                                                         "acdegilmnoprstvx",
                                                         "aefiortu",
                                                         "aeghilnoru",
                                                         "aeiopt",
                                                         "abcdefglmnoprstuvz",
                                                         "",
                                                         "e",
                                                         "aeilostu",
                                                         "abeimopsu",
                                                         "acdefginostuyz",
                                                         "cdfglmnoprstuvw",
                                                         "aeiloprtuy",
                                                         "u",
                                                         "acdeimnorstuvy",
                                                         "acehioprstu",
                                                         "aehiorstuwy",
                                                         "abdeilmnoprst",
                                                         "aeio",
                                                         "ai",
                                                         "a",
                                                         "or",
                                                         "aiz"};

constexpr std::array<uint32_t, 26> follower_bits() {
  std::array<uint32_t, 26> bits{};
  for (size_t i = 0; i < kFollowers.size(); ++i) {
    for (const char c : kFollowers[i]) bits[i] |= 1u << (c - 'a');
  }
  return bits;
}
constexpr auto kFollowerBits = follower_bits();

// 0…25 for an ASCII letter of either case, else −1.
int letter_of(char c) {
  const int lower = static_cast<unsigned char>(c) | 0x20;
  return lower >= 'a' && lower <= 'z' ? lower - 'a' : -1;
}

}  // namespace

void LetterPairs::count(std::string_view word) {
  int before = -1;
  for (const char c : word) {
    const int letter = letter_of(c);
    if (before >= 0 && letter >= 0) {
      ++all;
      common += (kFollowerBits[static_cast<size_t>(before)] >> letter) & 1u;
    }
    before = letter;
  }
}

}  // namespace cifra::pdf
