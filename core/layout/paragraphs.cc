#include "core/layout/paragraphs.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/layout/frame.h"
#include "core/layout/list_marker.h"
#include "core/text/folding.h"
#include "core/text/utf8.h"

namespace cifra {
namespace {

constexpr float kParagraphGap = 1.3f;  // of the usual pitch: a wider step opens a paragraph
constexpr float kFarthestStep = 2.3f;  // of the font size: between lines of one paragraph
constexpr float kOtherSize = 1.12f;    // between the font sizes of two paragraphs
constexpr float kSmallPrint = 0.93f;   // of the body's size, at most
constexpr float kIndent = 0.8f;        // of the font size
constexpr float kFlush = 0.35f;        // of the font size: still at the same margin
constexpr float kRowGap = 2.2f;        // of the font size: between parts of a row
constexpr float kFitting = 0.6f;       // of the font size: slack when asking if a word had fitted

bool opens_lower(const PageLines& page, const LayoutLine& line) {
  const std::string_view text = page.text_of(page.words_of(line).front());
  const char32_t first = decode_utf8(text, 0).value;
  return is_letter(first) && !is_upper(first);
}

bool is_leader(std::string_view text) {
  size_t dots = 0;
  for (const char c : text) dots += c == '.' || c == '_';
  return dots >= 4 && dots * 10 >= text.size() * 6;
}

// The lines of one area and what its margins and steps are.
class AreaParagraphs {
 public:
  AreaParagraphs(const Flow& flow, uint32_t area, const Typography& typography)
      : area_(flow.areas[area]),
        index_(area),
        page_(flow.pages[area_.page]),
        typography_(typography) {
    left_ = 1e9f;
    right_ = -1e9f;
    for (uint32_t i = 0; i < area_.line_count; ++i) {
      left_ = std::min(left_, line(i).box.x0);
      right_ = std::max(right_, line(i).box.x1);
    }
    for (uint32_t i = 0; i < area_.line_count; ++i) {
      markers_.push_back(list_marker(marker_text(line(i))));
      rows_.push_back(is_row(page_, line(i)) && !is_labelled(line(i)) && !is_stretched(i));
    }
    set_pitch();
  }

  std::vector<Paragraph> run() {
    std::vector<Paragraph> paragraphs;
    for (uint32_t i = 0; i < area_.line_count; ++i) {
      if (i == 0 || breaks(i)) {
        Paragraph paragraph;
        paragraph.area = paragraph.last_area = index_;
        paragraph.row = rows_[i];
        if (opens_item(i)) paragraph.role = BlockRole::kListItem;
        paragraphs.push_back(std::move(paragraph));
        first_ = i;
        item_ = paragraphs.back().role == BlockRole::kListItem;
      }
      paragraphs.back().lines.push_back({area_.page, area_.first_line + i});
    }
    return paragraphs;
  }

 private:
  const LayoutLine& line(uint32_t i) const { return page_.lines[area_.first_line + i]; }

  // Two spaces after the first word where it stands apart, as the marker rules want it.
  std::string marker_text(const LayoutLine& of) const {
    const auto words = page_.words_of(of);
    std::string text(page_.text_of(words[0]));
    if (words.size() == 1) return text;
    const float gap = words[1].box.x0 - words[0].box.x1;
    if (words[0].space_after) text += gap > 0.6f * of.font_size ? "  " : " ";
    text += page_.text_of(words[1]);
    if (words.size() > 2) {
      text += ' ';
      text += page_.text_of(words[2]);
    }
    return text;
  }

  // The usual step inside paragraphs: of lines that go on in lower case, where there are such.
  void set_pitch() {
    std::vector<float> inside;
    pitch_ = typography_.pitch;
    for (uint32_t i = 1; i < area_.line_count; ++i) {
      if (!goes_on_in_words(i)) continue;
      const float step = line(i).baseline - line(i - 1).baseline;
      inside.push_back(step / std::max(line(i).font_size, 1.0f));
    }
    if (inside.size() < 2) inside = steps_of_full_lines();
    if (inside.size() < 2) return;
    const auto middle = inside.begin() + static_cast<std::ptrdiff_t>(inside.size() / 2);
    std::nth_element(inside.begin(), middle, inside.end());
    pitch_ = *middle;
  }

