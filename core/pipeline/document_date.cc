#include "core/pipeline/document_date.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <vector>

#include "core/grammar/calendar_time.h"
#include "core/grammar/recogniser.h"
#include "core/lexicon/calendar.h"
#include "core/lexicon/metadata_words.h"
#include "core/pipeline/metadata_text.h"
#include "core/text/folding.h"

namespace cifra {
namespace {

constexpr size_t kHeadBlocks = 40;  // where a document says when it was published
constexpr size_t kTailBlocks = 6;   // where a letter is signed and dated
constexpr size_t kFirstBlocks = 8;
constexpr size_t kLetterhead = 4;      // blocks that may be more than headings say
constexpr size_t kShortBlock = 200;    // bytes
constexpr size_t kLongestRead = 2000;  // bytes of a block
constexpr size_t kIsoDay = 10;         // "2021-01-20"

// Of all ways to learn the date, the lower rank wins; of equals the earlier in the text.
constexpr uint8_t kDateline = 2,  // "Roma, 3 marzo 2022"
    kHoldsAt = 4,                 // "dati al 3 marzo 2022"; 0, 1, 3 and 4 are lexicon::kDateCues
    kAlone = 5,                   // a date and nothing else in the first blocks
    kInHeading = 6,               // a day named in a heading
    kSignature = 7,               // "Roma, 3 marzo 2022" at the end
    kNoRank = 255;

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

// A day as the grammar reads it, or "Novembre 13, 2025" as some sites set it.
struct Day {
  Span span;
  std::string iso;
};

std::vector<Day> days_in(std::string_view text, std::string_view reference) {
  std::vector<Day> days;
  RecogniserOptions options;
  options.document_date = reference;
  for (const Figure& figure : recognise(text, options)) {
    if (figure.kind != Kind::kDate || figure.time.size() != kIsoDay) continue;
    days.push_back({figure.span, figure.time});
  }
  static const re2::RE2 kMonthFirst(R"((?i)\b([a-z]{3,9})\.? (\d{1,2})(?:,|\.)? (\d{4})\b)");
  const re2::StringPiece input(text.data(), text.size());
  re2::StringPiece month;
  int day = 0, year = 0;
  if (re2::RE2::PartialMatch(input, kMonthFirst, &month, &day, &year)) {
    const auto number = month_named(fold(std::string_view(month.data(), month.size())));
    const auto begin = static_cast<uint32_t>(month.data() - text.data());
    if (number && is_possible({year, *number, day})) {
      days.push_back(
          {{begin, begin + static_cast<uint32_t>(month.size())}, iso({year, *number, day})});
    }
  }
  return days;
}

// Reads the blocks where a document says when it was published.
class DateFinder {
 public:
  explicit DateFinder(const Document& document) : document_(document) {
    for (size_t i = 0; i < document.blocks.size(); ++i) {
      const bool head = i < kHeadBlocks, tail = i + kTailBlocks >= document.blocks.size();
      if (is_prose(document.blocks[i]) && (head || tail)) blocks_.push_back(i);
    }
  }

  std::string find() {
    look({});
    // "ROMA, 5 MARZO": the year is that of the other days in the text.
    if (!date_.empty() && best_ > kDateline) look(std::string(date_));
    return date_;
  }

 private:
  std::string_view text(size_t block) const {
    // The cues stand early in a block; a whole page need not be read.
    return document_.of(document_.blocks[block].span).substr(0, kLongestRead);
  }

  void look(const std::string& reference) {
    for (size_t i = 0; i < blocks_.size(); ++i) {
      for (const Day& day : days_in(text(blocks_[i]), reference)) {
        const uint8_t rank = rank_of(i, day);
        if (rank < best_ && (reference.empty() || rank <= kDateline)) {
          best_ = rank;
          date_ = day.iso;
        }
      }
    }
  }

  uint8_t rank_of(size_t i, const Day& day) const {
    const std::string_view words = text(blocks_[i]);
    const std::string before = folded(words.substr(0, day.span.begin));
    const std::string after = folded(words.substr(day.span.end));
    const bool tail = blocks_[i] >= kHeadBlocks;
    const uint8_t cue = cue_rank(before);
    // A law speaks of days too: far into the text only what is said of publication counts.
    if (cue < kHoldsAt || (cue == kHoldsAt && i < kFirstBlocks && words.size() <= kShortBlock)) {
      return cue;
    }
    const size_t line = before.find_last_of("\n|");
    const std::string_view line_before =
        line == std::string::npos ? before : std::string_view(before).substr(line + 1);
    if (is_dateline_before(line_before)) return tail ? kSignature : kDateline;
    if (tail) return kNoRank;
    if (stands_alone(before, after)) {
      return i < kFirstBlocks && !is_one_of_several(i) ? kAlone : kNoRank;
    }
    const bool heading = document_.blocks[blocks_[i]].role == BlockRole::kHeading ||
                         (i < kLetterhead && !words.ends_with('.'));
    return heading && words.size() <= kShortBlock ? kInHeading : kNoRank;
  }

  // A day with another day below or above it: the ends of a period, a column of days.
  bool is_one_of_several(size_t i) const {
    for (const size_t other : {i - 1, i + 1}) {
      if (other >= blocks_.size() || text(blocks_[other]).size() > kIsoDay + 20) continue;
      if (!days_in(text(blocks_[other]), {}).empty()) return true;
    }
    return false;
  }

  const Document& document_;
  std::vector<size_t> blocks_;  // of the document
  uint8_t best_ = kNoRank;
  std::string date_;
};

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
  constexpr int kFirstYear = 1946, kLastYear = 2100;
  if (year < kFirstYear || year > kLastYear || day < 1 || month < 1) return {};
  const CalendarDate date{year, month, day};
  return is_possible(date) ? iso(date) : std::string();
}

bool is_separator(char c) { return c == '-' || c == '_' || c == '.' || c == ' '; }

}  // namespace

std::string date_in_text(const Document& document) { return DateFinder(document).find(); }

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
