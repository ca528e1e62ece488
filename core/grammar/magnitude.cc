#include "core/grammar/magnitude.h"

#include "core/grammar/cardinal.h"
#include "core/grammar/number_lexicon.h"
#include "core/grammar/unit.h"
#include "core/grammar/view.h"
#include "core/grammar/word_facts.h"

namespace cifra {
namespace {

class MagnitudeReader : public View {
 public:
  using View::View;

  // "una trentina", "un centinaio di milioni", "due dozzine", "mezza dozzina", "un paio".
  std::optional<Number> collective_at(uint32_t first) const {
    if (tokens_[first].is_numeral() && !is_collective(first + 1) &&
        !is_any(first + 1, {"buona", "buon"})) {
      return std::nullopt;
    }
    Decimal many(1);
    uint32_t at = first;
    if (is_un(at)) {
      ++at;
    } else if (tokens_[at].is("mezza") || tokens_[at].is("mezzo")) {
      many = *Decimal::parse("0.5");
      ++at;
    } else if (const auto coefficient = read_coefficient(stretch_, at, true); coefficient) {
      many = coefficient->value;
      at = coefficient->tokens.last;
    } else {
      return std::nullopt;
    }
    if (is_word(at, "buona") || is_word(at, "buon")) ++at;  // "una buona decina"
    if (!is_collective(at)) return std::nullopt;
    const CollectiveWord* word = collective(tokens_[at].folded);
    Number number;
    number.tokens = {first, at + 1};
    const auto value = many.times(Decimal(word->value));
    if (!value) return std::nullopt;
    number.value = Value{*value};
    number.approximation = Approximation::kAbout;
    number.in_words = number.scaled = number.takes_di = true;
    multiply_by_following(number);
    note(number, "number.collective");
    return number;
  }

  // "decine di migliaia", "milioni di persone", "qualche centinaio", "migliaia e migliaia".
  std::optional<Number> magnitude_at(uint32_t first) const {
    if (!tokens_[first].is_word()) return std::nullopt;
    uint32_t at = first;
    const bool vague = is_vague_quantifier(tokens_[at].folded);
    if (vague && !goes_on(++at)) return std::nullopt;
    if (!tokens_[at].is_word()) return std::nullopt;
    const std::string_view word = tokens_[at].folded;
    Decimal size;
    if (const CollectiveWord* found = collective(word); found && (vague || found->plural)) {
      if (word == "paio" || word == "paia") return std::nullopt;
      size = Decimal(found->value);
    } else if (const ScaleWord* scale = bare_scale(word); scale != nullptr) {
      size = *Decimal(1).scaled(scale->power);
    } else if (vague && (word == "milione" || word == "miliardo")) {
      size = *Decimal(1).scaled(word == "milione" ? 6 : 9);
    } else {
      return std::nullopt;
    }
    if (!vague && is_unit_line(at)) return std::nullopt;
    Number number;
    number.tokens = {first, at + 1};
    number.value = Value{size};
    number.in_words = number.scaled = number.takes_di = true;
    number.approximation = Approximation::kMagnitude;
    if (is_and(at + 1) && goes_on(at + 2) && tokens_[at + 2].is(word)) number.tokens.last = at + 3;
    multiply_by_following(number);
    note(number, "number.magnitude");
    return number;
  }

 private:
  bool is_collective(uint32_t at) const {
    return goes_on(at) && has_trait(tokens_[at], kCollectiveWord);
  }

  void note(Number& number, std::string_view rule) const {
    if (!stretch_.options.with_steps) return;
    number.steps.push_back(step(rule, number.tokens, number.value));
  }

  // "… di migliaia", "… di milioni", after a collective or a magnitude.
  void multiply_by_following(Number& number) const {
    while (is_di(number.tokens.last) && goes_on(number.tokens.last + 1)) {
      const Token& token = tokens_[number.tokens.last + 1];
      Decimal factor;
      if (const CollectiveWord* word = collective(token.folded); word != nullptr && word->plural) {
        factor = Decimal(word->value);
      } else if (const ScaleWord* scale = bare_scale(token.folded); scale != nullptr) {
        factor = *Decimal(1).scaled(scale->power);
      } else {
        return;
      }
      const auto value = number.value.numerator.times(factor);
      if (!value) return;
      number.value = Value{*value};
      number.tokens.last += 2;
    }
  }

  // "(in migliaia di euro)", "valori in milioni", "Milioni di euro": heads of tables.
  bool is_unit_line(uint32_t at) const {
    if (at == 0 || tokens_[at].starts_sentence) return ends_unit_line(at + 1);
    const Token& before = tokens_[at - 1];
    if (before.is("(") || before.is("[")) return ends_unit_line(at + 1);
    if (!before.is("in")) return false;
    if (at < 2 || tokens_[at - 1].starts_sentence) return ends_unit_line(at + 1);
    static constexpr WordLiteral kHeads[] = {
        "(",        "[",        "valori",   "dati",     "importi", "cifre",    "espressi",
        "espresse", "espresso", "espressa", "unita",    "euro",    "migliaia", "prezzi",
        "valore",   "importo",  "correnti", "quantita", "-",       "ammontari"};
    // … "Fabbisogno, in milioni di metri cubi:"
    return is_one_of(tokens_[at - 2], kHeads) || is_any(past_unit(at + 1), {":", ")"});
  }
  // Over "di" and a unit; the place itself where none stands there, past the end for "di" alone.
  uint32_t past_unit(uint32_t at) const {
    const bool of = is_di(at);
    const auto unit = goes_on(of ? at + 1 : at) ? read_unit_at(stretch_, of ? at + 1 : at)
                                                : std::optional<Unit>();
    if (unit) return unit->tokens.last;
    return of ? static_cast<uint32_t>(tokens_.size()) : at;
  }
  // Whether nothing but a unit comes before the line, the bracket or the clause ends.
  bool ends_unit_line(uint32_t at) const {
    const uint32_t past = past_unit(at);
    if (past >= tokens_.size() && is_di(at) && !read_unit_at(stretch_, at + 1)) return false;
    at = past;
    return !goes_on(at) || tokens_[at].line_break_before || is_any(at, {")", "]", ";", ",", "."});
  }
};

}  // namespace

std::optional<Number> read_collective(const Stretch& stretch, uint32_t token) {
  return MagnitudeReader(stretch).collective_at(token);
}

std::optional<Number> read_magnitude(const Stretch& stretch, uint32_t token) {
  return MagnitudeReader(stretch).magnitude_at(token);
}

}  // namespace cifra