  // Of names and capitals, which never open in lower case: steps after lines as wide as the area.
  std::vector<float> steps_of_full_lines() const {
    std::vector<float> steps;
    for (uint32_t i = 1; i < area_.line_count; ++i) {
      const float em = std::max(line(i).font_size, 1.0f);
      const float step = line(i).baseline - line(i - 1).baseline;
      if (had_fitted(i) || ends_sentence(page_, line(i - 1)) || markers_[i]) continue;
      if (step > 0.8f * em && step < kFarthestStep * em) steps.push_back(step / em);
    }
    return steps;
  }

  // Whether line i surely continues the sentence above: same size, near, lower case after a full
  // line without a stop.
  bool goes_on_in_words(uint32_t i) const {
    const LayoutLine& above = line(i - 1);
    const LayoutLine& here = line(i);
    const float em = std::max(here.font_size, 1.0f);
    const float step = here.baseline - above.baseline;
    return step > 0.8f * em && step < kFarthestStep * em &&
           std::abs(above.font_size - em) < 0.05f * em && opens_lower(page_, here) &&
           !ends_sentence(page_, above) && !had_fitted(i) && !rows_[i - 1] && !rows_[i];
  }

  // Whether line i is one of several full lines set wider than elsewhere in the area.
  bool is_even(uint32_t i) const {
    const float em = std::max(line(i).font_size, 1.0f);
    const auto step = [&](uint32_t k) { return line(k).baseline - line(k - 1).baseline; };
    if (step(i) > kFarthestStep * em || std::abs(line(i - 1).font_size - em) > 0.05f * em ||
        ends_sentence(page_, line(i - 1)) || had_fitted(i)) {
      return false;
    }
    const bool as_above = i >= 2 && std::abs(step(i) - step(i - 1)) < 0.08f * em;
    const bool as_below = i + 1 < area_.line_count && std::abs(step(i) - step(i + 1)) < 0.08f * em;
    return as_above || as_below;
  }

  // A label, one wide gap, then prose up to the margin: the first line of a paragraph, no row.
  bool is_labelled(const LayoutLine& of) const {
    constexpr size_t kProse = 4;  // words
    const auto words = page_.words_of(of);
    size_t wide = 0, after = 0;
    for (size_t k = 1; k < words.size(); ++k) {
      if (words[k].box.x0 - words[k - 1].box.x1 > kRowGap * of.font_size) {
        ++wide;
        after = words.size() - k;
      }
    }
    return wide == 1 && after >= kProse && of.box.x1 > right_ - 3 * of.font_size;
  }

  // A few words stretched over a justified line, prose above or below.
  bool is_stretched(uint32_t i) const {
    const float em = std::max(line(i).font_size, 1.0f);
    const auto is_prose = [&](uint32_t k) {
      const LayoutLine& other = line(k);
      return other.word_count >= 3 && std::abs(other.font_size - line(i).font_size) < 0.3f &&
             std::abs(other.baseline - line(i).baseline) < kFarthestStep * em &&
             std::abs(other.box.x1 - line(i).box.x1) < 0.3f * em && !is_row(page_, other);
    };
    const bool flush = std::any_of(
        page_.lines.begin() + area_.first_line,
        page_.lines.begin() + area_.first_line + area_.line_count, [&](const LayoutLine& other) {
          return &other != &line(i) && std::abs(other.box.x0 - line(i).box.x0) < 0.3f * em;
        });
    return flush && ((i > 0 && is_prose(i - 1)) || (i + 1 < area_.line_count && is_prose(i + 1)));
  }

  // The x at which an item's words begin, after its mark.
  float text_start(uint32_t i) const {
    const auto words = page_.words_of(line(i));
    return markers_[i] && words.size() > 1 ? words[1].box.x0 : words[0].box.x0;
  }

