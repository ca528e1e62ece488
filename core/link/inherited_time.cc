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

// A law's or a programme's year is no time: "legge 178", "Agenda 2030", "n. 2012".
bool names_a_text(std::string_view before) {
  return before == "agenda" || before == "n" || before == "n." || before == "legge";
}

}  // namespace

std::vector<std::string> times_in(std::string_view text) {
  const Span all{0, static_cast<uint32_t>(text.size())};
  const std::vector<LinkWord> words = split_words(text, all, {}, 0, 0);
  std::vector<std::string> times;
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i].folded;
    if (i > 0 && names_a_text(words[i - 1].folded)) continue;
    if (word.size() == 9 && is_year(word.substr(0, 4)) && is_year(word.substr(5)) &&
        word[4] == '/') {
      times.push_back(word);
    }
    if (!is_year(word)) continue;
    const bool range =
        i + 2 < words.size() && is_year(words[i + 2].folded) &&
        (words[i + 1].folded == "-" || words[i + 1].folded == "–" || words[i + 1].folded == "/");
    if (range) {
      times.push_back(word + '/' + words[i + 2].folded);
      i += 2;
      continue;
    }
    const size_t before = i > 1 && words[i - 1].folded == "del" ? i - 2 : i == 0 ? i : i - 1;
    const int month = month_of(words[before].folded);
    if (month == 0) {
      const std::string part = part_of_year(words, before, word);
      times.push_back(part.empty() ? word : part);
      continue;
    }
    std::string time = word + '-' + two_digits(month);
    if (before > 0 && words[before - 1].digits && words[before - 1].folded.size() <= 2) {
      time += '-' + two_digits(std::stoi(words[before - 1].folded));
    }
    times.push_back(time);
  }
  return times;
}

std::string time_in(std::string_view heading) {
  std::string found;
  for (const std::string& time : times_in(heading)) {
    if (found.empty()) found = time;
    if (!found.starts_with(time)) return {};
  }
  return found;
}

}  // namespace cifra
