#include "core/layout/text_headings.h"

#include <algorithm>
#include <cctype>
#include <optional>

#include "core/lexicon/issuers.h"
#include "core/text/ascii_letters.h"

namespace cifra {
namespace {

constexpr uint32_t kLongestHeading = 240;  // columns
constexpr size_t kLongestLetterhead = 8;   // paragraphs
constexpr uint32_t kLongestDivision = 50;  // columns
constexpr uint32_t kProse = 40;            // columns a sentence has at least

// "Roma, 2 maggio 2022", "23/10/2025": ends with a year and has few words.
bool is_dateline(std::string_view line) {
  if (line.size() < 4 || line.size() > 48) return false;
  const std::string_view year = line.substr(line.size() - 4);
  if (!std::ranges::all_of(year, is_ascii_digit)) return false;
  const bool place = line.find(", ") != std::string_view::npos;
  const bool day = line[0] >= '0' && line[0] <= '9';
  return (place || day) && std::ranges::count(line, ' ') <= 5;
}

class Headings {
 public:
  Headings(std::string_view text, const std::vector<TextLine>& lines,
           std::vector<TextParagraph>& paragraphs)
      : text_(text), lines_(lines), paragraphs_(paragraphs) {}

  void find() {
    for (size_t i = paragraphs_.size(); i-- > 0;) {
      if (is_underlined(i) || (is_candidate(i) && is_followed(i))) {
        paragraphs_[i].role = BlockRole::kHeading;
      }
    }
    clear_letterhead();
    find_title();
    set_levels();
  }

 private:
  const TextLine& first(size_t i) const { return lines_[paragraphs_[i].first_line]; }
  const TextLine& last(size_t i) const {
    return lines_[paragraphs_[i].first_line + paragraphs_[i].line_count - 1];
  }
  std::string_view words(size_t i) const {
    return Span{first(i).span.begin, last(i).span.end}.of(text_);
  }
  bool is_text(size_t i) const {
    const BlockRole role = paragraphs_[i].role;
    return role == BlockRole::kParagraph || role == BlockRole::kHeading ||
           role == BlockRole::kListItem;
  }
  uint32_t columns(size_t i) const {
    uint32_t sum = 0;
    for (uint32_t line = 0; line < paragraphs_[i].line_count; ++line) {
      sum += lines_[paragraphs_[i].first_line + line].columns + 1;
    }
    return sum;
  }

  // A short line with a rule of = or - right below it.
  bool is_underlined(size_t i) const {
    if (i + 1 >= paragraphs_.size() || first(i).rule || !is_text(i)) return false;
    const TextLine& rule = first(i + 1);
    if (!rule.rule || rule.blank_above > 0 || paragraphs_[i].line_count > 1) return false;
    const char sign = text_[rule.span.begin];
    return (sign == '=' || sign == '-' || sign == '~') && columns(i) <= kLongestHeading &&
           !first(i).tabular && !first(i).numeric && rule.columns * 2 >= first(i).columns;
  }

  bool is_candidate(size_t i) const {
    const TextParagraph& paragraph = paragraphs_[i];
    if (!is_text(i) || paragraph.line_count > 3 || columns(i) > kLongestHeading) return false;
    const TextLine& line = first(i);
    if (line.rule || line.numeric || line.tabular) return false;
    if (line.marker && line.marker->kind == MarkerKind::kBullet) return false;
    if (line.marker && line.marker->kind == MarkerKind::kLetter && (line.marker->shape & 1U) == 0) {
      return false;
    }
    if (line.start != LineStart::kUpper && !(line.start == LineStart::kDigit && columns(i) > 12)) {
      return false;
    }
    const std::string_view content = words(i);
    const bool question = content.ends_with("?") && columns(i) <= 120;
    if (last(i).end != LineEnd::kOpen && !question) return false;
    return !is_dateline(content) &&
           std::ranges::any_of(content, [](char c) { return std::isalpha(c & 0x7F) != 0; });
  }

