// Scale and unit said once for the numbers below: "(valori in milioni di euro)", "dati in
// migliaia", "valori percentuali", in the sentence that leads a list or earlier in the block.
// Cannot do: heads of tables, which core/tables reads.

#include <optional>

#include "core/grammar/passes.h"
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

// A template, so that each word is compared as what it is: heads are looked for at every token.
template <typename... Words>
bool is_any(const Tokens& tokens, size_t at, const Words&... words) {
  return at < tokens.size() && (tokens[at].is(words) || ...);
}

int scale_power(const Tokens& tokens, size_t at) {
  if (is_any(tokens, at, "milioni", "mln")) return 6;
  if (is_any(tokens, at, "miliardi", "mld")) return 9;
  if (is_any(tokens, at, "migliaia")) return 3;
  return 0;
}

// "Var. %", "variazioni percentuali": of the signed numbers below, for the others are levels.
bool is_variation(const Tokens& tokens, uint32_t at) {
  if (!tokens[at].folded.starts_with("var")) return false;
  uint32_t next = at + 1;
  if (tokens.is(next, ".")) ++next;
  return is_any(tokens, next, "%", "percentuale", "percentuali");
}

// "in milioni di euro", "valori percentuali", "in %" from token `at` on.
std::optional<UnitLine> unit_line_at(const Tokens& tokens, uint32_t at) {
  if (is_variation(tokens, at)) {
    return UnitLine{0, Kind::kPercent, "%", at + 2, true};
  }
  const bool head = is_any(tokens, at, "valori", "dati", "importi", "cifre", "(");
  if (!head && !tokens.is(at, "in")) return std::nullopt;
  uint32_t next = at + 1;
  if (head && tokens.is(next, "in")) ++next;
  UnitLine line;
  if (is_any(tokens, next, "%", "percentuale", "percentuali") ||
      (tokens.is(next, "per") && tokens.is(next + 1, "cento"))) {
    line.kind = Kind::kPercent;
    line.unit = "%";
    line.last = next + (tokens.is(next, "per") ? 2 : 1);
    return line;
  }
  line.power = scale_power(tokens, next);
  if (line.power == 0) return std::nullopt;
  ++next;
  if (tokens.is(next, ".")) ++next;
  if (tokens.is(next, "di")) ++next;
  if (is_any(tokens, next, "euro", "€")) {
    line.kind = Kind::kMoney;
    line.unit = "EUR";
    ++next;
  }
  line.last = next;
  const bool ends = next >= tokens.size() || is_any(tokens, next, ")", ":", ".", ",", ";", "]") ||
                    tokens[next].line_break_before || head;
  return ends ? std::optional<UnitLine>(line) : std::nullopt;
}

std::optional<UnitLine> unit_line_in(const Tokens& tokens, uint32_t first, uint32_t last) {
  std::optional<UnitLine> found;
  for (uint32_t at = first; at < last; ++at) {
    if (auto line = unit_line_at(tokens, at)) found = line;
  }
  return found;
}

class UnitLineReader : public View {
 public:
  explicit UnitLineReader(Stretch& stretch) : View(stretch), findings_(stretch.findings) {}

  void run() {
    std::optional<UnitLine> line;
    bool lead_read = false;
    uint32_t seen = 0;
    for (Finding& finding : findings_) {
      if (!is_bare(finding)) continue;
      if (!lead_read) {
        line = of_lead();
        lead_read = true;
      }
      if (auto own = unit_line_in(tokens_, seen, finding.tokens.first)) line = own;
      seen = finding.tokens.first;
      if (line && line->signed_only && finding.sign == 0) continue;
      if (line && stands_alone(finding)) give(*line, finding);
    }
  }

 private:
  std::optional<UnitLine> of_lead() const {
    if (stretch_.options.lead.empty()) return std::nullopt;
    Tokens tokens;
    tokenise(stretch_.options.lead, 0, kMostLeadTokens, tokens);
    auto line = unit_line_in(tokens, 0, static_cast<uint32_t>(tokens.size()));
    return line;
  }

  static bool is_bare(const Finding& finding) {
    const Figure& figure = finding.figure;
    return figure.kind == Kind::kNumber && figure.unit.empty() && finding.power == 0 &&
           !finding.scaled && !finding.in_words &&
           figure.approximation != Approximation::kMagnitude;
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
  bool is_any_word(uint32_t at, std::initializer_list<std::string_view> words) const {
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
