#include "core/link/words.h"

#include <algorithm>

#include "core/lexicon/phrase_role.h"

namespace cifra {
namespace {

// Abbreviations whose dot ends no sentence.
constexpr std::string_view kAbbreviations[] = {
    "art",  "artt", "n",   "nn",  "dott", "on",  "sen", "prof", "ecc", "cfr", "p",   "pp",
    "lett", "co",   "min", "mln", "mld",  "nr",  "sig", "d",    "l",   "s",   "c",   "dpr",
    "cd",   "ca",   "es",  "tab", "fig",  "all", "cap", "vol",  "ing", "avv", "gen", "st"};

uint32_t decode(std::string_view text, size_t at, size_t& length) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (lead >= 0x80 && lead < 0xC0) length = 1;
  if (at + length > text.size()) length = 1;
  if (length == 1) return lead;
  uint32_t point = lead & (0xFFU >> (length + 1));
  for (size_t i = 1; i < length; ++i) point = (point << 6) | (byte(at + i) & 0x3FU);
  return point;
}

bool is_space(uint32_t point) {
  return point <= 0x20 || point == 0xA0 || (point >= 0x2000 && point <= 0x200B) ||
         point == 0x202F || point == 0x3000;
}

bool is_apostrophe(uint32_t point) { return point == '\'' || point == 0x2019 || point == 0x2018; }

bool is_digit(uint32_t point) { return point >= '0' && point <= '9'; }

bool is_letter(uint32_t point) {
  return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z') ||
         (point >= 0xC0 && point < 0x250 && point != 0xD7 && point != 0xF7);
}

bool is_capital(uint32_t point) {
  return (point >= 'A' && point <= 'Z') || (point >= 0xC0 && point <= 0xDE && point != 0xD7);
}

// Joins inside a word: "Emilia-Romagna", "1.234", "12,5", "21/2020".
bool joins(uint32_t before, uint32_t mark, uint32_t after) {
  if (mark == '-' || mark == 0x2010 || mark == 0x2011) {
    return is_letter(before) && (is_letter(after) || is_digit(after));
  }
  if (mark == '.' || mark == ',' || mark == '/') return is_digit(before) && is_digit(after);
  return mark == '&' && is_letter(before) && is_letter(after);
}

bool ends_sentence(const std::vector<LinkWord>& words, size_t index) {
  const LinkWord& mark = words[index];
  if (mark.folded != "." && mark.folded != "!" && mark.folded != "?" && mark.folded != "…") {
    return false;
  }
  if (index + 1 == words.size()) return true;
  const LinkWord& next = words[index + 1];
  if (next.span.begin == mark.span.end) {
    return next.folded == "»" || next.folded == "”" || next.folded == "\"" ? false : next.capital;
  }
  if (mark.folded == "." && index > 0 && words[index - 1].span.end == mark.span.begin) {
    const std::string& before = words[index - 1].folded;
    if (std::ranges::find(kAbbreviations, before) != std::end(kAbbreviations)) return false;
    if (before.size() == 1 && words[index - 1].capital) return false;
  }
  return next.capital || next.digits || next.punctuation || next.fact != kNoIndex;
}

}  // namespace

std::string fold_word(std::string_view word) {
  std::string folded;
  folded.reserve(word.size());
  for (size_t at = 0; at < word.size();) {
    size_t length = 1;
    uint32_t point = decode(word, at, length);
    if (is_apostrophe(point)) {
      folded += '\'';
    } else if (point >= 'A' && point <= 'Z') {
      folded += static_cast<char>(point + 32);
    } else if (point >= 0xC0 && point <= 0xDE && point != 0xD7) {
      point += 32;
      folded += static_cast<char>(0xC0 | (point >> 6));
      folded += static_cast<char>(0x80 | (point & 0x3F));
    } else {
      folded.append(word.substr(at, length));
    }
    at += length;
  }
  return folded;
}

