#include "core/grammar/unit.h"

#include <algorithm>

#include "core/grammar/no_fact.h"
#include "core/grammar/view.h"
#include "core/text/phrase_table.h"

namespace cifra {
namespace {

constexpr uint32_t kNoUnit = UINT32_MAX;
constexpr uint32_t kLongestBefore = 3;  // tokens of a unit before its number: "mln . €"

struct UnitTables {
  PhraseTable words{PhraseTable::Spelling::kFolded};
  PhraseTable symbols{PhraseTable::Spelling::kAsWritten};
};

const UnitTables& unit_tables() {
  static const UnitTables tables = [] {
    UnitTables made;
    made.words.add(no_unit_phrases(), kNoUnit);
    for (uint32_t i = 0; i < unit_words().size(); ++i) made.words.add(unit_words()[i].forms, i);
    for (uint32_t i = 0; i < unit_symbols().size(); ++i) {
      made.symbols.add(unit_symbols()[i].forms, i);
    }
    return made;
  }();
  return tables;
}

class UnitReader : public View {
 public:
  using View::View;

  std::optional<Unit> at(uint32_t first) const {
    if (first >= tokens_.size()) return std::nullopt;
    const auto symbol = unit_tables().symbols.longest(tokens_, first);
    const auto word = unit_tables().words.longest(tokens_, first);
    if (symbol && (!word || symbol->tokens >= word->tokens)) {
      return make(first, symbol->tokens, unit_symbols()[symbol->id]);
    }
    if (!word || word->id == kNoUnit) return std::nullopt;
    return make(first, word->tokens, unit_words()[word->id]);
  }

  std::optional<Unit> after(const Number& number) const {
    uint32_t first = number.tokens.last;
    if (is_any(first, {"circa", "c.a", "ca"})) ++first;
    const bool bracket = is_word(first, "(") && (number.scaled || is_any(first + 1, {"€", "euro"}));
    if (bracket) ++first;
    if (is_di(first)) {
      if (!number.takes_di && number.kind != Kind::kShare) return std::nullopt;
      ++first;
    }
    while (is_any(first, currency_adjectives())) ++first;
    if (!goes_on(first)) return std::nullopt;
    auto unit = at(first);
    if (!unit || !fits(*unit, number)) return std::nullopt;
    return unit;
  }

 private:
  Unit make(uint32_t first, uint32_t count, const UnitWord& word) const {
    uint32_t last = first + count;
    // A full stop that ends the sentence is no part of "mq.".
    if (count > 1 && tokens_[last - 1].is(".") &&
        (last >= tokens_.size() || tokens_[last].starts_sentence)) {
      --last;
    }
    return {{first, last}, word.kind, word.code, word.factor};
  }

