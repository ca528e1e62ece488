#include "core/link/inherited_time.h"

#include <array>
#include <string>
#include <vector>

#include "core/link/words.h"

namespace cifra {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "gennaio", "febbraio", "marzo",     "aprile",  "maggio",   "giugno",
    "luglio",  "agosto",   "settembre", "ottobre", "novembre", "dicembre"};

struct Part {
  std::string_view word;  // before the year
  int months;             // of it
};
constexpr Part kParts[] = {{"trimestre", 3}, {"quadrimestre", 4}, {"semestre", 6}};
constexpr std::string_view kRanks[][3] = {
    {"primo", "i", "1°"}, {"secondo", "ii", "2°"}, {"terzo", "iii", "3°"}, {"quarto", "iv", "4°"}};

bool is_year(std::string_view word) {
  if (word.size() != 4) return false;
  for (char c : word) {
    if (c < '0' || c > '9') return false;
  }
  return word >= "1946" && word <= "2069";
}

std::string two_digits(int number) {
  return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

int month_of(std::string_view word) {
  for (size_t i = 0; i < kMonths.size(); ++i) {
    if (kMonths[i] == word) return static_cast<int>(i) + 1;
  }
  return 0;
}

// "primo |semestre| 2021", with or without "del" between.
std::string part_of_year(const std::vector<LinkWord>& words, size_t part, std::string_view year) {
  for (const Part& row : kParts) {
    if (words[part].folded != row.word || part == 0) continue;
    for (int rank = 0; rank < 4; ++rank) {
      for (std::string_view name : kRanks[rank]) {
        if (words[part - 1].folded != name || (rank + 1) * row.months > 12) continue;
        const std::string first = std::string(year) + '-' + two_digits(rank * row.months + 1);
        return first + '/' + std::string(year) + '-' + two_digits((rank + 1) * row.months);
      }
    }
  }
  return {};
}

}  // namespace

std::string time_in(std::string_view heading) {
  const Span all{0, static_cast<uint32_t>(heading.size())};
  const std::vector<LinkWord> words = split_words(heading, all, {}, 0, 0);
  std::string found;
  const auto add = [&found](const std::string& time) {
    if (found.empty()) {
      found = time;
      return true;
    }
    return found == time || found.starts_with(time);
  };
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i].folded;
    // A law's or a programme's year is no time: "legge 178/2020", "Agenda 2030", "n. 2012".
    if (i > 0 && (words[i - 1].folded == "agenda" || words[i - 1].folded == "n" ||
                  words[i - 1].folded == "n." || words[i - 1].folded == "legge")) {
      continue;
    }
    std::string time;
    if (is_year(word)) {
      const bool range =
          i + 2 < words.size() && is_year(words[i + 2].folded) &&
          (words[i + 1].folded == "-" || words[i + 1].folded == "–" || words[i + 1].folded == "/");
      const size_t before = i > 1 && words[i - 1].folded == "del" ? i - 2 : i == 0 ? i : i - 1;
      if (range) {
        time = word + '/' + words[i + 2].folded;
        i += 2;
      } else if (const int month = month_of(words[before].folded); month != 0) {
        time = word + '-' + two_digits(month);
      } else {
        time = part_of_year(words, before, word);
        if (time.empty()) time = word;
      }
    } else if (word.size() == 9 && is_year(word.substr(0, 4)) && is_year(word.substr(5)) &&
               word[4] == '/') {
      time = word;
    }
    if (!time.empty() && !add(time)) return {};
  }
  return found;
}

}  // namespace cifra
