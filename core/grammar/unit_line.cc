// Scale and unit said once for the numbers below: "(valori in milioni di euro)", "dati in
// migliaia", "valori percentuali", in the sentence that leads a list or earlier in the block.
// Cannot do: heads of tables, which core/tables reads.

#include <optional>

#include "core/grammar/passes.h"
#include "core/grammar/share.h"
#include "core/grammar/unit.h"
#include "core/grammar/view.h"
#include "core/text/tokeniser.h"

namespace cifra {
namespace {

constexpr size_t kMostLeadTokens = 256;

struct UnitLine {
  int power = 0;
  Kind kind = Kind::kNumber;
  std::string_view unit;
  uint32_t last = 0;  // the token after it
  bool signed_only = false;
};

constexpr WordLiteral kHeads[] = {"valori", "dati", "importi", "cifre"};

bool is_any(const Tokens& tokens, size_t at, std::span<const WordLiteral> words) {
  return at < tokens.size() && is_one_of(tokens[at], words);
}
bool is_any(const Tokens& tokens, size_t at, std::initializer_list<WordLiteral> words) {
  return is_any(tokens, at, std::span<const WordLiteral>(words.begin(), words.size()));
}

int scale_power(const Tokens& tokens, size_t at) {
  if (is_any(tokens, at, {"milioni", "mln"})) return 6;
  if (is_any(tokens, at, {"miliardi", "mld"})) return 9;
  if (is_any(tokens, at, {"migliaia"})) return 3;
  return 0;
}

// "Var. %", "variazioni percentuali": of the signed numbers below, for the others are levels.
bool is_variation(const Tokens& tokens, uint32_t at) {
  if (!tokens[at].folded.starts_with("var")) return false;
  uint32_t next = at + 1;
  if (tokens.is(next, ".")) ++next;
  return is_any(tokens, next, {"%", "percentuale", "percentuali"});
}

// "tra parentesi" after a line: it is of the numbers in brackets.
bool is_of_brackets(const Tokens& tokens, uint32_t at) {
  return is_any(tokens, at, {"tra", "fra", "in"}) && tokens.is(at + 1, "parentesi");
}

// A unit that a head names without a scale: "in ettari:", "(km)"; no letter alone.
bool names_unit(const Stretch& stretch, const std::optional<Unit>& unit) {
  return unit && unit->factor.empty() && stretch.span(unit->tokens).size() > 1;
}

// "in milioni di euro", "valori percentuali", "in %", "(migliaia di tonnellate)", "dati in ettari"
// from token `at` on; in a lead or caption "in giorni", "(km)" too.
std::optional<UnitLine> unit_line_at(const Stretch& stretch, uint32_t at, bool in_lead) {
  const Tokens& tokens = stretch.tokens;
  if (is_variation(tokens, at)) {
    const uint32_t last = tokens.is(at + 1, ".") ? at + 3 : at + 2;
    return UnitLine{0, Kind::kPercent, "%", last, true};
  }
  const bool named = is_any(tokens, at, kHeads);
  const bool head = named || tokens.is(at, "(");
  if (!head && !tokens.is(at, "in")) return std::nullopt;
  uint32_t next = at + 1;
  if (head && tokens.is(next, "in")) ++next;
  UnitLine line;
  if (is_any(tokens, next, {"%", "percentuale", "percentuali"}) ||
      (tokens.is(next, "per") && tokens.is(next + 1, "cento"))) {
    line.kind = Kind::kPercent;
    line.unit = "%";
    line.last = next + (tokens.is(next, "per") ? 2 : 1);
    return line;
  }
  line.power = scale_power(tokens, next);
  if (line.power == 0 && !named && !in_lead) return std::nullopt;
  if (line.power != 0) ++next;
  if (tokens.is(next, ".")) ++next;
  if (tokens.is(next, "di")) ++next;
  const auto unit = read_unit_at(stretch, next);
  if (names_unit(stretch, unit)) {
    line.kind = kind_of(unit->kind);
    line.unit = unit->code;
    next = unit->tokens.last;
  } else if (line.power == 0) {
    return std::nullopt;
  }
  line.last = next;
  const bool bracket = tokens.is(at, "(");
  const bool ends = next >= tokens.size() || is_any(tokens, next, {")", ":", ".", ",", ";", "]"}) ||
                    (in_lead && tokens.is(next, "(")) || tokens[next].line_break_before ||
                    (head && !(bracket && line.power == 0));
  return ends ? std::optional<UnitLine>(line) : std::nullopt;
}

// What is said once: of all numbers, of those with a sign, of those in brackets.
struct UnitLines {
  std::optional<UnitLine> all;
  std::optional<UnitLine> signed_ones;
  std::optional<UnitLine> bracketed;

