#include "core/grammar/gate.h"

#include <algorithm>
#include <array>
#include <bit>
#include <bitset>
#include <cstdint>
#include <cstring>
#include <span>

#include "core/grammar/no_fact.h"
#include "core/grammar/number_lexicon.h"
#include "core/grammar/number_word.h"
#include "core/grammar/word_facts.h"
#include "core/lexicon/units.h"
#include "core/lexicon/word_list.h"
#include "core/text/ascii_letters.h"
#include "core/text/folding.h"
#include "core/text/tokeniser.h"
#include "core/text/utf8.h"

namespace cifra {
namespace {

constexpr size_t kHeadLetters = 4;   // by which words are told apart at a glance
constexpr size_t kLongestWord = 64;  // letters; a longer one may be a number, for all we know
constexpr size_t kMostTokens = 16;   // of a phrase for a percent
constexpr std::string_view kWebWords = "www http https";

// What a percent may be said with after "un": "punto percentuale", "%". Only the first token that
// tells; "per cento" and "per 100" have a number in them.
std::vector<std::string> percent_openers() {
  std::vector<std::string> made;
  for (const auto& table : {unit_words(), unit_symbols()}) {
    for (const UnitWord& unit : table) {
      if (unit.kind != UnitKind::kPercent) continue;
      for (std::string_view forms = unit.forms; !forms.empty();) {
        const size_t bar = std::min(forms.find('|'), forms.size());
        Tokens tokens;
        tokenise(forms.substr(0, bar), 0, kMostTokens, tokens);
        const uint32_t first = tokens.is(0, "per") ? 1 : 0;
        if (first < tokens.size()) made.emplace_back(tokens[first].folded);
        forms.remove_prefix(std::min(bar + 1, forms.size()));
      }
    }
  }
  return made;
}

// The signs that bear a number, beyond ASCII.
const WordSet& bearing_signs() {
  static const WordSet signs = [] {
    static const std::string all = [] {
      std::string joined;
      for (const FractionSign& sign : fraction_signs()) joined += std::string(sign.form) + ' ';
      for (const std::string& opener : percent_openers()) {
        if (static_cast<unsigned char>(opener[0]) >= 0x80) joined += opener + ' ';
      }
      return joined;
    }();
    return WordSet(all);
  }();
  return signs;
}

// The first letters of a word, folded, a byte each; zeros after its end.
using Head = uint32_t;

// The heads of all words that bear a number, marked by a hash of them.
class Heads {
 public:
  Heads() {
    for (const auto& words : {number_phrase_words(), ordinal_words(), words_that_bear_numbers()}) {
      for (const std::string& word : words) {
        if (bears_number(word)) mark(word);
      }
    }
    mark("zero");
    for (const NumberAtom& atom : number_atoms()) mark_compounds(atom);
  }
  bool has(Head head) const { return marked_[hash(head)]; }

 private:
  // "due", "duecento", "duemilioni"; "un" and "una" with a scale alone: "unmilione".
  void mark_compounds(const NumberAtom& atom) {
    if (bears_number(atom.form)) {
      mark(atom.form);
      mark_beginning(std::string(atom.form));
    } else {
      mark_beginning(std::string(atom.form) + "mi");
    }
  }
  void mark_beginning(const std::string& letters) {
    if (letters.size() >= kHeadLetters) return mark(letters);
    for (char next = 'a'; next <= 'z'; ++next) mark_beginning(letters + next);
  }
  void mark(std::string_view word) {
    Head head = 0;
    for (size_t i = 0; i < std::min(word.size(), kHeadLetters) && is_ascii_letter(word[i]); ++i) {
      head |= static_cast<Head>(static_cast<unsigned char>(word[i])) << (8 * i);
    }
    if (head != 0) marked_[hash(head)] = true;
  }
  static size_t hash(Head head) { return (head * 0x9E3779B1U) >> 17U; }