  bool opens_item(uint32_t i) const {
    if (!markers_[i] || markers_[i]->kind == MarkerKind::kSection) return false;
    return !rows_[i] || markers_[i]->kind == MarkerKind::kBullet;
  }

  // Whether the first word of line i had fitted at the end of the line above: the break was meant.
  bool had_fitted(uint32_t i) const {
    const LayoutWord& first = page_.words_of(line(i)).front();
    const float space = kFitting * line(i).font_size;
    return line(i - 1).box.x1 + width_of(first.box) + space < right_of(i);
  }

  // The right margin around line i: of its neighbours of the same size, else of the area.
  float right_of(uint32_t i) const {
    constexpr uint32_t kAround = 4;
    const float size = line(i - 1).font_size;
    const uint32_t begin = i > kAround ? i - kAround : 0;
    const uint32_t end = std::min(area_.line_count, i + kAround);
    float right = -1e9f;
    uint32_t alike = 0;
    for (uint32_t k = begin; k < end; ++k) {
      if (std::abs(line(k).font_size - size) > 0.06f * size) continue;
      right = std::max(right, line(k).box.x1);
      ++alike;
    }
    return alike >= 3 ? right : right_;
  }

  bool is_centred(uint32_t i) const {
    const Box& above = line(i - 1).box;
    const Box& box = line(i).box;
    const float em = line(i).font_size;
    const bool same_middle = std::abs((above.x0 + above.x1) - (box.x0 + box.x1)) < em;
    return same_middle && std::abs(above.x0 - box.x0) > kIndent * em;
  }

  bool marker_breaks(uint32_t i) const {
    if (!markers_[i]) return false;
    const LayoutLine& above = line(i - 1);
    if (markers_[i]->kind == MarkerKind::kBullet) {
      const std::string_view sign = page_.text_of(page_.words_of(line(i)).front());
      const bool dash = sign == "-" || sign == "–" || sign == "—" || sign == "+" || sign == "*";
      // A dash may stand in a sentence; it opens an item where the line above ended or others do.
      return !dash || ends_sentence(page_, above) || had_fitted(i) || has_sibling(i);
    }
    return ends_sentence(page_, above) || had_fitted(i) || has_sibling(i);
  }

  // Another line with a marker of this kind begins at the same x.
  bool has_sibling(uint32_t i) const {
    for (uint32_t k = 0; k < area_.line_count; ++k) {
      if (k == i || !markers_[k] || markers_[k]->kind != markers_[i]->kind) continue;
      if (markers_[k]->shape == markers_[i]->shape &&
          std::abs(line(k).box.x0 - line(i).box.x0) < kFlush * line(i).font_size) {
        return true;
      }
      if (k > i + 40) break;
    }
    return false;
  }

  bool breaks(uint32_t i) const {
    const LayoutLine& above = line(i - 1);
    const LayoutLine& here = line(i);
    const float em = std::max(here.font_size, 1.0f);
    if (rows_[i - 1] || rows_[i]) return true;
    if (goes_on_in_words(i)) return marker_breaks(i);
    const float larger = std::max(above.font_size, em);
    const bool far = here.baseline - above.baseline > kParagraphGap * pitch_ * larger;
    if (far && !is_even(i)) return true;
    if (here.baseline < above.baseline - 0.3f * em) return true;
    const float ratio = larger / std::max(std::min(above.font_size, em), 1.0f);
    if (ratio > kOtherSize) return true;
    if (marker_breaks(i)) return true;
    if (note_mark(page_, here, typography_) > 0) return true;
    const bool ended = ends_sentence(page_, above);
    const bool lower = opens_lower(page_, here);
    const bool fitted = had_fitted(i);
    if (above.bold != here.bold && (ended || fitted) && !lower) return true;
    if (lower) return false;
    if (is_centred(i) && !ended) return false;
    if (indent_breaks(i, ended)) return true;
    if (here.bold && above.bold && !ended) return false;
    return fitted;
  }