  void read(const Stretch& stretch, uint32_t first, uint32_t last, bool in_lead) {
    for (uint32_t at = first; at < last; ++at) {
      const auto line = unit_line_at(stretch, at, in_lead);
      if (!line) continue;
      const bool brackets = is_of_brackets(stretch.tokens, line->last);
      (brackets ? bracketed : line->signed_only ? signed_ones : all) = line;
    }
  }
  const UnitLine* of(const Stretch& stretch, const Finding& finding) const {
    if (bracketed && stretch.depths[finding.tokens.first] > 0) return &*bracketed;
    if (signed_ones && (finding.sign != 0 || !all)) {
      return finding.sign != 0 ? &*signed_ones : nullptr;
    }
    return all ? &*all : nullptr;
  }
};

class UnitLineReader : public View {
 public:
  explicit UnitLineReader(Stretch& stretch) : View(stretch), findings_(stretch.findings) {}

  void run() {
    UnitLines lines;
    bool lead_read = false;
    uint32_t seen = 0;
    for (Finding& finding : findings_) {
      if (!is_bare(finding) || finding.in_words) continue;
      if (!lead_read) {
        read_lead(lines);
        lead_read = true;
      }
      lines.read(stretch_, seen, finding.tokens.first, false);
      seen = finding.tokens.first;
      const UnitLine* line = lines.of(stretch_, finding);
      if (line != nullptr && stands_alone(finding)) give(*line, finding);
    }
  }

 private:
  void read_lead(UnitLines& lines) const {
    if (stretch_.options.lead.empty()) return;
    Stretch lead;
    lead.text = stretch_.options.lead;
    tokenise(lead.text, 0, kMostLeadTokens, lead.tokens);
    lead.owner.assign(lead.tokens.size(), kNoFinding);
    lines.read(lead, 0, static_cast<uint32_t>(lead.tokens.size()), true);
  }

  // "Lazio: 72,5", "Lazio 72,5 (+1,2)": no noun follows that it could count.
  bool stands_alone(const Finding& finding) const {
    // "(331 su 378)": counts beside the rates
    if (follows_any(finding.tokens.first, {"su"}) || is_any_word(finding.tokens.last, {"su"})) {
      return false;
    }
    const uint32_t at = finding.tokens.last;
    if (at >= tokens_.size() || tokens_[at].starts_sentence) return true;
    if (tokens_[at].line_break_before) return true;
    return !tokens_[at].is_word() || is_any_word(at, {"a", "al", "alla", "ai", "alle", "nel", "in",
                                                      "per", "e", "contro", "di cui"});
  }
  bool is_any_word(uint32_t at, std::initializer_list<WordLiteral> words) const {
    return View::is_any(at, words);
  }

  void give(const UnitLine& line, Finding& finding) const {
    Figure& figure = finding.figure;
    const auto value = figure.value.numerator.scaled(line.power);
    if (!value) return;
    figure.value.numerator = *value;
    if (figure.high) {
      if (const auto high = figure.high->numerator.scaled(line.power))
        figure.high->numerator = *high;
    }
    figure.unit = line.unit;
    figure.kind = line.kind;
    finding.power = line.power;
    finding.plain = false;
    if (stretch_.options.with_steps) {
      figure.steps.push_back(step("unit_line", finding.tokens, figure.value));
    }
  }

  std::vector<Finding>& findings_;
};

}  // namespace

void share_unit_lines(Stretch& stretch) { UnitLineReader(stretch).run(); }

}  // namespace cifra