  // Something a heading can stand over comes next: prose, a list, another heading.
  bool is_followed(size_t i) const {
    for (size_t next = i + 1; next < paragraphs_.size(); ++next) {
      const TextParagraph& below = paragraphs_[next];
      if (below.role == BlockRole::kTable || below.role == BlockRole::kCaption) return true;
      if (!is_text(next) || first(next).rule || is_dateline(words(next))) continue;
      if (below.role == BlockRole::kHeading) return true;
      if (below.role == BlockRole::kListItem) {
        // A numbered title stands over its own text; items of one list do not head each other.
        return !first(i).marker || first(next).marker->kind != first(i).marker->kind;
      }
      const bool sentence = columns(next) >= kProse && last(next).end != LineEnd::kOpen;
      return (sentence || columns(next) > kLongestHeading) && !first(next).tabular;
    }
    return false;
  }

  // The offices above the title are no headings: nothing stands under them.
  void clear_letterhead() {
    size_t last = paragraphs_.size();  // of the letterhead so far
    for (size_t i = 0; i < std::min(paragraphs_.size(), kLongestLetterhead); ++i) {
      if (paragraphs_[i].role == BlockRole::kListItem || columns(i) > kLongestHeading) break;
      const bool office = names_issuer(words(i));
      // A division of the office, as "Ufficio stampa".
      const bool goes_on = last + 1 == i && first(i).blank_above == 0 &&
                           columns(i) <= kLongestDivision &&
                           words(i).find_first_of("0123456789") == std::string_view::npos;
      if (!office && !goes_on) continue;
      if (is_underlined(i)) break;
      if (paragraphs_[i].role == BlockRole::kHeading) {
        paragraphs_[i].role = BlockRole::kParagraph;
      }
      if (office) last = i;
    }
  }

  // The first words without a stop are the title, whatever stands below: a subtitle, a place and
  // day.
  void find_title() {
    for (size_t i = 0; i + 1 < std::min(paragraphs_.size(), kLongestLetterhead); ++i) {
      if (paragraphs_[i].role == BlockRole::kHeading) return;
      if (!is_text(i) || is_dateline(words(i)) || names_issuer(words(i))) continue;
      const bool long_enough = std::ranges::count(words(i), ' ') >= 3;
      const bool in_letterhead = i > 0 && names_issuer(words(i - 1)) && first(i).blank_above == 0;
      if (!is_candidate(i) || !long_enough || in_letterhead) {
        if (last(i).end == LineEnd::kSentence) return;
        continue;
      }
      paragraphs_[i].role = BlockRole::kHeading;
      return;
    }
  }

  void set_levels() {
    bool capitals = false;
    std::optional<size_t> title;
    for (size_t i = 0; i < paragraphs_.size(); ++i) {
      if (paragraphs_[i].role != BlockRole::kHeading) continue;
      if (!title) {
        title = i;
      } else if (first(i).capitals) {
        capitals = true;
      }
    }
    for (size_t i = 0; i < paragraphs_.size(); ++i) {
      if (paragraphs_[i].role == BlockRole::kHeading) {
        paragraphs_[i].level = level(i, i == title, capitals);
      }
    }
  }

  // Title 1; capitals 2; numbered ones by their depth; others below the capitals, if there are any.
  uint8_t level(size_t i, bool title, bool capitals) const {
    const TextLine& line = first(i);
    if (is_underlined(i)) return text_[first(i + 1).span.begin] == '=' ? 1 : 2;
    if (title && !line.marker) return 1;
    if (line.marker) {
      return static_cast<uint8_t>(1 + line.marker->depth);
    }
    if (line.capitals) return 2;
    return capitals ? 3 : 2;
  }

  std::string_view text_;
  const std::vector<TextLine>& lines_;
  std::vector<TextParagraph>& paragraphs_;
};

}  // namespace

void set_text_headings(std::string_view text, const std::vector<TextLine>& lines,
                       std::vector<TextParagraph>& paragraphs) {
  Headings(text, lines, paragraphs).find();
}

}  // namespace cifra
