#include "core/pipeline/document_date.h"

#include <algorithm>
#include <array>

#include "core/grammar/recogniser.h"
#include "core/lexicon/metadata_words.h"
#include "core/pipeline/metadata_text.h"

namespace cifra {
namespace {

constexpr size_t kHeadBlocks = 40;  // where a document says when it was published
constexpr size_t kTailBlocks = 6;   // where a letter is signed and dated
constexpr uint8_t kNoRank = 255;

// Of all ways to learn the date, the lower rank wins; of equals the earlier in the text.
enum DateRank : uint8_t {
  kPublished = 0,  // lexicon::kDateCues
  kRelease = 1,    //
  kDateline = 2,   // "Roma, 3 marzo 2022"
  kUpdated = 3,    // lexicon::kDateCues
  kHoldsAt = 4,    //
  kAlone = 5,      // a date and nothing else in the first blocks
  kInHeading = 6,  // a day named in a heading
  kSignature = 7,  // "Roma, 3 marzo 2022" at the end
};

// A short place name before the date, as in "Roma, " or "(Farnesina, " or "ROMA - ".
bool is_dateline_before(std::string_view before) {
  before = trimmed(before);
  while (before.starts_with("(")) before.remove_prefix(1);
  if (before.ends_with(" li'")) before.remove_suffix(4);
  if (before.ends_with(" li")) before.remove_suffix(3);
  if (!before.ends_with(",")) return false;
  before.remove_suffix(1);
  return !before.empty() && before.size() <= 32 && std::ranges::count(before, ' ') <= 3 &&
         before.find_first_of(".:;0123456789") == std::string_view::npos;
}

// What the words right before a date make of it. Signs and articles between are read over:
// "pubblicato: il 3 marzo", "aggiornati all'8 marzo".
uint8_t cue_rank(std::string_view before) {
  constexpr std::array<std::string_view, 10> kBetween = {
      " il", " l'", " al", " all'", " del", " dell'", " lo", " in data", " li", " li'"};
  uint8_t best = kNoRank;
  for (size_t round = 0; round < 3; ++round) {
    while (!before.empty() && std::string_view(" \n:-(").find(before.back()) != std::string::npos) {
      before.remove_suffix(1);
    }
    for (const lexicon::DateCue& cue : lexicon::kDateCues) {
      if (before.ends_with(cue.words)) best = std::min(best, cue.rank);
    }
    for (std::string_view word : kBetween) {
      if (before.ends_with(word)) {
        before.remove_suffix(word.size());
        break;
      }
    }
  }
  return best;
}

// Only signs, a weekday or a label stand beside the date.
bool stands_alone(std::string_view before, std::string_view after) {
  const auto letters = [](std::string_view text) {
    return std::ranges::count_if(text, [](char c) { return c >= 'a' && c <= 'z'; });
  };
  return letters(before) <= 10 && letters(after) == 0 && after.size() <= 3;
}

struct DatedBlock {
  size_t index = 0;
  bool tail = false;
};

uint8_t rank_of(const Block& block, std::string_view text, const Figure& date,
                const DatedBlock& where) {
  const std::string before = folded(text.substr(0, date.span.begin));
  const std::string after = folded(text.substr(date.span.end));
  const uint8_t cue = cue_rank(before);
  if (cue != kNoRank) return cue;
  const size_t line = before.find_last_of("\n|");
  const std::string_view line_before = line == std::string::npos
                                           ? std::string_view(before)
                                           : std::string_view(before).substr(line + 1);
  if (is_dateline_before(line_before)) {
    return static_cast<uint8_t>(where.tail ? kSignature : kDateline);
  }
  if (where.tail) return kNoRank;
  if (where.index < 15 && stands_alone(before, after)) return kAlone;
  const bool heading = block.role == BlockRole::kHeading || where.index < 4;
  return heading && text.size() <= 160 ? uint8_t{kInHeading} : kNoRank;
}

// Digits 0-9 of `text` at `at`, `count` of them; -1 when there are not.
int digits_at(std::string_view text, size_t at, size_t count) {
  if (at + count > text.size()) return -1;
  int value = 0;
  for (char c : text.substr(at, count)) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::string iso_date(int year, int month, int day) {
  constexpr std::array<int, 12> kDays = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year < 1946 || year > 2100 || month < 1 || month > 12 || day < 1) return {};
  if (day > kDays[static_cast<size_t>(month - 1)]) return {};
  const auto two = [](int n) {
    const std::string digits = std::to_string(n);
    return n < 10 ? std::string("0").append(digits) : digits;
  };
  return std::to_string(year) + "-" + two(month) + "-" + two(day);
}

bool is_separator(char c) { return c == '-' || c == '_' || c == '.' || c == ' '; }

}  // namespace

std::string date_in_text(const Document& document) {
  uint8_t best = kNoRank;
  std::string date;
  const size_t count = document.blocks.size();
  size_t seen = 0;
  for (size_t i = 0; i < count; ++i) {
    const Block& block = document.blocks[i];
    if (!is_prose(block)) continue;
    const DatedBlock where{seen++, i >= kHeadBlocks};
    if (i >= kHeadBlocks && i + kTailBlocks < count) continue;
    // The cues stand early in a block; the recogniser need not read a whole page.
    const std::string_view text = document.of(block.span).substr(0, 2000);
    for (const Figure& figure : recognise(text)) {
      if (figure.kind != Kind::kDate || figure.time.size() != 10) continue;
      const uint8_t rank = rank_of(block, text, figure, where);
      if (rank < best) {
        best = rank;
        date = figure.time;
      }
    }
  }
  return date;
}

std::string date_in_name(std::string_view name) {
  for (size_t at = 0; at < name.size(); ++at) {
    if (at > 0 && name[at - 1] >= '0' && name[at - 1] <= '9') continue;
    const auto ends = [&](size_t end) { return digits_at(name, end, 1) < 0; };
    // 20200308
    if (ends(at + 8)) {
      const std::string date =
          iso_date(digits_at(name, at, 4), digits_at(name, at + 4, 2), digits_at(name, at + 6, 2));
      if (!date.empty()) return date;
    }
    if (at + 10 > name.size() || !ends(at + 10)) continue;
    // 2021-05-19, 19-05-2021
    if (is_separator(name[at + 4]) && name[at + 7] == name[at + 4]) {
      const std::string date =
          iso_date(digits_at(name, at, 4), digits_at(name, at + 5, 2), digits_at(name, at + 8, 2));
      if (!date.empty()) return date;
    }
    if (is_separator(name[at + 2]) && name[at + 5] == name[at + 2]) {
      const std::string date =
          iso_date(digits_at(name, at + 6, 4), digits_at(name, at + 3, 2), digits_at(name, at, 2));
      if (!date.empty()) return date;
    }
  }
  return {};
}

}  // namespace cifra