  bool fits(const Unit& unit, const Number& number) const {
    const uint32_t first = unit.tokens.first;
    const Token& token = tokens_[first];
    // "5 m" but no "5" of one line and "m" of the next; "h" of "24 h'"; no letter of a list.
    const bool one_letter = token.is_word() && token.span.size() == 1;
    // "15⏎m, e": no item of a list
    const bool goes_on_here = is_any(first + 1, {",", ";", "di", "e", "per", "in", "al", "dal"});
    if (one_letter && token.line_break_before && unit.tokens.size() == 1 && !goes_on_here) {
      return false;
    }
    if (one_letter && unit.tokens.size() == 1 && is_any(first + 1, {")", "'", "°"})) {
      return false;
    }
    // "7 sportelli su 12 ha chiuso": the verb
    if (token.is("ha") && unit.tokens.size() == 1 && is_verb_of_having(first)) return false;
    if (is_singular(token.folded) && unit.tokens.size() == 1 && is_many(number)) return false;
    if (unit.code == "XEU" && !number.scaled && number.plain) return true;
    return true;
  }
  bool is_verb_of_having(uint32_t ha) const {
    if (!goes_on(ha + 1) || !tokens_[ha + 1].is_word()) return false;
    const std::string_view next = tokens_[ha + 1].folded;
    return next.ends_with("to") || next.ends_with("so") ||
           is_any(ha + 1, {"un", "una", "uno", "il", "la", "lo", "i", "gli", "le", "piu", "meno"});
  }
  static bool is_singular(std::string_view word) {
    static constexpr std::string_view kSingulars[] = {"secondo",   "grado",  "ora",   "giorno",
                                                      "anno",      "mese",   "metro", "minuto",
                                                      "settimana", "miglio", "oncia"};
    return std::find(std::begin(kSingulars), std::end(kSingulars), word) != std::end(kSingulars);
  }
  static bool is_many(const Number& number) {
    return number.kind == Kind::kNumber && number.value.numerator > Decimal(1) &&
           number.value.numerator.is_integer();
  }
};

// Abbreviations that offices write before the number: "MQ. 2.100"; words of a sentence ("ha 30
// sedi") are not among them.
bool may_precede(std::string_view word) {
  static constexpr std::string_view kBefore[] = {"mq",  "kmq", "mc", "km",   "kg", "kw",
                                                 "kwh", "mwh", "mw", "tonn", "ql", "lt"};
  return std::find(std::begin(kBefore), std::end(kBefore), word) != std::end(kBefore);
}

// "un minore di anni diciotto", "per mesi sei": the law puts the unit first; "gli anni 80" are
// years.
bool is_duration_of_law(const Tokens& tokens, const Unit& unit, uint32_t number) {
  const uint32_t at = unit.tokens.first;
  if (at == 0 || unit.tokens.size() != 1 || unit.tokens.last != number) return false;
  if (!tokens.is(at, "anni") && !tokens.is(at, "mesi") && !tokens.is(at, "giorni")) return false;
  const Token& before = tokens[at - 1];
  if (!before.is("di") && !before.is("per") && !before.is("entro")) return false;
  const Token& written = tokens[number];
  if (written.is_numeral() && written.folded.size() > 3) return false;
  const uint32_t after = number + 1;
  return after >= tokens.size() || tokens[after].starts_sentence || !tokens[after].is_word() ||
         (classes_at(tokens, after) & (kPreposition | kOf | kConjunction | kFiniteVerb)) != 0;
}

}  // namespace

Kind kind_of(UnitKind kind) {
  switch (kind) {
    case UnitKind::kMoney:
      return Kind::kMoney;
    case UnitKind::kPercent:
      return Kind::kPercent;
    case UnitKind::kMeasure:
      return Kind::kMeasure;
    case UnitKind::kDuration:
      return Kind::kDuration;
  }
  return Kind::kNumber;
}

std::optional<Unit> read_unit_after(const Stretch& stretch, const Number& number) {
  return UnitReader(stretch).after(number);
}

std::optional<Unit> read_unit_at(const Stretch& stretch, uint32_t token) {
  return UnitReader(stretch).at(token);
}

std::optional<Unit> read_unit_before(const Stretch& stretch, uint32_t first) {
  const UnitReader reader(stretch);
  const Tokens& tokens = stretch.tokens;
  if (first == 0 || tokens[first].starts_sentence) return std::nullopt;
  // Most often a word that is in no unit.
  const auto in_unit = [&](uint32_t at) {
    return unit_tables().words.holds(tokens, at) || unit_tables().symbols.holds(tokens, at);
  };
  const bool mark = tokens[first - 1].is(".") || tokens[first - 1].is(":");
  if (!in_unit(first - 1) && (!mark || first < 2 || !in_unit(first - 2))) return std::nullopt;
  // "€. 500", "Euro: 3.000".
  uint32_t end = first;
  if (end > 1 && (tokens[end - 1].is(".") || tokens[end - 1].is(":"))) --end;
  for (uint32_t count = std::min(kLongestBefore, end); count > 0; --count) {
    auto unit = reader.at(end - count);
    if (!unit || unit->tokens.last != end) {
      if (!unit || unit->tokens.last != first) continue;
    }
    const bool free = stretch.is_free(unit->tokens);
    if (!free) return std::nullopt;
    if (unit->kind == UnitKind::kDuration && is_duration_of_law(tokens, *unit, first)) return unit;
    if (unit->kind != UnitKind::kMoney && unit->kind != UnitKind::kMeasure) return std::nullopt;
    const Token& head = tokens[unit->tokens.first];
    if (unit->kind == UnitKind::kMeasure && !may_precede(head.folded)) return std::nullopt;
    if (unit->kind == UnitKind::kMeasure && unit->tokens.last != first) return std::nullopt;
    if (unit->tokens.first > 0 && tokens[unit->tokens.first - 1].is_numeral() &&
        !tokens[unit->tokens.first].starts_sentence) {
      return std::nullopt;  // it belongs to the number before it
    }
    // "6 milioni di euro: 40 le imprese"
    const bool said =
        !stretch.findings.empty() && stretch.findings.back().unit.overlaps(unit->tokens);
    if (said) return std::nullopt;
    return unit;
  }
  return std::nullopt;
}

}  // namespace cifra
