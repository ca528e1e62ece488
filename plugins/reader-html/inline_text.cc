#include "plugins/reader-html/inline_text.h"

#include <array>
#include <utility>

#include "plugins/reader-html/dom.h"

namespace cifra::html {
namespace {

bool is_white(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

constexpr std::array<std::string_view, 10> kRaisedDigits = {"⁰", "¹", "²", "³", "⁴",
                                                            "⁵", "⁶", "⁷", "⁸", "⁹"};

struct Raised {
  char plain;
  std::string_view raised;
};
constexpr std::array<Raised, 6> kRaised = {
    {{'(', "⁽"}, {')', "⁾"}, {'+', "⁺"}, {'-', "⁻"}, {'o', "º"}, {'a', "ª"}}};

// Zero-width characters: space, non-joiner, no-break space; they part no words.
constexpr std::array<std::string_view, 4> kNoWidth = {"\xE2\x80\x8B", "\xE2\x80\x8C",
                                                      "\xEF\xBB\xBF", "\xC2\xAD"};

}  // namespace

void InlineText::add(std::string_view text, bool linked, bool preserve) {
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_white(c)) {
      if (preserve && c == '\n') {
        line_break();
      } else {
        space_ = true;
      }
      continue;
    }
    size_t skip = 0;
    for (const std::string_view mark : kNoWidth) {
      if (text.substr(i).starts_with(mark)) skip = mark.size();
    }
    if (skip > 0) {
      i += skip - 1;
      continue;
    }
    if (std::exchange(space_, false) && !text_.empty() && !ends_line()) text_ += ' ';
    text_ += c;
    ++letters_;
    linked_ += linked;
  }
}

void InlineText::line_break() {
  if (!text_.empty() && !ends_line()) text_ += '\n';
  space_ = false;
}

void InlineText::add_raised(std::string_view text) {
  const bool ordinal = text == "o" || text == "a";
  for (const char c : text) {
    std::string_view raised;
    if (c >= '0' && c <= '9') raised = kRaisedDigits[static_cast<size_t>(c - '0')];
    for (const Raised& pair : kRaised) {
      const bool letter = pair.plain >= 'a' && pair.plain <= 'z';
      if (pair.plain == c && (!letter || ordinal)) raised = pair.raised;
    }
    const char one[] = {c, '\0'};
    add(raised.empty() ? std::string_view(one, 1) : raised, false, false);
  }
}

std::string InlineText::take() {
  std::string out = std::exchange(text_, {});
  while (!out.empty() && is_white(out.back())) out.pop_back();
  space_ = false;
  letters_ = linked_ = 0;
  return out;
}

std::string note_target(const xmlNode* node) {
  for (const xmlNode* at = node; at != nullptr; at = next_node(at, node, false)) {
    if (!is(at, "a")) continue;
    const std::string target = attribute(at, "href");
    if (target.size() > 1 && target.front() == '#') return target.substr(1);
  }
  return "";
}

bool is_note_mark(const xmlNode* node) {
  if (is_element(node) && attribute(node, "role") == "doc-noteref") return true;
  const bool raised = is(node, "sup");
  if (!raised && !is(node, "a")) return false;
  if (note_target(node).empty()) return false;
  if (raised) return true;
  // A link that is no more than a mark: "[3]", "(3)", "3)" or asterisks.
  const std::string words = words_of(node);
  const bool bracketed = words.size() >= 3 && (words.front() == '[' || words.front() == '(');
  return words.size() <= 5 && (bracketed || words.find_first_not_of('*') == std::string::npos);
}

}  // namespace cifra::html
