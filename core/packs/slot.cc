#include "core/packs/slot.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "core/lexicon/hedge.h"
#include "core/text/folding.h"
#include "core/text/utf8.h"

namespace cifra {
namespace {

constexpr char32_t kFirstMark = 0xE000;  // private use: in no text that means anything

char32_t mark_of(Kind kind) { return kFirstMark + static_cast<char32_t>(kind); }

struct Slot {
  std::string_view name;
  std::initializer_list<Kind> kinds;
};

// A count whose noun stands elsewhere is a number, so {count} takes both.
const std::array<Slot, 10> kSlots = {{
    {"money", {Kind::kMoney}},
    {"percent", {Kind::kPercent}},
    {"count", {Kind::kCount, Kind::kNumber}},
    {"measure", {Kind::kMeasure}},
    {"duration", {Kind::kDuration}},
    {"share", {Kind::kShare}},
    {"multiple", {Kind::kMultiple}},
    {"number", {Kind::kNumber}},
    {"date", {Kind::kDate}},
    {"figure",
     {Kind::kMoney, Kind::kPercent, Kind::kCount, Kind::kMeasure, Kind::kDuration, Kind::kShare,
      Kind::kMultiple, Kind::kNumber}},
}};

// The number with its unit's words, whichever side they stand on.
Span whole_span(const Figure& figure) {
  if (figure.unit_span.empty()) return figure.span;
  return {std::min(figure.span.begin, figure.unit_span.begin),
          std::max(figure.span.end, figure.unit_span.end)};
}

class Writer {
 public:
  void add_words(std::string_view words) {
    for (size_t at = 0; at < words.size();) {
      const CodePoint read = decode_utf8(words, at);
      at += read.size;
      const char32_t folded = fold_code_point(read.value);
      const bool digit = folded >= U'0' && folded <= U'9';
      if (is_letter(folded) || digit) {
        append_utf8(out_.text, folded);
      } else if (folded == U'\'') {
        out_.text += "'";
        part();
      } else if (is_space(folded)) {
        part();
      } else if (folded < kFirstMark || folded > kFirstMark + 0xFF) {
        part();
        append_utf8(out_.text, folded);
        part();
      }
    }
  }

  void add_figure(Kind kind, uint32_t index) {
    part();
    out_.figures.push_back({static_cast<uint32_t>(out_.text.size()), index});
    append_utf8(out_.text, mark_of(kind));
    part();
  }

  // Takes the hedge that stands last back out: the figure knows it.
  void drop_hedge() {
    part();
    std::vector<size_t> starts;  // of the last words, the last first
    for (size_t end = out_.text.size() - 1; starts.size() < kLongestHedge && end > 0;) {
      const size_t space = out_.text.rfind(' ', end - 1);
      if (space == std::string::npos) break;
      starts.push_back(space + 1);
      end = space;
    }
    for (size_t count = starts.size(); count > 0; --count) {
      std::string phrase;
      for (size_t word = count; word > 0; --word) {
        const size_t begin = starts[word - 1];
        const std::string_view reduced = reduced_word(
            std::string_view(out_.text).substr(begin, out_.text.find(' ', begin) - begin));
        if (reduced.empty()) continue;
        if (!phrase.empty()) phrase += ' ';
        phrase += reduced;
      }
      if (phrase.empty() || hedge_before(phrase) == nullptr) continue;
      out_.text.resize(starts[count - 1]);
      return;
    }
  }

  SlottedSentence take() {
    part();
    return std::move(out_);
  }

 private:
  void part() {
    if (!out_.text.ends_with(' ')) out_.text += ' ';
  }
  SlottedSentence out_{" ", {}};
};

}  // namespace

SlottedSentence slotted(std::string_view text, Span sentence,
                        std::span<const Figure* const> figures) {
  Writer writer;
  uint32_t at = sentence.begin;
  for (uint32_t i = 0; i < figures.size(); ++i) {
    const Figure& figure = *figures[i];
    if (!figure.is_fact() && figure.kind != Kind::kDate) continue;
    const Span whole = whole_span(figure);
    if (figure.span.begin < at || figure.span.end > sentence.end) continue;
    writer.add_words(Span{at, std::max(at, whole.begin)}.of(text));
    if (figure.approximation != Approximation::kNone) writer.drop_hedge();
    writer.add_figure(figure.kind, i);
    at = std::min(std::max(at, whole.end), sentence.end);
  }
  writer.add_words(Span{at, sentence.end}.of(text));
  return writer.take();
}

std::optional<std::string> slot_class(std::string_view name) {
  for (const Slot& slot : kSlots) {
    if (slot.name != name) continue;
    std::string marks = "[";
    for (const Kind kind : slot.kinds) append_utf8(marks, mark_of(kind));
    return marks + ']';
  }
  return std::nullopt;
}

std::string slot_names() {
  std::string names;
  for (const Slot& slot : kSlots) {
    if (!names.empty()) names += ", ";
    names += slot.name;
  }
  return names;
}

}  // namespace cifra
