#include "core/text/tokeniser.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string>

#include "core/text/ascii_letters.h"
#include "core/text/folding.h"
#include "core/text/utf8.h"

namespace cifra {
namespace {

enum ByteClass : uint8_t { kOther, kLower, kUpper, kDigit, kBlank, kLineEnd, kHigh };

constexpr std::array<uint8_t, 256> byte_classes() {
  std::array<uint8_t, 256> classes{};
  for (size_t c = 0; c < 256; ++c) {
    if (c >= 'a' && c <= 'z') classes[c] = kLower;
    if (c >= 'A' && c <= 'Z') classes[c] = kUpper;
    if (c >= '0' && c <= '9') classes[c] = kDigit;
    if (c >= 0x80) classes[c] = kHigh;
  }
  classes[' '] = classes['\t'] = kBlank;
  classes['\n'] = classes['\r'] = classes['\f'] = classes['\v'] = kLineEnd;
  return classes;
}
constexpr std::array<uint8_t, 256> kClasses = byte_classes();

ByteClass class_at(std::string_view text, size_t at) {
  return at < text.size() ? static_cast<ByteClass>(kClasses[static_cast<unsigned char>(text[at])])
                          : kLineEnd;
}
bool is_digit_at(std::string_view text, size_t at) { return class_at(text, at) == kDigit; }

// A letter at `at`, or size 0.
CodePoint letter_at(std::string_view text, size_t at) {
  if (at >= text.size()) return {0, 0};
  const CodePoint point = decode_utf8(text, at);
  if (point.size == 1 ? (class_at(text, at) == kLower || class_at(text, at) == kUpper)
                      : is_letter(point.value)) {
    return point;
  }
  return {0, 0};
}

// Bytes of the apostrophe at `at`, or 0.
uint32_t apostrophe_at(std::string_view text, size_t at) {
  if (at >= text.size()) return 0;
  if (text[at] == '\'') return 1;
  return text.substr(at).starts_with("\u2019") ? 3 : 0;
}

constexpr char32_t kSoftHyphen = 0x00AD;

// One call's work: a cursor over the text.
class Cutter {
 public:
  Cutter(std::string_view text, uint32_t from, Tokens& tokens)
      : text_(text), at_(from), tokens_(tokens) {}

  uint32_t run(size_t limit) {
    tokens_.list.reserve(std::min(limit, (text_.size() - at_) / kBytesOfToken + 8));
    skip_space();
    while (at_ < text_.size() && tokens_.list.size() < limit) {
      const ByteClass type = class_at(text_, at_);
      if (type == kLower || type == kUpper) {
        cut_word();
      } else if (type == kDigit) {
        cut_numeral();
      } else if (type == kHigh) {
        cut_high();
      } else {
        cut_symbol(1, static_cast<unsigned char>(text_[at_]));
      }
      skip_space();
    }
    return at_;
  }

 private:
  void skip_space() {
    // Most often one space and a letter.
    if (at_ + 1 < text_.size() && text_[at_] == ' ' && is_ascii_letter(text_[at_ + 1])) {
      ++at_;
      space_ = true;
      return;
    }
    space_ = at_ == 0;
    uint32_t line_ends = 0;
    while (at_ < text_.size()) {
      const ByteClass type = class_at(text_, at_);
      if (type == kBlank) {
        ++at_;
      } else if (type == kLineEnd) {
        const bool pair = text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n';
        at_ += pair ? 2 : 1;
        ++line_ends;
      } else if (type == kHigh) {
        const CodePoint point = decode_utf8(text_, at_);
        if (!is_space(point.value)) break;
        at_ += point.size;
      } else {
        break;
      }
      space_ = true;
    }
    line_break_ = line_ends > 0;
    blank_line_ = line_ends > 1;
    tokens_.has_blank_lines = tokens_.has_blank_lines || blank_line_;
  }

  Token& push(uint32_t begin, TokenClass type, std::string_view folded) {
    return push(begin, type, folded, word_key(folded));
  }
  Token& push(uint32_t begin, TokenClass type, std::string_view folded, uint64_t key) {
    Token& token = tokens_.list.emplace_back();
    token.span = {begin, at_};
    token.folded = folded;
    token.key = key;
    token.type = type;
    token.space_before = space_;
    token.line_break_before = line_break_;
    token.blank_line_before = blank_line_;
    space_ = line_break_ = blank_line_ = false;
    return token;
  }