  bool indent_breaks(uint32_t i, bool ended) const {
    const float em = std::max(line(i).font_size, 1.0f);
    const float step = line(i).box.x0 - line(i - 1).box.x0;
    if (item_) {
      // Back to the left of the item's words: the list is over.
      const float start = text_start(first_);
      const bool left_of = line(i).box.x0 < start - kIndent * em;
      const bool hangs = i - 1 > first_ || start - line(first_).box.x0 > kIndent * em;
      return left_of && hangs && ended && line(i - 1).box.x0 > start - kFlush * em;
    }
    if (step < kIndent * em || step > 6 * em) return false;
    return i - 1 > first_ ? line(i - 1).box.x0 < left_ + kIndent * em && ended : ended;
  }

  const FlowArea& area_;
  uint32_t index_;
  const PageLines& page_;
  const Typography& typography_;
  float left_, right_;
  float pitch_ = 1.2f;  // of the font size
  uint32_t first_ = 0;  // line of the paragraph at hand
  bool item_ = false;
  std::vector<std::optional<ListMarker>> markers_;
  std::vector<bool> rows_;
};

}  // namespace

std::string text_of(const PageLines& page, const LayoutLine& line) {
  std::string text;
  for (const LayoutWord& word : page.words_of(line)) {
    text += page.text_of(word);
    if (word.space_after) text += ' ';
  }
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

bool ends_sentence(const PageLines& page, const LayoutLine& line) {
  const auto words = page.words_of(line);
  size_t last = words.size();
  while (last > 1 && words[last - 1].raised) --last;
  std::string_view text = page.text_of(words[last - 1]);
  constexpr std::string_view kClosing[] = {"\"", ")", "]", "»", "”", "’", "'"};
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view sign : kClosing) {
      if (text.ends_with(sign)) {
        text.remove_suffix(sign.size());
        again = true;
      }
    }
  }
  return !text.empty() && std::string_view(".!?:;").find(text.back()) != std::string_view::npos;
}

bool is_row(const PageLines& page, const LayoutLine& line) {
  const auto words = page.words_of(line);
  std::vector<float> gaps;
  for (size_t i = 0; i < words.size(); ++i) {
    if (is_leader(page.text_of(words[i])) && i > 0) return true;
    if (i + 1 < words.size()) gaps.push_back(words[i + 1].box.x0 - words[i].box.x1);
  }
  if (gaps.empty()) return false;
  // The gap after a list mark is no gap between parts.
  const bool marked = list_marker(std::string(page.text_of(words[0])) + "  x").has_value();
  if (marked) gaps.erase(gaps.begin());
  if (gaps.empty()) return false;
  const float widest = *std::max_element(gaps.begin(), gaps.end());
  if (widest < kRowGap * line.font_size) return false;
  // In a justified line all spaces are wide.
  const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
  std::nth_element(gaps.begin(), middle, gaps.end());
  return gaps.size() < 3 || widest > 2.5f * *middle;
}

size_t note_mark(const PageLines& page, const LayoutLine& line, const Typography& typography) {
  const auto words = page.words_of(line);
  const std::string_view text = page.text_of(words[0]);
  size_t digits = 0;
  while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
  if (words[0].raised && words.size() > 1) {
    const bool sign = text[0] == '(' || text[0] == '*' || text[0] == '[';
    return digits > 0 || sign ? text.size() : 0;
  }
  if (digits == 0 || digits > 3 || line.font_size > kSmallPrint * typography.body_size) return 0;
  const std::string_view number = text.substr(0, digits);
  const bool alone = digits == text.size();
  if (alone && words.size() < 2) return 0;
  const std::string_view next = alone ? page.text_of(words[1]) : text.substr(digits);
  const bool address = next.starts_with("http") || next.starts_with("www.");
  if (!address && !is_upper(decode_utf8(next, 0).value)) return 0;
  const bool known = std::any_of(page.words.begin(), page.words.end(), [&](const LayoutWord& word) {
    return word.raised && page.text_of(word) == number;
  });
  return known ? digits : 0;
}

std::vector<Paragraph> find_paragraphs(const Flow& flow, uint32_t area,
                                       const Typography& typography) {
  if (flow.areas[area].line_count == 0) return {};
  return AreaParagraphs(flow, area, typography).run();
}

}  // namespace cifra
