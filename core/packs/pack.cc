#include "core/packs/pack.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <optional>

#include "core/text/folding.h"
#include "core/text/utf8.h"

namespace cifra {
namespace {

struct Translated {
  std::string pattern;  // RE2's
  std::string fault;
  bool has_fact_slot = false;
};

bool is_name_letter(char c) { return (c >= 'a' && c <= 'z') || c == '_'; }

// An author's pattern as RE2 reads it over a slotted sentence: slots become characters, words are
// folded, punctuation may stand apart, and the whole begins and ends at words. The first slot that
// is no date is the fact.
Translated translate(std::string_view pattern) {
  Translated out;
  bool in_class = false;
  for (size_t at = 0; at < pattern.size();) {
    const char c = pattern[at];
    if (c == '\\' && at + 1 < pattern.size()) {
      out.pattern += pattern.substr(at, 2);
      at += 2;
    } else if (c == '{' && at + 1 < pattern.size() && is_name_letter(pattern[at + 1])) {
      const size_t end = std::min(pattern.find('}', at), pattern.size());
      const std::string_view name = pattern.substr(at + 1, end - at - 1);
      const std::optional<std::string> marks = slot_class(name);
      if (!marks) {
        out.fault = "slot {" + std::string(name) + "} unknown; known: " + slot_names();
        return out;
      }
      const bool fact = name != "date" && !out.has_fact_slot;
      out.pattern += fact ? "(?P<fact>" + *marks + ")" : *marks;
      out.has_fact_slot = out.has_fact_slot || fact;
      at = end + 1;
    } else if (c == '{') {
      const size_t end = std::min(pattern.find('}', at), pattern.size() - 1);
      out.pattern += pattern.substr(at, end - at + 1);
      at = end + 1;
    } else {
      const CodePoint read = decode_utf8(pattern, at);
      at += read.size;
      const char32_t folded = fold_code_point(read.value);
      in_class = folded == U'[' || (in_class && folded != U']');
      const bool apart = folded == U',' || folded == U';' || folded == U':' || folded == U'"';
      if (is_space(folded)) {
        if (!out.pattern.ends_with(' ')) out.pattern += ' ';
      } else if (apart && !in_class) {
        out.pattern += " ?" + std::string(1, static_cast<char>(folded)) + " ?";
      } else {
        append_utf8(out.pattern, folded);
        if (folded == U'\'' && !in_class) out.pattern += " ?";
      }
    }
  }
  if (!out.has_fact_slot) {
    out.fault = "the pattern has no slot for a figure; known: " + slot_names();
  }
  out.pattern = " (?:" + out.pattern + ") ";
  return out;
}

// What RE2 found wrong, in words of the pattern as its author wrote it; RE2's own message quotes
// what the pattern was translated to.
std::string words_for(const RE2& expression, std::string_view written) {
  struct Words {
    RE2::ErrorCode code;
    const char* words;
  };
  static constexpr Words kWords[] = {
      {RE2::ErrorBadEscape, "an escape that RE2 does not know"},
      {RE2::ErrorBadCharClass, "a bad class of characters in [ ]"},
      {RE2::ErrorBadCharRange, "a range in [ ] whose end comes before its begin"},
      {RE2::ErrorMissingBracket, "a [ without its ]"},
      {RE2::ErrorMissingParen, "a ( without its )"},
      {RE2::ErrorUnexpectedParen, "a ) without its ("},
      {RE2::ErrorTrailingBackslash, "a \\ at the end"},
      {RE2::ErrorRepeatArgument, "a *, +, ? or { } with nothing before it to repeat"},
      {RE2::ErrorRepeatSize, "a repetition { } that is too large or upside down"},
      {RE2::ErrorRepeatOp, "two repetitions in a row, as in ** or +*"},
      {RE2::ErrorBadPerlOp, "a (? that RE2 does not know"},
      {RE2::ErrorBadUTF8, "bytes that are no UTF-8"},
      {RE2::ErrorBadNamedCapture, "a group with a bad name"},
      {RE2::ErrorPatternTooLarge, "it is too large"},
  };
  std::string words = "it cannot be read";
  for (const Words& row : kWords) {
    if (row.code == expression.error_code()) words = row.words;
  }
  const std::string& at = expression.error_arg();
  if (!at.empty() && at.size() < written.size() && written.find(at) != std::string_view::npos) {
    words += ", at " + at;
  }
  return words;
}

RE2::Options quiet() {
  RE2::Options options;
  options.set_log_errors(false);
  return options;
}

}  // namespace

struct Pack::Compiled {
  struct Pattern {
    std::unique_ptr<RE2> expression;
    uint32_t rule = 0;
    int fact_group = 0;
  };
  std::vector<Pattern> patterns;
  RE2::Set set{quiet(), RE2::UNANCHORED};
};

Pack::Pack() : compiled_(std::make_unique<Compiled>()) {}
Pack::~Pack() = default;
Pack::Pack(Pack&&) noexcept = default;

std::vector<std::string> Pack::compile() {
  std::vector<std::string> faults;
  for (uint32_t rule = 0; rule < rules.size(); ++rule) {
    for (const std::string& written : rules[rule].patterns) {
      const std::string place = "rule " + rules[rule].name + ": ";
      Translated translated = translate(written);
      if (!translated.fault.empty()) {
        faults.push_back(place + translated.fault);
        continue;
      }
      Compiled::Pattern pattern{std::make_unique<RE2>(translated.pattern, quiet()), rule, 0};
      if (!pattern.expression->ok()) {
        faults.push_back(place + "the pattern \"" + written +
                         "\" is no RE2 expression: " + words_for(*pattern.expression, written));
        continue;
      }
      pattern.fact_group = pattern.expression->NamedCapturingGroups().at("fact");
      compiled_->set.Add(translated.pattern, nullptr);
      compiled_->patterns.push_back(std::move(pattern));
    }
  }
  if (faults.empty() && !compiled_->set.Compile()) {
    faults.push_back("the patterns together need too much memory: make them simpler");
  }
  return faults;
}

std::vector<PackMatch> Pack::matches(const SlottedSentence& sentence) const {
  std::vector<PackMatch> found;
  std::vector<int> fired;
  if (sentence.figures.empty() || !compiled_->set.Match(sentence.text, &fired)) return found;
  std::sort(fired.begin(), fired.end());
  for (const int index : fired) {
    const Compiled::Pattern& pattern = compiled_->patterns[static_cast<size_t>(index)];
    std::vector<re2::StringPiece> groups(static_cast<size_t>(pattern.fact_group) + 1);
    for (size_t from = 0; from < sentence.text.size();) {
      if (!pattern.expression->Match(sentence.text, from, sentence.text.size(), RE2::UNANCHORED,
                                     groups.data(), static_cast<int>(groups.size()))) {
        break;
      }
      const auto at = static_cast<uint32_t>(groups.back().data() - sentence.text.data());
      for (const SlottedFigure& figure : sentence.figures) {
        const bool known = std::any_of(found.begin(), found.end(), [&](const PackMatch& match) {
          return match.rule == pattern.rule && match.figure == figure.figure;
        });
        if (figure.at == at && !known) found.push_back({pattern.rule, figure.figure});
      }
      // The space that ends a match may begin the next.
      from = static_cast<size_t>(groups[0].data() - sentence.text.data()) + groups[0].size() - 1;
    }
  }
  return found;
}

}  // namespace cifra