std::vector<LinkWord> split_words(std::string_view text, Span block, const std::vector<Fact>& facts,
                                  uint32_t first, uint32_t last) {
  std::vector<LinkWord> words;
  uint32_t fact = first;
  const std::string_view body = text.substr(0, block.end);
  for (size_t at = block.begin; at < body.size();) {
    size_t length = 1;
    const uint32_t point = decode(body, at, length);
    if (is_space(point)) {
      at += length;
      continue;
    }
    size_t end = at + length;
    LinkWord word;
    if (is_letter(point) || is_digit(point)) {
      uint32_t before = point;
      while (end < body.size()) {
        size_t step = 1;
        const uint32_t here = decode(body, end, step);
        if (is_letter(here) || is_digit(here)) {
          before = here;
          end += step;
          continue;
        }
        if (is_apostrophe(here) && is_letter(before)) {
          end += step;  // the apostrophe belongs to the elided word: dell'
          break;
        }
        size_t after_step = 1;
        const uint32_t after =
            end + step < body.size() ? decode(body, end + step, after_step) : uint32_t{' '};
        if (!joins(before, here, after)) break;
        before = here;
        end += step;
      }
    } else {
      word.punctuation = true;
    }
    word.span = {static_cast<uint32_t>(at), static_cast<uint32_t>(end)};
    word.folded = fold_word(word.span.of(text));
    word.capital = is_capital(point);
    word.digits = is_digit(point);
    if (!word.punctuation) word.roles = phrase::roles_of(word.folded);
    while (fact < last && std::max(facts[fact].figure.span.end, facts[fact].figure.unit_span.end) <=
                              word.span.begin) {
      ++fact;
    }
    for (uint32_t i = fact; i < last && i < fact + 2; ++i) {
      const Figure& figure = facts[i].figure;
      if (figure.span.overlaps(word.span) || figure.unit_span.overlaps(word.span)) {
        word.fact = i;
        word.inner = figure.kind == Kind::kDuration;
        break;
      }
    }
    words.push_back(std::move(word));
    at = end;
  }
  for (size_t i = 0; i < words.size(); ++i) {
    words[i].sentence_start =
        i == 0 || (ends_sentence(words, i - 1) && words[i].folded != "»" && words[i].folded != "”");
  }
  for (LinkWord& word : words) {  // "lo |Stato|" is no "stato"
    const bool state = word.folded == "stato" || word.folded == "stati";
    if (state && word.capital && !word.sentence_start) word.roles = 0;
  }
  if (const uint32_t body_start = after_list_mark(words); body_start < words.size()) {
    words[body_start].sentence_start = true;
  }
  return words;
}

uint32_t after_list_mark(const std::vector<LinkWord>& words) {
  static constexpr std::string_view kBullets[] = {"•", "-", "–", "—", "*", "○", "●",
                                                  "▪", "◦", "➢", "✓", "⇢", "→", "·",
                                                  ">", "§", "‣", "■", "□", "➔", "✔"};
  uint32_t at = 0;
  while (at < words.size() && words[at].punctuation && words[at].fact == kNoIndex &&
         std::ranges::find(kBullets, words[at].folded) != std::end(kBullets)) {
    ++at;
  }
  if (at == 0 && words.size() > 1 && words[0].folded == "o") return 1;  // a bullet of its shape
  if (at + 2 < words.size() && words[at].fact == kNoIndex && !words[at].punctuation) {
    const std::string& mark = words[at].folded;
    const std::string& close = words[at + 1].folded;
    const bool glued = words[at + 1].span.begin == words[at].span.end;
    const bool number = words[at].digits && mark.size() <= 3;
    const bool letter = mark.size() == 1 && !words[at].digits;
    if (glued && ((close == ")" && (number || letter)) || (close == "." && number))) at += 2;
  }
  return at;
}

WordRange words_of_fact(const std::vector<LinkWord>& words, uint32_t fact) {
  WordRange range;
  while (range.begin < words.size() && words[range.begin].fact != fact) ++range.begin;
  range.end = range.begin;
  while (range.end < words.size() && words[range.end].fact == fact) ++range.end;
  return range;
}

WordRange words_in(const std::vector<LinkWord>& words, Span span) {
  const auto first = std::ranges::upper_bound(words, span.begin, {},
                                              [](const LinkWord& word) { return word.span.end; });
  WordRange range;
  range.begin = range.end = static_cast<uint32_t>(first - words.begin());
  while (range.end < words.size() && words[range.end].span.begin < span.end) ++range.end;
  return range;
}

WordRange sentence_of(const std::vector<LinkWord>& words, uint32_t at) {
  constexpr uint32_t kFar = 300;  // words
  WordRange range{at, at + 1};
  while (range.begin > 0 && !words[range.begin].sentence_start && at - range.begin < kFar) {
    --range.begin;
  }
  while (range.end < words.size() && !words[range.end].sentence_start && range.end - at < kFar) {
    ++range.end;
  }
  return range;
}

std::string words_text(std::string_view text, const std::vector<LinkWord>& words, WordRange range) {
  std::string result;
  for (uint32_t i = range.begin; i < range.end; ++i) {
    if (i > range.begin && words[i].span.begin > words[i - 1].span.end) result += ' ';
    result += words[i].span.of(text);
  }
  return result;
}

}  // namespace cifra