  std::bitset<32768> marked_;
};

const Heads& heads() {
  static const Heads made;
  return made;
}

// --- A word at a time.

// Bytes that a word may go on after: a combining mark, a soft hyphen, a hyphen at the line's end.
// Wider than the tokeniser, so the letters before them count as a word as well.
size_t gap_at(std::string_view text, size_t at) {
  const CodePoint point = decode_utf8(text, at);
  if (point.value >= 0x0300 && point.value <= 0x036F) return point.size;
  const bool soft = point.value == 0x00AD;
  if (!soft && point.value != '-' && point.value != 0x2010) return 0;
  size_t next = at + point.size;
  while (next < text.size() && (text[next] == ' ' || (text[next] >= '\t' && text[next] <= '\r'))) {
    ++next;
  }
  return soft || next > at + point.size ? next - at : 0;
}

bool is_apostrophe_at(std::string_view text, size_t at) {
  return text.substr(at).starts_with('\'') || text.substr(at).starts_with("\u2019");
}

// Whether the word that begins at `at` bears a number. In doubt it does.
bool word_bears_number(std::string_view text, size_t at) {
  std::array<char, kLongestWord + 1> folded;
  size_t size = 0;
  bool capitals = true;
  const auto bears = [&](size_t letters) {
    const std::string_view word(folded.data(), letters);
    if (letters == 0) return false;
    return (word_facts(word).traits & kBearsNumber) != 0 || (capitals && roman_ordinal(word) > 0);
  };
  while (at < text.size() && size < kLongestWord) {
    const CodePoint point = decode_utf8(text, at);
    if (point.size == 1 ? is_ascii_letter(text[at]) : is_letter(point.value)) {
      const char32_t letter = fold_code_point(point.value);
      if (letter > 0x7F) return false;  // none of the words has such a letter
      folded[size] = static_cast<char>(letter);
      capitals = capitals && is_upper(point.value);
      ++size;
      at += point.size;
    } else if (const size_t gap = gap_at(text, at); gap != 0) {
      if (bears(size)) return true;
      at += gap;
    } else {
      break;
    }
  }
  if (size == kLongestWord || bears(size)) return true;
  if (!is_apostrophe_at(text, at)) return false;
  folded[size] = '\'';
  return bears(size + 1);
}

// --- Many bytes at a time: they are classified without a branch, and what remains is a mask of
// where words begin and one of what is looked at by itself.

constexpr size_t kChunk = 64;           // bytes, a bit of a mask for each
constexpr uint8_t kLatinLetter = 0xC3;  // the byte that begins À … ÿ

// Sixteen bytes, compared at once; a comparison gives all ones for true.
using Bytes = uint8_t __attribute__((vector_size(16)));

Bytes load(const char* from) {
  Bytes bytes;
  std::memcpy(&bytes, from, sizeof bytes);
  return bytes;
}

// A bit for each byte that is all ones; the others are zero.
uint64_t bits_of(const Bytes& flags) {
  uint64_t halves[2];
  std::memcpy(halves, &flags, sizeof halves);
  uint64_t bits = 0;
  for (size_t i = 0; i < 2; ++i) {
    if constexpr (std::endian::native == std::endian::big) halves[i] = __builtin_bswap64(halves[i]);
    // Byte k keeps its bit 0, which the multiplication moves to bit 56 + k.
    bits |= ((halves[i] & 0x0101010101010101U) * 0x0102040810204080U >> 56U) << (8 * i);
  }
  return bits;
}

struct Chunk {
  uint64_t letters = 0;  // without accent, or the begin of one of Latin-1
  uint64_t signs = 0;    // digits and what else may bear a number; the begin of rarer letters