  // Room for folded forms, taken from the store a page at a time.
  char* room(size_t size) {
    if (size > room_left_) {
      room_left_ = std::max(size, kRoom);
      room_ = static_cast<char*>(tokens_.folded_store.allocate(room_left_, 1));
    }
    char* const taken = room_;
    room_ += size;
    room_left_ -= size;
    return taken;
  }

  std::string_view keep(std::string_view folded) {
    char* const copy = room(folded.size());
    std::memcpy(copy, folded.data(), folded.size());
    return {copy, folded.size()};
  }

  // Letters, with what may stand inside a word: soft hyphens, combining marks, a hyphen at a line
  // end before a small letter, and an apostrophe at its end.
  void cut_word() {
    if (!cut_plain_word()) cut_any_word();
  }

  // Most words: up to 15 letters without accent and then nothing that may belong to them.
  bool cut_plain_word() {
    if (text_.size() - at_ < 8) return false;
    const EightBytes head(text_.data() + at_);
    uint32_t count = head.count;
    uint64_t small = head.small_bits, all = head.all_bits;
    if (count == 8) {
      if (text_.size() - at_ < 16) return false;
      const EightBytes rest(text_.data() + at_ + 8);
      count += rest.count;
      small = small >> 1U | rest.small_bits;  // each in bits of its own
      all = all >> 1U | rest.all_bits;
    }
    if (count == 0 || count == 16) return false;
    const char next = text_[at_ + count];  // the last of the bytes looked at, or one before
    if (next == '-' || next == '\'' || static_cast<unsigned char>(next) >= 0x80) return false;
    const std::string_view letters = text_.substr(at_, count);
    const std::string_view folded = small == all ? letters : keep_small(letters);
    at_ += count;
    Token& token =
        push(at_ - count, TokenClass::kWord, folded, count < 8 ? head.key : word_key(folded));
    token.capital = letters[0] < 'a';
    token.all_capitals = count > 1 && small == 0;
    return true;
  }

  void cut_any_word() {
    const uint32_t begin = at_;
    const auto [count, capital, small_too] = letters_at(text_.substr(begin));
    at_ += count;
    letters_ = count;
    has_small_ = small_too;
    bool first_capital = capital && text_[begin] < 'a';
    const std::string_view letters = text_.substr(begin, letters_);
    if (ends_plain_word()) {
      if (capital) {
        push_word(begin, keep_small(letters), first_capital);
      } else {
        push(begin, TokenClass::kWord, letters);
      }
      return;
    }
    if (const uint32_t apostrophe = elision_at(at_); apostrophe != 0) {
      at_ += apostrophe;
      const bool as_written = !capital && apostrophe == 1;
      push_word(begin, as_written ? text_.substr(begin, letters_ + 1) : keep_elided(letters),
                first_capital);
      return;
    }
    scratch_.clear();
    for (const char letter : letters) scratch_.push_back(small(letter));
    for (;;) {
      if (const ByteClass type = class_at(text_, at_); type == kLower || type == kUpper) {
        scratch_.push_back(small(text_[at_]));
        note_letter(type == kUpper, first_capital);
        ++at_;
      } else if (const CodePoint letter = letter_at(text_, at_); letter.size != 0) {
        append_utf8(scratch_, fold_code_point(letter.value));
        note_letter(is_upper(letter.value), first_capital);
        at_ += letter.size;
      } else if (const uint32_t inside = inside_word(); inside != 0) {
        at_ += inside;
      } else {
        break;
      }
    }
    take_apostrophe();
    push_word(begin, keep(scratch_), first_capital);
  }

  void push_word(uint32_t begin, std::string_view folded, bool first_capital) {
    Token& token = push(begin, TokenClass::kWord, folded);
    token.capital = first_capital;
    token.all_capitals = letters_ > 1 && !has_small_;
  }

  // Bytes of an apostrophe with a letter right after it.
  uint32_t elision_at(size_t at) const {
    const uint32_t size = apostrophe_at(text_, at);
    const bool letter = size != 0 && at + size < text_.size() && is_ascii_letter(text_[at + size]);
    return letter ? size : 0;
  }

  static char small(char letter) { return static_cast<char>(letter | 0x20); }

  std::string_view keep_small(std::string_view letters) {
    char* const copy = room(letters.size());
    std::transform(letters.begin(), letters.end(), copy, small);
    return {copy, letters.size()};
  }

  std::string_view keep_elided(std::string_view letters) {
    char* const copy = room(letters.size() + 1);
    std::transform(letters.begin(), letters.end(), copy, small);
    copy[letters.size()] = '\'';
    return {copy, letters.size() + 1};
  }

  void note_letter(bool capital, bool& first_capital) {
    if (letters_ == 0) first_capital = capital;
    ++letters_;
    has_small_ = has_small_ || !capital;
  }

  // Whether letters without accent end here, with nothing after them that may belong to them.
  bool ends_plain_word() const {
    const ByteClass next = class_at(text_, at_);
    if (next == kHigh) return false;
    return next != kOther || (text_[at_] != '-' && text_[at_] != '\'');
  }

  // Bytes to step over inside a word, 0 at its end.
  uint32_t inside_word() const {
    if (at_ >= text_.size()) return 0;
    if (text_[at_] == '-') return line_hyphen(1);
    if (class_at(text_, at_) != kHigh) return 0;
    const CodePoint point = decode_utf8(text_, at_);
    if (point.value >= 0x0300 && point.value <= 0x036F) return point.size;
    if (point.value == 0x2010) return line_hyphen(point.size);
    if (point.value != kSoftHyphen) return 0;
    if (letter_at(text_, at_ + point.size).size != 0) return point.size;
    return line_hyphen(point.size);
  }

  // A hyphen of `size` bytes, a line end and a small letter: the bytes up to that letter.
  uint32_t line_hyphen(uint32_t size) const {
    uint32_t next = at_ + size;
    bool line_end = false;
    while (next < text_.size() && next < at_ + kLongestLineGap) {
      const ByteClass type = class_at(text_, next);
      if (type == kLineEnd) {
        if (line_end && text_[next] == '\n' && text_[next - 1] != '\r') return 0;
        line_end = true;
      } else if (type != kBlank) {
        break;
      }
      ++next;
    }
    if (!line_end || letter_at(text_, next).size == 0) return 0;
    return is_upper(decode_utf8(text_, next).value) ? 0 : next - at_;
  }

  // "dell'anno" keeps it as an elision; "piu'" loses it as an accent.
  void take_apostrophe() {
    const uint32_t size = apostrophe_at(text_, at_);
    if (size == 0) return;
    const bool elision = letter_at(text_, at_ + size).size != 0 || is_digit_at(text_, at_ + size);
    const bool before_quote = !elision && (text_.substr(at_ + size).starts_with("\"") ||
                                           text_.substr(at_ + size).starts_with("\u00AB") ||
                                           text_.substr(at_ + size).starts_with("\u201C"));
    if (elision || before_quote) {
      scratch_.push_back('\'');
      at_ += size;
    } else if (is_accent_ending()) {
      at_ += size;
    }
  }

  // Endings of the words that are commonly typed with an apostrophe for their accent.
  bool is_accent_ending() const {
    static constexpr std::string_view kEndings[] = {"ta", "tre",  "piu",  "puo", "gia", "e", "ra",
                                                    "po", "cosi", "pero", "ro",  "che", "ri"};
    for (const std::string_view ending : kEndings) {
      if (ending == "e" ? scratch_ == "e" : scratch_.ends_with(ending)) return true;
    }
    return false;
  }

  // Digits, and separators with a digit on both sides. A space that groups needs exactly three
  // digits after it and at most three before.
  void cut_numeral() {
    const uint32_t begin = at_;
    uint32_t group = at_;  // where the digits since the last separator begin
    for (;;) {
      while (is_digit_at(text_, at_)) ++at_;
      const uint32_t size = separator_size(at_ - group, begin == group);
      if (size == 0) {
        if (begin == group) take_spaced_groups(begin);
        break;
      }
      at_ += size;
      group = at_;
    }
    Token& token = push(begin, TokenClass::kNumeral, text_.substr(begin, at_ - begin));
    if (group == begin && at_ - begin <= kLongestInteger) token.integer = integer(token.folded);
  }