  // Of kChunk bytes, with one after them.
  explicit Chunk(const char* bytes) {
    for (size_t i = 0; i < kChunk; i += sizeof(Bytes)) {
      const Bytes here = load(bytes + i);
      const Bytes next = load(bytes + i + 1);
      const Bytes latin = Bytes(here == kLatinLetter);
      const Bytes letter =
          Bytes(((here | 0x20) - 'a') < 26) | (latin & Bytes((next & 0xC0) == 0x80));
      const Bytes sign = Bytes((here - '0') < 10) | Bytes(here == '%') | Bytes(here == '@') |
                         Bytes(here == '=') | (Bytes(here >= 0xC2) & ~latin);
      letters |= bits_of(letter) << i;
      signs |= bits_of(sign) << i;
    }
  }
};

// A digit, "%", "½"; a word in letters rarer than those of Latin-1 that bears a number.
bool sign_bears_number(std::string_view text, size_t at) {
  const CodePoint point = decode_utf8(text, at);
  if (point.size == 1) return static_cast<unsigned char>(text[at]) < 0x80;
  if (text.substr(at).starts_with("\u2019")) return false;
  if (is_letter(point.value)) return word_bears_number(text, at);
  return bearing_signs().has(text.substr(at, point.size));
}

// The letters that four bytes begin with, folded, and the byte after them if it is among the four.
struct HeadBytes {
  Head head = 0;
  uint8_t stop = 0;
};
HeadBytes head_at(const char* bytes) {
  constexpr Head kOnes = 0x01010101U;
  Head four = 0;
  for (size_t k = 0; k < kHeadLetters; ++k) {
    four |= static_cast<Head>(static_cast<unsigned char>(bytes[k])) << (8 * k);
  }
  // The high bit of each byte that is no letter, as in letters_at().
  const Head small = four | 0x20U * kOnes;
  const Head low = small & 0x7FU * kOnes;
  const Head in_range = (low + (0x80 - 'a') * kOnes) & ~(low + (0x7F - 'z') * kOnes);
  const Head no_letter = ~(in_range & ~four) & 0x80U * kOnes;
  if (no_letter == 0) return {small, 0};
  const Head first = no_letter & (~no_letter + 1);  // its lowest bit
  const Head letters = (first >> 7U) - 1;
  return {small & letters,
          static_cast<uint8_t>(four >> static_cast<uint32_t>(std::countr_zero(first) - 7))};
}

// Whether the letters of a short word are all of it, whatever byte follows them.
bool is_whole(std::string_view text, size_t at, HeadBytes head) {
  if (head.stop < 0x80) return head.stop != '-';
  while (at < text.size() && is_ascii_letter(text[at])) ++at;
  return text.substr(at).starts_with("\u2019");
}

}  // namespace

bool may_hold_finding(std::string_view text) {
  const Heads& all_heads = heads();
  bool in_word = false;
  std::array<char, kChunk + kHeadLetters> padded;
  for (size_t from = 0; from < text.size(); from += kChunk) {
    const char* bytes = text.data() + from;
    if (text.size() - from < padded.size()) {
      padded.fill(' ');
      std::memcpy(padded.data(), bytes, text.size() - from);
      bytes = padded.data();
    }
    const Chunk chunk(bytes);
    for (uint64_t left = chunk.signs; left != 0; left &= left - 1) {
      if (sign_bears_number(text, from + static_cast<size_t>(std::countr_zero(left)))) return true;
    }
    uint64_t begins = chunk.letters & ~(chunk.letters << 1U | (in_word ? 1U : 0U));
    in_word = (chunk.letters >> (kChunk - 1)) != 0;
    for (; begins != 0; begins &= begins - 1) {
      const auto i = static_cast<size_t>(std::countr_zero(begins));
      const size_t at = from + i;
      const HeadBytes head = head_at(bytes + i);
      const bool after_stop = at > 0 && text[at - 1] == '.';  // "agid.gov.it": an address
      const bool capitals = ((bytes[i] | bytes[i + 1]) & 0x20) == 0;
      const bool known = all_heads.has(head.head);
      // Without a branch for each: most words are none of these.
      if (!(known | capitals | after_stop | (head.stop >= 0x80) | (head.stop == '-'))) continue;
      if (!known && !capitals && !after_stop && is_whole(text, at, head)) continue;
      if (after_stop || word_bears_number(text, at)) return true;
    }
  }
  return false;
}

bool bears_number(std::string_view folded) {
  static const WordSet percents = [] {
    static const std::string all = [] {
      std::string joined(kWebWords);
      for (const std::string& opener : percent_openers()) joined += ' ' + opener;
      return joined;
    }();
    return WordSet(all);
  }();
  if (folded == "un" || folded == "una" || folded == "un'" || is_vague_quantifier(folded)) {
    return false;
  }
  return opens_number_phrase(folded) || fraction(folded) != nullptr || is_ordinal_word(folded) ||
         percents.has(folded) || compose_number_word(folded).has_value();
}

std::vector<std::string> words_that_bear_numbers() {
  std::vector<std::string> words = percent_openers();
  for_each_word(kWebWords, [&](std::string_view word) { words.emplace_back(word); });
  return words;
}

}  // namespace cifra