  // The number some digits and spaces are; -1 with a space among them.
  static int32_t integer(std::string_view digits) {
    int32_t value = 0;
    for (const char digit : digits) {
      if (digit == ' ') return -1;
      value = value * 10 + (digit - '0');
    }
    return value;
  }

  // "25 000", "1 250 000": groups of three parted by ordinary spaces, where zeros or a third group
  // tell that they are one number.
  void take_spaced_groups(uint32_t begin) {
    if (at_ - begin > 3 || text_[begin] == '0') return;
    uint32_t end = at_;
    uint32_t groups = 0;
    while (groups < 4 && end < text_.size() && text_[end] == ' ' && is_digit_at(text_, end + 1) &&
           is_digit_at(text_, end + 2) && is_digit_at(text_, end + 3)) {
      end += 4;
      ++groups;
    }
    const bool zeros = groups > 0 && text_.substr(end - 3, 3) == "000";
    const bool more = is_digit_at(text_, end) ||
                      (end + 1 < text_.size() && text_[end] == ' ' && is_digit_at(text_, end + 1));
    if ((groups > 1 || zeros) && !more) at_ = end;
  }

  uint32_t separator_size(uint32_t digits_before, bool first_group) const {
    if (at_ >= text_.size()) return 0;
    const char c = text_[at_];
    if ((c == '.' || c == ',') && is_digit_at(text_, at_ + 1)) return 1;
    uint32_t size = apostrophe_at(text_, at_);
    if (size == 0 && class_at(text_, at_) == kHigh) {
      const CodePoint point = decode_utf8(text_, at_);
      const bool groups = point.value == 0x00A0 || point.value == 0x202F || point.value == 0x2009 ||
                          point.value == 0x02D9 || point.value == 0x00B7;
      if (groups) size = point.size;
    }
    if (size == 0) return 0;
    const bool three_after = is_digit_at(text_, at_ + size) && is_digit_at(text_, at_ + size + 1) &&
                             is_digit_at(text_, at_ + size + 2) &&
                             !is_digit_at(text_, at_ + size + 3);
    const bool three_before = first_group ? digits_before <= 3 : digits_before == 3;
    return three_after && three_before ? size : 0;
  }

  void cut_high() {
    const CodePoint point = decode_utf8(text_, at_);
    if (is_letter(point.value)) {
      cut_word();
    } else if (is_superscript_digit(point.value)) {
      cut_superscript();
    } else if (point.value == kSoftHyphen || (point.value >= 0x0300 && point.value <= 0x036F)) {
      at_ += point.size;  // neither a word nor a mark of its own
    } else {
      cut_symbol(point.size, point.value);
    }
  }

  void cut_superscript() {
    const uint32_t begin = at_;
    scratch_.clear();
    while (at_ < text_.size()) {
      const CodePoint point = decode_utf8(text_, at_);
      if (!is_superscript_digit(point.value)) break;
      append_utf8(scratch_, fold_code_point(point.value));
      at_ += point.size;
    }
    push(begin, TokenClass::kSuperscript, keep(scratch_));
  }

  void cut_symbol(uint32_t size, char32_t value) {
    const uint32_t begin = at_;
    at_ += size;
    const char32_t folded = fold_code_point(value);
    if (folded == value) {
      push(begin, TokenClass::kSymbol, text_.substr(begin, size));
      return;
    }
    scratch_.clear();
    append_utf8(scratch_, folded);
    push(begin, TokenClass::kSymbol, keep(scratch_));
  }

  static constexpr uint32_t kLongestLineGap = 200;
  static constexpr size_t kLongestInteger = 9;
  static constexpr size_t kRoom = 512;
  static constexpr size_t kBytesOfToken = 4;  // with its space; a guess, to make room at once

  std::string_view text_;
  uint32_t at_;
  Tokens& tokens_;
  std::string scratch_;
  char* room_ = nullptr;
  size_t room_left_ = 0;
  uint32_t letters_ = 0;  // of the word
  bool has_small_ = false;
  bool space_ = false, line_break_ = false, blank_line_ = false;
};

}  // namespace

uint32_t tokenise(std::string_view text, uint32_t from, size_t limit, Tokens& tokens) {
  tokens.text = text;
  return Cutter(text, from, tokens).run(limit);
}

}  // namespace cifra
